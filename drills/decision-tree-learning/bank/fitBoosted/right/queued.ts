// level by level with a queue, frozen nodes with more fields

import type { Boosted, Options, Question, Row, Rows, TreeNode } from './kit.ts';
import { check, checkBoosting, checkLimits, mean, midpoint } from './kit.ts';

interface Job {
  readonly rows: Row;
  readonly depth: number;
  value: number;
  split?: Question;
  children?: readonly Job[];
}

const finished = ({ rows, value, split, children = [] }: Job): TreeNode => {
  const [left, right] = children.map(finished);
  if (!split) return Object.freeze({ size: rows.length, value, kind: 'leaf' });
  return Object.freeze({ size: rows.length, right, left, ...split, kind: 'split' });
};

export function fitBoosted(
  X: Rows,
  y: Row,
  { nTrees = 100, learningRate = 0.1, maxDepth = 3, minSamplesLeaf = 1 }: Options = {},
): Boosted {
  check(X, y);
  checkBoosting(nTrees, learningRate);
  checkLimits(maxDepth, minSamplesLeaf);
  const initialPrediction = mean(y);
  const predictions = y.map(() => initialPrediction);
  const trees = new Array<TreeNode>(nTrees);
  for (const m of trees.keys()) {
    const queue: Job[] = [{ rows: [...X.keys()], depth: 0, value: 0 }];
    for (const job of queue) {
      const { rows, depth } = job;
      const off = new Map(rows.map((row) => [row, y[row] - predictions[row]]));
      job.value = mean([...off.values()]);
      const isLeaf = new Set(off.values()).size === 1 || depth >= maxDepth;
      let most = -1;
      for (let f = 0; !isLeaf && f < X[0].length; f++) {
        const order = [...rows].sort((i, j) => X[i][f] - X[j][f]);
        let left = 0;
        for (let k = 1; k < order.length; k++) {
          left += (off.get(order[k - 1]) ?? 0) - job.value;
          const nRight = order.length - k;
          const [a, b] = [X[order[k - 1]][f], X[order[k]][f]];
          const worth = (left / k + left / nRight) ** 2 * k * nRight;
          if (a === b || k < minSamplesLeaf || nRight < minSamplesLeaf || worth <= most) continue;
          most = worth;
          job.split = { featureIndex: f, threshold: midpoint(a, b) };
        }
      }
      if (!job.split) continue;
      const { featureIndex, threshold } = job.split;
      job.children = [true, false].map((isLeft) => ({
        rows: rows.filter((row) => X[row][featureIndex] <= threshold === isLeft),
        depth: depth + 1,
        value: 0,
      }));
      queue.push(...job.children);
    }
    for (const { rows, split, value } of queue)
      if (!split) for (const row of rows) predictions[row] += learningRate * value;
    trees[m] = finished(queue[0]);
  }
  return Object.freeze({ initialPrediction, trees: Object.freeze(trees) });
}
