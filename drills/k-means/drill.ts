import type * as reference from '../../reference/k-means/index.ts';
import { type AttemptOf, type CasesOf, defineDrill, type Exportable } from '../../src/index.ts';
import { costs } from './costs.ts';
import { createMiniBatchKMeansLevel } from './createMiniBatchKMeans.ts';
import { kMeansLevel } from './kMeans.ts';
import { kMeansBoundedLevel } from './kMeansBounded.ts';
import { kMeansPlusPlusLevel } from './kMeansPlusPlus.ts';
import { optimalKMeans1dLevel } from './optimalKMeans1d.ts';

type Reference = typeof reference;

/** The exports of an attempt, held against the question: a misspelt or mistyped one is a type error. */
export type Check<Attempt extends Exportable<Reference, Attempt>> = AttemptOf<Reference, Attempt>;

/** The test cases of a candidate, by the function that they test. */
export type Cases = CasesOf<Reference>;

export default defineDrill<Reference>({
  title: 'k-means',
  brief: 'Here are some points and where the cluster centres start. Group the points.',
  minutes: 40,
  clarifications: [
    {
      question: 'Which distance?',
      answer: 'Squared Euclidean.',
      laws: [
        'assigning gives each row the index of its nearest centroid',
        'the result is that of level 1 for every metric, which may weigh features or mix them',
      ],
    },
    {
      question: 'Which cluster does a row at equal distance from two centroids join?',
      answer: 'The one with the lowest index.',
      laws: [
        'the lowest index wins ties',
        'all rows of a batch are assigned with the centroids at its start, and the lowest index wins ties',
      ],
    },
    {
      question: 'What becomes of a cluster without rows?',
      answer: 'It keeps its centroid.',
      laws: ['an empty cluster keeps its centroid, and its place among the centroids'],
    },
    {
      question: 'When does it stop?',
      answer: 'When an assignment equals the one before it, or after maxIter updates; there is no tolerance.',
      laws: [
        'assign, then repeat update and assign',
        'maxIter is 300 when it is left out, and there is no other limit',
      ],
    },
    {
      question: 'What do labels and inertia belong to when maxIter ends it?',
      answer: 'To the centroids that are returned.',
      laws: ['labels and inertia always belong to the returned centroids'],
    },
    {
      question: 'May there be more clusters than rows?',
      answer: 'No: a RangeError.',
      laws: ['more centroids than rows is a RangeError'],
    },
    {
      question: 'What if a coordinate is NaN or infinite, or rows differ in length?',
      answer: 'A RangeError.',
      laws: [
        'a row or centroid of another length than the others is a RangeError',
        'a NaN or infinite coordinate is a RangeError',
        'a row or centroid without features is a RangeError',
      ],
    },
    {
      question: 'What does maxIter: 0 mean?',
      answer: 'Assign only: no update, and converged is false.',
      laws: ['maxIter: 0 assigns only'],
    },
    {
      question: 'k-means++: may a row be drawn twice, and what of equal rows?',
      answer:
        'The seeds are different rows. A row that lies on a seed has weight 0; only when every row does, any unused row is next.',
      laws: [
        'the seeds are different rows',
        'a row that lies on a seed is never drawn while another row does not',
        'when every row lies on a seed, the next is any row that is none',
      ],
    },
    {
      question: 'k-means++: must I call random in a certain way?',
      answer: 'No. How often the rows come is judged, over many calls. It may also give the same number for ever.',
      laws: [
        'random may give the same number for ever, 0 and the largest below 1 too',
        'each further seed is drawn with a probability proportional to its squared distance to the nearest seed so far',
      ],
    },
    {
      question: 'Expensive distances: what may I assume of squaredDistance?',
      answer:
        'It is the square of a metric: its root obeys the triangle inequality. It need not be Euclidean; centroids are means all the same.',
      laws: ['the result is that of level 1 for every metric, which may weigh features or mix them'],
    },
    {
      question: 'Expensive distances: do calls for inertia and between centroids count?',
      answer: 'Every call counts.',
      laws: [
        'squaredDistance is called at most nSamples nClusters (nIter + 1) + nClusters² nIter times, inertia included',
        'on well-separated groups squaredDistance is called at most half as often as nSamples nClusters (nIter + 1) times',
      ],
    },
    {
      question: 'A stream: what of a batch that is empty, or malformed?',
      answer: 'An empty one changes nothing. A malformed one is a RangeError, and changes nothing either.',
      laws: [
        'an empty batch changes nothing',
        'a row of another length than the centroids is a RangeError',
        'a NaN or infinite coordinate in a batch is a RangeError',
        'a batch that is refused changes nothing',
      ],
    },
    {
      question: 'A stream: do the initial centroids count as rows?',
      answer: 'No. All counts start at 0, so the first row of a centroid becomes the centroid.',
      laws: [
        'before the first batch the centroids are the initial ones, and all counts are 0',
        'after the first batch a centroid is the mean of the rows it was given, or where it was if there are none',
      ],
    },
    {
      question: 'One feature: may a cluster be empty, and what if several partitions are best?',
      answer:
        'None is empty, equal values or not. Any of the best partitions is right, numbered by ascending centroid.',
      laws: ['no cluster is empty', 'clusters are numbered by ascending centroid'],
    },
  ],
  levels: [kMeansLevel, kMeansPlusPlusLevel, kMeansBoundedLevel, createMiniBatchKMeansLevel, optimalKMeans1dLevel],
  costs,
  discussion: [
    {
      question: 'What does it cost in time and memory, and why?',
      answer:
        'O(n k d) for each iteration, since every row meets every centroid in every feature; O(n + k d) beside the input.',
    },
    {
      question: 'Does it always end?',
      answer:
        'Yes: each step lowers the inertia or keeps it, and there are finitely many partitions. It may end in a local optimum.',
    },
    {
      question: 'Which test cases would you write?',
      answer:
        'A tie, an empty cluster, k = n, k = 1, one row, equal rows, maxIter 0 and 1, data far from the origin, and that the inputs stay as they were.',
    },
    {
      question: 'What if the rows do not fit in memory?',
      answer:
        'One pass an iteration needs only sums and counts; or mini-batches, which move a centroid for each row they see.',
    },
    {
      question: 'Why draw the seeds by squared distance, and not take the farthest row each time?',
      answer:
        'The farthest row is an outlier more often than not. Drawn by squared distance, the expected inertia of the seeds alone is within 8 (ln k + 2) of the best (Arthur and Vassilvitskii 2007, theorem 1.1); the farthest-row rule is good for the largest distance, not for a sum of squares.',
    },
    {
      question: 'What do the seeds cost, and what if k is in the thousands?',
      answer:
        'O(n k d): each new seed is compared with every row once. The k passes come one after the other; k-means|| draws many seeds in each of a few passes (Bahmani et al. 2012), and a sampling chain draws a seed without a full pass (Bachem et al. 2016).',
    },
    {
      question: 'What do bounds cost, and when do they not pay?',
      answer:
        'Elkan keeps n k lower bounds and needs k (k - 1) / 2 + k distances between centroids an update; Hamerly keeps one bound a row and skips whole rows or none. In many features distances are alike and bounds rule out little; where a distance is cheap, keeping the bounds costs more than it saves.',
    },
    {
      question: 'Does mini-batch k-means find what k-means finds?',
      answer:
        'Not in general. A row is assigned once, to centroids that have moved since; steps of 1 / count shrink, so that the centroids settle, and old rows weigh as much as new ones. Where the data drifts, a constant rate forgets.',
    },
    {
      question: 'Why is the optimum easy in one dimension, and hard in two?',
      answer:
        'On a line an optimal cluster is an interval of the sorted values, so there are few candidates and dynamic programming tries them all: O(k n log n), as the best start never falls when the end rises. In the plane the problem is NP-hard (Mahajan et al. 2009).',
    },
    {
      question: 'How is k-means related to a Gaussian mixture?',
      answer:
        'It is the limit of expectation maximisation with equal spherical covariances that shrink to zero: memberships become hard.',
    },
  ],
  sources: [
    { title: 'Least squares quantization in PCM', author: 'Lloyd', year: 1982 },
    { title: 'k-means++: the advantages of careful seeding', author: 'Arthur and Vassilvitskii', year: 2007 },
    { title: 'Using the triangle inequality to accelerate k-means', author: 'Elkan', year: 2003 },
    {
      title: 'Ckmeans.1d.dp: optimal k-means clustering in one dimension by dynamic programming',
      author: 'Wang and Song',
      year: 2011,
    },
    {
      title: 'Fast exact k-means, k-medians and Bregman divergence clustering in 1D',
      author: 'Gronlund, Larsen, Mathiasen, Nielsen, Schneider and Song',
      year: 2017,
    },
    { title: 'Web-scale k-means clustering', author: 'Sculley', year: 2010 },
    { title: 'Making k-means even faster', author: 'Hamerly', year: 2010 },
  ],
});
