import type * as reference from '../../../reference/decision-tree-learning/index.ts';
import type { Mutant } from '../../../src/index.ts';
import { fitTree, growing, mostFrequent, rebuilt, right } from './shared.mutants.ts';

export const splits: Mutant<typeof reference>[] = [
  {
    says: 'sends a row left only when it is below the threshold',
    dies: 'a <= threshold < b also where (a + b) / 2 is neither',
    solution: {
      fitTree: growing({
        goesLeft: (value, threshold) => value < threshold,
        declines: ({ featureIndex, threshold }, { X }) => !X.some((row) => row[featureIndex] < threshold),
      }),
    },
  },
  {
    says: 'swaps `left` and `right`',
    dies: 'a threshold is midway between two neighbouring distinct values of its feature in the node',
    solution: {
      fitTree: (X, y, options) =>
        rebuilt(fitTree(X, y, options), (node) =>
          node.kind === 'split' ? { ...node, left: node.right, right: node.left } : node,
        ),
    },
  },
  {
    says: 'takes the midpoints between neighbouring values of all rows, not of those of the node',
    dies: 'a threshold is midway between two neighbouring distinct values of its feature in the node',
    solution: {
      fitTree: growing({
        split: (parts, place) => {
          const found = right.split(parts, place);
          if (found === null) return null;
          const { featureIndex, threshold } = found;
          const column = place.X.map((row) => row[featureIndex]);
          const below = column.filter((value) => value <= threshold).reduce((a, b) => Math.max(a, b));
          const above = place.root.X.map((row) => row[featureIndex]).filter((value) => value > below);
          return {
            ...found,
            threshold: parts.threshold(
              below,
              above.reduce((a, b) => Math.min(a, b)),
            ),
          };
        },
      }),
    },
  },
  {
    says: 'takes the entropy for the impurity',
    dies: 'each split is the candidate that decreases the impurity of its node most',
    solution: {
      fitTree: growing({
        term: (count) => (count === 0 ? 0 : count * Math.log2(count)),
        decrease: ({ left, right, nLeft, nRight, n }) =>
          (left - nLeft * Math.log2(nLeft) + (right - nRight * Math.log2(nRight))) / n,
      }),
    },
  },
  {
    says: 'takes the fraction of wrong rows for the impurity',
    dies: 'each split is the candidate that decreases the impurity of its node most',
    solution: {
      fitTree: growing({
        split: (parts, place) => {
          const wrong = (rows: readonly number[]): number => {
            const most = mostFrequent(rows.map((i) => place.y[i]));
            return rows.filter((i) => place.y[i] !== most).length;
          };
          const rows = [...place.X.keys()];
          let least = Number.POSITIVE_INFINITY;
          let best = right.split(parts, place);
          if (best === null) return null;
          for (const featureIndex of parts.features(place.X)) {
            const values = [...new Set(place.X.map((row) => row[featureIndex]))].sort((a, b) => a - b);
            for (let k = 1; k < values.length; k++) {
              const left = rows.filter((i) => place.X[i][featureIndex] < values[k]);
              const others = rows.filter((i) => place.X[i][featureIndex] >= values[k]);
              if (Math.min(left.length, others.length) < place.limits.minSamplesLeaf) continue;
              const error = wrong(left) + wrong(others);
              if (error >= least) continue;
              least = error;
              best = { featureIndex, threshold: parts.threshold(values[k - 1], values[k]), impurityDecrease: 1 };
            }
          }
          return best;
        },
      }),
    },
  },
  {
    says: 'weights both sides alike',
    dies: 'each split is the candidate that decreases the impurity of its node most',
    solution: {
      fitTree: growing({ decrease: ({ left, right, nLeft, nRight }) => left / nLeft ** 2 + right / nRight ** 2 }),
    },
  },
  {
    says: 'takes the last candidate on ties',
    dies: 'the lowest featureIndex wins ties, then the lowest threshold',
    solution: { fitTree: growing({ better: (decrease, best) => decrease >= best.impurityDecrease }) },
  },
  {
    says: 'takes the highest feature on ties',
    dies: 'the lowest featureIndex wins ties, then the lowest threshold',
    solution: { fitTree: growing({ features: (X) => [...X[0].keys()].reverse() }) },
  },
  {
    says: 'starts each node with the feature after that of its parent, which matters on ties',
    dies: 'the lowest featureIndex wins ties, then the lowest threshold',
    solution: {
      fitTree: growing({
        split: (parts, place) =>
          right.split(
            {
              ...parts,
              features: (X) => {
                const order = [...X[0].keys()];
                return order.map((feature) => (feature + place.depth) % order.length);
              },
            },
            place,
          ),
      }),
    },
  },
  {
    says: 'takes (a + b) / 2 as it comes, which may be b or overflow',
    dies: 'a <= threshold < b also where (a + b) / 2 is neither',
    solution: {
      fitTree: growing({
        threshold: (a, b) => (a + b) / 2,
        declines: ({ featureIndex, threshold }, { X }) => !X.some((row) => row[featureIndex] > threshold),
      }),
    },
  },
  {
    says: 'gives the lower neighbour as threshold',
    dies: 'a threshold is midway between two neighbouring distinct values of its feature in the node',
    solution: { fitTree: growing({ threshold: (a) => a }) },
  },
  {
    says: 'takes values within 1e-9 for equal',
    dies: 'a <= threshold < b also where (a + b) / 2 is neither',
    solution: { fitTree: growing({ apart: (a, b) => b - a > 1e-9 }) },
  },
  {
    says: 'reads the features in single precision',
    dies: 'a <= threshold < b also where (a + b) / 2 is neither',
    solution: {
      fitTree: (X, y, options) =>
        fitTree(
          X.map((row) => row.map(Math.fround)),
          y,
          options,
        ),
    },
  },
  {
    says: 'names the classes by their integer part when it counts them',
    dies: 'classes are any finite numbers',
    solution: { fitTree: growing({ name: Math.trunc }) },
  },
  {
    says: 'takes a node for pure when its classes have the same integer part',
    dies: 'classes are any finite numbers',
    solution: {
      fitTree: growing({
        isLeaf: ({ y, depth, limits: { maxDepth } }) =>
          depth >= maxDepth || y.every((label) => Math.trunc(label) === Math.trunc(y[0])),
      }),
    },
  },
  {
    says: 'takes a node for pure when its classes are within 1e-6',
    dies: 'classes are any finite numbers',
    solution: {
      fitTree: growing({
        isLeaf: ({ y, depth, limits: { maxDepth } }) =>
          depth >= maxDepth || y.every((label) => Math.abs(label - y[0]) < 1e-6),
      }),
    },
  },
  {
    says: 'takes a node for pure when its first and its last row have one class',
    dies: 'a split of decrease 0 is taken where a node is not pure',
    solution: {
      fitTree: growing({
        isLeaf: ({ y, depth, limits: { maxDepth } }) => depth >= maxDepth || y[0] === y[y.length - 1],
      }),
    },
  },
];
