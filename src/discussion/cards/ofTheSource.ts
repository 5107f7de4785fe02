import type { Card } from '../card.ts';

/** The questions that the account of interviews names, and the open problems with which its discussions began. */
export const ofTheSource: readonly Card[] = [
  {
    id: 'regularise-a-deep-network',
    topic: 'deep learning',
    kind: 'question',
    question: 'How do you regularise a deep network?',
    points: [
      'Look first whether it overfits at all: training loss far below validation loss. Regularising a model that underfits makes it worse.',
      'More data, or augmentation that leaves the label as it is, is the strongest regulariser where it can be had.',
      'Weight decay shrinks weights towards 0. In adaptive methods it is applied apart from the gradient (AdamW), since an L2 term in the loss is rescaled by them.',
      'Dropout sets units to 0 at random in training and uses all of them at prediction, scaled so that expectations agree.',
      'Early stopping: keep the weights with the best validation loss. For a quadratic loss it acts much like L2.',
      'Label smoothing, stochastic depth, mixup, and the noise of small batches regularise too; so does starting from a pretrained model.',
    ],
    followUps: [
      {
        question: 'Does batch normalisation regularise?',
        answer:
          'A little: statistics of a random batch add noise to each example. It was made for faster optimisation, and the effect fades with large batches.',
      },
      {
        question: 'How would you choose the strength?',
        answer:
          'By validation loss over a logarithmic grid or random search, one regulariser at a time, with the test set untouched.',
      },
    ],
    source: { title: 'Deep Learning', author: 'Goodfellow, Bengio and Courville', year: 2016, section: 'chapter 7' },
  },
  {
    id: 'boosting-in-random-forest-training',
    topic: 'trees and ensembles',
    kind: 'question',
    question: 'Where does boosting come up in the training of a random forest?',
    points: [
      'It does not: a random forest is bagging. Each tree is grown on a bootstrap sample by itself, and the trees vote or are averaged.',
      'Boosting grows trees one after the other, each on what the trees before it got wrong: reweighted rows in AdaBoost, gradients of the loss in gradient boosting.',
      'The forest tries a random subset of features at each split, so that trees are less correlated: the variance of an average falls with their correlation.',
      'Bagging lowers variance and wants deep trees; boosting lowers bias as well and wants shallow ones.',
    ],
    followUps: [
      {
        question: 'Which of the two can overfit by more trees?',
        answer:
          'Boosting: its training loss falls on. In a forest more trees only bring the average closer to its limit.',
      },
      {
        question: 'Which trains in parallel?',
        answer:
          'The forest, tree by tree. Boosting is sequential in the trees; only the work within a tree is shared out.',
      },
    ],
    source: { title: 'Random forests', author: 'Breiman', year: 2001 },
  },
  {
    id: 'two-classifiers-when-speed-matters',
    topic: 'systems and data',
    kind: 'question',
    question: 'Prediction must be fast, more than it must be accurate. Name two classifiers you would take, and why.',
    points: [
      'Logistic regression: one dot product, O(d) a row, or less for sparse features. Its scores are probabilities, and it is small enough for any cache.',
      'A decision tree of limited depth: at most depth comparisons, each of one feature, whatever the number of training rows.',
      'Naive Bayes on counts is as cheap as a linear model, since its log odds are linear in them; its probabilities tend to be overconfident.',
      'Not plain k-NN, which looks at the training rows for each prediction; nor a kernel SVM, which is evaluated against every support vector.',
      'Say what fast means: latency of one row or throughput of many, the tail or the mean, and whether computing the features takes longer than the model.',
    ],
    followUps: [
      {
        question: 'You have an accurate but slow model. What then?',
        answer:
          'Distil it into a small one, prune or quantise it, put a cheap model before it that decides the easy cases, or cache answers.',
      },
      {
        question: 'Why is a forest of 500 trees slow although each tree is fast?',
        answer:
          'It walks 500 paths of unpredictable branches and scattered memory. Stop the vote early, or take fewer and shallower trees.',
      },
    ],
    source: {
      title: 'The Elements of Statistical Learning',
      author: 'Hastie, Tibshirani and Friedman',
      year: 2009,
      section: 'chapters 4 and 9',
    },
  },
  {
    id: 'group-documents-by-meaning',
    topic: 'clustering',
    kind: 'question',
    question: 'Here are a million documents. Group them by meaning.',
    points: [
      'Represent first: TF-IDF gives words; topic models (LDA) give mixtures of topics; sentence embeddings bring paraphrases together that share no word.',
      'Compare by cosine: normalise vectors to length 1, and squared Euclidean distance is 2 - 2 cos, so that k-means can be used.',
      'Cluster: mini-batch k-means for size; hierarchical or density-based methods where the number of groups is unknown and some documents belong nowhere.',
      'Reduce dimension (truncated SVD, PCA) before clustering: distances concentrate in many dimensions, and it is faster.',
      'Judge: people name a sample of clusters; stability under resampling; agreement with labels where there are some. No single index decides.',
    ],
    followUps: [
      {
        question: 'New documents arrive all day. What changes?',
        answer:
          'Assign them to the nearest centroid, watch how far they lie, and recluster when many lie far: topics drift.',
      },
      {
        question: 'How do you label the clusters?',
        answer:
          'By words that are frequent in the cluster and rare elsewhere, and the documents nearest to the centroid.',
      },
    ],
    source: { title: 'Latent Dirichlet allocation', author: 'Blei, Ng and Jordan', year: 2003 },
  },
  {
    id: 'gaussian-mixtures-and-k-means',
    topic: 'clustering',
    kind: 'question',
    question: 'How are Gaussian mixtures and k-means related?',
    points: [
      'Both alternate: k-means assigns rows and moves means; EM computes responsibilities and then re-estimates weights, means and covariances.',
      'k-means is the limit of EM with a fixed, shared covariance sigma^2 I as sigma goes to 0: responsibilities become 0 or 1, and the mixing weights no longer matter.',
      'So k-means prefers round clusters of like size; a mixture with full covariances fits elongated ones and gives probabilities.',
      'EM never lowers the likelihood, k-means never raises the inertia; both find local optima only, so both need good starts, often k-means for EM.',
      'A mixture is a density: it can be compared by BIC, sampled from, and used to find outliers. Its likelihood is unbounded when a component collapses on one row.',
    ],
    followUps: [
      {
        question: 'What does a step of EM cost with full covariances?',
        answer:
          'O(n k d^2) for densities and covariances, and O(k d^3) for the factorisations; k-means takes O(n k d).',
      },
      {
        question: 'How is the collapse of a component prevented?',
        answer:
          'By a prior on covariances, a small multiple of the identity added to them, or a tied or diagonal covariance.',
      },
    ],
    source: { title: 'Pattern Recognition and Machine Learning', author: 'Bishop', year: 2006, section: '9.3.2' },
  },
  {
    id: 'find-duplicate-videos',
    topic: 'systems and data',
    kind: 'open',
    question: "We're trying to find duplicate videos. How would you go about it?",
    points: [
      'Ask what a duplicate is: the same file, a re-encoding, a crop, a mirrored or sped-up copy, a clip inside a longer video; and what a miss and a false alarm cost.',
      'Exact copies first: a hash of the bytes costs little and settles a share of the cases.',
      'Near copies: sample frames, compute perceptual hashes or embeddings trained to ignore re-encoding, cropping and overlays; audio fingerprints as a second witness.',
      'Search, not all pairs: an index of hashes (bands of bits) or an approximate nearest-neighbour index gives candidates; n^2 comparisons of millions of videos are out of reach.',
      'Verify candidates: align the two sequences in time, ask for a run of matching frames at a constant offset, or along a line of another slope where a copy was sped up. Clips in longer videos come out of it.',
      'Label pairs near the threshold for evaluation; report precision at a recall, by kind of edit. Random pairs are nearly all negatives and tell little.',
      'Group pairs into clusters with care: near-duplicate is not transitive, so long chains must be cut.',
    ],
    tradeOffs: [
      'Hashes or embeddings: hashes are small, fast and easily explained; embeddings stand more edits and need training, more memory and recalibrated thresholds.',
      'Frames sampled: more find shorter clips, and cost storage and time in proportion; scene changes are a good compromise.',
      'When: at upload (must be fast, blocks copies) or in batch (may be thorough, too late).',
      'Threshold: takedowns want precision, counting views or cleaning a training set can do with less.',
    ],
    followUps: [
      {
        question: 'Somebody edits videos to slip through. What now?',
        answer:
          'Train on such edits, combine witnesses (frames, audio, text) and keep the thresholds secret. Expect to retrain.',
      },
      {
        question: 'How many comparisons does your index make for a new video?',
        answer:
          'For each sampled frame the candidates of a few buckets or graph hops, thousands and not millions, then an alignment for the few best.',
      },
    ],
    source: { title: 'On the resemblance and containment of documents', author: 'Broder', year: 1997 },
  },
  {
    id: 'rank-millions-with-sub-second-latency',
    topic: 'systems and data',
    kind: 'open',
    question: 'Rank millions of entities for a user, with sub-second latency.',
    points: [
      'Ask what is ranked for what: the goal (clicks, purchases, time well spent), how fresh it must be, the traffic, and the latency at the 99th percentile.',
      'Two stages or more: cheap retrieval brings millions down to hundreds, then an expensive model orders these.',
      'Retrieval: a two-tower model whose entity vectors are computed ahead and kept in an approximate nearest-neighbour index, and rules, popularity and recent items beside it.',
      'Ranking: boosted trees or a network on features of user, entity and context; trained on logged impressions, with a loss for pairs or lists, or for clicks with calibration.',
      'Logs are biased: what was shown on top is clicked more. Add position as a feature in training, weight by propensity, or randomise a little.',
      'Measure offline (NDCG, recall of the retrieval) and then by an A/B test: offline gains often do not hold.',
      'Budget the latency, for example features 20 ms, retrieval 20 ms, ranking 50 ms; cache, batch, and degrade to a simpler order when a part is late.',
    ],
    tradeOffs: [
      'Retrieval recall against latency: more candidates cost the ranker time in proportion.',
      'Precomputed lists or scoring on request: lists are fast and stale, requests are fresh and dear.',
      'One model for all goals or several combined: combinations can be tuned without retraining, and must be defended.',
      'Exploration costs clicks today, and without it the model never learns about what it does not show.',
    ],
    followUps: [
      {
        question: 'A new entity has no clicks. How is it ever shown?',
        answer:
          'Its vector comes from content, and a share of the traffic explores: for example the ranking adds a bonus for uncertainty.',
      },
      {
        question: 'The index is rebuilt each night. What about the day?',
        answer: 'A small second index of new entities, searched exactly and merged, until the next build.',
      },
    ],
    source: {
      title: 'Deep neural networks for YouTube recommendations',
      author: 'Covington, Adams and Sargin',
      year: 2016,
    },
  },
  {
    id: 'very-little-labelled-data',
    topic: 'systems and data',
    kind: 'open',
    question: 'You have very little labelled data. What do you do?',
    points: [
      'Ask how little, what a label costs, how much unlabelled data there is, and who decides what is right. Sometimes a day of labelling ends the discussion.',
      'Start from a pretrained model: frozen features and a linear classifier, then fine-tuning of more layers as labels allow.',
      'Use the unlabelled data: self-supervised pretraining on the domain, or self-training and consistency regularisation.',
      'Choose what to label: active learning by uncertainty and diversity, beside a random sample that is kept for evaluation.',
      'Weak labels: rules, heuristics and distant supervision, combined by a model of how often each is right.',
      'Simple, regularised models and augmentation; cross-validation with intervals, since a small test set says little: 100 rows leave about 10 points of 95% interval on each side at most.',
    ],
    tradeOffs: [
      'Label more or model more: errors by size of the training set (a learning curve) tell which pays.',
      'Active learning makes the labelled set unlike the traffic: estimate accuracy on a random sample, not on it.',
      'Self-training can confirm its own mistakes: only confident predictions, checked on held-out labels.',
      'Few labels by experts or many by a crowd: noise averages out, misunderstandings do not.',
    ],
    followUps: [
      {
        question: 'One class has five examples. What then?',
        answer:
          'Compare with them (nearest prototype in a good embedding), or ask people there; five rows cannot validate a threshold.',
      },
      {
        question: 'How do you know that pretraining did not see your test set?',
        answer:
          'Search the pretraining data for it where that is possible, and collect a test set later than the cut-off of the model.',
      },
    ],
    source: { title: 'Active learning literature survey', author: 'Settles', year: 2009 },
  },
];
