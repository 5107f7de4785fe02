type Row = readonly number[];

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
