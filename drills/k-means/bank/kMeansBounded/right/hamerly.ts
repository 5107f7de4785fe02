// one bound for all other centroids, in an object for each row that asks as late as it can
import { type Distance, lloyd, type Row, type Rows, SLACK } from './kit.ts';

class Bound {
  label = 0;
  square: number | undefined;
  #upper = 0;
  #lower = 0;
  readonly #row: Row;
  readonly #distance: Distance;

  constructor(row: Row, distance: Distance) {
    this.#row = row;
    this.#distance = distance;
  }

  own(centroids: Rows): number {
    this.square ??= this.#distance(this.#row, centroids[this.label]);
    this.#upper = Math.sqrt(this.square);
    return this.square;
  }

  follow(drifts: Row): void {
    const own = drifts[this.label];
    const other = Math.max(0, ...drifts.filter((_, c) => c !== this.label));
    if (own !== 0) this.square = undefined;
    this.#upper = (this.#upper + own) * (1 + SLACK);
    this.#lower -= other + SLACK * (this.#lower + other);
  }

  settle(centroids: Rows, room: number): void {
    const bound = Math.max(this.#lower, room) * (1 - SLACK);
    if (bound > this.#upper) return;
    this.own(centroids);
    if (bound <= this.#upper) this.ask(centroids);
  }

  ask(centroids: Rows): void {
    const own = this.own(centroids);
    const all = centroids.map((centroid, c) => (c === this.label ? own : this.#distance(this.#row, centroid)));
    this.square = Math.min(...all);
    this.label = all.indexOf(this.square);
    this.#upper = Math.sqrt(this.square);
    this.#lower = Math.sqrt(Math.min(...all.filter((_, c) => c !== this.label)));
  }
}

export const kMeansBounded = lloyd((X, distance) => {
  const rows = X.map((row) => new Bound(row, distance));
  let latest: Rows = [];
  return {
    assign(now, before) {
      latest = now;
      if (before) {
        const drifts = now.map((centroid, c) => Math.sqrt(distance(before[c], centroid)));
        const room = now.map(() => Number.POSITIVE_INFINITY);
        for (let a = 0; a < now.length; a++) {
          for (let b = 0; b < a; b++) {
            const half = Math.sqrt(distance(now[a], now[b])) / 2;
            room[a] = Math.min(room[a], half);
            room[b] = Math.min(room[b], half);
          }
        }
        for (const row of rows) {
          row.follow(drifts);
          row.settle(now, room[row.label]);
        }
      } else for (const row of rows) row.ask(now);
      return Int32Array.from(rows, ({ label }) => label);
    },
    own: () => rows.map((row) => row.own(latest)),
  };
});
