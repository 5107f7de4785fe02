import type { Card } from '../card.ts';

export const probability: readonly Card[] = [
  {
    id: 'base-rates-and-bayes',
    topic: 'probability and statistics',
    kind: 'question',
    question:
      'A test finds 99% of the ill and clears 95% of the healthy. One in a thousand is ill. You test positive: how likely are you ill?',
    points: [
      'About 2%: 0.001 x 0.99 / (0.001 x 0.99 + 0.999 x 0.05) = 0.0194.',
      'In counts: of 100,000 people 100 are ill, of whom 99 test positive, and 4,995 of the 99,900 healthy do too.',
      'As odds: prior 1 : 999, times the likelihood ratio 0.99 / 0.05 = 19.8.',
      'A second test helps as far as its errors are independent of those of the first, given the state of health.',
    ],
    followUps: [
      {
        question: 'Where does that bite in machine learning?',
        answer: 'Rare-event detectors: a false-positive rate that looks small drowns the alarms.',
      },
    ],
    source: { title: 'All of Statistics', author: 'Wasserman', year: 2004, section: 'chapter 1' },
  },
  {
    id: 'what-a-p-value-is',
    topic: 'probability and statistics',
    kind: 'question',
    question: 'What is a p-value, and what is it not?',
    points: [
      'The probability, if the null hypothesis holds, of a statistic at least as extreme as the one observed.',
      'Not the probability that the null hypothesis holds, nor that the result came by chance.',
      'Under the null it is uniform (for a continuous statistic), so one test in twenty is below 0.05.',
      'A large p is no evidence of no effect: look at the power, and at the interval.',
      'Looking repeatedly and stopping at p < 0.05 breaks it: fix the sample size or use a sequential test.',
    ],
    followUps: [
      {
        question: 'Twenty metrics, one with p = 0.03. What do you say?',
        answer:
          'With independent metrics the chance of at least one below 0.05 is 64% without any effect. Name the primary metric before, or correct.',
      },
    ],
    source: { title: 'All of Statistics', author: 'Wasserman', year: 2004, section: 'chapter 10' },
  },
  {
    id: 'multiple-testing',
    topic: 'probability and statistics',
    kind: 'question',
    question: 'You test ten thousand genes at once. How do you keep false discoveries in check?',
    points: [
      'If no gene has an effect, at level 0.05 some 500 come out by chance.',
      'Bonferroni tests each at 0.05 / m: the chance of any false one is at most 5%, under any dependence, at the price of power.',
      'Benjamini and Hochberg control the expected share of false ones among those found: sort the p-values and take all up to the largest i with p_i <= i q / m.',
      'Its guarantee holds for independent tests and some positive dependence; a factor of about log m covers any.',
    ],
    followUps: [
      {
        question: 'Which one for twenty A/B metrics?',
        answer:
          'One primary metric without correction, false-discovery control for those that explain, and guards tested each by itself.',
      },
    ],
    source: {
      title: 'Controlling the false discovery rate: a practical and powerful approach to multiple testing',
      author: 'Benjamini and Hochberg',
      year: 1995,
    },
  },
  {
    id: 'maximum-likelihood-and-losses',
    topic: 'probability and statistics',
    kind: 'question',
    question: 'Which likelihood is behind squared error, absolute error and cross-entropy?',
    points: [
      'Squared error: Gaussian noise of constant variance; its optimum is the conditional mean.',
      'Absolute error: Laplace noise; its optimum is the conditional median. Quantile loss gives other quantiles.',
      'Cross-entropy: a Bernoulli or categorical outcome; minimising it minimises the KL divergence from the data.',
      'Counts: Poisson, with a log link.',
      'Maximum likelihood is, under regularity conditions, consistent and asymptotically efficient where the model is right; where it is wrong it finds the model nearest in KL divergence.',
    ],
    followUps: [
      {
        question: 'Why not squared error on probabilities?',
        answer:
          'It is proper (the Brier score), but with a sigmoid its gradient vanishes where the model is confident and wrong, and the problem is not convex.',
      },
    ],
    source: {
      title: 'Pattern Recognition and Machine Learning',
      author: 'Bishop',
      year: 2006,
      section: 'chapters 1, 3 and 4',
    },
  },
  {
    id: 'how-em-works',
    topic: 'probability and statistics',
    kind: 'question',
    question: 'What does the EM algorithm maximise, and why does it never go down?',
    points: [
      'A likelihood with hidden variables, log sum_z p(x, z), which is hard because of the sum inside the logarithm.',
      'E: compute the posterior of z under the current parameters. M: maximise the expected log of p(x, z) under it.',
      'By Jensen the expectation plus an entropy is a lower bound that touches at the current parameters, so raising it raises the likelihood.',
      'It finds local optima and saddle points, and slows down where clusters overlap.',
      'An M-step that only improves is enough (generalised EM).',
    ],
    followUps: [
      {
        question: 'How do you test an implementation?',
        answer:
          'The log likelihood must not fall by more than rounding at any step; recover known parameters from simulated data.',
      },
    ],
    source: {
      title: 'Maximum likelihood from incomplete data via the EM algorithm',
      author: 'Dempster, Laird and Rubin',
      year: 1977,
    },
  },
  {
    id: 'when-to-bootstrap',
    topic: 'probability and statistics',
    kind: 'question',
    question: 'How does the bootstrap work, and when does it fail?',
    points: [
      'Draw n rows with replacement, recompute the statistic, repeat: the spread estimates its standard error.',
      'It treats the sample as the population: it cannot know what the sample has not seen.',
      'It fails for extremes: the maximum of a resample is the sample maximum 63% of the time.',
      'Dependent rows need block or group resampling.',
      'Percentile intervals are simple; BCa corrects for bias and skewness.',
    ],
    followUps: [
      {
        question: 'How many resamples?',
        answer: 'Hundreds for a standard error, thousands for a 95% interval, since its ends rest on the tails.',
      },
    ],
    source: { title: 'Bootstrap methods: another look at the jackknife', author: 'Efron', year: 1979 },
  },
  {
    id: 'naive-bayes-in-spite-of-it-all',
    topic: 'probability and statistics',
    kind: 'question',
    question: 'The assumption of naive Bayes is false. Why does it work all the same?',
    points: [
      'It assumes features independent given the class; the decision is right as long as the larger class stays larger, however wrong the probabilities.',
      'High bias and low variance: with little data that often wins over logistic regression, which tends to win with more.',
      'Correlated features are counted twice, so probabilities go to 0 and 1.',
      'Smooth the counts (Laplace), or one unseen word makes a class impossible; add logarithms, or products underflow.',
    ],
    followUps: [
      {
        question: 'Is it a linear classifier?',
        answer:
          'For multinomial and Bernoulli features yes, in log odds; with Gaussians of different variances it is quadratic.',
      },
    ],
    source: {
      title: 'On discriminative vs. generative classifiers: a comparison of logistic regression and naive Bayes',
      author: 'Ng and Jordan',
      year: 2002,
    },
  },
  {
    id: 'plan-an-ab-test',
    topic: 'probability and statistics',
    kind: 'question',
    question: 'How many users does your A/B test need?',
    points: [
      'It depends on the smallest effect worth finding, the variance, the level and the power.',
      'For means: about 16 s^2 / d^2 a group, for a level of 5% and a power of 80%.',
      'For a rate of 5% and a change to 5.5%: s^2 = 0.05 x 0.95, so about 30,000 users a group.',
      'Half the effect needs four times the users; variance reduction by covariates from before (CUPED) helps.',
      'Randomise what is independent: users, not page views.',
    ],
    followUps: [
      {
        question: 'Users influence each other. What then?',
        answer: 'Randomise groups (cities, clusters of the graph) or times, and count those as the units.',
      },
    ],
    source: {
      title: 'Controlled experiments on the web: survey and practical guide',
      author: 'Kohavi, Longbotham, Sommerfield and Henne',
      year: 2009,
    },
  },
];
