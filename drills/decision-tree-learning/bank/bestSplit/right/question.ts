// as somebody answers who has read the question
type X = readonly (readonly number[])[];

export function bestSplit(X: X, y: readonly number[]) {
  check(X, y);
  const n = y.length;
  const totals = new Map<number, number>();
  for (const label of y) totals.set(label, (totals.get(label) ?? 0) + 1);
  let all = 0;
  for (const count of totals.values()) all += count * count;
  let best: { featureIndex: number; threshold: number; impurityDecrease: number } | null = null;
  for (let f = 0; f < X[0].length; f++) {
    const order = y.map((_, i) => i).sort((i, j) => X[i][f] - X[j][f]);
    const lefts = new Map<number, number>();
    let left = 0;
    let right = all;
    for (let k = 1; k < n; k++) {
      const label = y[order[k - 1]];
      const count = lefts.get(label) ?? 0;
      lefts.set(label, count + 1);
      left += 2 * count + 1;
      right -= 2 * ((totals.get(label) ?? 0) - count) - 1;
      const a = X[order[k - 1]][f];
      const b = X[order[k]][f];
      if (a === b) continue;
      const impurityDecrease = (left / k + right / (n - k) - all / n) / n;
      if (best && impurityDecrease <= best.impurityDecrease) continue;
      best = { featureIndex: f, threshold: midpoint(a, b), impurityDecrease };
    }
  }
  return best;
}

function check(X: X, y: readonly number[]): void {
  const width = X[0]?.length ?? 0;
  if (width === 0 || X.length !== y.length) throw new RangeError('no rows, no features or not one y for each row');
  if (X.some((row) => row.length !== width || !row.every(Number.isFinite))) throw new RangeError('X');
  if (!y.every(Number.isFinite)) throw new RangeError('y');
}

function midpoint(a: number, b: number): number {
  const middle = a / 2 + b / 2;
  return a <= middle && middle < b ? middle : a;
}
