import { errors } from './createNearest/errors.mutants.ts';
import {
  type Attempt,
  built,
  byDistanceThenIndex,
  type Candidate,
  check,
  checkRow,
  indicesOf,
  offer,
  type Row,
  rightNearest,
  squared,
} from './createNearest/kit.mutants.ts';
import { slow } from './createNearest/slow.mutants.ts';

const distances: Attempt[] = [
  {
    says: 'measures the first eight features only',
    dies: 'dozens and thousands of rows, and dozens of features, are no other than a few',
    solution: built({ distance: (a, b) => squared(a.slice(0, 8), b.slice(0, 8)) }),
  },
  {
    says: 'measures the Manhattan distance',
    dies: 'result gives the k nearest of the rows pushed so far, nearest first',
    solution: built({ distance: (a, b) => a.reduce((sum, value, f) => sum + Math.abs(value - b[f]), 0) }),
  },
  {
    says: 'measures the largest difference of a feature',
    dies: 'result gives the k nearest of the rows pushed so far, nearest first',
    solution: built({ distance: (a, b) => Math.max(...a.map((value, f) => Math.abs(value - b[f]))) }),
  },
  {
    says: 'leaves out the last feature',
    dies: 'result gives the k nearest of the rows pushed so far, nearest first',
    solution: built({ distance: (a, b) => squared(a.slice(0, Math.max(1, a.length - 1)), b) }),
  },
  {
    says: 'measures the distance from the origin',
    dies: 'result gives the k nearest of the rows pushed so far, nearest first',
    solution: built({
      distance: (a) =>
        squared(
          a,
          a.map(() => 0),
        ),
    }),
  },
  {
    says: 'expands the square into |a|² - 2ab + |b|², which cancels far from the origin',
    dies: 'squared distances that differ by more than 1e-9 of the larger are kept apart',
    solution: built({
      distance(a, b) {
        const dot = (x: Row, y: Row) => x.reduce((sum, value, f) => sum + value * y[f], 0);
        return dot(a, a) - 2 * dot(a, b) + dot(b, b);
      },
    }),
  },
  {
    says: 'keeps distances in single precision',
    dies: 'squared distances that differ by more than 1e-9 of the larger are kept apart',
    solution: built({ distance: (a, b) => Math.fround(squared(a, b)) }),
  },
  {
    says: 'keeps rows in single precision',
    dies: 'squared distances that differ by more than 1e-9 of the larger are kept apart',
    solution: built({ distance: (a, b) => squared(a.map(Math.fround), b.map(Math.fround)) }),
  },
  {
    says: 'rounds distances to six decimals',
    dies: 'squared distances that differ by more than 1e-9 of the larger are kept apart',
    solution: built({ distance: (a, b) => Math.round(squared(a, b) * 1e6) / 1e6 }),
  },
  {
    says: 'takes squared distances below 1e-9 for 0',
    dies: 'squared distances that differ by more than 1e-9 of the larger are kept apart',
    solution: built({
      distance: (a, b) => (squared(a, b) < 1e-9 ? 0 : squared(a, b)),
    }),
  },
  {
    says: 'takes a distance of 0 for a missing one',
    dies: 'result gives the k nearest of the rows pushed so far, nearest first',
    solution: built({ distance: (a, b) => squared(a, b) || Infinity }),
  },
  {
    says: 'gives the farthest',
    dies: 'result gives the k nearest of the rows pushed so far, nearest first',
    solution: built({ distance: (a, b) => -squared(a, b) }),
  },
];

