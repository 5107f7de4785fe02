// keeps all states, distances by Math.hypot, labels as floats
import { means, type Options, type Row, type Rows, validate } from './kit.ts';

/** Math.hypot takes its numbers as arguments: a thousand at a time. */
function hypot(row: Row, c: Row): number {
  const parts: number[] = [];
  for (let j = 0; j < row.length; j += 1000)
    parts.push(Math.hypot(...row.slice(j, j + 1000).map((v, at) => v - c[j + at])));
  return parts.length > 1 ? Math.sqrt(parts.reduce((sum, part) => sum + part ** 2, 0)) : parts[0];
}

function nearest(row: Row, C: Rows): number {
  const far = C.map((c) => hypot(row, c));
  return far.reduce((best, d, c) => (d < far[best] ? c : best), 0);
}

export function kMeans(X: Rows, initialCentroids: Rows, options?: Options) {
  const maxIter = validate(X, initialCentroids, options);
  const assign = (C: Rows) => ({ C, labels: X.map((row) => nearest(row, C)) });
  const states = [assign(structuredClone(initialCentroids) as number[][])];
  const keys = [JSON.stringify(states[0].labels)];
  const isSettled = () => keys.length > 1 && keys.at(-1) === keys.at(-2);
  while (states.length <= maxIter && !isSettled()) {
    const { C, labels } = states[states.length - 1];
    states.push(assign(means(X, C, labels)));
    keys.push(JSON.stringify(states[states.length - 1].labels));
  }
  const { C, labels } = states[states.length - 1];
  return {
    converged: isSettled(),
    nIter: states.length - 1,
    inertia: X.reduce((sum, row, i) => sum + hypot(row, C[labels[i]]) ** 2, 0),
    labels: Float64Array.from(labels),
    centroids: C,
  };
}
