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

type Table = readonly number[];
type Node = { readonly node: TreeNode; readonly table: Table; readonly left?: Node; readonly right?: Node };

function tableOf(node: TreeNode, most: number): Node {
  const own = missed(node.counts);
  if (node.kind === 'leaf') return { node, table: [own] };
  const left = tableOf(node.left, most);
  const right = tableOf(node.right, most);
  const table = new Array<number>(Math.min(most, left.table.length + right.table.length)).fill(own);
  for (let l = 1; l <= left.table.length; l++) {
    for (let r = 1; r <= right.table.length && l + r <= table.length; r++) {
      table[l + r - 1] = Math.min(table[l + r - 1], left.table[l - 1] + right.table[r - 1]);
    }
  }
  return { node, table, left, right };
}

function build({ node, table, left, right }: Node, n: number): TreeNode {
  if (node.kind === 'leaf') return node;
  if (!left || !right || table[n - 1] === table[0]) return asLeaf(node);
  for (let l = 1; l <= left.table.length && l < n; l++) {
    const r = Math.min(n - l, right.table.length);
    if (left.table[l - 1] + right.table[r - 1] === table[n - 1]) {
      return { ...node, left: build(left, l), right: build(right, r) };
    }
  }
  throw new Error('no share');
}

export function bestPruned(tree: TreeNode, maxLeaves: number): TreeNode {
  if (!Number.isInteger(maxLeaves) || maxLeaves < 1) throw new RangeError('maxLeaves');
  const root = tableOf(tree, maxLeaves);
  return build(root, Math.min(maxLeaves, root.table.length));
}
