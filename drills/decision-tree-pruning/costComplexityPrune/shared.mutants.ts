import type * as reference from '../../../reference/decision-tree-pruning/index.ts';

export type Prune = typeof reference.costComplexityPrune;
export type TreeNode = Parameters<Prune>[0];
export type Split = Extract<TreeNode, { kind: 'split' }>;
export type Leaf = Extract<TreeNode, { kind: 'leaf' }>;
export type Counts = TreeNode['counts'];

/** A subtree at its best, with what it was before. */
export interface Best {
  readonly node: TreeNode;
  readonly errors: number;
  readonly leaves: number;
  readonly full: { readonly errors: number; readonly leaves: number };
}

/** A split and what lies below it. */
export interface At {
  readonly split: Split;
  readonly left: Best;
  readonly right: Best;
  /** Its errors as a leaf. */
  readonly own: number;
  readonly errors: number;
  readonly leaves: number;
  readonly full: { readonly errors: number; readonly leaves: number };
  readonly n: number;
  readonly alpha: number;
}

export interface Rules {
  check(alpha: number): void;
  total(counts: Counts): number;
  errors(counts: Counts): number;
  prunes(at: At): boolean;
  newLeaf(split: Split, at: At): Leaf;
  keep(split: Split, left: TreeNode, right: TreeNode): TreeNode;
}

export const sum = (counts: Counts): number => counts.reduce((a, b) => a + b, 0);
export const missed = (counts: Counts): number => sum(counts) - counts.reduce((a, b) => Math.max(a, b), 0);
export const vote = (counts: Counts): number => counts.indexOf(counts.reduce((a, b) => Math.max(a, b), 0));

export function check(alpha: number): void {
  if (!(alpha >= 0 && alpha < Infinity)) throw new RangeError('ccpAlpha must be finite and not negative');
}

export const right: Rules = {
  check,
  total: sum,
  errors: missed,
  prunes: ({ own, errors, leaves, n, alpha }) => own + alpha * n <= errors + alpha * n * leaves,
  newLeaf: ({ counts }) => ({ kind: 'leaf', value: vote(counts), counts }),
  keep: (split, left, right) => ({ ...split, left, right }),
};

/** All nodes, parents before their children. */
export function parentsFirst(tree: TreeNode): TreeNode[] {
  const nodes = [tree];
  for (const node of nodes) if (node.kind === 'split') nodes.push(node.left, node.right);
  return nodes;
}

/** A right solution but for the rules that are replaced. */
export const pruning =
  (replaced: Partial<Rules>): Prune =>
  (tree, alpha) => {
    const rules = { ...right, ...replaced };
    rules.check(alpha);
    const n = rules.total(tree.counts);
    const best = new Map<TreeNode, Best>();
    const of = (node: TreeNode) => best.get(node) as Best;
    for (const node of parentsFirst(tree).reverse()) {
      const own = rules.errors(node.counts);
      if (node.kind === 'leaf') {
        best.set(node, { node, errors: own, leaves: 1, full: { errors: own, leaves: 1 } });
        continue;
      }
      const left = of(node.left);
      const right = of(node.right);
      const full = {
        errors: left.full.errors + right.full.errors,
        leaves: left.full.leaves + right.full.leaves,
      };
      const errors = left.errors + right.errors;
      const leaves = left.leaves + right.leaves;
      const at = { split: node, left, right, own, errors, leaves, full, n, alpha };
      best.set(
        node,
        rules.prunes(at)
          ? { node: rules.newLeaf(node, at), errors: own, leaves: 1, full }
          : { node: rules.keep(node, left.node, right.node), errors, leaves, full },
      );
    }
    return of(tree).node;
  };
