import fc from 'fast-check';
import type * as reference from '../../../reference/decision-tree-learning/index.ts';
import { broken, isClose, type Judgement, lawsOf } from '../../../src/index.ts';
import { cutAt, decreaseOf } from './candidates.ts';
import { type TrainingSet, trainingSets } from './inputs.ts';

type Solution = typeof reference;
const law = lawsOf<Solution>();
const runs = 60;

/** Holds the decrease of a second call against that of a first. */
function sameDecrease(solution: Solution, first: TrainingSet, second: TrainingSet): Judgement {
  const before = solution.bestSplit(first.X, first.y);
  const after = solution.bestSplit(second.X, second.y);
  if (before === null || after === null) {
    return before === after
      ? undefined
      : broken('the answer to the second call', after, before === null ? null : 'a split');
  }
  if (isClose(before.impurityDecrease, after.impurityDecrease, 1)) return undefined;
  return broken('impurityDecrease of the second call', after.impurityDecrease, before.impurityDecrease);
}

/** Increasing functions that keep integers exact. */
const INCREASING: readonly ((value: number) => number)[] = [
  (value) => value + 7,
  (value) => 2 * value,
  (value) => value ** 3,
  (value) => value / 4 - 1,
];

/** What follows from the definition, without knowing any answer. */
export const changeLaws = [
  law(
    'the order of the rows does not change impurityDecrease',
    fc.tuple(trainingSets, fc.nat({ max: 9 })),
    (solution, [{ X, y }, shift]) => {
      const turned = <Item>(items: readonly Item[]): Item[] => items.map((_, i) => items[(i + shift) % items.length]);
      return sameDecrease(solution, { X, y }, { X: turned(X), y: turned(y) });
    },
    { stage: 'combined', runs },
  ),
  law(
    'giving every row twice does not change impurityDecrease',
    trainingSets,
    (solution, { X, y }) => sameDecrease(solution, { X, y }, { X: [...X, ...X], y: [...y, ...y] }),
    { stage: 'combined', runs },
  ),
  law(
    'other names for the classes do not change impurityDecrease',
    fc.tuple(trainingSets, fc.integer({ min: 1, max: 3 })),
    (solution, [{ X, y }, shift]) => sameDecrease(solution, { X, y }, { X, y: y.map((label) => (label + shift) % 4) }),
    { stage: 'combined', runs },
  ),
  law(
    'an increasing function of a feature changes no side that a row goes to',
    fc.tuple(trainingSets, fc.constantFrom(...INCREASING)),
    (solution, [{ X, y }, increase]) => {
      const first = solution.bestSplit(X, y);
      const changed = X.map((x) => x.map((value) => increase(value) + 0));
      const second = solution.bestSplit(changed, y);
      if (!first || !second) return undefined;
      if (first.featureIndex !== second.featureIndex) {
        return broken('featureIndex of the second call', second.featureIndex, first.featureIndex);
      }
      const nLeft = cutAt(X, y, first).nLeft;
      const actual = cutAt(changed, y, second);
      if (nLeft === actual.nLeft) return undefined;
      return broken(
        'the rows that go left in the second call',
        `${actual.nLeft}, a decrease of ${decreaseOf(actual)}`,
        nLeft,
      );
    },
    { stage: 'combined', runs },
  ),
];
