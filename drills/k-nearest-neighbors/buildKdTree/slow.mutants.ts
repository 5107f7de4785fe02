import {
  byDistanceThenIndex,
  type Candidate,
  indicesOf,
  offer,
  type Row,
  squared,
} from '../createNearest/kit.mutants.ts';
import {
  type Attempt,
  built,
  checkQuery,
  checkRows,
  type Node,
  type Rows,
  rightTree,
  type Tree,
} from './kit.mutants.ts';

/** Swaps the member that belongs at `middle` to it, with the given pivot. */
function select(X: Rows, members: number[], axis: number, pivotOf: (low: number, high: number) => number): void {
  const middle = members.length >> 1;
  const isBefore = (a: number, b: number) => X[a][axis] < X[b][axis];
  let [low, high] = [0, members.length - 1];
  while (low < high) {
    const pivotAt = pivotOf(low, high);
    const pivot = members[pivotAt];
    members[pivotAt] = members[high];
    let end = low;
    for (let at = low; at < high; at++) {
      if (isBefore(members[at], pivot)) {
        [members[at], members[end]] = [members[end], members[at]];
        end++;
      }
    }
    members[high] = members[end];
    members[end] = pivot;
    if (end === middle) return;
    if (end < middle) low = end + 1;
    else high = end - 1;
  }
}

const selecting = (pivotOf: (low: number, high: number) => number): Attempt['solution'] =>
  built({
    part(X, members, axis) {
      const copy = [...members];
      select(X, copy, axis, pivotOf);
      const middle = copy.length >> 1;
      return [copy.slice(0, middle), copy[middle], copy.slice(middle + 1)];
    },
  });

/** A loop over all rows. */
function scan(X: Rows, query: Row, k: number): number[] {
  const kept: Candidate[] = [];
  for (let index = 0; index < X.length; index++) {
    offer(kept, { distance: squared(X[index], query), index }, k, byDistanceThenIndex);
  }
  return indicesOf(kept.sort(byDistanceThenIndex));
}

/** Boxes of rows in lists, all of which are held against the worst known. */
function inBoxes(nBoxes: (nSamples: number) => number): Attempt['solution'] {
  type Box = { low: number[]; high: number[]; rows: number[] };
  const grown = (X: Rows, rows: number[], boxes: number, axis: number): Box[] => {
    if (boxes > 1 && rows.length > 1) {
      const sorted = [...rows].sort((a, b) => X[a][axis] - X[b][axis]);
      const middle = sorted.length >> 1;
      const next = (axis + 1) % X[0].length;
      return [sorted.slice(0, middle), sorted.slice(middle)].flatMap((half) => grown(X, half, boxes / 2, next));
    }
    const [low, high] = [[...X[rows[0]]], [...X[rows[0]]]];
    for (const i of rows) {
      for (let f = 0; f < low.length; f++) {
        low[f] = Math.min(low[f], X[i][f]);
        high[f] = Math.max(high[f], X[i][f]);
      }
    }
    return [{ low, high, rows }];
  };
  return {
    buildKdTree(X: Rows) {
      checkRows(X);
      const copy = X.map((row) => [...row]);
      return { X: copy, boxes: grown(copy, [...copy.keys()], nBoxes(copy.length), 0) };
    },
    queryKdTree({ X, boxes }: { X: Rows; boxes: Box[] }, query: Row, k: number): number[] {
      checkQuery(X, query, k);
      const gap = ({ low, high }: Box) =>
        query.reduce((sum, value, f) => sum + Math.max(low[f] - value, value - high[f], 0) ** 2, 0);
      const byGap = boxes.map((box) => ({ gap: gap(box), rows: box.rows })).sort((a, b) => a.gap - b.gap);
      const kept: Candidate[] = [];
      for (const box of byGap) {
        if (kept.length === k && box.gap > kept[0].distance) break;
        for (const index of box.rows) {
          offer(kept, { distance: squared(X[index], query), index }, k, byDistanceThenIndex);
        }
      }
      return indicesOf(kept.sort(byDistanceThenIndex));
    },
  };
}

