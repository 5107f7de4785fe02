import type * as reference from '../../../reference/k-means/index.ts';

export type PlusPlus = typeof reference.kMeansPlusPlus;
export type Row = readonly number[];
export type Matrix = readonly Row[];

/** A right solution of replaceable parts. */
export interface Parts {
  validate(X: Matrix, nClusters: number): void;
  first(X: Matrix, random: () => number): number;
  squaredDistance(a: Row, b: Row): number;
  /** What is kept of a row: the smallest squared distance before, and the one to the new seed, number `nSeeds`. */
  nearest(before: number, now: number, nSeeds: number): number;
  /** The weight of a row of this squared distance. */
  weight(squared: number): number;
  /** The row drawn with these weights, or -1 when all of them are 0. */
  draw(weights: readonly number[], random: () => number): number;
  /** A row that is no seed, when all rows lie on seeds. */
  rest(isSeed: readonly boolean[], random: () => number): number;
}

export function validate(X: Matrix, nClusters: number): void {
  if (X.length === 0) throw new RangeError('no rows');
  validateRows(X);
  validateCount(X, nClusters);
}

export function validateRows(X: Matrix): void {
  const nFeatures = X[0].length;
  if (nFeatures === 0) throw new RangeError('no features');
  for (const row of X) {
    if (row.length !== nFeatures) throw new RangeError('rows of different lengths');
    for (const value of row) if (!Number.isFinite(value)) throw new RangeError('not a finite coordinate');
  }
}

export function validateCount(X: Matrix, nClusters: number): void {
  if (!Number.isInteger(nClusters) || nClusters < 1 || nClusters > X.length) {
    throw new RangeError('nClusters is not an integer from 1 to nSamples');
  }
}

export function squaredDistance(a: Row, b: Row): number {
  let sum = 0;
  for (let j = 0; j < a.length; j++) {
    const difference = a[j] - b[j];
    sum += difference * difference;
  }
  return sum;
}

export const total = (weights: readonly number[]): number => {
  let sum = 0;
  for (const weight of weights) sum += weight;
  return sum;
};

export function draw(weights: readonly number[], random: () => number): number {
  const threshold = random() * total(weights);
  let sum = 0;
  let last = -1;
  for (let i = 0; i < weights.length; i++) {
    if (!(weights[i] > 0)) continue;
    sum += weights[i];
    last = i;
    if (threshold < sum) return i;
  }
  return last;
}

export const parts: Parts = {
  validate,
  first: (X, random) => Math.floor(random() * X.length),
  squaredDistance,
  nearest: (before, now) => Math.min(before, now),
  weight: (squared) => squared,
  draw,
  rest: (isSeed) => isSeed.indexOf(false),
};

/** The right solution with some parts replaced. */
export function seeding(replaced: Partial<Parts>): PlusPlus {
  const p = { ...parts, ...replaced };
  return (X, nClusters, random) => {
    p.validate(X, nClusters);
    const seeds: number[] = [];
    const isSeed = X.map(() => false);
    const squared = X.map(() => Number.POSITIVE_INFINITY);
    let next = p.first(X, random);
    for (;;) {
      seeds.push(next);
      isSeed[next] = true;
      if (seeds.length >= nClusters) return seeds;
      for (let i = 0; i < X.length; i++) {
        squared[i] = p.nearest(squared[i], p.squaredDistance(X[i], X[next]), seeds.length);
      }
      next = p.draw(squared.map(p.weight), random);
      if (next === -1) next = p.rest(isSeed, random);
    }
  };
}
