export type Leaf = { readonly kind: 'leaf'; readonly value: number };
export type Split = {
  readonly kind: 'split';
  readonly featureIndex: number;
  readonly threshold: number;
  readonly left: TreeNode;
  readonly right: TreeNode;
};
export type TreeNode = Leaf | Split;
export type Row = readonly number[];
export type Rows = readonly Row[];

export const refuse = (why: string): never => {
  throw new RangeError(why);
};
