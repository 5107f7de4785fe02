import type * as reference from '../../../reference/decision-tree-pruning/index.ts';
import type { Mutant } from '../../../src/index.ts';
import { BALANCED, CHAIN } from './laws.mutants.ts';
import {
  type Flat,
  flatten,
  majority,
  type Prune,
  pruneBy,
  pruneIn,
  rebuild,
  reducedErrorPrune,
  settle,
  standard,
  type TreeNode,
  wrong,
} from './parts.mutants.ts';

// Right, but slow.

// growth in rows
const slowInRows = wrong([
  [
    'finds the rows on the right as those not included on the left',
    BALANCED,
    sidesBy((rows, isLeft) => {
      const left = rows.filter(isLeft);
      return [left, rows.filter((row) => !left.includes(row))];
    }),
  ],
  [
    'collects the rows of each side by spreading in reduce',
    BALANCED,
    sidesBy((rows, isLeft) =>
      rows.reduce<[number[], number[]]>(
        ([left, right], row) => (isLeft(row) ? [[...left, row], right] : [left, [...right, row]]),
        [[], []],
      ),
    ),
  ],
]);

/** The right solution, with rows divided as a whole. */
function sidesBy(divide: (rows: number[], isLeft: (row: number) => boolean) => [number[], number[]]): Prune {
  return pruneIn({
    tally({ nodes, left }, X, y) {
      const reached: number[][] = [[...X.keys()]];
      return nodes.map((node, id) => {
        const rows = reached[id];
        if (node.kind === 'split') {
          const isLeft = (row: number): boolean => {
            standard.feature(node, X[row]);
            return standard.goesLeft(node, X[row]);
          };
          [reached[left[id]], reached[left[id] + 1]] = divide(rows, isLeft);
        }
        const value = majority(node.counts);
        return rows.filter((row) => y[row] !== value).length;
      });
    },
  });
}

// growth in nodes
const slowInNodes = wrong([
  [
    'copies the queue to take its first node off',
    BALANCED,
    pruneIn({
      flatten(tree) {
        const flat: Flat = { nodes: [], left: [] };
        let found = 1;
        for (let queue = [tree]; queue.length > 0; ) {
          const [node] = queue;
          queue = queue.slice(1);
          flat.nodes.push(node);
          flat.left.push(node.kind === 'split' ? found : 0);
          if (node.kind === 'leaf') continue;
          queue.push(node.left, node.right);
          found += 2;
        }
        return flat;
      },
    }),
  ],
  [
    'finds the numbers of children with indexOf',
    BALANCED,
    pruneIn({
      flatten(tree) {
        const { nodes } = flatten(tree);
        return { nodes, left: nodes.map((node) => (node.kind === 'split' ? nodes.indexOf(node.left) : 0)) };
      },
    }),
  ],
  [
    'filters all rows at each node for those that are there',
    BALANCED,
    pruneIn({
      tally({ nodes, left }, X, y) {
        const at = X.map(() => 0);
        return nodes.map((node, id) => {
          const rows = [...X.keys()].filter((row) => at[row] === id);
          for (const row of rows) {
            if (node.kind === 'leaf') continue;
            standard.feature(node, X[row]);
            at[row] = standard.goesLeft(node, X[row]) ? left[id] : left[id] + 1;
          }
          return rows.filter((row) => y[row] !== majority(node.counts)).length;
        });
      },
    }),
  ],
  [
    'sorts the open nodes again for each one it settles',
    BALANCED,
    pruneIn({
      settle(flat, errors) {
        const open = [...flat.nodes.keys()];
        while (open.length > 0) {
          open.sort((a, b) => a - b);
          settle(flat, errors, open.pop() ?? 0);
        }
        return flat.nodes[0];
      },
    }),
  ],
  [
    'scores the whole tree anew for each split',
    BALANCED,
    (tree, X, y) => {
      reducedErrorPrune(tree, X, y);
      const flat = flatten(tree);
      const { nodes, left } = flat;
      const isPruned = nodes.map((node) => node.kind === 'leaf');
      const score = (): number =>
        X.filter((x, row) => {
          let id = 0;
          for (let node = nodes[0]; node.kind === 'split' && !isPruned[id]; node = nodes[id]) {
            id = standard.goesLeft(node, x) ? left[id] : left[id] + 1;
          }
          return y[row] !== majority(nodes[id].counts);
        }).length;
      for (let id = nodes.length - 1; id >= 0; id--) {
        if (isPruned[id]) continue;
        const before = score();
        isPruned[id] = true;
        isPruned[id] = score() <= before;
      }
      return rebuild(flat, isPruned);
    },
  ],
]);

// growth in depth
const slowInDepth = wrong([
  [
    'scores each subtree anew, from its top down',
    CHAIN,
    pruneBy({
      below: ({ split, site, left, right, X, y }) =>
        site.rows.filter((row) => {
          let node = standard.goesLeft(split, X[row]) ? left.node : right.node;
          while (node.kind === 'split') node = standard.goesLeft(node, X[row]) ? node.left : node.right;
          return y[row] !== node.value;
        }).length,
    }),
  ],
  [
    'copies the path of a row at each step down',
    CHAIN,
    pruneIn({
      tally({ nodes, left }, X, y) {
        const own = nodes.map(() => 0);
        X.forEach((x, row) => {
          let path = [0];
          for (let node = nodes[0]; node.kind === 'split'; node = nodes[path[path.length - 1]]) {
            standard.feature(node, x);
            const parent = left[path[path.length - 1]];
            path = [...path, standard.goesLeft(node, x) ? parent : parent + 1];
          }
          for (const id of path) if (y[row] !== majority(nodes[id].counts)) own[id]++;
        });
        return own;
      },
    }),
  ],
  [
    'copies the whole subtree beneath each split it keeps',
    CHAIN,
    pruneBy({ keep: (split, left, right, labels) => cloned(standard.keep(split, left, right, labels)) }),
  ],
]);

/** A deep copy, without recursion. */
function cloned(tree: TreeNode): TreeNode {
  const flat = flatten(tree);
  return rebuild(
    flat,
    flat.nodes.map(() => false),
  );
}

/** Mutants that are right, but grow too fast. */
export const slowMutants: Mutant<typeof reference>[] = [...slowInRows, ...slowInNodes, ...slowInDepth];
