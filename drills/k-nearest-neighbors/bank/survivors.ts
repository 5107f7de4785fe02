/** Mechanical mutants of the reference that answer as it does, by the line as it was and as it is, and why. */
export const survivors: Readonly<Record<string, string>> = {
  'nearestHeap.ts: if (left < heap.length && byDistance(heap[left], heap[farthest]) > 0) farthest = left; -> if (left < heap.length && byDistance(heap[left], heap[farthest]) >= 0) farthest = left;':
    'No two rows compare as equal: the index decides.',
  'createIndex.ts: const ROWS_PER_NEIGHBOUR = 2; -> const ROWS_PER_NEIGHBOUR = 3;':
    'An index may look at more rows, as long as recall and calls of distance are within the bounds.',
  'createIndex.ts: for (let update = 0; update < N_UPDATES; update++) { -> for (let update = 0; update <= N_UPDATES; update++) {':
    'One more update of the centres is another right index.',
  'createIndex.ts: while (centres.length < nCentres) { -> while (centres.length <= nCentres) {':
    'One more centre is another right index.',
  'createIndex.ts: if (d < smallest) [nearest, smallest] = [c, d]; -> if (d <= smallest) [nearest, smallest] = [c, d];':
    'Which of two centres as near a row belongs to is free.',
  'selectMedian.ts: while (low < high) { -> while (low <= high) {':
    'One more turn over a single element leaves it where it is.',
};
