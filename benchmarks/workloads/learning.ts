import { fitTree, fitTreePresorted, type TreeNode } from '../../reference/decision-tree-learning/index.ts';
import { type Contender, normal, type Rows, rowsOf, thousands, type Workload } from '../workload.ts';

interface Data {
  readonly X: Rows;
  readonly y: readonly number[];
  readonly maxDepth: number;
}

/** How many of the training rows are predicted right: trees differ where splits tie, and are as good. */
type Result = { readonly nRight: number };

function predicted(tree: TreeNode, row: readonly number[]): number {
  let node = tree;
  while (node.kind === 'split') node = (row[node.featureIndex] ?? 0) <= node.threshold ? node.left : node.right;
  return node.value;
}

const ours = (fit: typeof fitTree): Contender<Data, Result> => ({
  prepare:
    async ({ X, y, maxDepth }) =>
    () =>
      fit(X, y, { maxDepth }),
  result: (tree: TreeNode, { X, y }) => ({ nRight: X.filter((row, i) => predicted(tree, row) === y[i]).length }),
});

interface MlCart {
  train(X: Rows, y: readonly number[]): void;
  predict(X: Rows): number[];
}

const mlCart: Contender<Data, Result> = {
  from: 'ml-cart',
  prepare: async ({ X, y, maxDepth }, libraries) => {
    const { DecisionTreeClassifier } = await libraries<{ DecisionTreeClassifier: new (options: object) => MlCart }>(
      'ml-cart',
    );
    return () => {
      // By default it stops where the gain is below 0.01.
      const tree = new DecisionTreeClassifier({ gainFunction: 'gini', maxDepth, minNumSamples: 1, gainThreshold: 0 });
      tree.train(X, y);
      return tree;
    };
  },
  result: (tree: MlCart, { X, y }) => ({ nRight: tree.predict(X).filter((label, i) => label === y[i]).length }),
};

interface Scikit {
  setBackend(tf: unknown): void;
  readonly DecisionTreeClassifier: new (options: object) => ScikitTree;
}

interface ScikitTree {
  fit(X: Rows, y: readonly number[]): void;
  predict(X: Rows): number[];
}

const scikitjs: Contender<Data, Result> = {
  from: 'scikitjs',
  prepare: async ({ X, y, maxDepth }, libraries) => {
    const tf = await libraries<unknown>('@tensorflow/tfjs-core');
    await libraries<unknown>('@tensorflow/tfjs-backend-cpu');
    const module = await libraries<Scikit & { default: Scikit }>('scikitjs');
    const scikit = 'setBackend' in module ? module : module.default;
    scikit.setBackend(tf);
    return () => {
      const tree = new scikit.DecisionTreeClassifier({ maxDepth });
      tree.fit(X, y);
      return tree;
    };
  },
  result: (tree: ScikitTree, { X, y }) => ({ nRight: tree.predict(X).filter((label, i) => label === y[i]).length }),
};

function workload(
  size: Workload['size'],
  n: number,
  d: number,
  maxDepth: number,
  rounds?: number,
): Workload<Data, Result> {
  return {
    name: `a tree, ${thousands(n)} x ${d}, depth ${maxDepth}`,
    slug: 'decision-tree-learning',
    describes: `A Gini tree of depth ${maxDepth} at most on ${n.toLocaleString('en-US')} rows of ${d} features and three classes, a tenth of them wrong.`,
    size,
    ...(rounds === undefined ? {} : { rounds }),
    data: (random) => {
      const X = rowsOf(n, () => Array.from({ length: d }, () => normal(random)));
      const y = X.map((row) => {
        const score = (row[0] ?? 0) * (row[1] ?? 0) + (row[2] ?? 0);
        const label = score > 0.6 ? 2 : score > -0.6 ? 1 : 0;
        return random() < 0.1 ? Math.floor(3 * random()) : label;
      });
      return { X, y, maxDepth };
    },
    bytes: ({ X, y }) => [...X, y],
    contenders: {
      'reference, sorts in each node': ours(fitTree),
      'reference, presorted': ours(fitTreePresorted),
      // Quadratic: 20,000 rows take over ten minutes.
      ...(n <= 2_000 ? { 'ml-cart': mlCart, scikitjs } : {}),
    },
    attempt: ({ fitTreePresorted: presorted, fitTree: own }) => {
      const fit = presorted ?? own;
      return fit ? ours(fit as typeof fitTree) : undefined;
    },
    python: { task: 'fitTree', options: () => ({ maxDepth }), arrays: ({ X, y }) => ({ X, y: [y] }) },
    check: ({ nRight }, oracle) =>
      Math.abs(nRight - oracle.nRight) <= 0.005 * n ? undefined : `${nRight} training rows right, not ${oracle.nRight}`,
  };
}

export const learningWorkloads = [
  workload('small', 500, 10, 12),
  workload('medium', 2_000, 20, 40, 3),
  workload('large', 20_000, 20, 12),
];
