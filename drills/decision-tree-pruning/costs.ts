import type * as reference from '../../reference/decision-tree-pruning/index.ts';
import type { Costs } from '../../src/index.ts';

export const costs: Costs<typeof reference> = {
  variables: {
    nNodes: ['m', 'nodes'],
    nRows: ['n', 'nSamples'],
    depth: ['h', 'maxDepth'],
    nClasses: ['c', 'classes'],
    nEntries: ['e', 'entries'],
    nFolds: ['f', 'folds'],
    maxLeaves: ['l', 'leaves'],
  },
  atMost: [
    ['depth', 'nNodes'],
    ['maxLeaves', 'nNodes'],
  ],
  of: {
    reducedErrorPrune: {
      time: ['nNodes * nClasses + nRows * depth', 'nNodes + nRows * depth'],
      memory: ['nNodes', 'nNodes + nRows', 'nNodes + depth * nRows'],
      because:
        'a row adds to the errors that are kept for each node on its way, once, and each node is then decided from its children',
    },
    costComplexityPrune: {
      time: ['nNodes * nClasses', 'nNodes', 'nNodes * log(nNodes)'],
      memory: ['nNodes'],
      because: 'for one alpha each node is decided once, after its children, and what was decided is kept',
    },
    pruningPath: {
      time: ['nNodes * log(nNodes)', 'nNodes * log(nNodes) + nNodes * nClasses'],
      memory: ['nNodes'],
      because: 'a heap of the links gives the weakest in log n, where looking for it anew costs n each time',
    },
    selectAlpha: {
      time: ['nEntries * nFolds', 'nEntries * nFolds * log(nEntries)'],
      memory: ['nEntries'],
      because:
        'the path and the path of a fold are both ordered by alpha, so they are walked once, side by side, with one sum of errors for each entry',
    },
    bestPruned: {
      time: ['nNodes * maxLeaves', 'nNodes * maxLeaves + nNodes * nClasses'],
      memory: ['nNodes * maxLeaves'],
      because:
        'leaves are shared out between two children in as many ways as their sizes allow, which sums to nodes times leaves',
    },
  },
};
