import type * as reference from '../../reference/decision-tree-pruning/index.ts';
import type { RightAnswer } from '../../src/index.ts';

type Prune = typeof reference.reducedErrorPrune;
type TreeNode = ReturnType<Prune>;
type Leaf = Extract<TreeNode, { kind: 'leaf' }>;
type Split = Extract<TreeNode, { kind: 'split' }>;
type Rows = Parameters<Prune>[1];
type Labels = Parameters<Prune>[2];
type Counts = Leaf['counts'];

/** A pruned subtree and its errors on the rows that reach it. */
interface Outcome {
  readonly node: TreeNode;
  readonly errors: number;
}

/** Throws what the README asks for, whatever the tree. */
function validate(X: Rows, y: Labels): void {
  if (X.length === 0) throw new RangeError('X is empty');
  if (y.length !== X.length) throw new RangeError(`${X.length} rows, but ${y.length} labels`);
  const width = X[0].length;
  if (width === 0) throw new RangeError('a row has no features');
  for (let i = 0; i < X.length; i++) {
    if (X[i].length !== width) throw new RangeError(`row ${i} has another length`);
    for (let f = 0; f < width; f++) if (!Number.isFinite(X[i][f])) throw new RangeError(`X[${i}][${f}] is not finite`);
    if (!Number.isFinite(y[i])) throw new RangeError(`y[${i}] is not finite`);
  }
}

function majority(counts: Counts): number {
  let best = 0;
  for (let c = 1; c < counts.length; c++) if (counts[c] > counts[best]) best = c;
  return best;
}

/** Whether the row goes left; throws if the split looks past its end. */
function goesLeft(split: Split, x: readonly number[]): boolean {
  if (split.featureIndex >= x.length) throw new RangeError(`no feature ${split.featureIndex}`);
  return x[split.featureIndex] <= split.threshold;
}

const asLeaf = ({ counts }: TreeNode): Leaf => ({ kind: 'leaf', value: majority(counts), counts });

const misses = (rows: readonly number[], y: Labels, value: number): number =>
  rows.reduce((errors, row) => errors + Number(y[row] !== value), 0);

/** What becomes of a node, given what became of its children (none for a leaf). */
function settle(node: TreeNode, errors: number, left?: Outcome, right?: Outcome): Outcome {
  if (node.kind === 'leaf') return { node, errors };
  if (left === undefined || right === undefined || errors <= left.errors + right.errors) {
    return { node: asLeaf(node), errors };
  }
  const { kind, featureIndex, threshold, counts } = node;
  const split = { kind, featureIndex, threshold, left: left.node, right: right.node, counts };
  return { node: split, errors: left.errors + right.errors };
}

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('unreachable');
  return value;
}

/** A Map's forEach also visits the entries that are added on the way, so it walks the tree without loop or recursion. */
const functional: Prune = (tree, X, y) => {
  validate(X, y);
  const reached = new Map<TreeNode, readonly number[]>([[tree, X.map((_, row) => row)]]);
  reached.forEach((rows, node) => {
    if (node.kind === 'leaf' || rows.length === 0) return;
    const going = (isLeft: boolean) => rows.filter((row) => goesLeft(node, X[row]) === isLeft);
    reached.set(node.left, going(true)).set(node.right, going(false));
  });
  const outcomes = [...reached].reduceRight((done, [node, rows]) => {
    const children = node.kind === 'split' ? [done.get(node.left), done.get(node.right)] : [];
    return done.set(node, settle(node, misses(rows, y, majority(node.counts)), ...children));
  }, new Map<TreeNode, Outcome>());
  return present(outcomes.get(tree)).node;
};

