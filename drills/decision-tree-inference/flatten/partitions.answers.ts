import type { RightAnswer } from '../../../src/index.ts';
import type { Asked } from '../drill.ts';

type TreeNode = Parameters<Asked['flatten']>[0];
type Rows = Parameters<Asked['predictBatch']>[1];

/** Nodes by number in a `Map`: a split [feature, threshold, left, right], a leaf [value]. */
type Table = Map<number, readonly number[]>;

function tabulate(tree: TreeNode): Table {
  const table: Table = new Map();
  let last = 0;
  const stack: [number, TreeNode][] = [[0, tree]];
  while (stack.length) {
    const [number, node] = stack.pop() as [number, TreeNode];
    if (node.kind === 'leaf') {
      table.set(number, [node.value]);
    } else {
      last += 2;
      table.set(number, [node.featureIndex, node.threshold, last - 1, last]);
      stack.push([last - 1, node.left], [last, node.right]);
    }
  }
  return table;
}

interface Segment {
  readonly node: TreeNode;
  readonly from: number;
  readonly to: number;
}

/** All rows go down together: their numbers are parted in place, as in quicksort. */
function together(tree: TreeNode, X: Rows): Float64Array {
  const answer = new Float64Array(X.length);
  const order = Uint32Array.from(X.keys());
  const segments: Segment[] = [{ node: tree, from: 0, to: X.length }];
  for (let segment = segments.pop(); segment; segment = segments.pop()) {
    const { from } = segment;
    let { node, to } = segment;
    while (node.kind === 'split' && from < to) {
      const middle = part(node.featureIndex, node.threshold, from, to);
      if (middle === from) node = node.right;
      else {
        if (middle < to) segments.push({ node: node.right, from: middle, to });
        to = middle;
        node = node.left;
      }
    }
    if (node.kind === 'leaf') for (let i = from; i < to; i++) answer[order[i]] = node.value;
  }
  return answer;

  function part(feature: number, threshold: number, from: number, to: number): number {
    let left = from;
    let right = to;
    while (left < right) {
      const r = order[left];
      const value = X[r][feature];
      if (value <= threshold) left++;
      else if (value > threshold) {
        right--;
        order[left] = order[right];
        order[right] = r;
      } else throw new RangeError(`row ${r}: feature ${feature} is ${value}`);
    }
    return left;
  }
}

export const partitions: RightAnswer<Asked>[] = [
  {
    says: 'a `Map` of numbered nodes, and a `reduce` from the last row to the first',
    solution: {
      flatten: tabulate,
      predictBatch: (table: Table, X: Rows) =>
        X.reduceRight((y: number[], x, r) => {
          let node = table.get(0) ?? [];
          while (node.length > 1) {
            const v = x[node[0]];
            if (v == null || Number.isNaN(v)) throw RangeError(`no feature ${node[0]}`);
            node = table.get(node[v <= node[1] ? 2 : 3]) ?? [];
          }
          y[r] = node[0];
          return y;
        }, Array(X.length).fill(0)),
    },
  },
  {
    says: 'sends the whole batch down together, parting the numbers of the rows in place',
    solution: {
      flatten: (tree) => ({ tree }),
      predictBatch: ({ tree }: { tree: TreeNode }, X: Rows) => together(tree, X),
    },
  },
];
