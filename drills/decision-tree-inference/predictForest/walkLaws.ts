import fc from 'fast-check';
import type * as reference from '../../../reference/decision-tree-inference/index.ts';
import {
  broken,
  describeFailure,
  type Judgement,
  lawsOf,
  SubjectError,
  throwsRangeError,
  toCode,
} from '../../../src/index.ts';
import { manyVotes, nNeeded, PAST_END, ROW, SPOILT, type Spoilt, shapes, votes, voting, winnerOf } from './inputs.ts';

const law = lawsOf<typeof reference>();

/** Votes, and how a tree is spoilt. */
const spoiltBy = (kinds: readonly Spoilt[]) =>
  fc.record({
    labels: fc.oneof({ weight: 9, arbitrary: votes }, { weight: 1, arbitrary: manyVotes }),
    shapesInTurn: shapes,
    how: fc.constantFrom(...kinds),
  });

const votesOf = (...labels: number[]) => ({ labels, shapesInTurn: [0], how: SPOILT[0] });

/** Just settled, or not: by a majority, by a tie that goes to the smaller label, by a label that nobody has named yet. */
const close = [
  votesOf(1, 1, 0),
  votesOf(1, 1, 2, 2),
  votesOf(2, 2, 1, 1),
  votesOf(0, 0),
  votesOf(0, 0, 0, 0),
  votesOf(0, 1, 0, 0, 0),
  votesOf(0, 1, 2, 0, 0),
  votesOf(3, 3, 1, 2, 3),
  votesOf(-1e300, -1e300),
  votesOf(1, 1, 2, 0, 0),
];

const repeated = (n: number, labelOf: (i: number) => number): number[] =>
  Array.from({ length: n }, (_, i) => labelOf(i));

/** The same with many trees, or many labels that two others leave behind. */
const long = [
  votesOf(...repeated(20, () => 1)),
  votesOf(...repeated(299, () => 1)),
  votesOf(...repeated(300, () => 1)),
  votesOf(...repeated(300, (i) => i % 2)),
  votesOf(...repeated(300, (i) => 1 - (i % 2))),
  votesOf(...repeated(80, (i) => (i < 30 ? i + 2 : i % 2))),
];

/** Judges a call by the answer that the first trees settle; of the others none can be walked. */
function judgeSettled(call: () => number, expected: number, nSettling: number): Judgement {
  try {
    const actual = call();
    return actual === expected ? undefined : broken('the answer', actual, expected);
  } catch (error) {
    if (!(error instanceof SubjectError) || error.failure.kind !== 'threw') throw error;
    const trees = nSettling === 1 ? 'tree settles' : `${nSettling} trees settle`;
    return broken('the call', describeFailure(error), `${toCode(expected)}, which the first ${trees}`);
  }
}

/** How many trees are walked cannot be seen, but what the walk of a tree that cannot be walked does to the call. */
export const walkLaws = [
  law(
    'no tree is walked once the rest cannot change the answer',
    spoiltBy(PAST_END),
    ({ predictForest }, { labels, shapesInTurn, how }) => {
      const n = nNeeded(labels);
      const trees = voting(labels, shapesInTurn).map((tree, i) => (i < n ? tree : how.tree));
      return judgeSettled(() => predictForest(trees, ROW), winnerOf(labels.slice(0, n)), n);
    },
    { stage: 'special', examples: [...close, ...long] },
  ),
  law(
    'trees are walked, in index order, as long as the rest could change the answer',
    spoiltBy(SPOILT),
    ({ predictForest }, { labels, shapesInTurn, how }) => {
      const last = nNeeded(labels) - 1;
      const trees = voting(labels, shapesInTurn).map((tree, i) => (i === last ? how.tree : tree));
      const why = `trees[${last}], which is needed and ${how.why}`;
      return throwsRangeError(() => predictForest(trees, how.x), why);
    },
    { stage: 'special', examples: [...close, ...long] },
  ),
  law(
    'a visited split that reads NaN, or past the end of the row, is a RangeError in any tree that is walked',
    fc.record({ spoilt: spoiltBy(SPOILT), at: fc.nat({ max: 10 }) }),
    ({ predictForest }, { spoilt: { labels, shapesInTurn, how }, at }) => {
      const i = at % nNeeded(labels);
      const trees = voting(labels, shapesInTurn).map((tree, other) => (other === i ? how.tree : tree));
      return throwsRangeError(() => predictForest(trees, how.x), `trees[${i}], which ${how.why}`);
    },
    { stage: 'faults', runs: 80, examples: [{ spoilt: long[3], at: 200 }] },
  ),
];
