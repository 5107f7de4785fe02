import { type PathEntry, pruningPath, type TreeNode } from '../../reference/decision-tree-pruning/index.ts';
import { type Contender, differs, type Workload } from '../workload.ts';

interface Data {
  readonly tree: TreeNode;
}

/** Alphas and risks, equal ones once. */
type Result = readonly number[];

const path = (run: typeof pruningPath): Contender<Data, Result> => ({
  prepare:
    async ({ tree }) =>
    () =>
      run(tree),
  result: (entries: readonly PathEntry[]) => distinct(entries.map(({ ccpAlpha, risk }) => [ccpAlpha, risk])),
});

/** The last risk of each alpha; alphas nearer than rounding are one. */
export function distinct(entries: readonly (readonly [number, number])[]): Result {
  return entries.filter(([alpha], i) => i === entries.length - 1 || (entries[i + 1]?.[0] ?? 0) - alpha > 1e-13).flat();
}

/**
 * A complete tree in which every split has an alpha of its own, larger than those below it: so its path has an entry for each
 * split, as long as a path can be. A node of weight w has w (1/2 + e) samples of its class; of its halves one keeps the class, by
 * 2 e + q, and the other has the other class, by q. Then splitting it saves q w errors, and w doubles with the height.
 */
function treeOf(height: number, random: () => number): TreeNode {
  const grown = (level: number, weight: number, excess: number, label: number): TreeNode => {
    if (level === 0) {
      const own = Math.round(weight * (0.5 + excess));
      const counts = label === 0 ? [own, weight - own] : [weight - own, own];
      return { kind: 'leaf', value: label, counts };
    }
    const q = 2 ** -18 * (1 + 0.3 * random());
    const left = grown(level - 1, weight / 2, 2 * excess + q, label);
    const right = grown(level - 1, weight / 2, q, 1 - label);
    const counts = left.counts.map((count, c) => count + right.counts[c]);
    return { kind: 'split', featureIndex: 0, threshold: 0, left, right, counts };
  };
  return grown(height, 2 ** (32 + height), 0, 0);
}

/** Nodes in preorder: whether it is a leaf, and its counts. */
function listed(tree: TreeNode): number[][] {
  const list: number[][] = [];
  const waiting = [tree];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    list.push([node.kind === 'leaf' ? 1 : 0, ...node.counts]);
    if (node.kind === 'split') waiting.push(node.right, node.left);
  }
  return list;
}

function workload(size: Workload['size'], height: number, rounds?: number): Workload<Data, Result> {
  return {
    name: `a pruning path, ${(2 ** (height + 1) - 1).toLocaleString('en-US')} nodes`,
    slug: 'decision-tree-pruning',
    describes:
      'All trees of cost-complexity pruning, by misclassification, from a complete tree in which every split has an alpha of its own.',
    size,
    ...(rounds === undefined ? {} : { rounds }),
    data: (random) => ({ tree: treeOf(height, random) }),
    bytes: ({ tree }) => listed(tree),
    contenders: { reference: path(pruningPath) },
    attempt: ({ pruningPath: own }) => (own ? path(own as typeof pruningPath) : undefined),
    python: { task: 'pruningPath', options: () => ({}), arrays: ({ tree }) => ({ tree: listed(tree) }) },
    check: (result, oracle) => differs(result, oracle, 'alphas and risks', 1e-12),
  };
}

export const pruningWorkloads = [workload('small', 9), workload('medium', 12), workload('large', 14, 3)];
