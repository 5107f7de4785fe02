import type * as reference from '../../../reference/decision-tree-learning/index.ts';
import { deepFrozen, type Growth } from '../../../src/index.ts';
import type { TrainingSet } from '../bestSplit/inputs.ts';
import { growthOf } from '../fitTree/growth.ts';
import { judgeFit } from '../fitTree/treeLaws.ts';

type Gate = Growth<typeof reference>;

/** The fractional parts of multiples of an irrational number fill [0, 1) evenly, in an order that looks random. */
const fraction = (multiple: number): number => multiple % 1;
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * Rows that look alike at every size: feature 0 in shuffled order, feature 1 noise, the share of class 1 rising evenly from 0.2
 * to 0.8 along feature 0. So each split falls near the middle of its node, and few nodes of the first four levels are pure.
 */
function evenly(nSamples: number): TrainingSet {
  const X = Array.from({ length: nSamples }, (_, i) => [fraction(i * GOLDEN), fraction(i * Math.SQRT2)]);
  const y = X.map(([value], i) => (fraction(i * Math.sqrt(3)) < 0.2 + 0.6 * value ? 1 : 0));
  return { X: deepFrozen(X), y: deepFrozen(y) };
}

/** One set for all calls of a size: what is frozen is handed over once. */
const sets = new Map<number, TrainingSet>();

const levels =
  (maxDepth: number): Gate['workload'] =>
  (nSamples) => {
    const set = sets.get(nSamples) ?? evenly(nSamples);
    sets.set(nSamples, set);
    return (solution) => {
      solution.fitTreePresorted(set.X, set.y, { maxDepth });
      return () => judgeFit('fitTreePresorted', solution, { ...set, options: { maxDepth } });
    };
  };

/**
 * What three levels below the root cost: like nSamples. One split has needed the sort already, and is taken off. One pass a
 * level, whatever its constant, then has a slope of 0, or less where nodes cost much beside their rows; a sort adds
 * 1 / ln(nSamples) of its share in the steps. The margins that a test prints: right answers up to 0.02, the least of those
 * that sort in each node 0.07.
 */
const levelsBelowTheRoot: Gate = {
  variable: 'nSamples',
  on: 'three levels below the root',
  measures: ['steps'],
  sizes: [256, 512, 1024],
  workload: levels(4),
  beyond: levels(1),
  limit: 0.04,
};

export const growth: readonly Gate[] = [...growthOf('fitTreePresorted'), levelsBelowTheRoot];
