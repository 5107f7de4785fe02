import type * as reference from '../../../reference/decision-tree-pruning/index.ts';
import type { Mutant } from '../../../src/index.ts';

// What a right solution does, with a seam wherever a mutant errs.

export type Prune = typeof reference.reducedErrorPrune;
export type TreeNode = ReturnType<Prune>;
export type Leaf = Extract<TreeNode, { kind: 'leaf' }>;
export type Split = Extract<TreeNode, { kind: 'split' }>;
export type Rows = Parameters<Prune>[1];
export type Labels = Parameters<Prune>[2];
export type Counts = Leaf['counts'];

export type Check = 'empty' | 'bare' | 'ragged' | 'NaN in X' | 'inf in X' | 'NaN in y' | 'inf in y' | 'few' | 'many';

export function validate(
  X: Rows,
  y: Labels,
  without: readonly Check[] = [],
  Failure: new () => Error = RangeError,
): void {
  const width = X[0]?.length ?? 1;
  const failed: Record<Check, boolean> = {
    empty: X.length === 0,
    bare: X.some((x) => x.length === 0),
    ragged: X.some((x) => x.length !== width),
    'NaN in X': X.some((x) => x.some(Number.isNaN)),
    'inf in X': X.some((x) => x.some((v) => Math.abs(v) === Infinity)),
    'NaN in y': y.some(Number.isNaN),
    'inf in y': y.some((label) => Math.abs(label) === Infinity),
    few: y.length < X.length,
    many: y.length > X.length,
  };
  for (const check of without) failed[check] = false;
  if (Object.values(failed).some(Boolean)) throw new Failure();
}

export function majority(counts: Counts): number {
  let best = 0;
  for (let c = 1; c < counts.length; c++) if (counts[c] > counts[best]) best = c;
  return best;
}

export const asLeaf = ({ counts }: TreeNode, value = majority(counts)): Leaf => ({ kind: 'leaf', value, counts });

export const sum = (values: Counts): number => values.reduce((total, value) => total + value, 0);

/** The label that occurs most, the smallest on ties. */
export function mode(labels: Labels): number {
  const tally = new Map<number, number>();
  for (const label of labels) tally.set(label, (tally.get(label) ?? 0) + 1);
  return [...tally].sort(([a, m], [b, n]) => n - m || a - b)[0][0];
}

export const tallied = (labels: Labels, counts: Counts): Counts =>
  Array.from(counts, (_, c) => labels.filter((label) => label === c).length);

interface Site {
  readonly node: TreeNode;
  readonly rows: readonly number[];
  readonly depth: number;
  left: number;
}

export interface Done {
  readonly node: TreeNode;
  readonly errors: number;
  /** Errors of the subtree as it was grown. */
  readonly grown: number;
  readonly nRows: number;
  readonly nLeaves: number;
  readonly trainingErrors: number;
}

interface Choice {
  readonly split: Split;
  readonly site: Site;
  readonly left: Done;
  readonly right: Done;
  readonly X: Rows;
  readonly y: Labels;
}

export const standard = {
  check: (X: Rows, y: Labels, _tree: TreeNode): void => validate(X, y),
  feature(split: Split, x: readonly number[]): void {
    if (split.featureIndex >= x.length) throw new RangeError('no such feature');
  },
  goesLeft: (split: Split, x: readonly number[]): boolean => x[split.featureIndex] <= split.threshold,
  sides: (): [number[], number[]] => [[], []],
  predict: (counts: Counts, _labels: Labels, _split: Split): number => majority(counts),
  loss: (label: number, value: number, _counts: Counts): number => (label === value ? 0 : 1),
  below: ({ left, right }: Choice): number => left.errors + right.errors,
  collapses: (own: number, below: number, _choice: Choice): boolean => own <= below,
  collapse: (split: Split, value: number, _labels: Labels): TreeNode => asLeaf(split, value),
  keep: (split: Split, left: Done, right: Done, _labels: Labels): TreeNode => ({
    ...split,
    left: left.node,
    right: right.node,
  }),
  leaf: (leaf: Leaf, _labels: Labels): TreeNode => leaf,
};

export type Rules = typeof standard;

