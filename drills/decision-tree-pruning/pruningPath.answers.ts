import type * as reference from '../../reference/decision-tree-pruning/index.ts';
import type { RightAnswer } from '../../src/index.ts';

type Path = typeof reference.pruningPath;
type Entry = ReturnType<Path>[number];
type TreeNode = Parameters<Path>[0];
type Counts = readonly number[];

const total = (counts: Counts): number => counts.reduce((a, b) => a + b);
const errorsOf = (counts: Counts): number => total(counts) - counts.reduce((a, b) => Math.max(a, b));

/** Children before their parents. */
function postorder(tree: TreeNode): TreeNode[] {
  const nodes = [tree];
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i];
    if (node.kind === 'split') nodes.push(node.left, node.right);
  }
  return nodes.reverse();
}

/** A leftist heap that never changes, the largest alpha first: what goes at an alpha is not lost when it is joined. */
interface Step {
  readonly alpha: number;
  readonly gained: number;
  readonly lost: number;
}
type Heap = { readonly top: Step; readonly rank: number; readonly left: Heap; readonly right: Heap } | undefined;

const rank = (heap: Heap): number => heap?.rank ?? 0;

function node(top: Step, a: Heap, b: Heap): Heap {
  const [left, right] = rank(a) >= rank(b) ? [a, b] : [b, a];
  return { top, rank: rank(right) + 1, left, right };
}

/** The right spines are of logarithmic length, so that this recursion is never deep. */
function join(a: Heap, b: Heap): Heap {
  if (!a || !b) return a ?? b;
  return a.top.alpha >= b.top.alpha ? node(a.top, a.left, join(a.right, b)) : node(b.top, b.left, join(a, b.right));
}

/**
 * Bottom-up: of each subtree the steps in which it goes. A split goes in one step with all those below that would
 * go at its own alpha or later.
 */
const merging: Path = (tree) => {
  const n = total(tree.counts);
  const heaps = new Map<TreeNode, Heap>();
  const full = { leaves: 0, errors: 0 };
  for (const split of postorder(tree)) {
    const own = errorsOf(split.counts);
    if (split.kind === 'leaf') {
      full.leaves++;
      full.errors += own;
      continue;
    }
    let heap = join(heaps.get(split.left), heaps.get(split.right));
    heaps.delete(split.left);
    heaps.delete(split.right);
    let gained = own - errorsOf(split.left.counts) - errorsOf(split.right.counts);
    let lost = 1;
    while (heap && heap.top.alpha >= gained / lost) {
      gained += heap.top.gained;
      lost += heap.top.lost;
      heap = join(heap.left, heap.right);
    }
    heaps.set(
      split,
      join(heap, { top: { alpha: gained / lost, gained, lost }, rank: 1, left: undefined, right: undefined }),
    );
  }
  const steps: Step[] = [];
  for (let heap = heaps.get(tree); heap; heap = join(heap.left, heap.right)) {
    const last = steps.at(-1);
    const { alpha, gained, lost } = heap.top;
    if (last?.alpha === alpha) {
      steps[steps.length - 1] = { alpha, gained: last.gained + gained, lost: last.lost + lost };
    } else steps.push(heap.top);
  }
  let { leaves, errors } = full;
  return [
    { ccpAlpha: 0, nLeaves: leaves, risk: errors / n },
    ...steps.reverse().map(({ alpha, gained, lost }) => {
      leaves -= lost;
      errors += gained;
      return { ccpAlpha: alpha / n, nLeaves: leaves, risk: errors / n };
    }),
  ];
};

/** The same bottom-up, where alphas are fractions of BigInts that are compared without rounding, and heaps are paired. */
interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}

const compare = (a: Fraction, b: Fraction): number => Number(a.top * b.bottom - b.top * a.bottom);

class Pairing {
  readonly step: Fraction;
  readonly children: Pairing[] = [];

  constructor(step: Fraction) {
    this.step = step;
  }

