// A program that uses the package as anybody would, in any runtime: every function on fixed inputs, all results as one text.
import * as reference from 'ml-drills/reference';

let state = 12345;
const random = () => {
  state = (Math.imul(state, 1103515245) + 12345) >>> 0;
  return state / 2 ** 32;
};
const rows = (n, d) =>
  Array.from({ length: n }, () => Array.from({ length: d }, () => Math.round(200 * random()) / 7 - 10));
/** Plain values; numbers that JSON has no text for (NaN, -0 and the infinities) by their names, lest they look alike. */
const plain = (value) => {
  if (typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0))) {
    return Object.is(value, -0) ? '-0' : String(value);
  }
  if (ArrayBuffer.isView(value)) return Array.from(value, plain);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
};

const X = rows(300, 4);
const queries = rows(20, 4);
const y = X.map(([a, b]) => (a * b > 0 ? 1 : 0) + (a > 5 ? 1 : 0));
const start = X.slice(0, 6);
const squaredDistance = (a, b) => a.reduce((sum, value, j) => sum + (value - b[j]) ** 2, 0);
const distance = (a, b) => Math.sqrt(squaredDistance(a, b));
const tree = reference.fitTree(X, y, { maxDepth: 6 });
const withMissing = (node) =>
  node.kind === 'leaf'
    ? node
    : { ...node, missing: 'left', left: withMissing(node.left), right: withMissing(node.right) };
const withCounts = (node, ids) => {
  const counts = [0, 1, 2].map((label) => ids.filter((i) => y[i] === label).length);
  if (node.kind === 'leaf') return { ...node, counts };
  const goesLeft = (i) => X[i][node.featureIndex] <= node.threshold;
  return {
    ...node,
    counts,
    left: withCounts(node.left, ids.filter(goesLeft)),
    right: withCounts(
      node.right,
      ids.filter((i) => !goesLeft(i)),
    ),
  };
};
const counted = withCounts(tree, [...X.keys()]);
const path = reference.pruningPath(counted);
const stream = reference.createNearest(queries[0], 7);
for (const [i, row] of X.entries()) stream.push(row, i);
const batches = reference.createMiniBatchKMeans(start);
for (let i = 0; i < X.length; i += 50) batches.partialFit(X.slice(i, i + 50));
const kdTree = reference.buildKdTree(X);
const index = reference.createIndex(X, distance, random);
const dynamic = reference.createDynamicIndex(4);
for (const row of X) dynamic.insert(row);
for (let id = 0; id < 300; id += 3) dynamic.remove(id);
const flat = reference.flatten(tree);

const results = {
  kMeans: reference.kMeans(X, start),
  kMeansFast: reference.kMeansFast(X, start),
  kMeansPlusPlus: reference.kMeansPlusPlus(X, 8, random),
  kMeansBounded: reference.kMeansBounded(X, start, squaredDistance),
  createMiniBatchKMeans: [batches.centroids(), batches.counts()],
  optimalKMeans1d: reference.optimalKMeans1d(
    X.map(([a]) => a),
    5,
  ),
  kNearest: queries.map((query) => reference.kNearest(X, query, 7)),
  knnClassify: queries.map((query) => reference.knnClassify(X, y, query, 7)),
  createNearest: stream.result(),
  buildKdTree: kdTree,
  queryKdTree: queries.map((query) => reference.queryKdTree(kdTree, query, 7)),
  createIndex: queries.map((query) => index.query(query, 7)),
  createDynamicIndex: queries.map((query) => dynamic.query(query, 7)),
  predict: queries.map((query) => reference.predict(tree, query)),
  flatten: flat,
  predictBatch: reference.predictBatch(flat, queries),
  predictWithMissing: queries.map(([, ...rest]) =>
    reference.predictWithMissing(withMissing(tree), [Number.NaN, ...rest]),
  ),
  predictForest: queries.map((query) => reference.predictForest([tree, tree], query)),
  explain: reference.explain(tree, queries[0], X.slice(0, 10)),
  reducedErrorPrune: reference.reducedErrorPrune(
    counted,
    queries,
    queries.map(() => 1),
  ),
  costComplexityPrune: reference.costComplexityPrune(counted, path[2].ccpAlpha),
  pruningPath: path,
  selectAlpha: reference.selectAlpha(path, [
    { nSamples: 300, path: path.map(({ ccpAlpha }, i) => ({ ccpAlpha, nErrors: 9 + i })) },
  ]),
  bestPruned: reference.bestPruned(counted, 5),
  bestSplit: reference.bestSplit(X, y),
  fitTree: tree,
  fitTreePresorted: reference.fitTreePresorted(X, y, { maxDepth: 6 }),
  fitRegressionTree: reference.fitRegressionTree(
    X,
    X.map(([a, b]) => a + b * b),
    { maxDepth: 4 },
  ),
  fitBoosted: reference.fitBoosted(
    X,
    X.map(([a, b]) => a + b * b),
    { nTrees: 5 },
  ),
};

const missing = Object.keys(reference).filter((name) => results[name] === undefined);
if (missing.length > 0) throw new Error(`no result of ${missing.join(', ')}: call each function here`);

const text = JSON.stringify(plain(results));
if (typeof document === 'undefined') console.log(text);
else globalThis.results = text;