/** Code golf. */
const golf: Prune = (t, X, y) => {
  const bad = (v: number) => !(v - v === 0);
  const w = X[0]?.length;
  if (!w || y.length - X.length || y.some(bad) || X.some((x) => x.length - w || x.some(bad))) throw RangeError();
  const q: { n: TreeNode; r: number[]; k: number; e: number }[] = [{ n: t, r: [...X.keys()], k: 0, e: 0 }];
  for (const s of q) {
    const { n, r } = s;
    const v = n.counts.indexOf(n.counts.reduce((a, b) => Math.max(a, b)));
    s.e = r.filter((i) => y[i] !== v).length;
    if (n.kind === 'leaf') continue;
    const f = n.featureIndex;
    if (r.length && f >= w) throw RangeError();
    const g = (b: boolean) => r.filter((i) => X[i][f] <= n.threshold === b);
    s.k = q.push({ n: n.left, r: g(true), k: 0, e: 0 }, { n: n.right, r: g(false), k: 0, e: 0 }) - 2;
  }
  for (const s of q.reverse()) {
    const [b, a] = [q[q.length - 1 - s.k - 1], q[q.length - 1 - s.k]];
    if (s.n.kind === 'leaf') continue;
    if (s.e <= a.e + b.e) s.n = asLeaf(s.n);
    else [s.n, s.e] = [{ ...s.n, left: a.n, right: b.n }, a.e + b.e];
  }
  return q[q.length - 1].n;
};

// Typed arrays.

/** Breadth-first numbers, rows partitioned in place between the two ends of a segment. */
const typedArrays: Prune = (tree, X, y) => {
  validate(X, y);
  const nodes: TreeNode[] = [tree];
  const firstChildren: number[] = [];
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i];
    firstChildren.push(node.kind === 'split' ? nodes.length : -1);
    if (node.kind === 'split') nodes.push(node.left, node.right);
  }
  const firstChild = Int32Array.from(firstChildren);
  const labels = Float64Array.from(y);
  const order = Uint32Array.from(labels, (_, row) => row);
  const start = new Uint32Array(nodes.length);
  const end = new Uint32Array(nodes.length);
  const errors = new Uint32Array(nodes.length);
  end[0] = order.length;
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i];
    const value = majority(node.counts);
    for (let at = start[i]; at < end[i]; at++) errors[i] += labels[order[at]] === value ? 0 : 1;
    if (node.kind === 'leaf') continue;
    let low = start[i];
    let high = end[i];
    while (low < high) {
      const row = order[low];
      if (goesLeft(node, X[row])) low++;
      else {
        order[low] = order[--high];
        order[high] = row;
      }
    }
    start[firstChild[i]] = start[i];
    end[firstChild[i]] = low;
    start[firstChild[i] + 1] = low;
    end[firstChild[i] + 1] = end[i];
  }
  for (let i = nodes.length - 1; i >= 0; i--) {
    const node = nodes[i];
    if (node.kind === 'leaf') continue;
    const left = firstChild[i];
    const below = errors[left] + errors[left + 1];
    if (errors[i] <= below) nodes[i] = asLeaf(node);
    else {
      nodes[i] = { ...node, left: nodes[left], right: nodes[left + 1] };
      errors[i] = below;
    }
  }
  return nodes[0];
};

/** All rows take one step down at a time; labels are compared as text; the answer is a copy with typed counts. */
const inStep: Prune = (tree, X, y) => {
  validate(X, y);
  const nodes: TreeNode[] = [tree];
  const left: number[] = [];
  for (let id = 0; id < nodes.length; id++) {
    const node = nodes[id];
    left.push(nodes.length);
    if (node.kind === 'split') nodes.push(node.left, node.right);
  }
  const text = y.map(String);
  const values = nodes.map((node) => String(majority(node.counts)));
  const errors = new Float64Array(nodes.length);
  let moving = X.map((_, row) => ({ row, id: 0 }));
  while (moving.length > 0) {
    const next: typeof moving = [];
    for (const { row, id } of moving) {
      const node = nodes[id];
      if (text[row] !== values[id]) errors[id] += 1;
      if (node.kind === 'split') next.push({ row, id: goesLeft(node, X[row]) ? left[id] : left[id] + 1 });
    }
    moving = next;
  }
  const copies: TreeNode[] = [];
  for (let id = nodes.length - 1; id >= 0; id--) {
    const node = nodes[id];
    const counts = Float64Array.from(node.counts) as unknown as Counts;
    const below = node.kind === 'split' ? errors[left[id]] + errors[left[id] + 1] : Infinity;
    if (node.kind === 'leaf' || errors[id] <= below) copies[id] = { kind: 'leaf', value: Number(values[id]), counts };
    else {
      const { kind, featureIndex, threshold } = node;
      copies[id] = { kind, featureIndex, threshold, left: copies[left[id]], right: copies[left[id] + 1], counts };
      errors[id] = below;
    }
  }
  return copies[0];
};

// Classes and objects.

