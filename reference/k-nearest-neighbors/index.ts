export { buildKdTree, queryKdTree } from './buildKdTree.ts';
export { createDynamicIndex, type DynamicIndex } from './createDynamicIndex.ts';
export { type ApproximateIndex, createIndex, type Distance } from './createIndex.ts';
export { createNearest, type Nearest } from './createNearest.ts';
export type { KdTree } from './kdTree.ts';
export { kNearest } from './kNearest.ts';
export { knnClassify } from './knnClassify.ts';
