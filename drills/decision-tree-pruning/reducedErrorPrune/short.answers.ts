import {
  asLeaf,
  goesLeft,
  majority,
  misses,
  type Outcome,
  type Prune,
  present,
  settle,
  type TreeNode,
  validate,
} from './parts.answers.ts';

/** A Map's forEach also visits the entries that are added on the way, so it walks the tree without loop or recursion. */
export const functional: Prune = (tree, X, y) => {
  validate(X, y);
  const reached = new Map<TreeNode, readonly number[]>([[tree, X.map((_, row) => row)]]);
  reached.forEach((rows, node) => {
    if (node.kind === 'leaf' || rows.length === 0) return;
    const going = (isLeft: boolean) => rows.filter((row) => goesLeft(node, X[row]) === isLeft);
    reached.set(node.left, going(true)).set(node.right, going(false));
  });
  const outcomes = [...reached].reduceRight((done, [node, rows]) => {
    const children = node.kind === 'split' ? [done.get(node.left), done.get(node.right)] : [];
    return done.set(node, settle(node, misses(rows, y, majority(node.counts)), ...children));
  }, new Map<TreeNode, Outcome>());
  return present(outcomes.get(tree)).node;
};

/** Code golf. */
export const golf: Prune = (t, X, y) => {
  const bad = (v: number) => !(v - v === 0);
  const w = X[0]?.length;
  if (!w || y.length - X.length || y.some(bad) || X.some((x) => x.length - w || x.some(bad))) throw RangeError();
  const q: { n: TreeNode; r: number[]; k: number; e: number }[] = [{ n: t, r: [...X.keys()], k: 0, e: 0 }];
  for (const s of q) {
    const { n, r } = s;
    const v = n.counts.indexOf(n.counts.reduce((a, b) => Math.max(a, b)));
    s.e = r.filter((i) => y[i] !== v).length;
    if (n.kind === 'leaf') continue;
    const f = n.featureIndex;
    if (r.length && f >= w) throw RangeError();
    const g = (b: boolean) => r.filter((i) => X[i][f] <= n.threshold === b);
    s.k = q.push({ n: n.left, r: g(true), k: 0, e: 0 }, { n: n.right, r: g(false), k: 0, e: 0 }) - 2;
  }
  for (const s of q.reverse()) {
    const [b, a] = [q[q.length - 1 - s.k - 1], q[q.length - 1 - s.k]];
    if (s.n.kind === 'leaf') continue;
    if (s.e <= a.e + b.e) s.n = asLeaf(s.n);
    else [s.n, s.e] = [{ ...s.n, left: a.n, right: b.n }, a.e + b.e];
  }
  return q[q.length - 1].n;
};
