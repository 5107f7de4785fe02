import type * as reference from '../../../reference/decision-tree-inference/index.ts';
import type { Mutant } from '../../../src/index.ts';
import { answering, below, descend, everyNode, type Leaf, read, reading, right, type Split } from './shared.mutants.ts';

export const features: Mutant<typeof reference>[] = [
  {
    says: 'counts the features from 1',
    dies: 'numbering the features in another order does not change the answer',
    solution: {
      predict: reading((split, x) => read(split, [Number.NaN, ...x])),
    },
  },
  {
    says: 'takes a split on feature 0 for a leaf',
    dies: 'numbering the features in another order does not change the answer',
    solution: {
      predict: (tree, x) => {
        let node = tree;
        while ((node as Split).featureIndex) {
          node = read(node as Split, x) <= (node as Split).threshold ? (node as Split).left : (node as Split).right;
        }
        return (node as Leaf).value;
      },
    },
  },
  {
    says: 'takes a `featureIndex` of 0 for a missing one and reads the last feature',
    dies: 'numbering the features in another order does not change the answer',
    solution: {
      predict: reading((split, x) =>
        read({ ...split, featureIndex: split.featureIndex || Math.max(0, x.length - 1) }, x),
      ),
    },
  },
  {
    says: 'takes a feature of 0 for a missing one and throws',
    dies: 'numbering the features in another order does not change the answer',
    solution: {
      predict: reading((split, x) => {
        const v = x[split.featureIndex];
        if (!v) throw new RangeError('missing feature');
        return v;
      }),
    },
  },
  {
    says: 'reads the features in turn by depth, as a k-d tree does',
    dies: 'numbering the features in another order does not change the answer',
    solution: {
      predict: (tree, x) => {
        let depth = 0;
        return descend(tree, x, below, (split, row) =>
          read({ ...split, featureIndex: row.length ? depth++ % row.length : 0 }, row),
        ).value;
      },
    },
  },
  {
    says: "reads the root's feature at every split",
    dies: 'a visited split whose featureIndex is past the end of the row is a RangeError',
    solution: {
      predict: (tree, x) => descend(tree, x, below, () => read(tree as Split, x)).value,
    },
  },
  {
    says: "compares with the root's threshold at every split",
    dies: 'features that no visited split reads do not change the answer',
    solution: {
      predict: (tree, x) => descend(tree, x, (v) => v <= (tree as Split).threshold).value,
    },
  },
  {
    says: 'asks each feature only once and goes the same side at a later split on it',
    dies: 'a chain 100,000 splits deep does not overflow the call stack',
    solution: {
      predict: (tree, x) => {
        const sides = new Map<number, boolean>();
        let node = tree;
        while (node.kind === 'split') {
          const side: boolean = sides.get(node.featureIndex) ?? read(node, x) <= node.threshold;
          sides.set(node.featureIndex, side);
          node = side ? node.left : node.right;
        }
        return node.value;
      },
    },
  },
  {
    says: 'drops features that occur twice in the row, which renumbers the rest',
    dies: 'numbering the features in another order does not change the answer',
    solution: { predict: (tree, x) => descend(tree, [...new Set(x)]).value },
  },
  {
    says: 'reads the features in sorted order',
    dies: 'numbering the features in another order does not change the answer',
    solution: {
      predict: (tree, x) =>
        descend(
          tree,
          [...x].sort((a, b) => a - b),
        ).value,
    },
  },
];

