import { type KdTree, LEAF_SIZE } from './kdTree.ts';
import { selectMedian } from './selectMedian.ts';

/** A tree of rows that are known by these numbers. */
export function kdTreeOf(
  rowIds: readonly number[],
  rowOf: (id: number) => readonly number[],
  nFeatures: number,
): KdTree {
  const ids = Uint32Array.from(rowIds);
  const values = new Float64Array(ids.length * nFeatures);
  for (let place = 0; place < ids.length; place++) {
    const row = rowOf(ids[place]);
    for (let j = 0; j < nFeatures; j++) values[place * nFeatures + j] = row[j];
  }
  const tree = { nFeatures, ids, values };
  order(tree, 0, ids.length - 1, 0);
  return tree;
}

/** Orders the places first..last by a feature around their middle, and both halves by the next feature. At most log2(nSamples) deep. */
function order(tree: KdTree, first: number, last: number, feature: number): void {
  if (last - first < LEAF_SIZE) return;
  const middle = (first + last) >> 1;
  selectMedian(tree, first, last, middle, feature);
  const next = feature + 1 === tree.nFeatures ? 0 : feature + 1;
  order(tree, first, middle - 1, next);
  order(tree, middle + 1, last, next);
}
