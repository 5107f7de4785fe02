// functional, Welford's updates from both ends
import { check, checkLimits, midpoint, type Options, type Row, type Rows, type TreeNode } from './kit.ts';

interface State {
  readonly n: number;
  readonly mean: number;
  readonly error: number;
}

const added = ({ n, mean, error }: State, value: number): State => {
  const off = value - mean;
  const next = n === 0 ? value : mean + off / (n + 1);
  return { n: n + 1, mean: next, error: error + off * (value - next) };
};

/** Of the first one, two, ... of the values. */
const states = (values: Row): State[] => {
  let state: State = { n: 0, mean: 0, error: 0 };
  return values.map((value) => {
    state = added(state, value);
    return state;
  });
};

export const fitRegressionTree = (
  X: Rows,
  y: Row,
  { maxDepth = Infinity, minSamplesLeaf = 1 }: Options = {},
): TreeNode => {
  check(X, y);
  checkLimits(maxDepth, minSamplesLeaf);
  const candidates = (rows: Row, error: number) =>
    X[0].flatMap((_, f) => {
      const order = rows.toSorted((i, j) => X[i][f] - X[j][f]);
      const ys = order.map((i) => y[i]);
      const before = states(ys);
      const after = states(ys.toReversed()).reverse();
      return order.flatMap((i, k) => {
        if (k < minSamplesLeaf || rows.length - k < minSamplesLeaf || X[order[k - 1]][f] === X[i][f]) return [];
        const gain = error - before[k - 1].error - after[k].error;
        return [{ featureIndex: f, threshold: midpoint(X[order[k - 1]][f], X[i][f]), gain }];
      });
    });
  const build = (rows: Row, depth: number): TreeNode => {
    const { mean, error } = states(rows.map((i) => y[i]))[rows.length - 1];
    const isLeaf = depth >= maxDepth || rows.every((i) => y[i] === y[rows[0]]);
    const found = isLeaf ? [] : candidates(rows, error);
    if (found.length === 0) return { kind: 'leaf', value: mean };
    const { featureIndex, threshold } = found.reduce((best, one) => (one.gain > best.gain ? one : best));
    const side = (isLeft: boolean) =>
      build(
        rows.filter((i) => X[i][featureIndex] <= threshold === isLeft),
        depth + 1,
      );
    return { kind: 'split', featureIndex, threshold, left: side(true), right: side(false) };
  };
  return build([...X.keys()], 0);
};
