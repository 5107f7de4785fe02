import fc from 'fast-check';
import type * as reference from '../../../reference/decision-tree-inference/index.ts';
import {
  asItIsNow,
  broken,
  deepFrozen,
  type Judgement,
  lawsOf,
  throwsRangeError,
  unchanged,
} from '../../../src/index.ts';
import { treesAlike } from '../predict/alike.ts';
import { leaf, split } from '../predict/inputs.ts';
import { judgeValues, type Solution } from './answers.ts';
import { type Batch, batches } from './inputs.ts';

const law = lawsOf<typeof reference>();

/** More rows than a byte counts. */
const many = Array.from({ length: 300 }, (_, i) => [i % 2]);

/** Frozen, so that both trees get the same objects. */
const sameRows = deepFrozen([[0], [1]]);

/** Judges a later call by an earlier one on the same flat tree. */
function judgeAgain({ flatten, predictBatch }: Solution, { tree, X }: Batch, again: Batch['X']): Judgement {
  const flat = flatten(tree);
  const first = predictBatch(flat, X);
  const second = predictBatch(flat, again);
  const at = X.findIndex((_, i) => first[i] !== second[i]);
  return at < 0 ? undefined : broken(`the second answer[${at}]`, second[at], first[at]);
}

/** What calls may not do to one another, nor to their inputs. */
export const callLaws = [
  law(
    'flat trees serve side by side, each any number of times',
    fc.record({ first: batches, second: batches, nOthers: fc.nat({ max: 3 }) }),
    ({ flatten, predictBatch }, { first, second, nOthers }) => {
      const flats = [flatten(first.tree), flatten(second.tree)];
      for (let i = 0; i < nOthers; i++) predictBatch(flatten(leaf(i)), [[0]]);
      predictBatch(flats[0], first.X);
      throwsRangeError(() => predictBatch(flats[0], [[]]), 'a row without features'); // refused or not, it leaves no trace
      const late = judgeValues(predictBatch(flats[1], second.X), second, "the second tree's answer");
      return (
        late ?? judgeValues(predictBatch(flats[0], first.X), first, "the answer, asked again after another tree's,")
      );
    },
    {
      stage: 'state',
      runs: 100,
      examples: [
        {
          first: { tree: split(0, 0, leaf(1), leaf(2)), X: sameRows },
          second: { tree: split(0, 0, leaf(3), leaf(4)), X: sameRows },
          nOthers: 0,
        },
        ...treesAlike.map(({ x, trees: [first, second] }) => ({
          first: { tree: first, X: [x] },
          second: { tree: second, X: [x] },
          nOthers: 0,
        })),
        ...[1, 3, 300].map((nOthers) => ({
          first: { tree: split(0, 0, leaf(1), leaf(2)), X: sameRows },
          second: { tree: split(0, 0, leaf(3), leaf(4)), X: sameRows },
          nOthers,
        })),
      ],
    },
  ),
  law(
    'earlier answers stay what they were',
    fc.record({ batch: batches, nLater: fc.integer({ min: 1, max: 3 }) }),
    ({ flatten, predictBatch }, { batch: { tree, X }, nLater }) => {
      const flat = flatten(tree);
      const earlier = predictBatch(flat, X);
      const reversed = [...X].reverse();
      for (let i = 0; i < nLater; i++) predictBatch(flat, reversed);
      return judgeValues(asItIsNow(earlier), { tree, X }, 'the earlier answer');
    },
    {
      stage: 'state',
      runs: 60,
      examples: [
        ...[1, 2, 300].map((nLater) => ({ batch: { tree: split(0, 0, leaf(1), leaf(2)), X: [[0], [1]] }, nLater })),
        { batch: { tree: split(0, 0, leaf(1), leaf(2)), X: many }, nLater: 1 },
      ],
    },
  ),
  unchanged<Solution>(
    'flatten',
    ['tree'],
    batches.map(({ tree }) => [tree]),
  ),
  law(
    'predictBatch never changes its inputs',
    batches,
    (solution, batch) => judgeAgain(solution, batch, deepFrozen(batch.X)),
    { stage: 'state', runs: 60, guards: { predictBatch: ['flat', 'X'] } },
  ),
  law(
    'predictBatch gives the same answer when it is called again',
    batches,
    (solution, batch) => judgeAgain(solution, batch, batch.X),
    { stage: 'state', runs: 60 },
  ),
];
