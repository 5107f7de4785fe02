export type Row = readonly number[];
/** A row with its id. */
export type Member = { readonly id: number; readonly row: Row };

const refuse = (reason: string): never => {
  throw new RangeError(reason);
};

export function checkWidth(nFeatures: number): void {
  if (!(nFeatures >= 1) || nFeatures % 1 !== 0 || nFeatures === Infinity) refuse(`nFeatures ${nFeatures}`);
}

export function checkRow(row: Row, nFeatures: number): void {
  if (row.length !== nFeatures) refuse(`${row.length} features`);
  for (const value of row) if (value - value !== 0) refuse(`a coordinate of ${value}`);
}

export function checkCount(k: number, nRows: number): void {
  if (!(k >= 1 && k <= nRows && Math.trunc(k) === k)) refuse(`k = ${k} of ${nRows}`);
}

/** The k nearest so far, in order. */
export type Best = readonly { readonly id: number; readonly far: number }[];

export function among(best: Best, { id, row }: Member, query: Row, k: number): Best {
  const far = row.reduce((sum, value, j) => sum + (value - query[j]) * (value - query[j]), 0);
  const worst = best[k - 1];
  if (worst && (worst.far < far || (worst.far === far && worst.id < id))) return best;
  return [...best, { id, far }].sort((a, b) => a.far - b.far || a.id - b.id).slice(0, k);
}
