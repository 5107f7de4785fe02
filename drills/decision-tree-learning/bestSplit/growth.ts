import type * as reference from '../../../reference/decision-tree-learning/index.ts';
import { type Growth, randomInteger, shuffled } from '../../../src/index.ts';
import type { TrainingSet } from './inputs.ts';
import { isBetweenNeighbours, isFirst, isLargest, isMidpoint, judgeSplit, tellsItsDecrease } from './judge.ts';

type Gate = Growth<typeof reference>;

const times = <Item>(n: number, make: (i: number) => Item): Item[] => Array.from({ length: n }, (_, i) => make(i));

const gate = (
  variable: string,
  on: string,
  make: (size: number, random: () => number) => TrainingSet,
  sizes?: readonly number[],
): Gate => ({
  variable,
  on,
  measures: ['steps'],
  ...(sizes ? { sizes } : {}),
  workload: (size, random) => {
    const { X, y } = make(size, random);
    return (solution) => {
      solution.bestSplit(X, y);
      return () =>
        judgeSplit(solution, { X, y }, isBetweenNeighbours, isMidpoint, tellsItsDecrease, isLargest, isFirst);
    };
  },
});

/** One feature, so that nothing hides the growth in rows; sorting them is n log n. */
export const growth: readonly Gate[] = [
  gate('nSamples', 'shuffled rows of two classes', (n, random) => ({
    X: shuffled(
      times(n, (i) => [i]),
      random,
    ),
    y: times(n, () => randomInteger(random, 0, 1)),
  })),
  gate('nSamples', 'sorted rows whose classes all differ', (n) => ({ X: times(n, (i) => [i]), y: times(n, (i) => i) })),
  gate('nSamples', 'equal rows of two classes', (n) => ({ X: times(n, () => [1]), y: times(n, (i) => i % 2) })),
  gate(
    'nFeatures',
    'eight rows of two classes',
    (nFeatures, random) => ({
      X: times(8, () => times(nFeatures, () => randomInteger(random, 0, 99))),
      y: times(8, (i) => i % 2),
    }),
    [16, 32, 64, 128, 256],
  ),
];
