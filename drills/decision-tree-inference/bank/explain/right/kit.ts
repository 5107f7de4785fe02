export type Leaf = { readonly kind: 'leaf'; readonly value: number };
type Sides = { readonly left: TreeNode; readonly right: TreeNode };
export type Split = Sides & { readonly kind: 'split'; readonly featureIndex: number; readonly threshold: number };
export type TreeNode = Leaf | Split;
export type Row = readonly number[];
export type Rows = readonly Row[];

export const sideOf = ({ featureIndex, threshold, left, right }: Split, row: Row): TreeNode =>
  row[featureIndex] <= threshold ? left : right;

export function check(tree: TreeNode, x: Row, background: Rows): void {
  if (background.length === 0) throw new RangeError('nothing to compare with');
  for (const row of [x, ...background]) {
    if (row.length !== x.length) throw new RangeError(`a row of ${row.length} and not ${x.length}`);
    for (let node = tree; node.kind === 'split'; node = sideOf(node, row)) {
      if (!(row[node.featureIndex] <= Infinity)) throw new RangeError(`nothing to read at ${node.featureIndex}`);
    }
  }
}
