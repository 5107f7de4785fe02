import type * as reference from '../../reference/k-nearest-neighbors/index.ts';
import type { RightAnswer } from '../../src/index.ts';
import { checkCount, checkRow, checkWidth } from './createDynamicIndex/checks.ts';
import { scapegoat } from './createDynamicIndex/scapegoat.answers.ts';

type Row = readonly number[];
type Create = typeof reference.createDynamicIndex;

/** Slots in one table; trees of 1, 2, 4, ... slots, each an array in which a median stands in the middle of its part. */
class Forest {
  readonly #nFeatures: number;
  #coordinates: Float64Array;
  #isThere: Uint8Array;
  #nInserted = 0;
  #nThere = 0;
  /** At place p a tree of 2 ** p slots or fewer, or none. */
  #trees: (Int32Array | undefined)[] = [];

  constructor(nFeatures: number) {
    checkWidth(nFeatures);
    this.#nFeatures = nFeatures;
    this.#coordinates = new Float64Array(8 * nFeatures);
    this.#isThere = new Uint8Array(8);
  }

  insert(row: Row): number {
    checkRow(row, this.#nFeatures);
    const id = this.#nInserted++;
    if (id === this.#isThere.length) this.#grow();
    this.#coordinates.set(row, id * this.#nFeatures);
    this.#isThere[id] = 1;
    this.#nThere++;
    const slots = [id];
    let p = 0;
    for (; this.#trees[p]; p++) {
      for (const slot of this.#trees[p] as Int32Array) if (this.#isThere[slot] === 1) slots.push(slot);
      this.#trees[p] = undefined;
    }
    this.#plant(Int32Array.from(slots), p);
    return id;
  }

  remove(id: number): boolean {
    if (!Number.isInteger(id) || id < 0 || id >= this.#nInserted || this.#isThere[id] === 0) return false;
    this.#isThere[id] = 0;
    this.#nThere--;
    const nPlanted = this.#trees.reduce((n, tree) => n + (tree?.length ?? 0), 0);
    if (nPlanted > 2 * this.#nThere) {
      const slots = this.#trees.flatMap((tree) => (tree ? Array.from(tree) : [])).filter((slot) => this.#isThere[slot]);
      this.#trees = [];
      if (slots.length > 0) this.#plant(Int32Array.from(slots), Math.ceil(Math.log2(slots.length)));
    }
    return true;
  }

  query(query: Row, k: number): Int32Array {
    checkRow(query, this.#nFeatures);
    checkCount(k, this.#nThere);
    const ids: number[] = [];
    const squares: number[] = [];
    for (const tree of this.#trees) if (tree) this.#search(tree, query, k, ids, squares);
    return Int32Array.from(ids);
  }

  #grow(): void {
    const coordinates = new Float64Array(2 * this.#coordinates.length);
    coordinates.set(this.#coordinates);
    this.#coordinates = coordinates;
    const isThere = new Uint8Array(2 * this.#isThere.length);
    isThere.set(this.#isThere);
    this.#isThere = isThere;
  }

  #at(slot: number, axis: number): number {
    return this.#coordinates[slot * this.#nFeatures + axis];
  }

  #plant(slots: Int32Array, p: number): void {
    const parts: [number, number, number][] = [[0, slots.length, 0]];
    for (let part = parts.pop(); part; part = parts.pop()) {
      const [start, end, axis] = part;
      if (end - start < 2) continue;
      slots.subarray(start, end).sort((a, b) => this.#at(a, axis) - this.#at(b, axis));
      const middle = (start + end) >> 1;
      const next = (axis + 1) % this.#nFeatures;
      parts.push([start, middle, next], [middle + 1, end, next]);
    }
    this.#trees[p] = slots;
  }

  #search(tree: Int32Array, query: Row, k: number, ids: number[], squares: number[]): void {
    const open: [number, number, number, number][] = [[0, tree.length, 0, 0]];
    for (let part = open.pop(); part; part = open.pop()) {
      const [start, end, axis, least] = part;
      if (start >= end || (ids.length === k && least > squares[k - 1])) continue;
      const middle = (start + end) >> 1;
      const slot = tree[middle];
      if (this.#isThere[slot] === 1) {
        let square = 0;
        for (let j = 0; j < this.#nFeatures; j++) square += (this.#at(slot, j) - query[j]) ** 2;
        let place = ids.length;
        while (place > 0 && (squares[place - 1] > square || (squares[place - 1] === square && ids[place - 1] > slot)))
          place--;
        if (place < k) {
          ids.splice(place, 0, slot);
          squares.splice(place, 0, square);
          ids.length = Math.min(ids.length, k);
          squares.length = Math.min(squares.length, k);
        }
      }
      const gap = query[axis] - this.#at(slot, axis);
      const next = (axis + 1) % this.#nFeatures;
      const below: [number, number, number, number] = [start, middle, next, gap > 0 ? gap * gap : least];
      const above: [number, number, number, number] = [middle + 1, end, next, gap < 0 ? gap * gap : least];
      if (gap > 0) open.push(below, above);
      else open.push(above, below);
    }
  }
}

/** Nothing is ever changed: a forest is a list of trees, and each change makes another list. */
type Grove = readonly Tree[];
interface Tree {
  readonly size: number;
  readonly members: readonly Member[];
  readonly top: Knot | undefined;
}
interface Member {
  readonly id: number;
  readonly row: Row;
}
interface Knot {
  readonly member: Member;
  readonly axis: number;
  readonly sides: readonly [Knot | undefined, Knot | undefined];
}

const knot = (members: readonly Member[], depth: number): Knot | undefined => {
  if (members.length === 0) return undefined;
  const axis = depth % members[0].row.length;
  const sorted = [...members].sort((a, b) => a.row[axis] - b.row[axis]);
  const middle = Math.floor(sorted.length / 2);
  return {
    member: sorted[middle],
    axis,
    sides: [knot(sorted.slice(0, middle), depth + 1), knot(sorted.slice(middle + 1), depth + 1)],
  };
};

const treeOf = (members: readonly Member[]): Tree => ({ size: members.length, members, top: knot(members, 0) });

const planted = (grove: Grove, tree: Tree): Grove => {
  const last = grove.at(-1);
  return last && last.size <= tree.size
    ? planted(grove.slice(0, -1), treeOf([...last.members, ...tree.members]))
    : [...grove, tree];
};

type Best = readonly { readonly id: number; readonly far: number }[];

const among = (best: Best, { id, row }: Member, query: Row, k: number): Best => {
  const far = row.map((value, j) => (value - query[j]) * (value - query[j])).reduce((a, b) => a + b);
  const worst = best[k - 1];
  if (worst && (worst.far < far || (worst.far === far && worst.id < id))) return best;
  return [...best, { id, far }].sort((a, b) => a.far - b.far || a.id - b.id).slice(0, k);
};

const within = (best: Best, top: Knot | undefined, gone: ReadonlySet<number>, query: Row, k: number): Best => {
  if (!top) return best;
  const gap = query[top.axis] - top.member.row[top.axis];
  const [near, far] = gap < 0 ? top.sides : [top.sides[1], top.sides[0]];
  const first = within(best, near, gone, query, k);
  const own = gone.has(top.member.id) ? first : among(first, top.member, query, k);
  return own.length === k && own[k - 1].far < gap * gap ? own : within(own, far, gone, query, k);
};

const functional: Create = (nFeatures) => {
  checkWidth(nFeatures);
  let state: { grove: Grove; gone: Set<number>; there: Set<number>; next: number } = {
    grove: [],
    gone: new Set(),
    there: new Set(),
    next: 0,
  };
  return {
    insert: (row) => {
      checkRow(row, nFeatures);
      const { next } = state;
      state = { ...state, grove: planted(state.grove, treeOf([{ id: next, row: [...row] }])), next: next + 1 };
      state.there.add(next);
      return next;
    },
    remove: (id) => {
      if (!state.there.delete(id)) return false;
      state.gone.add(id);
      if (state.gone.size > state.there.size) {
        const members = state.grove.flatMap((tree) => tree.members).filter((member) => !state.gone.has(member.id));
        state = { ...state, grove: members.length > 0 ? [treeOf(members)] : [], gone: new Set() };
      }
      return true;
    },
    query: (query, k) => {
      checkRow(query, nFeatures);
      checkCount(k, state.there.size);
      const best = state.grove.reduce<Best>((found, { top }) => within(found, top, state.gone, query, k), []);
      return Float64Array.from(best, ({ id }) => id);
    },
  };
};

/** As short as it gets. */
const golf: Create = (d) => {
  checkWidth(d);
  type T = { r: Row; i: number; a: number; l?: T | undefined; h?: T | undefined };
  const rows = new Map<number, Row>();
  let n = 0;
  let parts: { t: T | undefined; m: number }[] = [];
  const build = (m: [number, Row][], a: number): T | undefined => {
    if (!m.length) return;
    m.sort(([, p], [, q]) => p[a] - q[a]);
    const [i, r] = m[m.length >> 1];
    const b = (a + 1) % d;
    return { r, i, a, l: build(m.slice(0, m.length >> 1), b), h: build(m.slice((m.length >> 1) + 1), b) };
  };
  const all = (t: T | undefined): [number, Row][] =>
    t ? [...all(t.l), ...(rows.has(t.i) ? [[t.i, t.r] as [number, Row]] : []), ...all(t.h)] : [];
  return {
    insert(r) {
      checkRow(r, d);
      let m: [number, Row][] = [[n, [...r]]];
      rows.set(...m[0]);
      while (parts.length && parts[parts.length - 1].m <= m.length) m = [...all(parts.pop()?.t), ...m];
      parts.push({ t: build(m, 0), m: m.length });
      return n++;
    },
    remove(i) {
      if (!rows.delete(i)) return !1;
      if (parts.reduce((s, p) => s + p.m, 0) > 2 * rows.size)
        parts = rows.size ? [{ t: build([...rows], 0), m: rows.size }] : [];
      return !0;
    },
    query(q, k) {
      checkRow(q, d);
      checkCount(k, rows.size);
      let best: [number, number][] = [];
      const go = (t: T | undefined): void => {
        if (!t) return;
        const g = q[t.a] - t.r[t.a];
        go(g < 0 ? t.l : t.h);
        if (rows.has(t.i)) {
          best = [...best, [t.r.reduce((s, v, j) => s + (v - q[j]) ** 2, 0), t.i] as [number, number]]
            .sort(([x, i], [y, j]) => x - y || i - j)
            .slice(0, k);
        }
        if (!best[k - 1] || g * g <= best[k - 1][0]) go(g < 0 ? t.h : t.l);
      };
      for (const p of parts) go(p.t);
      return best.map(([, i]) => i);
    },
  };
};

export const answers: RightAnswer<typeof reference>[] = [
  {
    says: 'trees of doubling sizes in typed arrays, medians in the middle, as a class with private fields',
    solution: { createDynamicIndex: (nFeatures) => new Forest(nFeatures) },
  },
  scapegoat,
  {
    says: 'functional, trees that never change, answers in a Float64Array',
    solution: { createDynamicIndex: functional },
  },
  { says: 'code golf, trees of doubling sizes', solution: { createDynamicIndex: golf } },
];
