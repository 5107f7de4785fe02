import type * as reference from '../../../reference/decision-tree-learning/index.ts';

export type BestSplit = typeof reference.bestSplit;
export type X = Parameters<BestSplit>[0];
export type Y = Parameters<BestSplit>[1];
export type Row = X[number];
export type Found = NonNullable<ReturnType<BestSplit>>;

/** Everything a candidate is judged by: sums of `term` over the counts of the classes, and numbers of rows. */
export interface Sides {
  readonly left: number;
  readonly right: number;
  readonly all: number;
  readonly nLeft: number;
  readonly nRight: number;
  readonly n: number;
}

/** The parts of a right solution; a mutant replaces one. */
export interface Parts {
  check(X: X, y: Y): void;
  features(X: X): number[];
  order(rows: readonly number[], values: readonly number[]): number[];
  value(row: Row, featureIndex: number): number;
  name(label: number): unknown;
  apart(a: number, b: number): boolean;
  threshold(a: number, b: number): number;
  term(count: number): number;
  decrease(sides: Sides): number;
  better(decrease: number, best: Found): boolean;
  allowed(sides: Sides): boolean;
}

export function check(X: X, y: Y): void {
  if (X.length === 0) throw new RangeError('no rows');
  if (y.length !== X.length) throw new RangeError('not one class for each row');
  if (X[0].length === 0) throw new RangeError('no features');
  for (const row of X) {
    if (row.length !== X[0].length) throw new RangeError('rows differ in length');
    for (const value of row) if (!Number.isFinite(value)) throw new RangeError('a coordinate is not finite');
  }
  for (const label of y) if (!Number.isFinite(label)) throw new RangeError('a class is not finite');
}

export function midpoint(a: number, b: number): number {
  const middle = a / 2 + b / 2;
  return a <= middle && middle < b ? middle : a;
}

export const right: Parts = {
  check,
  features: (X) => X[0].map((_, featureIndex) => featureIndex),
  order: (rows, values) => [...rows].sort((i, j) => values[i] - values[j]),
  value: (row, featureIndex) => row[featureIndex],
  name: (label) => label,
  apart: (a, b) => a < b,
  threshold: midpoint,
  term: (count) => count * count,
  decrease: ({ left, right, all, nLeft, nRight, n }) => (left / nLeft + right / nRight - all / n) / n,
  better: (decrease, best) => decrease > best.impurityDecrease,
  allowed: () => true,
};

/** The best split of some rows, each feature swept once in ascending order. */
export function sweep(parts: Parts, X: X, y: Y, rows: readonly number[]): Found | null {
  const names = y.map(parts.name);
  const totals = new Map<unknown, number>();
  for (const row of rows) totals.set(names[row], (totals.get(names[row]) ?? 0) + 1);
  let all = 0;
  for (const count of totals.values()) all += parts.term(count);
  let best: Found | null = null;
  for (const featureIndex of parts.features(X)) {
    const values: number[] = [];
    for (const row of rows) values[row] = parts.value(X[row], featureIndex);
    const order = parts.order(rows, values);
    const lefts = new Map<unknown, number>();
    const sides = { left: 0, right: all, all, nLeft: 0, nRight: rows.length, n: rows.length };
    for (let k = 0; k + 1 < order.length; k++) {
      const name = names[order[k]];
      const count = lefts.get(name) ?? 0;
      const rest = (totals.get(name) ?? 0) - count;
      sides.left += parts.term(count + 1) - parts.term(count);
      sides.right += parts.term(rest - 1) - parts.term(rest);
      sides.nLeft++;
      sides.nRight--;
      lefts.set(name, count + 1);
      const a = values[order[k]];
      const b = values[order[k + 1]];
      if (!parts.apart(a, b) || !parts.allowed(sides)) continue;
      const impurityDecrease = parts.decrease(sides);
      if (best === null || parts.better(impurityDecrease, best)) {
        best = { featureIndex, threshold: parts.threshold(a, b), impurityDecrease };
      }
    }
  }
  return best;
}

/** The right solution with other parts. */
export const having = (changes: Partial<Parts>): BestSplit => {
  const parts = { ...right, ...changes };
  return (X, y) => {
    parts.check(X, y);
    return sweep(parts, X, y, [...X.keys()]);
  };
};

export const bestSplit: BestSplit = having({});

/** The right solution, with its answer passed on. */
export const answering =
  (answer: (found: Found | null, X: X, y: Y) => Found | null): BestSplit =>
  (X, y) =>
    answer(bestSplit(X, y), X, y);

export const gini = (labels: readonly number[]): number => {
  const counts = new Map<number, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  let impurity = 1;
  for (const count of counts.values()) impurity -= (count / labels.length) ** 2;
  return impurity;
};
