// fractions of BigInts in pairing heaps, entries with getters
import { type Entry, errorsOf, parentsFirst, type TreeNode, total } from './kit.ts';

/** Errors gained and leaves lost; the largest alpha at the top. */
type Pairing = { readonly gained: bigint; readonly lost: bigint; readonly children: Pairing[] };

const compare = (a: Pairing, b: Pairing): number => Number(a.gained * b.lost - b.gained * a.lost);

function join(a: Pairing | undefined, b: Pairing | undefined): Pairing | undefined {
  if (!a || !b) return a ?? b;
  const [top, other] = compare(a, b) >= 0 ? [a, b] : [b, a];
  top.children.push(other);
  return top;
}

/** All but the top, joined in pairs. */
function rest({ children }: Pairing): Pairing | undefined {
  const pairs = children.flatMap((child, i) => (i % 2 === 0 ? [join(child, children[i + 1])] : []));
  return pairs.reduceRight<Pairing | undefined>(join, undefined);
}

const entry = (ccpAlpha: number, leaves: bigint, errors: bigint, n: number): Entry => ({
  ccpAlpha: ccpAlpha / n,
  get nLeaves() {
    return Number(leaves);
  },
  get risk() {
    return Number(errors) / n;
  },
});

export const pruningPath = (tree: TreeNode): readonly Entry[] => {
  const n = total(tree.counts);
  const heaps = new Map<TreeNode, Pairing | undefined>();
  for (const at of parentsFirst(tree).reverse()) {
    if (at.kind === 'leaf') continue;
    let heap = join(heaps.get(at.left), heaps.get(at.right));
    const gained = BigInt(errorsOf(at) - errorsOf(at.left) - errorsOf(at.right));
    let step: Pairing = { gained, lost: 1n, children: [] };
    for (; heap && compare(heap, step) >= 0; heap = rest(heap))
      step = { gained: step.gained + heap.gained, lost: step.lost + heap.lost, children: [] };
    heaps.set(at, join(heap, step));
  }
  const path: Entry[] = [];
  let [leaves, errors, last]: [bigint, bigint, Pairing | undefined] = [1n, BigInt(errorsOf(tree)), undefined];
  for (let heap = heaps.get(tree); heap; heap = rest(heap)) {
    if (!last || compare(heap, last) !== 0)
      path.push(entry(Number(heap.gained) / Number(heap.lost), leaves, errors, n));
    leaves += heap.lost;
    errors -= heap.gained;
    last = heap;
  }
  return [...path, entry(0, leaves, errors, n)].reverse();
};
