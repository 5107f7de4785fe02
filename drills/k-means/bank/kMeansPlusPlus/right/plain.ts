// plain: one small function for each step
type Row = readonly number[];
type Rows = readonly Row[];

export function kMeansPlusPlus(X: Rows, nClusters: number, random: () => number): number[] {
  check(X, nClusters);
  const isSeed = X.map(() => false);
  const nearest = X.map(() => Number.POSITIVE_INFINITY);
  const seeds = [Math.floor(random() * X.length)];
  while (seeds.length < nClusters) {
    const seed = seeds[seeds.length - 1];
    isSeed[seed] = true;
    for (let i = 0; i < X.length; i++) nearest[i] = Math.min(nearest[i], squared(X[i], X[seed]));
    const drawn = draw(nearest, random);
    seeds.push(drawn < 0 ? isSeed.indexOf(false) : drawn);
  }
  return seeds;
}

function check(X: Rows, nClusters: number): void {
  if (X.length === 0) throw new RangeError('no rows');
  if (X[0].length === 0) throw new RangeError('no features');
  if (X.some((row) => row.length !== X[0].length)) throw new RangeError('ragged rows');
  if (X.some((row) => row.some((v) => !Number.isFinite(v)))) throw new RangeError('a coordinate that is not finite');
  if (!Number.isInteger(nClusters) || nClusters < 1) throw new RangeError('nClusters');
  if (nClusters > X.length) throw new RangeError('more clusters than rows');
}

function squared(a: Row, b: Row): number {
  return a.reduce((sum, v, j) => sum + (v - b[j]) ** 2, 0);
}

/** An index drawn by these weights, or -1 where all of them are 0. */
function draw(weights: Row, random: () => number): number {
  let left = random() * total(weights);
  let last = -1;
  for (let i = 0; i < weights.length && left >= 0; i++) {
    if (weights[i] > 0) last = i;
    left -= weights[i];
  }
  return last;
}

function total(weights: Row): number {
  return weights.reduce((sum, weight) => sum + weight, 0);
}
