import fc from 'fast-check';
import type { Leaf, Split, TreeNode } from '../../../reference/decision-tree-inference/index.ts';
import { createRandom, randomInteger } from '../../../src/index.ts';

/** The arguments of one call. */
export interface Prediction {
  readonly tree: TreeNode;
  readonly x: readonly number[];
}

export const MAX_FEATURES = 4;

export const coordinate = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: -3, max: 3 }) },
  { weight: 1, arbitrary: fc.integer({ min: -50, max: 50 }) },
);

const threshold = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: -3, max: 3 }) },
  { weight: 1, arbitrary: fc.integer({ min: -3, max: 2 }).map((value) => value + 0.5) },
  { weight: 1, arbitrary: fc.integer({ min: -50, max: 50 }) },
);

/** The value of the i-th leaf from the left: usually all distinct, so that a wrong leaf shows. */
type LeafValue = (i: number) => number;

const VALUES: readonly LeafValue[] = [
  (i) => i,
  (i) => i - 3,
  (i) => 9 + 3 * i,
  (i) => 0.75 - i / 2,
  (i) => 1e9 + i,
  (i) => i >> 1,
  (i) => -1e-3 * (i + 1),
];

/** A feature and its thresholds are moved and scaled together, so that every comparison stays what it is on the grid. */
export type Grid = (value: number) => number;

const GRIDS: readonly Grid[] = [
  (value) => value,
  (value) => value * 1e-3,
  (value) => 1e8 + value,
  (value) => value * 1e-9,
];

/** The place of a split that grows where the row is. */
const ON_THE_WAY = -1;

/** What a tree is grown from, flat, so that any part can be left out. */
interface Seedling {
  readonly nFeatures: number;
  /** The leaf that is split, the feature and the threshold, in the order of growth. */
  readonly splits: readonly (readonly [leaf: number, featureIndex: number, threshold: number])[];
  readonly x: readonly number[];
  readonly leafValue: LeafValue;
  readonly grid: Grid;
}

const seedlings = (minSplits: number): fc.Arbitrary<Seedling> =>
  fc.record({
    nFeatures: fc.integer({ min: 1, max: MAX_FEATURES }),
    splits: fc.array(
      fc.tuple(fc.oneof(fc.constant(ON_THE_WAY), fc.nat({ max: 9 })), fc.nat({ max: MAX_FEATURES - 1 }), threshold),
      { minLength: minSplits, maxLength: 10 },
    ),
    x: fc.tuple(coordinate, coordinate, coordinate, coordinate),
    leafValue: fc.constantFrom(...VALUES),
    grid: fc.oneof(
      { weight: 5, arbitrary: fc.constant(GRIDS[0]) },
      { weight: 1, arbitrary: fc.constantFrom(...GRIDS) },
    ),
  });

/** Trees of 0 to 10 splits over 1 to 4 features, and a row. */
export const predictions: fc.Arbitrary<Prediction> = seedlings(0).map(grow);

/** The same with the grid that they stand on, for whoever adds rows. */
export const griddedPredictions: fc.Arbitrary<Prediction & { readonly grid: Grid }> = seedlings(0).map((seedling) => ({
  ...grow(seedling),
  grid: seedling.grid,
}));

/** The same with at least one split. */
export const splitPredictions: fc.Arbitrary<Prediction & { readonly tree: Split }> = seedlings(1).map((seedling) => {
  const { tree, x } = grow(seedling);
  return { tree: tree as Split, x }; // it grew at least one
});

/** What a larger tree is grown from. */
export interface LargerSeedling {
  readonly nSplits: number;
  readonly nFeatures: number;
  readonly seed: number;
}

/** Up to `maxSplits` splits over up to `maxFeatures` features: each number shrinks by itself. */
export const largerSeedlings = (maxSplits: number, maxFeatures: number): fc.Arbitrary<LargerSeedling> =>
  fc.record({
    nSplits: fc.integer({ min: 0, max: maxSplits }),
    nFeatures: fc.integer({ min: 1, max: maxFeatures }),
    seed: fc.nat({ max: 9999 }),
  });

