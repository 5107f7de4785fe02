// a shuffle first, then filters; indices as floats
import { check, type Random, type Rows, squared } from './kit.ts';

/** Rows on seeds come last, in the order of the shuffle. */
export function kMeansPlusPlus(X: Rows, nClusters: number, random: Random): ArrayLike<number> {
  check(X, nClusters);
  const order = [...X.keys()];
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
  const [first, ...others] = order;
  let rows = others.map((i) => ({ i, d: Number.POSITIVE_INFINITY }));
  const seeds = new Float32Array(nClusters);
  let seed = first;
  seeds[0] = first;
  for (let c = 1; c < nClusters; c++) {
    rows = rows.filter(({ i }) => i !== seed).map(({ i, d }) => ({ i, d: Math.min(d, squared(X[i], X[seed])) }));
    let left = random() * rows.reduce((before, { d }) => before + d, 0);
    const away = rows.filter(({ d }) => d > 0);
    const found = away.find(({ d }) => {
      left -= d;
      return left < 0;
    });
    seed = (found ?? away.at(-1) ?? rows[rows.length - 1]).i;
    seeds[c] = seed;
  }
  return seeds;
}