  static join(a: Pairing | null, b: Pairing | null): Pairing | null {
    if (!a || !b) return a ?? b;
    if (compare(a.step, b.step) >= 0) {
      a.children.push(b);
      return a;
    }
    b.children.push(a);
    return b;
  }

  /** All but the first, joined in pairs. */
  rest(): Pairing | null {
    const pairs: (Pairing | null)[] = [];
    const { children } = this;
    for (let i = 0; i < children.length; i += 2) pairs.push(Pairing.join(children[i], children[i + 1] ?? null));
    return pairs.reduceRight<Pairing | null>((heap, pair) => Pairing.join(heap, pair), null);
  }
}

/** An entry with getters. */
class Link {
  readonly #n: number;
  readonly #errors: bigint;
  readonly #leaves: bigint;
  readonly #at: Fraction;

  constructor(at: Fraction, errors: bigint, leaves: bigint, n: number) {
    this.#at = at;
    this.#errors = errors;
    this.#leaves = leaves;
    this.#n = n;
  }

  get ccpAlpha(): number {
    return Number(this.#at.top) / Number(this.#at.bottom) / this.#n;
  }

  get nLeaves(): number {
    return Number(this.#leaves);
  }

  get risk(): number {
    return Number(this.#errors) / this.#n;
  }
}

const exact: Path = (tree) => {
  const n = total(tree.counts);
  const heaps = new Map<TreeNode, Pairing | null>();
  let errors = 0n;
  let leaves = 0n;
  for (const at of postorder(tree)) {
    const own = BigInt(errorsOf(at.counts));
    if (at.kind === 'leaf') {
      errors += own;
      leaves += 1n;
      heaps.set(at, null);
      continue;
    }
    let heap = Pairing.join(heaps.get(at.left) ?? null, heaps.get(at.right) ?? null);
    let step: Fraction = { top: own - BigInt(errorsOf(at.left.counts) + errorsOf(at.right.counts)), bottom: 1n };
    while (heap && compare(heap.step, step) >= 0) {
      step = { top: step.top + heap.step.top, bottom: step.bottom + heap.step.bottom };
      heap = heap.rest();
    }
    heaps.set(at, Pairing.join(heap, new Pairing(step)));
  }
  const steps: Fraction[] = [];
  for (let heap = heaps.get(tree) ?? null; heap; heap = heap.rest()) steps.push(heap.step);
  const path = [new Link({ top: 0n, bottom: 1n }, errors, leaves, n)];
  for (let i = steps.length - 1; i >= 0; i--) {
    errors += steps[i].top;
    leaves -= steps[i].bottom;
    if (i === 0 || compare(steps[i - 1], steps[i]) !== 0) path.push(new Link(steps[i], errors, leaves, n));
  }
  return path;
};

/** A tournament: each split knows the smallest link of its subtree. */
class Player {
  readonly own: number;
  parent: Player | undefined;
  children: readonly Player[] = [];
  errors: number;
  leaves = 1;
  link = Infinity;
  least = Infinity;

  constructor(counts: Counts) {
    this.own = errorsOf(counts);
    this.errors = this.own;
  }

  update(): void {
    const [left, right] = this.children;
    if (!left || !right) return;
    this.errors = left.errors + right.errors;
    this.leaves = left.leaves + right.leaves;
    this.link = (this.own - this.errors) / (this.leaves - 1);
    this.least = Math.min(this.link, left.least, right.least);
  }

  leave(): void {
    this.children = [];
    this.errors = this.own;
    this.leaves = 1;
    this.link = this.least = Infinity;
    for (let up = this.parent; up; up = up.parent) up.update();
  }
}

function playersOf(tree: TreeNode): Player {
  const players = new Map<TreeNode, Player>();
  for (const node of postorder(tree)) {
    const player = new Player(node.counts);
    players.set(node, player);
    if (node.kind === 'leaf') continue;
    player.children = [node.left, node.right].map((child) => players.get(child) as Player);
    for (const child of player.children) child.parent = player;
    player.update();
  }
  return players.get(tree) as Player;
}

function* tournament(tree: TreeNode): Generator<Entry, void, undefined> {
  const root = playersOf(tree);
  const n = total(tree.counts);
  yield { ccpAlpha: 0, nLeaves: root.leaves, risk: root.errors / n };
  while (root.leaves > 1) {
    const alpha = root.least;
    while (root.least <= alpha) {
      let player = root;
      while (player.link > alpha) player = player.children.find(({ least }) => least <= alpha) as Player;
      player.leave();
    }
    yield { ccpAlpha: alpha / n, nLeaves: root.leaves, risk: root.errors / n };
  }
}

/** Risks as shares all along: equal alphas are equal but for rounding, which is far below 1e-9. */
const shares: Path = (tree) => {
  const nodes = postorder(tree).reverse();
  const m = nodes.length;
  const n = total(tree.counts);
  const first = new Int32Array(m);
  const parent = new Int32Array(m).fill(-1);
  const own = Float64Array.from(nodes, ({ counts }) => errorsOf(counts) / n);
  const risk = Float64Array.from(own);
  const leaves = new Int32Array(m).fill(1);
  // Breadth first, the children of the splits follow each other in pairs.
  let child = 1;
  for (let i = 0; i < m; i++) {
    if (nodes[i].kind === 'leaf') continue;
    first[i] = child;
    parent[child] = i;
    parent[child + 1] = i;
    child += 2;
  }
  for (let i = m - 1; i >= 0; i--) {
    if (first[i] === 0) continue;
    risk[i] = risk[first[i]] + risk[first[i] + 1];
    leaves[i] = leaves[first[i]] + leaves[first[i] + 1];
  }
  // A segment tree over the links; the smallest index wins ties.
  const link = new Float64Array(m);
  let width = 1;
  while (width < m) width *= 2;
  const winner = new Int32Array(2 * width).fill(-1);
  const better = (a: number, b: number) => (b < 0 || (a >= 0 && link[a] <= link[b]) ? a : b);
  const set = (i: number) => {
    link[i] = first[i] === 0 ? Infinity : (own[i] - risk[i]) / (leaves[i] - 1);
  };
  const play = (i: number) => {
    set(i);
    for (let at = (i + width) >> 1; at > 0; at >>= 1) winner[at] = better(winner[2 * at], winner[2 * at + 1]);
  };
  for (let i = 0; i < m; i++) {
    set(i);
    winner[width + i] = i;
  }
  for (let at = width - 1; at > 0; at--) winner[at] = better(winner[2 * at], winner[2 * at + 1]);

  const path: Entry[] = [{ ccpAlpha: 0, nLeaves: leaves[0], risk: risk[0] }];
  let last = -1;
  while (leaves[0] > 1) {
    const i = winner[1];
    const alpha = link[i] < 1e-12 ? 0 : link[i];
    const [lost, gained] = [leaves[i] - 1, own[i] - risk[i]];
    const below = [i];
    for (let next = below.pop(); next !== undefined; next = below.pop()) {
      if (first[next] === 0) continue;
      below.push(first[next], first[next] + 1);
      first[next] = 0;
      play(next);
    }
    for (let up = i; up >= 0; up = parent[up]) {
      leaves[up] -= lost;
      risk[up] += gained;
      play(up);
    }
    if (last < 0 || alpha - last > 1e-12) last = alpha;
    else path.pop();
    path.push({ ccpAlpha: last, nLeaves: leaves[0], risk: risk[0] });
  }
  return Object.freeze(path);
};

export const answers: RightAnswer<typeof reference>[] = [
  {
    says: 'bottom-up, the steps of subtrees joined in leftist heaps that never change',
    solution: { pruningPath: merging },
  },
  {
    says: 'fractions of BigInts in pairing heaps, entries as instances with getters',
    solution: { pruningPath: exact },
  },
  {
    says: 'a tournament of links inside the tree, entries from a generator',
    solution: { pruningPath: (tree) => [...tournament(tree)] },
  },
  {
    says: 'typed arrays and a segment tree, risks as shares with a tolerance of 1e-12',
    solution: { pruningPath: shares },
  },
];
