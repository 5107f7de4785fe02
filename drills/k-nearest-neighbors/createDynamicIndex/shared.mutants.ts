import type { DynamicIndex } from '../../../reference/k-nearest-neighbors/index.ts';

export type Row = readonly number[];
export type Create = (nFeatures: number) => DynamicIndex;

/** A row that was measured. */
export interface Found {
  readonly id: number;
  readonly far: number;
}

export const refuse = (reason: string): never => {
  throw new RangeError(reason);
};

/** The parts of a right answer that looks at every row. */
export const right = {
  checkWidth: (nFeatures: number): void => {
    if (!Number.isInteger(nFeatures) || nFeatures < 1) refuse('nFeatures');
  },
  checkRow: (row: Row, nFeatures: number): void => {
    if (row.length !== nFeatures || !row.every(Number.isFinite)) refuse('row');
  },
  checkQuery: (query: Row, nFeatures: number): void => right.checkRow(query, nFeatures),
  checkCount: (k: number, nRows: number, _nInserted: number): void => {
    if (!Number.isInteger(k) || k < 1 || k > nRows) refuse('k');
  },
  nextId: (_rows: ReadonlyMap<number, Row>, nInserted: number): number => nInserted,
  keep: (row: Row): Row => [...row],
  distance: (a: Row, b: Row): number => a.reduce((sum, value, j) => sum + (value - b[j]) ** 2, 0),
  inOrder: (found: Found[]): Found[] => found.sort((a, b) => a.far - b.far || a.id - b.id),
  remove: (rows: Map<number, Row>, id: number): boolean => rows.delete(id),
};

export type Parts = typeof right;

/** An index of these parts, the others being right. */
export const indexOf =
  (changes: Partial<Parts>): Create =>
  (nFeatures) => {
    const parts: Parts = { ...right, ...changes };
    parts.checkWidth(nFeatures);
    const rows = new Map<number, Row>();
    let nInserted = 0;
    return {
      insert(row) {
        parts.checkRow(row, nFeatures);
        const id = parts.nextId(rows, nInserted++);
        rows.set(id, parts.keep(row));
        return id;
      },
      remove: (id) => parts.remove(rows, id),
      query(query, k) {
        parts.checkQuery(query, nFeatures);
        parts.checkCount(k, rows.size, nInserted);
        const found = Array.from(rows, ([id, row]) => ({ id, far: parts.distance(row, query) }));
        return parts
          .inOrder(found)
          .slice(0, k)
          .map(({ id }) => id);
      },
    };
  };

/** An index with one of its functions put around the right one. */
export const around =
  (change: (index: DynamicIndex, nFeatures: number) => Partial<DynamicIndex>): Create =>
  (nFeatures) => {
    const index = indexOf({})(nFeatures);
    return { ...index, ...change(index, nFeatures) };
  };
