// the algorithm of Aggarwal, Klawe, Moran, Shor and Wilber for the least entries of a totally monotone table
import { type Cost, cutting, layered } from './kit.ts';

function smawk(rows: readonly number[], columns: readonly number[], at: Cost, found: Int32Array): void {
  if (rows.length === 0) return;
  const left: number[] = [];
  for (const column of columns) {
    while (left.length > 0) {
      const row = rows[left.length - 1];
      if (at(left[left.length - 1], row) <= at(column, row)) break;
      left.pop();
    }
    if (left.length < rows.length) left.push(column);
  }
  const odd = rows.filter((_, r) => r % 2 === 1);
  smawk(odd, left, at, found);
  let column = 0;
  for (let r = 0; r < rows.length; r += 2) {
    const stop = r + 1 < rows.length ? found[rows[r + 1]] : left[left.length - 1];
    let best = left[column];
    while (left[column] !== stop) {
      column++;
      if (at(left[column], rows[r]) < at(best, rows[r])) best = left[column];
    }
    found[rows[r]] = best;
  }
}

const monotone = layered((n, c, all) => {
  const found = new Int32Array(n + 1);
  const ends = Array.from({ length: n - c }, (_, i) => c + 1 + i);
  const begins = ends.map((end) => end - 1);
  // A cluster that ends before it begins costs more, the later it begins.
  const at: Cost = (begin, end) => (begin < end ? all(begin, end) : Number.MAX_VALUE * (0.5 + begin / n / 2));
  smawk(ends, begins, at, found);
  return found;
});

export const optimalKMeans1d = cutting(monotone);
