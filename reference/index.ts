/** All model solutions at once. Types that several drills share a name for (a tree's `Leaf`) come from the drill's own module. */
export {
  explain,
  flatten,
  predict,
  predictBatch,
  predictForest,
  predictWithMissing,
} from './decision-tree-inference/index.ts';
export { bestSplit, fitBoosted, fitRegressionTree, fitTree, fitTreePresorted } from './decision-tree-learning/index.ts';
export {
  bestPruned,
  costComplexityPrune,
  pruningPath,
  reducedErrorPrune,
  selectAlpha,
} from './decision-tree-pruning/index.ts';
export {
  createMiniBatchKMeans,
  kMeans,
  kMeansBounded,
  kMeansFast,
  kMeansPlusPlus,
  optimalKMeans1d,
} from './k-means/index.ts';
export {
  buildKdTree,
  createDynamicIndex,
  createIndex,
  createNearest,
  kNearest,
  knnClassify,
  queryKdTree,
} from './k-nearest-neighbors/index.ts';
