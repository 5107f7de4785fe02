import type * as reference from '../../reference/decision-tree-pruning/index.ts';
import type { RightAnswer } from '../../src/index.ts';
import { classes } from './bestPruned/classes.answers.ts';
import { cutOf, errorsOf, preorder, type Split, type TreeNode, validate } from './bestPruned/nodes.answers.ts';
import { plain } from './bestPruned/shared.mutants.ts';

type BestPruned = typeof reference.bestPruned;

/** Along the preorder: a node ends as a leaf, and what is below it is skipped, or the next node is its child. */
const skipping: BestPruned = (tree, maxLeaves) => {
  validate(maxLeaves);
  const nodes = [...preorder(tree)];
  const n = nodes.length;
  const k = Math.min(maxLeaves, (n + 1) / 2);
  const ends = new Int32Array(n);
  const pending: number[] = [];
  for (let i = n - 1; i >= 0; i--) {
    if (nodes[i].kind === 'leaf') ends[i] = i + 1;
    else {
      pending.pop();
      ends[i] = pending.pop() as number;
    }
    pending.push(ends[i]);
    // The left child lies on top, the right one below it.
  }
  // best[i][j]: the least errors of the nodes from i on with j leaves at most.
  const best: Float64Array[] = [];
  best[n] = new Float64Array(k + 1);
  for (let i = n - 1; i >= 0; i--) {
    const own = errorsOf(nodes[i]);
    const row = new Float64Array(k + 1).fill(Infinity);
    for (let j = 1; j <= k; j++) {
      row[j] = own + best[ends[i]][j - 1];
      if (nodes[i].kind === 'split' && best[i + 1][j] < row[j]) row[j] = best[i + 1][j];
    }
    best[i] = row;
  }
  const stays = new Uint8Array(n);
  const seen = new Uint8Array(n);
  for (let i = 0, j = k; i < n; ) {
    seen[i] = 1;
    if (nodes[i].kind === 'split' && best[i + 1][j] === best[i][j]) {
      stays[i] = 1;
      i++;
    } else {
      i = ends[i];
      j--;
    }
  }
  const built: TreeNode[] = [];
  for (let i = n - 1; i >= 0; i--) {
    const node = nodes[i];
    if (!seen[i]) continue;
    if (node.kind === 'leaf') built.push(node);
    else if (!stays[i]) built.push(cutOf(node));
    else built.push({ ...node, left: built.pop() as TreeNode, right: built.pop() as TreeNode });
  }
  return built[0];
};

/** What a tree of some size saves, and how it is made: shared plans, never copied. */
interface Plan {
  readonly saved: bigint;
  readonly left?: Plan;
  readonly right?: Plan;
}

const nothing: Plan = { saved: 0n };

type Solving = Generator<TreeNode, Plan[], Plan[]>;

/** Plans for 0, 1, ... splits kept below a node; asks for those of its children by yielding them. */
function* plansOf(node: TreeNode, most: number): Solving {
  if (node.kind === 'leaf') return [nothing];
  const lefts = yield node.left;
  const rights = yield node.right;
  const own = BigInt(errorsOf(node)) - BigInt(errorsOf(node.left)) - BigInt(errorsOf(node.right));
  const plans = [nothing];
  lefts.forEach((left, a) => {
    for (let b = 0; b < rights.length && a + b + 1 <= most; b++) {
      const saved = own + left.saved + rights[b].saved;
      if (!(plans[a + b + 1]?.saved >= saved)) plans[a + b + 1] = { saved, left, right: rights[b] };
    }
  });
  return plans;
}

/** Calls without a call stack. */
function run(start: Solving, call: (node: TreeNode) => Solving): Plan[] {
  const stack = [start];
  let last: Plan[] = [];
  while (stack.length > 0) {
    const { done, value } = stack[stack.length - 1].next(last);
    if (done) {
      stack.pop();
      last = value;
    } else stack.push(call(value));
  }
  return last;
}

/** Splits kept are one fewer than leaves: BigInt savings, generators in place of recursion. */
const planning: BestPruned = (tree, maxLeaves) => {
  validate(maxLeaves);
  const call = (node: TreeNode): Solving => plansOf(node, maxLeaves - 1);
  // The first of the best: the answer has as few leaves as it can.
  const plan = run(call(tree), call).reduce((best, other) => (other.saved > best.saved ? other : best));
  const holder: { root?: TreeNode } = {};
  const tasks: { node: TreeNode; plan: Plan; put: (node: TreeNode) => void }[] = [
    { node: tree, plan, put: (node) => (holder.root = node) },
  ];
  for (let task = tasks.pop(); task; task = tasks.pop()) {
    const { node, plan, put } = task;
    if (node.kind === 'leaf') put(node);
    else if (!plan.left || !plan.right) put({ ...cutOf(node), counts: Float64Array.from(node.counts) as never });
    else {
      const copy = { ...node };
      put(copy);
      tasks.push({ node: node.left, plan: plan.left, put: (left) => Object.assign(copy, { left }) });
      tasks.push({ node: node.right, plan: plan.right, put: (right) => Object.assign(copy, { right }) });
    }
  }
  return holder.root as TreeNode;
};

