import fc from 'fast-check';
import type * as reference from '../../../reference/decision-tree-learning/index.ts';
import type { TreeNode } from '../../../reference/decision-tree-learning/index.ts';
import { broken, deepFrozen, isClose, type Judgement, type Law, lawsOf, writtenAs } from '../../../src/index.ts';
import type { TrainingSet } from '../bestSplit/inputs.ts';

type Solution = typeof reference;
const law = lawsOf<Solution>();

const N_SAMPLES = 100_000;

/** Has no factor in common with the number of rows, so that every value from 0 comes once. */
const STEP = 7919;

/** Three classes side by side, of 20,000, 20,000 and 60,000 rows: 60,000 squared is more than 31 bits hold. */
const classOf = (value: number): number => (value < 20_000 ? 0 : value < 40_000 ? 1 : 2);

const values = Array.from({ length: N_SAMPLES }, (_, i) => (i * STEP) % N_SAMPLES);

const given = ['X', `Array.from({ length: ${N_SAMPLES} }, (_, i) => [(i * ${STEP}) % ${N_SAMPLES}])`] as const;

const set: TrainingSet = {
  X: writtenAs(deepFrozen(values.map((value) => [value])), 'X', { given }),
  y: writtenAs(deepFrozen(values.map(classOf)), 'X.map(([x]) => (x < 20_000 ? 0 : x < 40_000 ? 1 : 2))', { given }),
};

/** Squares by rows of each side, in thousands: between classes 1 and 2 (20^2 + 20^2) / 40 + 60 = 80, between 0 and 1 only 20 + (20^2 + 60^2) / 80 = 70. */
const EXPECTED: readonly (readonly [at: string, node: (root: TreeNode) => TreeNode | undefined, number])[] = [
  ['the answer', (root) => root, 39_999.5],
  ['left', (root) => (root.kind === 'split' ? root.left : undefined), 19_999.5],
];

function judge(tree: TreeNode): Judgement {
  for (const [at, find, threshold] of EXPECTED) {
    const node = find(tree);
    if (node?.kind !== 'split') return broken(at, 'a leaf', 'a split');
    if (!isClose(node.threshold, threshold, threshold)) {
      return broken(at === 'left' ? 'left.threshold' : 'threshold', node.threshold, threshold);
    }
  }
  for (const value of values) {
    let node = tree;
    while (node.kind === 'split') node = value <= node.threshold ? node.left : node.right;
    if (node.value !== classOf(value)) return broken(`the prediction for [${value}]`, node.value, classOf(value));
  }
  return undefined;
}

export const manyRows: Law<Solution> = law(
  'there may be a hundred thousand rows',
  fc.constant(set),
  (solution, { X, y }) => judge(solution.fitTreePresorted(X, y)),
  { stage: 'larger', runs: 1, isLarge: true },
);
