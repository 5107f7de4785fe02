import type * as reference from '../../../reference/decision-tree-pruning/index.ts';
import type { Mutant } from '../../../src/index.ts';
import {
  type BestPruned,
  type Flat,
  having,
  largest,
  plain,
  rebuild,
  right,
  type Split,
  type Table,
  type TreeNode,
  tablesOf,
  total,
} from './shared.mutants.ts';

const known = new Map<string, TreeNode>();

/** Writes the answer into the tree given. */
const inPlace: BestPruned = (tree, maxLeaves) => {
  const answer = plain(tree, maxLeaves);
  const pairs: [TreeNode, TreeNode][] = [[tree, answer]];
  for (let pair = pairs.pop(); pair; pair = pairs.pop()) {
    const [before, after] = pair;
    if (before.kind === 'split' && after.kind === 'split') {
      pairs.push([before.left, after.left], [before.right, after.right]);
    } else if (before.kind !== after.kind) Object.assign(before, after);
  }
  return tree;
};

function recursive(tree: TreeNode): Flat {
  const flat: { nodes: TreeNode[]; left: number[]; right: number[] } = { nodes: [], left: [], right: [] };
  const visit = (node: TreeNode): number => {
    const i = flat.nodes.push(node) - 1;
    flat.left[i] = node.kind === 'split' ? visit(node.left) : -1;
    flat.right[i] = node.kind === 'split' ? visit(node.right) : -1;
    return i;
  };
  visit(tree);
  return flat;
}

/** Copies by recursion. */
function copied(node: TreeNode): TreeNode {
  if (node.kind === 'leaf') return { ...node };
  return { ...node, left: copied(node.left), right: copied(node.right) };
}

function depthOf(tree: TreeNode): number {
  return tree.kind === 'leaf' ? 0 : 1 + Math.max(depthOf(tree.left), depthOf(tree.right));
}

const valued = (value: (counts: readonly number[], node: Split) => number): BestPruned =>
  having({
    leaf: (node) => ({ kind: 'leaf', value: value(node.counts, node as Split), counts: node.counts }),
  });

