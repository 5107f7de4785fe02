// a class with a generator that never ends, the result of a class of its own
import { check, type Random, type Row, type Rows, squared } from './kit.ts';

class SeedList extends Array<number> {}

interface Weighed {
  readonly row: Row;
  readonly i: number;
  weight: number;
  taken: boolean;
}

/** Rows that know how far they are from a seed. */
class Seeder {
  readonly #rows: Weighed[];
  readonly #random: Random;
  constructor(X: Rows, random: Random) {
    this.#rows = X.map((row, i) => ({ row, i, weight: Number.POSITIVE_INFINITY, taken: false }));
    this.#random = random;
  }
  get sum(): number {
    return this.#rows.reduce((sum, { weight }) => sum + weight, 0);
  }
  *seeds(): Generator<number, void, undefined> {
    let seed = this.#rows[Math.floor(this.#random() * this.#rows.length)];
    for (;;) {
      seed.taken = true;
      yield seed.i;
      for (const each of this.#rows) each.weight = Math.min(each.weight, squared(each.row, seed.row));
      seed = this.#next();
    }
  }
  #next(): Weighed {
    let left = this.#random() * this.sum;
    let last: Weighed | undefined;
    for (const each of this.#rows) {
      if (each.weight === 0) continue;
      last = each;
      left -= each.weight;
      if (left < 0) break;
    }
    return last ?? this.#rows.find(({ taken }) => !taken) ?? this.#rows[0];
  }
}

export function kMeansPlusPlus(X: Rows, nClusters: number, random: Random): ArrayLike<number> {
  check(X, nClusters);
  const result = new SeedList();
  for (const seed of new Seeder(X, random).seeds()) {
    result.push(seed);
    if (result.length === nClusters) break;
  }
  return result;
}
