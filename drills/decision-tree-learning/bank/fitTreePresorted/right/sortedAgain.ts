// sorts again below the root what is sorted already, counts pairs, nodes with getters
import {
  check,
  checkLimits,
  majority,
  midpoint,
  type Options,
  type Row,
  type Rows,
  type TreeNode,
  tally,
} from './kit.ts';

/** The built-in sort sees what is sorted: that takes it one pass. */
const sorted = (X: Rows, rows: Row, f: number): number[] => rows.toSorted((i, j) => X[i][f] - X[j][f]);

export const fitTreePresorted = (
  X: Rows,
  y: Row,
  { maxDepth = Infinity, minSamplesLeaf = 1 }: Options = {},
): TreeNode => {
  check(X, y);
  checkLimits(maxDepth, minSamplesLeaf);
  const grow = (lists: Rows, depth: number): TreeNode => {
    const labels = lists[0].map((row) => y[row]);
    const sizes = tally(labels);
    const n = labels.length;
    let best = { score: -Infinity, featureIndex: -1, threshold: 0 };
    for (const [featureIndex, list] of sizes.size > 1 && depth < maxDepth ? lists.entries() : []) {
      const seen = new Map<number, number>();
      let pairs = 0; // of equal class and on one side, each counted both ways
      let others = Array.from(sizes.values()).reduce((sum, size) => sum + size * (size - 1), 0);
      for (const [k, row] of list.entries()) {
        const [a, b] = [X[list[k - 1] ?? row][featureIndex], X[row][featureIndex]];
        const score = pairs / k + others / (n - k);
        if (a !== b && k >= minSamplesLeaf && n - k >= minSamplesLeaf && score > best.score)
          best = { score, featureIndex, threshold: midpoint(a, b) };
        const inside = seen.get(y[row]) ?? 0;
        pairs += 2 * inside;
        others -= 2 * ((sizes.get(y[row]) ?? 0) - inside - 1);
        seen.set(y[row], inside + 1);
      }
    }
    const { featureIndex, threshold } = best;
    if (featureIndex < 0) return { kind: 'leaf', value: majority(labels) };
    const [left, right] = [true, false].map((isLeft) => {
      const goes = (row: number) => X[row][featureIndex] <= threshold === isLeft;
      return grow(
        lists.map((list, f) => sorted(X, list.filter(goes), f)),
        depth + 1,
      );
    });
    return {
      ...({ kind: 'split', featureIndex, threshold } as const),
      get left() {
        return left;
      },
      get right() {
        return right;
      },
    };
  };
  return grow(
    X[0].map((_, f) => sorted(X, [...X.keys()], f)),
    0,
  );
};
