import type * as reference from '../../reference/k-means/index.ts';
import type { Costs } from '../../src/index.ts';

export const costs: Costs<typeof reference> = {
  variables: {
    nSamples: ['n'],
    nFeatures: ['d'],
    nClusters: ['k'],
    nIter: ['i', 't', 'iterations', 'maxIter'],
    nBatches: ['b'],
  },
  atMost: [['nClusters', 'nSamples']],
  of: {
    kMeans: {
      time: ['nSamples * nClusters * nFeatures * nIter'],
      memory: ['nSamples + nClusters * nFeatures'],
      because:
        'each assignment compares every row with every centroid, feature by feature; a label for each row and the centroids are kept',
    },
    kMeansPlusPlus: {
      time: ['nSamples * nClusters * nFeatures'],
      memory: ['nSamples'],
      because:
        'a new seed can only bring a row nearer than the distance that is kept for it, so each row is compared with the new seed alone',
    },
    kMeansBounded: {
      time: ['nSamples * nClusters * nFeatures * nIter'],
      memory: [
        'nSamples * nClusters + nClusters * nFeatures',
        'nSamples + nClusters^2 + nClusters * nFeatures',
        'nSamples + nClusters * nFeatures',
      ],
      because:
        'at worst no bound rules anything out; one bound for each row and centroid is kept (one for each row, as Hamerly does, is right too)',
    },
    createMiniBatchKMeans: {
      time: ['nSamples * nClusters * nFeatures', 'nBatches * nSamples * nClusters * nFeatures'],
      memory: ['nClusters * nFeatures + nSamples', 'nClusters * nFeatures'],
      because:
        'each row of a batch of nSamples is compared with every centroid; the centroids and what is found of one batch are kept',
    },
    optimalKMeans1d: {
      time: ['nClusters * nSamples * log(nSamples)', 'nSamples * log(nSamples) + nClusters * nSamples'],
      memory: ['nClusters * nSamples', 'nSamples'],
      because:
        'the best start of the last cluster never falls when its end rises, so each of the k rows of the table, of n elements, takes n log n',
    },
  },
};