/** Wrong errors, leaves, refusals and traces of a call. */
export const results: Mutant<typeof reference>[] = [
  {
    says: 'measures the Gini impurity, not the errors',
    dies: 'no other such tree has less risk',
    solution: {
      bestPruned: having({
        errors: (counts) => total(counts) - counts.reduce((a, n) => a + (n * n) / total(counts), 0),
      }),
    },
  },
  {
    says: 'adds up the shares of errors in each leaf, so that a small leaf weighs as much as a large one',
    dies: 'no other such tree has less risk',
    solution: { bestPruned: having({ errors: (counts) => (total(counts) - largest(counts)) / total(counts) }) },
  },
  {
    says: 'takes the smallest count for the errors, as if there were two classes',
    dies: 'no other such tree has less risk',
    solution: { bestPruned: having({ errors: (counts) => counts.reduce((a, b) => Math.min(a, b)) }) },
  },
  {
    says: 'adds errors up in 32 bits',
    dies: 'no other such tree has less risk',
    solution: {
      bestPruned: having({
        errors: (counts) => (total(counts) - largest(counts)) | 0,
        merge: (...args) => Int32Array.from(right.merge(...args)),
      }),
    },
  },
  {
    says: 'keeps errors in single precision',
    dies: 'no other such tree has less risk',
    solution: { bestPruned: having({ merge: (...args) => Float32Array.from(right.merge(...args)) }) },
  },
  {
    says: 'rounds risks to six decimals before it compares them',
    dies: 'no other such tree has less risk',
    solution: {
      bestPruned(tree, maxLeaves) {
        const n = total(tree.counts);
        const rounded = (errors: number): number => Math.round((errors / n) * 1e6) / 1e6;
        return having({ errors: (counts) => rounded(total(counts) - largest(counts)) })(tree, maxLeaves);
      },
    },
  },
  {
    says: 'lets a new leaf predict the largest class on ties',
    dies: 'a new leaf predicts the class with the largest count of its node, and carries these counts',
    solution: { bestPruned: valued((counts) => counts.lastIndexOf(largest(counts))) },
  },
  {
    says: 'lets a new leaf predict the largest count itself',
    dies: 'a new leaf predicts the class with the largest count of its node, and carries these counts',
    solution: { bestPruned: valued(largest) },
  },
  {
    says: 'lets a new leaf predict what the leftmost leaf below it predicts',
    dies: 'a new leaf predicts the class with the largest count of its node, and carries these counts',
    solution: {
      bestPruned: valued((_, node) => {
        let below: TreeNode = node;
        while (below.kind === 'split') below = below.left;
        return below.value;
      }),
    },
  },
  {
    says: 'gives a new leaf the shares of the classes for counts',
    dies: 'a new leaf predicts the class with the largest count of its node, and carries these counts',
    solution: {
      bestPruned: having({
        leaf: (node) => ({ ...right.leaf(node), counts: node.counts.map((n) => n / total(node.counts)) }),
      }),
    },
  },
  {
    says: 'gives a new leaf the counts of its left child',
    dies: 'a new leaf predicts the class with the largest count of its node, and carries these counts',
    solution: {
      bestPruned: having({ leaf: (node) => ({ ...right.leaf(node), counts: (node as Split).left.counts }) }),
    },
  },
  {
    says: 'loses the counts of splits that stay',
    dies: 'what is not pruned stays as it was',
    solution: {
      bestPruned: having({ split: (node, left, right) => ({ ...node, left, right, counts: [] }) }),
    },
  },
  {
    says: 'swaps the children of splits that stay',
    dies: 'what is not pruned stays as it was',
    solution: { bestPruned: having({ split: (node, left, right) => ({ ...node, left: right, right: left }) }) },
  },
  {
    says: 'remembers the answer to a tree, whatever `maxLeaves` is later',
    dies: 'no other such tree has less risk',
    solution: {
      bestPruned(tree, maxLeaves) {
        const key = right
          .flatten(tree)
          .nodes.map(({ kind, counts }) => `${kind} ${counts}`)
          .join();
        const fresh = plain(tree, maxLeaves);
        const answer = known.get(key) ?? fresh;
        known.set(key, answer);
        return answer;
      },
    },
  },
  {
    says: 'remembers tables by the counts of a node, so that two nodes with the same counts share one',
    dies: 'no other such tree has less risk',
    solution: {
      bestPruned(tree, maxLeaves) {
        const tables = new Map<string, Table>();
        right.check(maxLeaves);
        const flat = right.flatten(tree);
        const most = right.most(maxLeaves, flat);
        const own = tablesOf(right, flat, most);
        const keyed = own.map((table, i) => {
          const key = `${flat.nodes[i].kind} ${flat.nodes[i].counts}`;
          const first = tables.get(key) ?? table;
          tables.set(key, first);
          return Array.from(table, (errors, k) => first[k] ?? errors);
        });
        return rebuild(right, flat, keyed, own[0].length);
      },
    },
  },
  {
    says: 'goes down the tree by recursion',
    dies: 'trees 100,000 deep do not overflow the call stack',
    solution: { bestPruned: having({ flatten: recursive }) },
  },
  {
    says: 'asks for the depth of the tree by recursion, to return it unchanged where that is small',
    dies: 'trees 100,000 deep do not overflow the call stack',
    solution: {
      bestPruned(tree, maxLeaves) {
        right.check(maxLeaves);
        return 2 ** depthOf(tree) <= maxLeaves ? tree : plain(tree, maxLeaves);
      },
    },
  },
  {
    says: 'copies the tree by recursion first',
    dies: 'trees 100,000 deep do not overflow the call stack',
    solution: { bestPruned: (tree, maxLeaves) => plain(copied(tree), maxLeaves) },
  },
  {
    says: 'reserves a table of `maxLeaves` numbers, however few leaves there are',
    dies: 'maxLeaves may exceed the leaves of the tree',
    solution: {
      bestPruned: having({
        check(maxLeaves) {
          right.check(maxLeaves);
          new Float64Array(maxLeaves + 1).fill(Infinity);
        },
      }),
    },
  },
  {
    says: 'refuses more leaves than the tree has',
    dies: 'maxLeaves may exceed the leaves of the tree',
    solution: {
      bestPruned: having({
        most(maxLeaves, flat) {
          if (maxLeaves > right.most(Infinity, flat)) throw new RangeError('too many leaves');
          return maxLeaves;
        },
      }),
    },
  },
  {
    says: 'accepts infinity as no limit',
    dies: 'maxLeaves that is not an integer, 1 or more, is a RangeError',
    solution: {
      bestPruned: (tree, maxLeaves) => plain(tree, maxLeaves === Infinity ? Number.MAX_SAFE_INTEGER : maxLeaves),
    },
  },
  {
    says: 'cuts the fraction off `maxLeaves`',
    dies: 'maxLeaves that is not an integer, 1 or more, is a RangeError',
    solution: { bestPruned: (tree, maxLeaves) => plain(tree, Math.trunc(maxLeaves)) },
  },
  {
    says: 'takes 0 leaves for 1',
    dies: 'maxLeaves that is not an integer, 1 or more, is a RangeError',
    solution: { bestPruned: (tree, maxLeaves) => plain(tree, maxLeaves || 1) },
  },
  {
    says: 'refuses below 1 only, so that NaN passes',
    dies: 'maxLeaves that is not an integer, 1 or more, is a RangeError',
    solution: {
      bestPruned(tree, maxLeaves) {
        return plain(tree, Number.isNaN(maxLeaves) ? 1 : maxLeaves);
      },
    },
  },
  {
    says: 'gives back a tree that is one leaf before it looks at `maxLeaves`',
    dies: 'maxLeaves that is not an integer, 1 or more, is a RangeError',
    solution: { bestPruned: (tree, maxLeaves) => (tree.kind === 'leaf' ? tree : plain(tree, maxLeaves)) },
  },
  {
    says: 'throws a plain Error',
    dies: 'maxLeaves that is not an integer, 1 or more, is a RangeError',
    solution: {
      bestPruned: having({
        check(maxLeaves) {
          if (!Number.isInteger(maxLeaves) || maxLeaves < 1) throw new Error('maxLeaves must be a positive integer');
        },
      }),
    },
  },
  {
    says: 'writes the answer into the tree given',
    dies: 'bestPruned never changes its inputs',
    solution: { bestPruned: inPlace },
  },
];
