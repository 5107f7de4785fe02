// functional: doubled arrays are reduced, the bits of two doubles are compared as big integers
import type { Leaf, Row, TreeNode } from './kit.ts';

/** The bits of a double as an integer in the same order as the numbers, with -0 as 0. */
const order = (value: number): bigint => {
  const bits = new BigInt64Array(Float64Array.of(value === 0 ? 0 : value).buffer)[0];
  return bits < 0n ? -(bits & 0x7fff_ffff_ffff_ffffn) : bits;
};
const step = (node: TreeNode, x: Row): TreeNode => {
  if (node.kind === 'leaf') return node;
  const value = x.at(node.featureIndex) ?? Number.NaN;
  if (Number.isNaN(value)) throw new RangeError('nothing to compare');
  return order(value) <= order(node.threshold) ? node.left : node.right;
};

/** As many steps as the list has places, then the same again with a list of double the length. */
const descend = (node: TreeNode, x: Row, places: readonly unknown[]): TreeNode =>
  node.kind === 'leaf'
    ? node
    : descend(
        places.reduce<TreeNode>((reached) => step(reached, x), node),
        x,
        places.concat(places),
      );

const predict = (tree: TreeNode, x: Row): number => (descend(tree, x, [0]) as Leaf).value;

export { predict };
