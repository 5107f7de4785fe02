// typed arrays: for each number of votes how many labels have reached it, and the smallest of them
import { type Row, type Trees, vote } from './kit.ts';

const predictForest = (trees: Trees, x: Row): number => {
  const n = trees.length;
  if (n === 0) throw new RangeError('an empty forest');
  const counts = new Map<number, number>();
  const nReached = new Uint32Array(n + 1);
  const smallest = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY);
  let most = 0;
  for (let i = 0; i < n; i++) {
    const label = vote(trees[i], x);
    const count = (counts.get(label) ?? 0) + 1;
    counts.set(label, count);
    nReached[count]++;
    smallest[count] = Math.min(smallest[count], label);
    most = Math.max(most, count);
    const leader = smallest[most];
    const level = most - (n - 1 - i); // with so many votes a label could still draw level
    if (level === most) return leader;
    if (level > 0 && nReached[level + 1] === 1 && smallest[level] === leader) return leader;
  }
  throw new Error('the last tree settles it');
};

export { predictForest };
