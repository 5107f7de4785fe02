import type * as reference from '../../../reference/decision-tree-pruning/index.ts';
import type { Mutant } from '../../../src/index.ts';
import {
  type BestPruned,
  type Flat,
  flatten,
  having,
  merge,
  right,
  share,
  type Table,
  type TreeNode,
} from './shared.mutants.ts';

const { errors } = right;
const errorsOf = (node: TreeNode): number => errors(node.counts, node);

/** Errors and leaves of each subtree with the splits in `cut` as leaves. */
function tally({ nodes, left, right }: Flat, cut: ReadonlySet<number>): { errors: number; leaves: number }[] {
  const tallies: { errors: number; leaves: number }[] = [];
  for (let i = nodes.length - 1; i >= 0; i--) {
    if (cut.has(i) || nodes[i].kind === 'leaf') tallies[i] = { errors: errorsOf(nodes[i]), leaves: 1 };
    else {
      const [l, r] = [tallies[left[i]], tallies[right[i]]];
      tallies[i] = { errors: l.errors + r.errors, leaves: l.leaves + r.leaves };
    }
  }
  return tallies;
}

/** The tree with the splits in `cut` as leaves. */
function withCut({ nodes, left, right: rights }: Flat, cut: ReadonlySet<number>): TreeNode {
  const built: TreeNode[] = [];
  for (let i = nodes.length - 1; i >= 0; i--) {
    const node = nodes[i];
    if (node.kind === 'leaf') built[i] = node;
    else built[i] = cut.has(i) ? right.leaf(node) : right.split(node, built[left[i]], built[rights[i]]);
  }
  return built[0];
}

/** Cuts the split of least `cost`, one after the other, until the leaves are few enough. */
const cutting =
  (cost: (gain: number, leaves: number) => number): BestPruned =>
  (tree, maxLeaves) => {
    right.check(maxLeaves);
    const flat = flatten(tree);
    const cut = new Set<number>();
    for (;;) {
      const tallies = tally(flat, cut);
      if (tallies[0].leaves <= maxLeaves) return withCut(flat, cut);
      let weakest = 0;
      let least = Infinity;
      tallies.forEach(({ errors, leaves }, i) => {
        if (leaves < 2) return;
        const c = cost(errorsOf(flat.nodes[i]) - errors, leaves);
        if (c < least) [weakest, least] = [i, c];
      });
      cut.add(weakest);
    }
  };

/** Opens the leaf that `gain` is largest for, beginning at the root. */
const opening =
  (gain: (node: TreeNode, children: readonly TreeNode[]) => number): BestPruned =>
  (tree, maxLeaves) => {
    right.check(maxLeaves);
    const flat = flatten(tree);
    const cut = new Set(flat.nodes.flatMap(({ kind }, i) => (kind === 'split' ? [i] : [])));
    const open = [0];
    for (let leaves = 1; leaves < maxLeaves; leaves++) {
      const gains = open.map((i) => {
        const node = flat.nodes[i];
        return node.kind === 'leaf' ? -1 : gain(node, [node.left, node.right]);
      });
      const k = gains.indexOf(gains.reduce((a, b) => Math.max(a, b)));
      if (gains[k] < 0) break;
      const [i] = open.splice(k, 1, flat.left[open[k]], flat.right[open[k]]);
      cut.delete(i);
    }
    return withCut(flat, cut);
  };

const dividing = (left: (leaves: number) => number): BestPruned =>
  having({
    share: (leaves, l, r) => Math.min(Math.max(left(leaves), 1, leaves - r.length), l.length, leaves - 1),
  });

