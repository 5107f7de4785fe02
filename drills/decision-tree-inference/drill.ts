import type * as reference from '../../reference/decision-tree-inference/index.ts';
import { type AttemptOf, type CasesOf, defineDrill, type Exportable } from '../../src/index.ts';
import { costs } from './costs.ts';
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
      laws: ['the answer is the value of the leaf that the row reaches'],
    },
    {
      question: 'Where does a row go that equals the threshold?',
      answer: 'Left: x[featureIndex] <= threshold, on the numbers as they are, with no rounding and no tolerance.',
      laws: [
        'a row goes left when x[featureIndex] <= threshold, so on equality too',
        'the two numbers are compared as they are: no rounding, no tolerance',
      ],
    },
    {
      question: 'Is it a classifier or a regression tree?',
      answer:
        'Both: the answer is the value of the leaf, any finite number, exactly as it is. 0, negative numbers and fractions are values like any other.',
      laws: ['values are any finite numbers, and the answer is the value exactly as it is'],
    },
    {
      question: 'What if the tree is a single leaf?',
      answer: 'It gives its value, whatever the row.',
      laws: ['a tree that is one leaf gives its value, whatever the row'],
    },
    {
      question: 'May features be missing?',
      answer:
        'Not at first: a visited split that reads NaN is a RangeError, and what an unvisited split would read is not judged. From level 3 on each split says which side a missing feature goes to.',
      laws: ['a visited split that reads NaN is a RangeError'],
    },
    {
      question: 'And a row that is too short, or too long?',
      answer:
        'A visited split whose featureIndex is past the end of the row is a RangeError. More features than the tree asks for do no harm.',
      laws: [
        'a visited split whose featureIndex is past the end of the row is a RangeError',
        'more features than the tree asks for do not change the answer',
      ],
    },
    {
      question: 'How deep, and how unbalanced, can the tree be?',
      answer: 'As deep as a chain of 100,000 splits. A call stack that overflows there is a remark and no mistake.',
      laws: ['a chain 100,000 splits deep does not overflow the call stack'],
    },
    {
      question: 'How fast must it be?',
      answer:
        'At level 1 steps may grow like the number of splits on the way of the row, and not with the number of nodes in the tree.',
      laws: [
        'grows with nNodes no faster than it must, on a balanced tree',
        'grows with nNodes no faster than it must, on a chain that the row leaves after 8 splits',
      ],
    },
    {
      question: 'May I prepare the tree, or keep something between calls?',
      answer:
        'Not at level 1: each call stands alone. At level 2 that is the point: flatten prepares the tree once, in a form of your own, and predictBatch is called with it any number of times. Inputs are never changed, and earlier answers stay what they were.',
      laws: ['predict does not depend on earlier calls', 'flat trees serve side by side, each any number of times'],
    },
    {
      question: 'How large can a tree, and a row, be?',
      answer: '70,000 leaves, 300 features, and chains 100,000 splits deep: small integer types are too small.',
      laws: [
        'rows may have 300 features, and a split may read any of them',
        'a tree may have 70,000 leaves',
        'a chain 100,000 splits deep does not overflow the call stack',
      ],
    },
    {
      question: 'How much memory may a batch take?',
      answer:
        'The answer, and no more than a fixed number of elements a row: no copies of rows, no lists of nodes visited.',
      laws: ['grows with nNodes no faster than it must, on a balanced tree with as many rows, in batches of 8'],
    },
    {
      question: 'What is a category, and what if training never saw it?',
      answer:
        'Any finite number, equal as numbers are. A category split lists those that go left and those that go right; one that neither lists goes to the missing side, as NaN does.',
      laws: ['a category goes to the side that lists it, and to `missing` if neither does'],
    },
    {
      question: 'Is a row that is too short a row with missing features?',
      answer: 'No: a featureIndex past the end of the row is a RangeError at every level.',
      laws: [
        'a visited split whose featureIndex is past the end of the row is a RangeError: that is not a missing value',
      ],
    },
    {
      question: 'How is a tied vote of the forest decided?',
      answer: 'For the smallest label.',
      laws: ['the smallest label wins a tied vote'],
    },
    {
      question: 'When may the forest stop, and what do I know of the trees that are left?',
      answer:
        'After the first tree at which no votes of the others can change the answer, tie rule included. Of the others you know nothing: each may vote for any finite number, also for a label that nobody has named yet.',
      laws: [
        'no tree is walked once the rest cannot change the answer',
        'trees are walked, in index order, as long as the rest could change the answer',
      ],
    },
    {
      question: 'May the forest hold one tree twice?',
      answer: 'Yes. Each place in the forest is walked and votes for itself.',
      laws: ['a tree that the forest holds twice votes twice'],
    },
    {
      question: 'Which explanation is meant: what is a feature compared with?',
      answer:
        'With background rows. A feature that has not joined has its value from a background row; the answer is the mean over those rows (the interventional Shapley value).',
      laws: [
        'the answer has for each feature the mean change of the prediction when it joins, over all orders and background rows',
      ],
    },
    {
      question: 'How exact must an explanation be, and for how many features?',
      answer:
        'Within 1e-9 of the largest leaf value, for 180 features that all matter: so neither sampled orders nor factorials of 180.',
      laws: ['rows may have 180 features that all matter'],
    },
  ],
  levels: [predictLevel, flattenLevel, predictWithMissingLevel, predictForestLevel, explainLevel],
  costs,
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
        'Flat typed arrays (level 2) take a fraction of the memory of objects, need no pointers, and can be stored and shared; how much faster they are depends on the cache: one small tree is in it either way. Beyond that: blocks of rows through one tree at a time, several rows in flight to hide the wait for memory, and threads over rows.',
    },
    {
      question: 'What does flattening cost, and when is it worth it?',
      answer:
        'O(nNodes) time and space, once. A prediction costs O(depth) before and after. So it pays when many rows meet one tree, or when the tree is sent elsewhere; for one row it is a waste.',
    },
    {
      question: 'Why not float32 thresholds and 16-bit indices, as they halve the memory?',
      answer:
        'A float32 threshold moves rows that lie within half a unit of it to the other side. If the features are float32 too, both can be rounded in training, and nothing moves. 16 bits number 65,536 nodes: check at flattening, and choose the type by the size.',
    },
    {
      question: 'How else can a tree deal with missing values?',
      answer:
        'Learn the side with the larger gain for each split (XGBoost, Chen and Guestrin 2016), ask surrogate splits that mimic the missing one (CART), go both ways with weights (C4.5, Quinlan 1993), or fill in before training. A learned side costs nothing at prediction, and treats missingness as information, which fails when data go missing for another reason than in training.',
    },
    {
      question: 'What does the category search cost, and how would you speed it up?',
      answer:
        'The categories a visited split lists, one by one. Prepared once: a Set for each split, or a bit a category when they are numbered from 0, so that a split is one load and one mask.',
    },
    {
      question: 'How early can a vote stop, and why is O(1) a vote enough?',
      answer:
        'When the first has more votes than the second has with all that remain (or as many, and is the smaller label). Only the second can overtake first, so no other label matters; and first and second are easily kept, because one vote moves one label. With clear majorities half of the trees are walked. Sorting trees by how often they decide helps more, but then the order is not theirs.',
    },
    {
      question: 'Why does stopping not help a forest that averages?',
      answer:
        'A mean changes with every tree. With bounds on the leaf values one can stop when the rest cannot move it across a decision threshold, or by enough to matter.',
    },
    {
      question: 'What does an exact explanation cost, and why not 2^nFeatures?',
      answer:
        'O(nBackground x nNodes). A leaf cares only for the features on its way on which x and the background row part: a of them must come from x and b from the row. The orders that complete such a set are counted by a formula, (a - 1)! b! / (a + b)!, and shares are summed from the leaves up.',
    },
    {
      question: 'What is wrong with Shapley values as explanations?',
      answer:
        'They explain the model, not the world. Mixes of x and a background row may be rows that cannot exist, where the model was never trained; the alternative, conditional expectations, gives credit to features that the model never reads. They depend on the background, and share interactions equally. There is no perfect answer; say which question was asked.',
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
    {
      title: 'XGBoost: a scalable tree boosting system, KDD',
      author: 'T. Chen, C. Guestrin',
      year: 2016,
      section: '3.4, default directions for missing values',
    },
    {
      title: 'Random forests, Machine Learning 45',
      author: 'L. Breiman',
      year: 2001,
      section: '1.1',
    },
    {
      title:
        'From local explanations to global understanding with explainable AI for trees, Nature Machine Intelligence 2',
      author: 'S. M. Lundberg and others',
      year: 2020,
      section: 'Methods, interventional feature perturbation',
    },
    {
      title: 'A value for n-person games, Contributions to the Theory of Games 2',
      author: 'L. S. Shapley',
      year: 1953,
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
export type Check<Attempt extends Exportable<Asked, Attempt>> = AttemptOf<Asked, Attempt>;

/** The test cases of a candidate, by the function that they test. */
export type Cases = CasesOf<Asked>;
