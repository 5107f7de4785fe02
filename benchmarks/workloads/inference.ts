import { flatten, predict, predictBatch, type TreeNode } from '../../reference/decision-tree-inference/index.ts';
import { type Contender, differs, type Rows, rowsOf, thousands, type Workload } from '../workload.ts';

interface Data {
  readonly tree: TreeNode;
  readonly X: Rows;
}

type Result = ArrayLike<number>;

const batch = (prepare: typeof flatten, answer: typeof predictBatch): Contender<Data, Result> => ({
  prepare:
    async ({ tree, X }) =>
    () =>
      answer(prepare(tree), X),
  result: (raw: Result) => raw,
});

const oneByOne = (answer: typeof predict): Contender<Data, Result> => ({
  prepare:
    async ({ tree, X }) =>
    () =>
      X.map((x) => answer(tree, x)),
  result: (raw: Result) => raw,
});

/** A full tree whose thresholds are drawn; classes alternate at its leaves. Thresholds have 20 bits, so that 32-bit floats hold them. */
function treeOf(depth: number, d: number, random: () => number): TreeNode {
  let nLeaves = 0;
  const grown = (level: number): TreeNode =>
    level === depth
      ? { kind: 'leaf', value: nLeaves++ % 3 }
      : {
          kind: 'split',
          featureIndex: Math.floor(random() * d),
          threshold: bits(random()),
          left: grown(level + 1),
          right: grown(level + 1),
        };
  return grown(0);
}

const bits = (value: number): number => Math.round(value * 2 ** 20) / 2 ** 20;

/** Nodes in preorder, as benchmarks/contender.py reads them: feature (-1 for a leaf) and threshold or value. */
function listed(tree: TreeNode): number[][] {
  const list: number[][] = [];
  const visit = (node: TreeNode): void => {
    list.push(node.kind === 'leaf' ? [-1, node.value] : [node.featureIndex, node.threshold]);
    if (node.kind === 'leaf') return;
    visit(node.left);
    visit(node.right);
  };
  visit(tree);
  return list;
}

function workload(size: Workload['size'], n: number, depth: number): Workload<Data, Result> {
  const d = 20;
  return {
    name: `predictions, ${thousands(n)} rows, depth ${depth}`,
    slug: 'decision-tree-inference',
    describes: `${n.toLocaleString('en-US')} rows of ${d} features through a full tree of depth ${depth}; flattening is counted too.`,
    size,
    data: (random) => ({
      tree: treeOf(depth, d, random),
      X: rowsOf(n, () => Array.from({ length: d }, () => bits(random()))),
    }),
    bytes: ({ tree, X }) => [...listed(tree), ...X],
    contenders: {
      'reference, in one batch': batch(flatten, predictBatch),
      'reference, row by row': oneByOne(predict),
    },
    attempt: ({ flatten: prepare, predictBatch: answer, predict: own }) => {
      if (prepare && answer) return batch(prepare as typeof flatten, answer as typeof predictBatch);
      return own ? oneByOne(own as typeof predict) : undefined;
    },
    python: { task: 'predict', options: () => ({ d, depth }), arrays: ({ tree, X }) => ({ X, tree: listed(tree) }) },
    check: (result, oracle) => differs(result, oracle, 'predictions', 0),
  };
}

export const inferenceWorkloads = [
  workload('small', 10_000, 6),
  workload('medium', 100_000, 10),
  workload('large', 1_000_000, 12),
];
