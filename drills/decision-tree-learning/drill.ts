import type * as reference from '../../reference/decision-tree-learning/index.ts';
import { type AttemptOf, type CasesOf, defineDrill, type Exportable } from '../../src/index.ts';
import { bestSplitLevel } from './bestSplit.ts';
import { costs } from './costs.ts';
import { fitBoostedLevel } from './fitBoosted.ts';
import { fitRegressionTreeLevel } from './fitRegressionTree.ts';
import { fitTreeLevel } from './fitTree.ts';
import { fitTreePresortedLevel } from './fitTreePresorted.ts';

type Reference = typeof reference;

/** The exports of an attempt, held against the question: a misspelt or mistyped one is a type error. */
export type Check<Attempt extends Exportable<Reference, Attempt>> = AttemptOf<Reference, Attempt>;

/** The test cases of a candidate, by the function that they test. */
export type Cases = CasesOf<Reference>;

export default defineDrill<Reference>({
  title: 'Decision-tree learning',
  brief: 'Here are rows and their classes. Grow a decision tree from them.',
  minutes: 45,
  clarifications: [
    {
      question: 'What makes a split good?',
      answer:
        'The Gini impurity of the rows, less that of the two sides weighted by their shares. The larger, the better.',
      laws: [
        'impurityDecrease is the impurity of all rows less that of the two sides, weighted by their shares',
        'the candidate with the largest impurityDecrease wins',
      ],
    },
    {
      question: 'Which thresholds are tried?',
      answer:
        'The midpoints between neighbouring distinct values of a feature. A row goes left when its value is <= the threshold.',
      laws: ['a threshold is midway between two neighbouring distinct values of its feature'],
    },
    {
      question: 'What if two splits are equally good?',
      answer: 'The lowest feature wins, then the lowest threshold.',
      laws: ['the lowest featureIndex wins ties, then the lowest threshold'],
    },
    {
      question: 'Is a split taken that gains nothing?',
      answer: 'Yes: a decrease of 0 counts, or an XOR could never be learned. A pure node is a leaf all the same.',
      laws: [
        'a pure y or an XOR gets its first midpoint, with impurityDecrease 0',
        'a split of decrease 0 is taken where a node is not pure',
      ],
    },
    {
      question: 'What does a leaf predict when two classes are equally frequent?',
      answer: 'The smallest of them.',
      laws: ['a leaf predicts its most frequent class, the smallest on ties'],
    },
    {
      question: 'When does growing stop?',
      answer:
        'At a pure node, at maxDepth, or when no split leaves minSamplesLeaf rows on both sides. They are Infinity and 1 when left out.',
      laws: [
        'a node is a leaf when its y are all equal or it has no candidate, and only then',
        'maxDepth is how many splits lie above a leaf at most',
        'minSamplesLeaf is how many rows a candidate leaves on both sides at least',
      ],
    },
    {
      question: 'Are classes 0, 1, 2, ...?',
      answer: 'No: any finite numbers, negative and fractional ones included.',
      laws: ['classes are any finite numbers'],
    },
    {
      question: 'What about missing values, ragged rows, or classes and rows that do not match?',
      answer: 'A RangeError.',
      laws: [
        'malformed X or y is a RangeError: empty, ragged, without features, NaN or infinite, not one value of y for each row',
      ],
    },
    {
      question: 'How is squared error held against rounding?',
      answer:
        'A large constant in all y changes no split. Decreases that differ by less than 1e-6 of the squared error of their node may count as equal.',
      laws: [
        'a large constant in all y, such as 1e8, changes no split',
        'the best candidate is taken by however little it is better',
      ],
    },
    {
      question: 'What does boosting start from, and is learningRate in the leaves?',
      answer:
        'From the mean of y; a leaf holds the mean residual as it is, and predictions multiply by learningRate. Loss: squared error.',
      laws: [
        'initialPrediction is the mean of y',
        'a leaf holds the mean residual of its rows, after the trees before it and not yet times learningRate',
      ],
    },
    {
      question: 'How many classes may there be?',
      answer: 'As many as rows. The cost of a split may not grow with rows times classes.',
      laws: ['grows with nSamples no faster than it must, on sorted rows whose classes all differ'],
    },
  ],
  levels: [bestSplitLevel, fitTreeLevel, fitTreePresortedLevel, fitRegressionTreeLevel, fitBoostedLevel],
  costs,
  discussion: [
    {
      question: 'What does a tree cost to grow, and why?',
      answer:
        'O(d n log n) for each level with a sort in each node, since the nodes of a level share the n rows and each of d features is sorted; O(d n log n + depth d n) when the features are sorted once. Balanced trees have depth log n; the worst has n - 1.',
    },
    {
      question: 'Why does the number of classes not show?',
      answer:
        'When a row changes sides one count changes by one, and the sum of squared counts by 2k + 1. Only the sums are needed: squaresLeft / nLeft + squaresRight / nRight grows with the decrease.',
    },
    {
      question: 'Which test cases would you write?',
      answer:
        'One row; equal rows with different classes; a pure y; XOR; a tie between features and between thresholds; a tie between classes in a leaf; maxDepth 0 and 1; minSamplesLeaf above n / 2; neighbouring doubles; classes such as -1 and 0.5; an offset of 1e8 for regression; frozen inputs.',
    },
    {
      question: 'Gini or entropy?',
      answer:
        'They choose the same split almost always (Raileanu and Stoffel 2004). Gini needs no logarithm and its sums stay integers, so ties are exact. Misclassification is worse for growing: it sees no gain in a split that only makes one side purer.',
    },
    {
      question: 'Why not stop where a split gains nothing?',
      answer:
        'Because the next one may gain all: at the root of an XOR every split has decrease 0. Growing fully and pruning back sees that, stopping early does not.',
    },
    {
      question: 'Presorting or histograms?',
      answer:
        'Presorting is exact, costs O(d n) memory and moves d lists in each node. Histograms of 256 bins cost O(d n) once and O(d bins) a node with one child as parent less sibling; they lose little accuracy, fit caches, and are what LightGBM and XGBoost use on large data.',
    },
    {
      question: 'What if the rows do not fit in memory?',
      answer:
        'Grow level by level: one pass over each sorted column on disk serves all nodes of a level, with the node of each row in memory (SLIQ), or with lists split on disk (SPRINT). Or histograms, which add up over machines.',
    },
    {
      question: 'How does one compute a variance in one pass without losing digits?',
      answer:
        'Not as the mean of squares less the squared mean: with an offset c the digits of c^2 push out those of the variance. Take differences from any number near the mean, or update mean and squared error row by row (Welford 1962; Chan, Golub, LeVeque 1983).',
    },
    {
      question: 'Where does boosting come up in random forests?',
      answer:
        'It does not. A forest is bagging: deep trees, each on a bootstrap sample and with a random subset of features at each split, independent of one another, averaged to lower variance. Boosting grows shallow trees one after the other, each for the errors of those before it, and lowers bias. A forest can be grown in parallel, and more trees do not make it overfit; neither holds of boosting.',
    },
    {
      question: 'What does a smaller learningRate do?',
      answer:
        'It takes more trees to the same training error and usually generalises better: shrinkage (Friedman 2001). It is chosen together with nTrees, which early stopping on a validation set finds.',
    },
    {
      question: 'What changes for another loss?',
      answer:
        'Trees are fitted to the negative gradient, and leaves are then set to what minimises the loss of their rows: the median residual for absolute error, a Newton step for the logistic loss.',
    },
  ],
  sources: [
    {
      title: 'Classification and Regression Trees',
      author: 'Breiman, Friedman, Olshen, Stone',
      year: 1984,
      section: '2.4, 4.3, 8.4',
    },
    { title: 'SLIQ: a fast scalable classifier for data mining', author: 'Mehta, Agrawal, Rissanen', year: 1996 },
    {
      title: 'Greedy function approximation: a gradient boosting machine',
      author: 'Friedman',
      year: 2001,
      section: '4.1',
    },
    { title: 'Note on a method for calculating corrected sums of squares and products', author: 'Welford', year: 1962 },
    { title: 'Random forests', author: 'Breiman', year: 2001 },
  ],
});
