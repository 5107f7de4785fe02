import type * as reference from '../../reference/decision-tree-learning/index.ts';
import type { Costs } from '../../src/index.ts';

export const costs: Costs<typeof reference> = {
  variables: {
    nSamples: ['n'],
    nFeatures: ['d', 'p'],
    depth: ['h', 'maxDepth'],
    nClasses: ['c', 'classes'],
    nTrees: ['t', 'trees'],
  },
  atMost: [
    ['depth', 'nSamples'],
    ['nClasses', 'nSamples'],
  ],
  of: {
    bestSplit: {
      time: ['nFeatures * nSamples * log(nSamples)'],
      memory: ['nSamples'],
      because:
        'each feature is sorted, and a row that changes sides changes the impurity by one addition and one subtraction; one sorted list is kept at a time',
    },
    fitTree: {
      time: [
        'nFeatures * nSamples * log(nSamples) * depth',
        'nFeatures * nSamples * log(nSamples) + nFeatures * nSamples * depth',
      ],
      memory: ['nSamples', 'nSamples * depth', 'nFeatures * nSamples'],
      because: 'the nodes of a level share the rows, and each sorts its own by each feature, one list at a time',
    },
    fitTreePresorted: {
      time: ['nFeatures * nSamples * log(nSamples) + nFeatures * nSamples * depth'],
      memory: ['nFeatures * nSamples'],
      because:
        'each feature is sorted once, at the root, and its list is kept; below, the list is divided in the order that it has',
    },
    fitRegressionTree: {
      time: [
        'nFeatures * nSamples * log(nSamples) + nFeatures * nSamples * depth',
        'nFeatures * nSamples * log(nSamples) * depth',
      ],
      memory: ['nFeatures * nSamples', 'nSamples', 'nSamples * depth'],
      because:
        'as for classes: sums and squares change by one row where counts did, and a sorted list is kept for each feature',
    },
    fitBoosted: {
      time: [
        'nFeatures * nSamples * log(nSamples) + nTrees * nFeatures * nSamples * depth',
        'nTrees * nFeatures * nSamples * log(nSamples) * depth',
      ],
      memory: ['nFeatures * nSamples', 'nSamples', 'nFeatures * nSamples + nTrees', 'nSamples + nTrees'],
      because:
        'no tree changes the order of the rows, so they are sorted once and a list for each feature is kept; residuals are updated by the newest tree alone',
    },
  },
};
