// clusters about centres that are far apart, searched from the nearest on
import { checkRows, compare, type Distance, type Entry, Measured, type Row, type Rows } from './kit.ts';

/** Each centre is the row farthest from the centres before. */
export function createIndex(X: Rows, distance: Distance, random: () => number) {
  checkRows(X);
  const rows = X.map((row) => row.slice());
  const centres: number[] = [];
  const gaps = rows.map(() => Infinity);
  const centreOf = rows.map(() => 0);
  const most = Math.ceil(Math.sqrt(rows.length));
  let next = Math.floor(random() * rows.length);
  while (centres.length < most && gaps[next] > 0) {
    for (const [i, row] of rows.entries()) {
      const gap = distance(row, rows[next]);
      if (gap >= gaps[i]) continue;
      gaps[i] = gap;
      centreOf[i] = centres.length;
    }
    centres.push(next);
    next = gaps.reduce((best, gap, i) => (gap > gaps[best] ? i : best), 0);
  }
  const members = centres.map((): number[] => []);
  for (const [i, c] of centreOf.entries()) members[c].push(i);
  return {
    query(query: Row, k: number) {
      const measured = new Measured(rows, query, k, distance);
      const order = centres.map((centre, c): Entry => [measured.to(centre), c]).sort(compare);
      for (const i of order.flatMap(([, c]) => members[c])) if (!measured.isFull) measured.to(i);
      return measured.nearest();
    },
  };
}
