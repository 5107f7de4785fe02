import type * as reference from '../../../reference/decision-tree-pruning/index.ts';

export type BestPruned = typeof reference.bestPruned;
export type TreeNode = Parameters<BestPruned>[0];
export type Leaf = Extract<TreeNode, { kind: 'leaf' }>;
export type Split = Extract<TreeNode, { kind: 'split' }>;
export type Counts = TreeNode['counts'];

/** A tree as lists: nodes in preorder, so that children come after their parent. */
export interface Flat {
  readonly nodes: readonly TreeNode[];
  readonly left: readonly number[];
  readonly right: readonly number[];
}

/** The least errors with 1, 2, ... leaves. */
export type Table = ArrayLike<number>;

/** The steps of a right solution, each of which a mutant may replace. */
export interface Parts {
  check(maxLeaves: number): void;
  flatten(tree: TreeNode): Flat;
  /** The most leaves that are looked for. */
  most(maxLeaves: number, flat: Flat): number;
  errors(counts: Counts, node: TreeNode): number;
  merge(own: number, left: Table, right: Table, most: number): Table;
  /** How many leaves the answer has. */
  size(table: Table, most: number): number;
  /** How many of so many leaves go to the left child. */
  share(leaves: number, left: Table, right: Table): number;
  leaf(node: TreeNode): Leaf;
  split(node: Split, left: TreeNode, right: TreeNode): TreeNode;
}

export const total = (counts: Counts): number => counts.reduce((a, b) => a + b, 0);
export const largest = (counts: Counts): number => counts.reduce((a, b) => Math.max(a, b), 0);

export function leafCount({ nodes }: Flat): number {
  return nodes.reduce((n, node) => n + (node.kind === 'leaf' ? 1 : 0), 0);
}

/** (min, +) of two tables, for the sizes up to `most` only. */
export function merge(own: number, left: Table, right: Table, most: number): number[] {
  const table = new Array<number>(Math.min(most, left.length + right.length)).fill(Infinity);
  table[0] = own;
  for (let a = 1; a <= left.length; a++) {
    for (let b = 1; b <= right.length && a + b <= table.length; b++) {
      table[a + b - 1] = Math.min(table[a + b - 1], left[a - 1] + right[b - 1]);
    }
  }
  return table;
}

export function share(leaves: number, left: Table, right: Table): number {
  let best = 0;
  let least = Infinity;
  for (let a = Math.max(1, leaves - right.length); a <= left.length && a < leaves; a++) {
    const errors = left[a - 1] + right[leaves - a - 1];
    if (errors >= least) continue;
    least = errors;
    best = a;
  }
  return best;
}

export function flatten(tree: TreeNode): Flat {
  const nodes: TreeNode[] = [];
  const left: number[] = [];
  const right: number[] = [];
  const stack: { node: TreeNode; parent: number }[] = [{ node: tree, parent: -1 }];
  for (let top = stack.pop(); top; top = stack.pop()) {
    const { node, parent } = top;
    const i = nodes.length;
    nodes.push(node);
    left.push(-1);
    right.push(-1);
    if (parent >= 0) {
      if (left[parent] < 0) left[parent] = i;
      else right[parent] = i;
    }
    if (node.kind === 'split') stack.push({ node: node.right, parent: i }, { node: node.left, parent: i });
  }
  return { nodes, left, right };
}

export const right: Parts = {
  check(maxLeaves) {
    if (!Number.isInteger(maxLeaves) || maxLeaves < 1) throw new RangeError('maxLeaves');
  },
  flatten,
  most: (maxLeaves, flat) => Math.min(maxLeaves, leafCount(flat)),
  errors: (counts) => total(counts) - largest(counts),
  merge,
  size: (table) => table.length,
  share,
  leaf: ({ counts }) => ({ kind: 'leaf', value: counts.indexOf(largest(counts)), counts }),
  split: (node, left, right) => ({ ...node, left, right }),
};

/** The tables of all nodes, children before parents. */
export function tablesOf(parts: Parts, { nodes, left, right }: Flat, most: number): Table[] {
  const tables: Table[] = [];
  for (let i = nodes.length - 1; i >= 0; i--) {
    const errors = parts.errors(nodes[i].counts, nodes[i]);
    tables[i] = nodes[i].kind === 'leaf' ? [errors] : parts.merge(errors, tables[left[i]], tables[right[i]], most);
  }
  return tables;
}

/** The tree with so many leaves that the tables tell of. */
export function rebuild(parts: Parts, { nodes, left, right }: Flat, tables: readonly Table[], size: number): TreeNode {
  const leaves = new Map([[0, size]]);
  for (const i of nodes.keys()) {
    const n = leaves.get(i) ?? 0;
    if (n < 2 || nodes[i].kind === 'leaf') continue;
    const a = parts.share(n, tables[left[i]], tables[right[i]]);
    leaves.set(left[i], a);
    leaves.set(right[i], n - a);
  }
  const built: TreeNode[] = [];
  for (let i = nodes.length - 1; i >= 0; i--) {
    const node = nodes[i];
    const n = leaves.get(i);
    if (n === undefined) continue;
    if (node.kind === 'leaf') built[i] = node;
    else built[i] = n < 2 ? parts.leaf(node) : parts.split(node, built[left[i]], built[right[i]]);
  }
  return built[0];
}

/** A right solution with some of its parts replaced. */
export const having =
  (replaced: Partial<Parts>): BestPruned =>
  (tree, maxLeaves) => {
    const parts = { ...right, ...replaced };
    parts.check(maxLeaves);
    const flat = parts.flatten(tree);
    const most = parts.most(maxLeaves, flat);
    const tables = tablesOf(parts, flat, most);
    return rebuild(parts, flat, tables, parts.size(tables[0], most));
  };

export const plain = having({});
