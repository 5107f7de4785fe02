import { checkCount, checkPoint, checkTable } from './validate.ts';

type Row = readonly number[];

/** A distance between two rows (nFeatures): 0 or more, larger the less they are alike. */
export type Distance = (a: Row, b: Row) => number;

/** Rows that were prepared for approximate queries. */
export interface ApproximateIndex {
  /** Indices of k rows, most of them the nearest to the query (nFeatures); nearest first. */
  query(query: Row, k: number): ArrayLike<number>;
}

/** How many lists are looked at, and at least how many rows for each one asked for. */
const N_PROBES = 2;
const ROWS_PER_NEIGHBOUR = 2;

/** How often the centres move to the means of their lists. */
const N_UPDATES = 2;

/**
 * An inverted file (Jégou, Douze and Schmid 2011, section IV): sqrt(nSamples) centres are found by a few steps of k-means, each row
 * is listed under the nearest, and a query looks only at the lists whose centres are nearest to it. Rows that are close
 * together are listed together, so on clustered data next to nothing is missed.
 *
 * A query calls the distance sqrt(nSamples) times for the centres and about N_PROBES sqrt(nSamples) times for rows; building
 * takes O(N_UPDATES nSamples^1.5) calls.
 *
 * @throws RangeError on empty or ragged X, values that are not finite, malformed queries, and k outside 1..nSamples.
 * @example
 * ```ts
 * const distance = ([a], [b]) => Math.abs(a - b);
 * createIndex([[0], [5], [1]], distance, () => 0.5).query([2], 3); // => [2, 0, 1]
 * ```
 */
export function createIndex(X: readonly Row[], distance: Distance, random: () => number): ApproximateIndex {
  checkTable(X);
  let centres = startingCentres(X, distance, random);
  let lists = listsOf(X, centres, distance);
  for (let update = 0; update < N_UPDATES; update++) {
    centres = lists.map((list, c) => (list.length === 0 ? centres[c] : meanOf(list.map((i) => X[i]))));
    lists = listsOf(X, centres, distance);
  }
  return {
    query(query, k) {
      checkPoint(query, X[0].length, 'query');
      checkCount(k, X.length);
      const enough = ROWS_PER_NEIGHBOUR * k;
      const candidates: number[] = [];
      let nProbes = 0;
      for (const c of ascending(centres.map((centre) => distance(query, centre)))) {
        if (nProbes >= N_PROBES && candidates.length >= Math.min(enough, X.length)) break;
        if (lists[c].length === 0) continue;
        candidates.push(...lists[c]);
        nProbes++;
      }
      const distances = candidates.map((i) => distance(query, X[i]));
      return ascending(distances)
        .slice(0, k)
        .map((place) => candidates[place]);
    },
  };
}

/** Rows that lie apart: each is the farthest from those before it among a few drawn at random. */
function startingCentres(X: readonly Row[], distance: Distance, random: () => number): Row[] {
  const nCentres = Math.ceil(Math.sqrt(X.length));
  const draw = (): Row => X[Math.floor(random() * X.length)];
  const centres = [draw()];
  while (centres.length < nCentres) {
    const drawn = [draw(), draw(), draw()];
    const gaps = drawn.map((row) => Math.min(...centres.map((centre) => distance(row, centre))));
    centres.push(drawn[gaps.indexOf(Math.max(...gaps))]);
  }
  return centres;
}

/** For each centre the rows that are nearest to it. */
function listsOf(X: readonly Row[], centres: readonly Row[], distance: Distance): number[][] {
  const lists = centres.map((): number[] => []);
  X.forEach((row, i) => {
    let nearest = 0;
    let smallest = Infinity;
    centres.forEach((centre, c) => {
      const d = distance(row, centre);
      if (d < smallest) [nearest, smallest] = [c, d];
    });
    lists[nearest].push(i);
  });
  return lists;
}

const meanOf = (rows: readonly Row[]): number[] =>
  rows[0].map((_, j) => rows.reduce((sum, row) => sum + row[j], 0) / rows.length);

/** The places of the values, smallest value first; the lower place first where values are equal. */
const ascending = (values: readonly number[]): number[] =>
  values.map((_, i) => i).sort((a, b) => values[a] - values[b] || a - b);
