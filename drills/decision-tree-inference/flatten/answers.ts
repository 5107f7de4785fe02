import * as reference from '../../../reference/decision-tree-inference/index.ts';
import { broken, firstBroken, type Judgement } from '../../../src/index.ts';
import type { Batch } from './inputs.ts';

export type Solution = typeof reference;

/** Judges a batch by the walk of level 1, row by row. */
export function judgeBatch({ flatten, predictBatch }: Solution, { tree, X }: Batch): Judgement {
  return judgeValues(predictBatch(flatten(tree), X), { tree, X });
}

/** Judges values that came for a batch. */
export const judgeValues = (actual: ArrayLike<number>, { tree, X }: Batch, answer = 'the answer'): Judgement =>
  judgeKnown(
    actual,
    X.map((x) => reference.predict(tree, x)),
    answer,
  );

/** Judges values by those that are known. */
export const judgeKnown = (actual: ArrayLike<number>, values: readonly number[], answer = 'the answer'): Judgement =>
  firstBroken(values, (expected, i) =>
    actual[i] === expected ? undefined : broken(`${answer}[${i}]`, actual[i], expected),
  );
