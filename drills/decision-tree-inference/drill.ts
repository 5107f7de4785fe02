import type * as reference from '../../reference/decision-tree-inference/index.ts';
import { type AttemptOf, defineDrill } from '../../src/index.ts';
import { explainLevel } from './explain.ts';
import { flattenLevel } from './flatten.ts';
import { predictLevel } from './predict.ts';
import { predictForestLevel } from './predictForest.ts';
import { predictWithMissingLevel } from './predictWithMissing.ts';

export default defineDrill<typeof reference>({
  title: 'Decision-tree inference',
  brief: 'Here is a decision tree that was already trained. Write the function that predicts with it.',
  minutes: 30,
  clarifications: [
    {
      question: 'What does the tree look like?',
      answer:
        "Plain objects: a leaf is { kind: 'leaf', value }, a split { kind: 'split', featureIndex, threshold, left, right }. No node occurs twice in a tree.",
    },
    {
      question: 'Where does a row go that equals the threshold?',
      answer: 'Left: x[featureIndex] <= threshold, on the numbers as they are, with no rounding and no tolerance.',
    },
    {
      question: 'Is it a classifier or a regression tree?',
      answer:
        'Both: the answer is the value of the leaf, any finite number, exactly as it is. 0, negative numbers and fractions are values like any other.',
    },
    {
      question: 'What if the tree is a single leaf?',
      answer: 'It gives its value, whatever the row.',
    },
    {
      question: 'May features be missing?',
      answer:
        'Not at this level: a visited split that reads NaN is a RangeError. What an unvisited split would read is not judged.',
    },
    {
      question: 'And a row that is too short, or too long?',
      answer:
        'A visited split whose featureIndex is past the end of the row is a RangeError. More features than the tree asks for do no harm.',
    },
    {
      question: 'How deep, and how unbalanced, can the tree be?',
      answer: 'As deep as a chain of 100,000 splits. The call stack must not overflow.',
    },
    {
      question: 'How fast must it be?',
      answer:
        'Steps may grow like the number of splits on the way of the row, and not with the number of nodes in the tree.',
    },
    {
      question: 'May I prepare the tree, or keep something between calls?',
      answer:
        'At this level each call stands alone: the inputs are never changed, and an answer does not depend on earlier calls.',
    },
  ],
  levels: [predictLevel, flattenLevel, predictWithMissingLevel, predictForestLevel, explainLevel],
  discussion: [
    {
      question: 'What does a prediction cost, and why?',
      answer:
        'Time: one comparison a level, so at most the depth; about log2 of the leaves in a balanced tree, and leaves - 1 in a chain. Each split rules out one side unseen, so the number of nodes does not matter. Memory: one variable; a recursion takes a stack frame a level.',
    },
    {
      question: 'Which test cases would you write?',
      answer:
        'One leaf; a value equal to the threshold, and the next double above it; 0 as value, threshold and featureIndex; a row for every leaf of a small tree; NaN and a short row, at the root and further down; a NaN where nobody reads; a chain of 100,000; frozen inputs; two trees by turns.',
    },
    {
      question: 'Recursion or a loop?',
      answer:
        'Recursion reads like the definition and is fine at the depth of most trained trees, 10 to 50. JavaScript engines do not remove the tail call, so a depth that the caller controls wants a loop, which is as short.',
    },
    {
      question: 'Why is NaN a trap here, and what would you do about missing values?',
      answer:
        'NaN <= t is false, and so is undefined <= t: a missing value goes right without a word, as if it were large. Say so loudly, or learn a default side for each split in training (as in level 3), or use surrogate splits (Breiman et al. 1984, section 5.3).',
    },
    {
      question: 'A million rows wait. What would you change?',
      answer:
        'Objects scattered over the heap miss the cache at every level. Put the nodes into flat typed arrays once and walk indices (level 2); go through the tree level by level for blocks of rows; keep thresholds in doubles, because float32 moves rows that lie near a threshold.',
    },
    {
      question: 'What if the rows, or the trees, do not fit in memory?',
      answer:
        'Rows are independent: stream them, or shard them over machines. A tree that does not fit can be cut into subtrees stored together, so that a prediction reads one block for every few levels, as B-trees do.',
    },
    {
      question: 'The same tree gives other answers in production than in training. Where would you look?',
      answer:
        'At <= against < on equal values, thresholds rounded on export (float32, few decimals), features in another order or scaled differently, missing values coded as 0 or -1 on one side only, and categories numbered anew.',
    },
  ],
  sources: [
    {
      title: 'Classification and Regression Trees',
      author: 'L. Breiman, J. H. Friedman, R. A. Olshen, C. J. Stone',
      year: 1984,
      section: 'chapter 2',
    },
    {
      title: 'The Elements of Statistical Learning',
      author: 'T. Hastie, R. Tibshirani, J. H. Friedman',
      year: 2009,
      section: '9.2',
    },
  ],
});

/** The question's functions: the form of a flat tree, and of the answers to many rows, is the attempt's own affair. */
export interface Asked {
  predict: typeof reference.predict;
  predictForest: typeof reference.predictForest;
  explain: (...args: Parameters<typeof reference.explain>) => ArrayLike<number>;
  predictWithMissing: typeof reference.predictWithMissing;
  flatten: (...args: Parameters<typeof reference.flatten>) => unknown;
  predictBatch: (flat: never, X: Parameters<typeof reference.predictBatch>[1]) => ArrayLike<number>;
}

/** The exports of an attempt, held against the question: a misspelt or mistyped one is an error on the line that says so. */
export type Check<Attempt extends { [Name in keyof Attempt]: Name extends keyof Asked ? Asked[Name] : never }> =
  AttemptOf<Asked, Attempt>;
