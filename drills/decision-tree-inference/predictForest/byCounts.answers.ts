import type * as reference from '../../../reference/decision-tree-inference/index.ts';
import type { RightAnswer } from '../../../src/index.ts';

type Predict = typeof reference.predictForest;
type TreeNode = Parameters<Predict>[0][number];
type Row = Parameters<Predict>[1];

/** One step at a time, the leaf's value at the end. */
function descend(tree: TreeNode, x: Row): number {
  for (let node = tree; ; ) {
    if (node.kind === 'leaf') return node.value;
    const v = x[node.featureIndex];
    if (v <= node.threshold) node = node.left;
    else if (v > node.threshold) node = node.right;
    else throw new RangeError(`feature ${node.featureIndex} is ${v}`);
  }
}

/** The labels with so many votes. */
class Bucket {
  nLabels = 0;
  /** The smallest that was ever here. */
  smallest = Number.POSITIVE_INFINITY;

  enter(label: number): void {
    this.nLabels++;
    if (label < this.smallest) this.smallest = label;
  }
}

export const byCounts: RightAnswer<typeof reference>[] = [
  {
    says: 'keeps, for each number of votes, how many labels have reached it and the smallest of them',
    solution: {
      predictForest(trees, x) {
        const n = trees.length;
        if (n === 0) throw new RangeError('an empty forest');
        const counts = new Map<number, number>();
        const nReached = new Uint32Array(n + 1);
        const smallest = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY);
        let most = 0;
        for (let i = 0; i < n; i++) {
          const label = descend(trees[i], x);
          const count = (counts.get(label) ?? 0) + 1;
          counts.set(label, count);
          nReached[count]++;
          smallest[count] = Math.min(smallest[count], label);
          most = Math.max(most, count);
          const leader = smallest[most];
          const level = most - (n - 1 - i); // with so many votes a label could still draw level
          if (level === most) return leader;
          if (level > 0 && nReached[level + 1] === 1 && smallest[level] === leader) return leader;
        }
        throw new Error('the last tree settles it');
      },
    },
  },
  {
    says: 'buckets of labels by their number of votes',
    solution: {
      predictForest(trees, x) {
        if (trees.length === 0) throw new RangeError('an empty forest');
        const buckets: Bucket[] = [new Bucket()];
        const heights = new Map<number, number>();
        let second = 0; // the height of the best label but one
        for (let left = trees.length - 1; left >= 0; left--) {
          const label = descend(trees[trees.length - 1 - left], x);
          const height = (heights.get(label) ?? 0) + 1;
          heights.set(label, height);
          buckets[height - 1].nLabels--;
          if (height === buckets.length) buckets.push(new Bucket());
          else second = Math.max(second, height);
          buckets[height].enter(label);
          const top = buckets.length - 1;
          const { smallest, nLabels } = buckets[top];
          if (left === 0) return smallest;
          const floor = top - left;
          if (floor > 0 && nLabels === 1 && second <= floor && buckets[floor].smallest >= smallest) return smallest;
        }
        throw new Error('the last tree settles it');
      },
    },
  },
  {
    says: 'BigInt scores of votes and rank at once, for labels as the bits of their order',
    solution: {
      predictForest(trees, x) {
        if (trees.length === 0) throw new RangeError('an empty forest');
        const view = new DataView(new ArrayBuffer(8));
        const one = 1n << 66n;
        const zero = 1n << 65n;
        /** The larger, the smaller the label. */
        const rank = (label: number): bigint => {
          view.setFloat64(0, label);
          const bits = view.getBigInt64(0);
          return zero - (bits < 0n ? -(bits & 0x7fffffffffffffffn) : bits);
        };
        const scores = new Map<number, bigint>();
        let [first, second] = [0n, 0n];
        let answer = Number.NaN;
        let remaining = BigInt(trees.length);
        for (const tree of trees) {
          const label = descend(tree, x);
          const score = (scores.get(label) ?? rank(label)) + one;
          scores.set(label, score);
          remaining--;
          if (label === answer) first = score;
          else if (score > first) [answer, first, second] = [label, score, first];
          else if (score > second) second = score;
          const newcomer = one * remaining + (one - 1n);
          if (first > second + one * remaining && first > newcomer) break;
          if (remaining === 0n) break;
        }
        return answer;
      },
    },
  },
];
