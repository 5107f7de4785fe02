// shared plans in BigInt, generators in place of recursion
import { cutOf, errorsOf, type TreeNode, validate } from './kit.ts';

/** What a tree of some size saves, and how it is made: never copied. */
type Plan = { readonly saved: bigint; readonly left?: Plan; readonly right?: Plan };
type Solving = Generator<TreeNode, Plan[], Plan[]>;

const nothing: Plan = { saved: 0n };

/** Plans for 0, 1, ... splits kept below a node; asks for those of its children by yielding them. */
function* plansOf(node: TreeNode, most: number): Solving {
  if (node.kind === 'leaf') return [nothing];
  const lefts = yield node.left;
  const rights = yield node.right;
  const own = BigInt(errorsOf(node)) - BigInt(errorsOf(node.left)) - BigInt(errorsOf(node.right));
  const plans = [nothing];
  lefts.forEach((left, a) => {
    for (let b = 0; b < rights.length && a + b + 1 <= most; b++) {
      const saved = own + left.saved + rights[b].saved;
      if (!(plans[a + b + 1]?.saved >= saved)) plans[a + b + 1] = { saved, left, right: rights[b] };
    }
  });
  return plans;
}

/** Splits kept are one fewer than leaves. */
export const bestPruned = (tree: TreeNode, maxLeaves: number): TreeNode => {
  validate(maxLeaves);
  const stack: Solving[] = [plansOf(tree, maxLeaves - 1)];
  let plans: Plan[] = [];
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const { done, value } = top.next(plans);
    if (done) plans = value;
    if (done) stack.pop();
    else stack.push(plansOf(value as TreeNode, maxLeaves - 1));
  }
  // The first of the best: the answer has as few leaves as it can.
  const best = plans.reduce((a, b) => (b.saved > a.saved ? b : a));
  const holder: { root?: TreeNode } = {};
  const tasks = [{ node: tree, plan: best, into: holder as object, at: 'root' }];
  for (const { node, plan, into, at } of tasks) {
    if (node.kind === 'leaf') Object.assign(into, { [at]: node });
    else if (!plan.left || !plan.right) Object.assign(into, { [at]: cutOf(node) });
    else {
      const copy = { ...node };
      Object.assign(into, { [at]: copy });
      tasks.push({ node: node.left, plan: plan.left, into: copy, at: 'left' });
      tasks.push({ node: node.right, plan: plan.right, into: copy, at: 'right' });
    }
  }
  return holder.root ?? tree;
};
