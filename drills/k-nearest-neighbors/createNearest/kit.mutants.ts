import type { Mutant } from '../../../src/index.ts';
import type { Asked } from '../drill.ts';

export type Row = readonly number[];
export type Attempt = Mutant<Asked>;
export type Create = Asked['createNearest'];

/** A row that was pushed. */
export interface Candidate {
  readonly distance: number;
  readonly index: number;
}

export type Order = (a: Candidate, b: Candidate) => number;

export const byDistanceThenIndex: Order = (a, b) => a.distance - b.distance || a.index - b.index;

export function squared(a: Row, b: Row): number {
  let sum = 0;
  for (let f = 0; f < a.length; f++) sum += (a[f] - b[f]) ** 2;
  return sum;
}

type Problem = 'noFeatures' | 'badQuery' | 'badK';

export function check(query: Row, k: number, ...overlooked: Problem[]): void {
  const tests: [Problem, () => boolean][] = [
    ['noFeatures', () => query.length === 0],
    ['badQuery', () => !query.every(Number.isFinite)],
    ['badK', () => !Number.isInteger(k) || k < 1],
  ];
  const found = tests.find(([name, fails]) => !overlooked.includes(name) && fails());
  if (found) throw new RangeError(found[0]);
}

export function checkRow(query: Row, row: Row): void {
  if (row.length !== query.length) throw new RangeError('length');
  if (!row.every(Number.isFinite)) throw new RangeError('coordinate');
}

function siftUp(heap: Candidate[], order: Order): void {
  let child = heap.length - 1;
  while (child > 0) {
    const parent = (child - 1) >> 1;
    if (order(heap[child], heap[parent]) <= 0) return;
    [heap[child], heap[parent]] = [heap[parent], heap[child]];
    child = parent;
  }
}

export function siftDown(heap: Candidate[], order: Order): void {
  let parent = 0;
  for (;;) {
    let child = 2 * parent + 1;
    if (child >= heap.length) return;
    if (child + 1 < heap.length && order(heap[child + 1], heap[child]) > 0) child++;
    if (order(heap[child], heap[parent]) <= 0) return;
    [heap[child], heap[parent]] = [heap[parent], heap[child]];
    parent = child;
  }
}

/** Takes the candidate into the heap of at most k, whose worst is on top. */
export function offer(heap: Candidate[], candidate: Candidate, k: number, order: Order): void {
  if (heap.length < k) {
    heap.push(candidate);
    siftUp(heap, order);
  } else if (order(candidate, heap[0]) < 0) {
    heap[0] = candidate;
    siftDown(heap, order);
  }
}

export const indicesOf = (candidates: readonly Candidate[]): number[] => candidates.map(({ index }) => index);

/** A right solution in parts. */
export interface Parts {
  check(query: Row, k: number): void;
  checkRow(query: Row, row: Row): void;
  distance(row: Row, query: Row): number;
  /** What is kept. */
  order: Order;
  keep(heap: Candidate[], candidate: Candidate, k: number, order: Order): void;
  result(kept: Candidate[], k: number): number[];
}

const right: Parts = {
  check,
  checkRow,
  distance: squared,
  order: byDistanceThenIndex,
  keep: offer,
  result: (kept) => indicesOf([...kept].sort(byDistanceThenIndex)),
};

export function nearestOf(changes: Partial<Parts>): Create {
  const parts = { ...right, ...changes };
  return (query, k) => {
    parts.check(query, k);
    const kept: Candidate[] = [];
    return {
      push(row, index) {
        parts.checkRow(query, row);
        parts.keep(kept, { distance: parts.distance(row, query), index }, k, parts.order);
      },
      result: () => parts.result(kept, k),
    };
  };
}

export const rightNearest: Create = nearestOf({});

/** The right solution with some parts replaced. */
export const built = (changes: Partial<Parts>): Attempt['solution'] => ({ createNearest: nearestOf(changes) });
