export { createMiniBatchKMeans, type MiniBatchKMeans } from './createMiniBatchKMeans.ts';
export { type KMeansOptions, type KMeansResult, kMeans } from './kMeans.ts';
export { kMeansBounded, type SquaredDistance } from './kMeansBounded.ts';
export { kMeansFast } from './kMeansFast.ts';
export { kMeansPlusPlus } from './kMeansPlusPlus.ts';
export { type Clustering1d, optimalKMeans1d } from './optimalKMeans1d.ts';
