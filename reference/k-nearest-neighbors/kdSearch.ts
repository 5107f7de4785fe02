import { type KdTree, LEAF_SIZE } from './kdTree.ts';

/** A search for the k nearest rows to a query, in one kd-tree or in several, one after another. */
export class KdSearch {
  readonly #query: Float64Array;
  readonly #k: number;
  /** The nearest rows so far as a heap with the farthest at [0]: squared distances, and ids beside them. */
  readonly #distances: Float64Array;
  readonly #ids: Uint32Array;
  #size = 0;
  /** Beyond this squared distance no row is of interest; infinite until there are k. */
  #limit = Infinity;

  constructor(query: readonly number[], k: number) {
    this.#query = Float64Array.from(query);
    this.#k = k;
    this.#distances = new Float64Array(k);
    this.#ids = new Uint32Array(k);
  }

  /** Looks at a tree; rows that are dropped are passed over. */
  visit(tree: KdTree, isDropped?: (id: number) => boolean): void {
    this.#range(tree, 0, tree.ids.length - 1, 0, isDropped);
  }

  /** The ids found: nearest first, the lower id first at equal distances. */
  result(): number[] {
    const found: number[] = [];
    for (let i = 0; i < this.#size; i++) found.push(i);
    found.sort((a, b) => this.#distances[a] - this.#distances[b] || this.#ids[a] - this.#ids[b]);
    return found.map((i) => this.#ids[i]);
  }

  /**
   * Looks at the side of the middle that the query is on, then at the middle itself, and at the other side only if the
   * plane between is not beyond the limit. A row over there may still be as far as the limit and have a lower id: so at
   * equality it is looked at. Rounding cannot spoil this: a sum of squares is not smaller than one of them, rounded or not.
   */
  #range(tree: KdTree, first: number, last: number, feature: number, isDropped?: (id: number) => boolean): void {
    if (last - first < LEAF_SIZE) {
      for (let place = first; place <= last; place++) this.#look(tree, place, isDropped);
      return;
    }
    const middle = (first + last) >> 1;
    const next = feature + 1 === tree.nFeatures ? 0 : feature + 1;
    const beyond = this.#query[feature] - tree.values[middle * tree.nFeatures + feature];
    if (beyond <= 0) this.#range(tree, first, middle - 1, next, isDropped);
    else this.#range(tree, middle + 1, last, next, isDropped);
    if (beyond * beyond > this.#limit) return;
    this.#look(tree, middle, isDropped);
    if (beyond <= 0) this.#range(tree, middle + 1, last, next, isDropped);
    else this.#range(tree, first, middle - 1, next, isDropped);
  }

  #look({ nFeatures, ids, values }: KdTree, place: number, isDropped?: (id: number) => boolean): void {
    const query = this.#query;
    const start = place * nFeatures;
    let squared = 0;
    for (let j = 0; j < nFeatures; j++) {
      const difference = values[start + j] - query[j];
      squared += difference * difference;
    }
    if (squared > this.#limit || isDropped?.(ids[place])) return;
    this.#keep(squared, ids[place]);
  }

  #keep(squared: number, id: number): void {
    if (this.#size < this.#k) this.#rise(this.#size++, squared, id);
    else if (squared < this.#limit || id < this.#ids[0]) this.#sink(squared, id);
    if (this.#size === this.#k) this.#limit = this.#distances[0];
  }

  /** Puts a row at a new last place of the heap and moves nearer parents down. */
  #rise(last: number, squared: number, id: number): void {
    let i = last;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (!this.#isFarther(squared, id, parent)) break;
      this.#move(parent, i);
      i = parent;
    }
    this.#distances[i] = squared;
    this.#ids[i] = id;
  }

  /** Puts a row in the place of the farthest and moves farther children up. */
  #sink(squared: number, id: number): void {
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= this.#size) break;
      if (child + 1 < this.#size && this.#isFarther(this.#distances[child + 1], this.#ids[child + 1], child)) child++;
      if (this.#isFarther(squared, id, child)) break;
      this.#move(child, i);
      i = child;
    }
    this.#distances[i] = squared;
    this.#ids[i] = id;
  }

  /** Whether a row comes after the one at a place of the heap. */
  #isFarther(squared: number, id: number, place: number): boolean {
    const other = this.#distances[place];
    return squared > other || (squared === other && id > this.#ids[place]);
  }

  #move(from: number, to: number): void {
    this.#distances[to] = this.#distances[from];
    this.#ids[to] = this.#ids[from];
  }
}
