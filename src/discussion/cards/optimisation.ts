import type { Card } from '../card.ts';

export const optimisation: readonly Card[] = [
  {
    id: 'weight-decay-in-adam',
    topic: 'optimisation',
    kind: 'question',
    question: 'Is weight decay the same as an L2 penalty?',
    points: [
      'For plain gradient descent yes: the gradient of (lambda / 2) ||w||^2 shrinks w by a factor 1 - eta lambda each step.',
      'In Adam no: the gradient of the penalty is divided by the root of the second moment, so weights with large gradients are decayed less.',
      'AdamW takes the decay out of the gradient and applies it to the weights directly.',
      'Biases and the scales of normalisation layers are usually left out.',
    ],
    followUps: [
      {
        question: 'What does decay do before a normalisation layer?',
        answer:
          'The output does not depend on the scale of the weights there; decay keeps them small, and so raises the effective learning rate.',
      },
    ],
    source: { title: 'Decoupled weight decay regularization', author: 'Loshchilov and Hutter', year: 2019 },
  },
  {
    id: 'noise-of-sgd',
    topic: 'optimisation',
    kind: 'question',
    question: 'Why use small batches at all? What does the batch size change?',
    points: [
      'The mean of b gradients has a standard error that falls like 1 / sqrt(b): doubling the work does not double the precision.',
      'So many cheap noisy steps get further than few exact ones, as long as noise is not what limits.',
      'Large batches use hardware better, and let the learning rate grow about in proportion up to a critical size.',
      'Noise is thought to help leave sharp minima; with a fixed rate SGD ends in a ball around the optimum whose size grows with the rate.',
    ],
    followUps: [
      {
        question: 'When does SGD converge for a convex problem?',
        answer:
          'With steps whose sum diverges and whose squares sum to a finite number (Robbins and Monro 1951), such as c / t.',
      },
    ],
    source: {
      title: 'Optimization methods for large-scale machine learning',
      author: 'Bottou, Curtis and Nocedal',
      year: 2018,
    },
  },
  {
    id: 'learning-rate-schedules',
    topic: 'optimisation',
    kind: 'question',
    question: 'How do you set the learning rate, and why change it during training?',
    points: [
      'Search over powers of ten first: it matters more than any other knob.',
      'Large in the beginning for progress, small in the end so that noise averages out: cosine, linear or stepwise decay.',
      'Warm-up: the first steps of adaptive methods rest on estimates from few gradients, and early large steps can spoil a deep network.',
      'The best rate grows with the batch size, and depends on the optimiser and the schedule: tune them together.',
    ],
    followUps: [
      {
        question: 'The loss explodes at step 300. What do you do?',
        answer:
          'Look at the batch and the norm of the gradient there, clip, warm up longer or lower the peak; resume from before.',
      },
    ],
    source: { title: 'Deep Learning', author: 'Goodfellow, Bengio and Courville', year: 2016, section: 'chapter 8' },
  },
  {
    id: 'how-adam-works',
    topic: 'optimisation',
    kind: 'question',
    question: 'What does Adam keep, and what is it good and bad at?',
    points: [
      'Exponential means of the gradient and of its square, for each parameter: two more numbers each.',
      'The step is the first over the root of the second, so, epsilon aside, it does not depend on the scale of the gradient.',
      'Both means start at 0, and are corrected by 1 - beta^t.',
      'It copes with sparse and badly scaled gradients with little tuning; on some vision tasks tuned SGD with momentum generalises better.',
      'It can fail to converge even on convex problems; AMSGrad repairs the proof.',
    ],
    followUps: [
      {
        question: 'What does epsilon do?',
        answer:
          'It bounds the step where gradients are tiny. If it rounds to 0 in low precision, such steps can blow up.',
      },
    ],
    source: { title: 'Adam: a method for stochastic optimization', author: 'Kingma and Ba', year: 2015 },
  },
  {
    id: 'l1-and-sparsity',
    topic: 'optimisation',
    kind: 'question',
    question: 'Why does an L1 penalty give zeros and an L2 penalty not?',
    points: [
      'The L1 ball has corners on the axes, where a contour of the loss often touches it first; the L2 ball is smooth.',
      'For one coefficient with orthonormal features: L1 subtracts a constant and stops at 0 (soft threshold), L2 divides by a constant.',
      'The subgradient of |w| at 0 is the interval [-1, 1], so a coefficient stays at 0 while the gradient of the loss there is at most lambda in size.',
      'Among correlated features the lasso picks one, somewhat at random; the elastic net keeps groups.',
      'With squared error L2 has a closed form and a unique solution; L1 needs coordinate descent or proximal steps.',
    ],
    followUps: [
      {
        question: 'As priors, what are they?',
        answer:
          'The penalised optimum is the mode of the posterior: under a Laplace prior for L1, under a Gaussian prior for L2.',
      },
    ],
    source: {
      title: 'The Elements of Statistical Learning',
      author: 'Hastie, Tibshirani and Friedman',
      year: 2009,
      section: '3.4',
    },
  },
  {
    id: 'logistic-or-hinge-loss',
    topic: 'optimisation',
    kind: 'question',
    question: 'Logistic loss or hinge loss: what do they want?',
    points: [
      'Both bound the 0-1 loss from above (the logistic one with base 2) and are convex in the score.',
      'The hinge is 0 beyond margin 1: only rows at or inside the margin matter, the support vectors.',
      'Logistic loss never is 0, so every row matters a little, and its minimiser is the log odds: it gives probabilities.',
      'Both grow linearly for rows that are badly wrong, so outliers pull less than with squared error.',
      'On separable data logistic regression without penalty diverges; under gradient descent its direction goes to the maximum margin.',
    ],
    followUps: [
      {
        question: 'How does one get probabilities from an SVM?',
        answer: 'Fit a sigmoid to its scores on held-out rows (Platt 1999), or isotonic regression with more data.',
      },
    ],
    source: {
      title: 'The Elements of Statistical Learning',
      author: 'Hastie, Tibshirani and Friedman',
      year: 2009,
      section: '12.3.2',
    },
  },
  {
    id: 'the-kernel-trick',
    topic: 'optimisation',
    kind: 'question',
    question: 'What is the kernel trick, and when would you not use it?',
    points: [
      'If a method uses rows only through inner products, these can be replaced by k(x, z) = <phi(x), phi(z)> without ever computing phi.',
      'A kernel must give positive semidefinite matrices; then such a phi exists.',
      'With a penalty on the norm the solution is a sum over training rows (representer theorem).',
      'The kernel matrix has n^2 entries, and solving costs up to O(n^3): beyond some ten thousand rows approximate it (Nystrom, random features) or take something else.',
      'Prediction costs as many kernels as there are support vectors.',
    ],
    followUps: [
      {
        question: 'What does gamma do in an RBF kernel?',
        answer:
          'exp(-gamma ||x - z||^2): large gamma makes each row an island and overfits; small gamma comes near to a linear model.',
      },
    ],
    source: { title: 'Support-vector networks', author: 'Cortes and Vapnik', year: 1995 },
  },
];
