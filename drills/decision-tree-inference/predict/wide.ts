import type { Split } from '../../../reference/decision-tree-inference/index.ts';
import { writtenAs } from '../../../src/index.ts';
import { leaf, type Prediction, split } from './inputs.ts';

type SplitPrediction = Prediction & { readonly tree: Split };

/** As many features as the question asks for: more than a byte numbers. */
export const N_WIDE = 300;

/** 0 everywhere but for some features: given an expression, since 300 numbers are hard to read. */
export function wideRow(ones: readonly number[]): number[] {
  const row = Array.from({ length: N_WIDE }, (_, j) => (ones.includes(j) ? 1 : 0));
  return writtenAs(row, `Array.from({ length: ${N_WIDE} }, (_, j) => ([${ones.join(', ')}].includes(j) ? 1 : 0))`);
}

/** A split on one of 300 features, and a row that goes right for this feature alone. */
export const widePredictions: readonly SplitPrediction[] = [64, 128, 255, 256, 299].map((featureIndex) => ({
  tree: split(featureIndex, 0.5, leaf(1), leaf(2)),
  x: wideRow([featureIndex]),
}));

/** Rows of zeros go down 40 splits on feature 0, and then to one on feature 1. */
export const longWay: SplitPrediction = {
  tree: writtenAs(
    Array.from({ length: 40 }).reduce<Split>((below) => split(0, 0, below, leaf(0)), split(1, 0, leaf(1), leaf(2))),
    "Array.from({ length: 40 }).reduce((left) => ({ kind: 'split', featureIndex: 0, threshold: 0, left, right: { kind: 'leaf', value: 0 } }), " +
      "{ kind: 'split', featureIndex: 1, threshold: 0, left: { kind: 'leaf', value: 1 }, right: { kind: 'leaf', value: 2 } })",
  ),
  x: [0, 0],
};
