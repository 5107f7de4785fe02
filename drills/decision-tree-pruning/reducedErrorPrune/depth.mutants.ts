import type * as reference from '../../../reference/decision-tree-pruning/index.ts';
import type { Mutant } from '../../../src/index.ts';
import { DEEP } from './laws.mutants.ts';
import {
  asLeaf,
  type Flat,
  type Labels,
  majority,
  pruneBy,
  pruneIn,
  type Rows,
  reducedErrorPrune,
  settleAll,
  standard,
  type TreeNode,
  validate,
  wrong,
} from './parts.mutants.ts';

/** The textbook: right, as long as the stack lasts. */
function recursive(tree: TreeNode, X: Rows, y: Labels): TreeNode {
  validate(X, y);
  const visit = (node: TreeNode, rows: readonly number[]): { node: TreeNode; errors: number } => {
    const own = rows.filter((row) => y[row] !== majority(node.counts)).length;
    if (node.kind === 'leaf') return { node, errors: own };
    const sides: [number[], number[]] = [[], []];
    for (const row of rows) {
      standard.feature(node, X[row]);
      sides[standard.goesLeft(node, X[row]) ? 0 : 1].push(row);
    }
    const [a, b] = [visit(node.left, sides[0]), visit(node.right, sides[1])];
    if (own <= a.errors + b.errors) return { node: asLeaf(node), errors: own };
    return { node: { ...node, left: a.node, right: b.node }, errors: a.errors + b.errors };
  };
  return visit(tree, [...X.keys()]).node;
}

function* inOrder(node: TreeNode): Generator<TreeNode> {
  if (node.kind === 'split') yield* inOrder(node.left);
  yield node;
  if (node.kind === 'split') yield* inOrder(node.right);
}

const copied = (node: TreeNode): TreeNode =>
  node.kind === 'leaf' ? { ...node } : { ...node, left: copied(node.left), right: copied(node.right) };

function settleThenBuild(flat: Flat, errors: number[]): TreeNode {
  const settled = flat.nodes.map((node) => node);
  settleAll({ nodes: settled, left: flat.left }, errors);
  const build = (id: number): TreeNode => {
    const [node, decided] = [flat.nodes[id], settled[id]];
    if (node.kind === 'leaf' || decided.kind === 'leaf') return decided;
    return { ...node, left: build(flat.left[id]), right: build(flat.left[id] + 1) };
  };
  return build(0);
}

/** Mutants that err where a tree is deep. */
export const depthMutants: Mutant<typeof reference>[] = wrong([
  ['visits the tree by plain recursion', DEEP, recursive],
  [
    'copies the tree by recursion before it prunes with a loop',
    DEEP,
    (tree, X, y) => reducedErrorPrune(copied(tree), X, y),
  ],
  ['decides with a loop, and then builds the answer by recursion', DEEP, pruneIn({ settle: settleThenBuild })],
  [
    'lists the nodes with generators inside generators',
    DEEP,
    (tree, X, y) => {
      validate(X, y);
      return [...inOrder(tree)].length === 1 ? tree : reducedErrorPrune(tree, X, y);
    },
  ],
  [
    'gives the tree back as it is when the stack overflows',
    DEEP,
    (tree, X, y) => {
      reducedErrorPrune(tree, X, y);
      try {
        return recursive(tree, X, y);
      } catch {
        return tree;
      }
    },
  ],
  [
    'prunes every split 1,000 levels down',
    DEEP,
    pruneBy({ collapses: (own, below, { site }) => site.depth >= 1000 || own <= below }),
  ],
]);
