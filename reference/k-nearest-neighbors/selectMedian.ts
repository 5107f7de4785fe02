import type { KdTree } from './kdTree.ts';

/**
 * Brings the row with the middle value of a feature to its place in first..last, with no larger value before it and no smaller
 * one after it: quickselect (Hoare 1961) with the median of three as pivot. The values are those of the rows; sorted and equal
 * ones too are parted in the middle, since both sides stop at values equal to the pivot. Expected time O(last - first).
 */
export function selectMedian(tree: KdTree, first: number, last: number, middle: number, feature: number): void {
  let low = first;
  let high = last;
  while (low < high) {
    const pivot = medianOfThree(tree, low, high, feature);
    let i = low;
    let j = high;
    while (i <= j) {
      while (valueAt(tree, i, feature) < pivot) i++;
      while (valueAt(tree, j, feature) > pivot) j--;
      if (i <= j) swap(tree, i++, j--);
    }
    // Now places up to j hold no larger and places from i on no smaller values; what is between equals the pivot.
    if (middle <= j) high = j;
    else if (middle >= i) low = i;
    else return;
  }
}

const valueAt = ({ values, nFeatures }: KdTree, place: number, feature: number): number =>
  values[place * nFeatures + feature];

function medianOfThree(tree: KdTree, low: number, high: number, feature: number): number {
  const a = valueAt(tree, low, feature);
  const b = valueAt(tree, (low + high) >> 1, feature);
  const c = valueAt(tree, high, feature);
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}

function swap({ ids, values, nFeatures }: KdTree, i: number, j: number): void {
  const id = ids[i];
  ids[i] = ids[j];
  ids[j] = id;
  for (let f = 0, a = i * nFeatures, b = j * nFeatures; f < nFeatures; f++, a++, b++) {
    const value = values[a];
    values[a] = values[b];
    values[b] = value;
  }
}
