// a class that keeps sums and counts
import { check, checkInitial, nearest, type Rows } from './kit.ts';

class Sums {
  readonly #start: Rows;
  readonly #sums: number[][];
  readonly #counts: number[];

  constructor(initialCentroids: Rows) {
    checkInitial(initialCentroids);
    this.#start = initialCentroids.map((row) => row.slice());
    this.#sums = initialCentroids.map((row) => row.map(() => 0));
    this.#counts = initialCentroids.map(() => 0);
  }

  partialFit(batch: Rows): void {
    check(batch, this.#start[0].length);
    const centroids = this.centroids();
    for (const row of batch) {
      const c = nearest(row, centroids);
      this.#counts[c]++;
      const sum = this.#sums[c];
      for (const [j, value] of row.entries()) sum[j] += value;
    }
  }

  centroids(): number[][] {
    return this.#sums.map((sum, c) => {
      const count = this.#counts[c];
      return count === 0 ? [...this.#start[c]] : sum.map((value) => value / count);
    });
  }

  counts(): number[] {
    return [...this.#counts];
  }
}

export const createMiniBatchKMeans = (initialCentroids: Rows): Sums => new Sums(initialCentroids);
