// Map of rings by string keys, Set of the found
import { type Row, type Rows, squared, validate } from './kit.ts';

/** Indices by distance; each bucket fills in order of index. */
const kNearest = (X: Rows, query: Row, k: number): number[] => {
  validate(X, query, k);
  const rings = new Map<string, number[]>();
  for (const [i, row] of X.entries()) {
    const key = JSON.stringify(squared(row, query));
    const ring = rings.get(key);
    if (ring) ring.push(i);
    else rings.set(key, [i]);
  }
  const found = new Set<number>();
  const byRadius = Array.from(rings, ([key, ring]) => ({ radius: Number(key), ring }));
  for (const { ring } of byRadius.sort((a, b) => a.radius - b.radius)) {
    for (const i of ring) if (found.size < k) found.add(i);
    if (found.size === k) break;
  }
  return Array.from(found);
};
const knnClassify = (X: Rows, y: Row, query: Row, k: number): number => {
  validate(X, query, k, y);
  const voters = new Map<string, Set<number>>();
  for (const i of kNearest(X, query, k)) {
    const key = `label ${y[i]}`;
    voters.set(key, (voters.get(key) ?? new Set()).add(i));
  }
  const [[key]] = [...voters].sort(([a, va], [b, vb]) => vb.size - va.size || Number(a.slice(6)) - Number(b.slice(6)));
  return Number(key.slice(6));
};

export { kNearest, knnClassify };
