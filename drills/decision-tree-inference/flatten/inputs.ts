import fc from 'fast-check';
import type { TreeNode } from '../../../reference/decision-tree-inference/index.ts';
import { createRandom, writtenAs } from '../../../src/index.ts';
import {
  coordinate,
  griddedPredictions,
  growLarger,
  type LargerSeedling,
  largerRow,
  largerSeedlings,
  leaf,
  type Prediction,
  split,
} from '../predict/inputs.ts';
import { N_WIDE, wideRow } from '../predict/wide.ts';

/** A tree and the rows that it is to answer. */
export interface Batch {
  readonly tree: TreeNode;
  readonly X: readonly (readonly number[])[];
}

const MAX_ROWS = 6;

/** Trees of 0 to 10 splits over 1 to 4 features, and 1 to 6 rows. */
export const batches: fc.Arbitrary<Batch> = fc
  .tuple(
    griddedPredictions,
    fc.array(fc.tuple(coordinate, coordinate, coordinate, coordinate), { maxLength: MAX_ROWS - 1 }),
  )
  .map(([{ tree, x, grid }, others]) => ({
    tree,
    X: [x, ...others.map((values) => values.slice(0, x.length).map(grid))],
  }));

function largerBatch(seedling: LargerSeedling, nRows: number): Batch {
  const random = createRandom(seedling.seed);
  const { tree, x } = growLarger(seedling, random);
  return { tree, X: [x, ...Array.from({ length: nRows - 1 }, () => largerRow(x.length, random))] };
}

/** Trees of up to 150 splits over up to 40 features, and up to 100 rows: each number shrinks by itself. */
export const largerBatches: fc.Arbitrary<Batch> = fc
  .tuple(largerSeedlings(150, 40), fc.integer({ min: 1, max: 100 }))
  .map(([seedling, nRows]) => largerBatch(seedling, nRows));

/** More rows than a byte counts. */
export const manyRows: Batch = largerBatch({ nSplits: 9, nFeatures: 2, seed: 1 }, 300);

/** The same tree, and one row. */
export const batchOfOne = ({ tree, x }: Prediction): Batch => ({ tree, X: [x] });

/** Features on both sides of where a byte ends, with or without a sign. */
const WIDE_FEATURES = [0, 1, 127, 128, 129, 254, 255, 256, 257, 298, 299] as const;
/** Two splits that read somewhere in 300 features. */
export const wideBatches: fc.Arbitrary<Batch> = fc
  .record({
    features: fc.tuple(fc.constantFrom(...WIDE_FEATURES), fc.constantFrom(...WIDE_FEATURES)),
    ones: fc.uniqueArray(fc.constantFrom(...WIDE_FEATURES), { maxLength: 4 }),
  })
  .map(({ features: [root, below], ones }) => ({
    tree: split(root, 0.5, leaf(1), split(below, 0.5, leaf(2), leaf(3))),
    X: [wideRow([root, ...ones]), wideRow([root, below]), wideRow(ones)],
  }));

/** A split for each of 300 features, the first on top: a row that is 1 in feature j alone gets j. */
function eachFeature(): TreeNode {
  let tree: TreeNode = leaf(-1);
  for (let j = N_WIDE - 1; j >= 0; j--) tree = split(j, 0.5, tree, leaf(j));
  const code =
    `Array.from({ length: ${N_WIDE} }).reduce((left, _, i) => ({ kind: 'split', featureIndex: ${N_WIDE - 1} - i, threshold: 0.5, left, ` +
    `right: { kind: 'leaf', value: ${N_WIDE - 1} - i } }), { kind: 'leaf', value: -1 })`;
  return writtenAs(tree, code);
}

export const allWide: Batch = { tree: eachFeature(), X: WIDE_FEATURES.map((j) => wideRow([j])) };
