import { writtenAs } from '../../../src/index.ts';
import { leaf, type Pruning, split } from './inputs.ts';

// Inputs that chance would miss.

/** Counts, labels and coordinates that tell apart what is nearly the same. */
export const nearlyTheSame: readonly Pruning[] = [
  { tree: split(0, 0, leaf(256, 1), leaf(0, 1)), X: [[0], [1]], y: [0, 0] },
  { tree: split(0, 0, leaf(2 ** 24, 2 ** 24 + 1, 0), leaf(0, 0, 1)), X: [[0], [1]], y: [1, 1] },
  { tree: split(0, 0, leaf(3, 0), leaf(0, 2)), X: [[1]], y: [1 + 1e-8] },
  {
    tree: split(0, 5, leaf(1, 0), leaf(0, 1)),
    X: [
      [1, 11],
      [11, 1],
    ],
    y: [0, 1],
  },
  { tree: split(0, 0, leaf(1, 0), leaf(0, 1)), X: [[1e308, 1e308]], y: [1] },
];

/** One row of 4,000 is worth a split. */
export const oneOfMany: Pruning = {
  tree: split(0, 0, leaf(1, 0), leaf(0, 1)),
  X: writtenAs(
    Array.from({ length: 4000 }, (_, i) => [Number(i === 3999)]),
    'Array.from({ length: 4000 }, (_, i) => [Number(i === 3999)])',
  ),
  y: writtenAs(
    Array.from({ length: 4000 }, (_, i) => Number(i === 3999)),
    'Array.from({ length: 4000 }, (_, i) => Number(i === 3999))',
  ),
};

/** The root as a leaf saves what one child errs, although both children are worth their splits. */
export const twoSplits: Pruning = {
  tree: split(0, 0, split(0, -2, leaf(1, 0), leaf(0, 2)), split(0, 2, leaf(3, 0), leaf(0, 1))),
  X: [[-2], [-1], [-1], [3]],
  y: [0, 0, 0, 1],
};

/** Before its children are pruned, the root as a leaf saves more than either of them; after that it saves nothing. */
export const worthKeeping: Pruning = {
  tree: split(0, 0, split(0, -2, leaf(0, 1), leaf(2, 0)), split(0, 2, leaf(0, 2), leaf(1, 0))),
  X: [[-2], [-2], [1], [3], [3]],
  y: [0, 0, 0, 1, 1],
};
