import fc from 'fast-check';
import type * as reference from '../../../reference/k-nearest-neighbors/index.ts';
import { asItIsNow, deepFrozen, firstBroken, type Judgement, lawsOf } from '../../../src/index.ts';
import { judgeExactly, judgeNearest, judgeSame, tiesSurviveRounding } from '../kNearest/answers.ts';
import {
  broadSearches,
  delicateSearches,
  largeSearches,
  longSearches,
  type Search,
  searches,
  searchOf,
  tiedSearches,
  tiny,
} from '../kNearest/inputs.ts';

const law = lawsOf<typeof reference>();

/** A search whose rows arrive in another order than that of their indices, with gaps between these. */
interface Stream extends Search {
  /** Places of the rows, in the order of their arrival. */
  readonly order: readonly number[];
  readonly gap: number;
}

const keys = fc.array(fc.nat(99), { minLength: 10, maxLength: 10 });

const arriving = (found: fc.Arbitrary<Search>): fc.Arbitrary<Stream> =>
  fc.record({ search: found, keys, gap: fc.integer({ min: 1, max: 3 }) }).map(({ search, keys, gap }) => ({
    ...search,
    order: search.X.map((_, i) => i).sort((a, b) => keys[a % 10] - keys[b % 10]),
    gap,
  }));

const streams = arriving(searches);
const tiedStreams = arriving(tiedSearches);

/** Thousands of rows, as they come. */
const thousands: Stream = { ...largeSearches[3], order: largeSearches[3].X.map((_, i) => i), gap: 1 };

/** Pushes all rows; the index of row i is i times the gap. */
function pushed({ createNearest }: typeof reference, { X, query, k, order, gap }: Stream) {
  const nearest = createNearest(query, k);
  for (const i of order) nearest.push(X[i], i * gap);
  return nearest;
}

/** The rows by the indices they were pushed with. */
const idsOf = ({ X, gap }: Stream): number[] => X.map((_, i) => i * gap);

const judgeByDistance = (result: ArrayLike<number>, stream: Stream): Judgement =>
  judgeNearest(result, stream, idsOf(stream));

const judgeStream = (result: ArrayLike<number>, stream: Stream): Judgement =>
  judgeExactly(result, stream, idsOf(stream));

export const nearestLaws = [
  law(
    'result gives the k nearest of the rows pushed so far, nearest first',
    streams,
    (solution, stream) => judgeByDistance(pushed(solution, stream).result(), stream),
    {
      examples: [
        { X: [[0]], query: [0], k: 1, order: [0], gap: 1 },
        { X: [[1], [0]], query: [0], k: 2, order: [0, 1], gap: 2 ** 24 + 1 },
        { X: [[1], [0]], query: [0], k: 2, order: [0, 1], gap: 2 ** 31 },
        { X: [[1], [0]], query: [0], k: 2, order: [0, 1], gap: 2 ** 40 },
      ],
      runs: 200,
    },
  ),
  law(
    'rows at equal distances come in order of index, in whatever order they were pushed',
    tiedStreams,
    (solution, stream) =>
      tiesSurviveRounding(stream.X, stream.query) ? judgeStream(pushed(solution, stream).result(), stream) : undefined,
    {
      stage: 'special',
      examples: [
        { X: [[1], [-1]], query: [0], k: 1, order: [1, 0], gap: 1 },
        { X: [[1], [-1], [1]], query: [0], k: 2, order: [2, 1, 0], gap: 5 },
      ],
      runs: 200,
    },
  ),
  law(
    'dozens and thousands of rows, and dozens of features, are no other than a few',
    arriving(fc.oneof(longSearches, broadSearches)),
    (solution, stream) => judgeStream(pushed(solution, stream).result(), stream),
    { stage: 'larger', examples: [thousands], runs: 60 },
  ),
  law(
    'before k pushes result gives all there are, at first none',
    fc.tuple(streams, fc.constantFrom(1, 2, 2 ** 31, 2 ** 32, 2 ** 40)),
    ({ createNearest }, [stream, more]) => {
      const { X, query, order, gap } = stream;
      // Not nSamples + 2^40, whose lower 32 bits would be a fair k.
      const nearest = createNearest(query, more > 2 ? more : X.length + more);
      const first = judgeSame(Array.from(nearest.result()), [], 'the answer');
      if (first) return first;
      for (const i of order) nearest.push(X[i], i * gap);
      return judgeStream(nearest.result(), { ...stream, k: X.length });
    },
    { stage: 'special', runs: 60 },
  ),
  law(
    'result may be asked at any time and changes nothing',
    streams,
    ({ createNearest }, stream) => {
      const { X, query, k, order, gap } = stream;
      const nearest = createNearest(query, k);
      for (const i of order) {
        nearest.push(X[i], i * gap);
        nearest.result();
      }
      return judgeStream(nearest.result(), stream);
    },
    { stage: 'state', runs: 60 },
  ),
  law(
    'each result is a list of its own: earlier ones stay what they were',
    streams,
    ({ createNearest }, { X, query, k, order, gap }) => {
      const nearest = createNearest(query, k);
      const half = Math.ceil(order.length / 2);
      for (const i of order.slice(0, half)) nearest.push(X[i], i * gap);
      const early = nearest.result();
      const before = Array.from(early);
      for (const i of order.slice(half)) nearest.push(X[i], i * gap);
      nearest.result();
      const now = asItIsNow(early);
      return judgeSame(Array.from(now), before, 'the earlier answer');
    },
    { stage: 'state', runs: 60 },
  ),
  law(
    'any number of such objects may be in use at the same time',
    fc.tuple(streams, streams),
    ({ createNearest }, [a, b]) => {
      const [first, second] = [a, b].map(({ query, k }) => createNearest(query, k));
      for (let t = 0; t < Math.max(a.order.length, b.order.length); t++) {
        const [i, j] = [a.order[t], b.order[t]];
        if (i !== undefined) first.push(a.X[i], i * a.gap);
        if (j !== undefined) second.push(b.X[j], j * b.gap);
      }
      return judgeStream(first.result(), a) ?? judgeStream(second.result(), b);
    },
    { stage: 'state', runs: 60 },
  ),
  law(
    'squared distances that differ by more than 1e-9 of the larger are kept apart',
    arriving(delicateSearches),
    (solution, stream) => judgeByDistance(pushed(solution, stream).result(), stream),
    { stage: 'special', examples: [{ ...searchOf(tiny), order: [0, 1], gap: 1 }], runs: 100 },
  ),
  law(
    'neither query nor rows are changed',
    streams,
    (solution, stream) =>
      firstBroken([stream, deepFrozen(stream)], (given) => judgeStream(pushed(solution, given).result(), stream)),
    { stage: 'state', runs: 60, guards: { createNearest: ['query', 'k'], push: ['row', 'index'] } },
  ),
];
