import type * as reference from '../../reference/decision-tree-pruning/index.ts';
import type { Mutant } from '../../src/index.ts';
import {
  type Counts,
  check,
  missed,
  type Prune,
  parentsFirst,
  pruning,
  right,
  type Split,
  sum,
  type TreeNode,
  vote,
} from './costComplexityPrune/shared.mutants.ts';
import { slow } from './costComplexityPrune/slow.mutants.ts';

/** A solution whose new leaves have another value. */
const voting = (value: (counts: Counts) => number): Prune =>
  pruning({ newLeaf: ({ counts }) => ({ kind: 'leaf', value: value(counts), counts }) });

const recursive: Prune = (tree, alpha) => {
  check(alpha);
  const step = alpha * sum(tree.counts);
  const visit = (node: TreeNode): { node: TreeNode; cost: number } => {
    const own = missed(node.counts) + step;
    if (node.kind === 'leaf') return { node, cost: own };
    const left = visit(node.left);
    const right = visit(node.right);
    const cost = left.cost + right.cost;
    if (cost < own) return { node: { ...node, left: left.node, right: right.node }, cost };
    return { node: { kind: 'leaf', value: vote(node.counts), counts: node.counts }, cost: own };
  };
  return visit(tree).node;
};

const answersOf = new Map<string, TreeNode>();

const remembering: Prune = (tree, alpha) => {
  check(alpha);
  const key = parentsFirst(tree)
    .map((node) => (node.kind === 'leaf' ? node.counts.join() : `${node.featureIndex} ${node.threshold}`))
    .join(';');
  const answer = answersOf.get(key) ?? pruning({})(tree, alpha);
  answersOf.set(key, answer);
  return answer;
};

let largest = 0;

/** The cost with Gini's impurity for the share of errors. */
const gini = (counts: Counts): number => {
  const n = sum(counts);
  return n - sum(counts.map((count) => count * count)) / n;
};

const keyed: Prune = (tree, alpha) => {
  check(alpha);
  const step = alpha * sum(tree.counts);
  const best = new Map<string, { node: TreeNode; cost: number }>();
  const key = (node: TreeNode) => `${node.kind}${node.counts.join()}`;
  for (const node of parentsFirst(tree).reverse()) {
    const own = missed(node.counts) + step;
    if (node.kind === 'leaf') {
      best.set(key(node), { node, cost: own });
      continue;
    }
    const left = best.get(key(node.left)) as { node: TreeNode; cost: number };
    const right = best.get(key(node.right)) as { node: TreeNode; cost: number };
    const cost = left.cost + right.cost;
    const leaf: TreeNode = { kind: 'leaf', value: vote(node.counts), counts: node.counts };
    best.set(
      key(node),
      own <= cost ? { node: leaf, cost: own } : { node: { ...node, left: left.node, right: right.node }, cost },
    );
  }
  return (best.get(key(tree)) as { node: TreeNode }).node;
};

type Writable = { -readonly [K in keyof Split]: Split[K] };

