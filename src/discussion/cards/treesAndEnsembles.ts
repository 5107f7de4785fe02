import type { Card } from '../card.ts';

export const treesAndEnsembles: readonly Card[] = [
  {
    id: 'gini-against-entropy',
    topic: 'trees and ensembles',
    kind: 'question',
    question: 'Gini impurity, entropy or misclassification: which one grows the tree?',
    points: [
      'Gini is sum p (1 - p), entropy is - sum p log p; both are strictly concave, so a split that changes the shares of classes always lowers them.',
      'Misclassification is not strictly concave: a split may purify a side and leave it unchanged, so it grows poor trees. It is for pruning.',
      'Gini and entropy choose the same split most of the time; Gini needs no logarithm.',
      'For regression the impurity is the variance.',
    ],
    followUps: [
      {
        question: 'Which bias do both have?',
        answer:
          'Towards features with many possible splits; gain ratio or tests of significance (conditional inference trees) correct for it.',
      },
    ],
    source: {
      title: 'The Elements of Statistical Learning',
      author: 'Hastie, Tibshirani and Friedman',
      year: 2009,
      section: '9.2.3',
    },
  },
  {
    id: 'why-trees-need-no-scaling',
    topic: 'trees and ensembles',
    kind: 'question',
    question: 'Why do trees need no scaling, and which models do?',
    points: [
      'A split asks whether x <= t: any strictly increasing change of a feature moves the thresholds and changes no side on the training rows.',
      'So outliers and units in the inputs do not matter; outliers in the target of a regression do.',
      'Scale matters wherever distances or norms are taken: k-NN, k-means, PCA, SVM with an RBF kernel, and any L1 or L2 penalty.',
      'For gradient descent it matters for speed: badly scaled features make the problem ill-conditioned.',
    ],
    followUps: [
      {
        question: 'Is the tree truly the same after a logarithm?',
        answer:
          'The sides of the training rows are. Thresholds lie midway between values, and the midpoint moves: new rows between may change side.',
      },
    ],
    source: { title: 'Classification and Regression Trees', author: 'Breiman, Friedman, Olshen and Stone', year: 1984 },
  },
  {
    id: 'pruning-or-stopping-early',
    topic: 'trees and ensembles',
    kind: 'question',
    question: 'Why grow a tree out and prune it, instead of stopping early?',
    points: [
      'A split that gains nothing may prepare one that gains all: in XOR the first split has no gain, so stopping early stops at the root.',
      'Pruning judges a whole subtree with all that grew below it.',
      'Cost-complexity pruning gives a nested family by one parameter, and cross-validation chooses among it.',
      'Stopping early is cheaper, and is what boosting and forests do, since the ensemble corrects for it or averages it away.',
    ],
    followUps: [
      {
        question: 'Do forests prune?',
        answer: 'No: deep trees have low bias, and averaging takes care of their variance.',
      },
    ],
    source: {
      title: 'Classification and Regression Trees',
      author: 'Breiman, Friedman, Olshen and Stone',
      year: 1984,
      section: 'chapter 3',
    },
  },
  {
    id: 'why-bagging-works',
    topic: 'trees and ensembles',
    kind: 'question',
    question: 'Why does averaging bootstrapped trees help?',
    points: [
      'The mean of B estimates with variance s^2 and correlation r has variance r s^2 + (1 - r) s^2 / B.',
      'So more trees remove the second term only; lowering the correlation, by random features at each split, lowers the first.',
      'Bias stays that of one tree, so trees should be deep.',
      'It helps unstable learners such as trees, and does next to nothing for stable ones such as linear models.',
    ],
    followUps: [
      {
        question: 'What share of rows does a bootstrap sample hold?',
        answer: 'About 63%: each row is missed with probability (1 - 1/n)^n, near 1/e.',
      },
    ],
    source: { title: 'Bagging predictors', author: 'Breiman', year: 1996 },
  },
  {
    id: 'out-of-bag-error',
    topic: 'trees and ensembles',
    kind: 'question',
    question: 'What is the out-of-bag error, and can you trust it?',
    points: [
      'Each row is predicted by the trees whose bootstrap sample missed it, about 37% of them; the error of these predictions is the estimate.',
      'It comes free, without a validation set, and in a large forest is close to leave-one-out cross-validation.',
      'It is pessimistic with few trees, as each row is judged by a third of them.',
      'It breaks where rows depend on each other: time series, several rows of one patient. Then whole groups must be left out.',
      'Choosing hyperparameters by it makes it optimistic, as with any validation score.',
    ],
    followUps: [
      {
        question: 'Does boosting have one?',
        answer:
          'Only with subsampling, and then for the improvement of each single tree: useful to choose how many, not as an error.',
      },
    ],
    source: {
      title: 'The Elements of Statistical Learning',
      author: 'Hastie, Tibshirani and Friedman',
      year: 2009,
      section: '15.3.1',
    },
  },
  {
    id: 'bias-of-feature-importances',
    topic: 'trees and ensembles',
    kind: 'question',
    question: 'A forest says that the customer number is the most important feature. What happened?',
    points: [
      'Importance by decrease of impurity is computed on training rows, where a feature with many distinct values can always be split some more.',
      'Permutation importance on held-out rows shows what the feature is worth for prediction; noise comes out near 0.',
      'Correlated features share their importance, or one hides the other; permuting one makes rows that cannot exist.',
      'Or it is a leak: numbers were given in the order of time, or of the outcome. Then it is a real and useless signal.',
    ],
    followUps: [
      {
        question: 'How would you tell which?',
        answer: 'Drop the feature and retrain, split by time, and compare with a column of random numbers.',
      },
    ],
    source: {
      title: 'Bias in random forest variable importance measures',
      author: 'Strobl, Boulesteix, Zeileis and Hothorn',
      year: 2007,
    },
  },
  {
    id: 'gradient-boosting-in-words',
    topic: 'trees and ensembles',
    kind: 'question',
    question: 'Explain gradient boosting. What does each tree fit?',
    points: [
      'The model is a sum of trees; each new tree fits the negative gradient of the loss with respect to the predictions so far.',
      'For squared error that is the residual; for logistic loss y - p.',
      'Leaves then take the value that minimises the loss in them, which for squared error is the mean residual.',
      'A learning rate shrinks each tree: smaller steps need more trees and usually generalise better.',
      'Depth bounds the interactions: a sum of stumps is additive in the features.',
    ],
    followUps: [
      {
        question: 'What do XGBoost and LightGBM add?',
        answer:
          'Second derivatives, a penalty on leaves and their values, histograms of binned features; LightGBM grows leaf by leaf.',
      },
      {
        question: 'How many trees?',
        answer: 'Early stopping on a validation set, with the learning rate as small as the budget allows.',
      },
    ],
    source: { title: 'Greedy function approximation: a gradient boosting machine', author: 'Friedman', year: 2001 },
  },
  {
    id: 'adaboost-and-margins',
    topic: 'trees and ensembles',
    kind: 'question',
    question: 'What does AdaBoost do to the weights of the rows, and which loss is that?',
    points: [
      'After each weak classifier, rows that it got wrong gain weight by exp(2 alpha) relative to the others, with alpha = log((1 - error) / error) / 2.',
      'This is forward stagewise fitting of the exponential loss exp(-y f(x)).',
      'The training error falls exponentially as long as each weak learner beats chance by a fixed margin.',
      'The exponential loss makes it sensitive to wrong labels, whose rows gain weight round after round.',
      'Test error may fall on after the training error is 0, since margins still grow; with noise it can overfit.',
    ],
    followUps: [
      {
        question: 'How would you make it robust to noise?',
        answer:
          'Take a loss that grows linearly for large negative margins, such as the logistic one, shrink, and stop early.',
      },
    ],
    source: {
      title: 'A decision-theoretic generalization of on-line learning and an application to boosting',
      author: 'Freund and Schapire',
      year: 1997,
    },
  },
  {
    id: 'missing-values-in-trees',
    topic: 'systems and data',
    kind: 'question',
    question: 'A third of a column is missing. What do you do?',
    points: [
      'Ask why: missing completely at random, at random given what is seen, or depending on the value itself. The third cannot be repaired without assumptions that the data does not test.',
      'Missingness may be the signal: keep an indicator.',
      'Trees can send missing values to the side that lowers the loss, as XGBoost does, or use surrogate splits, as CART does.',
      'Impute by the mean or median for a baseline, by a model or several times where uncertainty matters.',
      'Fit the imputation on training rows only, and make the same of it in production; dropping rows can bias the sample unless values are missing completely at random.',
    ],
    followUps: [
      {
        question: 'Why is mean imputation bad for inference?',
        answer:
          'It shrinks variance and correlations, and treats guesses as observations: standard errors come out too small.',
      },
    ],
    source: { title: 'Inference and missing data', author: 'Rubin', year: 1976 },
  },
  {
    id: 'explain-a-prediction',
    topic: 'trees and ensembles',
    kind: 'question',
    question: 'A customer asks why the model refused a loan. How do you answer?',
    points: [
      'Say what the explanation is for: a reason the law asks for, something the customer can change, or debugging.',
      'SHAP values share the difference from a baseline among the features; they depend on the background chosen and describe the model, not the world.',
      'Counterfactuals answer directly: the smallest change that would have led to another decision, among changes that are possible.',
      'Correlated features make attributions ambiguous; a stable explanation needs stable features.',
      'Where decisions matter that much, consider a model that can be read: a sparse score or a small tree often costs little accuracy.',
    ],
    followUps: [
      {
        question: 'The explanation names a proxy of a protected attribute. What now?',
        answer:
          'That is a finding: measure outcomes by group, and take it to those responsible. Removing the name of the feature does not remove it.',
      },
    ],
    source: { title: 'A unified approach to interpreting model predictions', author: 'Lundberg and Lee', year: 2017 },
  },
  {
    id: 'trees-or-networks-on-tables',
    topic: 'trees and ensembles',
    kind: 'question',
    question: 'Why do boosted trees still beat neural networks on many tables?',
    points: [
      'Targets on tables are often irregular functions of few features; networks prefer smooth ones.',
      'Trees ignore uninformative features; networks spread weight over them.',
      'Tables mix kinds, scales and missing values, which trees take as they are.',
      'They train in minutes on a CPU with few knobs; with medium-sized data that wins.',
      'Networks gain with much data, text or images in the row, many categories to embed, or several tasks at once.',
    ],
    followUps: [
      {
        question: 'What can trees not do?',
        answer:
          'Extrapolate beyond the training range, and adapt smoothly to new data: a trend must be put into features.',
      },
    ],
    source: {
      title: 'Why do tree-based models still outperform deep learning on typical tabular data?',
      author: 'Grinsztajn, Oyallon and Varoquaux',
      year: 2022,
    },
  },
];
