// recursion, and a table of functions by kind of node
import type { CategorySplit, Row, Split, Tree } from './kit.ts';

const sideBy = {
  split: ({ threshold, missing }: Split, v: number) => (v <= threshold ? 'left' : v > threshold ? 'right' : missing),
  category: ({ categories, missing }: CategorySplit, v: number) =>
    (['left', 'right'] as const).find((side) => categories[side].some((category) => category === v)) ?? missing,
};
const predictWithMissing = (node: Tree, x: Row): number => {
  if (node.kind === 'leaf') return node.value;
  if (node.featureIndex >= x.length) throw new RangeError(`a ${node.kind} asks for feature ${node.featureIndex}`);
  const v = x[node.featureIndex];
  return predictWithMissing(node[node.kind === 'split' ? sideBy.split(node, v) : sideBy.category(node, v)], x);
};

export { predictWithMissing };
