export type Side = 'left' | 'right';
export type Leaf = { readonly kind: 'leaf'; readonly value: number };
type Sides = { readonly left: Tree; readonly right: Tree; readonly missing: Side };
export type Split = Sides & { readonly kind: 'split'; readonly featureIndex: number; readonly threshold: number };
export type CategorySplit = Sides & {
  readonly kind: 'category';
  readonly featureIndex: number;
  readonly categories: { readonly left: readonly number[]; readonly right: readonly number[] };
};
export type Inner = Split | CategorySplit;
export type Tree = Leaf | Inner;
export type Row = readonly number[];
