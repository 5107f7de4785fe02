import type * as reference from '../../../reference/decision-tree-learning/index.ts';
import type { BoostingOptions } from '../../../reference/decision-tree-learning/index.ts';
import { type Growth, randomInteger } from '../../../src/index.ts';
import type { TrainingSet } from '../bestSplit/inputs.ts';
import { rising } from '../fitTree/growth.ts';
import { judgeModel } from './judgeBoosting.ts';

type Gate = Growth<typeof reference>;

const times = <Item>(n: number, make: (i: number) => Item): Item[] => Array.from({ length: n }, (_, i) => make(i));

const gate = (
  variable: string,
  on: string,
  sizes: readonly number[],
  make: (size: number, random: () => number) => TrainingSet & { readonly options: BoostingOptions },
): Gate => ({
  variable,
  on,
  measures: ['steps'],
  sizes,
  workload: (size, random) => {
    const { X, y, options } = make(size, random);
    return ({ fitBoosted }) => {
      fitBoosted(X, y, options);
      return () => judgeModel(fitBoosted(X, y, options), { X, y, options });
    };
  },
});

/** A sort in each tree, or in each node, is allowed; predicting anew with all trees for each tree is not. */
export const growth: readonly Gate[] = [
  {
    ...gate('nTrees', 'six rows and one split a tree', [16, 32, 64, 128, 256], (nTrees, random) => ({
      X: times(6, (i) => [i]),
      y: times(6, () => randomInteger(random, -50, 50)),
      options: { nTrees, maxDepth: 1 },
    })),
    limit: 0.25, // adding up what all trees say for each new one gains 0.45
  },
  gate('nSamples', 'shuffled rows, four trees of two levels', [64, 128, 256, 512, 1024], (n, random) => ({
    ...rising(n, random),
    options: { nTrees: 4, maxDepth: 2 },
  })),
  gate('nFeatures', 'eight rows, two trees', [16, 32, 64, 128, 256], (nFeatures, random) => ({
    X: times(8, () => times(nFeatures, () => randomInteger(random, 0, 99))),
    y: times(8, () => randomInteger(random, -50, 50)),
    options: { nTrees: 2, maxDepth: 2 },
  })),
];
