import type * as reference from '../../reference/decision-tree-learning/index.ts';
import { type AttemptOf, defineDrill } from '../../src/index.ts';
import { bestSplitLevel } from './bestSplit.ts';
import { fitTreeLevel } from './fitTree.ts';
import { fitTreePresortedLevel } from './fitTreePresorted.ts';

type Reference = typeof reference;

/** The exports of an attempt, held against the question: a misspelt or mistyped one is a type error. */
export type Check<Attempt extends { [Name in keyof Attempt]: Name extends keyof Reference ? Reference[Name] : never }> =
  AttemptOf<Reference, Attempt>;

export default defineDrill<Reference>({
  title: 'Decision-tree learning',
  brief: 'Here are rows and their classes. Grow a decision tree.',
  minutes: 45,
  clarifications: [
    {
      question: 'What makes a split good?',
      answer:
        'The Gini impurity of the rows, less that of the two sides weighted by their shares. The larger, the better.',
    },
    {
      question: 'Which thresholds are tried?',
      answer:
        'The midpoints between neighbouring distinct values of a feature. A row goes left when its value is <= the threshold.',
    },
    {
      question: 'What if two splits are equally good?',
      answer: 'The lowest feature wins, then the lowest threshold.',
    },
    {
      question: 'Is a split taken that gains nothing?',
      answer: 'Yes: a decrease of 0 counts, or an XOR could never be learned. A pure node is a leaf all the same.',
    },
    {
      question: 'What does a leaf predict when two classes are equally frequent?',
      answer: 'The smallest of them.',
    },
    {
      question: 'When does growing stop?',
      answer:
        'At a pure node, at maxDepth, or when no split leaves minSamplesLeaf rows on both sides. They are Infinity and 1 when left out.',
    },
    {
      question: 'Are classes 0, 1, 2, ...?',
      answer: 'No: any finite numbers, negative and fractional ones included.',
    },
    {
      question: 'What about missing values, ragged rows, or classes and rows that do not match?',
      answer: 'A RangeError.',
    },
    {
      question: 'How many classes may there be?',
      answer: 'As many as rows. The cost of a split may not grow with rows times classes.',
    },
  ],
  levels: [bestSplitLevel, fitTreeLevel, fitTreePresortedLevel],
  discussion: [],
  sources: [
    {
      title: 'Classification and Regression Trees',
      author: 'Breiman, Friedman, Olshen, Stone',
      year: 1984,
      section: '2.4, 4.3, 8.4',
    },
  ],
});
