import type * as reference from '../../../reference/decision-tree-inference/index.ts';
import type { Mutant } from '../../../src/index.ts';
import { type CategorySplit, type Predict, type Row, right, sideOf, type TreeNode, walking } from './shared.mutants.ts';

/** Sets of the categories, remembered under a key that does not tell all of them apart. */
function remembering(keyOf: (node: CategorySplit) => unknown, perCall: boolean): Predict {
  let known = new Map<unknown, { left: Set<number>; right: Set<number> }>();
  const category = (node: CategorySplit, v: number) => {
    const key = keyOf(node);
    const { left, right } = node.categories;
    const sets = known.get(key) ?? { left: new Set(left), right: new Set(right) };
    known.set(key, sets);
    if (sets.left.has(v)) return 'left';
    return sets.right.has(v) ? 'right' : node.missing;
  };
  return (tree, x) => {
    if (perCall) known = new Map();
    return walking({ category })(tree, x);
  };
}

function rememberingRows(): Predict {
  const known = new WeakMap<Row, number>();
  return (tree, x) => {
    const value = known.get(x) ?? walking()(tree, x);
    known.set(x, value);
    return value;
  };
}

/** Fills holes with what the feature was in the row before. */
function fillingHoles(): Predict {
  const last: number[] = [];
  return (tree, x) => {
    const filled = x.map((v, f) => (Number.isNaN(v) ? (last[f] ?? v) : v));
    filled.forEach((v, f) => {
      last[f] = v;
    });
    return walking()(tree, filled);
  };
}

export const calls: Mutant<typeof reference>[] = [
  {
    says: 'keeps the categories of each feature, from the first node of a call that reads it',
    dies: 'the answer is the value of the leaf that the row reaches',
    solution: { predictWithMissing: remembering(({ featureIndex }) => featureIndex, true) },
  },
  {
    says: 'keeps the categories of each feature from call to call, though the tree is another',
    dies: 'predictWithMissing does not depend on earlier calls',
    solution: {
      predictWithMissing: remembering(
        ({ featureIndex, categories: { left, right } }) => `${featureIndex} ${left.length} ${right.length}`,
        false,
      ),
    },
  },
  {
    says: 'remembers the answer of a row, and gives it for another tree too',
    dies: 'predictWithMissing does not depend on earlier calls',
    solution: { predictWithMissing: rememberingRows() },
  },
  {
    says: 'fills holes with what the row before had there',
    dies: 'a visited split that reads NaN sends the row to its `missing` side',
    solution: { predictWithMissing: fillingHoles() },
  },
  {
    says: 'sorts the lists of categories in place',
    dies: 'predictWithMissing never changes its inputs',
    solution: {
      predictWithMissing: walking({ isListed: (list, v) => (list as number[]).sort((a, b) => a - b).includes(v) }),
    },
  },
  {
    says: 'writes into the row where it has sent a missing feature',
    dies: 'predictWithMissing never changes its inputs',
    solution: {
      predictWithMissing: (tree, x) => {
        let node = tree;
        while (node.kind !== 'leaf') {
          const side = sideOf(node, x);
          if (node.kind === 'split' && Number.isNaN(x[node.featureIndex]))
            (x as number[])[node.featureIndex] = side === 'left' ? node.threshold : node.threshold + 1;
          node = node[side];
        }
        return node.value;
      },
    },
  },
  {
    says: 'walks down by recursion',
    dies: 'a chain 100,000 splits deep does not overflow the call stack',
    solution: {
      predictWithMissing: (tree, x) => {
        const walk = (node: TreeNode): number => (node.kind === 'leaf' ? node.value : walk(node[sideOf(node, x)]));
        return walk(tree);
      },
    },
  },
  {
    says: 'takes no more than 1,000 steps down',
    dies: 'a chain 100,000 splits deep does not overflow the call stack',
    solution: {
      predictWithMissing: (tree, x) => {
        let node = tree;
        for (let step = 0; node.kind !== 'leaf'; step++) {
          if (step === 1000) throw new RangeError('a cycle');
          node = node[sideOf(node, x)];
        }
        return node.value;
      },
    },
  },
  {
    says: 'stops at a split that misses its feature, and answers the mean of both sides when these are leaves',
    dies: 'a visited split that reads NaN sends the row to its `missing` side',
    solution: {
      predictWithMissing: (tree, x) => {
        let node = tree;
        while (node.kind !== 'leaf') {
          right.check(node, x);
          const { left, right: other } = node;
          if (Number.isNaN(x[node.featureIndex]) && left.kind === 'leaf' && other.kind === 'leaf')
            return (left.value + other.value) / 2;
          node = node[sideOf(node, x)];
        }
        return node.value;
      },
    },
  },
];
