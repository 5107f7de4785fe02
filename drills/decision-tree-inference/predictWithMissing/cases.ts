import fc from 'fast-check';
import type { TreeNode } from '../../../reference/decision-tree-inference/index.ts';
import { leaf, type Prediction as PlainPrediction } from '../predict/inputs.ts';
import { CODES, category, type Prediction, side, split } from './inputs.ts';

/** A tree of level 1 whose splits get a side for what is missing, which no row here is. */
export const withoutMissing = ({ tree, x }: PlainPrediction): Prediction => ({ tree: withSides(tree), x });

export const withSides = (node: TreeNode): Prediction['tree'] =>
  node.kind === 'leaf'
    ? node
    : split(node.featureIndex, node.threshold, 'left', withSides(node.left), withSides(node.right)); // at most ten deep

/** One split by category, and a row whose category is listed left, right or nowhere. */
export const oneCategory = fc
  .record({
    left: fc.uniqueArray(fc.constantFrom(...CODES), { maxLength: 3 }),
    right: fc.uniqueArray(fc.constantFrom(...CODES), { maxLength: 3 }),
    missing: side,
    value: fc.constantFrom(...CODES),
  })
  .map(({ left, right, missing, value }): Prediction => {
    const categories = { left, right: right.filter((code) => !left.includes(code)) };
    return { tree: category(0, categories, missing, leaf(1), leaf(2)), x: [value] };
  });

/** A split of either kind, at whatever threshold. */
const anySplit = fc.record({ isCategory: fc.boolean(), threshold: fc.constantFrom(0, -9, 9), missing: side });

/** A split above two alike, which all read NaN and send it where each says. */
export const twoMissing = fc.tuple(anySplit, anySplit).map(([root, child]): Prediction => {
  const make = ({ isCategory, threshold, missing }: typeof root, ...[left, right]: Children): Prediction['tree'] =>
    isCategory
      ? category(0, { left: [0], right: [1] }, missing, left, right)
      : split(0, threshold, missing, left, right);
  return {
    tree: make(root, make(child, leaf(1), leaf(2)), make(child, leaf(3), leaf(4))),
    x: [Number.NaN],
  };
});

type Children = readonly [left: Prediction['tree'], right: Prediction['tree']];

/** Categories that are nearly the same number. */
export const nearCategories: readonly Prediction[] = [
  [1, 1 + Number.EPSILON],
  [1, 10],
  [0, 1e-300],
  [1, 33],
  [1, 257],
  [1, 65_537],
  [1, 2 ** 32 + 1],
  [1, -1],
  [1, 1.5],
  [0, 5e-324],
  [1e300, 2e300],
  [-1e300, -2e300],
  [999, -999],
  [999, 9999],
].flatMap(([a, b]) =>
  [a, b].map((value) => ({ tree: category(0, { left: [a], right: [b] }, 'left', leaf(1), leaf(2)), x: [value] })),
);

/** Zeros of either sign as categories. */
export const zeroCategories: readonly Prediction[] = [0, -0].flatMap((listed) =>
  [0, -0].map((value) => ({
    tree: category(0, { left: [1], right: [listed] }, 'left', leaf(1), leaf(2)),
    x: [value],
  })),
);
