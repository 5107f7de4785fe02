// trees of doubling sizes in typed arrays, medians in the middle, as a class with private fields
import { among, type Best, checkCount, checkRow, checkWidth, type Row } from './kit.ts';

/** Each tree is an array of slots in which a median stands in the middle of its part. */
class Slots {
  readonly #nFeatures: number;
  #values = new Float64Array(8);
  #nInserted = 0;
  readonly #there = new Set<number>();
  /** At place p a tree of 2 ** p slots or fewer, or none. */
  #trees: (Int32Array | undefined)[] = [];

  constructor(nFeatures: number) {
    checkWidth(nFeatures);
    this.#nFeatures = nFeatures;
  }

  insert(row: Row): number {
    checkRow(row, this.#nFeatures);
    const id = this.#nInserted++;
    const end = (id + 1) * this.#nFeatures;
    if (end > this.#values.length) {
      const values = new Float64Array(2 * end);
      values.set(this.#values);
      this.#values = values;
    }
    this.#values.set(row, end - row.length);
    this.#there.add(id);
    const slots = [id];
    let p = 0;
    for (; this.#trees[p]; p++) {
      for (const slot of this.#trees[p] ?? []) if (this.#there.has(slot)) slots.push(slot);
      this.#trees[p] = undefined;
    }
    this.#plant(slots, p);
    return id;
  }

  remove(id: number): boolean {
    if (!this.#there.delete(id)) return false;
    const nPlanted = this.#trees.reduce((n, tree) => n + (tree?.length ?? 0), 0);
    if (nPlanted <= 2 * this.#there.size) return true;
    this.#trees = [];
    if (this.#there.size > 0) this.#plant([...this.#there], Math.ceil(Math.log2(this.#there.size)));
    return true;
  }

  query(query: Row, k: number): Int32Array {
    checkRow(query, this.#nFeatures);
    checkCount(k, this.#there.size);
    let best: Best = [];
    for (const tree of this.#trees) if (tree) best = this.#search(tree, query, k, best);
    return Int32Array.from(best, ({ id }) => id);
  }

  #plant(ids: readonly number[], p: number): void {
    const slots = Int32Array.from(ids);
    const parts: [number, number, number][] = [[0, slots.length, 0]];
    for (let part = parts.pop(); part; part = parts.pop()) {
      const [start, end, axis] = part;
      if (end - start < 2) continue;
      const at = (slot: number) => this.#values[slot * this.#nFeatures + axis];
      slots.subarray(start, end).sort((a, b) => at(a) - at(b));
      const middle = (start + end) >> 1;
      const next = (axis + 1) % this.#nFeatures;
      parts.push([start, middle, next], [middle + 1, end, next]);
    }
    this.#trees[p] = slots;
  }

  #search(tree: Int32Array, query: Row, k: number, before: Best): Best {
    let best = before;
    const open: [start: number, end: number, axis: number, least: number][] = [[0, tree.length, 0, 0]];
    for (let part = open.pop(); part; part = open.pop()) {
      const [start, end, axis, least] = part;
      if (start >= end || (best.length === k && least > best[k - 1].far)) continue;
      const middle = (start + end) >> 1;
      const id = tree[middle];
      const row = Array.from(this.#values.subarray(id * this.#nFeatures, (id + 1) * this.#nFeatures));
      if (this.#there.has(id)) best = among(best, { id, row }, query, k);
      const gap = query[axis] - row[axis];
      const next = (axis + 1) % this.#nFeatures;
      open.push(
        [start, middle, next, gap > 0 ? gap * gap : least],
        [middle + 1, end, next, gap < 0 ? gap * gap : least],
      );
      if (gap < 0) open.push(...open.splice(-2).reverse());
    }
    return best;
  }
}

export const createDynamicIndex = (nFeatures: number) => new Slots(nFeatures);
