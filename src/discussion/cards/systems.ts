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
      'Memory: a cache miss costs some hundred cycles. Reading a matrix by column that is stored by row misses on every line.',
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
    id: 'put-a-model-into-production',
    topic: 'systems and data',
    kind: 'open',
    question: 'The model is trained. What is left before it may decide about real users?',
    points: [
      'One code for features in training and serving, or a test that both give the same for logged requests.',
      'Everything versioned: data, code, model, thresholds; a way back within minutes.',
      'Shadow traffic first, then a small share of users, then an A/B test.',
      'Monitoring of inputs, scores, latency and outcomes, with somebody who is called.',
      'A fallback when the model or a feature is missing, and limits on what it may decide alone.',
      'Fairness and privacy checked by group before launch, and who answers for it written down.',
    ],
    tradeOffs: [
      'Retraining often follows the world, and multiplies the chances to deploy a bad model: automate the checks first.',
      'Batch scores are simple and stale; online scores are fresh and must never be late.',
      'A more complex model costs its maintainers every week: ask what the gain is worth.',
    ],
    followUps: [
      {
        question: 'The model influences its own training data. What is that, and what do you do?',
        answer: 'A feedback loop: keep a random share of decisions untouched by the model, and log propensities.',
      },
    ],
    source: { title: 'Hidden technical debt in machine learning systems', author: 'Sculley and others', year: 2015 },
  },
  {
    id: 'detect-fraud',
    topic: 'systems and data',
    kind: 'open',
    question: 'Detect fraudulent payments, within 100 milliseconds each.',
    points: [
      'Ask for costs: a missed fraud, a refused honest customer, a manual review; thresholds follow from them, by amount.',
      'Labels come weeks late, and refused payments have none: let a random few through to learn.',
      'Features of behaviour: counts and sums over windows by card, device and merchant, kept in a stream store; links between accounts as a graph.',
      'Boosted trees on these are a strong start; rules beside them for what must react within the hour.',
      'Train on the past, test on the future, since fraudsters adapt; watch the precision of what reviewers see.',
      'Explain each refusal to the reviewer, and feed the decision back.',
    ],
    tradeOffs: [
      'Blocking at once or letting pass and reviewing: speed against certainty, by amount.',
      'A global model learns from all; models by merchant know local habits and starve on data.',
      'Anomaly detection needs no labels and finds what is odd, which is mostly harmless.',
    ],
    followUps: [
      {
        question: 'Fraud rose threefold overnight in one country. What do you do first?',
        answer: 'A rule for the pattern today, labels from reviewers this week, and retraining once they are in.',
      },
    ],
    source: {
      title: 'Credit card fraud detection: a realistic modeling and a novel learning strategy',
      author: 'Dal Pozzolo, Boracchi, Caelen, Alippi and Bontempi',
      year: 2018,
    },
  },
  {
    id: 'forecast-demand',
    topic: 'systems and data',
    kind: 'open',
    question: 'Forecast the demand for 50,000 products in 500 shops.',
    points: [
      'Ask what is decided with it: an order wants a quantile, by the costs of too much and too little, and not a mean.',
      'Baselines first: last week, the same week of last year, exponential smoothing. Many models do not beat them.',
      'One model over all series (boosted trees or a network) with lags, calendar, price, promotion and features of product and shop; it can borrow for new products.',
      'Sales are not demand: empty shelves hide it. Mark or correct those days.',
      'Backtest by moving the origin forward; score by quantile loss or scaled errors, since percentages explode near zero.',
      'Forecasts of products, shops and totals should add up: reconcile them.',
    ],
    tradeOffs: [
      'Local models are simple and robust for long series; global ones win on short and many.',
      'Daily or weekly: days are noisier and needed for fresh goods.',
      'Known promotions help only if the plan is known at the time of the forecast: beware of leaks from the future.',
    ],
    followUps: [
      {
        question: 'Most series are zeros. What changes?',
        answer: 'Model counts (negative binomial, or occurrence and size apart), pool over shops, and judge quantiles.',
      },
    ],
    source: {
      title: 'Forecasting: Principles and Practice, 3rd edition',
      author: 'Hyndman and Athanasopoulos',
      year: 2021,
    },
  },
  {
    id: 'moderate-content',
    topic: 'systems and data',
    kind: 'open',
    question: 'Find harmful posts among a hundred million a day.',
    points: [
      'Write the policy with examples first; measure how often trained people agree, for that bounds any model.',
      'A cascade: hashes of known material, a small fast model for all, a large one for the doubtful, people for the rest.',
      'Prevalence is tiny: estimate it by stratified random samples, and report what share of views was harmful, not what share of posts.',
      'Thresholds by harm and reach: act on a post before it spreads, review order by expected views times probability.',
      'Adversaries change spelling and pictures: augment, retrain, and share signals.',
      'Errors fall on groups unevenly: audit dialects and languages, and let people appeal.',
    ],
    tradeOffs: [
      'Removing too much silences, too little harms: different thresholds for removal, warning and ranking down.',
      'Language models understand context and cost a thousand times more: distil them.',
      'Reviewers give the best labels and pay for it in health: rotate, blur, limit.',
    ],
    followUps: [
      {
        question: 'How do you measure recall when positives are one in 100,000?',
        answer:
          'Sample by score strata with known probabilities and weight back; user reports are a biased second source.',
      },
    ],
    source: {
      title: 'Introduction to Information Retrieval',
      author: 'Manning, Raghavan and Schütze',
      year: 2008,
      section: 'chapter 8',
    },
  },
  {
    id: 'match-records',
    topic: 'systems and data',
    kind: 'open',
    question: 'Two companies merge. Which of their customers are the same people?',
    points: [
      'n times m pairs are too many: block by keys that true pairs share (postcode, phonetic name, birth date), several of them, so that one typing error does not hide a pair.',
      'Compare fields by measures that fit: edit distance for names, numbers for dates, token overlap for addresses.',
      'Score pairs: Fellegi and Sunter add log likelihood ratios by field; or train a classifier on labelled pairs near the border.',
      'Decide by cost: merging two people is often worse than missing a pair, and hard to undo.',
      'Make groups consistent: pairwise matches are not transitive; cluster with a constraint of one record a person where it holds.',
      'Estimate precision and recall on a labelled sample, blocking included.',
    ],
    tradeOffs: [
      'More blocks find more pairs and cost comparisons.',
      'Automatic merging or review in between: set two thresholds by what review costs.',
      'Keep the originals: a link can be undone, a merge cannot.',
    ],
    followUps: [
      {
        question: 'They may not show each other the data. What then?',
        answer:
          'Private set intersection on normalised keys, or keyed Bloom filters of character pairs, with the risks named.',
      },
    ],
    source: { title: 'A theory for record linkage', author: 'Fellegi and Sunter', year: 1969 },
  },
];
