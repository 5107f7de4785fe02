export type Row = readonly number[];
export type Rows = readonly Row[];

class NotAPoint extends RangeError {}

export function check(points: Rows, nFeatures: number): void {
  for (const point of points)
    if (point.length !== nFeatures || !point.every(Number.isFinite)) throw new NotAPoint(`not a point: ${point}`);
}

/** Throws on what the question refuses; returns nFeatures. */
export function checkInitial(points: Rows): number {
  if (points.length === 0 || points[0].length === 0) throw new NotAPoint('nothing to start from');
  check(points, points[0].length);
  return points[0].length;
}

export function nearest(row: Row, centroids: ArrayLike<ArrayLike<number>>): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let c = 0; c < centroids.length; c++) {
    let d = 0;
    for (let j = 0; j < row.length; j++) d += (row[j] - centroids[c][j]) ** 2;
    if (d < least) [best, least] = [c, d];
  }
  return best;
}
