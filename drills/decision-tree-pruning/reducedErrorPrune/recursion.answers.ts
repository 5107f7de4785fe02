import {
  asLeaf,
  goesLeft,
  majority,
  misses,
  type Outcome,
  type Prune,
  present,
  type Rows,
  settle,
  type TreeNode,
  validate,
} from './parts.answers.ts';

type Step = { readonly node: TreeNode; readonly rows: readonly number[]; readonly isDone: boolean };

/** Nodes with their rows, children before their parent. */
function* postOrder(tree: TreeNode, X: Rows): Generator<Step> {
  const stack: Step[] = [{ node: tree, rows: [...X.keys()], isDone: false }];
  while (stack.length > 0) {
    const step = present(stack.pop());
    const { node, rows } = step;
    if (step.isDone || node.kind === 'leaf') {
      yield step;
      continue;
    }
    const left: number[] = [];
    const right: number[] = [];
    for (const row of rows) (goesLeft(node, X[row]) ? left : right).push(row);
    stack.push({ ...step, isDone: true });
    stack.push({ node: node.right, rows: right, isDone: false }, { node: node.left, rows: left, isDone: false });
  }
}

/** Reverse Polish: leaves are pushed, a split takes two; a subtree in which nothing changed is shared. Counts in BigInt. */
export const generators: Prune = (tree, X, y) => {
  validate(X, y);
  const outcomes: { node: TreeNode; hits: bigint }[] = [];
  for (const { node, rows } of postOrder(tree, X)) {
    const leaf = node.kind === 'leaf' ? node : asLeaf(node);
    let hits = 0n;
    for (const row of rows) if (y[row] === leaf.value) hits++;
    if (node.kind === 'leaf') {
      outcomes.push({ node, hits });
      continue;
    }
    const right = present(outcomes.pop());
    const left = present(outcomes.pop());
    const below = left.hits + right.hits;
    const isSame = left.node === node.left && right.node === node.right;
    const split = isSame ? node : { ...node, left: left.node, right: right.node };
    outcomes.push(below > hits ? { node: split, hits: below } : { node: leaf, hits });
  }
  return outcomes[0].node;
};

type Visit = Generator<Visit, Outcome, Outcome>;

/** Recursion on a trampoline: a visit yields the visits of its children, and is sent their outcomes. */
export const trampoline: Prune = (tree, X, y) => {
  validate(X, y);
  function* visit(node: TreeNode, rows: readonly number[]): Visit {
    const errors = misses(rows, y, majority(node.counts));
    if (node.kind === 'leaf' || rows.length === 0) return settle(node, errors);
    const sides = new Map<boolean, number[]>([true, false].map((side) => [side, []]));
    for (const row of rows) sides.get(goesLeft(node, X[row]))?.push(row);
    const left = yield visit(node.left, sides.get(true) ?? []);
    const right = yield visit(node.right, sides.get(false) ?? []);
    return settle(node, errors, left, right);
  }
  const stack: Visit[] = [visit(tree, [...X.keys()])];
  let outcome: Outcome = { node: tree, errors: 0 };
  while (stack.length > 0) {
    const { done, value } = stack[stack.length - 1].next(outcome);
    if (done) {
      stack.pop();
      outcome = value;
    } else stack.push(value);
  }
  return outcome.node;
};

/** Real recursion, but in slabs of 300 levels, the deepest slab first. */
export const slabs: Prune = (tree, X, y) => {
  validate(X, y);
  const height = 300;
  const roots = [tree];
  const rowsOf = new Map<TreeNode, number[]>([[tree, [...X.keys()]]]);
  const known = new Map<TreeNode, Outcome>();
  const spread = (node: TreeNode, levels: number): void => {
    if (levels === 0) roots.push(node);
    else if (node.kind === 'split') {
      const rows = rowsOf.get(node) ?? [];
      rowsOf.set(node.left, []).set(node.right, []);
      for (const row of rows) rowsOf.get(goesLeft(node, X[row]) ? node.left : node.right)?.push(row);
      spread(node.left, levels - 1);
      spread(node.right, levels - 1);
    }
  };
  const fold = (node: TreeNode): Outcome => {
    const errors = misses(rowsOf.get(node) ?? [], y, majority(node.counts));
    if (node.kind === 'leaf') return settle(node, errors);
    const left = known.get(node.left) ?? fold(node.left);
    return settle(node, errors, left, known.get(node.right) ?? fold(node.right));
  };
  for (const root of roots) spread(root, height);
  for (const root of roots.reverse()) known.set(root, fold(root));
  return present(known.get(tree)).node;
};
