// a generator of states, other centroids by distance without bounds of rows, getters for the result
import { check, type Distance, moved, type Options, type Rows, SLACK } from './kit.ts';

type Nearest = { readonly label: number; readonly square: number };
const nearer = (a: Nearest, b: Nearest): Nearest =>
  b.square < a.square || (b.square === a.square && b.label < a.label) ? b : a;

/** A row asks the centroids around its own one in order, as long as they can be nearer. */
function assign(X: Rows, distance: Distance, now: Rows, last: readonly Nearest[], isFirst: boolean): Nearest[] {
  const table = now.map(() => now.map(() => 0));
  if (!isFirst)
    for (const a of now.keys()) for (let b = 0; b < a; b++) table[a][b] = table[b][a] = distance(now[a], now[b]);
  const orders = table.map((row, a) => [...row.keys()].filter((c) => c !== a).sort((b, c) => row[b] - row[c]));
  return last.map(({ label }, i) => {
    const start = { label, square: distance(X[i], now[label]) };
    let best: Nearest = start;
    for (const c of orders[label]) {
      if (!isFirst && table[label][c] > 4 * start.square * (1 + SLACK)) break;
      best = nearer(best, { label: c, square: distance(X[i], now[c]) });
    }
    return best;
  });
}

class Clustering {
  constructor(
    readonly centroids: Rows,
    readonly nearest: readonly Nearest[],
    readonly nIter: number,
    readonly converged: boolean,
  ) {}
  get labels() {
    return Uint32Array.from(this.nearest, ({ label }) => label);
  }
  get inertia() {
    return this.nearest.reduce((sum, { square }) => sum + square, 0);
  }
}

function* states(X: Rows, initial: Rows, distance: Distance) {
  const nothing = X.map(() => ({ label: 0, square: 0 }));
  let state = new Clustering(initial, assign(X, distance, initial, nothing, true), 0, false);
  for (;;) {
    yield state;
    const { labels, nearest, nIter } = state;
    const centroids = moved(X, labels, state.centroids).map((c) => Float64Array.from(c)) as unknown as Rows;
    const next = assign(X, distance, centroids, nearest, false);
    state = new Clustering(
      centroids,
      next,
      nIter + 1,
      next.every(({ label }, i) => label === labels[i]),
    );
  }
}

export function kMeansBounded(X: Rows, initialCentroids: Rows, squaredDistance: Distance, options?: Options) {
  const maxIter = check(X, initialCentroids, options);
  for (const state of states(X, initialCentroids, squaredDistance))
    if (state.converged || state.nIter === maxIter) return state;
  throw new Error('it never ends');
}
