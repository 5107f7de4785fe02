// a tree of vantage points, read by a generator; `query` is a getter that gives a function, answers are frozen
import { checkRows, compare, type Distance, type Entry, Measured, type Row, type Rows } from './kit.ts';

type Vantage = {
  readonly index: number;
  readonly radius: number;
  readonly inside?: Vantage | undefined;
  readonly outside?: Vantage | undefined;
};

/** The rows of a tree, the likeliest first; each is measured when its turn comes. */
function* likeliest(root: Vantage | undefined, measure: (i: number) => number): Generator<number> {
  const open: [gap: number, node: Vantage][] = root ? [[0, root]] : [];
  while (open.length > 0) {
    let best = 0;
    for (const [at, [gap]] of open.entries()) if (gap <= open[best][0]) best = at;
    const [[gap, { index, radius, inside, outside }]] = open.splice(best, 1);
    const measured = measure(index);
    yield index;
    if (inside) open.push([Math.max(gap, measured - radius), inside]);
    if (outside) open.push([Math.max(gap, radius - measured), outside]);
  }
}

class Vantages {
  readonly #X: Rows;
  readonly #distance: Distance;
  readonly #root: Vantage | undefined;

  constructor(X: Rows, distance: Distance, random: () => number) {
    checkRows(X);
    this.#X = JSON.parse(JSON.stringify(X));
    this.#distance = distance;
    this.#root = this.#grown([...X.keys()], random);
  }

  #grown(rows: readonly number[], random: () => number): Vantage | undefined {
    if (rows.length === 0) return undefined;
    const index = rows[Math.floor(random() * rows.length)];
    const others = rows.filter((i) => i !== index);
    const far = others.map((i): Entry => [this.#distance(this.#X[index], this.#X[i]), i]).sort(compare);
    const middle = far.length >> 1;
    const [near, beyond] = [far.slice(0, middle), far.slice(middle)].map((part) => part.map(([, i]) => i));
    const radius = far[middle]?.[0] ?? 0;
    return { index, radius, inside: this.#grown(near, random), outside: this.#grown(beyond, random) };
  }

  get query() {
    return (query: Row, k: number) => {
      const measured = new Measured(this.#X, query, k, this.#distance);
      for (const _ of likeliest(this.#root, (i) => measured.to(i))) if (measured.isFull) break;
      return Object.freeze(measured.nearest());
    };
  }
}

export const createIndex = (X: Rows, distance: Distance, random: () => number) => new Vantages(X, distance, random);
