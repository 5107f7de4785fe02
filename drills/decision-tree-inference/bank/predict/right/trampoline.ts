// recursion on a trampoline, inside a generator
import { next, type Row, type TreeNode } from './kit.ts';

type Bounce = { readonly run: () => Bounce } | { readonly value: number };

const bounce = (node: TreeNode, x: Row): Bounce =>
  node.kind === 'leaf' ? { value: node.value } : { run: () => bounce(next(node, x), x) };

function* bounces(tree: TreeNode, x: Row): Generator<Bounce, number, undefined> {
  let state = bounce(tree, x);
  while ('run' in state) {
    yield state;
    state = state.run();
  }
  return state.value;
}

const predict = (tree: TreeNode, x: Row): number => {
  const walk = bounces(tree, x);
  for (;;) {
    const step = walk.next();
    if (step.done) return step.value;
  }
};

export { predict };
