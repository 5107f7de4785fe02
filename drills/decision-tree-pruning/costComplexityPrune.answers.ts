import type * as reference from '../../reference/decision-tree-pruning/index.ts';
import type { RightAnswer } from '../../src/index.ts';

type Prune = typeof reference.costComplexityPrune;
type TreeNode = Parameters<Prune>[0];
type Split = Extract<TreeNode, { kind: 'split' }>;
type Counts = readonly number[];

function validate(alpha: number): void {
  if (Number.isNaN(alpha)) throw new RangeError('ccpAlpha is NaN');
  if (alpha < 0 || alpha === Infinity) throw new RangeError(`ccpAlpha is ${alpha}`);
}

const add = (a: number, b: number): number => a + b;
const larger = (a: number, b: number): number => Math.max(a, b);
const total = (counts: Counts): number => counts.reduce(add);
const errorsOf = (counts: Counts): number => total(counts) - counts.reduce(larger);
const majority = (counts: Counts): number => counts.indexOf(counts.reduce(larger));
const leafOf = ({ counts }: TreeNode): TreeNode => ({ kind: 'leaf', value: majority(counts), counts });

/** Preorder in typed arrays; a tie between shares may be off by rounding where nSamples is no power of two. */
const typed: Prune = (tree, ccpAlpha) => {
  validate(ccpAlpha);
  const nodes: TreeNode[] = [];
  const parents: number[] = [];
  const stack: [TreeNode, number][] = [[tree, -1]];
  for (let top = stack.pop(); top; top = stack.pop()) {
    const [node, parent] = top;
    parents.push(parent);
    const index = nodes.push(node) - 1;
    if (node.kind === 'split') stack.push([node.right, index], [node.left, index]);
  }
  const n = total(tree.counts);
  const below = new Float64Array(nodes.length);
  const cut = new Uint8Array(nodes.length);
  for (let i = nodes.length - 1; i >= 0; i--) {
    const own = errorsOf(nodes[i].counts) / n + ccpAlpha;
    cut[i] = nodes[i].kind === 'leaf' || own <= below[i] ? 1 : 0;
    if (i > 0) below[parents[i]] += cut[i] ? own : below[i];
  }
  const made: TreeNode[] = new Array(nodes.length);
  const open: TreeNode[] = [];
  for (let i = nodes.length - 1; i >= 0; i--) {
    const node = nodes[i];
    if (node.kind === 'leaf') made[i] = node;
    else {
      // In preorder from the back, the left child is the last subtree that was finished.
      const left = open.pop() as TreeNode;
      const right = open.pop() as TreeNode;
      made[i] = cut[i]
        ? { ...leafOf(node), counts: Float64Array.from(node.counts) as unknown as number[] }
        : { ...node, left, right };
    }
    open.push(made[i]);
  }
  return made[0];
};

/** How much cheaper the best subtree of a split is than its leaf, or 0. */
const gains: Prune = (tree, ccpAlpha) => {
  validate(ccpAlpha);
  const queue: TreeNode[] = [tree];
  for (let i = 0; i < queue.length; i++) {
    const node = queue[i];
    if (node.kind === 'split') queue.push(node.left, node.right);
  }
  const price = ccpAlpha * total(tree.counts);
  const gain = new Map<TreeNode, number>();
  const answer = new Map<TreeNode, TreeNode>();
  for (const node of queue.reverse()) {
    if (node.kind === 'leaf') continue;
    const { left, right } = node;
    const saved = errorsOf(node.counts) - errorsOf(left.counts) - errorsOf(right.counts);
    const net = (gain.get(left) ?? 0) + (gain.get(right) ?? 0) + saved - price;
    gain.set(node, Math.max(0, net));
    answer.set(
      node,
      net > 0 ? { ...node, left: answer.get(left) ?? left, right: answer.get(right) ?? right } : leafOf(node),
    );
  }
  return answer.get(tree) ?? tree;
};

/** A double as mantissa / 2^shift, or mantissa * 2^-shift. */
function fraction(value: number): { top: bigint; bottom: bigint } {
  let shift = 0;
  let scaled = value;
  while (!Number.isInteger(scaled)) {
    scaled *= 2;
    shift++;
  }
  return { top: BigInt(scaled), bottom: 1n << BigInt(shift) };
}

interface Whole {
  readonly node: TreeNode;
  readonly errors: bigint;
  readonly leaves: bigint;
}

