export type Row = readonly number[];
export type Rows = readonly Row[];
export type Distance = (a: Row, b: Row) => number;
/** A distance and an index. */
export type Entry = readonly [number, number];

export const compare = (a: Entry, b: Entry): number => a[0] - b[0] || a[1] - b[1];

export function checkRows(X: Rows): void {
  if (X.length === 0) throw new RangeError('no rows');
  const nFeatures = X[0].length;
  if (nFeatures === 0) throw new RangeError('no features');
  for (const row of X) {
    if (row.length !== nFeatures) throw new RangeError('ragged rows');
    if (!row.every(Number.isFinite)) throw new RangeError('a row that is not finite');
  }
}

export function checkQuery(X: Rows, query: Row, k: number): void {
  if (query.length !== X[0].length) throw new RangeError(`a query of ${query.length} features`);
  if (!query.every(Number.isFinite)) throw new RangeError('a query that is not finite');
  if (!Number.isInteger(k) || k < 1 || k > X.length) throw new RangeError(`k = ${k}`);
}

/** Measures rows once each, up to a tenth of them, or k, or some dozens, and knows the nearest of those measured. */
export class Measured {
  readonly #known = new Map<number, number>();
  readonly #most: number;
  readonly #measure: (i: number) => number;
  readonly #k: number;

  constructor(X: Rows, query: Row, k: number, distance: Distance) {
    checkQuery(X, query, k);
    this.#most = Math.max(k, 32, Math.floor(X.length / 10));
    this.#measure = (i) => distance(query, X[i]);
    this.#k = k;
  }

  get isFull(): boolean {
    return this.#known.size >= this.#most;
  }

  has(i: number): boolean {
    return this.#known.has(i);
  }

  to(i: number): number {
    const measured = this.#known.get(i) ?? this.#measure(i);
    this.#known.set(i, measured);
    return measured;
  }

  /** The k nearest; where too few were measured, the first of the others as well. */
  nearest(): number[] {
    for (let i = 0; this.#known.size < this.#k; i++) this.to(i);
    const entries = Array.from(this.#known, ([i, measured]): Entry => [measured, i]).sort(compare);
    return entries.slice(0, this.#k).map(([, i]) => i);
  }
}
