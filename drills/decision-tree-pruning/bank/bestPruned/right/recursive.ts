// plain recursion, each size with its way to build the tree, until the stack overflows
import { cutOf, errorsOf, type TreeNode, validate } from './kit.ts';

/** The best tree of some size. */
type Way = { readonly errors: number; readonly build: () => TreeNode };

/** The ways with 1, 2, ... leaves. */
function waysOf(node: TreeNode, most: number): Way[] {
  const alone = { errors: errorsOf(node), build: () => (node.kind === 'leaf' ? node : cutOf(node)) };
  if (node.kind === 'leaf') return [alone];
  const [lefts, rights] = [waysOf(node.left, most), waysOf(node.right, most)];
  const ways: Way[] = [alone];
  for (const [a, left] of lefts.entries()) {
    for (let b = 0; b < rights.length && a + b + 1 < most; b++) {
      const right = rights[b];
      const errors = left.errors + right.errors;
      if (errors >= (ways[a + b + 1]?.errors ?? Infinity)) continue;
      ways[a + b + 1] = { errors, build: () => ({ ...node, left: left.build(), right: right.build() }) };
    }
  }
  return ways;
}

export function bestPruned(tree: TreeNode, maxLeaves: number): TreeNode {
  validate(maxLeaves);
  return waysOf(tree, maxLeaves)
    .reduce((a, b) => (b.errors < a.errors ? b : a))
    .build();
}
