// as somebody answers who has read the question
type Matrix = readonly (readonly number[])[];

const squared = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, j) => sum + (value - b[j]) ** 2, 0);

function validate(X: Matrix, nClusters: number): void {
  if (X.length === 0) throw new RangeError('empty');
  if (X.some((x) => x.length === 0 || x.length !== X[0].length)) throw new RangeError('ragged');
  if (!X.every((x) => x.every(Number.isFinite))) throw new RangeError('not finite');
  if (!Number.isInteger(nClusters) || nClusters < 1 || nClusters > X.length) throw new RangeError('nClusters');
}

function draw(weights: readonly number[], random: () => number): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const target = random() * total;
  let passed = 0;
  let drawn = -1;
  for (let i = 0; i < weights.length && (drawn < 0 || passed <= target); i++) {
    if (weights[i] === 0) continue;
    passed += weights[i];
    drawn = i;
  }
  return drawn;
}

export function kMeansPlusPlus(X: Matrix, nClusters: number, random: () => number): number[] {
  validate(X, nClusters);
  const nearest = X.map(() => Infinity);
  const isUnused = X.map(() => 1);
  const seeds = [draw(isUnused, random)];
  while (seeds.length < nClusters) {
    const seed = seeds[seeds.length - 1];
    isUnused[seed] = 0;
    for (let i = 0; i < X.length; i++) nearest[i] = Math.min(nearest[i], squared(X[i], X[seed]));
    const isAnyApart = nearest.some((distance) => distance > 0);
    seeds.push(draw(isAnyApart ? nearest : isUnused, random));
  }
  return seeds;
}
