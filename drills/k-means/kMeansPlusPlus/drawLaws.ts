import fc from 'fast-check';
import type * as reference from '../../../reference/k-means/index.ts';
import { deepFrozen, firstBroken, type Law, lawsOf } from '../../../src/index.ts';
import { type Seeding, seededStream } from './inputs.ts';
import { judgeShares } from './shares.ts';

type Reference = typeof reference;
const law = lawsOf<Reference>();

/** Rows to draw seeds of, and in how many calls. */
export interface Experiment extends Seeding {
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

/** The same for coordinates that are very small, or far from the origin. */
export const scaledSeeds: readonly Experiment[] = [
  { X: onALine(0, 1e-6, 3e-6), nClusters: 2, nCalls: 1_000 },
  { X: onALine(1e8, 1e8 + 1, 1e8 + 3), nClusters: 2, nCalls: 1_000 },
];

/** Draws seeds again and again, from one stream, and holds the shares of the rows against their probabilities. */
const drawingLaw = (name: string, experiments: readonly Experiment[]): Law<Reference> =>
  law(
    name,
    fc.integer({ min: 1, max: 20 }),
    (solution, seed) =>
      firstBroken(experiments, ({ X, nClusters, nCalls }) => {
        const random = seededStream(seed);
        const drawn = Array.from({ length: nCalls }, () => solution.kMeansPlusPlus(X, nClusters, random));
        return judgeShares({ X, nClusters }, drawn);
      }),
    { stage: 'special', runs: 1 },
  );

export const drawLaws: readonly Law<Reference>[] = [
  drawingLaw('the first seed is each row with the same probability', firstSeeds),
  drawingLaw(
    'each further seed is drawn with a probability proportional to its squared distance to the nearest seed so far',
    furtherSeeds,
  ),
  drawingLaw('coordinates may be as small as 1e-6 or near 1e8', scaledSeeds),
];
