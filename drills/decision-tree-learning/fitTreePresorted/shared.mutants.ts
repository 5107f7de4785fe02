import type * as reference from '../../../reference/decision-tree-learning/index.ts';
import { type Found, midpoint, type X, type Y } from '../bestSplit/shared.mutants.ts';
import { mostFrequent, right as rightTree, type TreeNode } from '../fitTree/shared.mutants.ts';

export type FitTreePresorted = typeof reference.fitTreePresorted;
export type List = readonly number[];

/** How a list of rows is divided: by the feature and threshold of the split, and the rows that go left. */
export interface Division {
  /** The feature that the list is sorted by. */
  readonly feature: number;
  readonly found: Found;
  readonly columns: readonly List[];
  goesLeft(row: number): boolean;
  readonly nLeft: number;
}

/** The parts of a right presorted tree; a mutant replaces one. */
export interface PresortParts {
  columns(X: X): List[];
  labels(X: X, y: Y): Y;
  presort(column: List): number[];
  /** The middle of two neighbours, given by their rows. */
  threshold(column: List, a: number, b: number): number;
  divide(list: List, division: Division): readonly [List, List];
  /** The features to try below a split, after what each was worth here. */
  keep(features: List, worth: ReadonlyMap<number, number>): List;
  counts(): Map<number, number>;
  /** A sum of squared counts, as it is stored. */
  stored(sum: number): number;
  /** What is done with all lists of a node before they are read. */
  prepare(lists: readonly List[], columns: readonly List[]): readonly List[];
}

export const parts: PresortParts = {
  columns: (X) => X[0].map((_, feature) => X.map((row) => row[feature])),
  labels: (_, y) => y,
  presort: (column) => [...column.keys()].sort((i, j) => column[i] - column[j]),
  threshold: (column, a, b) => midpoint(column[a], column[b]),
  divide: (list, { goesLeft }) => [list.filter(goesLeft), list.filter((row) => !goesLeft(row))],
  keep: (features) => features,
  counts: () => new Map(),
  stored: (sum) => sum,
  prepare: (lists) => lists,
};

/** The right solution with other parts. */
export const presorting = (changes: Partial<PresortParts>): FitTreePresorted => {
  const { columns, labels, presort, threshold, divide, keep, counts, stored, prepare } = { ...parts, ...changes };
  return (X, y, options = {}) => {
    rightTree.check(X, y);
    const { maxDepth, minSamplesLeaf } = rightTree.limits(options);
    const values = columns(X);
    const names = labels(X, y);

    const grow = (given: readonly List[], features: List, depth: number): TreeNode => {
      const lists = prepare(given, values);
      const n = lists[0].length;
      const here = lists[0].map((row) => names[row]);
      if (depth >= maxDepth || here.every((name) => name === here[0]))
        return { kind: 'leaf', value: mostFrequent(here) };
      const totals = counts();
      for (const name of here) totals.set(name, (totals.get(name) ?? 0) + 1);
      let all = 0;
      for (const count of totals.values()) all += count * count;
      let best: Found | null = null;
      let nLeft = 0;
      const worth = new Map<number, number>();
      for (const feature of features) {
        const list = lists[feature];
        const seen = counts();
        let left = 0;
        let rest = all;
        for (let k = 1; k < n; k++) {
          const [a, b] = [list[k - 1], list[k]];
          const count = seen.get(names[a]) ?? 0;
          left = stored(left + 2 * count + 1);
          rest = stored(rest - 2 * ((totals.get(names[a]) ?? 0) - count) + 1);
          seen.set(names[a], count + 1);
          if (!(values[feature][a] < values[feature][b]) || Math.min(k, n - k) < minSamplesLeaf) continue;
          const impurityDecrease = (left / k + rest / (n - k) - all / n) / n;
          worth.set(feature, Math.max(impurityDecrease, worth.get(feature) ?? 0));
          if (best !== null && impurityDecrease <= best.impurityDecrease) continue;
          best = { featureIndex: feature, threshold: threshold(values[feature], a, b), impurityDecrease };
          nLeft = k;
        }
      }
      if (best === null) return { kind: 'leaf', value: mostFrequent(here) };
      const found = best;
      const column = values[found.featureIndex];
      const goesLeft = (row: number) => column[row] <= found.threshold;
      const divided = lists.map((list, feature) => divide(list, { feature, found, columns: values, goesLeft, nLeft }));
      const kept = keep(features, worth);
      return {
        kind: 'split',
        featureIndex: found.featureIndex,
        threshold: found.threshold,
        left: grow(
          divided.map(([left]) => left),
          kept,
          depth + 1,
        ),
        right: grow(
          divided.map(([, right]) => right),
          kept,
          depth + 1,
        ),
      };
    };
    return grow(values.map(presort), [...values.keys()], 0);
  };
};

export const fitTreePresorted: FitTreePresorted = presorting({});
