// equal values as one with a weight; they part only where there are fewer of these than clusters
import { type Cost, check, sortedIndices, strides } from './kit.ts';

type Group = [value: number, members: number[]];

/** A cluster for each value, and the spare ones for equal values. */
function apart(distinct: readonly Group[], nClusters: number, n: number) {
  let spare = nClusters - distinct.length;
  const labels = new Array<number>(n);
  const centroids: number[] = [];
  for (const [value, members] of distinct) {
    const own = Math.min(members.length, 1 + spare);
    spare -= own - 1;
    for (let c = 0; c < own; c++) centroids.push(value);
    for (const [m, i] of members.entries()) labels[i] = centroids.length - own + Math.min(m, own - 1);
  }
  return { labels, centroids, inertia: 0 };
}

function costOf(distinct: readonly Group[]): Cost {
  const middle = distinct[distinct.length >> 1][0];
  const [counts, sums, squares] = [[0], [0], [0]];
  for (const [g, [value, { length }]] of distinct.entries()) {
    counts.push(counts[g] + length);
    sums.push(sums[g] + length * (value - middle));
    squares.push(squares[g] + length * (value - middle) ** 2);
  }
  return (from, to) => squares[to] - squares[from] - (sums[to] - sums[from]) ** 2 / (counts[to] - counts[from]);
}

export function optimalKMeans1d(values: readonly number[], nClusters: number) {
  check(values, nClusters);
  const groups = new Map<number, number[]>();
  for (const i of sortedIndices(values)) {
    const group = groups.get(values[i]); // 0 and -0 are one key
    if (group) group.push(i);
    else groups.set(values[i], [i]);
  }
  const distinct = [...groups];
  if (distinct.length <= nClusters) return apart(distinct, nClusters, values.length);
  const begins = Array.from(strides(distinct.length, nClusters, costOf(distinct)));
  const labels = new Float64Array(values.length);
  let inertia = 0;
  const centroids = begins.map((from, c) => {
    const cluster = distinct.slice(from, begins[c + 1]);
    const size = cluster.reduce((sum, [, members]) => sum + members.length, 0);
    const mean = cluster.reduce((sum, [v, { length }]) => sum + (v - cluster[0][0]) * (length / size), cluster[0][0]);
    for (const [value, members] of cluster) {
      for (const i of members) labels[i] = c;
      inertia += members.length * (value - mean) ** 2;
    }
    return mean;
  });
  return { labels, centroids, inertia };
}
