import type { Card } from '../card.ts';

export const deepLearning: readonly Card[] = [
  {
    id: 'how-dropout-works',
    topic: 'deep learning',
    kind: 'question',
    question: 'What does dropout do in training, and what at prediction?',
    points: [
      'In training each unit is kept with probability p and set to 0 otherwise, anew for each example.',
      'Kept units are divided by p (inverted dropout), so that expectations agree and prediction needs no change.',
      'It trains an ensemble of exponentially many networks with shared weights; prediction with all units approximates its renormalised geometric mean.',
      'Units cannot rely on single others, so features become redundant.',
      'It slows training down, and is used less where batch normalisation or much data already regularise.',
    ],
    followUps: [
      {
        question: 'Can dropout give uncertainty?',
        answer:
          'Left on at prediction, the spread over several passes is a rough one (Gal and Ghahramani 2016); ensembles are usually better calibrated.',
      },
    ],
    source: {
      title: 'Dropout: a simple way to prevent neural networks from overfitting',
      author: 'Srivastava, Hinton, Krizhevsky, Sutskever and Salakhutdinov',
      year: 2014,
    },
  },
  {
    id: 'batch-norm-and-layer-norm',
    topic: 'deep learning',
    kind: 'question',
    question: 'Batch normalisation or layer normalisation: what differs?',
    points: [
      'Batch norm takes mean and variance of each feature over the batch; layer norm of each example over its features.',
      'Batch norm behaves differently in training and prediction, where running averages are used; layer norm does not.',
      'Small batches make the statistics of batch norm noisy; layer norm does not depend on the batch, so it suits sequences and transformers.',
      'Both then scale and shift by learned parameters.',
      'They allow larger learning rates and depend less on initialisation; the first explanation, covariate shift inside the network, is disputed.',
    ],
    followUps: [
      {
        question: 'A classic bug with batch norm?',
        answer: 'Forgetting to switch to evaluation mode: predictions then depend on the other rows of the batch.',
      },
    ],
    source: { title: 'Layer normalization', author: 'Ba, Kiros and Hinton', year: 2016 },
  },
  {
    id: 'vanishing-gradients',
    topic: 'deep learning',
    kind: 'question',
    question: 'Why do gradients vanish or explode, and what is done about it?',
    points: [
      'Backpropagation multiplies Jacobians: the norm of a product of many tends to shrink or grow exponentially with depth.',
      'Saturating activations make it worse: the derivative of the sigmoid is at most 1/4.',
      'ReLU-like activations, and initialisation that keeps variances (Glorot, He).',
      'Residual connections add the identity to each Jacobian; gates do the like in LSTMs.',
      'Normalisation layers keep activations in range; clipping the norm of the gradient stops explosions.',
    ],
    followUps: [
      {
        question: 'What does He initialisation set the variance to, and why?',
        answer:
          '2 / fan-in: ReLU sets half of a symmetric input to 0, so half of the second moment is lost at each layer.',
      },
    ],
    source: {
      title: 'Learning long-term dependencies with gradient descent is difficult',
      author: 'Bengio, Simard and Frasconi',
      year: 1994,
    },
  },
  {
    id: 'why-residual-connections',
    topic: 'deep learning',
    kind: 'question',
    question: 'Why did residual connections make very deep networks possible?',
    points: [
      'Plain networks got worse with depth even on the training set, so it was optimisation and not overfitting.',
      'A block learns a change F(x) to its input, y = x + F(x): doing nothing is easy, as F = 0.',
      'The gradient has a path without multiplication through all blocks.',
      'The whole acts like an ensemble of many shorter paths; removing one block hurts little.',
    ],
    followUps: [
      {
        question: 'Where does normalisation go in a transformer block?',
        answer:
          'Before the sublayer (pre-norm) in most today: the identity path stays clean, and training is stable without long warm-up.',
      },
    ],
    source: { title: 'Deep residual learning for image recognition', author: 'He, Zhang, Ren and Sun', year: 2016 },
  },
  {
    id: 'cost-of-attention',
    topic: 'deep learning',
    kind: 'question',
    question: 'What does self-attention compute, and what does it cost?',
    points: [
      'softmax(Q K^T / sqrt(d)) V: each position takes a mean of values, weighted by how its query matches the keys.',
      'Time O(n^2 d) and, done plainly, memory O(n^2) for n positions; the projections cost O(n d^2).',
      'Dividing by sqrt(d) keeps the variance of the scores near 1, so that the softmax does not saturate.',
      'In generation keys and values are cached: attention for a new token costs O(n d) a layer, beside O(d^2) for projections, and the cache grows with n.',
      'It does not know order: positions are added or rotated in.',
    ],
    followUps: [
      {
        question: 'How does FlashAttention save memory?',
        answer:
          'It computes the same result block by block with a running softmax and never stores the n by n matrix: extra memory O(n). The backward pass recomputes scores, so it does more arithmetic and less traffic.',
      },
      {
        question: 'What shrinks the cache?',
        answer: 'Fewer key and value heads shared by groups of queries, lower precision, a window, or eviction.',
      },
    ],
    source: {
      title: 'Attention is all you need',
      author: 'Vaswani, Shazeer, Parmar, Uszkoreit, Jones, Gomez, Kaiser and Polosukhin',
      year: 2017,
    },
  },
  {
    id: 'contrastive-learning',
    topic: 'deep learning',
    kind: 'question',
    question: 'How are embeddings trained by contrast, and what are hard negatives?',
    points: [
      'Pairs that belong together are pulled together, others pushed apart; InfoNCE is a softmax over one positive and many negatives.',
      'Negatives are mostly the other examples of the batch, so large batches or a queue help.',
      'The temperature sets how much the hardest negatives count.',
      'Hard negatives are near and wrong; they teach most, and are dangerous when they are unlabelled positives.',
      'Without negatives or another safeguard (stopped gradients, decorrelated features) all embeddings may collapse to one point.',
    ],
    followUps: [
      {
        question: 'How do you evaluate an embedding?',
        answer:
          'On the task: recall@k of retrieval, a linear classifier on top, and alignment against uniformity as diagnosis.',
      },
    ],
    source: {
      title: 'Representation learning with contrastive predictive coding',
      author: 'van den Oord, Li and Vinyals',
      year: 2018,
    },
  },
  {
    id: 'transfer-and-fine-tuning',
    topic: 'deep learning',
    kind: 'question',
    question: 'Fine-tune everything, only the head, or adapters: how do you decide?',
    points: [
      'Little data and a near domain: freeze and train a linear head. Its result is also the baseline.',
      'More data or a farther domain: unfreeze from the top, with a smaller learning rate for lower layers.',
      'Low-rank adapters train a small fraction of the weights: little optimiser memory, many tasks on one base, and merged they cost nothing at prediction.',
      'Fine-tuning everything can distort good features and generalise worse out of distribution than the head alone.',
      'Watch for forgetting; mix in some of the old data or average weights.',
    ],
    followUps: [
      {
        question: 'What does LoRA change?',
        answer: 'A weight matrix W becomes W + B A with B and A of small rank; only these two are trained.',
      },
    ],
    source: {
      title: 'LoRA: low-rank adaptation of large language models',
      author: 'Hu, Shen, Wallis, Allen-Zhu, Li, Wang, Wang and Chen',
      year: 2022,
    },
  },
  {
    id: 'distillation-and-quantisation',
    topic: 'deep learning',
    kind: 'question',
    question: 'A network is too slow on the phone. Which ways are there to make it smaller, and what do they cost?',
    points: [
      'Distillation trains a small student on the soft outputs of a large teacher, whose probabilities for wrong classes carry information.',
      'Quantisation stores weights, and perhaps activations, in 8 bits or fewer: a quarter of the memory of float32, and integer arithmetic.',
      'After training it is quick; training with quantisation in the loop recovers accuracy at low precision.',
      'Structured pruning removes channels or heads and speeds up ordinary hardware; single weights set to 0 only help where sparsity is supported.',
      'Measure on the device: memory traffic, not arithmetic, often decides.',
    ],
    followUps: [
      {
        question: 'Why does a high temperature help in distillation?',
        answer:
          'It flattens the outputs of the teacher, so that small probabilities, and with them the likeness of classes, weigh in the loss.',
      },
    ],
    source: { title: 'Distilling the knowledge in a neural network', author: 'Hinton, Vinyals and Dean', year: 2015 },
  },
  {
    id: 'loss-does-not-fall',
    topic: 'deep learning',
    kind: 'question',
    question: 'Your network does not learn: the loss stays flat. What do you check, in which order?',
    points: [
      'The first loss: for k balanced classes it should be near log k. Otherwise initialisation or loss is wrong.',
      'Overfit one small batch: a network without regularisation that cannot come near zero loss on ten examples, none contradicting another, likely has a bug.',
      'The data as the network sees it: labels shuffled against inputs, normalisation, augmentation, masks.',
      'The learning rate, over powers of ten; the norms of gradients and updates by layer.',
      'The gradient: detached tensors, frozen layers, a missing zeroing of gradients, dead ReLUs; check it numerically.',
    ],
    followUps: [
      {
        question: 'It overfits the batch but does not generalise at all. What next?',
        answer:
          'Compare the preprocessing of training and validation, look for leaks and label noise, and plot examples with the largest loss.',
      },
    ],
    source: { title: 'Deep Learning', author: 'Goodfellow, Bengio and Courville', year: 2016, section: '11.5' },
  },
  {
    id: 'double-descent',
    topic: 'deep learning',
    kind: 'question',
    question: 'Networks have more parameters than examples. Why do they not simply overfit?',
    points: [
      'They can: they fit random labels perfectly, so capacity alone does not explain that they generalise.',
      'Among the many solutions that fit, gradient descent prefers some: for linear models with squared error, started at 0, the one of least Euclidean norm.',
      'Test error can rise towards the point where the model just fits the data and fall again beyond it: double descent.',
      'Architecture is a prior too: convolutions, locality, smoothness.',
      'Explicit regularisation and early stopping still help, and remove most of the peak.',
    ],
    followUps: [
      {
        question: 'Does that abolish bias and variance?',
        answer: 'No: the decomposition holds. Variance just need not grow with the number of parameters.',
      },
    ],
    source: {
      title: 'Reconciling modern machine-learning practice and the classical bias-variance trade-off',
      author: 'Belkin, Hsu, Ma and Mandal',
      year: 2019,
    },
  },
];
