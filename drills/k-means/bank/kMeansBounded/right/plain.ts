// plain: the bounds of Elkan, one small function for each step
type Row = readonly number[];
type Rows = readonly Row[];
type Distance = (a: Row, b: Row) => number;

/** A row, its squared distance to its own centroid, and how far it is from each centroid at least. */
interface Known {
  label: number;
  square: number;
  readonly lower: number[];
}

const SLACK = 1e-12;

export function kMeansBounded(X: Rows, initial: Rows, squaredDistance: Distance, options?: { maxIter?: number }) {
  const maxIter = options?.maxIter ?? 300;
  check(X, initial, maxIter);
  let centroids = initial.map((c) => [...c]);
  const rows = X.map((x) => first(centroids.map((c) => squaredDistance(x, c))));
  let nIter = 0;
  let converged = false;
  while (nIter < maxIter && !converged) {
    const before = centroids;
    const labels = rows.map(({ label }) => label);
    centroids = update(X, before, labels);
    nIter++;
    const drifts = centroids.map((c, k) => root(squaredDistance(before[k], c)));
    const halves = halfGaps(centroids, squaredDistance);
    rows.forEach((row, i) => {
      lowerBounds(row, drifts);
      reassign(row, halves, (k) => squaredDistance(X[i], centroids[k]));
    });
    converged = rows.every(({ label }, i) => label === labels[i]);
  }
  const inertia = rows.reduce((sum, { square }) => sum + square, 0);
  return { centroids, labels: rows.map(({ label }) => label), inertia, nIter, converged };
}

function check(X: Rows, C: Rows, maxIter: number): void {
  if (X.length === 0 || C.length === 0) throw new RangeError('nothing given');
  if (X[0].length === 0) throw new RangeError('no features');
  if (X.some((row) => row.length !== X[0].length)) throw new RangeError('ragged rows');
  if (C.some((c) => c.length !== X[0].length)) throw new RangeError('centroids of another length');
  if (!X.every((row) => row.every(Number.isFinite))) throw new RangeError('a row that is not finite');
  if (!C.every((c) => c.every(Number.isFinite))) throw new RangeError('a centroid that is not finite');
  if (C.length > X.length) throw new RangeError('more centroids than rows');
  if (!Number.isInteger(maxIter) || maxIter < 0) throw new RangeError('maxIter');
}

function root(square: number): number {
  return Math.sqrt(square);
}

function first(squares: number[]): Known {
  const square = Math.min(...squares);
  return { label: squares.indexOf(square), square, lower: squares.map(root) };
}

function halfGaps(C: Rows, squaredDistance: Distance): number[][] {
  const halves: number[][] = C.map(() => []);
  for (let a = 0; a < C.length; a++)
    for (let b = 0; b < a; b++) halves[a][b] = halves[b][a] = root(squaredDistance(C[a], C[b])) / 2;
  return halves;
}

function lowerBounds({ lower }: Known, drifts: Row): void {
  for (let k = 0; k < lower.length; k++) lower[k] -= drifts[k] + SLACK * (lower[k] + drifts[k]);
}

function reassign(row: Known, halves: Rows, measure: (k: number) => number): void {
  const from = row.label;
  row.square = measure(from);
  row.lower[from] = root(row.square);
  for (let k = 0; k < row.lower.length; k++) {
    if (k === from || isFarther(Math.max(row.lower[k], halves[row.label][k]), root(row.square))) continue;
    const square = measure(k);
    row.lower[k] = root(square);
    if (square > row.square || (square === row.square && k > row.label)) continue;
    row.label = k;
    row.square = square;
  }
}

function isFarther(bound: number, own: number): boolean {
  return bound * (1 - SLACK) > own;
}

function update(X: Rows, C: Rows, labels: Row): number[][] {
  const groups: Row[][] = C.map(() => []);
  for (let i = 0; i < X.length; i++) groups[labels[i]].push(X[i]);
  return groups.map((rows, k) => (rows.length > 0 ? mean(rows) : [...C[k]]));
}

function mean(rows: Rows): number[] {
  return rows[0].map((_, j) => rows.reduce((sum, row) => sum + row[j], 0) / rows.length);
}