/** The right solution but for `changes`; made anew for each call if they are a function. */
export function pruneBy(changes: Partial<Rules> | (() => Partial<Rules>)): Prune {
  return (tree, X, y) => {
    const rules = { ...standard, ...(typeof changes === 'function' ? changes() : changes) };
    rules.check(X, y, tree);
    const sites: Site[] = [{ node: tree, rows: [...X.keys()], depth: 0, left: 0 }];
    for (const site of sites) {
      const { node, rows } = site;
      if (node.kind !== 'split') continue;
      const [lefts, rights] = rules.sides();
      for (const row of rows) {
        rules.feature(node, X[row]);
        (rules.goesLeft(node, X[row]) ? lefts : rights).push(row);
      }
      const depth = site.depth + 1;
      site.left = sites.push({ node: node.left, rows: lefts, depth, left: 0 }) - 1;
      sites.push({ node: node.right, rows: rights, depth, left: 0 });
    }
    const done: Done[] = [];
    for (let i = sites.length - 1; i >= 0; i--) {
      const site = sites[i];
      const { node } = site;
      const labels = site.rows.map((row) => y[row]);
      const value = node.kind === 'split' ? rules.predict(node.counts, labels, node) : node.value;
      const own = labels.reduce((errors, label) => errors + rules.loss(label, value, node.counts), 0);
      const shared = { nRows: labels.length, nLeaves: 1, trainingErrors: sum(node.counts) - node.counts[value] };
      if (node.kind !== 'split') {
        done[i] = { ...shared, node: rules.leaf(node, labels), errors: own, grown: own };
        continue;
      }
      const choice = { split: node, site, left: done[site.left], right: done[site.left + 1], X, y };
      const grown = choice.left.grown + choice.right.grown;
      const errors = rules.below(choice);
      if (rules.collapses(own, errors, choice)) {
        done[i] = { ...shared, node: rules.collapse(node, value, labels), errors: own, grown };
      } else {
        const nLeaves = choice.left.nLeaves + choice.right.nLeaves;
        const trainingErrors = choice.left.trainingErrors + choice.right.trainingErrors;
        const kept = rules.keep(node, choice.left, choice.right, labels);
        done[i] = { node: kept, errors, grown, nRows: labels.length, nLeaves, trainingErrors };
      }
    }
    return done[0].node;
  };
}

export const reducedErrorPrune = pruneBy({});

/** The nodes breadth-first; the children of `nodes[i]` are at `left[i]` and `left[i] + 1`. */
export interface Flat {
  nodes: TreeNode[];
  left: number[];
}

export function flatten(tree: TreeNode): Flat {
  const nodes = [tree];
  const left: number[] = [];
  for (const node of nodes) left.push(node.kind === 'split' ? nodes.push(node.left, node.right) - 2 : 0);
  return { nodes, left };
}

/** Errors of each node as a leaf. */
export function tallyErrors({ nodes, left }: Flat, X: Rows, y: Labels): number[] {
  const own = nodes.map(() => 0);
  X.forEach((x, row) => {
    for (let id = 0; ; ) {
      const node = nodes[id];
      if (y[row] !== majority(node.counts)) own[id]++;
      if (node.kind === 'leaf') return;
      standard.feature(node, x);
      id = standard.goesLeft(node, x) ? left[id] : left[id] + 1;
    }
  });
  return own;
}

/** Prunes one node whose children are settled. */
export function settle({ nodes, left }: Flat, errors: number[], id: number): void {
  const node = nodes[id];
  if (node.kind === 'leaf') return;
  const below = errors[left[id]] + errors[left[id] + 1];
  const isPruned = errors[id] <= below;
  nodes[id] = isPruned ? asLeaf(node) : { ...node, left: nodes[left[id]], right: nodes[left[id] + 1] };
  if (!isPruned) errors[id] = below;
}

export function settleAll(flat: Flat, errors: number[]): TreeNode {
  for (let id = flat.nodes.length - 1; id >= 0; id--) settle(flat, errors, id);
  return flat.nodes[0];
}

/** The right solution in three phases, each of which a slow one may do in its own way. */
export function pruneIn(phases: {
  flatten?: typeof flatten;
  tally?: typeof tallyErrors;
  settle?: typeof settleAll;
}): Prune {
  return (tree, X, y) => {
    validate(X, y);
    const flat = (phases.flatten ?? flatten)(tree);
    return (phases.settle ?? settleAll)(flat, (phases.tally ?? tallyErrors)(flat, X, y));
  };
}

/** Each attempt with what it does wrong and the law or gate that refutes it. */
export const wrong = (attempts: readonly (readonly [says: string, dies: string, prune: Prune])[]) =>
  attempts.map(
    ([says, dies, prune]): Mutant<typeof reference> => ({ says, dies, solution: { reducedErrorPrune: prune } }),
  );

/** The tree with the splits that `isPruned` cut back to leaves. */
export function rebuild({ nodes, left }: Flat, isPruned: readonly boolean[]): TreeNode {
  const built = [...nodes];
  for (let id = nodes.length - 1; id >= 0; id--) {
    const node = nodes[id];
    if (node.kind === 'leaf') continue;
    built[id] = isPruned[id] ? asLeaf(node) : { ...node, left: built[left[id]], right: built[left[id] + 1] };
  }
  return built[0];
}
