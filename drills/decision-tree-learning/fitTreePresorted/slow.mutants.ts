import type * as reference from '../../../reference/decision-tree-learning/index.ts';
import type { Mutant } from '../../../src/index.ts';
import { fitTree } from '../fitTree/shared.mutants.ts';
import { type List, parts, presorting } from './shared.mutants.ts';

/** Top down, whatever order the rows have already. */
function mergeSorted(rows: List, column: List): number[] {
  if (rows.length < 2) return [...rows];
  const middle = rows.length >> 1;
  const left = mergeSorted(rows.slice(0, middle), column);
  const right = mergeSorted(rows.slice(middle), column);
  const merged: number[] = [];
  for (let i = 0, j = 0; i < left.length || j < right.length; ) {
    if (j === right.length || (i < left.length && column[left[i]] <= column[right[j]])) merged.push(left[i++]);
    else merged.push(right[j++]);
  }
  return merged;
}

function heapSorted(rows: List, column: List): number[] {
  const heap = [...rows];
  const sink = (start: number, size: number) => {
    for (let at = start; ; ) {
      let child = 2 * at + 1;
      if (child >= size) return;
      if (child + 1 < size && column[heap[child + 1]] > column[heap[child]]) child++;
      if (column[heap[child]] <= column[heap[at]]) return;
      [heap[at], heap[child]] = [heap[child], heap[at]];
      at = child;
    }
  };
  for (let i = (heap.length >> 1) - 1; i >= 0; i--) sink(i, heap.length);
  for (let end = heap.length - 1; end > 0; end--) {
    [heap[0], heap[end]] = [heap[end], heap[0]];
    sink(0, end);
  }
  return heap;
}

export const slow: Mutant<typeof reference>[] = [
  {
    says: 'sorts the rows of each node by each feature, as in level 2',
    dies: 'grows with nSamples no faster than it must, on three levels below the root',
    solution: { fitTreePresorted: (X, y, options) => fitTree(X, y, options) },
  },
  {
    says: 'sorts the lists of each node again, by merging',
    dies: 'grows with nSamples no faster than it must, on three levels below the root',
    solution: {
      fitTreePresorted: presorting({
        prepare: (lists, columns) => lists.map((list, feature) => mergeSorted(list, columns[feature])),
      }),
    },
  },
  {
    says: 'sorts the lists of each node again, with a heap',
    dies: 'grows with nSamples no faster than it must, on three levels below the root',
    solution: {
      fitTreePresorted: presorting({
        prepare: (lists, columns) => lists.map((list, feature) => heapSorted(list, columns[feature])),
      }),
    },
  },
  {
    says: 'sorts the rows of a side by their number, and then by each feature',
    dies: 'grows with nSamples no faster than it must, on three levels below the root',
    solution: {
      fitTreePresorted: presorting({
        prepare: (lists, columns) =>
          columns.map((column) => [...lists[0]].sort((i, j) => i - j).sort((i, j) => column[i] - column[j])),
      }),
    },
  },
  {
    says: 'goes through the sorted lists of all rows at each node and picks those that are in it',
    dies: 'grows with nSamples no faster than it must, on shuffled rows, to the last leaf',
    solution: {
      fitTreePresorted: (X, y, options) => {
        let whole: readonly List[] | undefined;
        const solve = presorting({
          prepare: (lists) => {
            whole ??= lists;
            const inside = new Set(lists[0]);
            return whole.map((list) => list.filter((row) => inside.has(row)));
          },
        });
        return solve(X, y, options);
      },
    },
  },
  {
    says: 'divides the lists with `includes`',
    dies: 'grows with nSamples no faster than it must, on shuffled rows, one split deep',
    solution: {
      fitTreePresorted: presorting({
        divide: (list, { goesLeft }) => {
          const left = list.filter(goesLeft);
          return [left, list.filter((row) => !left.includes(row))];
        },
      }),
    },
  },
  {
    says: 'takes the rows that go left out of a list with `splice`',
    dies: 'grows with nSamples no faster than it must, on shuffled rows, one split deep',
    solution: {
      fitTreePresorted: presorting({
        divide: (list, { goesLeft }) => {
          const right = [...list];
          const left: number[] = [];
          for (let i = right.length - 1; i >= 0; i--) if (goesLeft(right[i])) left.unshift(...right.splice(i, 1));
          return [left, right];
        },
      }),
    },
  },
  {
    says: 'presorts, but puts each row of a side into its place by a search from the start',
    dies: 'grows with nSamples no faster than it must, on shuffled rows, one split deep',
    solution: {
      fitTreePresorted: presorting({
        divide: (list, division) => {
          const column = division.columns[division.feature];
          const placed = (rows: List) => {
            const sorted: number[] = [];
            for (const row of rows) {
              let place = 0;
              while (place < sorted.length && column[sorted[place]] <= column[row]) place++;
              sorted.splice(place, 0, row);
            }
            return sorted;
          };
          const [left, right] = parts.divide(list, division);
          return [placed(left), placed(right)];
        },
      }),
    },
  },
  {
    says: 'counts the classes of all rows for each node',
    dies: 'grows with nSamples no faster than it must, on shuffled rows, to the last leaf',
    solution: {
      fitTreePresorted: (X, y, options) => {
        const solve = presorting({ counts: () => new Map(y.map((label) => [label, 0])) });
        return solve(X, y, options);
      },
    },
  },
];