export const values: Mutant<typeof reference>[] = [
  {
    says: 'rounds the value to a class label',
    dies: 'a tree that is one leaf gives its value, whatever the row',
    solution: { predict: answering(Math.round) },
  },
  {
    says: 'stores the value in an `Int32Array`',
    dies: 'a tree that is one leaf gives its value, whatever the row',
    solution: { predict: answering((value) => Int32Array.of(value)[0]) },
  },
  {
    says: 'clamps the value to 0 and above',
    dies: 'a tree that is one leaf gives its value, whatever the row',
    solution: { predict: answering((value) => Math.max(0, value)) },
  },
  {
    says: 'clamps the value to 9, as if it were a digit',
    dies: 'a tree that is one leaf gives its value, whatever the row',
    solution: { predict: answering((value) => Math.min(value, 9)) },
  },
  {
    says: 'clamps the value to 0..1, as if it were a probability',
    dies: 'a tree that is one leaf gives its value, whatever the row',
    solution: { predict: answering((value) => Math.min(1, Math.max(0, value))) },
  },
  {
    says: 'answers the class 1 from 0.5 upward and 0 below',
    dies: 'a tree that is one leaf gives its value, whatever the row',
    solution: { predict: answering((value) => (value >= 0.5 ? 1 : 0)) },
  },
  {
    says: 'answers in single precision',
    dies: 'a tree that is one leaf gives its value, whatever the row',
    solution: { predict: answering(Math.fround) },
  },
  {
    says: 'rounds the value to six decimals',
    dies: 'a tree that is one leaf gives its value, whatever the row',
    solution: { predict: answering((value) => Number(value.toFixed(6))) },
  },
  {
    says: 'takes a value of 0 for a missing one and answers NaN',
    dies: 'numbering the features in another order does not change the answer',
    solution: { predict: answering((value) => value || Number.NaN) },
  },
  {
    says: 'knows a leaf by its value being truthy and looks below a leaf of 0',
    dies: 'numbering the features in another order does not change the answer',
    solution: {
      predict: (tree, x) => {
        let node = tree;
        while (!(node as Leaf).value) {
          const split = node as Split;
          node = read(split, x) <= split.threshold ? split.left : split.right;
        }
        return (node as Leaf).value;
      },
    },
  },
  {
    says: 'refuses a value of -1, which it takes for "no prediction"',
    dies: 'numbering the features in another order does not change the answer',
    solution: {
      predict: answering((value) => {
        if (value === -1) throw new RangeError('no prediction');
        return value;
      }),
    },
  },
  {
    says: 'answers the value as a string',
    dies: 'numbering the features in another order does not change the answer',
    solution: { predict: answering(String) },
  },
  {
    says: 'answers an array with the value in it',
    dies: 'numbering the features in another order does not change the answer',
    solution: { predict: answering((value) => [value]) },
  },
  {
    says: 'answers the leaf instead of its value',
    dies: 'numbering the features in another order does not change the answer',
    solution: { predict: (tree, x) => descend(tree, x) as unknown as number },
  },
  {
    says: "answers the leaf's position in the tree instead of its value",
    dies: 'a tree that is one leaf gives its value, whatever the row',
    solution: {
      predict: (tree, x) => {
        const leaves = everyNode(tree).filter((node) => node.kind === 'leaf');
        return leaves.indexOf(descend(tree, x));
      },
    },
  },
  {
    says: "answers the class's rank among the distinct values of the tree",
    dies: 'a tree that is one leaf gives its value, whatever the row',
    solution: {
      predict: (tree, x) => {
        const labels = everyNode(tree).flatMap((node) => (node.kind === 'leaf' ? [node.value] : []));
        const ranks = [...new Set(labels)].sort((a, b) => a - b);
        return ranks.indexOf(right(tree, x));
      },
    },
  },
  {
    says: 'answers the depth of the leaf instead of its value',
    dies: 'a tree that is one leaf gives its value, whatever the row',
    solution: {
      predict: (tree, x) => {
        let depth = 0;
        descend(tree, x, (v, t) => {
          depth++;
          return v <= t;
        });
        return depth;
      },
    },
  },
  {
    says: 'averages the values of the two leaves below the last split',
    dies: 'a chain 100,000 splits deep does not overflow the call stack',
    solution: {
      predict: (tree, x) => {
        let node = tree;
        let last: Split | undefined;
        while (node.kind === 'split') {
          last = node;
          node = read(node, x) <= node.threshold ? node.left : node.right;
        }
        if (last?.left.kind !== 'leaf' || last.right.kind !== 'leaf') return node.value;
        return (last.left.value + last.right.value) / 2;
      },
    },
  },
  {
    says: 'assumes that the root is a split',
    dies: 'a tree that is one leaf gives its value, whatever the row',
    solution: {
      predict: (tree, x) => {
        const root = tree as Split;
        return right(read(root, x) <= root.threshold ? root.left : root.right, x);
      },
    },
  },
  {
    says: 'refuses a tree that is one leaf as untrained',
    dies: 'a tree that is one leaf gives its value, whatever the row',
    solution: {
      predict: (tree, x) => {
        if (tree.kind === 'leaf') throw new RangeError('the tree has no splits');
        return right(tree, x);
      },
    },
  },
];
