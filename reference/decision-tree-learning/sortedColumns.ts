import { sortedRows } from './sortedRows.ts';

type Matrix = readonly (readonly number[])[];

/** One feature of the training set with its rows in ascending order of value, cut into the nodes of a growing tree. */
export interface SortedColumn {
  /** A column of X, by row. */
  readonly values: Float64Array;
  /** The rows; those of one node stand side by side, in ascending order of value. */
  readonly rows: Int32Array;
}

/** The columns of X (nSamples, nFeatures), each sorted once: O(nFeatures nSamples log nSamples). Equal values stay in the order of rows. */
export const sortedColumns = (X: Matrix): SortedColumn[] =>
  Array.from(X[0], (_, j) => {
    const values = new Float64Array(X.length);
    for (let i = 0; i < X.length; i++) values[i] = X[i][j];
    return { values, rows: sortedRows(values) };
  });

/** The same columns in an order of their own to be cut. */
export const copyColumns = (columns: readonly SortedColumn[]): SortedColumn[] =>
  columns.map(({ values, rows }) => ({ values, rows: rows.slice() }));

/** Moves samples of a node to its children. */
export class Partition {
  readonly #goesLeft: Uint8Array;
  readonly #waiting: Int32Array;

  constructor(nSamples: number) {
    this.#goesLeft = new Uint8Array(nSamples);
    this.#waiting = new Int32Array(nSamples);
  }

  /**
   * Divides the node [start, end) of every column so that the rows in [start, middle) of column `featureIndex` come first.
   * One pass a column; rows keep their order on both sides, and so stay sorted without being sorted again.
   */
  divide(columns: readonly SortedColumn[], featureIndex: number, start: number, middle: number, end: number): void {
    const goesLeft = this.#goesLeft;
    const { rows } = columns[featureIndex];
    for (let i = start; i < middle; i++) goesLeft[rows[i]] = 1;
    for (let i = middle; i < end; i++) goesLeft[rows[i]] = 0;
    for (let j = 0; j < columns.length; j++) {
      if (j !== featureIndex) this.#divideColumn(columns[j].rows, start, end);
    }
  }

  #divideColumn(rows: Int32Array, start: number, end: number): void {
    const goesLeft = this.#goesLeft;
    const waiting = this.#waiting;
    let place = start;
    let nWaiting = 0;
    for (let i = start; i < end; i++) {
      const row = rows[i];
      if (goesLeft[row] === 1) rows[place++] = row;
      else waiting[nWaiting++] = row;
    }
    for (let i = 0; i < nWaiting; i++) rows[place++] = waiting[i];
  }
}
