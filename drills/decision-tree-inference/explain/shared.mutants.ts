import type { Asked } from '../drill.ts';

export type Explain = Asked['explain'];
export type TreeNode = Parameters<Explain>[0];
export type Row = Parameters<Explain>[1];
export type Rows = Parameters<Explain>[2];
export type Split = Extract<TreeNode, { kind: 'split' }>;
export type Compare = (v: number, threshold: number) => boolean;

export const atMost: Compare = (v, threshold) => v <= threshold;

/** The prediction for a row that is given as a function. */
export function predict(tree: TreeNode, at: (feature: number) => number, goesLeft = atMost): number {
  let node = tree;
  while (node.kind === 'split') node = goesLeft(at(node.featureIndex), node.threshold) ? node.left : node.right;
  return node.value;
}

/** The prediction when these features have joined. */
export const joined = (tree: TreeNode, x: Row, z: Row, features: ReadonlySet<number>): number =>
  predict(tree, (f) => (features.has(f) ? x : z)[f]);

/** Walks down as the row does, and throws where it cannot be read. */
export function checkWay(tree: TreeNode, x: Row): void {
  predict(tree, (f) => {
    if (f >= x.length || Number.isNaN(x[f])) throw new RangeError(`no feature ${f}`);
    return x[f];
  });
}

export function check(tree: TreeNode, x: Row, background: Rows): void {
  if (background.length === 0) throw new RangeError('no background');
  for (const z of background) if (z.length !== x.length) throw new RangeError('rows of different lengths');
  for (const row of [x, ...background]) checkWay(tree, row);
}

/** A leaf that some features lead to: these must have joined for it, and those must not. */
export interface Reached {
  readonly value: number;
  readonly ins: readonly number[];
  readonly outs: readonly number[];
}

type Task =
  | { kind: 'visit'; node: TreeNode }
  | { kind: 'enter'; list: number[]; feature: number; as: 'x' | 'z' }
  | { kind: 'leave'; list: number[]; feature: number };

/** The leaves that some features lead to. The lists change when it goes on. */
export function* leaves(tree: TreeNode, x: Row, z: Row, goesLeft = atMost): Generator<Reached, void, undefined> {
  const sides = new Map<number, 'x' | 'z'>();
  const ins: number[] = [];
  const outs: number[] = [];
  const stack: Task[] = [{ kind: 'visit', node: tree }];
  for (let task = stack.pop(); task; task = stack.pop()) {
    if (task.kind === 'enter') {
      sides.set(task.feature, task.as);
      task.list.push(task.feature);
    } else if (task.kind === 'leave') {
      sides.delete(task.feature);
      task.list.pop();
    } else if (task.node.kind === 'leaf') {
      yield { value: task.node.value, ins, outs };
    } else {
      const { featureIndex: feature, threshold, left, right } = task.node;
      const forX = goesLeft(x[feature], threshold) ? left : right;
      const forZ = goesLeft(z[feature], threshold) ? left : right;
      const side = sides.get(feature);
      if (forX === forZ || side) stack.push({ kind: 'visit', node: side === 'z' ? forZ : forX });
      else {
        for (const [list, as, node] of [[ins, 'x', forX] as const, [outs, 'z', forZ] as const]) {
          stack.push({ kind: 'leave', list, feature }, { kind: 'visit', node }, { kind: 'enter', list, feature, as });
        }
      }
    }
  }
}

/** 1 / (p C(p + n, p)), which is (p - 1)! n! / (p + n)!: the share of the orders in which one of p is last of them, before all n. */
export function share(p: number, n: number): number {
  let choices = 1;
  for (let k = 1; k <= Math.min(p, n); k++) choices = (choices * (p + n - Math.min(p, n) + k)) / k;
  return 1 / (p * choices);
}

export interface Parts {
  check: (tree: TreeNode, x: Row, background: Rows) => void;
  goesLeft: Compare;
  /** Of p features that must have joined and n that must not, the share of the orders that one of the p decides. */
  shareIn: (p: number, n: number) => number;
  /** The same for one of the n. */
  shareOut: (p: number, n: number) => number;
  /** Adds what one background row says. */
  add: (phi: Float64Array, tree: TreeNode, x: Row, z: Row, parts: Parts) => void;
  finish: (phi: Float64Array, background: Rows) => ArrayLike<number>;
}

export const right: Parts = {
  check,
  goesLeft: atMost,
  shareIn: (p, n) => share(p, n),
  shareOut: (p, n) => share(n, p),
  add: (phi, tree, x, z, { goesLeft, shareIn, shareOut }) => {
    for (const { value, ins, outs } of leaves(tree, x, z, goesLeft)) {
      const [p, n] = [ins.length, outs.length];
      const [plus, minus] = [p && value * shareIn(p, n), n && value * shareOut(p, n)];
      for (const feature of ins) phi[feature] += plus;
      for (const feature of outs) phi[feature] -= minus;
    }
  },
  finish: (phi, background) => phi.map((v) => v / background.length),
};

/** A right solution, but for the parts that are replaced. */
export const explaining =
  (replaced: Partial<Parts> = {}): Explain =>
  (tree, x, background) => {
    const parts = { ...right, ...replaced };
    parts.check(tree, x, background);
    const phi = new Float64Array(x.length);
    for (const z of background) parts.add(phi, tree, x, z, parts);
    return parts.finish(phi, background);
  };

/** A solution that looks at one background row at a time in a way of its own. */
export const rowByRow = (valuesOf: (tree: TreeNode, x: Row, z: Row) => ArrayLike<number>): Explain =>
  explaining({
    add: (phi, tree, x, z) => {
      const values = valuesOf(tree, x, z);
      for (let i = 0; i < phi.length; i++) phi[i] += values[i];
    },
  });
