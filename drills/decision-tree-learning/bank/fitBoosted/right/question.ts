// as somebody answers who has read the question
type X = readonly (readonly number[])[];
type TreeNode =
  | { kind: 'leaf'; value: number }
  | { kind: 'split'; featureIndex: number; threshold: number; left: TreeNode; right: TreeNode };

export function fitBoosted(
  X: X,
  y: readonly number[],
  {
    nTrees = 100,
    learningRate = 0.1,
    maxDepth = 3,
    minSamplesLeaf = 1,
  }: { nTrees?: number; learningRate?: number; maxDepth?: number; minSamplesLeaf?: number } = {},
): { initialPrediction: number; trees: TreeNode[] } {
  check(X, y);
  checkLimits(maxDepth, minSamplesLeaf);
  if (!(Number.isInteger(nTrees) && nTrees >= 0)) throw new RangeError('nTrees');
  if (!(learningRate > 0 && learningRate <= 1)) throw new RangeError('learningRate');
  const initialPrediction = y[0] + y.reduce((sum, value) => sum + (value - y[0]), 0) / y.length;
  const residuals = y.map((value) => value - initialPrediction);
  const trees: TreeNode[] = [];
  while (trees.length < nTrees) {
    const tree = growTree(X, residuals, maxDepth, minSamplesLeaf);
    X.forEach((x, i) => {
      residuals[i] -= learningRate * predict(tree, x);
    });
    trees.push(tree);
  }
  return { initialPrediction, trees };
}

function predict(tree: TreeNode, x: readonly number[]): number {
  let node = tree;
  while (node.kind === 'split') node = x[node.featureIndex] <= node.threshold ? node.left : node.right;
  return node.value;
}

function growTree(X: X, y: readonly number[], maxDepth: number, minSamplesLeaf: number): TreeNode {
  const grow = (lists: readonly (readonly number[])[], depth: number): TreeNode => {
    const n = lists[0].length;
    const first = y[lists[0][0]];
    const value = first + lists[0].reduce((sum, i) => sum + (y[i] - first), 0) / n;
    let best: { f: number; a: number; b: number; worth: number } | undefined;
    if (depth < maxDepth && lists[0].some((i) => y[i] !== first)) {
      lists.forEach((order, f) => {
        let sum = 0;
        for (let k = 1; k < n; k++) {
          sum += y[order[k - 1]] - value;
          const a = X[order[k - 1]][f];
          const b = X[order[k]][f];
          if (a === b || k < minSamplesLeaf || n - k < minSamplesLeaf) continue;
          const worth = sum * sum * (1 / k + 1 / (n - k));
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
