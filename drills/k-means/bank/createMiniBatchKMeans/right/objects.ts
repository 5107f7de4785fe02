// an object for each centroid, which takes up what it was given at the end of a batch; Math.hypot
import { check, checkInitial, type Row, type Rows } from './kit.ts';

class Centroid {
  at: Row;
  size = 0;
  #given: Row[] = [];

  constructor(at: Row) {
    this.at = Array.from(at);
  }

  give(row: Row): void {
    this.#given.push(row);
  }

  settle(): void {
    for (const row of this.#given) {
      this.size += 1;
      this.at = this.at.map((value, j) => value * (1 - 1 / this.size) + row[j] / this.size);
    }
    this.#given = [];
  }
}

export function createMiniBatchKMeans(initialCentroids: Rows) {
  const d = checkInitial(initialCentroids);
  const all = initialCentroids.map((row) => new Centroid(row));
  return {
    partialFit(batch: Rows): void {
      check(batch, d);
      for (const row of batch) {
        const distances = all.map(({ at }) => Math.hypot(...row.map((value, j) => value - at[j])));
        const least = distances.reduce((a, b) => Math.min(a, b));
        all[distances.indexOf(least)].give(row);
      }
      for (const each of all) each.settle();
    },
    centroids: () => all.map(({ at }) => at),
    counts: () => all.map(({ size }) => size),
  };
}