/** Trees that are not the best of their size, and sizes that are not asked for. */
export const searching: Mutant<typeof reference>[] = [
  {
    says: 'cuts weakest links until the leaves are few enough, as the pruning path does',
    dies: 'no other such tree has less risk',
    solution: { bestPruned: cutting((gain, leaves) => gain / (leaves - 1)) },
  },
  {
    says: 'cuts the split that adds the fewest errors, again and again',
    dies: 'no other such tree has less risk',
    solution: { bestPruned: cutting((gain) => gain) },
  },
  {
    says: 'cuts only splits above two leaves, that of the fewest additional errors first',
    dies: 'no other such tree has less risk',
    solution: { bestPruned: cutting((gain, leaves) => (leaves === 2 ? gain : Number.MAX_VALUE)) },
  },
  {
    says: 'opens the leaf whose split saves most errors, from the root on',
    dies: 'no other such tree has less risk',
    solution: {
      bestPruned: opening((node, children) => errorsOf(node) - children.reduce((n, child) => n + errorsOf(child), 0)),
    },
  },
  {
    says: 'opens the leaf with the most errors, from the root on',
    dies: 'no other such tree has less risk',
    solution: { bestPruned: opening(errorsOf) },
  },
  {
    says: 'keeps the levels from the root down as long as there are leaves to spare',
    dies: 'no other such tree has less risk',
    solution: { bestPruned: opening(() => 1) },
  },
  {
    says: 'leaves split by split alone: takes a split for a leaf when its children save nothing at once',
    dies: 'no other such tree has less risk',
    solution: {
      bestPruned(tree, maxLeaves) {
        const flat = flatten(tree);
        const dull = new Set<number>();
        flat.nodes.forEach((node, i) => {
          if (node.kind === 'split' && errorsOf(node.left) + errorsOf(node.right) >= errorsOf(node)) dull.add(i);
        });
        return having({})(withCut(flat, dull), maxLeaves);
      },
    },
  },
  {
    says: 'gives each child half of the leaves',
    dies: 'no other such tree has less risk',
    solution: { bestPruned: dividing((leaves) => Math.floor(leaves / 2)) },
  },
  {
    says: 'lets one of the children be a single leaf always',
    dies: 'no other such tree has less risk',
    solution: {
      bestPruned: having({
        share(leaves, left, right) {
          const ends = [leaves - 1, 1].filter((a) => a <= left.length && leaves - a <= right.length);
          if (ends.length === 0) return share(leaves, left, right);
          const errors = ends.map((a) => left[a - 1] + right[leaves - a - 1]);
          return ends[errors.indexOf(Math.min(...errors))];
        },
      }),
    },
  },
  {
    says: 'gives leaf after leaf to the child that gains more by it, as if gains never rose',
    dies: 'no other such tree has less risk',
    solution: {
      bestPruned: having({
        share(leaves, left, right) {
          let a = 1;
          for (let b = 1; a + b < leaves; ) {
            const gainLeft = a < left.length ? left[a - 1] - left[a] : -1;
            const gainRight = b < right.length ? right[b - 1] - right[b] : -1;
            if (gainLeft >= gainRight) a++;
            else b++;
          }
          return a;
        },
      }),
    },
  },
  {
    says: 'never gives the left child all leaves but one',
    dies: 'no other such tree has less risk',
    solution: {
      bestPruned: having({
        share: (leaves, left, right) =>
          leaves === 2
            ? 1
            : share(leaves, Array.from(left).slice(0, Math.max(leaves - 2, leaves - right.length)), right),
      }),
    },
  },
  {
    says: 'takes the table of the least errors with one leaf too many',
    dies: 'the answer has at most maxLeaves leaves',
    solution: { bestPruned: having({ most: (maxLeaves, flat) => right.most(maxLeaves + 1, flat) }) },
  },
  {
    says: 'allows fewer than `maxLeaves` leaves, not as many',
    dies: 'no other such tree has less risk',
    solution: { bestPruned: having({ most: (maxLeaves, flat) => right.most(Math.max(maxLeaves - 1, 1), flat) }) },
  },
  {
    says: 'counts splits and leaves together',
    dies: 'no other such tree has less risk',
    solution: { bestPruned: having({ most: (maxLeaves, flat) => right.most((maxLeaves + 1) >> 1, flat) }) },
  },
  {
    says: 'gives the root alone when the tree has fewer leaves than it may have',
    dies: 'maxLeaves may exceed the leaves of the tree',
    solution: {
      bestPruned: having({
        most: (maxLeaves, flat) => (maxLeaves > right.most(Infinity, flat) ? 1 : maxLeaves),
      }),
    },
  },
  {
    says: 'looks no further than the first size that a leaf more saves nothing at',
    dies: 'no other such tree has less risk',
    solution: {
      bestPruned: having({
        size(table: Table) {
          let n = 1;
          while (n < table.length && table[n] < table[n - 1]) n++;
          return n;
        },
      }),
    },
  },
  {
    says: 'makes a leaf of a split on its way up when that costs no error, at the size of the moment',
    dies: 'no other such tree has less risk',
    solution: {
      bestPruned: having({
        merge: (own, left, right, most) => merge(own, left, right, most).map((e, k) => (k < 2 ? own : e)),
        share: (leaves, left, right) => (leaves === 2 ? 1 : share(leaves, left, right)),
      }),
    },
  },
];
