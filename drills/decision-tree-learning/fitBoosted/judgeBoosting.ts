import type { BoostedTrees, BoostingOptions } from '../../../reference/decision-tree-learning/index.ts';
import { broken, isClose, type Judgement } from '../../../src/index.ts';
import type { TrainingSet } from '../bestSplit/inputs.ts';
import { meanOf, scaleOf, squaredErrorWithin } from '../fitRegressionTree/squaredError.ts';
import {
  isBest,
  isLeafWhereItMust,
  isMidway,
  judgeNodes,
  type NodeRule,
  predictionOf,
  predictsItsRows,
} from '../fitTree/judgeTree.ts';

/** One call. */
export interface Boosting extends TrainingSet {
  readonly options?: BoostingOptions;
}

/** What the options mean. */
export const settingsOf = ({ options = {} }: Boosting) => ({
  nTrees: options.nTrees ?? 100,
  learningRate: options.learningRate ?? 0.1,
  maxDepth: options.maxDepth ?? 3,
  minSamplesLeaf: options.minSamplesLeaf ?? 1,
});

/** Residuals that differ by no more than this share of the largest y may do so by rounding. */
const NOISE = 1e-6;

/** The residuals before each tree and after the last, by the trees of the answer itself. */
export function residualsOf({ initialPrediction, trees }: BoostedTrees, call: Boosting): number[][] {
  const { learningRate } = settingsOf(call);
  const all = [call.y.map((value) => value - initialPrediction)];
  for (const tree of trees) {
    all.push(all[all.length - 1].map((residual, i) => residual - learningRate * predictionOf(tree, call.X[i])));
  }
  return all;
}

export function judgeInitial({ initialPrediction }: BoostedTrees, { y }: Boosting): Judgement {
  const expected = meanOf(y);
  return isClose(initialPrediction, expected, scaleOf(y))
    ? undefined
    : broken('initialPrediction', initialPrediction, expected);
}

/** Judges each tree as a regression tree for the residuals that those before it have left. */
export const judgeTrees = (model: BoostedTrees, call: Boosting, ...rules: readonly NodeRule[]): Judgement =>
  judgeTreesFrom(0, model, call, ...rules);

/** All that a model must be. */
export const judgeModel = (model: BoostedTrees, call: Boosting): Judgement =>
  model.trees.length === settingsOf(call).nTrees
    ? (judgeInitial(model, call) ?? judgeTrees(model, call, isLeafWhereItMust, isMidway, isBest, predictsItsRows))
    : broken('trees.length', model.trees.length, settingsOf(call).nTrees);

/** The same from one tree on. */
export function judgeTreesFrom(
  first: number,
  model: BoostedTrees,
  call: Boosting,
  ...rules: readonly NodeRule[]
): Judgement {
  const residuals = residualsOf(model, call);
  const scale = scaleOf(call.y);
  const criterion = squaredErrorWithin(scale, NOISE * scale);
  for (let m = Math.max(0, first); m < model.trees.length; m++) {
    const set = { X: call.X, y: residuals[m] };
    const judgement = judgeNodes(model.trees[m], set, criterion, settingsOf(call), ...rules);
    if (judgement) return broken(placeIn(m, judgement.at), judgement.actual, judgement.expected);
  }
  return undefined;
}

/** "left.value" of tree 1 is "trees[1].left.value". */
const placeIn = (m: number, at: string): string => (at === 'the answer' ? `trees[${m}]` : `trees[${m}].${at}`);
