// remembers distances by the two points joined without anything between them
type Point = readonly number[];
type Matrix = readonly Point[];

const ROUNDING = 1e-12;

function validate(X: Matrix, initialCentroids: Matrix, maxIter: number): void {
  const points = [...X, ...initialCentroids];
  if (X.length === 0 || initialCentroids.length === 0) throw new RangeError('empty');
  if (points.some((point) => point.length === 0 || point.length !== X[0].length)) throw new RangeError('ragged');
  if (!points.every((point) => point.every(Number.isFinite))) throw new RangeError('not finite');
  if (initialCentroids.length > X.length) throw new RangeError('more centroids than rows');
  if (!Number.isInteger(maxIter) || maxIter < 0) throw new RangeError('maxIter');
}

function update(X: Matrix, labels: readonly number[], centroids: Matrix): number[][] {
  const sums = centroids.map((centroid) => centroid.map(() => 0));
  const counts = centroids.map(() => 0);
  for (let i = 0; i < X.length; i++) {
    const k = labels[i];
    counts[k]++;
    for (let j = 0; j < X[i].length; j++) sums[k][j] += X[i][j];
  }
  return sums.map((sum, k) => (counts[k] === 0 ? [...centroids[k]] : sum.map((total) => total / counts[k])));
}

export function kMeansBounded(
  X: Matrix,
  initialCentroids: Matrix,
  metric: (a: Point, b: Point) => number,
  { maxIter = 300 }: { maxIter?: number } = {},
) {
  validate(X, initialCentroids, maxIter);
  const known = new Map<string, number>();
  const squaredDistance = (a: Point, b: Point): number => {
    const key = a.join() + b.join();
    const square = known.get(key) ?? metric(a, b);
    known.set(key, square);
    return square;
  };
  let centroids: Matrix = initialCentroids.map((centroid) => [...centroid]);
  const labels: number[] = [];
  const squares: number[] = []; // to the own centroid; NaN where unknown
  const lower = X.map((x, i) => {
    const measured = centroids.map((centroid) => squaredDistance(x, centroid));
    squares[i] = Math.min(...measured);
    labels[i] = measured.indexOf(squares[i]);
    return measured.map((square) => Math.sqrt(square) * (1 - ROUNDING));
  });
  const upper = squares.map((square) => Math.sqrt(square) * (1 + ROUNDING));
  let nIter = 0;
  let converged = false;
  while (nIter < maxIter && !converged) {
    const before = [...labels];
    const moved = update(X, before, centroids);
    nIter++;
    const drifts = moved.map((centroid, k) => Math.sqrt(squaredDistance(centroid, centroids[k])));
    centroids = moved;
    X.forEach((x, i) => {
      if (drifts[labels[i]] > 0) squares[i] = Number.NaN;
      upper[i] = (upper[i] + drifts[labels[i]]) * (1 + ROUNDING);
      drifts.forEach((drift, k) => {
        lower[i][k] -= (lower[i][k] + drift) * ROUNDING + drift;
      });
      for (let k = 0; k < centroids.length; k++) {
        if (k === labels[i] || upper[i] < lower[i][k]) continue;
        if (Number.isNaN(squares[i])) {
          squares[i] = squaredDistance(x, centroids[labels[i]]);
          upper[i] = Math.sqrt(squares[i]) * (1 + ROUNDING);
          lower[i][labels[i]] = Math.sqrt(squares[i]) * (1 - ROUNDING);
          if (upper[i] < lower[i][k]) continue;
        }
        const square = squaredDistance(x, centroids[k]);
        lower[i][k] = Math.sqrt(square) * (1 - ROUNDING);
        if (square > squares[i] || (square === squares[i] && k > labels[i])) continue;
        labels[i] = k;
        squares[i] = square;
        upper[i] = Math.sqrt(square) * (1 + ROUNDING);
      }
    });
    converged = labels.every((label, i) => label === before[i]);
  }
  const inertia = X.reduce(
    (sum, x, i) => sum + (Number.isNaN(squares[i]) ? squaredDistance(x, centroids[labels[i]]) : squares[i]),
    0,
  );
  return { centroids, labels, inertia, nIter, converged };
}
