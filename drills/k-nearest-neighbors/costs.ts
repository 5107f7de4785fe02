import type * as reference from '../../reference/k-nearest-neighbors/index.ts';
import type { Costs } from '../../src/index.ts';

export const costs: Costs<typeof reference> = {
  variables: { nSamples: ['n'], nFeatures: ['d', 'p'], k: ['nNeighbors'] },
  atMost: [['k', 'nSamples']],
  of: {
    kNearest: {
      time: [
        'nSamples * (nFeatures + log(k))',
        'nSamples * nFeatures + nSamples * log(nSamples)',
        'nSamples * nFeatures + k * log(k)',
      ],
      memory: ['k', 'nSamples'],
      because:
        'each distance is computed once, and each row meets a heap of the k nearest so far (a sort of all is right too)',
    },
    knnClassify: {
      time: [
        'nSamples * (nFeatures + log(k))',
        'nSamples * nFeatures + nSamples * log(nSamples)',
        'nSamples * nFeatures + k * log(k)',
      ],
      memory: ['k', 'nSamples'],
      because:
        'each distance is computed once, and each row meets a heap of the k nearest so far, which then vote (a sort of all is right too)',
    },
    createNearest: {
      time: ['nFeatures + log(k)', 'nSamples * (nFeatures + log(k))'],
      memory: ['k'],
      because: 'a push compares the row with the farthest of the k, and moves it along one path of a heap',
    },
    buildKdTree: {
      time: [
        'nSamples * (nFeatures + log(nSamples))',
        'nSamples * log(nSamples)',
        'nFeatures * nSamples * log(nSamples)',
        'nSamples * log(nSamples)^2',
      ],
      memory: ['nSamples * nFeatures', 'nSamples'],
      because:
        'each of log n levels parts all rows at a median, found in linear time, and the rows are kept in the order that this gives',
    },
    queryKdTree: {
      time: [
        'log(nSamples) + k * log(k)',
        'log(nSamples) * log(k)',
        'log(nSamples)',
        'log(nSamples) + k',
        'k * log(nSamples)',
      ],
      memory: ['k', 'k + log(nSamples)', 'log(nSamples)'],
      because:
        'for few features and rows in general position, few boxes meet the ball around the query; at worst all of them do; the k nearest so far are kept',
    },
    createDynamicIndex: {
      time: [
        'log(nSamples)^2 + nFeatures',
        'log(nSamples)^2',
        'log(nSamples) + nFeatures',
        'log(nSamples)',
        'nFeatures * log(nSamples)^2',
        'nFeatures * log(nSamples)',
      ],
      memory: ['nSamples * nFeatures', 'nSamples'],
      because:
        'a row moves to a tree of twice the size log n times, and each time the building costs log n a row, amortised; each row is kept once',
    },
  },
};