/** Thresholds and coordinates of larger inputs. */
const RANGE = 20;

/** A row for a larger tree. */
export const largerRow = (nFeatures: number, random: () => number): number[] =>
  Array.from({ length: nFeatures }, () => randomInteger(random, -RANGE, RANGE));

/** A larger tree, and a row where every other of its splits grew on average. */
export function growLarger(
  { nSplits, nFeatures }: LargerSeedling,
  random: () => number,
  leafValue: LeafValue = (i) => i,
): Prediction {
  const x = largerRow(nFeatures, random);
  const splits = Array.from({ length: nSplits }, (): [number, number, number] => [
    random() < 0.5 ? ON_THE_WAY : randomInteger(random, 0, 999),
    randomInteger(random, 0, nFeatures - 1),
    randomInteger(random, -RANGE, RANGE),
  ]);
  return grow({ nFeatures, splits, x, leafValue, grid: GRIDS[0] });
}

/** Trees of up to 150 splits over up to 40 features, and a row. */
export const largerPredictions: fc.Arbitrary<Prediction> = largerSeedlings(150, 40).map((seedling) =>
  growLarger(seedling, createRandom(seedling.seed)),
);

/** The same as the arguments of a call. */
export const calls: fc.Arbitrary<unknown[]> = predictions.map(({ tree, x }) => [tree, x]);

export const leaf = (value: number): Leaf => ({ kind: 'leaf', value });

export const split = (featureIndex: number, threshold: number, left: TreeNode, right: TreeNode): Split => ({
  kind: 'split',
  featureIndex,
  threshold,
  left,
  right,
});

/** The splits that a row visits, from the root on. */
export function visited({ tree, x }: Prediction): Split[] {
  const way: Split[] = [];
  for (let node = tree; node.kind === 'split'; node = goesLeft(node, x) ? node.left : node.right) way.push(node);
  return way;
}

export const goesLeft = ({ featureIndex, threshold }: Split, x: readonly number[]): boolean =>
  x[featureIndex] <= threshold;

/** The tree with each split made anew by `change`, whose children are changed already; small trees only. */
export function withSplits(
  tree: TreeNode,
  change: (split: Split, left: TreeNode, right: TreeNode) => TreeNode,
): TreeNode {
  if (tree.kind === 'leaf') return leaf(tree.value);
  return change(tree, withSplits(tree.left, change), withSplits(tree.right, change));
}

/** A node still in the making: a leaf as long as it has no children. */
interface Bud {
  split?: { featureIndex: number; threshold: number; left: Bud; right: Bud };
}

function grow({ nFeatures, splits, x, leafValue, grid }: Seedling): Prediction {
  const root: Bud = {};
  const buds = [root];
  for (const [at, anyFeature, threshold] of splits) {
    const i = at === ON_THE_WAY ? buds.indexOf(budOf(root, x)) : at % buds.length;
    const left: Bud = {};
    const right: Bud = {};
    buds[i].split = { featureIndex: anyFeature % nFeatures, threshold, left, right };
    buds.splice(i, 1, left, right);
  }
  let nLeaves = 0;
  const ripe = (bud: Bud): TreeNode => {
    if (!bud.split) return leaf(leafValue(nLeaves++));
    const { featureIndex, threshold, left, right } = bud.split;
    return split(featureIndex, grid(threshold), ripe(left), ripe(right)); // no deeper than there are splits
  };
  return { tree: ripe(root), x: x.slice(0, nFeatures).map(grid) };
}

/** The bud that the row is in. */
function budOf(root: Bud, x: readonly number[]): Bud {
  let bud = root;
  while (bud.split) bud = x[bud.split.featureIndex] <= bud.split.threshold ? bud.split.left : bud.split.right;
  return bud;
}
