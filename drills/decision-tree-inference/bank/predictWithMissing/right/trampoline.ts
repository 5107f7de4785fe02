// thunks on a trampoline, and one pass over both lists by differences that are 0
import type { Row, Tree } from './kit.ts';

type Thunk = () => Thunk | number;

const goTo =
  (node: Tree, x: Row): Thunk =>
  () => {
    if (node.kind === 'leaf') return node.value;
    const v = x.at(node.featureIndex);
    if (node.featureIndex >= x.length || v === undefined) throw new RangeError('outside');
    if (node.kind === 'split') {
      const sign = Math.sign(v - node.threshold);
      return goTo(sign > 0 ? node.right : sign <= 0 ? node.left : node[node.missing], x);
    }
    const { left, right } = node.categories;
    for (let i = 0; i < Math.max(left.length, right.length); i++) {
      if (left[i] - v === 0) return goTo(node.left, x);
      if (right[i] - v === 0) return goTo(node.right, x);
    }
    return goTo(node[node.missing], x);
  };
const predictWithMissing = (tree: Tree, x: Row): number => {
  let step: Thunk | number = goTo(tree, x);
  while (typeof step === 'function') step = step();
  return step;
};

export { predictWithMissing };
