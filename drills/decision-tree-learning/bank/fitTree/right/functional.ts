// recursive and functional, over lists of candidates
import { check, checkLimits, majority, midpoint, type Options, type Row, type Rows, type TreeNode } from './kit.ts';

interface Item {
  readonly x: Row;
  readonly label: number;
}

/** Sums of squared class counts of the first one, two, ... items. */
const squares = (items: readonly Item[]): number[] => {
  const counts = new Map<number, number>();
  let sum = 0;
  return items.map(({ label }) => {
    const count = counts.get(label) ?? 0;
    counts.set(label, count + 1);
    sum += 2 * count + 1;
    return sum;
  });
};

const candidates = (items: readonly Item[], least: number) =>
  items[0].x.flatMap((_, f) => {
    const sorted = items.toSorted((p, q) => p.x[f] - q.x[f]);
    const before = squares(sorted);
    const after = squares(sorted.toReversed()).reverse();
    return sorted.slice(1).flatMap((item, i) => {
      const [a, b] = [sorted[i].x[f], item.x[f]];
      const [nLeft, nRight] = [i + 1, items.length - i - 1];
      if (a === b || Math.min(nLeft, nRight) < least) return [];
      return [{ f, threshold: midpoint(a, b), purity: before[i] / nLeft + after[nLeft] / nRight }];
    });
  });

export const fitTree = (X: Rows, y: Row, { maxDepth = Infinity, minSamplesLeaf = 1 }: Options = {}): TreeNode => {
  check(X, y);
  checkLimits(maxDepth, minSamplesLeaf);
  const build = (items: readonly Item[], depth: number): TreeNode => {
    const labels = items.map(({ label }) => label);
    const isLeaf = new Set(labels).size === 1 || depth === maxDepth;
    const found = isLeaf ? [] : candidates(items, minSamplesLeaf);
    if (found.length === 0) return { kind: 'leaf', value: majority(labels) };
    const { f, threshold } = found.reduce((best, one) => (one.purity > best.purity ? one : best));
    const [left, right] = [true, false].map((isLeft) =>
      build(
        items.filter(({ x }) => x[f] <= threshold === isLeft),
        depth + 1,
      ),
    );
    return { kind: 'split', featureIndex: f, threshold, left, right };
  };
  return build(
    X.map((x, i) => ({ x, label: y[i] })),
    0,
  );
};
