// plain: rows are chosen by their distances from a few pivots that are far apart, and then measured
type Row = readonly number[];
type Rows = readonly Row[];
type Distance = (a: Row, b: Row) => number;

/** So many rows are all measured. */
const FEW = 40;

export function createIndex(X: Rows, distance: Distance, random: () => number) {
  checkRows(X);
  const rows = X.map((row) => [...row]);
  const pivots = pivotsOf(rows, pivotCount(rows.length), distance, random);
  const profileOf = (row: Row) => pivots.map((pivot) => distance(rows[pivot], row));
  const profiles = rows.map(profileOf);
  const index = {
    query(query: Row, k: number): number[] {
      checkQuery(rows, query, k);
      const wanted = profileOf(query);
      const likely = alike(profiles, wanted).slice(0, likelyCount(rows.length, pivots.length, k));
      return nearest(rows, likely, query, k, distance);
    },
  };
  return index;
}

function checkRows(X: Rows): void {
  if (X.length === 0) throw new RangeError('no rows');
  if (X[0].length === 0) throw new RangeError('no features');
  if (X.some((row) => row.length !== X[0].length)) throw new RangeError('ragged rows');
  if (!X.every((row) => row.every(Number.isFinite))) throw new RangeError('a row that is not finite');
}

function checkQuery(rows: Rows, query: Row, k: number): void {
  if (query.length !== rows[0].length) throw new RangeError('a query of another length');
  if (!query.every(Number.isFinite)) throw new RangeError('a query that is not finite');
  if (!Number.isInteger(k) || k < 1 || k > rows.length) throw new RangeError('k');
}

const pivotCount = (nSamples: number): number => (nSamples <= FEW ? 0 : Math.min(20, nSamples >> 5));

/** How many rows a query measures besides the pivots. */
const likelyCount = (nSamples: number, nPivots: number, k: number): number =>
  Math.max(k, FEW, Math.floor(nSamples / 10) - nPivots);

/** Each row is the farthest from those before it. */
function pivotsOf(rows: Rows, count: number, distance: Distance, random: () => number): number[] {
  const pivots: number[] = [];
  const gaps = rows.map(() => Infinity);
  let next = Math.floor(random() * rows.length);
  while (pivots.length < count) {
    pivots.push(next);
    const pivot = rows[next];
    for (const i of rows.keys()) gaps[i] = Math.min(gaps[i], distance(rows[i], pivot));
    next = gaps.reduce((best, gap, i) => (gap > gaps[best] ? i : best), 0);
  }
  return pivots;
}

/** All rows, those first that are about as far from the pivots as is wanted. */
function alike(profiles: Rows, wanted: Row): number[] {
  const unlike = profiles.map((profile) => profile.reduce((sum, far, p) => sum + Math.abs(far - wanted[p]), 0));
  return [...profiles.keys()].sort((a, b) => unlike[a] - unlike[b]);
}

function nearest(rows: Rows, likely: readonly number[], query: Row, k: number, distance: Distance): number[] {
  const measured = likely.map((i) => ({ i, far: distance(rows[i], query) }));
  measured.sort((a, b) => a.far - b.far || a.i - b.i);
  return measured.slice(0, k).map(({ i }) => i);
}
