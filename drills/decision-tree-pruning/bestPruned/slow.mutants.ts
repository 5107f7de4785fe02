import type * as reference from '../../../reference/decision-tree-pruning/index.ts';
import type { Mutant } from '../../../src/index.ts';
import {
  type BestPruned,
  type Flat,
  flatten,
  having,
  merge,
  plain,
  right,
  share,
  type TreeNode,
  tablesOf,
} from './shared.mutants.ts';

function leavesOf(tree: TreeNode): number {
  let leaves = 0;
  const stack = [tree];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.kind === 'leaf') leaves++;
    else stack.push(node.left, node.right);
  }
  return leaves;
}

/** Children looked up in the list of all nodes. */
function searched(tree: TreeNode): Flat {
  const { nodes } = flatten(tree);
  const find = (side: 'left' | 'right') =>
    nodes.map((node) => (node.kind === 'split' ? nodes.indexOf(node[side]) : -1));
  return { nodes, left: find('left'), right: find('right') };
}

/** Tables that hold, for each size, the list of the leaves. */
const listing: BestPruned = (tree, maxLeaves) => {
  right.check(maxLeaves);
  const flat = flatten(tree);
  const most = right.most(maxLeaves, flat);
  const tables = tablesOf(right, flat, most);
  const lists: number[][][] = [];
  for (let i = flat.nodes.length - 1; i >= 0; i--) {
    const [l, r] = [flat.left[i], flat.right[i]];
    lists[i] = [[i]];
    if (l < 0) continue;
    for (let n = 2; n <= tables[i].length; n++) {
      const a = share(n, tables[l], tables[r]);
      lists[i].push([...lists[l][a - 1], ...lists[r][n - a - 1]]);
    }
    lists[l] = [];
    lists[r] = [];
  }
  const leaves = new Set(lists[0][most - 1]);
  const built: TreeNode[] = [];
  for (let i = flat.nodes.length - 1; i >= 0; i--) {
    const node = flat.nodes[i];
    if (node.kind === 'leaf') built[i] = node;
    else if (leaves.has(i) || !built[flat.left[i]]) built[i] = right.leaf(node);
    else built[i] = right.split(node, built[flat.left[i]], built[flat.right[i]]);
  }
  return built[0];
};

/** Right answers that take too many steps. */
export const slow: Mutant<typeof reference>[] = [
  {
    says: 'fills the tables up to all leaves of each subtree and looks at `maxLeaves` at the end only',
    dies: 'grows with nNodes no faster than it must, on a balanced tree, 8 leaves',
    solution: {
      bestPruned: having({
        merge: (own, left, right) => merge(own, left, right, Infinity),
        size: (_, most) => most,
      }),
    },
  },
  {
    says: 'tries all pairs of sizes up to `maxLeaves` at each node, also those that its children cannot have',
    dies: 'grows with maxLeaves no faster than it must, on a balanced tree of 256 leaves',
    solution: {
      bestPruned: having({
        merge(own, left, right, most) {
          const table = new Array<number>(Math.min(most, left.length + right.length)).fill(Infinity);
          table[0] = own;
          for (let n = 2; n <= most; n++) {
            for (let a = 1; a < n; a++) {
              const errors = (left[a - 1] ?? Infinity) + (right[n - a - 1] ?? Infinity);
              if (errors < (table[n - 1] ?? 0)) table[n - 1] = errors;
            }
          }
          return table;
        },
      }),
    },
  },
  {
    says: 'fills all tables anew for each number of leaves from 1 to `maxLeaves`',
    dies: 'grows with maxLeaves no faster than it must, on a balanced tree of 256 leaves',
    solution: {
      bestPruned(tree, maxLeaves) {
        right.check(maxLeaves);
        const most = right.most(maxLeaves, flatten(tree));
        let answer = tree;
        for (let n = 1; n <= most; n++) answer = plain(tree, n);
        return answer;
      },
    },
  },
  {
    says: 'keeps the list of the leaves for each size at each node, copied from its children',
    dies: 'grows with maxLeaves no faster than it must, on a chain of 256 leaves',
    solution: { bestPruned: listing },
  },
  {
    says: 'counts the leaves below each node anew',
    dies: 'grows with nNodes no faster than it must, on a chain, 4 leaves',
    solution: {
      bestPruned: having({
        errors(counts, node) {
          return leavesOf(node) > 0 ? right.errors(counts, node) : Infinity;
        },
      }),
    },
  },
  {
    says: 'looks children up in the list of all nodes with `indexOf`',
    dies: 'grows with nNodes no faster than it must, on a balanced tree, 8 leaves',
    solution: { bestPruned: having({ flatten: searched }) },
  },
  {
    says: 'sorts all pairs of sizes to find the best ones',
    dies: 'grows with maxLeaves no faster than it must, on a balanced tree of 256 leaves',
    solution: {
      bestPruned: having({
        merge(own, left, right, most) {
          const pairs = Array.from(left).flatMap((l, a) => Array.from(right, (r, b) => [a + b + 2, l + r] as const));
          pairs.sort((p, q) => q[1] - p[1]);
          const table = new Array<number>(Math.min(most, left.length + right.length)).fill(Infinity);
          table[0] = own;
          for (const [n, errors] of pairs) if (n <= table.length) table[n - 1] = errors;
          for (let n = 1; n < table.length; n++) {
            for (const [m, errors] of pairs) if (m === n + 1 && errors < table[n]) table[n] = errors;
          }
          return table;
        },
      }),
    },
  },
];
