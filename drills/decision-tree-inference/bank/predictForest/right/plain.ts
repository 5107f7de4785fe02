// plain: one function for each step, the counts of all labels and the first two of them
type Leaf = { readonly kind: 'leaf'; readonly value: number };
type Sides = { readonly left: TreeNode; readonly right: TreeNode };
type Split = Sides & { readonly kind: 'split'; readonly featureIndex: number; readonly threshold: number };
type TreeNode = Leaf | Split;
type Row = readonly number[];
type Count = { readonly label: number; readonly count: number };

const NOBODY: Count = { label: Number.NaN, count: 0 };

export function predictForest(trees: readonly TreeNode[], x: Row): number {
  if (trees.length === 0) throw new RangeError('a forest without trees');
  const counts = new Map<number, number>();
  let [leader, rival] = [NOBODY, NOBODY];
  for (let i = 0; i < trees.length; i++) {
    const label = vote(trees[i], x);
    const voted = countVote(counts, label);
    if (label === leader.label) leader = voted;
    else if (beats(voted, leader)) [leader, rival] = [voted, leader];
    else if (beats(voted, rival)) rival = voted;
    if (isSettled(leader, rival, trees.length - i - 1)) break;
  }
  return leader.label;
}

function countVote(counts: Map<number, number>, label: number): Count {
  const count = (counts.get(label) ?? 0) + 1;
  counts.set(label, count);
  return { label, count };
}

function beats(a: Count, b: Count): boolean {
  return a.count > b.count || (a.count === b.count && a.label < b.label);
}

function isSettled(leader: Count, rival: Count, nRemaining: number): boolean {
  if (nRemaining >= leader.count) return false; // they may vote for a label that is new, and smaller
  const reach = rival.count + nRemaining;
  return reach < leader.count || (reach === leader.count && leader.label < rival.label);
}

function vote(tree: TreeNode, x: Row): number {
  let node = tree;
  while (node.kind === 'split') node = next(node, x);
  return node.value;
}

function next(split: Split, x: Row): TreeNode {
  const value = read(x, split.featureIndex);
  return value <= split.threshold ? split.left : split.right;
}

function read(x: Row, j: number): number {
  if (j >= x.length) throw new RangeError('a row that ends before this feature');
  if (Number.isNaN(x[j])) throw new RangeError('a feature that is NaN');
  return x[j];
}
