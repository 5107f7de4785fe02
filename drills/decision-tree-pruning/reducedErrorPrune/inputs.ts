import fc from 'fast-check';
import { majorityClass, type TreeNode } from '../../../reference/decision-tree-pruning/tree.ts';
import { createRandom, randomInteger } from '../../../src/index.ts';

/** The arguments of one call. */
export interface Pruning {
  readonly tree: TreeNode;
  readonly X: readonly (readonly number[])[];
  readonly y: readonly number[];
}

const N_FEATURES = 2;

/** What fails is shrunk towards the first choice, whichever was drawn. */
const simplest = { withCrossShrink: true };

/** Classes without a count in any tree made here: not a class number at all, nearly one, or one beyond the last. */
export const UNSEEN = [-1, 7, 0.5, -2, 12, 1e9, 1 + Number.EPSILON, 1e308] as const;

const coordinate = fc.oneof(
  simplest,
  { weight: 5, arbitrary: fc.integer({ min: -3, max: 3 }) },
  { weight: 1, arbitrary: fc.integer({ min: -50, max: 50 }) },
);

const threshold = fc.oneof(
  simplest,
  { weight: 6, arbitrary: fc.integer({ min: -3, max: 3 }) },
  { weight: 1, arbitrary: fc.integer({ min: -3, max: 2 }).map((value) => value + 0.5) },
  { weight: 1, arbitrary: fc.integer({ min: -50, max: 50 }) },
);

/** Counts tie often; those of 9 and 10 compare otherwise as text. */
const count = fc.oneof(
  simplest,
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 3 }) },
  { weight: 1, arbitrary: fc.integer({ min: 8, max: 12 }) },
);

/** A label, or 'own': what the tree predicts for the row, without which next to nothing would be worth keeping. */
const label = fc.oneof(
  simplest,
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 3 }) },
  { weight: 8, arbitrary: fc.constant('own' as const) },
  { weight: 2, arbitrary: fc.constantFrom(...UNSEEN) },
);

/** Values and thresholds alike are moved and scaled, so that every comparison stays what it is on the integers. */
const grid = fc.oneof(
  simplest,
  { weight: 8, arbitrary: fc.constant({ offset: 0, scale: 1, isCoarse: false }) },
  { weight: 4, arbitrary: fc.constant({ offset: 0, scale: 1, isCoarse: true }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      { offset: 0, scale: 1e-3, isCoarse: false },
      { offset: 1e8, scale: 1, isCoarse: false },
      { offset: 0, scale: 1e-12, isCoarse: false },
    ),
  },
);

/** What a tree is grown from, flat, so that any part can be left out. */
interface Seedling {
  readonly nClasses: number;
  /** The leaf that is split, the feature and the threshold, in the order of growth. */
  readonly splits: readonly (readonly [leaf: number, featureIndex: number, threshold: number])[];
  /** Counts of the leaves from left to right, used in turn. */
  readonly counts: readonly (readonly number[])[];
}