const costs: Mutant<typeof reference>[] = [
  {
    says: 'predicts one of the first ten classes',
    dies: 'dozens of nodes and classes are no other than a few',
    solution: { costComplexityPrune: voting((counts) => vote(counts.slice(0, 10))) },
  },
  {
    says: 'keeps a split that costs as much as its leaf',
    dies: 'a split becomes a leaf when that costs no more than its subtree at its best',
    solution: {
      costComplexityPrune: pruning({
        prunes: ({ own, errors, leaves, n, alpha }) => own + alpha * n < errors + alpha * n * leaves,
      }),
    },
  },
  {
    says: 'keeps a split on ties when `ccpAlpha` is 0',
    dies: 'ccpAlpha: 0 is legal: then only splits that do not lower the risk go',
    solution: {
      costComplexityPrune: pruning({ prunes: (at) => right.prunes(at) && (at.alpha > 0 || at.own < at.errors) }),
    },
  },
  {
    says: 'takes the risk of a split as a share of its own samples',
    dies: 'the answer is the subtree of least cost',
    solution: { costComplexityPrune: pruning({ prunes: (at) => right.prunes({ ...at, n: sum(at.split.counts) }) }) },
  },
  {
    says: 'keeps costs in a Float32Array',
    dies: 'the answer is the subtree of least cost',
    solution: {
      costComplexityPrune: pruning({
        prunes: ({ own, errors, leaves, n, alpha }) => {
          const [asLeaf, asSplit] = Float32Array.of(own / n + alpha, errors / n + alpha * leaves);
          return asLeaf <= asSplit;
        },
      }),
    },
  },
  {
    says: 'adds `ccpAlpha` to counts of errors instead of shares',
    dies: 'the answer is the subtree of least cost',
    solution: { costComplexityPrune: pruning({ total: () => 1 }) },
  },
  {
    says: 'counts all nodes instead of the leaves',
    dies: 'the answer is the subtree of least cost',
    solution: { costComplexityPrune: pruning({ prunes: (at) => right.prunes({ ...at, leaves: 2 * at.leaves - 1 }) }) },
  },
  {
    says: 'forgets that the leaf that a split becomes costs `ccpAlpha` too',
    dies: 'the answer is the subtree of least cost',
    solution: {
      costComplexityPrune: pruning({
        prunes: ({ own, errors, leaves, n, alpha }) => own <= errors + alpha * n * leaves,
      }),
    },
  },
  {
    says: 'charges each split for one leaf only, however many are left below it',
    dies: 'a split becomes a leaf when that costs no more than its subtree at its best',
    solution: { costComplexityPrune: pruning({ prunes: ({ own, errors, n, alpha }) => own <= errors + alpha * n }) },
  },
  {
    says: 'compares a split with its full subtree, not with that at its best',
    dies: 'the answer is the subtree of least cost',
    solution: { costComplexityPrune: pruning({ prunes: (at) => right.prunes({ ...at, ...at.full }) }) },
  },
  {
    says: 'prunes only splits whose two children are leaves by then',
    dies: 'a split becomes a leaf when that costs no more than its subtree at its best',
    solution: { costComplexityPrune: pruning({ prunes: (at) => at.leaves === 2 && right.prunes(at) }) },
  },
  {
    says: 'uses the Gini impurity as risk',
    dies: 'the answer is the subtree of least cost',
    solution: { costComplexityPrune: pruning({ errors: gini }) },
  },
  {
    says: 'takes the smallest count for the errors, as if there were always two classes',
    dies: 'the answer is the subtree of least cost',
    solution: { costComplexityPrune: pruning({ errors: (counts) => counts.reduce((a, b) => Math.min(a, b)) }) },
  },
  {
    says: 'takes the last of the counts after `sort()` without comparator for the largest',
    dies: 'the answer is the subtree of least cost',
    solution: { costComplexityPrune: pruning({ errors: (counts) => sum(counts) - ([...counts].sort().at(-1) ?? 0) }) },
  },
  {
    says: 'takes costs within 1e-6 for equal',
    dies: 'ccpAlpha: 0 is legal: then only splits that do not lower the risk go',
    solution: {
      costComplexityPrune: pruning({
        prunes: ({ own, errors, leaves, n, alpha }) => own / n + alpha <= errors / n + alpha * leaves + 1e-6,
      }),
    },
  },
  {
    says: 'adds counts up as 32-bit integers',
    dies: 'the answer is the subtree of least cost',
    solution: { costComplexityPrune: pruning({ total: (counts) => counts.reduce((a, b) => (a + b) | 0, 0) }) },
  },
  {
    says: 'never makes a leaf of the root',
    dies: 'the answer is the subtree of least cost',
    solution: {
      costComplexityPrune: (tree, alpha) =>
        pruning({ prunes: (at) => at.split !== tree && right.prunes(at) })(tree, alpha),
    },
  },
  {
    says: 'makes a leaf of any split with equal majorities below it, whatever is further down',
    dies: 'the answer is the subtree of least cost',
    solution: {
      costComplexityPrune: pruning({
        prunes: (at) => vote(at.split.left.counts) === vote(at.split.right.counts) || right.prunes(at),
      }),
    },
  },
];

const leaves: Mutant<typeof reference>[] = [
  {
    says: 'lets the largest class win ties of the counts',
    dies: 'a new leaf predicts the class with the largest count of its node, and carries these counts',
    solution: { costComplexityPrune: voting((counts) => counts.lastIndexOf(counts.reduce((a, b) => Math.max(a, b)))) },
  },
  {
    says: 'knows the classes 0 and 1 only',
    dies: 'a new leaf predicts the class with the largest count of its node, and carries these counts',
    solution: { costComplexityPrune: voting(([a, b]) => (b > a ? 1 : 0)) },
  },
  {
    says: 'drops the classes of count 0 before it looks for the largest, so that indices shift',
    dies: 'a new leaf predicts the class with the largest count of its node, and carries these counts',
    solution: { costComplexityPrune: voting((counts) => vote(counts.filter(Boolean))) },
  },
  {
    says: 'lets a new leaf predict what the child with more samples predicts',
    dies: 'a new leaf predicts the class with the largest count of its node, and carries these counts',
    solution: {
      costComplexityPrune: pruning({
        newLeaf: ({ counts, left, right }) => ({
          kind: 'leaf',
          value: vote(sum(left.counts) >= sum(right.counts) ? left.counts : right.counts),
          counts,
        }),
      }),
    },
  },
  {
    says: 'gives a new leaf the shares of the classes for counts',
    dies: 'a new leaf predicts the class with the largest count of its node, and carries these counts',
    solution: {
      costComplexityPrune: pruning({
        newLeaf: ({ counts }) => ({
          kind: 'leaf',
          value: vote(counts),
          counts: counts.map((count) => count / sum(counts)),
        }),
      }),
    },
  },
  {
    says: 'writes the pruned children into the splits of the input',
    dies: 'costComplexityPrune never changes its inputs',
    solution: {
      costComplexityPrune: pruning({
        keep: (split, left, right) => Object.assign(split as Writable, { left, right }),
      }),
    },
  },
  {
    says: 'loses the counts of the splits that it keeps',
    dies: 'what is not pruned stays as it was',
    solution: {
      costComplexityPrune: pruning({ keep: (split, left, right) => ({ ...split, left, right, counts: [] }) }),
    },
  },
];

