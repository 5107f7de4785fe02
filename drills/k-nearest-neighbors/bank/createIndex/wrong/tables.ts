// asks six tables of random pivots and measures a row again for each table that finds it
type Row = readonly number[];
type Rows = readonly Row[];

export function createIndex(X: Rows, distance: (a: Row, b: Row) => number, random: () => number) {
  if (X.length === 0 || X[0].length === 0) throw new RangeError('empty');
  if (!X.every((row) => row.length === X[0].length && row.every(Number.isFinite))) throw new RangeError('rows');
  const rows = X.map((row) => [...row]);
  const tables = Array.from({ length: 6 }, () => {
    const pivots = Array.from({ length: 6 }, () => rows[Math.floor(random() * rows.length)]);
    const profileOf = (row: Row) => pivots.map((pivot) => distance(pivot, row));
    return { profileOf, profiles: rows.map(profileOf) };
  });
  return {
    query(query: Row, k: number): number[] {
      if (query.length !== rows[0].length || !query.every(Number.isFinite)) throw new RangeError('query');
      if (!Number.isInteger(k) || k < 1 || k > rows.length) throw new RangeError('k');
      const measured = new Map<number, number>();
      for (const { profileOf, profiles } of tables) {
        const wanted = profileOf(query);
        const unlike = profiles.map((profile) => profile.reduce((sum, far, p) => sum + Math.abs(far - wanted[p]), 0));
        const order = [...rows.keys()].sort((a, b) => unlike[a] - unlike[b]);
        for (const i of order.slice(0, Math.max(k, rows.length / 20))) measured.set(i, distance(rows[i], query));
      }
      const sorted = [...measured].sort(([i, a], [j, b]) => a - b || i - j);
      return sorted.slice(0, k).map(([i]) => i);
    },
  };
}
