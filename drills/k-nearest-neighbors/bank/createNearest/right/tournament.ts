// a tournament in a class with private fields, doubled when it is full; results are Float64Arrays, errors have a class of their own
import { compare, type Entry, entryOf, type Row, validate } from './kit.ts';

class NeighbourError extends RangeError {
  override name = 'NeighbourError';
}

/** The leaves are the k neighbours; each node above, at 1 to width - 1, holds the place of the worse of two. */
class Tournament {
  readonly #query: Row;
  readonly #k: number;
  readonly #leaves: Entry[] = [];
  #worst = new Uint32Array(1);

  constructor(query: Row, k: number) {
    this.#query = query;
    this.#k = k;
  }

  push(row: Row, index: number): void {
    const entry = asked(() => entryOf(row, this.#query, index));
    const isFull = this.#leaves.length === this.#k;
    const place = isFull ? (this.#worst[1] ?? 0) : this.#leaves.length;
    if (isFull && compare(entry, this.#leaves[place]) > 0) return;
    this.#leaves[place] = entry;
    if (place < this.#worst.length) this.#replay(place);
    else this.#double();
  }

  result(): Float64Array {
    return Float64Array.from(this.#leaves.toSorted(compare), ([, index]) => index);
  }

  #winner(node: number): number {
    return node < this.#worst.length ? this.#worst[node] : node - this.#worst.length;
  }

  #play(node: number): void {
    const [a, b] = [this.#winner(2 * node), this.#winner(2 * node + 1)];
    const isFirst =
      b >= this.#leaves.length || (a < this.#leaves.length && compare(this.#leaves[a], this.#leaves[b]) > 0);
    this.#worst[node] = isFirst ? a : b;
  }

  #replay(place: number): void {
    for (let node = (place + this.#worst.length) >> 1; node >= 1; node >>= 1) this.#play(node);
  }

  #double(): void {
    this.#worst = new Uint32Array(2 * this.#worst.length);
    for (let node = this.#worst.length - 1; node >= 1; node--) this.#play(node);
  }
}

function asked<T>(ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    throw new NeighbourError('malformed', { cause: error });
  }
}

export function createNearest(query: Row, k: number) {
  asked(() => validate(query, k));
  return new Tournament(query, k);
}
