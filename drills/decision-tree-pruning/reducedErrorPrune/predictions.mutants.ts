import type * as reference from '../../../reference/decision-tree-pruning/index.ts';
import type { Mutant } from '../../../src/index.ts';
import { GOES_LEFT, SPLIT_BECOMES_LEAF } from './laws.mutants.ts';
import { asLeaf, majority, mode, type Prune, pruneBy, type Rules, sum, wrong } from './parts.mutants.ts';

// Where a row goes.

const side = (goesLeft: Rules['goesLeft']): Prune => pruneBy({ goesLeft });

// A row goes left when `x[featureIndex] <= threshold` and right otherwise.
const routing = wrong([
  [
    'sends a row on the threshold to the right',
    SPLIT_BECOMES_LEAF,
    side((split, x) => x[split.featureIndex] < split.threshold),
  ],
  ['sends large values to the left', SPLIT_BECOMES_LEAF, side((split, x) => x[split.featureIndex] > split.threshold)],
  ['allows 1e-9 above the threshold', GOES_LEFT, side((split, x) => x[split.featureIndex] <= split.threshold + 1e-9)],
  [
    'compares in single precision',
    GOES_LEFT,
    side((split, x) => Math.fround(x[split.featureIndex]) <= Math.fround(split.threshold)),
  ],
  [
    'keeps the rows in a Float32Array',
    GOES_LEFT,
    side((split, x) => Float32Array.from(x)[split.featureIndex] <= split.threshold),
  ],
  [
    'takes a threshold of 0 for a missing one',
    SPLIT_BECOMES_LEAF,
    side((split, x) => x[split.featureIndex] <= (split.threshold || Infinity)),
  ],
  ['compares whole numbers only', GOES_LEFT, side((split, x) => Math.floor(x[split.featureIndex]) <= split.threshold)],
  ['looks at the first feature only', SPLIT_BECOMES_LEAF, side((split, x) => x[0] <= split.threshold)],
  ['counts features from 1', SPLIT_BECOMES_LEAF, side((split, x) => x[split.featureIndex - 1] <= split.threshold)],
  [
    'takes feature 0 for a missing one and looks at the last',
    SPLIT_BECOMES_LEAF,
    side((split, x) => x[split.featureIndex || x.length - 1] <= split.threshold),
  ],
  [
    'gives both sides the same array of rows',
    SPLIT_BECOMES_LEAF,
    pruneBy({ sides: () => new Array(2).fill([]) as unknown as [number[], number[]] }),
  ],
]);

// What a new leaf predicts.

const predicting = (predict: Rules['predict']): Prune => pruneBy({ predict });

// A leaf predicts the class with the largest count, the smallest class on ties; that is its `value`, in the input and in the answer.
const predictions = wrong([
  [
    'predicts the largest class on ties',
    SPLIT_BECOMES_LEAF,
    predicting((counts) => counts.reduce((best, n, c) => (n >= counts[best] ? c : best), 0)),
  ],
  [
    'sorts counts as text to find the largest',
    SPLIT_BECOMES_LEAF,
    predicting((counts) => counts.indexOf(Array.from(counts).sort()[counts.length - 1])),
  ],
  ['knows two classes only', SPLIT_BECOMES_LEAF, predicting((counts) => (counts[1] > counts[0] ? 1 : 0))],
  [
    'holds counts in a Float32Array',
    SPLIT_BECOMES_LEAF,
    predicting((counts) => majority(Array.from(Float32Array.from(counts)))),
  ],
  [
    'holds counts in a Uint8Array',
    SPLIT_BECOMES_LEAF,
    predicting((counts) => majority(Array.from(Uint8Array.from(counts)))),
  ],
  [
    'compares shares rounded to two decimals',
    SPLIT_BECOMES_LEAF,
    predicting((counts) => majority(Array.from(counts, (n) => Math.round((100 * n) / sum(counts))))),
  ],
  [
    'needs more than half of the counts, and predicts class 0 otherwise',
    SPLIT_BECOMES_LEAF,
    predicting((counts) =>
      Math.max(
        0,
        Array.from(counts).findIndex((n) => 2 * n > sum(counts)),
      ),
    ),
  ],
  [
    'predicts the mean class, rounded',
    SPLIT_BECOMES_LEAF,
    predicting((counts) => Math.round(counts.reduce((total, n, c) => total + n * c, 0) / sum(counts))),
  ],
  [
    'predicts the majority of the validation rows',
    SPLIT_BECOMES_LEAF,
    predicting((counts, labels) => (labels.length === 0 ? majority(counts) : mode(labels))),
  ],
  [
    'predicts what the child with more training samples predicts',
    SPLIT_BECOMES_LEAF,
    predicting((_, __, split) =>
      majority((sum(split.left.counts) < sum(split.right.counts) ? split.right : split.left).counts),
    ),
  ],
  [
    'gives a new leaf a class that is text',
    SPLIT_BECOMES_LEAF,
    pruneBy({ collapse: (split, value) => asLeaf(split, String(value) as unknown as number) }),
  ],
  [
    'predicts the count and not its class',
    SPLIT_BECOMES_LEAF,
    pruneBy({ predict: (counts) => counts[majority(counts)] }),
  ],
]);

/** Mutants that send rows to the wrong side, or predict wrongly. */
export const predictionMutants: Mutant<typeof reference>[] = [...routing, ...predictions];
