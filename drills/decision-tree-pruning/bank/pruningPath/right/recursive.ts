// plain recursion on sorted lists of steps that are merged, until the stack overflows
import { type Entry, errorsOf, type TreeNode, total } from './kit.ts';

/** A split that becomes a leaf, with all that goes at its alpha or later below it. */
type Step = { readonly alpha: number; readonly gained: number; readonly lost: number };

function merged(a: readonly Step[], b: readonly Step[]): Step[] {
  const steps: Step[] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length; )
    steps.push(j === b.length || (i < a.length && a[i].alpha <= b[j].alpha) ? a[i++] : b[j++]);
  return steps;
}

/** The steps of a subtree, by alpha. */
function stepsOf(node: TreeNode): Step[] {
  if (node.kind === 'leaf') return [];
  const steps = merged(stepsOf(node.left), stepsOf(node.right));
  let gained = errorsOf(node) - errorsOf(node.left) - errorsOf(node.right);
  let lost = 1;
  for (let last = steps.at(-1); last && last.alpha >= gained / lost; last = steps.at(-1)) {
    gained += last.gained;
    lost += last.lost;
    steps.pop();
  }
  return [...steps, { alpha: gained / lost, gained, lost }];
}

export function pruningPath(tree: TreeNode): Entry[] {
  const n = total(tree.counts);
  const steps = stepsOf(tree);
  let nLeaves = steps.reduce((sum, { lost }) => sum + lost, 1);
  let errors = steps.reduce((sum, { gained }) => sum - gained, errorsOf(tree));
  const path = [{ ccpAlpha: 0, nLeaves, risk: errors / n }];
  steps.forEach(({ alpha, gained, lost }, i) => {
    nLeaves -= lost;
    errors += gained;
    if (steps[i + 1]?.alpha !== alpha) path.push({ ccpAlpha: alpha / n, nLeaves, risk: errors / n });
  });
  return path;
}
