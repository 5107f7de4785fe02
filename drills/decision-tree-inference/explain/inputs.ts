import fc from 'fast-check';
import type { TreeNode } from '../../../reference/decision-tree-inference/index.ts';
import { deepFrozen } from '../../../src/index.ts';
import { coordinate, griddedPredictions, leaf, split } from '../predict/inputs.ts';

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

/** The same as the arguments of a call. */
export const calls: fc.Arbitrary<unknown[]> = explanations.map(({ tree, x, background }) => [tree, x, background]);

/** All features are 1 in the row and 0 in the background; a chain gives `value` where all it reads are 1, else 0. */
export function allOf(nFeatures: number, value: number): Explanation {
  let tree: TreeNode = leaf(value);
  for (let j = nFeatures - 1; j >= 0; j--) tree = split(j, 0.5, leaf(0), tree);
  return {
    tree,
    x: Array.from({ length: nFeatures }, () => 1),
    background: [Array.from({ length: nFeatures }, () => 0)],
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
