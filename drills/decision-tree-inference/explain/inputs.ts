import fc from 'fast-check';
import type { TreeNode } from '../../../reference/decision-tree-inference/index.ts';
import { createRandom, deepFrozen, writtenAs } from '../../../src/index.ts';
import {
  coordinate,
  griddedPredictions,
  growLarger,
  largerRow,
  largerSeedlings,
  leaf,
  split,
} from '../predict/inputs.ts';

/** The arguments of one call. */
export interface Explanation {
  readonly tree: TreeNode;
  readonly x: readonly number[];
  readonly background: readonly (readonly number[])[];
}

/** Trees of 0 to 10 splits over 1 to 4 features, a row, and 1 to 4 rows to compare it with. */
export const explanations: fc.Arbitrary<Explanation> = fc
  .tuple(
    griddedPredictions,
    fc.array(fc.tuple(coordinate, coordinate, coordinate, coordinate), { minLength: 1, maxLength: 4 }),
  )
  .map(([{ tree, x, grid }, rows]) => ({
    tree,
    x,
    background: rows.map((values) => values.slice(0, x.length).map(grid)),
  }));

/** Trees of up to 60 splits over up to 6 features, and up to 40 background rows: each number shrinks by itself. */
export const largerExplanations: fc.Arbitrary<Explanation> = fc
  .tuple(largerSeedlings(60, 6), fc.integer({ min: 1, max: 40 }))
  .map(([seedling, nRows]) => {
    const random = createRandom(seedling.seed);
    const { tree, x } = growLarger(seedling, random);
    return { tree, x, background: Array.from({ length: nRows }, () => largerRow(x.length, random)) };
  });

/** The same as the arguments of a call. */
export const calls: fc.Arbitrary<unknown[]> = explanations.map(({ tree, x, background }) => [tree, x, background]);

const LEAF_0 = "{ kind: 'leaf', value: 0 }";

/** A list of the same number, which is short to paste. */
const repeated = (n: number, value: number): number[] =>
  writtenAs(
    Array.from({ length: n }, () => value),
    `Array(${n}).fill(${value})`,
  );

/** A chain with a split for each feature, the last one lowest, as a learner can paste it. */
const chainCode = (nFeatures: number, value: number, splitCode: string): string =>
  `Array.from({ length: ${nFeatures} }).reduce((below, _, i) => { const j = ${nFeatures - 1} - i; return ${splitCode}; }, { kind: 'leaf', value: ${value} })`;

/** All features are 1 in the row and 0 in the background; a chain gives `value` where all it reads are 1, else 0. */
export function allOf(nFeatures: number, value: number): Explanation {
  let tree: TreeNode = leaf(value);
  for (let j = nFeatures - 1; j >= 0; j--) tree = split(j, 0.5, leaf(0), tree);
  const code = `{ kind: 'split', featureIndex: j, threshold: 0.5, left: ${LEAF_0}, right: below }`;
  return {
    tree: writtenAs(tree, chainCode(nFeatures, value, code)),
    x: repeated(nFeatures, 1),
    background: [repeated(nFeatures, 0)],
  };
}

/** The last leaf is reached when the features of even index have joined, and the others have not; so are many before. */
export function byTurns(nFeatures: number, values: (j: number) => number): Explanation {
  let tree: TreeNode = leaf(values(nFeatures));
  for (let j = nFeatures - 1; j >= 0; j--) {
    tree = j % 2 ? split(j, 0.5, tree, leaf(values(j))) : split(j, 0.5, leaf(values(j)), tree);
  }
  return { ...allOf(nFeatures, 0), tree };
}

/** The same where the last leaf alone is worth anything. */
export function lastByTurns(nFeatures: number): Explanation {
  const code = `{ kind: 'split', featureIndex: j, threshold: 0.5, left: j % 2 ? below : ${LEAF_0}, right: j % 2 ? ${LEAF_0} : below }`;
  const { tree, ...rows } = byTurns(nFeatures, (j) => (j === nFeatures ? 1 : 0));
  return { ...rows, tree: writtenAs(tree, chainCode(nFeatures, 1, code)) };
}

const complete = new Map<number, Explanation>();

/** A complete tree that asks feature j at depth j; x and the background row disagree on all. Each leaf has its own value. */
export function disagreeing(depth: number): Explanation {
  let nLeaves = 0;
  const grow = (j: number): TreeNode => (j === depth ? leaf(nLeaves++) : split(j, 0.5, grow(j + 1), grow(j + 1)));
  // Frozen, so that it is copied into the sandbox once.
  const made = complete.get(depth) ?? { ...allOf(depth, 0), tree: deepFrozen(grow(0)) };
  complete.set(depth, made);
  return made;
}