const ties: Attempt[] = [
  {
    says: 'keeps the higher index among equal distances',
    dies: 'rows at equal distances come in order of index, in whatever order they were pushed',
    solution: built({ order: (a, b) => a.distance - b.distance || b.index - a.index }),
  },
  {
    says: 'never lets a row that is only as near as the worst into a full heap',
    dies: 'rows at equal distances come in order of index, in whatever order they were pushed',
    solution: built({
      keep(heap, candidate, k, order) {
        if (heap.length < k || candidate.distance < heap[0].distance) offer(heap, candidate, k, order);
      },
    }),
  },
  {
    says: 'lets a row that is as near as the worst replace it, whatever the indices',
    dies: 'rows at equal distances come in order of index, in whatever order they were pushed',
    solution: built({
      keep(kept, candidate, k) {
        kept.sort(byDistanceThenIndex);
        if (kept.length === k && candidate.distance <= kept[k - 1].distance) kept.pop();
        if (kept.length < k) kept.push(candidate);
      },
    }),
  },
  {
    says: 'gives the higher index first among equal distances',
    dies: 'rows at equal distances come in order of index, in whatever order they were pushed',
    solution: built({
      result: (kept) => indicesOf([...kept].sort((a, b) => a.distance - b.distance || b.index - a.index)),
    }),
  },
  {
    says: 'keeps the right rows, but gives equal distances in order of arrival',
    dies: 'rows at equal distances come in order of index, in whatever order they were pushed',
    solution: built({
      keep(kept, candidate, k) {
        kept.push(candidate);
        const worst = kept.reduce((a, b) => (byDistanceThenIndex(a, b) > 0 ? a : b));
        if (kept.length > k) kept.splice(kept.indexOf(worst), 1);
      },
      result: (kept) => indicesOf([...kept].sort((a, b) => a.distance - b.distance)),
    }),
  },
  {
    says: 'keeps one row only of those at the same distance',
    dies: 'result gives the k nearest of the rows pushed so far, nearest first',
    solution: built({
      keep(heap, candidate, k, order) {
        const same = heap.find(({ distance }) => distance === candidate.distance);
        if (!same) offer(heap, candidate, k, order);
        else if (candidate.index < same.index) heap[heap.indexOf(same)] = candidate;
      },
    }),
  },
  {
    says: 'compares indices as strings among equal distances',
    dies: 'rows at equal distances come in order of index, in whatever order they were pushed',
    solution: built({
      order: (a, b) => a.distance - b.distance || (String(a.index) < String(b.index) ? -1 : 1),
      result: (kept) =>
        indicesOf([...kept].sort((a, b) => a.distance - b.distance || (`${a.index}` < `${b.index}` ? -1 : 1))),
    }),
  },
];

const heaps: Attempt[] = [
  {
    says: 'gives the rows as they lie in the heap',
    dies: 'result gives the k nearest of the rows pushed so far, nearest first',
    solution: built({ result: indicesOf }),
  },
  {
    says: 'gives the farthest of the k first',
    dies: 'result gives the k nearest of the rows pushed so far, nearest first',
    solution: built({ result: (kept) => indicesOf([...kept].sort(byDistanceThenIndex)).reverse() }),
  },
  {
    says: 'gives the k nearest in order of index',
    dies: 'result gives the k nearest of the rows pushed so far, nearest first',
    solution: built({ result: (kept) => indicesOf(kept).sort((a, b) => a - b) }),
  },
  {
    says: 'sorts the distances without a comparator, as strings',
    dies: 'result gives the k nearest of the rows pushed so far, nearest first',
    solution: built({
      result(kept) {
        const byText = new Map(kept.map((candidate) => [candidate, [candidate.distance, candidate.index]]));
        return Array.from(byText.values())
          .sort()
          .map(([, index]) => index);
      },
    }),
  },
  {
    says: 'sinks a new top by its left child only',
    dies: 'result gives the k nearest of the rows pushed so far, nearest first',
    solution: built({
      keep(heap, candidate, k, order) {
        if (heap.length < k) {
          offer(heap, candidate, k, order);
          return;
        }
        if (order(candidate, heap[0]) >= 0) return;
        heap[0] = candidate;
        for (let at = 0; 2 * at + 1 < heap.length && order(heap[2 * at + 1], heap[at]) > 0; at = 2 * at + 1) {
          [heap[at], heap[2 * at + 1]] = [heap[2 * at + 1], heap[at]];
        }
      },
    }),
  },
  {
    says: 'does not order the heap while it fills',
    dies: 'result gives the k nearest of the rows pushed so far, nearest first',
    solution: built({
      keep(heap, candidate, k, order) {
        if (heap.length < k) heap.push(candidate);
        else offer(heap, candidate, k, order);
      },
    }),
  },
  {
    says: 'compares with the worst of the first k for ever',
    dies: 'result gives the k nearest of the rows pushed so far, nearest first',
    solution: (() => {
      const bound = new WeakMap<Candidate[], Candidate>();
      return built({
        keep(heap, candidate, k, order) {
          const worst = bound.get(heap);
          if (worst && order(candidate, worst) > 0) return;
          heap.push(candidate);
          if (heap.length > k) heap.shift();
          if (heap.length === k && !worst)
            bound.set(
              heap,
              heap.reduce((a, b) => (order(a, b) > 0 ? a : b)),
            );
        },
      });
    })(),
  },
  {
    says: 'keeps the last k rows, as a sliding window does',
    dies: 'result gives the k nearest of the rows pushed so far, nearest first',
    solution: built({
      keep(kept, candidate, k) {
        kept.push(candidate);
        if (kept.length > k) kept.shift();
      },
    }),
  },
  {
    says: 'stops taking rows after the first k',
    dies: 'result gives the k nearest of the rows pushed so far, nearest first',
    solution: built({
      keep(kept, candidate, k) {
        if (kept.length < k) kept.push(candidate);
      },
    }),
  },
  {
    says: 'keeps one row too many',
    dies: 'result gives the k nearest of the rows pushed so far, nearest first',
    solution: built({
      keep(heap, candidate, k, order) {
        offer(heap, candidate, k + 1, order);
      },
    }),
  },
  {
    says: 'keeps one row too few when k is above 1',
    dies: 'result gives the k nearest of the rows pushed so far, nearest first',
    solution: built({
      keep(heap, candidate, k, order) {
        offer(heap, candidate, Math.max(1, k - 1), order);
      },
    }),
  },
];

