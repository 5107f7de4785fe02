import fc from 'fast-check';
import type * as reference from '../../../reference/k-means/index.ts';
import { deepFrozen, firstBroken, type Judgement, type Law, lawsOf, writtenAs } from '../../../src/index.ts';
import { type Seeding, seededStream } from './inputs.ts';
import { judgeShare, judgeShares } from './shares.ts';

type Reference = typeof reference;
const law = lawsOf<Reference>();

/** Rows to draw seeds of, and in how many calls. */
export interface Experiment extends Seeding {
  readonly nCalls: number;
}

/** Places on a line with many rows each, and how often seeds are drawn of them. */
interface Crowd {
  readonly places: readonly number[];
  readonly nEach: number;
  readonly nClusters: number;
  readonly nCalls: number;
}

/** Frozen rows, that are copied into the sandbox once for all calls. */
const onALine = (...values: readonly number[]): Seeding['X'] => deepFrozen(values.map((value) => [value]));

/** The first seed alone: three rows, two of them equal. */
export const firstSeeds: readonly Experiment[] = [{ X: onALine(4, 4, 9), nClusters: 1, nCalls: 1_500 }];

/** The second seed, which tells a square from a distance, and the third, which tells the nearest seed from the others. */
export const furtherSeeds: readonly Experiment[] = [
  { X: onALine(0, 1, 3), nClusters: 2, nCalls: 2_500 },
  {
    X: deepFrozen([
      [0, 0, 0, 0],
      [1, 1, 1, 1],
      [0, 0, 0, 2],
    ]),
    nClusters: 2,
    nCalls: 1_300,
  },
  { X: onALine(0, 1, 5, 5, 10), nClusters: 3, nCalls: 2_000 },
];

/** The same for coordinates that are very small, far from the origin, or far apart. */
export const scaledSeeds: readonly Experiment[] = [
  { X: onALine(0, 1e-6, 3e-6), nClusters: 2, nCalls: 1_000 },
  { X: onALine(1e8, 1e8 + 1, 1e8 + 3), nClusters: 2, nCalls: 1_000 },
  { X: onALine(0, 1e8, 3e8), nClusters: 2, nCalls: 1_000 },
];

/** So many rows that an index does not fit into a byte: a place has as many as another, so that their weights are those of its point. */
const firstOfCrowd: Crowd = { places: [0, 1, 3], nEach: 130, nClusters: 1, nCalls: 150 };
const ofCrowd: Crowd = { ...firstOfCrowd, nClusters: 2 };

function judgeCrowd({ kMeansPlusPlus }: Reference, crowd: Crowd, random: () => number): Judgement {
  const { places, nEach, nClusters, nCalls } = crowd;
  const X = writtenAs(
    deepFrozen(places.flatMap((place) => Array.from({ length: nEach }, () => [place]))),
    `[${places.join(', ')}].flatMap((place) => Array.from({ length: ${nEach} }, () => [place]))`,
  );
  const drawn = Array.from({ length: nCalls }, () =>
    Array.from(kMeansPlusPlus(X, nClusters, random), (seed) => Math.floor(seed / nEach)),
  );
  return judgeShares({ X: onALine(...places), nClusters }, drawn, `the rows at ${places.join(', ')}, in this order`);
}

const N_PAIRS = 12;

/**
 * Pairs of rows, so far apart that the first seeds come from one pair each: then there is one row left of each pair, at distance 1
 * from its seed, and in the last pair at distance 4.
 */
const pairs = writtenAs(
  deepFrozen(
    Array.from({ length: 2 * N_PAIRS }, (_, i) => [1e6 * Math.floor(i / 2) + (i === 2 * N_PAIRS - 1 ? 4 : i % 2)]),
  ),
  `Array.from({ length: ${2 * N_PAIRS} }, (_, i) => [1e6 * Math.floor(i / 2) + (i === ${2 * N_PAIRS - 1} ? 4 : i % 2)])`,
);

/** Whether the seed after one from each pair knows of all of them. */
function judgePairs({ kMeansPlusPlus }: Reference, random: () => number): Judgement {
  const nCalls = 250;
  let nLast = 0;
  for (let call = 0; call < nCalls; call++) {
    const seeds = kMeansPlusPlus(pairs, N_PAIRS + 1, random);
    if (seeds[N_PAIRS] >= 2 * N_PAIRS - 2) nLast++;
  }
  const p = 16 / (16 + N_PAIRS - 1);
  return judgeShare(`the share of the last two rows as seed ${N_PAIRS + 1}`, nLast, nCalls, p);
}

/** Draws seeds again and again, from one stream, and holds the shares of the rows against their probabilities. */
const drawingLaw = (
  name: string,
  experiments: readonly Experiment[],
  judgeMore: (solution: Reference, random: () => number) => Judgement = () => undefined,
): Law<Reference> =>
  law(
    name,
    fc.integer({ min: 1, max: 20 }),
    (solution, seed) =>
      firstBroken(experiments, ({ X, nClusters, nCalls }) => {
        const random = seededStream(seed);
        const drawn = Array.from({ length: nCalls }, () => solution.kMeansPlusPlus(X, nClusters, random));
        return judgeShares({ X, nClusters }, drawn);
      }) ?? judgeMore(solution, seededStream(seed)),
    { stage: 'special', runs: 1 },
  );

export const drawLaws: readonly Law<Reference>[] = [
  drawingLaw('the first seed is each row with the same probability', firstSeeds, (solution, random) =>
    judgeCrowd(solution, firstOfCrowd, random),
  ),
  drawingLaw(
    'each further seed is drawn with a probability proportional to its squared distance to the nearest seed so far',
    furtherSeeds,
    (solution, random) => judgeCrowd(solution, ofCrowd, random) ?? judgePairs(solution, random),
  ),
  drawingLaw('coordinates may be as small as 1e-6 or near 1e8', scaledSeeds),
];
