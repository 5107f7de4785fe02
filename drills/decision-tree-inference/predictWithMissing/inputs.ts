import fc from 'fast-check';
import type {
  CategorySplit,
  Leaf,
  Side,
  SplitWithMissing,
  TreeWithMissing,
} from '../../../reference/decision-tree-inference/index.ts';
import { createRandom, randomInteger } from '../../../src/index.ts';
import { largerSeedlings, leaf } from '../predict/inputs.ts';

/** The arguments of one call. */
export interface Prediction {
  readonly tree: TreeWithMissing;
  readonly x: readonly number[];
}

export type AnySplit = SplitWithMissing | CategorySplit;

export const split = (
  featureIndex: number,
  threshold: number,
  missing: Side,
  left: TreeWithMissing,
  right: TreeWithMissing,
): SplitWithMissing => ({ kind: 'split', featureIndex, threshold, missing, left, right });

export const category = (
  featureIndex: number,
  categories: CategorySplit['categories'],
  missing: Side,
  left: TreeWithMissing,
  right: TreeWithMissing,
): CategorySplit => ({ kind: 'category', featureIndex, categories, missing, left, right });

const MAX_FEATURES = 3;

/** Categories by number; neighbours in this list are what strings, bits, bytes and rounding take for one another. */
export const CODES = [0, 1, 2, -1, 3, 10, 12, 33, 257, 2.5, 1e9] as const;

export const side = fc.constantFrom<Side[]>('left', 'right');

/** Which side lists the categories of CODES, in turn; an unlisted one is unseen. */
const listing = fc.array(fc.constantFrom<('unseen' | Side)[]>('unseen', 'left', 'right'), { maxLength: CODES.length });

/** Either list may be empty, and in any order. */
function categoriesOf(sides: readonly ('unseen' | Side)[], isReversed: boolean): CategorySplit['categories'] {
  const listed = (wanted: Side): number[] => {
    const codes = CODES.filter((_, i) => sides[i] === wanted);
    return isReversed ? codes.reverse() : codes;
  };
  return { left: listed('left'), right: listed('right') };
}

const feature = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -3, max: 3 }) },
  { weight: 2, arbitrary: fc.constant(Number.NaN) },
  { weight: 2, arbitrary: fc.constantFrom(...CODES) },
);

/** The row with every feature that any tree here may read. */
export const padded = (x: readonly number[]): number[] => [...x, 0, 0].slice(0, MAX_FEATURES);

/** One split, in the order of growth: what it is made of is flat, so that any part can shrink. */
const cut = fc.record({
  /** The leaf that is split: -1 for the one that the row is in. */
  at: fc.oneof(fc.constant(-1), fc.nat({ max: 9 })),
  isCategory: fc.boolean(),
  featureIndex: fc.nat({ max: MAX_FEATURES - 1 }),
  threshold: fc.integer({ min: -3, max: 3 }),
  missing: side,
  listing,
  isReversed: fc.boolean(),
});

type Cut = typeof cut extends fc.Arbitrary<infer Input> ? Input : never;

const grown = (minSplits: number): fc.Arbitrary<Prediction> =>
  fc
    .record({
      cuts: fc.array(cut, { minLength: minSplits, maxLength: 8 }),
      x: fc.array(feature, { minLength: 1, maxLength: MAX_FEATURES }),
      shift: fc.constantFrom(0, -3, 0.5),
    })
    .map(({ cuts, x, shift }) => ({ tree: grow(cuts, x, shift), x }));

/** Trees of 0 to 8 splits of both kinds over 1 to 3 features, and a row. */
export const predictions: fc.Arbitrary<Prediction> = grown(0);

/** Trees of up to 100 splits of both kinds over up to 30 features, and a row: each number shrinks by itself. */
export const largerPredictions: fc.Arbitrary<Prediction> = largerSeedlings(100, 30).map(
  ({ nSplits, nFeatures, seed }) => {
    const random = createRandom(seed);
    const oneOf = <Item>(...items: readonly Item[]): Item => items[randomInteger(random, 0, items.length - 1)];
    const x = Array.from({ length: nFeatures }, () =>
      oneOf(Number.NaN, oneOf(...CODES), randomInteger(random, -9, 9), randomInteger(random, -9, 9)),
    );
    const cuts = Array.from(
      { length: nSplits },
      (): Cut => ({
        at: random() < 0.5 ? -1 : randomInteger(random, 0, 999),
        isCategory: random() < 0.5,
        featureIndex: randomInteger(random, 0, nFeatures - 1),
        threshold: randomInteger(random, -9, 9),
        missing: oneOf<Side>('left', 'right'),
        listing: CODES.map(() => oneOf<'unseen' | Side>('unseen', 'left', 'right')),
        isReversed: random() < 0.5,
      }),
    );
    return { tree: grow(cuts, x, 0), x };
  },
);

/** The same with a split that the row visits. */
export const splitPredictions: fc.Arbitrary<Prediction> = grown(1);

/** A node still in the making: a leaf as long as it has no children. */
interface Bud {
  cut?: { from: Cut; featureIndex: number; left: Bud; right: Bud };
}

function grow(cuts: readonly Cut[], x: readonly number[], shift: number): TreeWithMissing {
  const root: Bud = {};
  const buds = [root];
  for (const from of cuts) {
    const i = from.at < 0 ? buds.indexOf(budOf(root, x)) : from.at % buds.length;
    const [left, right]: Bud[] = [{}, {}];
    buds[i].cut = { from, featureIndex: from.featureIndex % x.length, left, right };
    buds.splice(i, 1, left, right);
  }
  let nLeaves = 0;
  const ripe = (bud: Bud): TreeWithMissing =>
    bud.cut ? splitOf(bud.cut, ripe(bud.cut.left), ripe(bud.cut.right)) : leaf(nLeaves++ + shift);
  return ripe(root);
}

function splitOf(
  { from, featureIndex }: NonNullable<Bud['cut']>,
  left: TreeWithMissing,
  right: TreeWithMissing,
): AnySplit {
  if (!from.isCategory) return split(featureIndex, from.threshold, from.missing, left, right);
  return category(featureIndex, categoriesOf(from.listing, from.isReversed), from.missing, left, right);
}

/** The bud that the row is in. */
function budOf(root: Bud, x: readonly number[]): Bud {
  let bud = root;
  const ends = [leaf(0), leaf(1)] as const;
  while (bud.cut) bud = sideOf(splitOf(bud.cut, ...ends), x) === 'left' ? bud.cut.left : bud.cut.right;
  return bud;
}

/** Where a split sends a row: as the question says it, word for word. */
export function sideOf(node: AnySplit, x: readonly number[]): Side {
  const value = x[node.featureIndex];
  if (Number.isNaN(value)) return node.missing;
  if (node.kind === 'split') return value <= node.threshold ? 'left' : 'right';
  if (node.categories.left.some((listed) => listed === value)) return 'left';
  if (node.categories.right.some((listed) => listed === value)) return 'right';
  return node.missing;
}

/** The splits that a row visits, from the root on, and the leaf where it ends. */
export function wayOf({ tree, x }: Prediction): { splits: AnySplit[]; leaf: Leaf } {
  const splits: AnySplit[] = [];
  let node = tree;
  for (; node.kind !== 'leaf'; node = node[sideOf(node, x)]) splits.push(node);
  return { splits, leaf: node };
}
