import type { TreeNode } from '../../../reference/decision-tree-pruning/index.ts';
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
  { tree: split(0, 0, leaf(1, 0), leaf(0, 2)), X: [[0], [1]], y: [-0, 1] },
];

/** Two splits alike in all but the rows that reach them, of which one is worth its leaves. */
export const alike: Pruning = {
  tree: split(0, 0, ...([1, 2].map(() => split(1, 0, leaf(2, 0), leaf(0, 1))) as [TreeNode, TreeNode])),
  X: [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ],
  y: [0, 1, 0, 0],
};

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

const N_CLASSES = 300;

const leafOfClass = (c: number, n: number): TreeNode =>
  leaf(...Array.from({ length: N_CLASSES }, (_, other) => (other === c ? n : 0)));

/** Two leaves of 300 classes whose largest differ by 256; `writtenAs` as a learner can paste it. */
const twoClasses = (left: number, right: number): TreeNode =>
  writtenAs(
    split(0, 0, leafOfClass(left, 2), leafOfClass(right, 1)),
    `(() => { const counts = (a, b) => Array.from({ length: ${N_CLASSES} }, (_, c) => c === ${left} ? a : c === ${right} ? b : 0); ` +
      `return { kind: 'split', featureIndex: 0, threshold: 0, counts: counts(2, 1), ` +
      `left: { kind: 'leaf', value: ${left}, counts: counts(2, 0) }, right: { kind: 'leaf', value: ${right}, counts: counts(0, 1) } }; })()`,
  );

/** The 300th class is another than the 44th; as the majority of the root it is the smaller one, then the larger. */
export const manyClasses = [twoClasses(43, 299), twoClasses(299, 43)];

const N_FEATURES = 300;
const ON_LAST_CODE = `Array.from({ length: ${N_FEATURES} }, (_, j) => Number(j < ${N_FEATURES - 1}))`;

/** The last of 300 features says something else than all others. */
const manyFeatures: Pruning = {
  tree: split(N_FEATURES - 1, 0, leaf(1, 0), leaf(0, 1)),
  X: writtenAs(
    [0, 1].map((last) => Array.from({ length: N_FEATURES }, (_, j) => (j === N_FEATURES - 1 ? last : 1 - last))),
    `[${ON_LAST_CODE}, ${ON_LAST_CODE}.map((x) => 1 - x)]`,
  ),
  y: [0, 1],
};

/** Rows that all go right, with such labels. */
const allRight = (nRows: number, label: (i: number) => number, labelCode: string): Pruning => ({
  tree: split(0, 0, leaf(2, 0), leaf(0, 1)),
  X: writtenAs(
    Array.from({ length: nRows }, () => [1]),
    `Array.from({ length: ${nRows} }, () => [1])`,
  ),
  y: writtenAs(
    Array.from({ length: nRows }, (_, i) => label(i)),
    `Array.from({ length: ${nRows} }, (_, i) => ${labelCode})`,
  ),
});

/** 65,536 errors of the root as a leaf are one more than its subtree makes. */
export const manyErrors = allRight(65_536, (i) => (i === 65_535 ? 1 : 7), 'i === 65535 ? 1 : 7');

/** Equal rows, of which 301 have one label and 299 the other. */
const manyAlike = allRight(600, (i) => Number(i < 301), 'Number(i < 301)');

/** More than 255 of anything. */
export const hundreds: readonly Pruning[] = [
  ...manyClasses.map((tree): Pruning => ({ tree, X: [[0], [1]], y: [299, 299] })),
  manyFeatures,
  manyAlike,
];

/** A tree whose numbers single precision does not hold. */
export const preciseOn = (featureIndex: number): TreeNode =>
  split(featureIndex, 1 / 3, leaf(2 ** 24 + 1, 0), leaf(0, 1e9 - 1));

/** Values and thresholds next to each other, as far as there are numbers, and zeros of both signs. */
export const adjacent: readonly Pruning[] = (
  [
    [1, 1 + Number.EPSILON],
    [0, Number.MIN_VALUE],
    [9e307, 1e308],
    [-0, 1],
  ] as const
).map(([threshold, above]) => ({
  tree: split(0, threshold, leaf(1, 0), leaf(0, 1)),
  X: [[threshold === 0 ? 0 : threshold], [above]],
  y: [0, 1],
}));
