import type { Asked } from '../drill.ts';

export type TreeNode = Parameters<Asked['flatten']>[0];
export type Leaf = Extract<TreeNode, { kind: 'leaf' }>;
export type Split = Extract<TreeNode, { kind: 'split' }>;
export type Row = readonly number[];
export type Rows = readonly Row[];

/** A plain or a typed array, to be filled. */
export interface Numbers {
  [i: number]: number;
  readonly length: number;
}

/** One array per field, a node per index, the root first; a leaf has the feature -1. */
export interface Flat {
  features: Numbers;
  thresholds: Numbers;
  lefts: Numbers;
  rights: Numbers;
  values: Numbers;
}

type Stores = { [Field in keyof Flat]: (length: number) => Numbers };

const ints = (n: number) => new Int32Array(n);
const doubles = (n: number) => new Float64Array(n);
const stores: Stores = { features: ints, thresholds: doubles, lefts: ints, rights: ints, values: doubles };

/** Every node, each level before the next. */
export function everyNode(tree: TreeNode): TreeNode[] {
  const nodes = [tree];
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i];
    if (node.kind === 'split') nodes.push(node.left, node.right);
  }
  return nodes;
}

/** A right `flatten`, but for the stores that are replaced. */
export const flattening =
  (replaced: Partial<Stores> = {}) =>
  (tree: TreeNode): Flat => {
    const nodes = everyNode(tree);
    const make = { ...stores, ...replaced };
    const n = nodes.length;
    const flat: Flat = {
      features: make.features(n),
      thresholds: make.thresholds(n),
      lefts: make.lefts(n),
      rights: make.rights(n),
      values: make.values(n),
    };
    let next = 1;
    for (let i = 0; i < n; i++) {
      const node = nodes[i];
      if (node.kind === 'leaf') {
        flat.features[i] = -1;
        flat.values[i] = node.value;
      } else {
        flat.features[i] = node.featureIndex;
        flat.thresholds[i] = node.threshold;
        flat.lefts[i] = next++;
        flat.rights[i] = next++;
      }
    }
    return flat;
  };

/** The number that a split reads, or the error that it is none. */
export function read(x: Row, feature: number): number {
  const v = x[feature];
  if (v === undefined || Number.isNaN(v)) throw new RangeError(`no feature ${feature}`);
  return v;
}

export interface Parts {
  isLeaf: (flat: Flat, i: number) => boolean;
  read: (x: Row, feature: number) => number;
  goesLeft: (value: number, threshold: number) => boolean;
}

export const right: Parts = { isLeaf: ({ features }, i) => features[i] < 0, read, goesLeft: (v, t) => v <= t };

/** The leaf that one row reaches; -1 instead of an endless walk, where a part was replaced. */
export function leafOf(flat: Flat, x: Row, parts: Partial<Parts> = {}): number {
  const { isLeaf, read, goesLeft } = { ...right, ...parts };
  let i = 0;
  for (let step = 0; !isLeaf(flat, i); step++) {
    if (step >= flat.features.length) return -1;
    i = goesLeft(read(x, flat.features[i]), flat.thresholds[i]) ? flat.lefts[i] : flat.rights[i];
  }
  return i;
}

/** A right `predictBatch`, but for the parts that are replaced. */
export const predicting =
  (parts: Partial<Parts> = {}, answers: (n: number) => Numbers = doubles) =>
  (flat: Flat, X: Rows): Numbers => {
    const y = answers(X.length);
    for (let r = 0; r < X.length; r++) y[r] = flat.values[leafOf(flat, X[r], parts)];
    return y;
  };

/** The leaf that one row reaches in a tree that was left as it is. */
export function descend(tree: TreeNode, x: Row): Leaf {
  let node = tree;
  while (node.kind === 'split') node = read(x, node.featureIndex) <= node.threshold ? node.left : node.right;
  return node;
}
