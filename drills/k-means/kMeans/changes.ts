import fc from 'fast-check';
import type * as reference from '../../../reference/k-means/index.ts';
import type { KMeansResult } from '../../../reference/k-means/index.ts';
import { broken, type Judgement, type Law, lawsOf } from '../../../src/index.ts';
import { decided } from './decided.ts';
import { type LimitedClustering, limitedClusterings } from './inputs.ts';
import { inertiaOf, run, sameCentroids, sameInertia, sameLabels } from './judge.ts';

type Reference = typeof reference;
type Matrix = LimitedClustering['X'];
const law = lawsOf<Reference>();
const runs = 60;

const offset = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 3, maxLength: 3 });

/** Turned round by `shift` places: an order that shrinks to the old one. */
const turned = <Item>(items: ArrayLike<Item>, shift: number): Item[] => {
  const list = Array.from(items);
  return list.map((_, i) => list[(i + shift) % list.length]);
};

const moved = (points: ArrayLike<ArrayLike<number>>, vector: readonly number[]): number[][] =>
  Array.from(points, (values) => Array.from(values, (value, j) => value + vector[j]));

/**
 * Calls twice, with an input and with the changed input, and holds the second result against what the change makes of the
 * first. Both calls stop where rounding may decide.
 */
function afterChange(
  solution: Reference,
  input: LimitedClustering,
  change: (call: LimitedClustering) => LimitedClustering,
  expectedOf: (result: KMeansResult) => KMeansResult,
): Judgement {
  const first = decided(input);
  const second = first && decided(change(first));
  if (!second) return undefined;
  const expected = expectedOf(run(solution, { ...first, maxIter: second.maxIter }));
  return ofCall('second', sameResult(run(solution, second), expected, second));
}

const ofCall = (which: string, judgement: Judgement): Judgement =>
  judgement && broken(`${judgement.at} of the ${which} call`, judgement.actual, judgement.expected);

const sameResult = (actual: KMeansResult, expected: KMeansResult, call: LimitedClustering): Judgement =>
  sameCentroids(actual.centroids, expected.centroids, call) ??
  sameLabels(actual.labels, expected.labels) ??
  sameInertia(actual.inertia, { inertia: expected.inertia, rounding: 2 * inertiaOf(call, actual).rounding }) ??
  (actual.nIter === expected.nIter ? undefined : broken('nIter', actual.nIter, expected.nIter)) ??
  (actual.converged === expected.converged ? undefined : broken('converged', actual.converged, expected.converged));

/** What follows from the definition, without knowing any answer. */
export const changeLaws: readonly Law<Reference>[] = [
  law(
    'moving all rows and centroids by one vector moves the returned centroids by it, and changes nothing else',
    fc.tuple(limitedClusterings, offset),
    (solution, [input, vector]) =>
      afterChange(
        solution,
        input,
        (call) => ({ ...call, X: moved(call.X, vector), initialCentroids: moved(call.initialCentroids, vector) }),
        (result) => ({ ...result, centroids: moved(result.centroids, vector) }),
      ),
    { stage: 'combined', runs },
  ),
  law(
    'writing the rows in another order does the same to the labels, and changes nothing else',
    fc.tuple(limitedClusterings, fc.nat(11)),
    (solution, [input, shift]) =>
      afterChange(
        solution,
        input,
        (call) => ({ ...call, X: turned(call.X, shift) }),
        (result) => ({ ...result, labels: turned(result.labels, shift) }),
      ),
    { stage: 'combined', runs },
  ),
  law(
    'writing the features in another order does the same to the coordinates of the centroids, and changes nothing else',
    fc.tuple(limitedClusterings, fc.nat(2)),
    (solution, [input, shift]) => {
      const turnedAll = (points: ArrayLike<ArrayLike<number>>): Matrix =>
        Array.from(points, (values) => turned(values, shift));
      return afterChange(
        solution,
        input,
        (call) => ({ ...call, X: turnedAll(call.X), initialCentroids: turnedAll(call.initialCentroids) }),
        (result) => ({ ...result, centroids: turnedAll(result.centroids) }),
      );
    },
    { stage: 'combined', runs },
  ),
  law(
    'giving every row twice doubles the inertia, and changes no centroid',
    limitedClusterings,
    (solution, input) =>
      afterChange(
        solution,
        input,
        (call) => ({ ...call, X: [...call.X, ...call.X] }),
        (result) => ({
          ...result,
          labels: [...Array.from(result.labels), ...Array.from(result.labels)],
          inertia: 2 * result.inertia,
        }),
      ),
    { stage: 'combined', runs },
  ),
  law(
    'starting again from the returned centroids goes on where the first call ended',
    fc.tuple(limitedClusterings, fc.integer({ min: 0, max: 4 })),
    (solution, [input, more]) => {
      const whole = decided({ ...input, maxIter: input.maxIter + more });
      if (!whole) return undefined;
      const maxIter = Math.min(input.maxIter, whole.maxIter);
      const expected = run(solution, whole);
      const initialCentroids = Array.from(run(solution, { ...whole, maxIter }).centroids, (row) => Array.from(row));
      const actual = run(solution, { ...whole, initialCentroids, maxIter: whole.maxIter - maxIter });
      return ofCall(
        'last',
        sameCentroids(actual.centroids, expected.centroids, whole) ?? sameLabels(actual.labels, expected.labels),
      );
    },
    { stage: 'combined', runs },
  ),
];