const calls: Mutant<typeof reference>[] = [
  {
    says: 'returns the tree as it is when `ccpAlpha` is 0',
    dies: 'ccpAlpha: 0 is legal: then only splits that do not lower the risk go',
    solution: { costComplexityPrune: (tree, alpha) => (alpha === 0 ? tree : pruning({})(tree, alpha)) },
  },
  {
    says: 'refuses a `ccpAlpha` of 0',
    dies: 'ccpAlpha: 0 is legal: then only splits that do not lower the risk go',
    solution: {
      costComplexityPrune: pruning({
        check: (alpha) => {
          check(alpha || -1);
        },
      }),
    },
  },
  {
    says: 'refuses a `ccpAlpha` above 1',
    dies: 'a tree that is one leaf comes back as that leaf',
    solution: {
      costComplexityPrune: pruning({
        check: (alpha) => {
          check(alpha > 1 ? Infinity : alpha);
        },
      }),
    },
  },
  {
    says: 'takes infinity for a `ccpAlpha` that prunes everything',
    dies: 'ccpAlpha that is NaN, infinite or negative is a RangeError',
    solution: {
      costComplexityPrune: pruning({
        check: (alpha) => {
          if (!(alpha >= 0)) throw new RangeError();
        },
      }),
    },
  },
  {
    says: 'lets NaN pass, which is neither negative nor infinite',
    dies: 'ccpAlpha that is NaN, infinite or negative is a RangeError',
    solution: {
      costComplexityPrune: pruning({
        check: (alpha) => {
          if (alpha < 0 || alpha === Infinity) throw new RangeError();
        },
      }),
    },
  },
  {
    says: 'takes a negative `ccpAlpha` for 0',
    dies: 'ccpAlpha that is NaN, infinite or negative is a RangeError',
    solution: { costComplexityPrune: (tree, alpha) => pruning({})(tree, alpha < 0 && alpha > -Infinity ? 0 : alpha) },
  },
  {
    says: 'throws a `TypeError` for a malformed `ccpAlpha`',
    dies: 'ccpAlpha that is NaN, infinite or negative is a RangeError',
    solution: {
      costComplexityPrune: pruning({
        check: (alpha) => {
          if (!Number.isFinite(alpha) || alpha < 0) throw new TypeError();
        },
      }),
    },
  },
  {
    says: 'returns a tree of one leaf before it looks at `ccpAlpha`',
    dies: 'ccpAlpha that is NaN, infinite or negative is a RangeError',
    solution: { costComplexityPrune: (tree, alpha) => (tree.kind === 'leaf' ? tree : pruning({})(tree, alpha)) },
  },
  {
    says: 'descends by recursion',
    dies: 'trees 100,000 deep do not overflow the call stack',
    solution: { costComplexityPrune: recursive },
  },
  {
    says: 'remembers the answer of a tree and gives it for every other `ccpAlpha`',
    dies: 'a larger ccpAlpha never leaves more leaves',
    solution: { costComplexityPrune: remembering },
  },
  {
    says: 'divides by the largest nSamples of all calls so far',
    dies: 'the answer is the subtree of least cost',
    solution: {
      costComplexityPrune: pruning({
        total: (counts) => {
          largest = Math.max(largest, sum(counts));
          return largest;
        },
      }),
    },
  },
  {
    says: 'knows nodes by their counts, so that two with equal counts share one answer',
    dies: 'what is not pruned stays as it was',
    solution: { costComplexityPrune: keyed },
  },
];

export const mutants: Mutant<typeof reference>[] = [...costs, ...leaves, ...calls, ...slow];
