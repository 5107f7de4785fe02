import type { RightAnswer } from '../../../src/index.ts';
import type { Asked } from '../drill.ts';

type Explain = Asked['explain'];
type TreeNode = Parameters<Explain>[0];
type Row = Parameters<Explain>[1];

/** What a leaf asks of each feature that is read above it: more than `low`, and at most `high`. */
interface Box {
  readonly value: number;
  readonly features: readonly { readonly j: number; readonly low: number; readonly high: number }[];
}

/** A box for each leaf. A box has a side a feature, however often the feature is read. */
function* boxesOf(tree: TreeNode): Generator<Box, void, undefined> {
  const stack: { node: TreeNode; features: Box['features'] }[] = [{ node: tree, features: [] }];
  while (stack.length > 0) {
    const { node, features } = stack.pop() as (typeof stack)[number];
    if (node.kind === 'leaf') {
      yield { value: node.value, features };
      continue;
    }
    const { featureIndex: j, threshold } = node;
    const others = features.filter((side) => side.j !== j);
    const [{ low, high }] = [...features.filter((side) => side.j === j), { low: -Infinity, high: Infinity }];
    if (low < threshold) {
      stack.push({ node: node.left, features: [...others, { j, low, high: Math.min(high, threshold) }] });
    }
    if (threshold < high) {
      stack.push({ node: node.right, features: [...others, { j, low: Math.max(low, threshold), high }] });
    }
  }
}

/** 1 / (a C(a + b, a)), by the rows of Pascal's triangle as far as doubles go. */
function createWeights(nFeatures: number): (a: number, b: number) => number {
  const triangle = [Float64Array.of(1)];
  for (let n = 1; n <= nFeatures; n++) {
    triangle.push(
      Float64Array.from({ length: n + 1 }, (_, k) => (triangle[n - 1][k - 1] ?? 0) + (triangle[n - 1][k] ?? 0)),
    );
  }
  return (a, b) => 1 / (a * triangle[a + b][a]);
}

function assertReadable(tree: TreeNode, row: Row): void {
  let node = tree;
  while (node.kind !== 'leaf') {
    const v = row.at(node.featureIndex);
    if (node.featureIndex >= row.length || v === undefined) throw new RangeError('past the end');
    if (!Number.isFinite(v)) throw new RangeError('no finite number');
    node = v <= node.threshold ? node.left : node.right;
  }
}

export const boxes: RightAnswer<Asked>[] = [
  {
    says: 'a box for each leaf, and for each box and background row which features must join and which must not',
    solution: {
      explain: (tree, x, background) => {
        const nRows = background.length;
        if (nRows === 0) throw new RangeError('no rows');
        if (background.some((z) => z.length !== x.length)) throw new RangeError('not as long as x');
        for (const row of [x, ...background]) assertReadable(tree, row);
        const weight = createWeights(x.length);
        const answer: number[] = Array(x.length).fill(0);
        for (const { value, features } of boxesOf(tree)) {
          for (const z of background) {
            const ins: number[] = [];
            const outs: number[] = [];
            const isReachable = features.every(({ j, low, high }) => {
              const takesX = low < x[j] && x[j] <= high;
              const takesZ = low < z[j] && z[j] <= high;
              if (takesX && !takesZ) ins.push(j);
              if (takesZ && !takesX) outs.push(j);
              return takesX || takesZ;
            });
            if (!isReachable) continue;
            for (const j of ins) answer[j] += (value / nRows) * weight(ins.length, outs.length);
            for (const j of outs) answer[j] -= (value / nRows) * weight(outs.length, ins.length);
          }
        }
        return answer;
      },
    },
  },
];
