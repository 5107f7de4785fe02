import type { RightAnswer } from '../../src/index.ts';
import type { Asked } from './drill.ts';
import { classes } from './flatten/classes.answers.ts';
import { partitions } from './flatten/partitions.answers.ts';

type TreeNode = Parameters<Asked['flatten']>[0];
type Split = Extract<TreeNode, { kind: 'split' }>;
type Leaf = Extract<TreeNode, { kind: 'leaf' }>;
type Rows = Parameters<Asked['predictBatch']>[1];
type Row = Rows[number];

const refuse = (why: string): never => {
  throw new RangeError(why);
};

/** One row's next step, or the leaf's value. */
type Step = number | ((x: Row) => Step);

/** Closures that do not call each other: each gives the next. */
function steps(tree: TreeNode): Step {
  const stepOf = new Map<TreeNode, Step>();
  const nodes = [tree];
  for (const node of nodes) if (node.kind === 'split') nodes.push(node.left, node.right);
  for (let i = nodes.length - 1; i >= 0; i--) {
    const node = nodes[i];
    stepOf.set(node, node.kind === 'leaf' ? node.value : closure(node, stepOf));
  }
  return stepOf.get(tree) as Step;
}

function closure({ featureIndex, threshold, left, right }: Split, stepOf: Map<TreeNode, Step>): Step {
  const onLeft = stepOf.get(left) as Step;
  const onRight = stepOf.get(right) as Step;
  return (x) => {
    const v = x[featureIndex];
    if (v <= threshold) return onLeft;
    return v > threshold ? onRight : refuse(`feature ${featureIndex} is ${v}`);
  };
}

/** Four doubles a node: feature, threshold, and the places of the children; or -1 and a value. */
function interleave(tree: TreeNode): Float64Array {
  const stack: { node: TreeNode; from: number }[] = [{ node: tree, from: -1 }];
  let n = 0;
  for (const counted: TreeNode[] = [tree]; counted.length > 0; n++) {
    const node = counted.pop();
    if (node?.kind === 'split') counted.push(node.left, node.right);
  }
  const cells = new Float64Array(4 * n);
  let end = 0;
  while (stack.length > 0) {
    const { node, from } = stack.pop() as { node: TreeNode; from: number };
    const at = end;
    end += 4;
    if (from >= 0) cells[from] = at;
    if (node.kind === 'leaf') {
      cells.set([-1, node.value], at);
    } else {
      cells.set([node.featureIndex, node.threshold], at);
      stack.push({ node: node.left, from: at + 2 }, { node: node.right, from: at + 3 });
    }
  }
  return cells;
}

/** Bits of a double as an integer of the same order; both zeros are 0. */
const bits = new DataView(new ArrayBuffer(8));
function ordered(v: number): bigint {
  bits.setFloat64(0, v);
  const n = bits.getBigInt64(0);
  return n < 0n ? -(n & 0x7fffffffffffffffn) : n;
}

interface Ordered {
  readonly node: TreeNode;
  readonly threshold: bigint;
  left?: Ordered;
  right?: Ordered;
}

function order(tree: TreeNode): Ordered {
  const wrap = (node: TreeNode): Ordered => ({ node, threshold: node.kind === 'leaf' ? 0n : ordered(node.threshold) });
  const root = wrap(tree);
  for (const stack = [root]; stack.length > 0; ) {
    const top = stack.pop() as Ordered;
    if (top.node.kind === 'leaf') continue;
    top.left = wrap(top.node.left);
    top.right = wrap(top.node.right);
    stack.push(top.left, top.right);
  }
  return root;
}

function* predictions(tree: TreeNode, X: Rows): Generator<number, void, undefined> {
  for (const x of X) {
    let node = tree;
    while (node.kind === 'split') {
      const { featureIndex: f } = node;
      if (!(f in x) || Number.isNaN(x[f])) refuse(`the row has no number ${f}`);
      node = x[f] > node.threshold ? node.right : node.left;
    }
    yield node.value;
  }
}

const styles: RightAnswer<Asked>[] = [
  {
    says: 'gives the tree itself, and walks it in a loop',
    solution: {
      flatten: (tree) => tree,
      predictBatch: (tree: TreeNode, X: Rows) => {
        const out = [];
        for (let i = 0; i < X.length; i += 1) {
          let node = tree;
          while (node.kind !== 'leaf') {
            const value = X[i][node.featureIndex];
            if (value === undefined) throw new RangeError(`row ${i} has no feature ${node.featureIndex}`);
            if (Number.isNaN(value)) throw new RangeError(`row ${i} has NaN as feature ${node.featureIndex}`);
            node = value <= node.threshold ? node.left : node.right;
          }
          out.push(node.value);
        }
        return out;
      },
    },
  },
  {
    says: 'a generator of predictions, collected in a typed array',
    solution: {
      flatten: (tree) => Object.freeze({ tree }),
      predictBatch: ({ tree }: { tree: TreeNode }, X: Rows) => Float64Array.from(predictions(tree, X)),
    },
  },
  {
    says: 'closures on a trampoline: each gives the next step or the value',
    solution: {
      flatten: steps,
      predictBatch: (first: Step, X: Rows) =>
        X.map((x) => {
          let step = first;
          while (typeof step === 'function') step = step(x);
          return step;
        }),
    },
  },
  {
    says: 'a function of the batch, that `predictBatch` only calls',
    solution: {
      flatten: (tree) => (X: Rows) => [...predictions(tree, X)],
      predictBatch: (batch: (X: Rows) => number[], X: Rows) => batch(X),
    },
  },
  {
    says: 'one `Float64Array` for everything, four numbers a node',
    solution: {
      flatten: interleave,
      predictBatch: (cells: Float64Array, X: Rows) => {
        const out = new Float64Array(X.length);
        X.forEach((x, r) => {
          let at = 0;
          for (let f = cells[0]; f >= 0; f = cells[at]) {
            if (f >= x.length || Number.isNaN(x[f])) refuse('unreadable row');
            at = cells[at + (x[f] <= cells[at + 1] ? 2 : 3)];
          }
          out[r] = cells[at + 1];
        });
        return out;
      },
    },
  },
  {
    says: 'compares the bits of the numbers, as BigInts in their order',
    solution: {
      flatten: order,
      predictBatch: (root: Ordered, X: Rows) =>
        X.map((x) => {
          let at = root;
          while (at.left && at.right && at.node.kind === 'split') {
            const v = x[at.node.featureIndex];
            if (!Number.isFinite(v)) throw new RangeError();
            at = ordered(v) <= at.threshold ? at.left : at.right;
          }
          return (at.node as Leaf).value;
        }),
    },
  },
];

export const answers: RightAnswer<Asked>[] = [...styles, ...classes, ...partitions];
