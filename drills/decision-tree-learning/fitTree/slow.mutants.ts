import type * as reference from '../../../reference/decision-tree-learning/index.ts';
import type { Mutant } from '../../../src/index.ts';
import { check, type Found, gini, midpoint } from '../bestSplit/shared.mutants.ts';
import { fitTree, grow, growing, mostFrequent, type Place, right, type TreeNode } from './shared.mutants.ts';

/** Grows from a mask or a list of all rows at each node. */
const growAmong = (
  place: Place,
  chosen: (i: number) => boolean,
  children: (found: Found) => readonly [TreeNode, TreeNode],
): TreeNode => {
  const rows = [...place.root.X.keys()].filter(chosen);
  const here = { ...place, X: rows.map((i) => place.root.X[i]), y: rows.map((i) => place.root.y[i]) };
  const found = right.isLeaf(here) ? null : right.split(right, here);
  if (found === null) return { kind: 'leaf', value: mostFrequent(here.y) };
  const { featureIndex, threshold } = found;
  const [left, other] = children(found);
  return { kind: 'split', featureIndex, threshold, left, right: other };
};

export const slow: Mutant<typeof reference>[] = [
  {
    says: 'goes through a mask of all rows at each node',
    dies: 'grows with nSamples no faster than it must, on shuffled rows, to the last leaf',
    solution: {
      fitTree: (X, y, options = {}) => {
        check(X, y);
        const limits = right.limits(options);
        const within = (mask: readonly boolean[], depth: number): TreeNode =>
          growAmong(
            { X, y, depth, limits, root: { X, y } },
            (i) => mask[i],
            ({ featureIndex, threshold }) => [
              within(
                mask.map((inside, i) => inside && X[i][featureIndex] <= threshold),
                depth + 1,
              ),
              within(
                mask.map((inside, i) => inside && X[i][featureIndex] > threshold),
                depth + 1,
              ),
            ],
          );
        return within(
          y.map(() => true),
          0,
        );
      },
    },
  },
  {
    says: 'finds the rows of a node by the conditions on the way to it, tried on all rows',
    dies: 'grows with nSamples no faster than it must, on sorted rows whose y alternate, in a tree as deep',
    solution: {
      fitTree: (X, y, options = {}) => {
        check(X, y);
        const limits = right.limits(options);
        const within = (fits: (i: number) => boolean, depth: number): TreeNode =>
          growAmong({ X, y, depth, limits, root: { X, y } }, fits, ({ featureIndex, threshold }) => [
            within((i) => fits(i) && X[i][featureIndex] <= threshold, depth + 1),
            within((i) => fits(i) && X[i][featureIndex] > threshold, depth + 1),
          ]);
        return within(() => true, 0);
      },
    },
  },
  {
    says: 'checks all of `X` and `y` again at each node',
    dies: 'grows with nSamples no faster than it must, on shuffled rows, to the last leaf',
    solution: {
      fitTree: growing({
        isLeaf: (place) => {
          check(place.root.X, place.root.y);
          return right.isLeaf(place);
        },
      }),
    },
  },
  {
    says: 'counts the classes of all rows anew for each leaf',
    dies: 'grows with nSamples no faster than it must, on shuffled rows, to the last leaf',
    solution: {
      fitTree: growing({
        leaf: ({ y, root }) => {
          const counts = new Map(root.y.map((label) => [label, 0]));
          for (const label of y) counts.set(label, (counts.get(label) ?? 0) + 1);
          return [...counts].reduce((a, b) => (b[1] > a[1] || (b[1] === a[1] && b[0] < a[0]) ? b : a))[0];
        },
      }),
    },
  },
  {
    says: 'splits the rows anew with `filter` for each candidate',
    dies: 'grows with nSamples no faster than it must, on sorted rows whose y alternate, in a tree as deep',
    solution: {
      fitTree: growing({
        split: (_, { X, y, limits: { minSamplesLeaf } }) => {
          const all = gini(y);
          let best: Found | null = null;
          for (const featureIndex of X[0].keys()) {
            const values = [...new Set(X.map((row) => row[featureIndex]))].sort((a, b) => a - b);
            for (let k = 1; k < values.length; k++) {
              const left = y.filter((_, i) => X[i][featureIndex] < values[k]);
              const rest = y.filter((_, i) => X[i][featureIndex] >= values[k]);
              if (Math.min(left.length, rest.length) < minSamplesLeaf) continue;
              const impurityDecrease =
                all - (left.length / y.length) * gini(left) - (rest.length / y.length) * gini(rest);
              if (best === null || impurityDecrease > best.impurityDecrease) {
                best = { featureIndex, threshold: midpoint(values[k - 1], values[k]), impurityDecrease };
              }
            }
          }
          return best;
        },
      }),
    },
  },
  {
    says: 'goes through all classes for each candidate',
    dies: 'grows with nSamples no faster than it must, on sorted rows whose y all differ, two splits deep',
    solution: {
      fitTree: (X, y, options) => {
        const classes = [...new Set(y)];
        let touched = 0;
        const solve = growing({
          decrease: (sides) => {
            for (const label of classes) touched += Math.sign(label) ** 2;
            return right.decrease(sides) + (touched < 0 ? 1 : 0);
          },
        });
        return solve(X, y, options);
      },
    },
  },
  {
    says: 'sorts each node by insertion',
    dies: 'grows with nSamples no faster than it must, on shuffled rows, one split deep',
    solution: {
      fitTree: growing({
        order: (rows, values) => {
          const order: number[] = [];
          for (const row of rows) {
            let place = order.length;
            while (place > 0 && values[order[place - 1]] > values[row]) place--;
            order.splice(place, 0, row);
          }
          return order;
        },
      }),
    },
  },
  {
    says: 'finds the most frequent class by counting the equals of each row',
    dies: 'grows with nSamples no faster than it must, on shuffled rows, one split deep',
    solution: {
      fitTree: growing({
        leaf: ({ y }) => {
          const counts = y.map((label) => y.filter((other) => other === label).length);
          const most = counts.reduce((a, b) => Math.max(a, b));
          return y.filter((_, i) => counts[i] === most).reduce((a, b) => Math.min(a, b));
        },
      }),
    },
  },
  {
    says: 'divides the rows of a node with `includes`',
    dies: 'grows with nSamples no faster than it must, on shuffled rows, one split deep',
    solution: {
      fitTree: (X, y, options = {}) => {
        check(X, y);
        const limits = right.limits(options);
        const within = (rows: readonly number[], depth: number): TreeNode => {
          const here: Place = { X: rows.map((i) => X[i]), y: rows.map((i) => y[i]), depth, limits, root: { X, y } };
          const found = right.isLeaf(here) ? null : right.split(right, here);
          if (found === null) return { kind: 'leaf', value: mostFrequent(here.y) };
          const { featureIndex, threshold } = found;
          const left = rows.filter((i) => X[i][featureIndex] <= threshold);
          const others = rows.filter((i) => !left.includes(i));
          return {
            kind: 'split',
            featureIndex,
            threshold,
            left: within(left, depth + 1),
            right: within(others, depth + 1),
          };
        };
        return within([...X.keys()], 0);
      },
    },
  },
  {
    says: 'fits the tree again with one level more until it grows no further',
    dies: 'grows with nSamples no faster than it must, on sorted rows whose y alternate, in a tree as deep',
    solution: {
      fitTree: (X, y, options = {}) => {
        check(X, y);
        const limits = right.limits(options);
        const size = (tree: TreeNode): number => (tree.kind === 'leaf' ? 1 : 1 + size(tree.left) + size(tree.right));
        const to = (maxDepth: number) =>
          grow(right, { X, y, depth: 0, limits: { ...limits, maxDepth }, root: { X, y } });
        let tree = to(0);
        for (let depth = 1; depth <= limits.maxDepth; depth++) {
          const next = to(depth);
          if (size(next) === size(tree)) return tree;
          tree = next;
        }
        return tree;
      },
    },
  },
  {
    says: 'copies the whole rows of a node once for each feature',
    dies: 'grows with nFeatures no faster than it must, on eight rows',
    solution: {
      fitTree: growing({
        split: (parts, place) => {
          let best: Found | null = null;
          for (const featureIndex of parts.features(place.X)) {
            const copies = place.X.map((row) => [...row]);
            const found = right.split({ ...parts, features: () => [featureIndex] }, { ...place, X: copies });
            if (found && (best === null || found.impurityDecrease > best.impurityDecrease)) best = found;
          }
          return best;
        },
      }),
    },
  },
  {
    says: 'answers only after it has tried the tree on each training row with a search through all rows',
    dies: 'grows with nSamples no faster than it must, on shuffled rows, one split deep',
    solution: {
      fitTree: (X, y, options) => {
        const tree = fitTree(X, y, options);
        const twins = X.map((row) => X.lastIndexOf(row));
        return twins.length === X.length ? tree : { kind: 'leaf', value: 0 };
      },
    },
  },
];
