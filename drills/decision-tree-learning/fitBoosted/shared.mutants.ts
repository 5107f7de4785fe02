import type * as reference from '../../../reference/decision-tree-learning/index.ts';
import type { Row, X, Y } from '../bestSplit/shared.mutants.ts';
import { fitRegressionTree, mean, right as rightTree } from '../fitRegressionTree/shared.mutants.ts';
import type { TreeNode } from '../fitTree/shared.mutants.ts';

export type FitBoosted = typeof reference.fitBoosted;
export type Boosted = ReturnType<FitBoosted>;
export type Options = NonNullable<Parameters<FitBoosted>[2]>;
export type Settings = Required<Options>;

/** What is known when tree m, from 0, is fitted. */
export interface Round {
  readonly m: number;
  readonly y: Y;
  readonly initial: number;
  /** For each row, what the trees so far predict, and what the last one does. */
  readonly sums: Y;
  readonly last: Y;
  readonly learningRate: number;
}

/** The parts of a right solution; a mutant replaces one. */
export interface BoostParts {
  settings(options: Options): Settings;
  initial(y: Y): number;
  residuals(round: Round): number[];
  grow(X: X, residuals: Y, settings: Settings, m: number): TreeNode;
  predict(tree: TreeNode, x: Row): number;
  /** Whether no more trees are grown. */
  stops(residuals: Y, trees: readonly TreeNode[]): boolean;
  answer(boosted: Boosted, settings: Settings): Boosted;
}

export const DEFAULTS: Settings = { nTrees: 100, learningRate: 0.1, maxDepth: 3, minSamplesLeaf: 1 };

/** Options with their defaults, not yet looked at. */
export const filled = (options: Options, defaults: Settings = DEFAULTS): Settings => {
  const { nTrees, learningRate, maxDepth, minSamplesLeaf } = defaults;
  return {
    nTrees: options.nTrees ?? nTrees,
    learningRate: options.learningRate ?? learningRate,
    maxDepth: options.maxDepth ?? maxDepth,
    minSamplesLeaf: options.minSamplesLeaf ?? minSamplesLeaf,
  };
};

export function checked(settings: Settings): Settings {
  const { nTrees, learningRate, maxDepth, minSamplesLeaf } = settings;
  if (!Number.isInteger(nTrees) || nTrees < 0) throw new RangeError('nTrees');
  if (!(learningRate > 0 && learningRate <= 1)) throw new RangeError('learningRate');
  rightTree.limits({ maxDepth, minSamplesLeaf });
  return settings;
}

export function predict(tree: TreeNode, x: Row): number {
  let node = tree;
  while (node.kind === 'split') node = x[node.featureIndex] <= node.threshold ? node.left : node.right;
  return node.value;
}

export const right: BoostParts = {
  settings: (options) => checked(filled(options)),
  initial: mean,
  residuals: ({ y, initial, sums, learningRate }) => y.map((value, i) => value - (initial + learningRate * sums[i])),
  grow: (X, residuals, { maxDepth, minSamplesLeaf }) => fitRegressionTree(X, residuals, { maxDepth, minSamplesLeaf }),
  predict,
  stops: () => false,
  answer: (boosted) => boosted,
};

/** The right solution with other parts. */
export const boosting = (changes: Partial<BoostParts>): FitBoosted => {
  const parts = { ...right, ...changes };
  return (X, y, options = {}) => {
    rightTree.check(X, y);
    const settings = parts.settings(options);
    const initial = parts.initial(y);
    const trees: TreeNode[] = [];
    let last = y.map(() => 0);
    const sums = y.map(() => 0);
    for (let m = 0; m < settings.nTrees; m++) {
      const residuals = parts.residuals({ m, y, initial, sums, last, learningRate: settings.learningRate });
      if (parts.stops(residuals, trees)) break;
      const tree = parts.grow(X, residuals, settings, m);
      trees.push(tree);
      last = X.map((x) => parts.predict(tree, x));
      for (let i = 0; i < y.length; i++) sums[i] += last[i];
    }
    return parts.answer({ initialPrediction: initial, trees }, settings);
  };
};

export const fitBoosted: FitBoosted = boosting({});
