import type { Mutant } from '../../../src/index.ts';
import type { Asked } from '../drill.ts';
import {
  atMost,
  check,
  explaining,
  joined,
  predict,
  type Row,
  type Rows,
  rowByRow,
  type TreeNode,
} from './shared.mutants.ts';

/** The changes when the features join in this order. */
function inOrder(order: Iterable<number>, tree: TreeNode, x: Row, z: Row): number[] {
  const values = x.map(() => 0);
  const features = new Set<number>();
  let before = joined(tree, x, z, features);
  for (const feature of order) {
    features.add(feature);
    const after = joined(tree, x, z, features);
    values[feature] = after - before;
    before = after;
  }
  return values;
}

const meanOf = (lists: readonly (readonly number[])[]): number[] =>
  lists[0].map((_, i) => lists.reduce((sum, list) => sum + list[i], 0) / lists.length);

/** Orders that a generator of numbers draws, the same ones for each call. */
function drawnOrders(nFeatures: number, nOrders: number): number[][] {
  let state = 12345;
  const next = (n: number) => {
    state = (state * 1103515245 + 12345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * n);
  };
  return Array.from({ length: nOrders }, () => {
    const order = Array.from({ length: nFeatures }, (_, i) => i);
    for (let i = nFeatures - 1; i > 0; i--) {
      const j = next(i + 1);
      [order[i], order[j]] = [order[j], order[i]];
    }
    return order;
  });
}

const alone = (tree: TreeNode, x: Row, z: Row): number[] => {
  const before = joined(tree, x, z, new Set());
  return x.map((_, i) => joined(tree, x, z, new Set([i])) - before);
};

const last = (tree: TreeNode, x: Row, z: Row): number[] => alone(tree, z, x).map((v) => -v);

const scaled = (values: number[], tree: TreeNode, x: Row, z: Row): number[] => {
  const sum = values.reduce((total, v) => total + v, 0);
  const change = predict(tree, (f) => x[f]) - predict(tree, (f) => z[f]);
  return sum === 0 ? values : values.map((v) => (v * change) / sum);
};

/** The mean of the leaves that the background reaches below a node. */
function meanBelow(node: TreeNode, rows: Rows): number {
  return rows.length === 0 ? 0 : rows.reduce((sum, z) => sum + predict(node, (f) => z[f]), 0) / rows.length;
}

