// as somebody answers who has read the question

type Leaf = { readonly kind: 'leaf'; readonly value: number; readonly counts: readonly number[] };
type Children = { readonly left: TreeNode; readonly right: TreeNode };
type Split = Children & {
  readonly kind: 'split';
  readonly featureIndex: number;
  readonly threshold: number;
  readonly counts: readonly number[];
};
type TreeNode = Leaf | Split;

const majority = (counts: readonly number[]): number => counts.indexOf(Math.max(...counts));
const total = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0);
const missed = (counts: readonly number[]): number => total(counts) - Math.max(...counts);
const asLeaf = ({ counts }: TreeNode): TreeNode => ({ kind: 'leaf', value: majority(counts), counts });

type Best = { readonly node: TreeNode; readonly errors: number; readonly nLeaves: number };

export function costComplexityPrune(tree: TreeNode, ccpAlpha: number): TreeNode {
  if (!(ccpAlpha >= 0 && ccpAlpha < Infinity)) throw new RangeError('ccpAlpha');
  const nSamples = total(tree.counts);
  const cost = (errors: number, nLeaves: number): number => errors / nSamples + ccpAlpha * nLeaves;
  const best = (node: TreeNode): Best => {
    const leaf = { node: asLeaf(node), errors: missed(node.counts), nLeaves: 1 };
    if (node.kind === 'leaf') return leaf;
    const left = best(node.left);
    const right = best(node.right);
    const errors = left.errors + right.errors;
    const nLeaves = left.nLeaves + right.nLeaves;
    if (cost(leaf.errors, 1) <= cost(errors, nLeaves)) return leaf;
    return { node: { ...node, left: left.node, right: right.node }, errors, nLeaves };
  };
  return best(tree).node;
}
