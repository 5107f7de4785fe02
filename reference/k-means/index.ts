export { type KMeansOptions, type KMeansResult, kMeans } from './kMeans.ts';
export { kMeansPlusPlus } from './kMeansPlusPlus.ts';