const seedling: fc.Arbitrary<Seedling> = fc.record({
  nClasses: fc.constantFrom(2, 3, 1, 4),
  splits: fc.array(fc.tuple(fc.nat({ max: 7 }), fc.nat({ max: N_FEATURES - 1 }), threshold), { maxLength: 7 }),
  counts: fc.array(fc.array(count, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
});

const rows = fc.array(fc.tuple(fc.array(coordinate, { minLength: N_FEATURES, maxLength: N_FEATURES }), label), {
  minLength: 1,
  maxLength: 12,
});

/** Trees of 0 to 7 splits with 1 to 12 rows of one or two features. */
export const prunings: fc.Arbitrary<Pruning> = fc
  .record({ seedling, rows, grid, nFeatures: fc.integer({ min: 1, max: N_FEATURES }) })
  .map(({ seedling, rows, grid: { offset, scale, isCoarse }, nFeatures }) => {
    // A coarse grid has three values only, so that rows occur twice and thrice.
    const place = (value: number): number => offset + scale * (isCoarse ? Math.sign(value) : value);
    const tree = grow(seedling, nFeatures, place);
    const X = rows.map(([x]) => x.slice(0, nFeatures).map(place));
    const y = rows.map(([, label], i) => (label === 'own' ? predict(tree, X[i]) : label));
    return { tree, X, y };
  });

/** Such trees alone, of two features. */
export const trees: fc.Arbitrary<TreeNode> = seedling.map((parts) => grow(parts, N_FEATURES, (value) => value));

/** What a larger tree is grown from: each number shrinks by itself. */
const largerSeedling = fc.record({
  nSplits: fc.integer({ min: 0, max: 120 }),
  nFeatures: fc.integer({ min: 1, max: 12 }),
  nClasses: fc.integer({ min: 1, max: 15 }),
  seed: fc.nat({ max: 9999 }),
});

/** Thresholds and coordinates of larger inputs. */
const RANGE = 20;

function growLarger(
  { nSplits, nFeatures, nClasses }: { nSplits: number; nFeatures: number; nClasses: number },
  random: () => number,
): TreeNode {
  const splits = Array.from({ length: nSplits }, (): [number, number, number] => [
    randomInteger(random, 0, 999),
    randomInteger(random, 0, nFeatures - 1),
    randomInteger(random, -RANGE, RANGE),
  ]);
  // One class stands out, so that splits are worth something.
  const counts = Array.from({ length: nSplits + 1 }, () => {
    const own = randomInteger(random, 0, nClasses - 1);
    return Array.from({ length: nClasses }, (_, c) => randomInteger(random, 0, c === own ? 30 : 3));
  });
  return grow({ nClasses, splits, counts }, nFeatures, (value) => value);
}

/** Trees of up to 120 splits over 12 features and 15 classes, with up to 150 rows of which most have the label that is predicted. */
export const largerPrunings: fc.Arbitrary<Pruning> = fc
  .tuple(largerSeedling, fc.integer({ min: 1, max: 150 }))
  .map(([seedling, nRows]) => {
    const random = createRandom(seedling.seed);
    const tree = growLarger(seedling, random);
    const X = Array.from({ length: nRows }, () =>
      Array.from({ length: seedling.nFeatures }, () => randomInteger(random, -RANGE, RANGE)),
    );
    const y = X.map((x) => (random() < 0.7 ? predict(tree, x) : randomInteger(random, 0, seedling.nClasses - 1)));
    return { tree, X, y };
  });

/** Such trees alone. */
export const largerTrees: fc.Arbitrary<TreeNode> = largerSeedling.map((seedling) =>
  growLarger(seedling, createRandom(seedling.seed)),
);

/** The same as the arguments of a call. */
export const calls: fc.Arbitrary<unknown[]> = prunings.map(({ tree, X, y }) => [tree, X, y]);

/** A leaf with the class it predicts. */
export const leaf = (...counts: number[]): TreeNode => ({ kind: 'leaf', value: majorityClass(counts), counts });

/** A split with the counts of its children. */
export const split = (featureIndex: number, threshold: number, left: TreeNode, right: TreeNode): TreeNode => ({
  kind: 'split',
  featureIndex,
  threshold,
  counts: left.counts.map((n, c) => n + right.counts[c]),
  left,
  right,
});

/** What the tree predicts. */
export function predict(tree: TreeNode, x: readonly number[]): number {
  let node = tree;
  while (node.kind === 'split') node = x[node.featureIndex] <= node.threshold ? node.left : node.right;
  return node.value;
}

/** A node still in the making: a leaf as long as it has no children. */
interface Bud {
  split?: { featureIndex: number; threshold: number; left: Bud; right: Bud };
}

function grow({ nClasses, splits, counts }: Seedling, nFeatures: number, place: (value: number) => number): TreeNode {
  const root: Bud = {};
  const buds = [root];
  for (const [at, featureIndex, threshold] of splits) {
    const i = at % buds.length;
    const left: Bud = {};
    const right: Bud = {};
    buds[i].split = { featureIndex: featureIndex % nFeatures, threshold: place(threshold), left, right };
    buds.splice(i, 1, left, right);
  }
  let nLeaves = 0;
  const ripe = (bud: Bud): TreeNode => {
    if (!bud.split) return leafOf(counts[nLeaves++ % counts.length].slice(0, nClasses));
    const { featureIndex, threshold, left, right } = bud.split;
    return split(featureIndex, threshold, ripe(left), ripe(right)); // no deeper than there are splits
  };
  return ripe(root);
}

/** No node is without a training sample. */
const leafOf = (counts: readonly number[]): TreeNode =>
  counts.some((n) => n > 0) ? leaf(...counts) : leaf(1, ...counts.slice(1));

/** One split whose threshold is a value of the data; of its two sides neither can be spared. */
export const onThreshold = fc
  .record({
    step: fc.constantFrom<[t: number, gap: number][]>(
      [0, 1],
      [1, 3],
      [-2, 1],
      [0.5, 0.001],
      [1e8, 1],
      [0, 1e-10],
      [1, 1e-12],
    ),
    featureIndex: fc.nat({ max: 1 }),
    nRight: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ step: [t, gap], featureIndex, nRight }): Pruning => {
    const row = (value: number): number[] => (featureIndex === 0 ? [value] : [0, value]);
    const right = Array.from({ length: nRight }, (_, i) => row(t + gap * (i + 1)));
    return {
      tree: split(featureIndex, t, leaf(1, 0), leaf(0, 1)),
      X: [row(t), ...right],
      y: [0, ...right.map(() => 1)],
    };
  });

/** Three splits, as a chain or side by side under the root, with rows given as how many of each label come to each leaf: most decisions are close. */
export const closeCalls = fc
  .record({
    isChain: fc.boolean(),
    counts: fc.tuple(...[0, 1, 2, 3].map(() => fc.constantFrom([1, 0], [0, 1], [2, 0], [0, 2]))),
    rows: fc.array(fc.array(fc.nat({ max: 3 }), { minLength: 2, maxLength: 2 }), { minLength: 4, maxLength: 4 }),
  })
  .map(({ isChain, counts, rows }): Pruning => {
    const [a, b, c, d] = counts.map((n) => leaf(...n));
    const labelled = rows.flatMap((perLabel, x) =>
      perLabel.flatMap((n, label) => Array.from({ length: n }, () => [x, label])),
    );
    if (labelled.length === 0) labelled.push([0, 0]);
    return {
      tree: isChain
        ? split(0, 0, a, split(0, 1, b, split(0, 2, c, d)))
        : split(0, 1, split(0, 0, a, b), split(0, 2, c, d)),
      X: labelled.map(([x]) => [x]),
      y: labelled.map(([, label]) => label),
    };
  });

/** Rows to put before the others, with labels that no node counts. */
export const strangers = fc.array(fc.tuple(fc.integer({ min: -3, max: 3 }), fc.constantFrom<number[]>(...UNSEEN)), {
  minLength: 1,
  maxLength: 3,
});
