// functional: a leftist heap that never changes, in a frozen object
import { compare, type Entry, entryOf, type Row, validate } from './kit.ts';

type Heap = { readonly top: Entry; readonly rank: number; readonly left?: Heap; readonly right?: Heap } | undefined;

const rankOf = (heap: Heap): number => heap?.rank ?? 0;

/** A heap of all of both, the worst on top: a path down the shorter sides is merged. */
const merge = (a: Heap, b: Heap): Heap => {
  if (!a || !b) return a ?? b;
  const [upper, lower] = compare(a.top, b.top) > 0 ? [a, b] : [b, a];
  const merged = merge(upper.right, lower);
  const [left, right] = rankOf(upper.left) >= rankOf(merged) ? [upper.left, merged] : [merged, upper.left];
  return Object.freeze({ top: upper.top, rank: rankOf(right) + 1, left, right });
};

export const createNearest = (query: Row, k: number) => {
  validate(query, k);
  let state: { heap: Heap; size: number } = { heap: undefined, size: 0 };
  return Object.freeze({
    push: (row: Row, index: number): void => {
      const heap = merge(state.heap, { top: entryOf(row, query, index), rank: 1 });
      state = state.size < k ? { heap, size: state.size + 1 } : { heap: merge(heap?.left, heap?.right), size: k };
    },
    result: () => {
      const found: number[] = [];
      for (let { heap } = state; heap; heap = merge(heap.left, heap.right)) found.push(heap.top[1]);
      return found.reverse();
    },
  });
};
