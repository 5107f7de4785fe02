// bottom-up, the steps of subtrees joined in leftist heaps that never change
import { type Entry, errorsOf, parentsFirst, type TreeNode, total } from './kit.ts';

/** The largest alpha first. */
type Step = { readonly alpha: number; readonly gained: number; readonly lost: number };
type Heap = { readonly top: Step; readonly rank: number; readonly left: Heap; readonly right: Heap } | undefined;

const rank = (heap: Heap): number => heap?.rank ?? 0;

function heapOf(top: Step, a: Heap, b: Heap): Heap {
  const [left, right] = rank(a) >= rank(b) ? [a, b] : [b, a];
  return { top, rank: rank(right) + 1, left, right };
}

/** The right spines are of logarithmic length, so that this recursion is never deep. */
function join(a: Heap, b: Heap): Heap {
  if (!a || !b) return a ?? b;
  return a.top.alpha >= b.top.alpha ? heapOf(a.top, a.left, join(a.right, b)) : heapOf(b.top, b.left, join(a, b.right));
}

export const pruningPath = (tree: TreeNode): readonly Entry[] => {
  const n = total(tree.counts);
  const heaps = new Map<TreeNode, Heap>();
  for (const split of parentsFirst(tree).reverse()) {
    if (split.kind === 'leaf') continue;
    let heap = join(heaps.get(split.left), heaps.get(split.right));
    let gained = errorsOf(split) - errorsOf(split.left) - errorsOf(split.right);
    let lost = 1;
    for (; heap && heap.top.alpha >= gained / lost; heap = join(heap.left, heap.right)) {
      gained += heap.top.gained;
      lost += heap.top.lost;
    }
    heaps.set(split, join(heap, heapOf({ alpha: gained / lost, gained, lost }, undefined, undefined)));
  }
  // From the root alone back to the full tree.
  let [nLeaves, errors] = [1, errorsOf(tree)];
  const path: Entry[] = [];
  let last: number | undefined;
  for (let heap = heaps.get(tree); heap; heap = join(heap.left, heap.right)) {
    const { alpha, gained, lost } = heap.top;
    if (alpha !== last) path.push({ ccpAlpha: alpha / n, nLeaves, risk: errors / n });
    last = alpha;
    nLeaves += lost;
    errors -= gained;
  }
  return [...path, { ccpAlpha: 0, nLeaves, risk: errors / n }].reverse();
};