const results: Attempt[] = [
  {
    says: 'puts its result in order only while there are 20 at most',
    dies: 'dozens and thousands of rows, and dozens of features, are no other than a few',
    solution: built({
      result: (kept) => indicesOf(kept.length > 20 ? kept : [...kept].sort(byDistanceThenIndex)),
    }),
  },
  {
    says: 'gives its result in single precision',
    dies: 'result gives the k nearest of the rows pushed so far, nearest first',
    solution: built({ result: (kept) => indicesOf([...kept].sort(byDistanceThenIndex)).map(Math.fround) }),
  },
  {
    says: 'takes k as an integer of 32 bits',
    dies: 'before k pushes result gives all there are, at first none',
    solution: built({ keep: (heap, candidate, k, order) => offer(heap, candidate, k | 0, order) }),
  },
  {
    says: 'gives its result as an Int32Array',
    dies: 'result gives the k nearest of the rows pushed so far, nearest first',
    solution: built({ result: (kept) => Array.from(Int32Array.from(indicesOf([...kept].sort(byDistanceThenIndex)))) }),
  },
  {
    says: 'pads its result up to k with -1',
    dies: 'before k pushes result gives all there are, at first none',
    solution: built({
      result(kept, k) {
        const found = indicesOf([...kept].sort(byDistanceThenIndex));
        while (found.length < Math.min(k, 1000)) found.push(-1);
        return found;
      },
    }),
  },
  {
    says: 'empties its heap to give the result',
    dies: 'result may be asked at any time and changes nothing',
    solution: built({ result: (kept) => indicesOf(kept.splice(0).sort(byDistanceThenIndex)) }),
  },
  {
    says: 'sorts its heap in place to give the result, so that the worst is no longer on top',
    dies: 'result may be asked at any time and changes nothing',
    solution: built({ result: (kept) => indicesOf(kept.sort(byDistanceThenIndex)) }),
  },
  {
    says: 'gives the same list each time and goes on filling it',
    dies: 'each result is a list of its own: earlier ones stay what they were',
    solution: {
      createNearest(query, k) {
        const inner = rightNearest(query, k);
        const list: number[] = [];
        return {
          push(row, index) {
            inner.push(row, index);
          },
          result() {
            list.splice(0, list.length, ...Array.from(inner.result()));
            return list;
          },
        };
      },
    },
  },
  {
    says: 'gives the first result again while as many rows are kept',
    dies: 'result may be asked at any time and changes nothing',
    solution: (() => {
      const given = new WeakMap<Candidate[], number[]>();
      return built({
        result(kept) {
          const before = given.get(kept);
          const found = before?.length === kept.length ? before : indicesOf([...kept].sort(byDistanceThenIndex));
          given.set(kept, found);
          return [...found];
        },
      });
    })(),
  },
  {
    says: 'gives nothing before k rows were pushed',
    dies: 'before k pushes result gives all there are, at first none',
    solution: built({
      result: (kept, k) => (kept.length < k ? [] : indicesOf([...kept].sort(byDistanceThenIndex))),
    }),
  },
  {
    says: 'keeps the rows of all objects in one heap of the module',
    dies: 'any number of such objects may be in use at the same time',
    solution: (() => {
      let heap: Candidate[] = [];
      return {
        createNearest(query: Row, k: number) {
          check(query, k);
          heap = [];
          return {
            push(row: Row, index: number) {
              checkRow(query, row);
              offer(heap, { distance: squared(row, query), index }, k, byDistanceThenIndex);
            },
            result: () => indicesOf([...heap].sort(byDistanceThenIndex)),
          };
        },
      };
    })(),
  },
  {
    says: 'writes the differences into the pushed row',
    dies: 'neither query nor rows are changed',
    solution: built({
      distance(row, query) {
        const differences = row as number[];
        let sum = 0;
        for (let f = 0; f < row.length; f++) {
          differences[f] -= query[f];
          sum += differences[f] ** 2;
        }
        return sum;
      },
    }),
  },
];

