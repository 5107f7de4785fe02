// plain: one function for each step, a heap with the worst of the k on top
type Row = readonly number[];
type Kept = { readonly far: number; readonly index: number };

export function createNearest(query: Row, k: number) {
  checkQuery(query);
  checkCount(k);
  const heap: Kept[] = [];
  return {
    push(row: Row, index: number): void {
      checkRow(row, query);
      const one = { far: distance(row, query), index };
      keep(heap, one, k);
    },
    result(): number[] {
      return inOrder(heap).map((kept) => kept.index);
    },
  };
}

function checkQuery(query: Row): void {
  if (query.length === 0) throw new RangeError('a query without features');
  if (!query.every(Number.isFinite)) throw new RangeError('a query that is not finite');
}

function checkCount(k: number): void {
  if (!Number.isInteger(k) || k < 1) throw new RangeError('k');
}

function checkRow(row: Row, query: Row): void {
  if (row.length !== query.length) throw new RangeError('a row of another length');
  if (!row.every(Number.isFinite)) throw new RangeError('a row that is not finite');
}

const distance = (row: Row, query: Row): number => row.reduce((sum, value, j) => sum + (value - query[j]) ** 2, 0);

const isWorse = (a: Kept, b: Kept): boolean => a.far > b.far || (a.far === b.far && a.index > b.index);

function inOrder(heap: readonly Kept[]): Kept[] {
  const list = [...heap];
  return list.sort((a, b) => a.far - b.far || a.index - b.index);
}

function keep(heap: Kept[], one: Kept, k: number): void {
  if (heap.length < k) rise(heap, one);
  else if (isWorse(heap[0], one)) sink(heap, one);
}

function rise(heap: Kept[], one: Kept): void {
  let at = heap.length;
  for (let up = (at - 1) >> 1; at > 0 && isWorse(one, heap[up]); up = (at - 1) >> 1) {
    heap[at] = heap[up];
    at = up;
  }
  heap[at] = one;
}

function sink(heap: Kept[], one: Kept): void {
  let at = 0;
  for (let down = worseChild(heap, 0); down < heap.length && isWorse(heap[down], one); down = worseChild(heap, at)) {
    heap[at] = heap[down];
    at = down;
  }
  heap[at] = one;
}

function worseChild(heap: readonly Kept[], at: number): number {
  const left = 2 * at + 1;
  return left + 1 < heap.length && isWorse(heap[left + 1], heap[left]) ? left + 1 : left;
}
