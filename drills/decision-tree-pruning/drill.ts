import type * as reference from '../../reference/decision-tree-pruning/index.ts';
import { type AttemptOf, type CasesOf, defineDrill, type Exportable } from '../../src/index.ts';
import { bestPrunedLevel } from './bestPruned.ts';
import { costComplexityPruneLevel } from './costComplexityPrune.ts';
import { costs } from './costs.ts';
import { pruningPathLevel } from './pruningPath.ts';
import { reducedErrorPruneLevel } from './reducedErrorPrune.ts';
import { selectAlphaLevel } from './selectAlpha.ts';

export default defineDrill<typeof reference>({
  title: 'Decision-tree pruning',
  brief:
    'Here is a decision tree that was grown until it fits its training set. Cut it back, so that it does well on new data.',
  minutes: 40,
  clarifications: [
    {
      question: 'What decides whether a subtree goes?',
      answer:
        'A validation set. Bottom-up, a split becomes a leaf when the leaf makes no more errors, on the rows that reach it, than its subtree as pruned so far.',
      laws: [
        'a split becomes a leaf when that makes no more errors than its subtree as pruned so far, and only then',
        'bottom-up, children before their parent',
      ],
    },
    {
      question: 'And if leaf and subtree make equally many errors?',
      answer: 'Then the split becomes a leaf: ties prune.',
      laws: ['ties prune'],
    },
    {
      question: 'What does a new leaf predict?',
      answer:
        'The class with the largest of its own training counts, the smallest class on ties. It carries the counts of its node; the validation labels change no prediction.',
      laws: [
        'a new leaf carries the counts of its node',
        'a leaf predicts the class with the largest count, the smallest class on ties',
      ],
    },
    {
      question: 'What of a split that no validation row reaches?',
      answer:
        'It becomes a leaf: zero errors are no more than zero errors. An empty validation set, though, is a RangeError.',
      laws: ['a split that no row reaches becomes a leaf'],
    },
    {
      question: 'Where does a row go that equals the threshold?',
      answer: 'Left: x[featureIndex] <= threshold.',
      laws: ['a row goes left when x[featureIndex] <= threshold'],
    },
    {
      question: 'May the validation set hold labels that the training set has not?',
      answer: 'Yes, any finite number. Such a row is an error whatever is predicted.',
      laws: ['a class never seen in training is an error whatever is predicted'],
    },
    {
      question: 'May I change the tree in place?',
      answer: 'No, the inputs are never changed. The answer may share the parts that stay as they were.',
      laws: ['reducedErrorPrune never changes its inputs'],
    },
    {
      question: 'How deep can the tree be?',
      answer: '100,000, as a chain. A call stack that overflows there is a remark and no mistake.',
      laws: ['a tree 100,000 deep does not overflow the call stack'],
    },
    {
      question: 'What about missing values, ragged rows, or labels and rows that do not match?',
      answer:
        'A RangeError: NaN and infinite numbers, rows without features or of different lengths, and a label too few or too many.',
      laws: [
        'malformed X or y is a RangeError: empty, ragged, without features, NaN or infinite, not one label for each row',
      ],
    },
    {
      question: 'With a cost for each leaf: which of two trees that cost the same?',
      answer: 'The smaller one. The smallest tree of least cost is unique.',
      laws: ['a split becomes a leaf when that costs no more than its subtree at its best'],
    },
    {
      question: 'Is the risk a share of the samples below a split, or of all?',
      answer: 'Of all: misclassified training samples divided by those at the root, at every split.',
      laws: [
        'the answer is the subtree of least cost',
        'alphas and risks are shares of the samples at the root, and held to 1e-9',
      ],
    },
    {
      question: 'Does the pruning path have an entry for the full tree when some links cost nothing?',
      answer: 'Yes: the first entry is the full tree at 0, and links that cost nothing make the second, also at 0.',
      laws: [
        'the first entry is ccpAlpha: 0 with the leaves and the risk of the full tree',
        'links that cost nothing make an entry of their own with ccpAlpha: 0, the second',
      ],
    },
    {
      question: 'Do folds of different size weigh the same in the cross-validated risk?',
      answer: 'No: errors and samples are added up over all folds before they are divided.',
      laws: ['risks[k] is the errors of all folds divided by the samples of all folds'],
    },
    {
      question: 'At most, or exactly, so many leaves?',
      answer: 'At most. Of several trees with the least risk any is right.',
      laws: ['the answer has at most maxLeaves leaves'],
    },
  ],
  levels: [reducedErrorPruneLevel, costComplexityPruneLevel, pruningPathLevel, selectAlphaLevel, bestPrunedLevel],
  costs,
  discussion: [
    {
      question: 'What does it cost, and why?',
      answer:
        'Time nodes + rows x depth: a row meets the nodes on one way down, and the errors of a subtree are the sum of those of its children, so no node is scored twice. Memory: a few numbers a node. Scoring the tree anew for each node costs nodes x rows x depth.',
    },
    {
      question: 'Which test cases would you write?',
      answer:
        'One leaf; a tie; a value equal to a threshold; a split that no row reaches; children that prune first and so save their parent, or doom it; a class that training never saw; a tie between counts; a chain of 100,000; an empty and a ragged validation set; frozen inputs.',
    },
    {
      question: 'Why bottom-up, and not from the root down?',
      answer:
        'A node must be compared with its subtree at its best. From the root down the subtree is still overfitted, looks worse than it has to, and is cut too early. Bottom-up gives the smallest of the pruned trees with the fewest validation errors.',
    },
    {
      question: 'What are the weaknesses of the method?',
      answer:
        'It spends data that could train the tree, and it over-prunes where few validation rows reach: a rule for a rare case goes because no row shows its use. The errors of the chosen tree on the validation set are optimistic; measure on a third set.',
    },
    {
      question: 'Why are the trees of the pruning path nested, and those of a given size not?',
      answer:
        'With a price for each leaf a split decides for itself, whatever the rest of the tree does, and what was too dear stays too dear when the price rises. With a number of leaves the subtrees compete for them: one leaf more may be worth taking two from elsewhere.',
    },
    {
      question: 'What does the pruning path cost, naively and at best?',
      answer:
        'Looking through all splits for each weakest link costs nodes squared. A heap of the links, with the ancestors put back after each cut, costs nodes x depth x log(nodes). If each split keeps a heap of the collapses below it, and drops those that come later than its own, nodes x log(nodes) is enough at any depth.',
    },
    {
      question: 'Why one standard error, and not the tree of the smallest cross-validated risk?',
      answer:
        'The curve of risk against size is flat and noisy near its minimum, so the minimum falls anywhere on it. The rule takes the simplest tree that cannot be told from the best. Its error treats the samples as independent, which trees of overlapping folds are not: it is a rule of thumb.',
    },
    {
      question: 'What would you use when there is no data to spare?',
      answer:
        'Cost-complexity pruning with the penalty chosen by cross-validation (Breiman et al. 1984), or pessimistic pruning from the training counts alone (Quinlan 1987, 1993). Both need the counts of every node, not of the leaves only.',
    },
    {
      question: 'What if the validation set does not fit in memory?',
      answer:
        'Stream it: a row only adds to the counters of the nodes on its way down, so one pass and memory for the tree suffice. Counters add up, so parts of the data can be counted on different machines; prune once at the end.',
    },
  ],
  sources: [
    {
      title: 'Simplifying decision trees, International Journal of Man-Machine Studies 27',
      author: 'J. R. Quinlan',
      year: 1987,
      section: 'reduced error pruning',
    },
    {
      title: 'An analysis of reduced error pruning, Journal of Artificial Intelligence Research 15',
      author: 'T. Elomaa, M. Kääriäinen',
      year: 2001,
    },
    {
      title: 'Classification and Regression Trees',
      author: 'L. Breiman, J. H. Friedman, R. A. Olshen, C. J. Stone',
      year: 1984,
      section: '3.3 and 3.4',
    },
    {
      title: 'Trading accuracy for simplicity in decision trees, Machine Learning 15',
      author: 'M. Bohanec, I. Bratko',
      year: 1994,
    },
    { title: 'Machine Learning', author: 'T. M. Mitchell', year: 1997, section: '3.7.1.1' },
  ],
});

/** The exports of an attempt, held against the question: a misspelt or mistyped one is an error on the line that says so. */
export type Check<Attempt extends Exportable<typeof reference, Attempt>> = AttemptOf<typeof reference, Attempt>;

/** The test cases of a candidate, by the function that they test. */
export type Cases = CasesOf<typeof reference>;
