export { type KMeansOptions, type KMeansResult, kMeans } from './kMeans.ts';
