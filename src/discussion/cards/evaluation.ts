import type { Card } from '../card.ts';

export const evaluation: readonly Card[] = [
  {
    id: 'bias-and-variance',
    topic: 'evaluation',
    kind: 'question',
    question: 'Explain bias and variance, and how you would tell which of them you have.',
    points: [
      'For squared error the expected test error at a point is noise + bias^2 + variance, over training sets of the same size.',
      'Bias: how far the average fit is off. Variance: how much the fit moves from one training set to another.',
      'High training error means bias (or noise); low training error and high validation error mean variance.',
      'A learning curve tells what more data would do: variance falls with n, the bias of a fixed model family mostly stays.',
      'Remedies: richer features and models against bias; data, regularisation, averaging against variance.',
    ],
    followUps: [
      {
        question: 'Does the decomposition hold for 0-1 loss?',
        answer:
          'Not as a sum: there variance can even help, on the wrong side of the boundary. There are several definitions (Domingos 2000).',
      },
    ],
    source: {
      title: 'The Elements of Statistical Learning',
      author: 'Hastie, Tibshirani and Friedman',
      year: 2009,
      section: '7.3',
    },
  },
  {
    id: 'cross-validation-and-leakage',
    topic: 'evaluation',
    kind: 'question',
    question: 'Cross-validation says 95%, production says 70%. What happened?',
    points: [
      'Leakage: something computed on all rows before splitting, such as feature selection, scaling, imputation or target encoding. All of it belongs inside the folds.',
      'Rows that belong together were split: the same patient, user, document or its duplicates. Split by group.',
      'The future was used to predict the past. Split by time.',
      'A feature that is written after the outcome, or because of it.',
      'Choosing among many models by the same folds makes the best score optimistic: nest the choice, or keep a test set.',
      'Or the world differs: another population, another time, another preprocessing in production.',
    ],
    followUps: [
      {
        question: 'How many folds?',
        answer:
          'Five or ten: fewer folds train on less, n folds cost n fits and their estimates are highly correlated. Repeat with other splits where n is small.',
      },
    ],
    source: {
      title: 'Leakage in data mining: formulation, detection, and avoidance',
      author: 'Kaufman, Rosset, Perlich and Stitelman',
      year: 2012,
    },
  },
  {
    id: 'imbalanced-classes',
    topic: 'evaluation',
    kind: 'question',
    question: 'One row in a thousand is positive. What changes?',
    points: [
      'Accuracy says nothing: always no is right 99.9% of the time. Report precision and recall at a threshold, or average precision.',
      'Choose the threshold by costs: with calibrated probabilities predict positive above c_FP / (c_FP + c_FN).',
      'Reweighting or resampling changes the prior that the model learns: correct the probabilities afterwards.',
      'Often a good probabilistic model on the data as it is, with the right threshold, needs no resampling.',
      'Count positives, not rows: a hundred positives carry a handful of parameters, however many negatives there are.',
    ],
    followUps: [
      {
        question: 'You kept 1% of the negatives for training. How do you repair the probabilities?',
        answer:
          'Multiply the odds by the share kept: odds = 0.01 p / (1 - p). In a logistic regression add log 0.01 to the intercept.',
      },
    ],
    source: { title: 'The foundations of cost-sensitive learning', author: 'Elkan', year: 2001 },
  },
  {
    id: 'roc-or-precision-recall',
    topic: 'evaluation',
    kind: 'question',
    question: 'Area under the ROC curve or average precision: which, and when?',
    points: [
      'AUC is the probability that a random positive scores above a random negative, ties counted half.',
      'It does not depend on the share of positives: a fine property for comparing, and misleading where negatives swamp.',
      'At 1 in 1,000 a false-positive rate of 1% means ten false alarms for each positive at best; the ROC curve hides it, precision shows it.',
      'Average precision has the share of positives as its chance level, so it cannot be compared across sets with other shares.',
      'Both judge the order only: neither calibration nor the threshold that will be used.',
    ],
    followUps: [
      {
        question: 'How do you compute AUC fast?',
        answer:
          'Sort by score: it is (sum of the ranks of positives - P (P + 1) / 2) / (P N), with mean ranks for ties. O(n log n).',
      },
    ],
    source: {
      title: 'The relationship between precision-recall and ROC curves',
      author: 'Davis and Goadrich',
      year: 2006,
    },
  },
  {
    id: 'calibration',
    topic: 'evaluation',
    kind: 'question',
    question: 'What is calibration, how is it measured, and how is it repaired?',
    points: [
      'Of all rows with predicted probability p a share p is positive.',
      'A reliability diagram shows it; expected calibration error depends on the bins, and a constant prediction of the base rate is calibrated and useless.',
      'Proper scores (log loss, Brier) judge calibration and sharpness at once.',
      'Repair on held-out rows: Platt scaling, isotonic regression, temperature scaling for networks. Monotone maps keep the order, so AUC stays (isotonic adds ties).',
      'Modern networks tend to be overconfident, naive Bayes pushes to 0 and 1, boosting for the exponential loss pulls away from them; logistic regression is calibrated where the model holds.',
    ],
    followUps: [
      {
        question: 'When do you need it?',
        answer:
          'Where probabilities are used as numbers: expected costs, combining models, thresholds set by policy. Not for an order alone.',
      },
    ],
    source: {
      title: 'On calibration of modern neural networks',
      author: 'Guo, Pleiss, Sun and Weinberger',
      year: 2017,
    },
  },
  {
    id: 'ranking-metrics',
    topic: 'evaluation',
    kind: 'question',
    question: 'Which metrics judge a ranking?',
    points: [
      'Precision and recall at k: what is seen, without regard to order within k.',
      'MRR: the mean over queries of the reciprocal rank of the first relevant result, for questions that have one answer.',
      'NDCG: gains discounted by the logarithm of the rank, divided by the best possible; for graded relevance.',
      'MAP: the mean over queries of average precision, for binary relevance.',
      'Judgements are missing for what was never shown; clicks are biased by position.',
    ],
    followUps: [
      {
        question: 'Why average over queries and not over results?',
        answer: 'Else queries with many results decide; users experience queries.',
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
    id: 'is-model-b-better',
    topic: 'evaluation',
    kind: 'question',
    question: 'Model B has 0.4 points more accuracy than model A on the test set. Is it better?',
    points: [
      'Compare on the same rows: what counts are rows on which the two differ. McNemar asks whether b and c, the two kinds of disagreement, differ by more than chance.',
      'Or bootstrap the difference over rows, or over users where rows come in groups.',
      'Training varies too: several seeds for each, and the spread beside the mean.',
      'After comparing twenty models the best is lucky: correct for it, or keep a fresh test set.',
      'Significant is not important: weigh 0.4 points against latency, cost and complexity.',
    ],
    followUps: [
      {
        question: 'The test set has 1,000 rows and accuracy is 90%. How wide is the interval?',
        answer:
          'About 1.9 points on each side: 1.96 sqrt(0.9 x 0.1 / 1000) = 0.0186. The paired comparison can be sharper.',
      },
    ],
    source: {
      title: 'Approximate statistical tests for comparing supervised classification learning algorithms',
      author: 'Dietterich',
      year: 1998,
    },
  },
  {
    id: 'offline-better-online-worse',
    topic: 'evaluation',
    kind: 'question',
    question: 'The new model wins offline and loses the A/B test. Why might that be?',
    points: [
      'The offline metric is not what users value, or it was measured on what the old model chose to show.',
      'Training and serving differ: features computed otherwise, stale, or missing at request time.',
      'It is slower, and users notice.',
      'Novelty and learning effects: users react to change first; run it longer.',
      'The test is wrong: uneven assignment (sample-ratio mismatch), too few users, interference between groups.',
    ],
    followUps: [
      {
        question: 'Which of these do you check first?',
        answer:
          'The sample ratio and the logged features: replay requests through the offline code and compare scores.',
      },
    ],
    source: {
      title: 'Controlled experiments on the web: survey and practical guide',
      author: 'Kohavi, Longbotham, Sommerfield and Henne',
      year: 2009,
    },
  },
  {
    id: 'judge-generated-text',
    topic: 'evaluation',
    kind: 'open',
    question: 'How would you evaluate a system that answers customers in free text?',
    points: [
      'Say what good is: correct, grounded in the documents, complete, polite, safe; each judged by itself.',
      'A fixed set of real questions, stratified by kind and difficulty, with reference facts rather than reference sentences.',
      'Human judgement in pairs is more reliable than absolute scores; measure agreement between judges.',
      'A model as judge scales: validate it against people first, and swap the order of the answers, since it prefers first places, long answers and its own style.',
      'Outcomes: solved without a second contact, escalations, complaints, by an A/B test.',
      'Separate retrieval from writing: was the right passage found, and does the answer follow from it?',
    ],
    tradeOffs: [
      'Automatic scores are cheap and shallow; people are dear and slow: use one to choose what the other sees.',
      'A fixed set makes versions comparable, and is overfitted in time: refresh a part of it.',
      'Refusing more lowers errors and helpfulness at once: report both.',
    ],
    followUps: [
      {
        question: 'How do you notice that it got worse last night?',
        answer:
          'A nightly run on the fixed set, the share of refusals and of ungrounded claims in a sample, and alarms on both.',
      },
      {
        question: 'Two judges agree on 60% of the pairs. What do you do?',
        answer:
          'With two choices guessing agrees on about half. Read the disagreements, ask narrower questions, allow ties, and have each pair judged by more people.',
      },
    ],
    source: { title: 'Judging LLM-as-a-judge with MT-Bench and Chatbot Arena', author: 'Zheng and others', year: 2023 },
  },
];
