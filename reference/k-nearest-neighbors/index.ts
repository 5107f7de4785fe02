export { kNearest } from './kNearest.ts';
export { knnClassify } from './knnClassify.ts';