/** Along the postorder: a node follows its right child, and what precedes its subtree lies as many nodes back as it has. */
const backwards: BestPruned = (tree, maxLeaves) => {
  validate(maxLeaves);
  const nodes: TreeNode[] = [];
  const stack: TreeNode[] = [tree];
  for (let node = stack.pop(); node; node = stack.pop()) {
    nodes.push(node);
    if (node.kind === 'split') stack.push(node.left, node.right);
  }
  nodes.reverse(); // root, right, left turned round: left, right, root
  const sizes = new Map<TreeNode, number>();
  for (const node of nodes) {
    const below = node.kind === 'leaf' ? 0 : (sizes.get(node.left) ?? 0) + (sizes.get(node.right) ?? 0);
    sizes.set(node, below + 1);
  }
  const width = Math.min(maxLeaves, sizes.size) + 1;
  const least = new Float64Array((nodes.length + 1) * width);
  for (let j = 0; j < width; j++) least[j] = 0;
  nodes.forEach((node, i) => {
    const row = (i + 1) * width;
    const before = (i + 1 - (sizes.get(node) ?? 0)) * width;
    const own = errorsOf(node);
    least[row] = Infinity;
    for (let j = 1; j < width; j++) {
      const cut = least[before + j - 1] + own;
      least[row + j] = node.kind === 'leaf' ? cut : Math.min(cut, least[row - width + j]);
    }
  });
  // From the root on: rights first, so that an answer is ready before the one to its left.
  const open: Split[] = [];
  const done = new Map<TreeNode, TreeNode>();
  let i = nodes.length;
  let j = width - 1;
  while (i > 0) {
    const node = nodes[i - 1];
    const own = errorsOf(node);
    const before = i - (sizes.get(node) ?? 0);
    if (node.kind === 'leaf' || least[before * width + j - 1] + own === least[i * width + j]) {
      done.set(node, node.kind === 'leaf' ? node : cutOf(node));
      i = before;
      j--;
    } else {
      open.push(node);
      i--;
    }
  }
  for (let split = open.pop(); split; split = open.pop()) {
    const { left, right } = split;
    done.set(split, Object.freeze({ ...split, left: done.get(left) ?? left, right: done.get(right) ?? right }));
  }
  return done.get(tree) ?? tree;
};

/** Gives back the tree itself, or the subtrees that are not cut, wherever there is nothing to do. */
const sharing: BestPruned = (tree, maxLeaves) => {
  validate(maxLeaves);
  let leaves = 0;
  for (const { kind } of preorder(tree)) leaves += +(kind === 'leaf');
  return leaves <= maxLeaves ? tree : maxLeaves === 1 ? cutOf(tree) : plain(tree, maxLeaves);
};

/** Plain copies down to the counts, with fields of their own. */
const copying: BestPruned = (tree, maxLeaves) => {
  const answer = plain(tree, maxLeaves);
  const nodes = [...preorder(answer)];
  const ready: TreeNode[] = [];
  for (const [depthFirst, node] of [...nodes.entries()].reverse()) {
    const extra = { id: depthFirst, risk: errorsOf(node) / node.counts.reduce((a, b) => a + b), parent: null };
    const counts = [...node.counts];
    if (node.kind === 'leaf') ready.push({ ...node, counts, ...extra });
    else ready.push({ ...node, counts, ...extra, left: ready.pop() as TreeNode, right: ready.pop() as TreeNode });
  }
  return ready[0];
};

interface Way {
  readonly errors: number;
  readonly isCut?: boolean;
  readonly next?: Way;
}

/** Along the preorder from its end, by folds; a way is a linked list of what becomes of the nodes that it meets. */
const folding: BestPruned = (tree, maxLeaves) => {
  validate(maxLeaves);
  const nodes = [...preorder(tree)];
  const most = Math.min(maxLeaves, nodes.length);
  const none: Way = { errors: Infinity };
  const better = (...ways: readonly Way[]): Way => ways.reduce((a, b) => (b.errors < a.errors ? b : a), none);
  // The stack holds the ways from behind each subtree that is complete; those from its beginning are on top.
  const after: Way[][] = [Array.from({ length: most + 1 }, () => ({ errors: 0 }))];
  for (const node of nodes.toReversed()) {
    const [first] = after.slice(-1);
    if (node.kind === 'split') after.splice(-2);
    const [behind] = after.slice(-1);
    const own = errorsOf(node);
    const cuts = [none, ...behind.slice(0, -1).map((next) => ({ errors: own + next.errors, isCut: true, next }))];
    const keeps = first.map((next) => ({ errors: next.errors, isCut: false, next }));
    after.push(node.kind === 'leaf' ? cuts : Array.from(cuts.entries(), ([j, cut]) => better(cut, keeps[j])));
  }
  const ready: TreeNode[] = [];
  const met: { node: TreeNode; isCut: boolean }[] = [];
  let [way]: (Way | undefined)[] = after.slice(-1)[0].slice(-1);
  for (let i = 0, skip = 0; i < nodes.length; i++) {
    const node = nodes[i];
    if (skip > 0) {
      skip += node.kind === 'split' ? 1 : -1;
      continue;
    }
    const isCut = way?.isCut === true;
    met.push({ node, isCut });
    if (isCut && node.kind === 'split') skip = 2;
    way = way?.next;
  }
  for (const { node, isCut } of met.reverse()) {
    if (node.kind === 'leaf') ready.push(node);
    else if (isCut) ready.push(cutOf(node));
    else ready.push({ ...node, left: ready.pop() as TreeNode, right: ready.pop() as TreeNode });
  }
  return ready[0];
};

export const answers: RightAnswer<typeof reference>[] = [
  { says: 'one table along the preorder, in typed arrays', solution: { bestPruned: skipping } },
  { says: 'shared plans in BigInt, generators in place of recursion', solution: { bestPruned: planning } },
  { says: 'one flat table along the postorder, a frozen answer', solution: { bestPruned: backwards } },
  { says: 'classes, and an answer of instances with getters', solution: { bestPruned: classes } },
  { says: 'the input itself where nothing is cut', solution: { bestPruned: sharing } },
  { says: 'an answer copied throughout, with more fields', solution: { bestPruned: copying } },
  { says: 'folds along the preorder, as much for each leaf allowed and each node', solution: { bestPruned: folding } },
];