class LeafView implements Leaf {
  readonly #counts: Counts;
  constructor(counts: Counts) {
    this.#counts = counts;
  }
  get kind(): 'leaf' {
    return 'leaf';
  }
  get value(): number {
    return majority(this.#counts);
  }
  get counts(): Counts {
    return this.#counts;
  }
}

class SplitView implements Split {
  readonly #split: Split;
  readonly #left: Branch;
  readonly #right: Branch;
  constructor(split: Split, left: Branch, right: Branch) {
    this.#split = split;
    this.#left = left;
    this.#right = right;
  }
  get kind(): 'split' {
    return 'split';
  }
  get featureIndex(): number {
    return this.#split.featureIndex;
  }
  get threshold(): number {
    return this.#split.threshold;
  }
  get counts(): Counts {
    return this.#split.counts;
  }
  get left(): TreeNode {
    return this.#left.view;
  }
  get right(): TreeNode {
    return this.#right.view;
  }
}

/** A node of the working tree: where rows are received, and the decision kept. */
class Branch {
  readonly node: TreeNode;
  readonly value: number;
  readonly children: Branch[] = [];
  wrong = 0;
  best = 0;
  #view: TreeNode | undefined;
  constructor(node: TreeNode) {
    this.node = node;
    this.value = majority(node.counts);
  }
  receive(label: number): void {
    if (label !== this.value) this.wrong++;
  }
  next(x: readonly number[]): Branch | undefined {
    return this.node.kind === 'split' ? this.children[goesLeft(this.node, x) ? 0 : 1] : undefined;
  }
  decide(): void {
    const below = this.children.reduce((sum, child) => sum + child.best, 0);
    this.best = this.children.length === 0 ? this.wrong : Math.min(this.wrong, below);
  }
  /** Made when it is asked for, and then kept. */
  get view(): TreeNode {
    if (this.#view === undefined) {
      const { node, children } = this;
      const isLeaf = node.kind === 'leaf' || this.best === this.wrong;
      this.#view = isLeaf ? new LeafView(node.counts) : new SplitView(node, children[0], children[1]);
    }
    return this.#view;
  }
}

class Pruner {
  readonly #branches: Branch[];
  constructor(tree: TreeNode) {
    this.#branches = [new Branch(tree)];
    for (const branch of this.#branches) {
      if (branch.node.kind === 'leaf') continue;
      branch.children.push(new Branch(branch.node.left), new Branch(branch.node.right));
      this.#branches.push(...branch.children);
    }
  }
  send(x: readonly number[], label: number): void {
    for (let at: Branch | undefined = this.#branches[0]; at !== undefined; at = at.next(x)) at.receive(label);
  }
  get answer(): TreeNode {
    for (let i = this.#branches.length - 1; i >= 0; i--) this.#branches[i].decide();
    return this.#branches[0].view;
  }
}

const classes: Prune = (tree, X, y) => {
  validate(X, y);
  const pruner = new Pruner(tree);
  X.forEach((x, i) => {
    pruner.send(x, y[i]);
  });
  return pruner.answer;
};

/** Maps with text keys; the answer's nodes are frozen and have no prototype. */
const textKeys: Prune = (tree, X, y) => {
  validate(X, y);
  const bare = <T extends TreeNode>(node: T): T => Object.freeze(Object.assign(Object.create(null), node));
  const places = new Map<string, { node: TreeNode; rows: number[]; hits: number; left: string; right: string }>();
  const place = (node: TreeNode) => {
    const key = `#${places.size}`;
    places.set(key, { node, rows: [], hits: 0, left: '', right: '' });
    return key;
  };
  const at = (key: string) => present(places.get(key));
  at(place(tree)).rows = X.map((_, row) => row);
  for (const [, here] of places) {
    if (here.node.kind === 'leaf') continue;
    here.left = place(here.node.left);
    here.right = place(here.node.right);
    for (const row of here.rows) at(goesLeft(here.node, X[row]) ? here.left : here.right).rows.push(row);
  }
  for (const here of [...places.values()].reverse()) {
    const { counts, ...node } = here.node;
    const value = [...counts.keys()].sort((a, b) => counts[b] - counts[a] || a - b)[0];
    here.hits = here.rows.filter((row) => y[row] === value).length;
    const below = node.kind === 'leaf' ? -1 : at(here.left).hits + at(here.right).hits;
    if (node.kind === 'leaf' || here.hits >= below) here.node = bare<Leaf>({ kind: 'leaf', value, counts });
    else {
      here.hits = below;
      here.node = bare<Split>({ ...node, counts, left: at(here.left).node, right: at(here.right).node });
    }
  }
  return at('#0').node;
};

// Generators and recursion.

type Step = { readonly node: TreeNode; readonly rows: readonly number[]; readonly isDone: boolean };

/** Nodes with their rows, children before their parent. */
function* postOrder(tree: TreeNode, X: Rows): Generator<Step> {
  const stack: Step[] = [{ node: tree, rows: [...X.keys()], isDone: false }];
  while (stack.length > 0) {
    const step = present(stack.pop());
    const { node, rows } = step;
    if (step.isDone || node.kind === 'leaf') {
      yield step;
      continue;
    }
    const left: number[] = [];
    const right: number[] = [];
    for (const row of rows) (goesLeft(node, X[row]) ? left : right).push(row);
    stack.push({ ...step, isDone: true });
    stack.push({ node: node.right, rows: right, isDone: false }, { node: node.left, rows: left, isDone: false });
  }
}

/** Reverse Polish: leaves are pushed, a split takes two; a subtree in which nothing changed is shared. Counts in BigInt. */
const generators: Prune = (tree, X, y) => {
  validate(X, y);
  const outcomes: { node: TreeNode; hits: bigint }[] = [];
  for (const { node, rows } of postOrder(tree, X)) {
    const leaf = node.kind === 'leaf' ? node : asLeaf(node);
    let hits = 0n;
    for (const row of rows) if (y[row] === leaf.value) hits++;
    if (node.kind === 'leaf') {
      outcomes.push({ node, hits });
      continue;
    }
    const right = present(outcomes.pop());
    const left = present(outcomes.pop());
    const below = left.hits + right.hits;
    const isSame = left.node === node.left && right.node === node.right;
    const split = isSame ? node : { ...node, left: left.node, right: right.node };
    outcomes.push(below > hits ? { node: split, hits: below } : { node: leaf, hits });
  }
  return outcomes[0].node;
};

type Visit = Generator<Visit, Outcome, Outcome>;

/** Recursion on a trampoline: a visit yields the visits of its children, and is sent their outcomes. */
const trampoline: Prune = (tree, X, y) => {
  validate(X, y);
  function* visit(node: TreeNode, rows: readonly number[]): Visit {
    const errors = misses(rows, y, majority(node.counts));
    if (node.kind === 'leaf' || rows.length === 0) return settle(node, errors);
    const sides = new Map<boolean, number[]>([true, false].map((side) => [side, []]));
    for (const row of rows) sides.get(goesLeft(node, X[row]))?.push(row);
    const left = yield visit(node.left, sides.get(true) ?? []);
    const right = yield visit(node.right, sides.get(false) ?? []);
    return settle(node, errors, left, right);
  }
  const stack: Visit[] = [visit(tree, [...X.keys()])];
  let outcome: Outcome = { node: tree, errors: 0 };
  while (stack.length > 0) {
    const { done, value } = stack[stack.length - 1].next(outcome);
    if (done) {
      stack.pop();
      outcome = value;
    } else stack.push(value);
  }
  return outcome.node;
};

/** Real recursion, but in slabs of 300 levels, the deepest slab first. */
const slabs: Prune = (tree, X, y) => {
  validate(X, y);
  const height = 300;
  const roots = [tree];
  const rowsOf = new Map<TreeNode, number[]>([[tree, [...X.keys()]]]);
  const known = new Map<TreeNode, Outcome>();
  const spread = (node: TreeNode, levels: number): void => {
    if (levels === 0) roots.push(node);
    else if (node.kind === 'split') {
      const rows = rowsOf.get(node) ?? [];
      rowsOf.set(node.left, []).set(node.right, []);
      for (const row of rows) rowsOf.get(goesLeft(node, X[row]) ? node.left : node.right)?.push(row);
      spread(node.left, levels - 1);
      spread(node.right, levels - 1);
    }
  };
  const fold = (node: TreeNode): Outcome => {
    const errors = misses(rowsOf.get(node) ?? [], y, majority(node.counts));
    if (node.kind === 'leaf') return settle(node, errors);
    const left = known.get(node.left) ?? fold(node.left);
    return settle(node, errors, left, known.get(node.right) ?? fold(node.right));
  };
  for (const root of roots) spread(root, height);
  for (const root of roots.reverse()) known.set(root, fold(root));
  return present(known.get(tree)).node;
};

// Other algorithms and formulas.

/** Rows go to their leaf only; tallies of labels then flow up from the leaves, small into large, by parent pointers. */
const tallies: Prune = (tree, X, y) => {
  validate(X, y);
  type Place = { node: TreeNode; parent: Place | null; tally: Map<number, number>; n: number; kids: Kids };
  type Kids = { left?: Outcome; right?: Outcome };
  const place = (node: TreeNode, parent: Place | null): Place => ({ node, parent, tally: new Map(), n: 0, kids: {} });
  const places = new Map<TreeNode, Place>([[tree, place(tree, null)]]);
  for (const [node, at] of places) {
    if (node.kind === 'split') places.set(node.left, place(node.left, at)).set(node.right, place(node.right, at));
  }
  for (let i = 0; i < X.length; i++) {
    let node = tree;
    while (node.kind === 'split') node = goesLeft(node, X[i]) ? node.left : node.right;
    const { tally } = present(places.get(node));
    tally.set(y[i], (tally.get(y[i]) ?? 0) + 1);
    present(places.get(node)).n++;
  }
  let answer = tree;
  const ready = [...places.values()].filter(({ node }) => node.kind === 'leaf');
  for (const { node, parent, tally, n, kids } of ready) {
    const outcome = settle(node, n - (tally.get(majority(node.counts)) ?? 0), kids.left, kids.right);
    if (parent === null) answer = outcome.node;
    if (parent?.node.kind !== 'split') continue;
    parent.kids[parent.node.left === node ? 'left' : 'right'] = outcome;
    parent.n += n;
    const [small, large] = parent.tally.size < tally.size ? [parent.tally, tally] : [tally, parent.tally];
    for (const [label, count] of small) large.set(label, (large.get(label) ?? 0) + count);
    parent.tally = large;
    if (parent.kids.left && parent.kids.right) ready.push(parent);
  }
  return answer;
};

/**
 * What a subtree saves over a leaf in its place: max(0, own - left - right + what the children save), where rows of a
 * label that nobody predicts are passed over, since they are errors on both sides. Decided upwards, built downwards.
 */
const savings: Prune = (tree, X, y) => {
  validate(X, y);
  const nodes = [tree];
  const left: number[] = [];
  for (let id = 0; id < nodes.length; id++) {
    const node = nodes[id];
    left[id] = node.kind === 'split' ? nodes.push(node.left, node.right) - 2 : 0;
  }
  const values = nodes.map((node) => majority(node.counts));
  const own = nodes.map(() => 0);
  const predicted = new Set(values);
  X.forEach((x, row) => {
    for (let id = 0; ; ) {
      const node = nodes[id];
      if (predicted.has(y[row]) && y[row] !== values[id]) own[id]++;
      if (node.kind === 'leaf') return;
      id = goesLeft(node, x) ? left[id] : left[id] + 1;
    }
  });
  const saved = nodes.map(() => 0);
  for (let id = nodes.length - 1; id >= 0; id--) {
    const [l, r] = [left[id], left[id] + 1];
    if (l > 0) saved[id] = Math.max(0, own[id] - own[l] - own[r] + saved[l] + saved[r]);
  }
  type Draft = { -readonly [Key in keyof Split]: Split[Key] };
  const draft = (id: number): TreeNode => {
    const node = nodes[id];
    if (node.kind === 'split') return saved[id] > 0 ? { ...node } : asLeaf(node);
    return { ...node, counts: Array.from(node.counts) };
  };
  const answer = draft(0);
  const agenda: [TreeNode, number][] = [[answer, 0]];
  for (const [node, id] of agenda) {
    if (node.kind === 'leaf') continue;
    const kept: Draft = node;
    kept.left = draft(left[id]);
    kept.right = draft(left[id] + 1);
    agenda.push([kept.left, left[id]], [kept.right, left[id] + 1]);
  }
  return answer;
};

/** Verbose, with its own checks: every failure is a subclass of RangeError, and only linked lists are used. */
class InvalidInput extends RangeError {}
type Link = { readonly row: number; readonly rest: Link } | null;
interface Frame {
  readonly node: TreeNode;
  readonly errors: number;
  readonly below: Frame | null;
  rows: Link;
  rights: Link;
  left: Outcome | null;
  stage: 0 | 1 | 2;
}

const defensive: Prune = (tree, X, y) => {
  const [nSamples, nLabels] = [X.length, y.length];
  const problems: [boolean, string][] = [
    [nSamples < 1, 'X must have a row'],
    [nSamples !== nLabels, 'X and y must have the same length'],
    [Array.from(X).some((x) => x.length < 1), 'a row must have a feature'],
    [new Set(Array.from(X, (x) => x.length)).size > 1, 'rows must have the same length'],
    [Array.from(X).some((x) => Array.from(x).some((v) => Math.abs(v) === Infinity)), 'X must not be infinite'],
    [Array.from(X).some((x) => Array.from(x).some((v) => Number.isNaN(v))), 'X must not have NaN'],
    [Array.from(y).some((label) => Math.abs(label) === Infinity), 'y must not be infinite'],
    [Array.from(y).some((label) => Number.isNaN(label)), 'y must not have NaN'],
  ];
  for (const [isProblem, message] of problems) {
    if (isProblem) throw new InvalidInput(message);
  }
  let all: Link = null;
  for (let row = nSamples - 1; row >= 0; row--) all = { row, rest: all };
  const frameOf = (node: TreeNode, rows: Link, below: Frame | null): Frame => {
    let errors = 0;
    const value = majority(node.counts);
    for (let link: Link = rows; link !== null; link = link.rest) if (y[link.row] !== value) errors++;
    return { node, rows, stage: 0, rights: null, left: null, below, errors };
  };
  let top: Frame | null = frameOf(tree, all, null);
  let last: Outcome | null = null;
  while (top !== null) {
    const frame: Frame = top;
    const { node, errors } = frame;
    if (node.kind === 'split' && frame.rows !== null && frame.stage === 0) {
      let lefts: Link = null;
      for (let link: Link = frame.rows; link !== null; link = link.rest) {
        const coordinate: number | undefined = X[link.row][node.featureIndex];
        if (coordinate === undefined) throw new InvalidInput('a split reads past the end of a row');
        if (Math.sign(coordinate - node.threshold) === 1) frame.rights = { row: link.row, rest: frame.rights };
        else lefts = { row: link.row, rest: lefts };
      }
      frame.rows = null;
      frame.stage = 1;
      top = frameOf(node.left, lefts, frame);
    } else if (node.kind === 'split' && frame.stage === 1) {
      frame.left = last;
      frame.stage = 2;
      top = frameOf(node.right, frame.rights, frame);
    } else {
      if (frame.left === null || last === null) last = { node: asLeaf(node), errors };
      else last = settle(node, errors, frame.left, last);
      frame.rights = null;
      top = frame.below;
    }
  }
  if (last === null) throw new InvalidInput('unreachable');
  return last.node;
};

/** The right answers to `reducedErrorPrune`. */
export const answers: RightAnswer<typeof reference>[] = [
  { says: 'functional, no loops: a Map that grows under its own forEach', solution: { reducedErrorPrune: functional } },
  { says: 'code golf, with its own validation', solution: { reducedErrorPrune: golf } },
  { says: 'typed arrays, rows partitioned in place', solution: { reducedErrorPrune: typedArrays } },
  { says: 'all rows step down together, typed counts in the answer', solution: { reducedErrorPrune: inStep } },
  { says: 'classes, lazy views with getters as the answer', solution: { reducedErrorPrune: classes } },
  {
    says: 'Maps with text keys, frozen nodes without prototype',
    solution: { reducedErrorPrune: textKeys },
  },
  { says: 'a post-order generator, BigInt hits, shared subtrees', solution: { reducedErrorPrune: generators } },
  { says: 'recursive generators on a trampoline', solution: { reducedErrorPrune: trampoline } },
  { says: 'recursion in slabs of 300 levels', solution: { reducedErrorPrune: slabs } },
  { says: 'tallies of labels merged upwards from the leaves', solution: { reducedErrorPrune: tallies } },
  { says: 'savings over a leaf, everything copied', solution: { reducedErrorPrune: savings } },
  { says: 'defensive, linked lists, its own RangeError class', solution: { reducedErrorPrune: defensive } },
];
