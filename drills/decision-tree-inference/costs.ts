import type * as reference from '../../reference/decision-tree-inference/index.ts';
import type { Costs } from '../../src/index.ts';

export const costs: Costs<typeof reference> = {
  variables: {
    depth: ['h', 'maxDepth'],
    nRows: ['n', 'nSamples'],
    nNodes: ['m', 'nodes'],
    nFeatures: ['d', 'p'],
    nTrees: ['t', 'trees'],
    nBackground: ['b'],
    nCategories: ['c', 'categories'],
  },
  atMost: [['depth', 'nNodes']],
  of: {
    predict: {
      time: ['depth'],
      memory: ['1'],
      because: 'one comparison for each split on the way, and one variable for where it stands',
    },
    flatten: { time: ['nNodes'], memory: ['nNodes'], because: 'each node is read once and written once' },
    predictBatch: {
      time: ['nRows * depth'],
      memory: ['nRows', '1'],
      because: 'each row takes one way down, and has one element in the answer',
    },
    predictWithMissing: {
      time: ['depth', 'depth * nCategories'],
      memory: ['1'],
      because:
        'one test for each split on the way, whether it compares or looks a category up, and one variable for where it stands',
    },
    predictForest: {
      time: ['nTrees * depth'],
      memory: ['nTrees', '1'],
      because: 'at worst every tree is asked; votes are counted by label, and there are no more labels than trees',
    },
    explain: {
      time: ['nBackground * nNodes', 'nBackground * nNodes + nFeatures'],
      memory: ['nFeatures', 'nFeatures + depth', 'nFeatures + nNodes'],
      because:
        'a leaf is reached by a mix of the two rows that is known on the way down, so each node is met once for each background row; one share is kept for each feature',
    },
  },
};
