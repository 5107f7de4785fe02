// sorted runs as in a binary counter, with Math.hypot; `result` is a getter that gives a function
import { compare, type Entry, entryOf, type Row, validate } from './kit.ts';

/** Runs of 1, 2, 4, ... rows, of which none keeps more than k. */
class Runs {
  readonly query: Row;
  readonly k: number;
  readonly runs: Entry[][] = [];

  constructor(query: Row, k: number) {
    validate(query, k);
    this.query = [...query];
    this.k = k;
  }

  push(row: Row, index: number): void {
    entryOf(row, this.query, index); // checked by it
    let run: Entry[] = [[Math.hypot(...row.map((value, f) => value - this.query[f])), index]];
    let level = 0;
    while ((this.runs[level]?.length ?? 0) > 0) {
      run = this.merged(this.runs[level], run);
      this.runs[level] = [];
      if (2 ** level >= this.k) break; // a run of k rows stays where it is
      level++;
    }
    this.runs[level] = run;
  }

  merged(a: readonly Entry[], b: readonly Entry[]): Entry[] {
    const run: Entry[] = [];
    for (let i = 0, j = 0; run.length < this.k && (i < a.length || j < b.length); ) {
      run.push(j === b.length || (i < a.length && compare(a[i], b[j]) < 0) ? a[i++] : b[j++]);
    }
    return run;
  }

  get result(): () => number[] {
    return () => this.runs.reduce((a, b) => this.merged(a, b), []).map(([, index]) => index);
  }
}

export const createNearest = (query: Row, k: number) => new Runs(query, k);
