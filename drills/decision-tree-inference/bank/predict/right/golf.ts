// code golf: one `for`, one negated comparison as its validation
import type { Leaf, Row, Split, TreeNode } from './kit.ts';

const predict = (t: TreeNode, x: Row): number => {
  let n = t as Split & Pick<Leaf, 'value'>;
  for (; n.kind > 'm'; n = n[x[n.featureIndex] > n.threshold ? 'right' : 'left'] as typeof n)
    if (!(x[n.featureIndex] <= 1 / 0)) throw RangeError();
  return n.value;
};

export { predict };
