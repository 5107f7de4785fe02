import type * as reference from '../../reference/k-nearest-neighbors/index.ts';
import { type AttemptOf, type CasesOf, defineDrill, type Exportable } from '../../src/index.ts';
import { buildKdTreeLevel } from './buildKdTree.ts';
import { costs } from './costs.ts';
import { createDynamicIndexLevel } from './createDynamicIndex.ts';
import { createIndexLevel } from './createIndex.ts';
import { createNearestLevel } from './createNearest.ts';
import { kNearestLevel } from './kNearest.ts';

export default defineDrill<typeof reference>({
  title: 'k-nearest neighbours',
  brief: 'Here is a table of labelled points. Find the k points nearest to a new one, and use them to classify it.',
  minutes: 35,
  clarifications: [
    {
      question: 'Which distance?',
      answer: 'Euclidean. All features count alike; they are on one scale already, so nothing is rescaled.',
      laws: ['kNearest gives the k nearest rows by Euclidean distance, nearest first'],
    },
    {
      question: 'What is returned, and in what order?',
      answer: 'The row indices of the k nearest rows, nearest first, in a plain or a typed array.',
      laws: ['kNearest gives the k nearest rows by Euclidean distance, nearest first'],
    },
    {
      question: 'What if two rows are equally far?',
      answer: 'The lower index comes first, and stays in when only one of them fits into the k.',
      laws: [
        'rows at equal distances come in order of index',
        'the lower index comes first at equal distances, also where only some of them fit into the k',
      ],
    },
    {
      question: 'What if two labels have equally many votes?',
      answer: 'The smallest of the labels that tie wins. Votes are not weighted by distance.',
      laws: ['the smallest of the labels that tie for most votes wins'],
    },
    {
      question: 'What are labels: 0 to nClasses - 1?',
      answer: 'Any finite numbers: negative, large, or fractions.',
      laws: ['labels may be any finite numbers: negative, beyond 10, fractions'],
    },
    {
      question: 'Can k be larger than the number of rows, or zero?',
      answer: 'No: k is an integer from 1 to nSamples, anything else is a RangeError. k = nSamples gives every row.',
      laws: ['a RangeError is thrown when k is not an integer from 1 to nSamples', 'k = nSamples gives every row'],
    },
    {
      question: 'Can rows occur twice, or equal the query?',
      answer: 'Yes to both. A row given twice is two rows, and a row at distance 0 counts like any other.',
      laws: ['a row given twice is two rows', 'a row equal to the query is at distance 0 and counts like any other'],
    },
    {
      question: 'Can values be missing, or rows differ in length?',
      answer:
        'Such input is malformed and a RangeError: no rows, no features, rows or a query of another length, NaN or infinite coordinates, a label too few or too many.',
      laws: [
        'malformed input throws a RangeError',
        'a RangeError is thrown when X is empty',
        'a RangeError is thrown when a row of X has no features',
        'a RangeError is thrown when rows of X differ in length',
        'a RangeError is thrown when the query has another length than the rows',
        'a RangeError is thrown when y has not one label for each row',
        'a RangeError is thrown when a coordinate is NaN or infinite',
      ],
    },
    {
      question: 'How precise must distances be?',
      answer:
        'Squared distances that differ by more than 1e-9 of the larger come out in the right order, also when all coordinates are near 1e8.',
      laws: [
        'squared distances that differ by more than 1e-9 of the larger come in the right order',
        'distances are exact where all coordinates lie near 1e8',
      ],
    },
    {
      question: 'How many rows, how many features, how large a k?',
      answer: 'Many rows, few features, a small k. Steps may grow like nSamples log nSamples.',
      laws: [
        'grows with nSamples no faster than it must, on shuffled rows, in kNearest',
        'grows with nSamples no faster than it must, on equal rows, in kNearest',
      ],
    },
    {
      question: 'When rows arrive one at a time: in the order of their indices, and as many as k at least?',
      answer: 'Neither. Indices come in any order, and before k rows have come all of them are the answer.',
      laws: [
        'rows at equal distances come in order of index, in whatever order they were pushed',
        'before k pushes result gives all there are, at first none',
      ],
    },
    {
      question: 'Must the tree be a k-d tree?',
      answer: 'No, any structure will do; it is judged by exact answers and by how its cost grows.',
      laws: [
        'grows with nSamples no faster than it must, on building, shuffled rows',
        'grows with nSamples no faster than it must, on 24 queries of distinct rows, k = 3',
      ],
    },
    {
      question: 'What does approximate mean?',
      answer:
        'Of the 10 nearest rows at least 0.9 are found on average, while the distance is called for at most a tenth of the rows.',
      laws: [
        'of the 10 nearest rows at least 0.9 are found on average',
        'distance is called for at most a tenth of nSamples, on average over the queries',
      ],
    },
    {
      question: 'When the catalogue changes: are ids used again after a removal?',
      answer: 'Never. An id is the number of rows that were inserted before, removed ones included.',
      laws: ['insert gives as id how many rows were inserted before, also those that have been removed since'],
    },
  ],
  levels: [kNearestLevel, createNearestLevel, buildKdTreeLevel, createIndexLevel, createDynamicIndexLevel],
  costs,
  discussion: [
    {
      question: 'What does a query cost, and why?',
      answer:
        'O(n d) for the distances: each row must be looked at once. Then O(n log n) to sort them all, O(n log k) for a heap of the k best, or O(n) expected for a selection plus O(k log k) to put k in order. Memory is O(n), or O(k) with the heap. On shuffled rows the heap is replaced only about k log(n / k) times, so it costs next to nothing.',
    },
    {
      question: 'Which test cases would you write?',
      answer:
        'One row; k = 1 and k = n; k = 0, n + 1 and 1.5; equal distances inside the answer and at its edge; duplicates; a row equal to the query; a tied vote, with labels 9 and 10 and with negative ones; a nearest row that is outvoted; far from the origin; NaN, ragged and empty input; frozen inputs.',
    },
    {
      question: 'Why not ||a||^2 - 2ab + ||b||^2? Libraries use it.',
      answer:
        'It turns many queries into one matrix product, which is fast. But it subtracts large numbers that are nearly equal: at coordinates of 1e8 squares are 1e16, where doubles are 2 apart, so near neighbours are noise. Centre the data first, or use it to find candidates and measure those again.',
    },
    {
      question: 'How do you choose k?',
      answer:
        'By cross-validation. A small k has little bias and much variance, a large k the reverse; k = n is the majority of all. An odd k avoids ties between two classes only. Leave-one-out is cheap here, since there is nothing to train.',
    },
    {
      question: 'What goes wrong with many features?',
      answer:
        'Distances concentrate: the nearest and the farthest row are almost equally far, and features that say nothing drown the others. Scale, select or project the features, or learn the metric. Trees over the space stop helping beyond about 20 dimensions.',
    },
    {
      question: 'What if the table does not fit in memory?',
      answer:
        'Read it in pieces and keep the k best so far: O(k) memory, one pass. On several machines each gives its k best, and the k best of those are the answer. For many queries a pass, keep a heap for each.',
    },
    {
      question: 'A million queries on the same table: what changes?',
      answer:
        'Then an index pays for itself: a k-d tree or ball tree in few dimensions, an approximate one (HNSW, IVF, LSH) in many, where recall is traded for time. And queries in blocks use the cache and the matrix product.',
    },
    {
      question: 'Why does a k-d tree stop helping with more features?',
      answer:
        'A query prunes what lies beyond a plane farther than the k-th best. With many features the k-th best is nearly as far as everything, so few planes are beyond it. Rule of thumb: n must be far larger than 2^d; at a dozen features exhaustive search is as fast.',
    },
    {
      question: 'LSH, inverted files, HNSW: which would you take, and what would you measure?',
      answer:
        'Recall against calls of the distance at the same k, on your own queries. LSH has guarantees and needs many tables; inverted files are simple, small and easy to keep on disk; HNSW needs fewest calls and most memory, and removes rows badly.',
    },
    {
      question: 'Why not rebuild the index once in a while, and search new rows one by one?',
      answer:
        'That is good practice: with a rebuild after every sqrt(n) changes both cost sqrt(n) a change. Structures of 1, 2, 4 ... rows bring it down to a logarithm squared, and also spread the work more evenly.',
    },
  ],
  sources: [
    { title: 'Discriminatory analysis: nonparametric discrimination', author: 'E. Fix, J. L. Hodges', year: 1951 },
    {
      title: 'Nearest neighbor pattern classification, IEEE Transactions on Information Theory 13(1)',
      author: 'T. M. Cover, P. E. Hart',
      year: 1967,
    },
    {
      title: 'Multidimensional binary search trees used for associative searching, Communications of the ACM 18(9)',
      author: 'J. L. Bentley',
      year: 1975,
    },
    {
      title: 'Decomposable searching problems I: static-to-dynamic transformation, Journal of Algorithms 1(4)',
      author: 'J. L. Bentley, J. B. Saxe',
      year: 1980,
    },
    {
      title:
        'Product quantization for nearest neighbor search, IEEE Transactions on Pattern Analysis and Machine Intelligence 33(1)',
      author: 'H. Jégou, M. Douze, C. Schmid',
      year: 2011,
      section: 'IV',
    },
    {
      title: 'The Elements of Statistical Learning, 2nd edition',
      author: 'T. Hastie, R. Tibshirani, J. Friedman',
      year: 2009,
      section: '2.3.2 and 13.3',
    },
  ],
});

/** The question's functions: that answers may come in typed arrays, and trees in any form, is not the model solution's affair. */
export interface Asked {
  kNearest: (...args: Parameters<typeof reference.kNearest>) => ArrayLike<number>;
  knnClassify: typeof reference.knnClassify;
  createNearest: typeof reference.createNearest;
  buildKdTree: (...args: Parameters<typeof reference.buildKdTree>) => unknown;
  queryKdTree: (tree: never, query: readonly number[], k: number) => ArrayLike<number>;
  createIndex: typeof reference.createIndex;
  createDynamicIndex: typeof reference.createDynamicIndex;
}

/** The exports of an attempt, held against the question: a misspelt or mistyped one is an error on the line that says so. */
export type Check<Attempt extends Exportable<Asked, Attempt>> = AttemptOf<Asked, Attempt>;

/** The test cases of a candidate, by the function that they test. */
export type Cases = CasesOf<Asked>;
