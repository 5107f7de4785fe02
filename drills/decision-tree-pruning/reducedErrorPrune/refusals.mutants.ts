import type * as reference from '../../../reference/decision-tree-pruning/index.ts';
import type { Mutant } from '../../../src/index.ts';
import { MALFORMED, PAST_THE_END, SPLIT_BECOMES_LEAF } from './laws.mutants.ts';
import {
  asLeaf,
  type Check,
  type Labels,
  type Prune,
  pruneBy,
  type Rows,
  reducedErrorPrune,
  type Split,
  standard,
  sum,
  validate,
  wrong,
} from './parts.mutants.ts';

const without = (...checks: Check[]): Prune => pruneBy({ check: (X, y) => validate(X, y, checks) });
const also = (isRefused: (X: Rows, y: Labels) => boolean): Prune =>
  pruneBy({
    check(X, y) {
      validate(X, y);
      if (isRefused(X, y)) throw new RangeError('refused');
    },
  });

/** Mutants that throw too seldom or too often. */
export const refusalMutants: Mutant<typeof reference>[] = [
  // A `RangeError` is thrown, also when the tree is one leaf, if `X` is empty, a row has no features, rows differ in length, a coordinate or a label is NaN or infinite, or `y` has not one label for each row.
  ...wrong([
    ['accepts an empty `X`', MALFORMED, without('empty')],
    ['accepts rows without features', MALFORMED, without('bare')],
    ['accepts rows of different lengths', MALFORMED, without('ragged')],
    ['accepts NaN in a row', MALFORMED, without('NaN in X')],
    ['accepts infinity in a row', MALFORMED, without('inf in X')],
    ['accepts NaN in `y`', MALFORMED, without('NaN in y')],
    ['accepts infinity in `y`', MALFORMED, without('inf in y')],
    ['accepts fewer labels than rows', MALFORMED, without('few')],
    ['accepts more labels than rows', MALFORMED, without('many')],
    [
      'checks the first row only',
      MALFORMED,
      pruneBy({
        check: (X, y) =>
          validate(
            X.map(() => X[0]),
            y,
          ),
      }),
    ],
    ['throws a plain Error', MALFORMED, pruneBy({ check: (X, y) => validate(X, y, [], Error) })],
    [
      'gives a tree that is one leaf back before it checks',
      MALFORMED,
      (tree, X, y) => (tree.kind === 'leaf' ? tree : reducedErrorPrune(tree, X, y)),
    ],
    [
      'checks only coordinates that a split looks at',
      MALFORMED,
      pruneBy({
        check: (X, y) => validate(X, y, ['NaN in X', 'inf in X']),
        feature(split, x) {
          standard.feature(split, x);
          if (!Number.isFinite(x[split.featureIndex])) throw new RangeError('coordinate');
        },
      }),
    ],
    ['refuses rows whose sum is infinite', SPLIT_BECOMES_LEAF, also((X) => X.some((x) => !Number.isFinite(sum(x))))],
    ['refuses coordinates of 0 as missing', SPLIT_BECOMES_LEAF, also((X) => X.some((x) => x.some((v) => !v)))],
    ['refuses a label of 0 as missing', SPLIT_BECOMES_LEAF, also((_, y) => y.some((label) => !label))],
    ['refuses a single row', SPLIT_BECOMES_LEAF, also((X) => X.length === 1)],
    [
      'refuses a row that occurs twice',
      SPLIT_BECOMES_LEAF,
      also((X) => new Set(X.map((x) => x.join())).size < X.length),
    ],
  ]),
  // Also if a row reaches a split whose `featureIndex` is past the end of the row (a split that no row reaches is not judged for this).
  ...wrong([
    ['sends a row to the right when the feature does not exist', PAST_THE_END, pruneBy({ feature: () => undefined })],
    [
      'is off by one about the last feature',
      PAST_THE_END,
      pruneBy({
        feature(split, x) {
          if (split.featureIndex > x.length) throw new RangeError('feature');
        },
      }),
    ],
    [
      'refuses a split that looks at the last feature',
      SPLIT_BECOMES_LEAF,
      pruneBy({
        feature(split, x) {
          if (split.featureIndex >= x.length - 1) throw new RangeError('feature');
        },
      }),
    ],
    [
      'checks the features of the root only',
      PAST_THE_END,
      pruneBy(() => {
        let root: Split | null = null;
        return {
          feature(split, x) {
            root ??= split;
            if (split === root) standard.feature(split, x);
          },
        };
      }),
    ],
    [
      'checks the features of the splits it keeps only',
      PAST_THE_END,
      pruneBy(() => {
        let row: readonly number[] = [];
        return {
          feature(_, x) {
            row = x;
          },
          keep(split, left, right, labels) {
            standard.feature(split, row);
            return standard.keep(split, left, right, labels);
          },
        };
      }),
    ],
    [
      'drops rows of an unseen class before they go down',
      PAST_THE_END,
      (tree, X, y) => {
        validate(X, y);
        const rows = [...y.keys()].filter((row) => tree.counts[y[row]] !== undefined);
        const seen =
          rows.length === 0
            ? null
            : reducedErrorPrune(
                tree,
                rows.map((row) => X[row]),
                rows.map((row) => y[row]),
              );
        return seen ?? (tree.kind === 'leaf' ? tree : asLeaf(tree));
      },
    ],
  ]),
];
