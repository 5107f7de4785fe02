// keeps rows in a list in order of their first feature
type Row = readonly number[];

export function createDynamicIndex(nFeatures: number) {
  if (!Number.isInteger(nFeatures) || nFeatures < 1) throw new RangeError('nFeatures');
  const list: { readonly id: number; readonly row: Row }[] = [];
  let nInserted = 0;
  const check = (row: Row): void => {
    if (row.length !== nFeatures || !row.every(Number.isFinite)) throw new RangeError('row');
  };
  const placeOf = (value: number): number => {
    let [low, high] = [0, list.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (list[middle].row[0] < value) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    insert(row: Row): number {
      check(row);
      list.splice(placeOf(row[0]), 0, { id: nInserted, row: [...row] });
      return nInserted++;
    },
    remove(id: number): boolean {
      const at = list.findIndex((entry) => entry.id === id);
      if (at >= 0) list.splice(at, 1);
      return at >= 0;
    },
    query(query: Row, k: number): number[] {
      check(query);
      if (!Number.isInteger(k) || k < 1 || k > list.length) throw new RangeError('k');
      let best: { id: number; far: number }[] = [];
      let above = placeOf(query[0]);
      let below = above - 1;
      while (below >= 0 || above < list.length) {
        const down = below >= 0 ? query[0] - list[below].row[0] : Infinity;
        const up = above < list.length ? list[above].row[0] - query[0] : Infinity;
        if (best.length === k && Math.min(down, up) ** 2 > best[k - 1].far) break;
        const { id, row } = list[down <= up ? below-- : above++];
        const far = row.reduce((sum, value, j) => sum + (value - query[j]) ** 2, 0);
        best = [...best, { id, far }].sort((a, b) => a.far - b.far || a.id - b.id).slice(0, k);
      }
      return best.map(({ id }) => id);
    },
  };
}
