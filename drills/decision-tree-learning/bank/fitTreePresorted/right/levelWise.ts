// level by level, rows that know their node, lists never divided

import type { Row, Rows, TreeNode } from './kit.ts';
import { check, checkLimits, majority, midpoint, type Options, type Question } from './kit.ts';

class Node {
  readonly labels: number[] = [];
  readonly counts = new Map<number, number>();
  readonly lefts = new Map<number, number>();
  all = 0;
  nLeft = 0;
  left = 0;
  right = 0;
  last = 0;
  score = -1;
  best: Question | undefined;
  children: readonly [Node, Node] | undefined;

  enter(label: number) {
    const count = this.counts.get(label) ?? 0;
    this.counts.set(label, count + 1);
    this.all += 2 * count + 1;
    this.labels.push(label);
  }

  begin() {
    this.lefts.clear();
    [this.nLeft, this.left, this.right] = [0, 0, this.all];
  }

  pass(label: number, value: number, featureIndex: number, least: number) {
    const nRight = this.labels.length - this.nLeft;
    const score = this.left / this.nLeft + this.right / nRight;
    if (this.nLeft >= least && nRight >= least && this.last < value && score > this.score) {
      this.score = score;
      this.best = { featureIndex, threshold: midpoint(this.last, value) };
    }
    const count = this.lefts.get(label) ?? 0;
    this.left += 2 * count + 1;
    this.right -= 2 * ((this.counts.get(label) ?? 0) - count) - 1;
    this.lefts.set(label, count + 1);
    this.nLeft++;
    this.last = value;
  }

  finished(): TreeNode {
    if (!this.best || !this.children) return { kind: 'leaf', value: majority(this.labels) };
    const [left, right] = this.children.map((child) => child.finished());
    return { kind: 'split', ...this.best, left, right };
  }
}

export const fitTreePresorted = (
  X: Rows,
  y: Row,
  { maxDepth = Infinity, minSamplesLeaf = 1 }: Options = {},
): TreeNode => {
  check(X, y);
  checkLimits(maxDepth, minSamplesLeaf);
  const lists = X[0].map((_, f) => [...X.keys()].sort((i, j) => X[i][f] - X[j][f]));
  const root = new Node();
  for (const label of y) root.enter(label);
  const at: (Node | undefined)[] = X.map(() => root);
  let open = [root];
  for (let depth = 0; depth < maxDepth && open.length > 0; depth++) {
    const growing = new Set(open.filter(({ counts }) => counts.size > 1));
    for (const [f, list] of lists.entries()) {
      for (const node of growing) node.begin();
      for (const row of list) {
        const node = at[row];
        if (node && growing.has(node)) node.pass(y[row], X[row][f], f, minSamplesLeaf);
      }
    }
    open = [];
    for (const node of growing) {
      if (!node.best) continue;
      node.children = [new Node(), new Node()];
      open.push(...node.children);
    }
    for (const [row, node] of at.entries()) {
      const best = node?.best;
      const next = best && node.children?.[X[row][best.featureIndex] <= best.threshold ? 0 : 1];
      next?.enter(y[row]);
      at[row] = next;
    }
  }
  return root.finished();
};
