// goes down one tree of random splits to a leaf of eight rows
type Row = readonly number[];
type Rows = readonly Row[];
type Tree = readonly number[] | { readonly f: number; readonly at: number; readonly low: Tree; readonly high: Tree };

export function createIndex(X: Rows, distance: (a: Row, b: Row) => number, random: () => number) {
  if (X.length === 0 || X[0].length === 0) throw new RangeError('empty');
  if (!X.every((row) => row.length === X[0].length && row.every(Number.isFinite))) throw new RangeError('rows');
  const rows = X.map((row) => [...row]);
  const grow = (members: readonly number[]): Tree => {
    if (members.length <= 8) return members;
    const f = Math.floor(random() * rows[0].length);
    const sorted = members.toSorted((a, b) => rows[a][f] - rows[b][f]);
    const middle = sorted.length >> 1;
    return { f, at: rows[sorted[middle]][f], low: grow(sorted.slice(0, middle)), high: grow(sorted.slice(middle)) };
  };
  const root = grow([...rows.keys()]);
  return {
    query(query: Row, k: number): number[] {
      if (query.length !== rows[0].length || !query.every(Number.isFinite)) throw new RangeError('query');
      if (!Number.isInteger(k) || k < 1 || k > rows.length) throw new RangeError('k');
      let tree = root;
      while ('f' in tree) tree = query[tree.f] < tree.at ? tree.low : tree.high;
      const found = new Set(tree);
      for (let i = 0; found.size < k; i++) found.add(i);
      const measured = [...found].map((i) => ({ i, far: distance(rows[i], query) }));
      const sorted = measured.sort((a, b) => a.far - b.far || a.i - b.i);
      return sorted.slice(0, k).map(({ i }) => i);
    },
  };
}
