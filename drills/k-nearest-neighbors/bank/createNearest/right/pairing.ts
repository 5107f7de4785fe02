// a generator with a pairing heap of BigInts, whose bits are distance and index
import { type Entry, entryOf, type Row, validate } from './kit.ts';

/** A distance is 0 or more, so its bits are in order as a whole number; below them stands the index. */
const view = new DataView(new ArrayBuffer(8));
function keyOf([distance, index]: Entry): bigint {
  view.setFloat64(0, Math.sqrt(distance));
  return (view.getBigUint64(0) << 64n) | BigInt(index);
}

type Heap = { key: bigint; children: Heap[] };
const link = (a: Heap, b: Heap | undefined): Heap => {
  if (!b) return a;
  const [upper, lower] = a.key > b.key ? [a, b] : [b, a];
  upper.children.push(lower);
  return upper;
};

function* nearest(k: number): Generator<Heap | undefined, never, Entry> {
  let heap: Heap | undefined;
  for (let size = 1; ; size++) {
    heap = link({ key: keyOf(yield heap), children: [] }, heap);
    if (size <= k) continue;
    let parts: Heap[] = heap.children;
    while (parts.length > 1) parts = parts.flatMap((part, i) => (i % 2 ? [] : [link(part, parts[i + 1])]));
    heap = parts[0];
  }
}

function* keys(heap: Heap): Generator<bigint> {
  const open = [heap];
  for (let node = open.pop(); node; node = open.pop()) {
    yield node.key;
    for (const child of node.children) open.push(child);
  }
}

export const createNearest = (query: Row, k: number) => {
  validate(query, k);
  const state = nearest(k);
  let heap = state.next().value;
  return {
    push(row: Row, index: number): void {
      heap = state.next(entryOf(row, query, index)).value;
    },
    result: () =>
      (heap ? [...keys(heap)] : []).sort((a, b) => (a < b ? -1 : 1)).map((key) => Number(BigInt.asUintN(64, key))),
  };
};
