// a binary tree of sums, gone down from its root
import { choosing } from './kit.ts';

export const kMeansPlusPlus = choosing((weights, random) => {
  let size = 1;
  while (size < weights.length) size *= 2;
  const sums = new Float64Array(2 * size);
  sums.set(weights, size);
  for (let node = size - 1; node > 0; node--) sums[node] = sums[2 * node] + sums[2 * node + 1];
  if (sums[1] === 0) return -1;
  let left = random() * sums[1];
  let node = 1;
  while (node < size) {
    node *= 2;
    if (sums[node] > 0 && (left < sums[node] || sums[node + 1] === 0)) continue;
    left -= sums[node];
    node++;
  }
  return node - size;
});