export const definitions: Mutant<Asked>[] = [
  {
    says: 'lets the features join in index order only',
    dies: 'the answer has for each feature the mean change of the prediction when it joins, over all orders and background rows',
    solution: { explain: rowByRow((tree, x, z) => inOrder(x.keys(), tree, x, z)) },
  },
  {
    says: 'takes the mean of two orders, by index and the reverse',
    dies: 'the answer has for each feature the mean change of the prediction when it joins, over all orders and background rows',
    solution: {
      explain: rowByRow((tree, x, z) => {
        const order = [...x.keys()];
        return meanOf([inOrder(order, tree, x, z), inOrder(order.reverse(), tree, x, z)]);
      }),
    },
  },
  {
    says: 'takes the mean of the orders that begin at each feature and go round',
    dies: 'the answer has for each feature the mean change of the prediction when it joins, over all orders and background rows',
    solution: {
      explain: rowByRow((tree, x, z) => {
        const order = [...x.keys()];
        return meanOf(order.map((i) => inOrder([...order.slice(i), ...order.slice(0, i)], tree, x, z)));
      }),
    },
  },
  {
    says: 'estimates from 500 orders that it draws, each with its reverse',
    dies: 'the answer has for each feature the mean change of the prediction when it joins, over all orders and background rows',
    solution: {
      explain: rowByRow((tree, x, z) =>
        meanOf(
          drawnOrders(x.length, x.length > 20 ? 2 : 500).flatMap((order) => [
            inOrder(order, tree, x, z),
            inOrder([...order].reverse(), tree, x, z),
          ]),
        ),
      ),
    },
  },
  {
    says: 'takes the change when a feature joins first',
    dies: 'the answer has for each feature the mean change of the prediction when it joins, over all orders and background rows',
    solution: { explain: rowByRow(alone) },
  },
  {
    says: 'takes the change when a feature joins last',
    dies: 'the answer has for each feature the mean change of the prediction when it joins, over all orders and background rows',
    solution: { explain: rowByRow(last) },
  },
  {
    says: 'takes the mean of the changes when a feature joins first and last',
    dies: 'the answer has for each feature the mean change of the prediction when it joins, over all orders and background rows',
    solution: { explain: rowByRow((tree, x, z) => meanOf([alone(tree, x, z), last(tree, x, z)])) },
  },
  {
    says: 'scales the changes when a feature joins last, so that they add up',
    dies: 'the answer has for each feature the mean change of the prediction when it joins, over all orders and background rows',
    solution: { explain: rowByRow((tree, x, z) => scaled(last(tree, x, z), tree, x, z)) },
  },
  {
    says: 'divides the change evenly between the features in which the rows differ',
    dies: 'a feature that no split reads has the value 0',
    solution: {
      explain: rowByRow((tree, x, z) => {
        const differ = x.map((v, i) => (v === z[i] ? 0 : 1));
        return scaled(differ, tree, x, z);
      }),
    },
  },
  {
    says: 'gives each split on the way of x the change of the mean of the background below it',
    dies: 'the answer has for each feature the mean change of the prediction when it joins, over all orders and background rows',
    solution: {
      explain: (tree, x, background) => {
        check(tree, x, background);
        const values = x.map(() => 0);
        let node = tree;
        let before = meanBelow(tree, background);
        while (node.kind === 'split') {
          const { featureIndex, threshold }: { featureIndex: number; threshold: number } = node;
          node = x[featureIndex] <= threshold ? node.left : node.right;
          const after = meanBelow(node, background);
          values[featureIndex] += after - before;
          before = after;
        }
        return values;
      },
    },
  },
  {
    says: 'weighs the sides of a split whose feature has not joined by how many background rows reach them',
    dies: 'the answer has for each feature the mean change of the prediction when it joins, over all orders and background rows',
    solution: {
      explain: (tree, x, background) => {
        check(tree, x, background);
        const few = Math.min(x.length, 12);
        const worthOf = (features: number): number => {
          let sum = 0;
          const stack: [TreeNode, Rows, number][] = [[tree, background, 1]];
          for (let top = stack.pop(); top; top = stack.pop()) {
            const [node, rows, weight] = top;
            if (node.kind === 'leaf') sum += weight * node.value;
            else {
              const { featureIndex: f, threshold, left, right } = node;
              const onLeft = rows.filter((z) => z[f] <= threshold);
              const onRight = rows.filter((z) => !(z[f] <= threshold));
              if (features & (1 << f))
                stack.push(x[f] <= threshold ? [left, onLeft, weight] : [right, onRight, weight]);
              else if (rows.length > 0) {
                if (onLeft.length > 0) stack.push([left, onLeft, (weight * onLeft.length) / rows.length]);
                if (onRight.length > 0) stack.push([right, onRight, (weight * onRight.length) / rows.length]);
              }
            }
          }
          return sum;
        };
        const all = (1 << few) - 1;
        const weights = Array.from({ length: few }, (_, size) => {
          let choices = 1;
          for (let k = 0; k < size; k++) choices = (choices * (few - 1 - k)) / (k + 1);
          return 1 / (few * choices);
        });
        const known = Array.from({ length: all + 1 }, (_, features) => worthOf(features));
        return x.map((_, i) => {
          if (i >= few) return 0;
          let value = 0;
          for (let features = 0; features <= all; features++) {
            if (features & (1 << i)) continue;
            const size = features.toString(2).replaceAll('0', '').length;
            value += weights[size] * (known[features | (1 << i)] - known[features]);
          }
          return value;
        });
      },
    },
  },
  {
    says: 'compares with the mean of the background rows, as one row',
    dies: 'compared with several rows, the answer is the mean of those for each of them',
    solution: {
      explain: (tree, x, background) => {
        check(tree, x, background);
        const mean = x.map((_, i) => background.reduce((sum, z) => sum + z[i], 0) / background.length);
        return explaining()(tree, x, [mean]);
      },
    },
  },
  {
    says: 'compares with the first background row only',
    dies: 'compared with several rows, the answer is the mean of those for each of them',
    solution: {
      explain: (tree, x, background) => {
        check(tree, x, background);
        return explaining()(tree, x, background.slice(0, 1));
      },
    },
  },
  {
    says: 'counts a background row that is given twice once',
    dies: 'compared with several rows, the answer is the mean of those for each of them',
    solution: {
      explain: (tree, x, background) => {
        check(tree, x, background);
        return explaining()(tree, x, [...new Map(background.map((z) => [z.join(), z])).values()]);
      },
    },
  },
  {
    says: 'leaves out the background rows that are alike x',
    dies: 'compared with several rows, the answer is the mean of those for each of them',
    solution: {
      explain: (tree, x, background) => {
        check(tree, x, background);
        const others = background.filter((z) => z.some((v, i) => v !== x[i]));
        return others.length === 0 ? x.map(() => 0) : explaining()(tree, x, others);
      },
    },
  },
  {
    says: 'lets each split join on its own, also when two read the same feature',
    dies: 'the answer has for each feature the mean change of the prediction when it joins, over all orders and background rows',
    solution: {
      explain: (tree, x, background) => {
        check(tree, x, background);
        const features: number[] = [];
        const nodes: TreeNode[] = [];
        const stack = [tree];
        const numbers = new Map<TreeNode, number>();
        for (let node = stack.pop(); node; node = stack.pop()) {
          nodes.push(node);
          if (node.kind === 'leaf') continue;
          numbers.set(node, features.length);
          features.push(node.featureIndex);
          stack.push(node.left, node.right);
        }
        const made = new Map<TreeNode, TreeNode>();
        for (const node of nodes.reverse()) {
          if (node.kind === 'leaf') made.set(node, node);
          else {
            const left = made.get(node.left) ?? node.left;
            const right = made.get(node.right) ?? node.right;
            made.set(node, { ...node, featureIndex: numbers.get(node) ?? 0, left, right });
          }
        }
        const wide = (row: Row) => features.map((f) => row[f]);
        const bySplit = explaining({ check: () => {} })(made.get(tree) ?? tree, wide(x), background.map(wide));
        const values = x.map(() => 0);
        features.forEach((f, i) => {
          values[f] += bySplit[i];
        });
        return values;
      },
    },
  },
  {
    says: 'goes right on equality',
    dies: 'the answer has for each feature the mean change of the prediction when it joins, over all orders and background rows',
    solution: { explain: explaining({ goesLeft: (v, t) => v < t }) },
  },
  {
    says: 'goes left within a tolerance of 1e-9',
    dies: 'the answer has for each feature the mean change of the prediction when it joins, over all orders and background rows',
    solution: { explain: explaining({ goesLeft: (v, t) => atMost(v, t + 1e-9) }) },
  },
];
