import type * as reference from '../../../reference/decision-tree-learning/index.ts';
import type { TreeOptions } from '../../../reference/decision-tree-learning/index.ts';
import { type Growth, randomInteger, shuffled } from '../../../src/index.ts';
import type { TrainingSet } from '../bestSplit/inputs.ts';
import { alternating } from './inputs.ts';
import { type Fitter, judgeFit } from './treeLaws.ts';

type Gate = Growth<typeof reference>;

const times = <Item>(n: number, make: (i: number) => Item): Item[] => Array.from({ length: n }, (_, i) => make(i));

export const gate = (
  name: Fitter,
  variable: string,
  on: string,
  make: (size: number, random: () => number) => TrainingSet,
  { options = {}, ...more }: Pick<Gate, 'sizes' | 'limit'> & { readonly options?: TreeOptions } = {},
): Gate => ({
  variable,
  on,
  measures: ['steps'],
  ...more,
  workload: (size, random) => {
    const { X, y } = make(size, random);
    return (solution) => {
      solution[name](X, y, options);
      return () => judgeFit(name, solution, { X, y, options });
    };
  },
});

/** Distinct values in random order, with the share of class 1 rising along them: a tree of logarithmic depth. */
export const rising = (n: number, random: () => number): TrainingSet => {
  const X = shuffled(
    times(n, (i) => [i]),
    random,
  );
  return { X, y: X.map(([value]) => (random() < 0.2 + (0.6 * value) / n ? 1 : 0)) };
};

const SMALLER = [64, 128, 256, 512, 1024];

/** The gates of a function that fits trees. */
export const growthOf = (name: Fitter): readonly Gate[] => [
  // All rows looked through for each leaf gain 0.41.
  gate(name, 'nSamples', 'shuffled rows, to the last leaf', rising, { limit: 0.25 }),
  gate(name, 'nSamples', 'shuffled rows, one split deep', rising, { sizes: SMALLER, options: { maxDepth: 1 } }),
  gate(name, 'nSamples', 'sorted rows whose y alternate, in a tree as deep', (n) => alternating(n), {
    sizes: [8, 16, 32, 64, 128],
  }),
  gate(
    name,
    'nSamples',
    'sorted rows whose y all differ, two splits deep',
    (n) => ({ X: times(n, (i) => [i]), y: times(n, (i) => i) }),
    {
      sizes: SMALLER,
      options: { maxDepth: 2 },
    },
  ),
  gate(
    name,
    'nFeatures',
    'eight rows',
    (nFeatures, random) => ({
      X: times(8, () => times(nFeatures, () => randomInteger(random, 0, 99))),
      y: times(8, (i) => i % 2),
    }),
    { sizes: [16, 32, 64, 128, 256] },
  ),
];
