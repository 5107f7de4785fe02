import type { Card } from '../card.ts';

export const clusteringAndNeighbours: readonly Card[] = [
  {
    id: 'choose-the-number-of-clusters',
    topic: 'clustering',
    kind: 'question',
    question: 'How do you choose the number of clusters?',
    points: [
      'The least inertia falls with k until it is 0, so it cannot choose k; an elbow is a judgement, and often there is none.',
      'Silhouette compares how near a row is to its own cluster and to the next one; the gap statistic compares the inertia with that of data without clusters.',
      'For mixtures BIC weighs likelihood against the number of parameters.',
      'Stability: cluster resamples and see whether the same groups come again.',
      'What the clusters are for decides most: as many as somebody can act on.',
    ],
    followUps: [
      {
        question: 'All these indices disagree. What do you report?',
        answer:
          'That the data does not say, and the number that serves the purpose, with the result for its neighbours beside it.',
      },
    ],
    source: {
      title: 'The Elements of Statistical Learning',
      author: 'Hastie, Tibshirani and Friedman',
      year: 2009,
      section: '14.3.11',
    },
  },
  {
    id: 'local-optima-of-k-means',
    topic: 'clustering',
    kind: 'question',
    question: 'k-means gives another result each time. Why, and what do you do?',
    points: [
      'The objective is not convex: Lloyd ends where neither assigning nor updating helps, and where that is depends on the start. The global optimum is NP-hard already in the plane.',
      'Run it from several starts and keep the one of least inertia.',
      'k-means++ draws seeds with probability proportional to squared distance from the seeds so far; the expected inertia is within a factor O(log k) of the optimum.',
      'Fix the seed for reproducibility, and treat large differences between good runs as a sign that the clusters may not be real.',
    ],
    followUps: [
      {
        question: 'Can the number of iterations explode?',
        answer:
          'In the worst case it is exponential (Vattani 2011), under small perturbations polynomial; in practice tens.',
      },
    ],
    source: { title: 'k-means++: the advantages of careful seeding', author: 'Arthur and Vassilvitskii', year: 2007 },
  },
  {
    id: 'when-k-means-fails',
    topic: 'clustering',
    kind: 'question',
    question: 'On which data does k-means fail?',
    points: [
      'Clusters that are long, curved or nested: the border between two centroids is a hyperplane.',
      'Clusters of very different spread or size: the border lies midway, so large clusters lose their edge to small ones.',
      'Features on different scales: the one with the largest spread decides. Standardise, unless the scales mean something.',
      'Outliers pull means; medoids or trimmed variants stand them better.',
      'Categories: a mean of codes means nothing; use k-modes, or a distance for mixed data.',
    ],
    followUps: [
      {
        question: 'What would you use for two moons?',
        answer: 'A method of density or neighbours: DBSCAN, single linkage, spectral clustering.',
      },
    ],
    source: {
      title: 'A density-based algorithm for discovering clusters in large spatial databases with noise',
      author: 'Ester, Kriegel, Sander and Xu',
      year: 1996,
    },
  },
  {
    id: 'pca-and-k-means',
    topic: 'clustering',
    kind: 'question',
    question: 'What has PCA to do with k-means, and should one run it before?',
    points: [
      'PCA finds the subspace of largest variance; k-means finds k points. Both minimise squared reconstruction error, PCA over subspaces and k-means over one-hot codes.',
      'Relaxing the one-hot codes of k-means to orthonormal vectors gives principal components: the first k - 1 span the relaxed solution.',
      'Running PCA before lowers cost and noise; it may drop a direction of small variance that separates the clusters.',
      'PCA depends on scale: centre always, standardise unless units are shared.',
    ],
    followUps: [
      {
        question: 'How many components do you keep?',
        answer:
          'As many as a stated share of variance or the downstream score asks for; look at the spectrum for a gap.',
      },
    ],
    source: { title: 'K-means clustering via principal component analysis', author: 'Ding and He', year: 2004 },
  },
  {
    id: 'curse-of-dimensionality',
    topic: 'neighbours',
    kind: 'question',
    question: 'What is the curse of dimensionality, and what does it do to nearest neighbours?',
    points: [
      'Neighbourhoods stop being local: to hold 1% of points spread evenly in a 10-dimensional cube, a cube needs edges of 63% of the range.',
      'Distances concentrate: for independent features of like scale the spread of distances becomes small beside their mean, so nearest and farthest look alike.',
      'Keeping the density of a sample takes exponentially more rows with each dimension.',
      'Space partitions such as kd-trees then visit nearly all cells: no better than a scan beyond a dozen or so dimensions.',
      'What counts is the intrinsic dimension: real data often lies near a surface of few dimensions, and there neighbours work.',
    ],
    followUps: [
      {
        question: 'What helps?',
        answer: 'Fewer or learned features, a metric that is learned, and approximate search measured by recall.',
      },
    ],
    source: {
      title: 'The Elements of Statistical Learning',
      author: 'Hastie, Tibshirani and Friedman',
      year: 2009,
      section: '2.5',
    },
  },
  {
    id: 'bias-and-variance-of-k-nn',
    topic: 'neighbours',
    kind: 'question',
    question: 'What does k do to bias and variance in k-NN?',
    points: [
      'k = 1 has low bias and high variance: on training rows its error is 0 (unless equal rows differ in label), which says nothing.',
      'Larger k averages more: the variance of a regression estimate falls like sigma^2 / k, and bias grows as the neighbourhood widens.',
      'With k = n it predicts the mean or the majority everywhere.',
      'Choose by cross-validation, odd for two classes, growing with n and slower than n: consistent when k goes to infinity and k / n to 0.',
    ],
    followUps: [
      {
        question: 'How good can 1-NN be with endless data?',
        answer:
          'Its error is at most twice the Bayes error (Cover and Hart 1967); more exactly at most 2 R (1 - R) for two classes.',
      },
    ],
    source: { title: 'Nearest neighbor pattern classification', author: 'Cover and Hart', year: 1967 },
  },
  {
    id: 'locality-sensitive-hashing',
    topic: 'neighbours',
    kind: 'question',
    question: 'How does locality-sensitive hashing work?',
    points: [
      'A family of hash functions in which near points collide with a higher probability than far ones: random hyperplanes for angles, MinHash for Jaccard similarity.',
      'Concatenate r of them, so that far points rarely collide, and keep b tables, so that near ones collide in some: P = 1 - (1 - p^r)^b, an S-curve.',
      'A query looks into its b buckets only, and ranks what it finds by the exact distance.',
      'Query time is n^rho with rho < 1 for approximate neighbours, at the price of memory for many tables.',
    ],
    followUps: [
      {
        question: 'Why are graphs such as HNSW preferred today?',
        answer:
          'They adapt to the data, and reach a given recall with fewer distances on real sets; LSH keeps guarantees, simple updates and tiny sketches.',
      },
    ],
    source: {
      title: 'Approximate nearest neighbors: towards removing the curse of dimensionality',
      author: 'Indyk and Motwani',
      year: 1998,
    },
  },
  {
    id: 'hnsw-graphs',
    topic: 'neighbours',
    kind: 'question',
    question: 'How does an HNSW index find neighbours, and what are its knobs?',
    points: [
      'A graph whose nodes are rows joined to near ones, in layers: each node reaches a random top layer with exponentially falling probability, like a skip list.',
      'A query descends greedily from the top, then explores the bottom layer with a list of the ef best candidates.',
      'M, the number of links, sets memory and recall; efConstruction the quality of the build; ef at query time trades recall for latency.',
      'Links are chosen to be diverse, not merely nearest, so that clusters stay connected.',
      'Deletions leave holes: nodes are marked and the index rebuilt now and then.',
    ],
    followUps: [
      {
        question: 'How do you report its quality?',
        answer:
          'Recall@k against exact search, over queries like the real ones, as a curve against queries per second, with build time and memory.',
      },
    ],
    source: {
      title: 'Efficient and robust approximate nearest neighbor search using hierarchical navigable small world graphs',
      author: 'Malkov and Yashunin',
      year: 2020,
    },
  },
  {
    id: 'product-quantisation',
    topic: 'neighbours',
    kind: 'question',
    question: 'A billion vectors do not fit in memory. How do you search them?',
    points: [
      'Compress: product quantisation cuts a vector into m parts and replaces each by the nearest of 256 centroids, m bytes in all.',
      'Distances come from tables: m look-ups and additions for each code, with the query left exact.',
      'An inverted file first: coarse centroids by k-means, and only the few nearest lists are scanned.',
      'Rerank the best by the exact vectors from disk.',
      'Or shard by rows over machines, each giving its k best.',
    ],
    followUps: [
      {
        question: 'What do you lose?',
        answer:
          'Recall, by the quantisation error; residuals from the coarse centroid and a learned rotation win much of it back.',
      },
    ],
    source: {
      title: 'Product quantization for nearest neighbor search',
      author: 'Jégou, Douze and Schmid',
      year: 2011,
    },
  },
  {
    id: 'which-distance',
    topic: 'neighbours',
    kind: 'question',
    question: 'Euclidean, cosine or Manhattan distance: how do you choose?',
    points: [
      'Euclidean after scaling, where features are alike in kind; it is dominated by the largest differences.',
      'Cosine where length is a nuisance, such as documents of different length; on vectors of length 1 it orders as Euclidean distance does.',
      'Manhattan is less moved by one large difference, and suits counts and sparse differences.',
      'Cosine distance is no metric: the triangle inequality fails; the angle is one. Indices that prune by it need a metric.',
      'Mahalanobis or learned metrics where features are correlated; in the end the score of the task decides.',
    ],
    followUps: [
      {
        question: 'And for maximum inner product?',
        answer:
          'It is no distance: a row need not be its own best match, and long rows tend to win. Append to rows a coordinate that makes all equally long, and 0 to queries: the order is then the Euclidean one.',
      },
    ],
    source: {
      title: 'The Elements of Statistical Learning',
      author: 'Hastie, Tibshirani and Friedman',
      year: 2009,
      section: '13.3 and 14.3',
    },
  },
];
