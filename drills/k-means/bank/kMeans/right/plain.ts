// plain: one small function for each step
type Row = readonly number[];
type Rows = readonly Row[];

export function kMeans(X: Rows, initialCentroids: Rows, options?: { readonly maxIter?: number }) {
  const maxIter = options?.maxIter ?? 300;
  check(X, initialCentroids, maxIter);
  let centroids = initialCentroids.map((c) => [...c]);
  let labels = assign(X, centroids);
  let nIter = 0;
  let converged = false;
  while (nIter < maxIter && !converged) {
    centroids = update(X, centroids, labels);
    nIter++;
    const next = assign(X, centroids);
    converged = next.every((label, i) => label === labels[i]);
    labels = next;
  }
  const inertia = total(X, centroids, labels);
  return { centroids, labels, inertia, nIter, converged };
}

function check(X: Rows, C: Rows, maxIter: number): void {
  if (X.length === 0 || C.length === 0) throw new RangeError('nothing given');
  if (X[0].length === 0) throw new RangeError('no features');
  if (X.some((row) => row.length !== X[0].length)) throw new RangeError('ragged rows');
  if (C.some((c) => c.length !== X[0].length)) throw new RangeError('centroids of another length');
  if (!X.every(isFinitePoint)) throw new RangeError('a row that is not finite');
  if (!C.every(isFinitePoint)) throw new RangeError('a centroid that is not finite');
  if (C.length > X.length) throw new RangeError('more centroids than rows');
  if (!Number.isInteger(maxIter) || maxIter < 0) throw new RangeError('maxIter');
}

function isFinitePoint(point: Row): boolean {
  return point.every((v) => Number.isFinite(v));
}

function assign(X: Rows, C: Rows): number[] {
  return X.map((row) => nearest(row, C));
}

function nearest(row: Row, C: Rows): number {
  const far = C.map((c) => squared(row, c));
  return far.reduce((best, d, k) => (d < far[best] ? k : best), 0);
}

function squared(a: Row, b: Row): number {
  return a.reduce((sum, v, j) => sum + (v - b[j]) ** 2, 0);
}

function update(X: Rows, C: Rows, labels: Row): number[][] {
  const groups: Row[][] = C.map(() => []);
  for (let i = 0; i < X.length; i++) groups[labels[i]].push(X[i]);
  return groups.map((rows, k) => (rows.length > 0 ? mean(rows) : [...C[k]]));
}

function mean(rows: Rows): number[] {
  return rows[0].map((_, j) => rows.reduce((sum, row) => sum + row[j], 0) / rows.length);
}

function total(X: Rows, C: Rows, labels: Row): number {
  return X.reduce((sum, row, i) => sum + squared(row, C[labels[i]]), 0);
}
