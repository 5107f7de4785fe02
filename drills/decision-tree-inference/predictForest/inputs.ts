import fc from 'fast-check';
import type { TreeNode } from '../../../reference/decision-tree-inference/index.ts';
import { createRandom, randomInteger } from '../../../src/index.ts';
import { growLarger, largerRow, largerSeedlings, leaf, split } from '../predict/inputs.ts';

/** The arguments of one call. */
export interface Forest {
  readonly trees: readonly TreeNode[];
  readonly x: readonly number[];
}

/** A row that all trees here can read. */
export const ROW: readonly number[] = [0];

const MAX_TREES = 11;

/** Trees that vote alike for ROW, the plainest first. */
const SHAPES: readonly ((label: number) => TreeNode)[] = [
  (label) => leaf(label),
  (label) => split(0, 0, leaf(label), leaf(label + 1)),
  (label) => split(0, -1, leaf(label - 1), leaf(label)),
  (label) => split(0, 3, split(0, -2, leaf(8), leaf(label)), leaf(-8)),
];

/** A tree that cannot be walked with this row, and why. */
export interface Spoilt {
  readonly tree: TreeNode;
  readonly x: readonly number[];
  readonly why: string;
}

/** The plainest first. */
const READING_FEATURE_1: readonly TreeNode[] = [
  split(1, 0, leaf(0), leaf(1)),
  split(0, 0, split(1, 0, leaf(0), leaf(0)), leaf(0)),
  split(0, -1, leaf(0), split(1, 0, leaf(0), leaf(0))),
];

export const PAST_END: readonly Spoilt[] = READING_FEATURE_1.map((tree) => ({
  tree,
  x: ROW,
  why: 'reads x[1], where x has 1 feature',
}));

export const SPOILT: readonly Spoilt[] = [
  ...PAST_END,
  ...READING_FEATURE_1.map((tree) => ({ tree, x: [...ROW, Number.NaN], why: 'reads x[1] = NaN' })),
];

/** Labels that a forest votes for; the smallest is not always the first, nor that of the shortest text. */
const LABELS: readonly (readonly number[])[] = [
  [0, 1, 2, 3],
  [1, 0, 2, 3],
  [3, 2, 1, 0],
  [10, 9, 100, 2],
  [-1, 1, 0, -2],
  [0.5, 0, -0.25, 1 / 3],
  [1e9 + 1, 1e9, -1e9, 2 ** 40],
];

/** Which of the labels a tree votes for: the first two mostly, so that the vote is close. */
const pick = fc.oneof({ weight: 5, arbitrary: fc.nat({ max: 1 }) }, { weight: 1, arbitrary: fc.nat({ max: 3 }) });

/** One vote a tree, 1 to 11 of them. */
export const votes: fc.Arbitrary<number[]> = fc
  .record({ labels: fc.constantFrom(...LABELS), picks: fc.array(pick, { minLength: 1, maxLength: MAX_TREES }) })
  .map(({ labels, picks }) => picks.map((i) => labels[i]));

export const shapes = fc.array(fc.nat({ max: SHAPES.length - 1 }), { minLength: 1, maxLength: 4 });

/** Trees of these shapes, in turn, that vote so. */
export const voting = (labels: readonly number[], shapesInTurn: readonly number[] = [0]): TreeNode[] =>
  labels.map((label, i) => SHAPES[shapesInTurn[i % shapesInTurn.length]](label));

/** A forest that can be walked to its end. */
export const forests: fc.Arbitrary<Forest> = fc
  .tuple(votes, shapes)
  .map(([labels, shapesInTurn]) => ({ trees: voting(labels, shapesInTurn), x: ROW }));

/** Up to 60 trees of up to 30 splits over up to 30 features, that vote for up to 15 labels: each number shrinks by itself. */
export const largerForests: fc.Arbitrary<Forest> = fc
  .record({
    seedling: largerSeedlings(30, 30),
    nTrees: fc.integer({ min: 1, max: 60 }),
    nLabels: fc.integer({ min: 1, max: 15 }),
  })
  .map(({ seedling, nTrees, nLabels }) => {
    // Each tree has a stream of its own, so that it stays what it is when others are left out.
    const trees = Array.from({ length: nTrees }, (_, t) => {
      const shift = t * 7;
      return growLarger(seedling, createRandom(`${seedling.seed} ${t}`), (i) => (i + shift) % nLabels).tree;
    });
    return { trees, x: largerRow(seedling.nFeatures, createRandom(seedling.seed)) };
  });

/** One vote a tree, 12 to 60 of them, for up to 12 labels, the smaller ones mostly. */
export const manyVotes: fc.Arbitrary<number[]> = fc
  .record({
    nTrees: fc.integer({ min: MAX_TREES + 1, max: 60 }),
    nLabels: fc.integer({ min: 1, max: 12 }),
    seed: fc.nat({ max: 9999 }),
  })
  .map(({ nTrees, nLabels, seed }) => {
    const random = createRandom(seed);
    return Array.from({ length: nTrees }, () => randomInteger(random, 0, randomInteger(random, 0, nLabels - 1)));
  });

/** How many votes each label has. */
function counted(labels: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}

/** The label of most votes, the smallest on ties. */
export function winnerOf(labels: readonly number[]): number {
  const [[winner]] = [...counted(labels)].sort(([a, nA], [b, nB]) => nB - nA || a - b);
  return winner;
}

/** How many of these votes settle the answer: the rest could all go to any one label, of those seen or smaller than any. */
export function nNeeded(labels: readonly number[]): number {
  const isSettledAfter = (n: number): boolean => {
    const seen = labels.slice(0, n);
    const rivals = [...new Set(seen), -Infinity];
    return rivals.every((rival) => winnerOf([...seen, ...labels.slice(n).map(() => rival)]) === winnerOf(seen));
  };
  return labels.findIndex((_, i) => isSettledAfter(i + 1)) + 1;
}
