// a Map of distinct rows with weights, string keys
import { nearest, type Options, type Row, type Rows, squared, validate } from './kit.ts';

export function kMeans(X: Rows, initialCentroids: Rows, options?: Options) {
  const maxIter = validate(X, initialCentroids, options);
  const byKey = new Map<string, { row: Row; weight: number; label: number }>();
  const keys = X.map((row) => row.join(' '));
  X.forEach((row, i) => {
    const known = byKey.get(keys[i]);
    if (known) known.weight++;
    else byKey.set(keys[i], { row, weight: 1, label: -1 });
  });
  const centroids = [...initialCentroids];
  const assign = () => {
    let changed = false;
    for (const entry of byKey.values()) {
      const label = nearest(entry.row, centroids);
      changed ||= label !== entry.label;
      entry.label = label;
    }
    return changed;
  };
  const update = () => {
    const groups = new Map<number, { sum: number[]; weight: number }>();
    for (const { row, weight, label } of byKey.values()) {
      const group = groups.get(label) ?? { sum: row.map(() => 0), weight: 0 };
      groups.set(label, group);
      group.weight += weight;
      for (let j = 0; j < row.length; j++) group.sum[j] += row[j] * weight;
    }
    for (const [label, { sum, weight }] of groups) centroids[label] = sum.map((v) => v / weight);
  };
  assign();
  let nIter = 0;
  let converged = false;
  while (nIter < maxIter && !converged) {
    update();
    nIter++;
    converged = !assign();
  }
  let inertia = 0;
  for (const { row, weight, label } of byKey.values()) inertia += weight * squared(row, centroids[label]);
  const labels = keys.map((key) => byKey.get(key)?.label ?? 0);
  return { centroids, labels, inertia, nIter, converged };
}
