// a generator of votes, object keys for counts; ranks the labels only once, half way, and keeps the best two from there on
import { better, type Row, type Standing, type Trees, vote } from './kit.ts';

function* votes(trees: Trees, x: Row): Generator<number, undefined, undefined> {
  for (const tree of trees) yield vote(tree, x);
}

const predictForest = (trees: Trees, x: Row): number => {
  const n = trees.length;
  if (n === 0) throw new RangeError('an empty forest');
  const walk = votes(trees, x);
  const counts: Record<string, number> = Object.create(null);
  const take = (): Standing => {
    const label = Number(walk.next().value);
    counts[label] = (counts[label] ?? 0) + 1;
    return [label, counts[label]];
  };
  const half = Math.floor(n / 2) + 1; // fewer votes can be outvoted by a label that nobody has named
  for (let i = 0; i < half; i++) take();
  let [first, second]: Standing[] = [
    [0, 0],
    [Infinity, 0],
  ];
  for (const key of Object.keys(counts)) {
    const now: Standing = [Number(key), counts[key]];
    if (better(now, first)) [first, second] = [now, first];
    else if (better(now, second)) second = now;
  }
  for (let left = n - half; left > 0; left--) {
    if (better(first, [second[0], second[1] + left]) && first[1] > left) break;
    const now = take();
    if (now[0] === first[0]) first = now;
    else if (better(now, first)) [first, second] = [now, first];
    else if (now[0] === second[0] || better(now, second)) second = now;
  }
  return first[0];
};

export { predictForest };
