// k scans, refusing through the distance, a subclass of RangeError
import type { Row, Rows } from './kit.ts';

class BadInput extends RangeError {
  override readonly name = 'BadInput';
}
/** One scan for each neighbour: the nearest of those that come after the last one found. */
const kNearest = (X: Rows, query: Row, k: number): number[] => {
  if (!(k >= 1 && k <= X.length && Math.floor(k) === k)) throw new BadInput();
  const far: number[] = [];
  for (const row of X) {
    if (row.length < 1 || row.length !== query.length) throw new BadInput();
    let sum = 0;
    for (let f = 0; f < row.length; f++) sum += (row[f] - query[f]) * (row[f] - query[f]);
    if (!(sum < Number.POSITIVE_INFINITY)) throw new BadInput();
    far.push(sum);
  }
  const found: number[] = [];
  let lastFar = -1;
  let lastIndex = -1;
  while (found.length < k) {
    let best = -1;
    for (let i = 0; i < far.length; i++) {
      const isLeft = far[i] > lastFar || (far[i] === lastFar && i > lastIndex);
      if (isLeft && (best < 0 || far[i] < far[best])) best = i;
    }
    found.push(best);
    lastFar = far[best];
    lastIndex = best;
  }
  return found;
};
const knnClassify = (X: Rows, y: Row, query: Row, k: number): number => {
  const found = kNearest(X, query, k);
  if (y.length !== X.length) throw new BadInput();
  let winner = y[found[0]];
  let most = 0;
  for (const i of found) {
    let votes = 0;
    for (const j of found) if (y[j] === y[i]) votes++;
    if (votes > most || (votes === most && y[i] < winner)) {
      most = votes;
      winner = y[i];
    }
  }
  return winner;
};

export { kNearest, knnClassify };
