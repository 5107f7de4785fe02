import fc from 'fast-check';
import type * as reference from '../../../reference/k-nearest-neighbors/index.ts';
import { asItIsNow, deepFrozen, firstBroken, type Judgement, lawsOf } from '../../../src/index.ts';
import { alike, extremes, many } from '../extremes.ts';
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
  /** The index of row 0, if it is not 0. */
  readonly from?: number;
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

/** A search whose rows come in order of their indices. */
const asTheyCome = (search: Search): Stream => ({ ...search, order: search.X.map((_, i) => i), gap: 1 });

/** Pushes all rows; the index of row i is i times the gap, and more where they begin later. */
function pushed({ createNearest }: typeof reference, { X, query, k, order, gap, from = 0 }: Stream) {
  const nearest = createNearest(query, k);
  for (const i of order) nearest.push(X[i], from + i * gap);
  return nearest;
}

/** The rows by the indices they were pushed with. */
const idsOf = ({ X, gap, from = 0 }: Stream): number[] => X.map((_, i) => from + i * gap);

const judgeByDistance = (result: ArrayLike<number>, stream: Stream): Judgement =>
  judgeNearest(result, stream, idsOf(stream));

const judgeStream = (result: ArrayLike<number>, stream: Stream): Judgement =>
  judgeExactly(result, stream, idsOf(stream));

const one = asTheyCome({ X: [[5]], query: [5], k: 1 });

/** More objects than a few places hold. */
const MANY = 20;

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
        { X: [[1], [0]], query: [0], k: 2, order: [0, 1], gap: 2 ** 53 - 1 },
        ...alike.map(asTheyCome),
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
        { X: [[1], [-1], [1]], query: [0], k: 3, order: [2, 1, 0], gap: 9e14 }, // as text, 18 comes before 9
        { X: [[1], [-1]], query: [0], k: 2, order: [1, 0], gap: 2 ** 53 - 1 }, // -1 in 32 bits
        { X: [[1], [-1]], query: [0], k: 2, order: [1, 0], gap: 1, from: 2 ** 53 - 2 },
      ],
      runs: 200,
    },
  ),
  law(
    'dozens and thousands of rows, and dozens of features, are no other than a few',
    arriving(fc.oneof(longSearches, broadSearches)),
    (solution, stream) => judgeStream(pushed(solution, stream).result(), stream),
    { stage: 'larger', examples: [largeSearches[3], ...many].map(asTheyCome), runs: 60 },
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
      return firstBroken(order, (i, t) => {
        nearest.push(X[i], i * gap);
        const come = order.slice(0, t + 1).sort((a, b) => a - b);
        const search = { X: come.map((place) => X[place]), query, k: Math.min(k, t + 1) };
        const ids = come.map((place) => place * gap);
        return judgeExactly(nearest.result(), search, ids) ?? judgeExactly(nearest.result(), search, ids);
      });
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
    fc.tuple(streams, streams, fc.nat(10), fc.nat(2)),
    ({ createNearest }, [a, b, nBefore, nOthers]) => {
      const first = createNearest(a.query, a.k);
      for (const i of a.order.slice(0, nBefore)) first.push(a.X[i], i * a.gap);
      const others = Array.from({ length: nOthers }, () => createNearest(b.query, b.k));
      const second = createNearest(b.query, b.k);
      others.forEach((other, i) => {
        other.push(b.X[0], i);
      });
      const later = a.order.slice(nBefore);
      for (let t = 0; t < Math.max(later.length, b.order.length); t++) {
        const [i, j] = [later[t], b.order[t]];
        if (i !== undefined) first.push(a.X[i], i * a.gap);
        if (j !== undefined) second.push(b.X[j], j * b.gap);
      }
      return (
        judgeStream(first.result(), a) ??
        judgeStream(second.result(), b) ??
        firstBroken(others, (other, i) => judgeSame(Array.from(other.result()), [i], 'the answer'))
      );
    },
    {
      stage: 'state',
      examples: [
        [one, one, 1, 0],
        [one, one, 0, MANY],
      ],
      runs: 60,
    },
  ),
  law(
    'squared distances that differ by more than 1e-9 of the larger are kept apart',
    arriving(delicateSearches),
    (solution, stream) => judgeByDistance(pushed(solution, stream).result(), stream),
    { stage: 'special', examples: [searchOf(tiny), ...extremes].map(asTheyCome), runs: 100 },
  ),
  law(
    'neither query nor rows are changed',
    streams,
    (solution, stream) =>
      firstBroken([stream, deepFrozen(stream)], (given) => judgeStream(pushed(solution, given).result(), stream)),
    { stage: 'state', runs: 60, guards: { createNearest: ['query', 'k'], push: ['row', 'index'] } },
  ),
];
