import type { Card } from '../card.ts';

export const openProblems: readonly Card[] = [
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
      {
        question: 'How large is the first share of users, and for how long?',
        answer:
          'Small enough that the worst likely mistake can be borne; long enough for the guard metrics to see it, and a whole week where behaviour has a weekly cycle.',
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
      {
        question: 'Where do the 100 milliseconds go?',
        answer:
          'Mostly to network calls and fetching features, so windows are kept up to date as events arrive. A few hundred shallow trees can be evaluated in well under a millisecond.',
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
      {
        question: 'A missing unit costs 3 and an unsold one 1. Which quantile do you order?',
        answer: 'The 75% quantile: 3 / (3 + 1), the newsvendor rule for a single period.',
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
      {
        question: 'Where is the threshold for removal without a person?',
        answer:
          'Policy sets a precision for each kind of harm; measure it on a random sample of what is removed, and go on measuring, since it moves with the share of harmful posts.',
      },
    ],
    source: {
      title:
        'Algorithmic content moderation: technical and political challenges in the automation of platform governance',
      author: 'Gorwa, Binns and Katzenbach',
      year: 2020,
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
      {
        question: 'How do you get the weights of Fellegi and Sunter without labels?',
        answer:
          'By EM: whether a pair matches is hidden, and fields are taken to agree independently given that. Check the outcome on a labelled sample.',
      },
    ],
    source: { title: 'A theory for record linkage', author: 'Fellegi and Sunter', year: 1969 },
  },
  {
    id: 'watch-a-model-with-late-labels',
    topic: 'systems and data',
    kind: 'open',
    question: 'A model approves loans. Whether it was right is known a year later. How do you watch it until then?',
    points: [
      'Ask what can go wrong, what a day of it costs and who can act: an alarm that leads to no action is soon ignored.',
      'Watch the data first: schema, ranges, shares of missing values, and served features against the same ones computed offline. A broken pipeline can look like a changed world.',
      'Compare scores and decisions with a reference window, by segment. With much traffic nearly every difference is significant, so set alarms by its size.',
      'Use early proxies, such as a late first payment, and check on old cohorts how well they foretell the outcome.',
      'Estimates without labels rest on assumptions: under label shift the confusion matrix gives the new share of defaults; a change of p(y|x) need not show in the inputs at all.',
      'Refused loans have no outcome: approve a small random share of them with known probability, and weight by its inverse.',
      'As labels arrive, judge calibration and loss by month of approval, and treat loans that are still running as censored, not as good.',
    ],
    tradeOffs: [
      'Proxies are early and biased, outcomes late and right: decide which may raise an alarm and which may retrain the model.',
      'A sensitive alarm finds trouble sooner and cries wolf more often; choose it by what an investigation costs.',
      'Recent labels describe today, but the first defaults to be known are the quick ones; old cohorts are complete and out of date.',
      'Random approvals cost defaults, and without them nothing is learned about those who are refused.',
    ],
    followUps: [
      {
        question: 'Scores jumped last night, and no code of yours changed. What do you look at first?',
        answer:
          'The inputs, feature by feature against the day before, by source and segment. A changed unit, default or join upstream is a common cause.',
      },
      {
        question: 'Can drift of the inputs prove that accuracy fell?',
        answer:
          'No. Inputs can move where the model is right, and p(y|x) can change while they stay. Drift says where to look.',
      },
    ],
    source: {
      title: 'The ML test score: a rubric for ML production readiness and technical debt reduction',
      author: 'Breck, Cai, Nielsen, Salib and Sculley',
      year: 2017,
    },
  },
];
