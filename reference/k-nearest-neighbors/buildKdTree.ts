import { KdSearch } from './kdSearch.ts';
import type { KdTree } from './kdTree.ts';
import { kdTreeOf } from './kdTreeOf.ts';
import { checkCount, checkPoint, checkTable } from './validate.ts';

type Rows = readonly (readonly number[])[];

/**
 * Prepares the rows of X (nSamples, nFeatures) for queries. Time O(nSamples (log nSamples + nFeatures)) in any order of the
 * rows: each of log2(nSamples) levels moves every row a constant number of times. Memory O(nSamples nFeatures).
 *
 * @throws RangeError on empty or ragged X, rows without features, and values that are not finite.
 * @example
 * ```ts
 * const tree = buildKdTree([[0, 0], [5, 5], [1, 1]]);
 * queryKdTree(tree, [2, 2], 2); // => [2, 0]
 * ```
 */
export function buildKdTree(X: Rows): KdTree {
  checkTable(X);
  return kdTreeOf(
    X.map((_, i) => i),
    (i) => X[i],
    X[0].length,
  );
}

/**
 * Indices of the k rows nearest to the query (nFeatures), nearest first, lower index first at equal distances: what `kNearest`
 * gives. Expected time O(log nSamples + k log k) for few features (Friedman, Bentley and Finkel 1977): with 12 or more, most
 * ranges have to be looked at, and scanning all rows is as fast.
 *
 * @throws RangeError when the query has not as many features as the rows, all finite, and for k outside 1..nSamples.
 * @example
 * ```ts
 * queryKdTree(buildKdTree([[0, 0], [5, 5], [1, 1]]), [4, 4], 1); // => [1]
 * ```
 */
export function queryKdTree(tree: KdTree, query: readonly number[], k: number): number[] {
  checkPoint(query, tree.nFeatures, 'query');
  checkCount(k, tree.ids.length);
  const search = new KdSearch(query, k);
  search.visit(tree);
  return search.result();
}
