import type { Card } from '../card.ts';

export const systems: readonly Card[] = [
  {
    id: 'variance-without-cancellation',
    topic: 'systems and data',
    kind: 'question',
    question: 'Why not compute a variance as the mean of squares minus the square of the mean?',
    points: [
      'Two nearly equal numbers are subtracted: with a mean of 1e8 and a variance of 1 both are 1e16, where doubles are 2 apart, and the result may be negative.',
      'Two passes: the mean first, then squared deviations.',
      'One pass: Welford updates mean and sum of squared deviations with each value.',
      'Parts computed apart can be merged (Chan, Golub and LeVeque), for streams, threads and tree nodes.',
      'Shifting by any value near the mean, such as the first, already helps.',
    ],
    followUps: [
      {
        question: 'Where else does cancellation wait?',
        answer:
          '||a||^2 - 2ab + ||b||^2 for distances, log(1 + x) and exp(x) - 1 near 0, softmax without subtracting the maximum.',
      },
    ],
    source: {
      title: 'Note on a method for calculating corrected sums of squares and products',
      author: 'Welford',
      year: 1962,
    },
  },
  {
    id: 'sample-from-a-stream',
    topic: 'systems and data',
    kind: 'question',
    question: 'A stream of unknown length passes once. Keep 1,000 items, each with the same probability.',
    points: [
      'Reservoir sampling: keep the first k; item i replaces a random kept one with probability k / i.',
      'By induction each of the i items so far is kept with probability k / i.',
      'O(1) an item and O(k) memory; drawing how many items to skip makes it O(k (1 + log(n / k))) draws in all.',
      'Weighted: give each item the key u^(1/w) with u uniform, and keep the k largest keys.',
      'Reservoirs of several machines merge: give every item a random key and keep the k smallest.',
    ],
    followUps: [
      {
        question: 'And the most frequent items?',
        answer:
          'Misra and Gries with k counters finds all above n / (k + 1); a count-min sketch estimates counts from above.',
      },
    ],
    source: { title: 'Random sampling with a reservoir', author: 'Vitter', year: 1985 },
  },
  {
    id: 'feature-hashing',
    topic: 'systems and data',
    kind: 'question',
    question: 'Features are words, and new ones come every day. How do you give them to a linear model?',
    points: [
      'Hash each to one of 2^b places: no dictionary, fixed memory, new words at once.',
      'A second hash gives a sign, so that collisions cancel in expectation and inner products are unbiased.',
      'Collisions cost little while the model is sparse and the table large; frequent features may get places of their own.',
      'What is lost: names of features; keep a sample for debugging.',
    ],
    followUps: [
      {
        question: 'How do you choose b?',
        answer: 'By validation: double it until the score stops rising; memory is 2^b weights.',
      },
    ],
    source: {
      title: 'Feature hashing for large scale multitask learning',
      author: 'Weinberger, Dasgupta, Langford, Smola and Attenberg',
      year: 2009,
    },
  },
  {
    id: 'memory-layout-matters',
    topic: 'systems and data',
    kind: 'question',
    question: 'Two programs do the same number of operations; one takes ten times as long. Why?',
    points: [
      'Memory: a cache miss costs some hundred cycles. Reading a matrix by column that is stored by row misses at nearly every element once the matrix is larger than the cache.',
      'Objects on the heap are scattered; flat arrays of numbers stream and can be vectorised.',
      'Branches that cannot be predicted cost some fifteen cycles each: sorted or branchless data helps.',
      'Allocation and garbage collection in inner loops.',
      'Blocking (tiles that fit the cache) does many operations for each load: why matrix libraries are fast.',
    ],
    followUps: [
      {
        question: 'How do you find out which it is?',
        answer:
          'A profiler with hardware counters: cache misses, mispredicted branches, instructions per cycle; then change one thing.',
      },
    ],
    source: {
      title: 'Computer Architecture: A Quantitative Approach',
      author: 'Hennessy and Patterson',
      year: 2017,
      section: 'chapter 2',
    },
  },
  {
    id: 'distribution-shift',
    topic: 'systems and data',
    kind: 'question',
    question: 'Which kinds of distribution shift are there, and what can be done about each?',
    points: [
      'Covariate shift: p(x) changes and p(y|x) stays. Reweight by the density ratio, or make the model richer there.',
      'Label shift: p(y) changes and p(x|y) stays. Estimate the new prior from the confusion matrix or by EM, and correct the posterior.',
      'Concept shift: p(y|x) changes. Only new labels help.',
      'Detect it: compare inputs and scores with a reference window, and the error where labels arrive late.',
      'Prevent some of it: train on several times and places, test on ones left out.',
    ],
    followUps: [
      {
        question: 'Inputs drift but accuracy holds. Do you retrain?',
        answer:
          'Not for the drift alone: alarms on every feature cry wolf. Retrain on a schedule or when the outcome moves.',
      },
    ],
    source: {
      title: 'Dataset Shift in Machine Learning',
      author: 'Quiñonero-Candela, Sugiyama, Schwaighofer and Lawrence',
      year: 2009,
    },
  },
  {
    id: 'complexity-of-training-and-prediction',
    topic: 'systems and data',
    kind: 'question',
    question: 'What do the usual models cost to train and to predict with, for n rows of d features?',
    points: [
      'k-NN stores the rows; a query by scan takes O(n d) for the distances and O(n log k) at most to keep the k best in a heap.',
      'k-means takes O(n k d) for each iteration of Lloyd, and O(k d) to assign a new row.',
      'A tree on presorted features takes O(n d log n) to sort and O(n d) a level: O(n d log n) if it is balanced, O(n^2 d) if it is a chain. Prediction is O(depth).',
      'Least squares by a direct method takes O(n d^2) for n >= d, a pass of gradient descent O(n d). Prediction takes O(d), or the non-zero features only.',
      'A kernel SVM usually takes between n^2 and n^3 to train, and O(s d) to predict with s support vectors.',
      'B trees take B times a tree, in training and prediction; a forest that tries m of d features at each split saves a factor of about d / m in the search for splits.',
    ],
    followUps: [
      {
        question: 'For which of them does prediction get slower with more rows?',
        answer:
          'k-NN by scan, linearly; a kernel SVM, since support vectors grow with n when classes overlap; a tree that is grown out, by its depth, about log n if balanced.',
      },
    ],
    source: {
      title: 'The Elements of Statistical Learning',
      author: 'Hastie, Tibshirani and Friedman',
      year: 2009,
    },
  },
  {
    id: 'one-label-in-five-is-wrong',
    topic: 'systems and data',
    kind: 'open',
    question: 'One label in five is wrong. What do you do?',
    points: [
      'Ask how the labels were made, and measure: experts relabel a random sample, which gives a confusion matrix of the labelling.',
      'Tell random mistakes from systematic ones. The first cost data mostly; the second depend on the features and can teach a wrong rule, which more data does not mend.',
      'Clean the test set first: against labels of which one in five is wrong a perfect model scores 80%, and one that learned the mistakes may score more.',
      'For two classes, mistakes at the same rate r < 1/2 everywhere map p to r + (1 - 2 r) p: the best decision at 1/2 stays, the probabilities do not.',
      'Relabel where predictions from models that did not train on the row disagree confidently with its label.',
      'With several labels a row take the majority, or estimate how good each annotator is by EM (Dawid and Skene 1979).',
      'Train robustly: stop early, since networks tend to fit clean labels before wrong ones; correct the loss by known noise rates; avoid AdaBoost, which piles weight on mistakes.',
    ],
    tradeOffs: [
      'One more label for an old row or the first for a new one: the noisier the labels and the dearer the rows, the more relabelling pays.',
      'Dropping suspect rows is cheap, and takes the rare and the difficult ones too; relabelling keeps them and costs people.',
      'Majority votes need no model; models of annotators gain when skill differs and each has labelled enough rows.',
      'Bounded losses resist wrong labels, and are not convex, so they are harder to optimise.',
    ],
    followUps: [
      {
        question: 'Two annotators agree on 80% of the rows. Is that good?',
        answer:
          "With 90% of the rows in one class two who guess in these shares agree on 82%. Report agreement beyond chance, such as Cohen's kappa, and read the disagreements.",
      },
      {
        question: 'Can a model be better than the labels it learned from?',
        answer:
          'Yes, where the mistakes are random: fitting many rows averages them out. Only clean test labels show it.',
      },
    ],
    source: {
      title: 'Classification in the presence of label noise: a survey',
      author: 'Frénay and Verleysen',
      year: 2014,
    },
  },
  {
    id: 'train-on-more-than-memory',
    topic: 'systems and data',
    kind: 'open',
    question: 'The training set has ten terabytes, your machine 64 gigabytes. How do you train a classifier?',
    points: [
      'Ask whether all of it is needed: draw a learning curve on samples that fit. Where it is flat the sample is the answer; keep the rare positives and correct for it.',
      'Stream: SGD needs one batch at a time, so memory depends on the model and not on n. Shuffle on disk before, or read shards in random order into a shuffle buffer.',
      'Some fits need only sums: least squares keeps X^T X and X^T y in O(d^2), naive Bayes keeps counts. One pass does.',
      'Boosted trees: bin each feature into at most 256 values by a quantile sketch, one byte each. The histograms of a node are sums, so shards can be added up.',
      'Shrink the rows: columnar files and only the columns in use, float32, integers for categories, sparse formats, hashing.',
      'Count the passes: at 1 GB/s one takes 10,000 seconds, nearly three hours. Reading may cost more than arithmetic.',
      'With many machines each computes the gradient on its shard and these are averaged: traffic a step is in proportion to the model.',
    ],
    tradeOffs: [
      'Sample or everything: more rows lower variance; what the model family cannot express they do not mend.',
      'One machine or many: one has no network and fails less often; many pay when a pass takes too long.',
      'Synchronous averaging waits for the slowest machine; asynchronous steps do not wait, and use gradients of older weights.',
      'Sketches give answers with a stated error in one pass; exact quantiles or distinct counts need sorting on disk or several passes.',
    ],
    followUps: [
      {
        question: 'How do you find the quantiles of a column in one pass?',
        answer:
          'By a mergeable sketch such as KLL: with high probability the rank is off by at most epsilon n, in memory that does not depend on n.',
      },
      {
        question: 'And exact k-NN on that set?',
        answer:
          'Stream the rows past a heap of the k best for each query of a batch, O(k) memory a query; or shard the rows and merge the k best of each shard.',
      },
    ],
    source: {
      title: 'Optimization methods for large-scale machine learning',
      author: 'Bottou, Curtis and Nocedal',
      year: 2018,
    },
  },
];
