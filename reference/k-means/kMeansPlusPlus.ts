import { squaredDistance } from './squaredDistance.ts';
import { validateNClusters, validateRows } from './validate.ts';

type Matrix = readonly (readonly number[])[];

/**
 * Seeds for k-means (Arthur and Vassilvitskii 2007, section 2.2): `nClusters` different row indices of X (nSamples,
 * nFeatures), in the order drawn. The first is uniform; each further row is drawn with a probability proportional to its
 * squared distance to the nearest seed so far. Once every row lies on a seed, unused rows are drawn uniformly.
 *
 * Time O(nSamples nClusters nFeatures): a new seed can only bring a row nearer, so each row is compared with the new seed
 * alone. Memory O(nSamples).
 * @param random gives numbers in [0, 1)
 * @throws RangeError for empty or ragged data, coordinates that are not finite, or nClusters outside 1..nSamples.
 * @example
 * ```ts
 * kMeansPlusPlus([[0], [0], [9]], 2, () => 0); // => [0, 2]
 * ```
 */
export function kMeansPlusPlus(X: Matrix, nClusters: number, random: () => number): ArrayLike<number> {
  validateRows(X, 'X');
  validateNClusters(nClusters, X.length);
  const nearest = X.map(() => Infinity); // squared distance to the nearest seed
  const isUnused = X.map(() => 1);
  const seeds = [drawIndex(isUnused, random)];
  while (seeds.length < nClusters) {
    const seed = seeds[seeds.length - 1];
    isUnused[seed] = 0;
    for (let i = 0; i < X.length; i++) nearest[i] = Math.min(nearest[i], squaredDistance(X[i], X[seed]));
    const isAnyApart = nearest.some((squared) => squared > 0);
    seeds.push(drawIndex(isAnyApart ? nearest : isUnused, random));
  }
  return seeds;
}

/**
 * An index drawn with probability proportional to its weight (one weight or more is positive). An index of weight 0 is
 * never drawn: not where `random` gives 0, and not where rounding lets the last weight end short of the target.
 */
function drawIndex(weights: readonly number[], random: () => number): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const target = random() * total;
  let passed = 0;
  let drawn = -1;
  for (let i = 0; i < weights.length && (drawn < 0 || passed <= target); i++) {
    if (weights[i] === 0) continue;
    passed += weights[i];
    drawn = i;
  }
  return drawn;
}
