// generators of states, bisectors instead of distances, a frozen answer
import { equal, means, type Options, type Row, type Rows, total, validate } from './kit.ts';

/** ||x - a||^2 - ||x - b||^2 = sum of ((x - a) - (x - b)) ((x - a) + (x - b)). */
function nearest(row: Row, C: Rows): number {
  let best = 0;
  for (let c = 1; c < C.length; c++) {
    let lead = 0;
    row.forEach((v, j) => {
      const a = v - C[best][j];
      const b = v - C[c][j];
      lead += (a - b) * (a + b);
    });
    if (lead > 0) best = c;
  }
  return best;
}

function* states(X: Rows, initial: Rows) {
  let centroids = initial;
  let labels = X.map((row) => nearest(row, centroids));
  for (let converged = false, nIter = 0; ; nIter++) {
    yield { centroids, labels, nIter, converged };
    centroids = means(X, centroids, labels);
    const next = X.map((row) => nearest(row, centroids));
    converged = equal(labels, next);
    labels = next;
  }
}

export function kMeans(X: Rows, initialCentroids: Rows, options?: Options) {
  const maxIter = validate(X, initialCentroids, options);
  for (const state of states(X, initialCentroids)) {
    if (!state.converged && state.nIter < maxIter) continue;
    const { centroids, labels } = state;
    Object.freeze(labels);
    return Object.freeze({ ...state, inertia: total(X, centroids, labels) });
  }
  throw new Error('not reached');
}
