/** A row with its squared Euclidean distance to the query. */
export interface Neighbour {
  readonly squaredDistance: number;
  readonly index: number;
}

/** The order of neighbours: nearest first, and the lower index first at equal distances. */
export const byDistance = (a: Neighbour, b: Neighbour): number =>
  a.squaredDistance - b.squaredDistance || a.index - b.index;

/**
 * Puts a candidate into the heap of the nNeighbors nearest seen so far, unless it is farther than all of them.
 * The heap has its farthest neighbour at the root, at [0], and the children of [i] at [2i + 1] and [2i + 2]: so the one to
 * be replaced is at hand, and a replacement walks one path down. O(log nNeighbors). Knuth 1998, vol. 3, section 5.2.3.
 */
export function keepNearest(heap: Neighbour[], candidate: Neighbour, nNeighbors: number): void {
  if (heap.length < nNeighbors) {
    heap.push(candidate);
    siftUp(heap, heap.length - 1);
  } else if (byDistance(candidate, heap[0]) < 0) {
    heap[0] = candidate;
    siftDown(heap, 0);
  }
}

function siftUp(heap: Neighbour[], start: number): void {
  let i = start;
  while (i > 0) {
    const parent = (i - 1) >> 1;
    if (byDistance(heap[i], heap[parent]) < 0) return;
    swap(heap, i, parent);
    i = parent;
  }
}

function siftDown(heap: Neighbour[], start: number): void {
  let i = start;
  for (;;) {
    const farthest = farthestOf(heap, i, 2 * i + 1, 2 * i + 2);
    if (farthest === i) return;
    swap(heap, i, farthest);
    i = farthest;
  }
}

/** Which of the places i, left and right holds the farthest neighbour; the last two may be past the end. */
function farthestOf(heap: readonly Neighbour[], i: number, left: number, right: number): number {
  let farthest = i;
  if (left < heap.length && byDistance(heap[left], heap[farthest]) > 0) farthest = left;
  if (right < heap.length && byDistance(heap[right], heap[farthest]) > 0) farthest = right;
  return farthest;
}

function swap(heap: Neighbour[], i: number, j: number): void {
  const neighbour = heap[i];
  heap[i] = heap[j];
  heap[j] = neighbour;
}
