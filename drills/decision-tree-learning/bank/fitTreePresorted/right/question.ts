// as somebody answers who has read the question
type X = readonly (readonly number[])[];
type TreeNode =
  | { kind: 'leaf'; value: number }
  | { kind: 'split'; featureIndex: number; threshold: number; left: TreeNode; right: TreeNode };

export function fitTreePresorted(
  X: X,
  y: readonly number[],
  { maxDepth = Number.POSITIVE_INFINITY, minSamplesLeaf = 1 }: { maxDepth?: number; minSamplesLeaf?: number } = {},
): TreeNode {
  check(X, y);
  checkLimits(maxDepth, minSamplesLeaf);
  const grow = (lists: readonly (readonly number[])[], depth: number): TreeNode => {
    const n = lists[0].length;
    const totals = new Map<number, number>();
    for (const i of lists[0]) totals.set(y[i], (totals.get(y[i]) ?? 0) + 1);
    let [value, most, all] = [0, 0, 0];
    for (const [label, count] of totals) {
      all += count * count;
      if (count > most || (count === most && label < value)) [value, most] = [label, count];
    }
    let best: { f: number; a: number; b: number; worth: number } | undefined;
    if (totals.size > 1 && depth < maxDepth) {
      lists.forEach((order, f) => {
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
          if (a === b || k < minSamplesLeaf || n - k < minSamplesLeaf) continue;
          const worth = left / k + right / (n - k);
          if (!best || worth > best.worth) best = { f, a, b, worth };
        }
      });
    }
    if (!best) return { kind: 'leaf', value };
    const { f, a, b } = best;
    const threshold = midpoint(a, b);
    const side = (isLeft: boolean): TreeNode =>
      grow(
        lists.map((list) => list.filter((i) => X[i][f] <= threshold === isLeft)),
        depth + 1,
      );
    return { kind: 'split', featureIndex: f, threshold, left: side(true), right: side(false) };
  };
  return grow(
    X[0].map((_, f) => y.map((_, i) => i).sort((i, j) => X[i][f] - X[j][f])),
    0,
  );
}

function check(X: X, y: readonly number[]): void {
  const width = X[0]?.length ?? 0;
  if (width === 0 || X.length !== y.length) throw new RangeError('no rows, no features or not one y for each row');
  if (X.some((row) => row.length !== width || !row.every(Number.isFinite))) throw new RangeError('X');
  if (!y.every(Number.isFinite)) throw new RangeError('y');
}

function checkLimits(maxDepth: number, minSamplesLeaf: number): void {
  if (maxDepth !== Number.POSITIVE_INFINITY && !(Number.isInteger(maxDepth) && maxDepth >= 0))
    throw new RangeError('maxDepth');
  if (!(Number.isInteger(minSamplesLeaf) && minSamplesLeaf >= 1)) throw new RangeError('minSamplesLeaf');
}

function midpoint(a: number, b: number): number {
  const middle = a / 2 + b / 2;
  return a <= middle && middle < b ? middle : a;
}
