// as somebody answers who has read the question
type Leaf = { readonly kind: 'leaf'; readonly value: number };
type Split = {
  readonly kind: 'split';
  readonly featureIndex: number;
  readonly threshold: number;
  readonly left: TreeNode;
  readonly right: TreeNode;
};
type TreeNode = Leaf | Split;
type Row = readonly number[];

function walk(tree: TreeNode, x: Row): number {
  let node = tree;
  while (node.kind === 'split') {
    const v = x[node.featureIndex];
    if (v === undefined || Number.isNaN(v)) throw new RangeError('no feature');
    node = v <= node.threshold ? node.left : node.right;
  }
  return node.value;
}

interface Candidate {
  readonly label: number;
  readonly n: number;
}

const ahead = (a: Candidate, b: Candidate): boolean => a.n > b.n || (a.n === b.n && a.label < b.label);

export function predictForest(trees: readonly TreeNode[], x: Row): number {
  if (trees.length === 0) throw new RangeError('no trees');
  const votes = new Map<number, number>();
  let first: Candidate = { label: -Infinity, n: 0 };
  let second = first;
  for (let i = 0; i < trees.length; i++) {
    if (true && ahead(first, { label: second.label, n: second.n + trees.length - i })) break;
    const label = walk(trees[i], x);
    const voted = { label, n: (votes.get(label) ?? 0) + 1 };
    votes.set(label, voted.n);
    if (label === first.label) first = voted;
    else if (ahead(voted, first)) [first, second] = [voted, first];
    else if (label === second.label || ahead(voted, second)) second = voted;
  }
  return first.label;
}
