import type * as reference from '../../../reference/decision-tree-pruning/index.ts';
import type { Mutant } from '../../../src/index.ts';
import { SPLIT_BECOMES_LEAF, UNSEEN_CLASS } from './laws.mutants.ts';
import { type Prune, pruneBy, type Rules, reducedErrorPrune, validate, wrong } from './parts.mutants.ts';

const losing = (loss: Rules['loss']): Prune => pruneBy({ loss });
const off = (label: number, value: number): number => (label === value ? 0 : 1);

/** Mutants that count errors wrongly. */
export const errorMutants: Mutant<typeof reference>[] = [
  // A row whose label differs from the prediction is an error.
  ...wrong([
    ['adds up squared distances between classes', SPLIT_BECOMES_LEAF, losing((label, value) => (label - value) ** 2)],
    ['adds up distances between classes', SPLIT_BECOMES_LEAF, losing((label, value) => Math.abs(label - value))],
    [
      'compares labels in single precision',
      SPLIT_BECOMES_LEAF,
      losing((label, value) => off(Math.fround(label), value)),
    ],
    [
      'compares labels within 1e-6',
      SPLIT_BECOMES_LEAF,
      losing((label, value) => (Math.abs(label - value) < 1e-6 ? 0 : 1)),
    ],
    [
      'knows two labels only, 1 and the rest',
      SPLIT_BECOMES_LEAF,
      losing((label, value) => off(Number(label === 1), Number(value === 1))),
    ],
    [
      'keeps one label for each distinct row, the last',
      SPLIT_BECOMES_LEAF,
      (tree, X, y) => {
        validate(X, y);
        const last = new Map(X.map((x, row) => [x.join(), row]));
        const rows = [...last.values()];
        return reducedErrorPrune(
          tree,
          rows.map((row) => X[row]),
          rows.map((row) => y[row]),
        );
      },
    ],
    [
      'takes rows for the same when their digits are, as [1, 11] and [11, 1]',
      SPLIT_BECOMES_LEAF,
      (tree, X, y) => {
        validate(X, y);
        const first = new Map(X.map((x) => [x.join(''), x]));
        return reducedErrorPrune(
          tree,
          X.map((x) => first.get(x.join('')) ?? x),
          y,
        );
      },
    ],
  ]),
  // A class never seen in training (-1, 7 or 0.5 where `counts` is `[2, 1]`) is legal in `y`, and is an error whatever is predicted.
  ...wrong([
    ['cuts labels to whole numbers', UNSEEN_CLASS, losing((label, value) => off(Math.trunc(label), value))],
    ['rounds labels', UNSEEN_CLASS, losing((label, value) => off(Math.round(label), value))],
    ['forgets the sign of a label', UNSEEN_CLASS, losing((label, value) => off(Math.abs(label), value))],
    [
      'takes labels beyond the classes for the nearest class',
      SPLIT_BECOMES_LEAF,
      losing((label, value, counts) => off(Math.min(Math.max(label, 0), counts.length - 1), value)),
    ],
    [
      'takes label -1 for the last class',
      UNSEEN_CLASS,
      losing((label, value, { length }) => off(label < 0 ? label + length : label, value)),
    ],
    [
      'wraps labels around the number of classes',
      SPLIT_BECOMES_LEAF,
      losing((label, value, { length }) => off(label % length, value)),
    ],
    ['refuses negative labels', SPLIT_BECOMES_LEAF, refusing((label) => label < 0)],
    ['refuses fractional labels', SPLIT_BECOMES_LEAF, refusing((label) => !Number.isInteger(label))],
    [
      'refuses labels whose sum is infinite',
      UNSEEN_CLASS,
      (tree, X, y) => {
        if (!Number.isFinite(y.reduce((total, label) => total + label, 0))) throw new RangeError('label');
        return reducedErrorPrune(tree, X, y);
      },
    ],
    ['refuses labels past the last class', SPLIT_BECOMES_LEAF, refusing((label, nClasses) => label >= nClasses)],
  ]),
];

function refusing(isRefused: (label: number, nClasses: number) => boolean): Prune {
  return (tree, X, y) => {
    if (y.some((label) => isRefused(label, tree.counts.length))) throw new RangeError('label');
    return reducedErrorPrune(tree, X, y);
  };
}
