// a graph of nearest rows by all pairs, entered in each of its parts, as a class; answers in a Uint32Array
import { checkRows, compare, type Distance, type Entry, Measured, type Row, type Rows } from './kit.ts';

const LINKS = 12;

class NeighbourGraph {
  readonly #X: Rows;
  readonly #distance: Distance;
  readonly #links: Set<number>[];
  readonly #entries: number[] = [];

  constructor(X: Rows, distance: Distance) {
    checkRows(X);
    this.#X = X;
    this.#distance = distance;
    this.#links = X.map(() => new Set());
    this.#link(X.map((row, i) => Float64Array.from(X.slice(0, i), (other) => distance(row, other))));
    const seen = new Set<number>();
    for (const i of X.keys()) {
      if (seen.has(i)) continue;
      this.#entries.push(i);
      const open = [i];
      for (let at = open.pop(); at !== undefined; at = open.pop()) {
        seen.add(at);
        for (const j of this.#links[at]) if (!seen.has(j)) open.push(j);
      }
    }
  }

  /** Both ways between each row and its nearest, by the distances from each row to those before it. */
  #link(before: readonly Float64Array[]): void {
    for (const i of this.#X.keys()) {
      const nearest: Entry[] = [];
      for (const j of this.#X.keys()) {
        const gap = i === j ? 0 : before[Math.max(i, j)][Math.min(i, j)];
        if (nearest.length === LINKS && gap >= nearest[LINKS - 1][0]) continue;
        let at = Math.min(nearest.length, LINKS - 1);
        for (; at > 0 && nearest[at - 1][0] > gap; at--) nearest[at] = nearest[at - 1];
        nearest[at] = [gap, j];
      }
      for (const [, j] of nearest) {
        this.#links[i].add(j);
        this.#links[j].add(i);
      }
    }
  }

  query(query: Row, k: number): Uint32Array {
    const measured = new Measured(this.#X, query, k, this.#distance);
    const open = this.#entries.map((i): Entry => [measured.to(i), i]).sort((a, b) => compare(b, a));
    for (let next = open.pop(); next && !measured.isFull; next = open.pop()) {
      for (const j of this.#links[next[1]]) if (!measured.has(j) && !measured.isFull) open.push([measured.to(j), j]);
      open.sort((a, b) => compare(b, a));
    }
    return Uint32Array.from(measured.nearest());
  }
}

export const createIndex = (X: Rows, distance: Distance) => new NeighbourGraph(X, distance);
