// opens the leaf whose split saves most errors, from the root on
type Counts = readonly number[];
type Leaf = { readonly kind: 'leaf'; readonly value: number; readonly counts: Counts };
type Children = { readonly left: TreeNode; readonly right: TreeNode };
type Test = { readonly featureIndex: number; readonly threshold: number };
type Split = { readonly kind: 'split'; readonly counts: Counts } & Test & Children;
type TreeNode = Leaf | Split;

export function bestPruned(tree: TreeNode, maxLeaves: number): TreeNode {
  if (!Number.isInteger(maxLeaves) || maxLeaves < 1) throw new RangeError('maxLeaves');
  const nodes = [tree];
  for (const node of nodes) if (node.kind === 'split') nodes.push(node.left, node.right);
  const open = [tree];
  const kept = new Set<TreeNode>();
  for (let leaves = 1; leaves < maxLeaves; leaves++) {
    const gains = open.map((node) => (node.kind === 'leaf' ? -1 : gain(node)));
    const at = gains.indexOf(Math.max(...gains));
    const node = open[at];
    if (node.kind === 'leaf') break;
    kept.add(node);
    open.splice(at, 1, node.left, node.right);
  }
  const built = new Map<TreeNode, TreeNode>();
  for (const node of nodes.toReversed()) {
    if (node.kind === 'leaf') built.set(node, node);
    else if (!kept.has(node)) built.set(node, leafOf(node));
    else built.set(node, { ...node, left: built.get(node.left) as TreeNode, right: built.get(node.right) as TreeNode });
  }
  return built.get(tree) as TreeNode;
}

function gain(node: Split): number {
  return errorsOf(node) - errorsOf(node.left) - errorsOf(node.right);
}

const errorsOf = ({ counts }: TreeNode): number => counts.reduce((a, b) => a + b) - Math.max(...counts);

const leafOf = ({ counts }: TreeNode): Leaf => ({ kind: 'leaf', value: counts.indexOf(Math.max(...counts)), counts });
