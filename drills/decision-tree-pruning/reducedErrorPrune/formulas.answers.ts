import {
  asLeaf,
  goesLeft,
  majority,
  type Outcome,
  type Prune,
  present,
  type Split,
  settle,
  type TreeNode,
  validate,
} from './parts.answers.ts';

/** Rows go to their leaf only; tallies of labels then flow up from the leaves, small into large, by parent pointers. */
export const tallies: Prune = (tree, X, y) => {
  validate(X, y);
  type Place = { node: TreeNode; parent: Place | null; tally: Map<number, number>; n: number; kids: Kids };
  type Kids = { left?: Outcome; right?: Outcome };
  const place = (node: TreeNode, parent: Place | null): Place => ({ node, parent, tally: new Map(), n: 0, kids: {} });
  const places = new Map<TreeNode, Place>([[tree, place(tree, null)]]);
  for (const [node, at] of places) {
    if (node.kind === 'split') places.set(node.left, place(node.left, at)).set(node.right, place(node.right, at));
  }
  for (let i = 0; i < X.length; i++) {
    let node = tree;
    while (node.kind === 'split') node = goesLeft(node, X[i]) ? node.left : node.right;
    const { tally } = present(places.get(node));
    tally.set(y[i], (tally.get(y[i]) ?? 0) + 1);
    present(places.get(node)).n++;
  }
  let answer = tree;
  const ready = [...places.values()].filter(({ node }) => node.kind === 'leaf');
  for (const { node, parent, tally, n, kids } of ready) {
    const outcome = settle(node, n - (tally.get(majority(node.counts)) ?? 0), kids.left, kids.right);
    if (parent === null) answer = outcome.node;
    if (parent?.node.kind !== 'split') continue;
    parent.kids[parent.node.left === node ? 'left' : 'right'] = outcome;
    parent.n += n;
    const [small, large] = parent.tally.size < tally.size ? [parent.tally, tally] : [tally, parent.tally];
    for (const [label, count] of small) large.set(label, (large.get(label) ?? 0) + count);
    parent.tally = large;
    if (parent.kids.left && parent.kids.right) ready.push(parent);
  }
  return answer;
};

/**
 * What a subtree saves over a leaf in its place: max(0, own - left - right + what the children save), where rows of a
 * label that nobody predicts are passed over, since they are errors on both sides. Decided upwards, built downwards.
 */
export const savings: Prune = (tree, X, y) => {
  validate(X, y);
  const nodes = [tree];
  const left: number[] = [];
  for (let id = 0; id < nodes.length; id++) {
    const node = nodes[id];
    left[id] = node.kind === 'split' ? nodes.push(node.left, node.right) - 2 : 0;
  }
  const values = nodes.map((node) => majority(node.counts));
  const own = nodes.map(() => 0);
  const predicted = new Set(values);
  X.forEach((x, row) => {
    for (let id = 0; ; ) {
      const node = nodes[id];
      if (predicted.has(y[row]) && y[row] !== values[id]) own[id]++;
      if (node.kind === 'leaf') return;
      id = goesLeft(node, x) ? left[id] : left[id] + 1;
    }
  });
  const saved = nodes.map(() => 0);
  for (let id = nodes.length - 1; id >= 0; id--) {
    const [l, r] = [left[id], left[id] + 1];
    if (l > 0) saved[id] = Math.max(0, own[id] - own[l] - own[r] + saved[l] + saved[r]);
  }
  type Draft = { -readonly [Key in keyof Split]: Split[Key] };
  const draft = (id: number): TreeNode => {
    const node = nodes[id];
    if (node.kind === 'split') return saved[id] > 0 ? { ...node } : asLeaf(node);
    return { ...node, counts: Array.from(node.counts) };
  };
  const answer = draft(0);
  const agenda: [TreeNode, number][] = [[answer, 0]];
  for (const [node, id] of agenda) {
    if (node.kind === 'leaf') continue;
    const kept: Draft = node;
    kept.left = draft(left[id]);
    kept.right = draft(left[id] + 1);
    agenda.push([kept.left, left[id]], [kept.right, left[id] + 1]);
  }
  return answer;
};

/** Verbose, with its own checks: every failure is a subclass of RangeError, and only linked lists are used. */
class InvalidInput extends RangeError {}
type Link = { readonly row: number; readonly rest: Link } | null;
interface Frame {
  readonly node: TreeNode;
  readonly errors: number;
  readonly below: Frame | null;
  rows: Link;
  rights: Link;
  left: Outcome | null;
  stage: 0 | 1 | 2;
}

export const defensive: Prune = (tree, X, y) => {
  const [nSamples, nLabels] = [X.length, y.length];
  const problems: [boolean, string][] = [
    [nSamples < 1, 'X must have a row'],
    [nSamples !== nLabels, 'X and y must have the same length'],
    [Array.from(X).some((x) => x.length < 1), 'a row must have a feature'],
    [new Set(Array.from(X, (x) => x.length)).size > 1, 'rows must have the same length'],
    [Array.from(X).some((x) => Array.from(x).some((v) => Math.abs(v) === Infinity)), 'X must not be infinite'],
    [Array.from(X).some((x) => Array.from(x).some((v) => Number.isNaN(v))), 'X must not have NaN'],
    [Array.from(y).some((label) => Math.abs(label) === Infinity), 'y must not be infinite'],
    [Array.from(y).some((label) => Number.isNaN(label)), 'y must not have NaN'],
  ];
  for (const [isProblem, message] of problems) {
    if (isProblem) throw new InvalidInput(message);
  }
  let all: Link = null;
  for (let row = nSamples - 1; row >= 0; row--) all = { row, rest: all };
  const frameOf = (node: TreeNode, rows: Link, below: Frame | null): Frame => {
    let errors = 0;
    const value = majority(node.counts);
    for (let link: Link = rows; link !== null; link = link.rest) if (y[link.row] !== value) errors++;
    return { node, rows, stage: 0, rights: null, left: null, below, errors };
  };
  let top: Frame | null = frameOf(tree, all, null);
  let last: Outcome | null = null;
  while (top !== null) {
    const frame: Frame = top;
    const { node, errors } = frame;
    if (node.kind === 'split' && frame.rows !== null && frame.stage === 0) {
      let lefts: Link = null;
      for (let link: Link = frame.rows; link !== null; link = link.rest) {
        const coordinate: number | undefined = X[link.row][node.featureIndex];
        if (coordinate === undefined) throw new InvalidInput('a split reads past the end of a row');
        if (Math.sign(coordinate - node.threshold) === 1) frame.rights = { row: link.row, rest: frame.rights };
        else lefts = { row: link.row, rest: lefts };
      }
      frame.rows = null;
      frame.stage = 1;
      top = frameOf(node.left, lefts, frame);
    } else if (node.kind === 'split' && frame.stage === 1) {
      frame.left = last;
      frame.stage = 2;
      top = frameOf(node.right, frame.rights, frame);
    } else {
      if (frame.left === null || last === null) last = { node: asLeaf(node), errors };
      else last = settle(node, errors, frame.left, last);
      frame.rights = null;
      top = frame.below;
    }
  }
  if (last === null) throw new InvalidInput('unreachable');
  return last.node;
};