export const slow: Attempt[] = [
  {
    says: 'looks at every row in a query',
    dies: 'grows with nSamples no faster than it must, on 24 queries of distinct rows, k = 3',
    solution: {
      buildKdTree(X: Rows): Rows {
        checkRows(X);
        return X.map((row) => [...row]);
      },
      queryKdTree(X: Rows, query: Row, k: number): number[] {
        checkQuery(X, query, k);
        return scan(X, query, k);
      },
    },
  },
  {
    says: 'visits both sides of every split',
    dies: 'grows with nSamples no faster than it must, on 24 queries of distinct rows, k = 3',
    solution: built({ skips: () => false }),
  },
  {
    says: 'visits the farther side first',
    dies: 'grows with nSamples no faster than it must, on 24 queries of distinct rows, k = 3',
    solution: {
      buildKdTree: rightTree.buildKdTree,
      queryKdTree({ X, root }: Tree, query: Row, k: number): number[] {
        checkQuery(X, query, k);
        const kept: Candidate[] = [];
        const visit = (node: Node | undefined): void => {
          if (!node) return;
          const difference = query[node.axis] - X[node.row][node.axis];
          if (kept.length < k || difference ** 2 <= kept[0].distance) visit(difference <= 0 ? node.right : node.left);
          offer(kept, { distance: squared(X[node.row], query), index: node.row }, k, byDistanceThenIndex);
          visit(difference <= 0 ? node.left : node.right);
        };
        visit(root);
        return indicesOf(kept.sort(byDistanceThenIndex));
      },
    },
  },
  {
    says: 'forgets that a difference can be negative, and so goes to the right from every split on the left',
    dies: 'grows with nSamples no faster than it must, on 24 queries of distinct rows, k = 3',
    solution: built({ skips: (difference, worst) => difference > 0 && difference ** 2 > worst.distance }),
  },
  {
    says: 'splits on the first feature only',
    dies: 'grows with nSamples no faster than it must, on 24 queries of distinct rows of three features, k = 3',
    solution: built({ axis: () => 0 }),
  },
  {
    says: 'checks the whole table again for each query',
    dies: 'grows with nSamples no faster than it must, on 24 queries of distinct rows, k = 3',
    solution: built({
      checkQuery(X, query, k) {
        checkRows(X);
        checkQuery(X, query, k);
      },
    }),
  },
  {
    says: 'makes a list of visited marks for all rows in each query',
    dies: 'grows with nSamples no faster than it must, on 24 queries of distinct rows, k = 3',
    solution: built({
      checkQuery(X, query, k) {
        checkQuery(X, query, k);
        const visited: boolean[] = [];
        for (let i = 0; i < X.length; i++) visited.push(false);
      },
    }),
  },
  {
    says: 'keeps 16 boxes, however many rows there are',
    dies: 'grows with nSamples no faster than it must, on 24 queries of distinct rows, k = 3',
    solution: inBoxes(() => 16),
  },
  {
    says: 'keeps a box for each square root of the rows and looks through all boxes',
    dies: 'grows with nSamples no faster than it must, on 24 queries of distinct rows, k = 3',
    solution: inBoxes(Math.sqrt),
  },
  {
    says: 'selects the median with the first of the rows as pivot, which sorted rows make quadratic',
    dies: 'grows with nSamples no faster than it must, on building, sorted rows',
    solution: selecting((low) => low),
  },
  {
    says: 'selects the median with the middle of the rows as pivot, which equal rows make quadratic',
    dies: 'grows with nSamples no faster than it must, on building, equal rows',
    solution: selecting((low, high) => (low + high) >> 1),
  },
  {
    says: 'inserts the rows one after the other in a loop, which sorted rows make quadratic',
    dies: 'grows with nSamples no faster than it must, on building, sorted rows',
    solution: {
      buildKdTree(X: Rows): Tree {
        checkRows(X);
        type Growing = { row: number; axis: number; left: Growing | undefined; right: Growing | undefined };
        const root: Growing = { row: 0, axis: 0, left: undefined, right: undefined };
        for (let row = 1; row < X.length; row++) {
          let node = root;
          for (;;) {
            const side = X[row][node.axis] < X[node.row][node.axis] ? 'left' : 'right';
            const child = node[side];
            if (child) {
              node = child;
              continue;
            }
            node[side] = { row, axis: (node.axis + 1) % X[0].length, left: undefined, right: undefined };
            break;
          }
        }
        return { X: X.map((values) => [...values]), root };
      },
      queryKdTree({ X, root }: Tree, query: Row, k: number): number[] {
        checkQuery(X, query, k);
        const kept: Candidate[] = [];
        const open: [Node, number][] = root ? [[root, 0]] : [];
        for (let next = open.pop(); next; next = open.pop()) {
          const [node, gap] = next;
          if (kept.length === k && gap > kept[0].distance) continue;
          offer(kept, { distance: squared(X[node.row], query), index: node.row }, k, byDistanceThenIndex);
          const difference = query[node.axis] - X[node.row][node.axis];
          const [near, far] = difference < 0 ? [node.left, node.right] : [node.right, node.left];
          if (far) open.push([far, Math.max(gap, difference ** 2)]);
          if (near) open.push([near, gap]);
        }
        return indicesOf(kept.sort(byDistanceThenIndex));
      },
    },
  },
  {
    says: 'sorts by insertion',
    dies: 'grows with nSamples no faster than it must, on building, shuffled rows',
    solution: built({
      part(X, members, axis) {
        const sorted: number[] = [];
        for (const member of [...members].reverse()) {
          let at = sorted.length;
          for (; at > 0 && X[sorted[at - 1]][axis] > X[member][axis]; at--) sorted[at] = sorted[at - 1];
          sorted[at] = member;
        }
        const middle = sorted.length >> 1;
        return [sorted.slice(0, middle), sorted[middle], sorted.slice(middle + 1)];
      },
    }),
  },
  {
    says: 'takes the rows of each side out of a list with `includes`',
    dies: 'grows with nSamples no faster than it must, on building, shuffled rows',
    solution: built({
      part(X, members, axis) {
        const sorted = [...members].sort((a, b) => X[a][axis] - X[b][axis] || a - b);
        const middle = sorted.length >> 1;
        const above = sorted.slice(middle + 1);
        const below = members.filter((i) => i !== sorted[middle] && !above.includes(i));
        return [below, sorted[middle], above];
      },
    }),
  },
];
