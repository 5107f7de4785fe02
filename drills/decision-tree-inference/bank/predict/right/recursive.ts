// recursion, one call a split
import { next, type Row, type TreeNode } from './kit.ts';

const predict = (tree: TreeNode, x: Row): number => (tree.kind === 'leaf' ? tree.value : predict(next(tree, x), x));

export { predict };
