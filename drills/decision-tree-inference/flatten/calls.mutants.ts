import type { Mutant } from '../../../src/index.ts';
import type { Asked } from '../drill.ts';
import {
  descend,
  everyNode,
  type Flat,
  flattening,
  leafOf,
  predicting,
  type Row,
  type Rows,
  type TreeNode,
} from './shared.mutants.ts';

function keepingOneTree(): Partial<Asked> {
  let kept: Flat;
  return {
    flatten: (tree) => {
      kept = flattening()(tree);
      return 'prepared';
    },
    predictBatch: (_flat: string, X: Rows) => predicting()(kept, X),
  };
}

function reusingAnswers(): Partial<Asked> {
  let buffer = new Float64Array(16);
  return {
    flatten: flattening(),
    predictBatch: (flat: Flat, X: Rows) => {
      if (X.length > buffer.length) buffer = new Float64Array(2 * X.length);
      for (let r = 0; r < X.length; r++) buffer[r] = flat.values[leafOf(flat, X[r])];
      return buffer.subarray(0, X.length);
    },
  };
}

function keyedByRow(): Partial<Asked> {
  const known = new WeakMap<Row, number>();
  return {
    flatten: flattening(),
    predictBatch: (flat: Flat, X: Rows) =>
      X.map((x) => {
        const value = known.get(x) ?? flat.values[leafOf(flat, x)];
        known.set(x, value);
        return value;
      }),
  };
}

function keyedByShape(): Partial<Asked> {
  const known = new Map<string, Flat>();
  return {
    flatten: (tree) => {
      const nodes = everyNode(tree);
      const root = nodes[0];
      const key = `${nodes.length} ${root.kind === 'leaf' ? root.value : `${root.featureIndex}:${root.threshold}`}`;
      const flat = known.get(key) ?? flattening()(tree);
      known.set(key, flat);
      return flat;
    },
    predictBatch: predicting(),
  };
}

/** Rows of a batch that go down together: a node, and the rows that are there. */
const partition = (tree: TreeNode, rows: number[], X: Rows, reached: (leaf: number, rows: number[]) => void): void => {
  const stack: [TreeNode, number[]][] = [[tree, rows]];
  for (let top = stack.pop(); top; top = stack.pop()) {
    const [node, here] = top;
    if (here.length === 0) continue;
    if (node.kind === 'leaf') {
      reached(node.value, here);
      continue;
    }
    const left: number[] = [];
    const right: number[] = [];
    for (const r of here) {
      const v = X[r][node.featureIndex];
      if (v === undefined || Number.isNaN(v)) throw new RangeError('no number');
      (v <= node.threshold ? left : right).push(r);
    }
    stack.push([node.right, right], [node.left, left]);
  }
};

export const calls: Mutant<Asked>[] = [
  {
    says: 'keeps the last tree that was flattened for all of them',
    dies: 'flat trees serve side by side, each any number of times',
    solution: keepingOneTree(),
  },
  {
    says: 'writes each answer into the buffer of the one before',
    dies: 'earlier answers stay what they were',
    solution: reusingAnswers(),
  },
  {
    says: 'remembers the answer of a row, and gives it for another tree too',
    dies: 'flat trees serve side by side, each any number of times',
    solution: keyedByRow(),
  },
  {
    says: 'takes trees with the same root and as many nodes for the same tree',
    dies: 'flat trees serve side by side, each any number of times',
    solution: keyedByShape(),
  },
  {
    says: 'answers in the order of the leaves and not of the rows',
    dies: 'a row is answered alike alone and among others',
    solution: {
      flatten: (tree) => tree,
      predictBatch: (tree: TreeNode, X: Rows) => {
        const y: number[] = [];
        partition(tree, [...X.keys()], X, (value, rows) => y.push(...rows.map(() => value)));
        return y;
      },
    },
  },
  {
    says: 'sorts the rows of the batch in place, so that alike ones follow each other',
    dies: 'predictBatch never changes its inputs',
    solution: {
      flatten: (tree) => tree,
      predictBatch: (tree: TreeNode, X: Rows) => {
        const y = X.map((x) => descend(tree, x).value);
        (X as Row[]).sort((a, b) => a[0] - b[0]);
        return y;
      },
    },
  },
  {
    says: 'writes -0 as 0 into the rows that it is given',
    dies: 'predictBatch never changes its inputs',
    solution: {
      flatten: (tree) => tree,
      predictBatch: (tree: TreeNode, X: Rows) => {
        const y = X.map((x) => descend(tree, x).value);
        for (const x of X as number[][]) for (let f = 0; f < x.length; f++) if (x[f] === 0) x[f] = 0;
        return y;
      },
    },
  },
  {
    says: 'numbers the nodes of the tree in the tree itself',
    dies: 'flatten never changes its inputs',
    solution: {
      flatten: (tree) => {
        everyNode(tree).forEach((node, i) => {
          (node as { number?: number }).number = i;
        });
        return flattening()(tree);
      },
      predictBatch: predicting(),
    },
  },
  {
    says: 'prepares an iterator over the tree that is used up by the first batch',
    dies: 'predictBatch gives the same answer when it is called again',
    solution: {
      flatten: (tree) => [tree].values(),
      predictBatch: (trees: IterableIterator<TreeNode>, X: Rows) => {
        for (const tree of trees) return X.map((x) => descend(tree, x).value);
        return X.map(() => 0);
      },
    },
  },
  {
    says: 'keeps the answers in the flat tree, and gives as many as its largest batch had ever after',
    dies: 'a row is answered alike alone and among others',
    solution: {
      flatten: (tree) => ({ flat: flattening()(tree), y: new Float64Array(0) }),
      predictBatch: (prepared: { flat: Flat; y: Float64Array }, X: Rows) => {
        if (prepared.y.length < X.length) prepared.y = new Float64Array(X.length);
        for (let r = 0; r < X.length; r++) prepared.y[r] = prepared.flat.values[leafOf(prepared.flat, X[r])];
        return prepared.y.slice();
      },
    },
  },
  {
    says: 'refuses to be used while it is used, and forgets to say that it no longer is when a row is refused',
    dies: 'flat trees serve side by side, each any number of times',
    solution: {
      flatten: (tree) => ({ flat: flattening()(tree), isBusy: false }),
      predictBatch: (prepared: { flat: Flat; isBusy: boolean }, X: Rows) => {
        if (prepared.isBusy) throw new Error('busy');
        prepared.isBusy = true;
        const y = predicting()(prepared.flat, X);
        prepared.isBusy = false;
        return y;
      },
    },
  },
];
