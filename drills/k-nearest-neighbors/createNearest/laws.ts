import fc from 'fast-check';
import type * as reference from '../../../reference/k-nearest-neighbors/index.ts';
import { kNearest } from '../../../reference/k-nearest-neighbors/index.ts';
import { asItIsNow, broken, deepFrozen, firstBroken, type Judgement, lawsOf } from '../../../src/index.ts';
import { judgeNearest, judgeSame, tiesSurviveRounding } from '../kNearest/answers.ts';
import {
  broadSearches,
  delicateSearches,
  largeSearches,
  longSearches,
  type Search,
  searches,
  tiedSearches,
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

/** What level 1 gives, with indices as they were pushed. */
const asked = ({ X, query, k, gap }: Stream): number[] => kNearest(X, query, k).map((i) => i * gap);

/** Judges that a result has k indices that were pushed, of the nearest rows. */
function judgeByDistance(result: ArrayLike<number>, stream: Stream): Judgement {
  const { X, k, gap } = stream;
  if (result.length !== k) return broken('the length of the answer', result.length, k);
  const places = Array.from(result, (index) => index / gap);
  const strange = places.findIndex((place) => X[place] === undefined);
  if (strange >= 0) return broken(`the answer[${strange}]`, result[strange], 'an index that was pushed');
  return judgeNearest(places, stream);
}

/** Judges a result element by element where ties are exact, and by its distances elsewhere. */
const judgeStream = (result: ArrayLike<number>, stream: Stream): Judgement =>
  judgeByDistance(result, stream) ??
  (tiesSurviveRounding(stream.X, stream.query)
    ? judgeSame(Array.from(result), asked(stream), 'the answer')
    : undefined);

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
      tiesSurviveRounding(stream.X, stream.query)
        ? judgeSame(Array.from(pushed(solution, stream).result()), asked(stream), 'the answer')
        : undefined,
    {
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
    { examples: [thousands], runs: 60 },
  ),
  law(
    'before k pushes result gives all there are, at first none',
    fc.tuple(streams, fc.constantFrom(1, 2, 2 ** 31, 2 ** 32, 2 ** 40)),
    ({ createNearest }, [stream, more]) => {
      const { X, query, order, gap } = stream;
      // Not nSamples + 2^40, whose lower 32 bits would be a fair k.
      const nearest = createNearest(query, more > 2 ? more : X.length + more);
      const first = judgeSame(Array.from(nearest.result()), [], 'the first answer');
      for (const i of order) nearest.push(X[i], i * gap);
      return first ?? judgeStream(nearest.result(), { ...stream, k: X.length });
    },
    { runs: 60 },
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
    { runs: 60 },
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
    { runs: 60 },
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
    { runs: 60 },
  ),
  law(
    'squared distances that differ by more than 1e-9 of the larger are kept apart',
    arriving(delicateSearches),
    (solution, stream) => judgeByDistance(pushed(solution, stream).result(), stream),
    { runs: 100 },
  ),
  law(
    'neither query nor rows are changed',
    streams,
    (solution, stream) =>
      firstBroken([stream, deepFrozen(stream)], (given) => judgeStream(pushed(solution, given).result(), stream)),
    { runs: 60, guards: { createNearest: ['query', 'k'], push: ['row', 'index'] } },
  ),
];
