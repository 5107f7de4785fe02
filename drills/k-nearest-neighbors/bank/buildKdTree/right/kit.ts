export type Row = readonly number[];
export type Rows = readonly Row[];
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

export function checkQuery(nSamples: number, nFeatures: number, query: Row, k: number): void {
  if (query.length !== nFeatures) throw new RangeError(`a query of ${query.length} features`);
  if (!query.every(Number.isFinite)) throw new RangeError('a query that is not finite');
  if (!Number.isInteger(k) || k < 1 || k > nSamples) throw new RangeError(`k = ${k}`);
}

export function squared(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let f = 0; f < a.length; f++) sum += (a[f] - b[f]) ** 2;
  return sum;
}

/** The k best so far, as a sorted list: k is small. */
export class Best {
  readonly entries: Entry[] = [];
  readonly #k: number;

  constructor(k: number) {
    this.#k = k;
  }

  get bound(): number {
    return this.entries.length < this.#k ? Infinity : this.entries[this.#k - 1][0];
  }

  add(entry: Entry): void {
    let at = this.entries.length;
    while (at > 0 && compare(this.entries[at - 1], entry) > 0) at--;
    this.entries.splice(at, 0, entry);
    if (this.entries.length > this.#k) this.entries.pop();
  }

  get indices(): number[] {
    return this.entries.map(([, index]) => index);
  }
}
