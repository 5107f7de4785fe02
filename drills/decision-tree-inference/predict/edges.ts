import fc from 'fast-check';
import type { Split } from '../../../reference/decision-tree-inference/index.ts';
import { leaf, type Prediction, split, splitPredictions } from './inputs.ts';

/** A row that is at the threshold of the root. */
export const onThreshold = splitPredictions.map(({ tree, x }): Prediction => {
  const { featureIndex, threshold } = tree;
  return { tree, x: x.map((value, j) => (j === featureIndex ? threshold : value)) };
});

/** How much a feature is above (or below) its threshold, relative; 0 is one or two units in the last place. */
const NARROW_GAPS = [0, 1e-13, 1e-10, 1e-8, 1e-6, 1e-3, 0.4] as const;

/** One split, and a row that is a little to one side of it. */
export const narrowly = fc
  .tuple(
    fc.constantFrom(1, -1, 0.3, 2.5, -2.5, 1e8, 1e-3, 1e-9, 123456789.125),
    fc.constantFrom(...NARROW_GAPS),
    fc.constantFrom(1, -1),
  )
  .map(([threshold, gap, sign]): Prediction => {
    const size = Math.abs(threshold) * Math.max(gap, Number.EPSILON);
    return { tree: split(0, threshold, leaf(1), leaf(2)), x: [threshold + sign * size] };
  });

/** A threshold and a feature nearer than any tolerance, farther apart than any number, or at what stands for "missing" elsewhere. */
const EXTREMES = [
  [0, 5e-324],
  [0, -5e-324],
  [1e-300, 2e-300],
  [1.6e308, 1.7e308],
  [-1.7e308, 1.7e308],
  [1.7e308, -1.7e308],
  [0, -999],
  [0, 9999],
] as const;

/** One split, at the ends of what doubles can tell apart. */
export const extremes: readonly (Prediction & { readonly tree: Split })[] = EXTREMES.map(([threshold, value]) => ({
  tree: split(0, threshold, leaf(1), leaf(2)),
  x: [value],
}));

/** Values of leaves: integers beyond every small type, fractions, what single precision changes, and the ends of doubles. */
export const VALUES = [
  ...[0, 1, -1, 7, 12, -40, 0.5, 1 / 3, -0.001, 1e-9, 1e9, 123456789.123, 2 ** 40 + 1, 16777217],
  ...[0.1 + 0.2, 5e-324, 1e300, -1e300],
];

/** Zeros of either sign wherever a number can be, beside others. */
export const zeros = fc
  .record({
    featureIndex: fc.nat({ max: 1 }),
    thresholds: fc.tuple(fc.constantFrom(0, 1, -0, -1), fc.constantFrom(0, 2, -0)),
    zeroAt: fc.nat({ max: 2 }),
    x: fc.tuple(fc.constantFrom(0, 1, -1, -0), fc.constantFrom(0, 1, -1, -0)),
  })
  .map(({ featureIndex, thresholds: [root, below], zeroAt, x }): Prediction => {
    const [a, b, c] = [0, 1, 2].map((i) => leaf(i === zeroAt ? 0 : i + 1));
    return { tree: split(featureIndex, root, a, split(1 - featureIndex, below, b, c)), x };
  });