const indices: Attempt[] = [
  {
    says: 'counts the pushes instead of using the index given',
    dies: 'result gives the k nearest of the rows pushed so far, nearest first',
    solution: {
      createNearest(query, k) {
        const inner = rightNearest(query, k);
        let pushed = 0;
        return {
          push(row) {
            inner.push(row, pushed);
            pushed++;
          },
          result: inner.result,
        };
      },
    },
  },
  {
    says: 'loses index 0, which is falsy',
    dies: 'result gives the k nearest of the rows pushed so far, nearest first',
    solution: built({ result: (kept) => indicesOf([...kept].sort(byDistanceThenIndex)).filter(Boolean) }),
  },
  {
    says: 'gives index 0 the number of rows kept, as if no index were given',
    dies: 'result gives the k nearest of the rows pushed so far, nearest first',
    solution: built({ result: (kept) => [...kept].sort(byDistanceThenIndex).map(({ index }) => index || kept.length) }),
  },
  {
    says: 'keeps distances by index in an array and stops at the first gap',
    dies: 'result gives the k nearest of the rows pushed so far, nearest first',
    solution: {
      createNearest(query, k) {
        check(query, k);
        const distances: number[] = [];
        return {
          push(row, index) {
            checkRow(query, row);
            distances[index] = squared(row, query);
          },
          result() {
            const found: Candidate[] = [];
            for (let index = 0; distances[index] !== undefined; index++) {
              offer(found, { distance: distances[index], index }, k, byDistanceThenIndex);
            }
            return indicesOf(found.sort(byDistanceThenIndex));
          },
        };
      },
    },
  },
  {
    says: 'ignores a row whose index is below one that came before',
    dies: 'result gives the k nearest of the rows pushed so far, nearest first',
    solution: {
      createNearest(query, k) {
        const inner = rightNearest(query, k);
        let last = -1;
        return {
          push(row, index) {
            if (index < last) {
              checkRow(query, row);
              return;
            }
            inner.push(row, index);
            last = index;
          },
          result: inner.result,
        };
      },
    },
  },
  {
    says: 'keeps rows in a Map by their text, so that a row given twice is one',
    dies: 'result gives the k nearest of the rows pushed so far, nearest first',
    solution: {
      createNearest(query, k) {
        const inner = rightNearest(query, k);
        const seen = new Map<string, number>();
        return {
          push(row, index) {
            checkRow(query, row);
            if (!seen.has(row.join())) inner.push(row, index);
            seen.set(row.join(), index);
          },
          result: inner.result,
        };
      },
    },
  },
  {
    says: 'joins distance and index into one number, distance * 1000 + index',
    dies: 'squared distances that differ by more than 1e-9 of the larger are kept apart',
    solution: built({
      order: (a, b) => a.distance * 1000 + a.index - (b.distance * 1000 + b.index),
      result: (kept) =>
        indicesOf([...kept].sort((a, b) => a.distance * 1000 + a.index - (b.distance * 1000 + b.index))),
    }),
  },
];

export const mutants: Attempt[] = [...distances, ...ties, ...heaps, ...results, ...indices, ...errors, ...slow];
