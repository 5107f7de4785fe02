import type * as reference from '../../../reference/k-nearest-neighbors/index.ts';
import type { Mutant } from '../../../src/index.ts';

export type Row = readonly number[];
export type Rows = readonly Row[];
export type Attempt = Mutant<typeof reference>;
type KNearest = (X: Rows, query: Row, k: number) => ArrayLike<number>;
type Classify = (X: Rows, y: Row, query: Row, k: number) => number;

type Problem = 'badK' | 'empty' | 'noFeatures' | 'ragged' | 'queryLength' | 'row' | 'query';

/** The first problem of the inputs that is not one of those overlooked. */
export function problem(X: Rows, query: Row, k: number, ...overlooked: Problem[]): Problem | undefined {
  const nFeatures = X[0]?.length;
  const tests: [Problem, () => boolean][] = [
    ['empty', () => X.length === 0],
    ['noFeatures', () => X.some((row) => row.length === 0)],
    ['ragged', () => X.some((row) => row.length !== nFeatures)],
    ['queryLength', () => query.length !== nFeatures],
    ['row', () => X.some((row) => !row.every(Number.isFinite))],
    ['query', () => !query.every(Number.isFinite)],
    ['badK', () => !Number.isInteger(k) || k < 1 || k > X.length],
  ];
  return tests.find(([name, fails]) => !overlooked.includes(name) && fails())?.[0];
}

export function check(X: Rows, query: Row, k: number): void {
  const found = problem(X, query, k);
  if (found) throw new RangeError(found);
}

export function checkLabels(X: Rows, y: Row): void {
  if (y.length !== X.length) throw new RangeError('labels');
}

export function squared(a: Row, b: Row): number {
  let sum = 0;
  for (let f = 0; f < a.length; f++) sum += (a[f] - b[f]) ** 2;
  return sum;
}

export function sortedBy(order: (a: number, b: number) => number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => i).sort(order);
}

export function nearest(far: Row, k: number): number[] {
  return sortedBy((a, b) => far[a] - far[b], far.length).slice(0, k);
}

export function tally(labels: Row): Map<number, number> {
  const votes = new Map<number, number>();
  for (const label of labels) votes.set(label, (votes.get(label) ?? 0) + 1);
  return votes;
}

export function majority(labels: Row): number {
  const ranking = [...tally(labels)].sort(([a, va], [b, vb]) => vb - va || a - b);
  return ranking.length > 0 ? ranking[0][0] : Number.NaN;
}

export interface Parts {
  check: (X: Rows, query: Row, k: number) => void;
  checkLabels: (X: Rows, y: Row) => void;
  distance: (row: Row, query: Row) => number;
  far: (X: Rows, query: Row) => number[];
  select: (far: number[], k: number) => number[];
  vote: (labels: number[], far: number[]) => number;
}

export function solve(parts: Partial<Parts>): { kNearest: KNearest; knnClassify: Classify } {
  const p = { check, checkLabels, distance: squared, select: nearest, vote: majority, ...parts };
  const far = p.far ?? ((X: Rows, query: Row) => X.map((row) => p.distance(row, query)));
  return {
    kNearest: (X, query, k) => {
      p.check(X, query, k);
      return p.select(far(X, query), k);
    },
    knnClassify: (X, y, query, k) => {
      p.check(X, query, k);
      p.checkLabels(X, y);
      const distances = far(X, query);
      const found = p.select(distances, k);
      return p.vote(
        found.map((i) => y[i]),
        found.map((i) => distances[i]),
      );
    },
  };
}

/** An attempt made of the right parts but for those given. */
export function wrong(says: string, dies: string, parts: Partial<Parts>): Attempt {
  return { says, dies, solution: solve(parts) as Attempt['solution'] };
}

/** An attempt with a `kNearest` of its own, by which it classifies as well. */
export function finds(says: string, dies: string, kNearest: KNearest): Attempt {
  const knnClassify: Classify = (X, y, query, k) => {
    check(X, query, k);
    checkLabels(X, y);
    return majority(Array.from(kNearest(X, query, k), (i) => y[i]));
  };
  return { says, dies, solution: { kNearest, knnClassify } as Attempt['solution'] };
}

/** An attempt with the right `kNearest` and a `knnClassify` of its own, called with inputs that are fine. */
export function classifies(says: string, dies: string, knnClassify: Classify): Attempt {
  const { kNearest } = solve({});
  const checked: Classify = (X, y, query, k) => {
    check(X, query, k);
    checkLabels(X, y);
    return knnClassify(X, y, query, k);
  };
  return { says, dies, solution: { kNearest, knnClassify: checked } as Attempt['solution'] };
}

/** An attempt that overlooks one kind of malformed input. */
export function overlooks(says: string, dies: string, found: (X: Rows, query: Row, k: number) => unknown): Attempt {
  return wrong(says, dies, {
    check: (X, query, k) => {
      if (found(X, query, k)) throw new RangeError('malformed');
    },
  });
}

/** Calls `nearest` with what it is given; only y is looked at. */
export function classifiesUnchecked(says: string, dies: string): Attempt {
  const unchecked = solve({ check: () => undefined });
  return {
    says,
    dies,
    solution: { kNearest: solve({}).kNearest, knnClassify: unchecked.knnClassify } as Attempt['solution'],
  };
}