/** Costs in whole numbers without rounding. */
const exact: Prune = (tree, ccpAlpha) => {
  validate(ccpAlpha);
  const { top, bottom } = fraction(ccpAlpha);
  const price = top * BigInt(total(tree.counts));
  const done: Whole[] = [];
  const todo: { node: TreeNode; ready: boolean }[] = [{ node: tree, ready: false }];
  while (todo.length > 0) {
    const { node, ready } = todo.pop() as { node: TreeNode; ready: boolean };
    const own = BigInt(errorsOf(node.counts));
    if (node.kind === 'leaf') done.push({ node, errors: own, leaves: 1n });
    else if (!ready) {
      todo.push({ node, ready: true }, { node: node.right, ready: false }, { node: node.left, ready: false });
    } else {
      const right = done.pop() as Whole;
      const left = done.pop() as Whole;
      const errors = left.errors + right.errors;
      const leaves = left.leaves + right.leaves;
      if ((own - errors) * bottom <= price * (leaves - 1n)) done.push({ node: leafOf(node), errors: own, leaves: 1n });
      else if (left.node === node.left && right.node === node.right) done.push({ node, errors, leaves });
      else done.push({ node: { ...node, left: left.node, right: right.node }, errors, leaves });
    }
  }
  return done[0].node;
};

/** A node with getters and with more fields than asked for. */
class Kept {
  readonly kind = 'split';
  readonly #from: Split;
  readonly left: TreeNode;
  readonly right: TreeNode;
  readonly cost: number;

  constructor(from: Split, left: TreeNode, right: TreeNode, cost: number) {
    this.#from = from;
    this.left = left;
    this.right = right;
    this.cost = cost;
  }

  get featureIndex(): number {
    return this.#from.featureIndex;
  }

  get threshold(): number {
    return this.#from.threshold;
  }

  get counts(): readonly number[] {
    return this.#from.counts;
  }
}

class Cut {
  readonly kind = 'leaf';
  readonly counts: readonly number[];
  readonly cost: number;
  readonly wasSplit = true;

  constructor(counts: Counts, cost: number) {
    this.counts = counts;
    this.cost = cost;
  }

  get value(): number {
    let best = 0;
    this.counts.forEach((count, c) => {
      if (count > this.counts[best]) best = c;
    });
    return best;
  }
}

type Priced = { node: TreeNode; cost: number };

/** Recursion on the heap: each call is a generator, that asks for its children by `yield`. */
function* priced(node: TreeNode, price: number): Generator<TreeNode, Priced, Priced> {
  const own = errorsOf(node.counts) + price;
  if (node.kind === 'leaf') return { node, cost: own };
  const left = yield node.left;
  const right = yield node.right;
  const cost = left.cost + right.cost;
  return own > cost
    ? { node: new Kept(node, left.node, right.node, cost), cost }
    : { node: new Cut(node.counts, own), cost: own };
}

const trampolined: Prune = (tree, ccpAlpha) => {
  validate(ccpAlpha);
  const price = ccpAlpha * total(tree.counts);
  const calls = [priced(tree, price)];
  let back: Priced = { node: tree, cost: 0 };
  for (let call = calls.at(-1); call; call = calls.at(-1)) {
    const step = call.next(back);
    if (step.done) {
      back = step.value;
      calls.pop();
    } else calls.push(priced(step.value, price));
  }
  return back.node;
};

/** Shares, a tolerance far below 1e-9, and deep copies of all that is kept. */
const defensive: Prune = (tree, ccpAlpha) => {
  if (typeof ccpAlpha !== 'number' || !Number.isFinite(ccpAlpha) || ccpAlpha < 0) {
    throw new RangeError('ccpAlpha must be a finite number, 0 or more');
  }
  const n = total(tree.counts);
  const visits: TreeNode[] = [];
  const stack = [tree];
  while (stack.length > 0) {
    const node = stack.pop() as TreeNode;
    visits.push(node);
    if (node.kind === 'split') stack.push(node.left, node.right);
  }
  const done: { node: TreeNode; risk: number; leaves: number }[] = [];
  for (const node of visits.reverse()) {
    const { counts } = node;
    const risk = errorsOf(counts) / n;
    const leaf = { kind: 'leaf', value: majority(counts), counts: [...counts] } as const;
    const right = node.kind === 'split' && done.pop();
    const left = node.kind === 'split' && done.pop();
    if (node.kind === 'leaf' || !left || !right) {
      done.push({ node: leaf, risk, leaves: 1 });
      continue;
    }
    const below = left.risk + right.risk;
    const leaves = left.leaves + right.leaves;
    const { kind, featureIndex, threshold } = node;
    if (risk - below <= ccpAlpha * (leaves - 1) + 1e-12) done.push({ node: leaf, risk, leaves: 1 });
    else {
      const kept = { kind, featureIndex, threshold, counts: [...counts], left: left.node, right: right.node };
      done.push({ node: Object.freeze(kept), risk: below, leaves });
    }
  }
  return done[0].node;
};

export const answers: RightAnswer<typeof reference>[] = [
  {
    says: 'typed arrays in preorder, costs as shares, counts of new leaves as a `Float64Array`',
    solution: { costComplexityPrune: typed },
  },
  { says: 'what each split saves net of its price, in a `Map`', solution: { costComplexityPrune: gains } },
  { says: 'whole numbers as BigInt without any rounding', solution: { costComplexityPrune: exact } },
  { says: 'generators on a stack, nodes as instances with getters', solution: { costComplexityPrune: trampolined } },
  {
    says: 'defensive: copies everything, freezes, and has a tolerance of 1e-12',
    solution: { costComplexityPrune: defensive },
  },
];
