import fc from 'fast-check';
import type * as reference from '../../../reference/k-means/index.ts';
import {
  broken,
  deepFrozen,
  firstBroken,
  type Judgement,
  type Law,
  lawsOf,
  leavesNoTrace,
  outcomeOf,
  writtenAs,
} from '../../../src/index.ts';
import { squared } from '../kMeans/decided.ts';
import {
  constantStreams,
  half,
  justBelow1,
  largerSeedings,
  type Seeding,
  seededStream,
  seedings,
  streams,
  zero,
} from './inputs.ts';

type Reference = typeof reference;
const law = lawsOf<Reference>();

/** One row apart from so many that its index does not fit into a byte. */
const lastApart = writtenAs(
  deepFrozen(Array.from({ length: 260 }, (_, i) => [i === 259 ? 9 : 1])),
  'Array.from({ length: 260 }, (_, i) => [i === 259 ? 9 : 1])',
);

/** Rounding leaves a walk along the weights above 0 at its end, and the last row lies on a seed. */
const endsOnASeed: Seeding = { X: [[5.1], [3.1], [0.6], [5.1]], nClusters: 3 };

const tenSeeds: Seeding = { X: Array.from({ length: 10 }, (_, i) => [i]), nClusters: 10 };

/** So many seeds that their number does not fit into a byte: whoever forgets one draws it again. */
const manySeeds: Seeding = {
  X: writtenAs(deepFrozen(Array.from({ length: 260 }, (_, i) => [i])), 'Array.from({ length: 260 }, (_, i) => [i])'),
  nClusters: 260,
};

/** The same where all rows lie on the first seed. */
const manyOnOne: Seeding = {
  X: writtenAs(deepFrozen(Array.from({ length: 260 }, () => [1])), 'Array.from({ length: 260 }, () => [1])'),
  nClusters: 260,
};

/** Nine rows of which one differs, in the last of 300 features. */
const lastFeatureApart = writtenAs(
  deepFrozen(Array.from({ length: 9 }, (_, i) => Array.from({ length: 300 }, (_, j) => Number(i + j === 307)))),
  'Array.from({ length: 9 }, (_, i) => Array.from({ length: 300 }, (_, j) => Number(i + j === 307)))',
);

/** One row apart from many, which reads as they do when nothing stands between its coordinates. */
const alikeInDigits: Seeding = { X: [...Array.from({ length: 8 }, () => [1, 11]), [11, 1]], nClusters: 2 };

/** 0 and -0 are one place. */
const zeros: Seeding = { X: [[0], [-0], [5]], nClusters: 2 };

/** Enough for whoever measures every row to every seed each time: how much that costs is judged by growth. */
const LARGE_FUEL = 400_000_000;

const areDistinct = (seeds: ArrayLike<number>): Judgement => {
  const list = Array.from(seeds);
  return firstBroken(list, (seed, s) => {
    const isAgain = list.indexOf(seed) < s;
    return isAgain ? broken(`the answer[${s}]`, `${seed}, a row that is a seed already`, 'another row') : undefined;
  });
};

/** The first seed drawn at distance 0 from an earlier one although another row was not. */
const isApart = ({ X }: Seeding, seeds: ArrayLike<number>): Judgement => {
  const distances = X.map(() => Infinity);
  return firstBroken(Array.from(seeds).slice(1), (seed, s) => {
    for (const [i, x] of X.entries()) distances[i] = Math.min(distances[i], squared(x, X[seeds[s]]));
    if (distances[seed] > 0 || distances.every((distance) => distance === 0)) return undefined;
    return broken(`the answer[${s + 1}]`, `${seed}, a row that lies on a seed`, 'a row that lies on none');
  });
};

/** What may be said of seeds whatever was drawn. */
export function judgeSeeds({ kMeansPlusPlus }: Reference, seeding: Seeding, random: () => number): Judgement {
  const seeds = kMeansPlusPlus(seeding.X, seeding.nClusters, random);
  return areDistinct(seeds) ?? isApart(seeding, seeds);
}

export const seedLaws: readonly Law<Reference>[] = [
  law(
    'the seeds are different rows',
    fc.tuple(seedings, streams),
    (solution, [{ X, nClusters }, make]) => areDistinct(solution.kMeansPlusPlus(X, nClusters, make())),
    { runs: 200 },
  ),
  law(
    'a row that lies on a seed is never drawn while another row does not',
    fc.tuple(seedings, fc.nat(999)),
    (solution, [{ X, nClusters }, seed]) =>
      isApart({ X, nClusters }, solution.kMeansPlusPlus(X, nClusters, seededStream(seed))),
    {
      stage: 'special',
      examples: [
        [{ X: lastApart, nClusters: 2 }, 1],
        [alikeInDigits, 1],
        [alikeInDigits, 2],
      ],
      runs: 200,
    },
  ),
  law(
    'when every row lies on a seed, the next is any row that is none',
    fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }), streams),
    (solution, [nRows, nClusters, make]) => {
      const X = Array.from({ length: nRows }, () => [1]);
      return areDistinct(solution.kMeansPlusPlus(X, Math.min(nClusters, nRows), make()));
    },
    { stage: 'special', runs: 80 },
  ),
  law(
    'random may give the same number for ever, 0 and the largest below 1 too',
    fc.tuple(seedings, constantStreams, fc.constantFrom(1, 0.1)),
    (solution, [seeding, make, factor]) => {
      // Tenths add up with rounding, so that a walk along the weights may end before it has passed the point drawn.
      const X = seeding.X.map((x) => x.map((value) => value * factor));
      return judgeSeeds(solution, { ...seeding, X }, make());
    },
    {
      stage: 'special',
      examples: [
        [endsOnASeed, justBelow1, 1],
        [tenSeeds, half, 1],
        [zeros, zero, 1],
      ],
      runs: 200,
    },
  ),
  law(
    'dozens of rows, features and seeds are no other than a few',
    fc.tuple(largerSeedings, fc.nat(999)),
    (solution, [seeding, seed]) => judgeSeeds(solution, seeding, seededStream(seed)),
    {
      stage: 'larger',
      examples: [
        ...[0, 1, 2].map((seed): [Seeding, number] => [{ X: lastFeatureApart, nClusters: 2 }, seed]),
        [manySeeds, 1],
        [manyOnOne, 1],
      ],
      runs: 25,
      fuel: LARGE_FUEL,
    },
  ),
];

/** Two calls with the same stream, of which one came after another call with the same rows. */
export const independentLaw: Law<Reference> = law(
  'the same arguments and the same random numbers give the same answer, whatever was called before',
  fc.tuple(seedings, fc.nat(999), fc.nat(6)),
  (solution, [{ X, nClusters }, seed, other], anew) => {
    // Frozen rows are the same object in every call, so that what is remembered of them shows.
    const rows = deepFrozen(X);
    const draw = (): ArrayLike<number> => solution.kMeansPlusPlus(rows, nClusters, seededStream(seed));
    return leavesNoTrace(anew, draw, () => {
      outcomeOf(() => solution.kMeansPlusPlus(rows, 1 + (other % X.length), seededStream(seed + 1)));
      return draw();
    });
  },
  { stage: 'state', runs: 60 },
);
