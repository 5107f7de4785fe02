import type { RightAnswer } from '../../src/index.ts';
import type { Asked } from './drill.ts';

type Row = readonly number[];
type Rows = readonly Row[];
type Distance = (a: Row, b: Row) => number;
type CreateIndex = Asked['createIndex'];
/** A distance and an index. */
type Entry = readonly [number, number];

const compare = (a: Entry, b: Entry): number => a[0] - b[0] || a[1] - b[1];

const refuse = (reason: string): never => {
  throw new RangeError(reason);
};

function checkRows(X: Rows): void {
  if (X.length === 0) refuse('no rows');
  const nFeatures = X[0].length;
  if (nFeatures === 0) refuse('no features');
  for (const [i, row] of X.entries()) {
    if (row.length !== nFeatures) refuse(`row ${i} has ${row.length} features, row 0 has ${nFeatures}`);
    for (const value of row) if (!Number.isFinite(value)) refuse(`row ${i} has ${value}`);
  }
}

function checkQuery(X: Rows, query: Row, k: number): void {
  if (query.length !== X[0].length) refuse(`a query of ${query.length} features`);
  if (!query.every((value) => Number.isFinite(value))) refuse('a query that is not finite');
  if (!Number.isInteger(k) || k < 1 || k > X.length) refuse(`k = ${k}`);
}

/** Measures each row once, and knows the nearest of those measured. */
class Measured {
  readonly #known = new Map<number, number>();
  readonly #X: Rows;
  readonly #query: Row;
  readonly #distance: Distance;

  constructor(X: Rows, query: Row, distance: Distance) {
    this.#X = X;
    this.#query = query;
    this.#distance = distance;
  }

  get size(): number {
    return this.#known.size;
  }

  to(i: number): number {
    const known = this.#known.get(i);
    if (known !== undefined) return known;
    const measured = this.#distance(this.#query, this.#X[i]);
    this.#known.set(i, measured);
    return measured;
  }

  /** The k nearest; where too few were measured, the first of the others as well. */
  nearest(k: number): number[] {
    for (let i = 0; this.size < k; i++) this.to(i);
    return Array.from(this.#known, ([i, measured]): Entry => [measured, i])
      .sort(compare)
      .slice(0, k)
      .map(([, i]) => i);
  }
}

/** What a query may measure: a tenth of the rows, but some dozens of few. */
const budgetOf = (nSamples: number): number => Math.max(32, Math.floor(nSamples / 10));

/** Clusters about rows that are far apart: each center is the row farthest from the centers before. */
const farthestFirst: CreateIndex = (X, distance, random) => {
  checkRows(X);
  const rows = X.map((row) => row.slice());
  const centers: number[] = [];
  const gaps = rows.map(() => Infinity);
  const centerOf = rows.map(() => 0);
  const most = Math.ceil(Math.sqrt(rows.length));
  let next = Math.floor(random() * rows.length);
  while (centers.length < most && gaps[next] > 0) {
    for (const [i, row] of rows.entries()) {
      const gap = distance(row, rows[next]);
      if (gap >= gaps[i]) continue;
      gaps[i] = gap;
      centerOf[i] = centers.length;
    }
    centers.push(next);
    next = gaps.reduce((best, gap, i) => (gap > gaps[best] ? i : best), 0);
  }
  const members = centers.map((_, c) => [...rows.keys()].filter((i) => centerOf[i] === c));
  const budget = budgetOf(rows.length);
  return {
    query(query, k) {
      checkQuery(rows, query, k);
      const measured = new Measured(rows, query, distance);
      const order = centers.map((center, c): Entry => [measured.to(center), c]).sort(compare);
      for (const [, c] of order) {
        for (const i of members[c]) {
          if (measured.size >= Math.max(budget, k)) return measured.nearest(k);
          measured.to(i);
        }
      }
      return measured.nearest(k);
    },
  };
};

/** A graph of the nearest rows of each row, by all pairs; a search begins in each of its parts. */
class NeighbourGraph {
  static readonly LINKS = 12;
  readonly #rows: Rows;
  readonly #distance: Distance;
  readonly #links: Set<number>[];
  readonly #entries: number[] = [];

  constructor(X: Rows, distance: Distance) {
    checkRows(X);
    this.#rows = X;
    this.#distance = distance;
    this.#links = X.map(() => new Set());
    const gaps = X.map(() => new Float64Array(X.length));
    for (let i = 0; i < X.length; i++) {
      for (let j = 0; j < i; j++) gaps[i][j] = gaps[j][i] = distance(X[i], X[j]);
    }
    for (const i of X.keys()) {
      const nearest: number[] = [];
      for (const j of X.keys()) {
        if (nearest.length === NeighbourGraph.LINKS && !(gaps[i][j] < gaps[i][nearest[nearest.length - 1]])) continue;
        if (nearest.length === NeighbourGraph.LINKS) nearest.pop();
        let at = nearest.length;
        for (; at > 0 && gaps[i][nearest[at - 1]] > gaps[i][j]; at--) nearest[at] = nearest[at - 1];
        nearest[at] = j;
      }
      for (const j of nearest) {
        this.#links[i].add(j);
        this.#links[j].add(i);
      }
    }
    const seen = new Set<number>();
    for (const i of X.keys()) {
      if (seen.has(i)) continue;
      this.#entries.push(i);
      const open = [i];
      for (let at = open.pop(); at !== undefined; at = open.pop()) {
        seen.add(at);
        for (const j of this.#links[at]) if (!seen.has(j)) open.push(j);
      }
    }
  }

  query(query: Row, k: number): Uint32Array {
    checkQuery(this.#rows, query, k);
    const measured = new Measured(this.#rows, query, this.#distance);
    const most = Math.max(k, budgetOf(this.#rows.length));
    const open = this.#entries.map((i): Entry => [measured.to(i), i]).sort((a, b) => compare(b, a));
    while (open.length > 0 && measured.size < most) {
      const [, at] = open.pop() as Entry;
      for (const j of this.#links[at]) {
        if (measured.size >= most) break;
        const before = measured.size;
        const entry: Entry = [measured.to(j), j];
        if (measured.size > before) open.push(entry);
      }
      open.sort((a, b) => compare(b, a));
    }
    return Uint32Array.from(measured.nearest(k));
  }
}

/** Rows by their distances from a few of them, as columns of numbers: no row is measured before it looks alike. */
const pivotTable: CreateIndex = (X, distance, random) => {
  checkRows(X);
  const n = X.length;
  const order = Uint32Array.from(X, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
  const pivots = order.subarray(0, Math.min(n >> 5, 24));
  const columns = Array.from(pivots, (p) => Float64Array.from(X, (row) => distance(row, X[p])));
  return Object.freeze({
    query(query: Row, k: number) {
      checkQuery(X, query, k);
      const unlike = new Float64Array(n);
      columns.forEach((column, at) => {
        const gap = distance(query, X[pivots[at]]);
        for (let i = 0; i < n; i++) unlike[i] += (column[i] - gap) ** 2;
      });
      const likeliest = Uint32Array.from(X.keys())
        .sort((a, b) => unlike[a] - unlike[b])
        .subarray(0, Math.max(k, budgetOf(n) - pivots.length));
      const measured = Float64Array.from(likeliest, (i) => distance(query, X[i]));
      const places = Uint32Array.from(likeliest.keys()).sort((a, b) => measured[a] - measured[b]);
      return Float32Array.from(places.subarray(0, k), (place) => likeliest[place]);
    },
  });
};

/** A tree of vantage points, searched from the most promising side until enough rows were measured. */
interface Vantage {
  readonly index: number;
  readonly radius: number;
  readonly inside: Vantage | undefined;
  readonly outside: Vantage | undefined;
}

function vantageTree(X: Rows, rows: readonly number[], distance: Distance, random: () => number): Vantage | undefined {
  if (rows.length === 0) return undefined;
  const index = rows[Math.floor(random() * rows.length)];
  const far = rows
    .filter((i) => i !== index)
    .map((i): Entry => [distance(X[index], X[i]), i])
    .sort(compare);
  const middle = far.length >> 1;
  const side = (part: readonly Entry[]) =>
    vantageTree(
      X,
      part.map(([, i]) => i),
      distance,
      random,
    );
  return {
    index,
    radius: far[middle]?.[0] ?? 0,
    inside: side(far.slice(0, middle)),
    outside: side(far.slice(middle)),
  };
}

/** The rows of a tree, the likeliest first; each is measured when its turn comes. */
function* likeliest(root: Vantage | undefined, measure: (i: number) => number): Generator<number, void, undefined> {
  const open: [gap: number, node: Vantage][] = root ? [[0, root]] : [];
  while (open.length > 0) {
    let best = 0;
    for (const [at, [gap]] of open.entries()) if (gap <= open[best][0]) best = at;
    const [[gap, node]] = open.splice(best, 1);
    const measured = measure(node.index);
    yield node.index;
    if (node.inside) open.push([Math.max(gap, measured - node.radius), node.inside]);
    if (node.outside) open.push([Math.max(gap, node.radius - measured), node.outside]);
  }
}

class Forest {
  readonly #X: Rows;
  readonly #distance: Distance;
  readonly #root: Vantage | undefined;

  constructor(X: Rows, distance: Distance, random: () => number) {
    checkRows(X);
    this.#X = structuredCloneOf(X);
    this.#distance = distance;
    this.#root = vantageTree(this.#X, [...X.keys()], distance, random);
  }

  get query(): (query: Row, k: number) => readonly number[] {
    return (query, k) => {
      checkQuery(this.#X, query, k);
      const measured = new Measured(this.#X, query, this.#distance);
      const most = Math.max(k, budgetOf(this.#X.length));
      for (const _ of likeliest(this.#root, (i) => measured.to(i))) if (measured.size >= most) break;
      return Object.freeze(measured.nearest(k));
    };
  }
}

const structuredCloneOf = (X: Rows): Rows => JSON.parse(JSON.stringify(X));

/** A tree of clusters, by the nearest of a few rows drawn at each node, that a search goes down best first. */
interface Cluster {
  readonly center: number;
  readonly members: readonly number[];
  readonly parts: readonly Cluster[];
}

function clusterOf(X: Rows, members: readonly number[], distance: Distance, random: () => number): Cluster {
  const center = members[Math.floor(random() * members.length)];
  if (members.length <= 12) return { center, members, parts: [] };
  const drawn = Array.from({ length: 6 }, () => members[Math.floor(random() * members.length)]);
  const centers = [...new Set(drawn)];
  const parts = new Map<number, number[]>();
  for (const i of members) {
    const [nearest] = centers.map((c): Entry => [distance(X[c], X[i]), c]).sort(compare);
    parts.set(nearest[1], [...(parts.get(nearest[1]) ?? []), i]);
  }
  if (parts.size < 2) return { center, members, parts: [] };
  return {
    center,
    members: [],
    parts: Array.from(parts, ([at, part]) => ({ ...clusterOf(X, part, distance, random), center: at })),
  };
}

const clusterTree: CreateIndex = (X, distance, random) => {
  checkRows(X);
  const root = clusterOf(X, [...X.keys()], distance, random);
  return {
    query(query, k) {
      checkQuery(X, query, k);
      const most = Math.max(k, budgetOf(X.length));
      const measured = new Measured(X, query, distance);
      let open: readonly (readonly [number, Cluster])[] = [[0, root]];
      while (open.length > 0 && measured.size < most) {
        const [[, cluster], ...others] = open;
        for (const i of cluster.members) if (measured.size < most) measured.to(i);
        const parts = cluster.parts.flatMap((part) =>
          measured.size < most ? [[measured.to(part.center), part] as const] : [],
        );
        open = [...others, ...parts].sort((a, b) => a[0] - b[0]);
      }
      return measured.nearest(k);
    },
  };
};

/** Several trees of random splits between two rows, by coordinates only: the rows that most trees find are measured. */
const projections: CreateIndex = (X, distance, random) => {
  checkRows(X);
  type Tree = { rows: readonly number[] } | { normal: Row; at: number; low: Tree; high: Tree };
  const dot = (a: Row, b: Row): number => a.reduce((sum, value, f) => sum + value * b[f], 0);
  const grow = (rows: readonly number[]): Tree => {
    if (rows.length <= 24) return { rows };
    const [a, b] = [X[rows[Math.floor(random() * rows.length)]], X[rows[Math.floor(random() * rows.length)]]];
    const normal = a.map((value, f) => value - b[f]);
    const sorted = rows.map((i): Entry => [dot(normal, X[i]), i]).sort(compare);
    const middle = sorted.length >> 1;
    const side = (part: readonly Entry[]) => grow(part.map(([, i]) => i));
    return { normal, at: sorted[middle][0], low: side(sorted.slice(0, middle)), high: side(sorted.slice(middle)) };
  };
  const trees = Array.from({ length: 24 }, () => grow([...X.keys()]));
  return {
    query: (query, k) => {
      checkQuery(X, query, k);
      const votes = new Map<number, number>();
      for (const root of trees) {
        let tree = root;
        while (!('rows' in tree)) tree = dot(tree.normal, query) < tree.at ? tree.low : tree.high;
        for (const i of tree.rows) votes.set(i, (votes.get(i) ?? 0) + 1);
      }
      const measured = new Measured(X, query, distance);
      const found = [...votes].sort((a, b) => b[1] - a[1]).slice(0, Math.max(k, budgetOf(X.length)));
      for (const [i] of found) measured.to(i);
      return measured.nearest(k);
    },
  };
};

export const answers: RightAnswer<Asked>[] = [
  {
    says: 'clusters about centers that are far apart, searched from the nearest on',
    solution: { createIndex: farthestFirst },
  },
  {
    says: 'a graph of nearest rows by all pairs, entered in each of its parts, as a class; answers in a Uint32Array',
    solution: { createIndex: (X, distance) => new NeighbourGraph(X, distance) },
  },
  {
    says: 'a table of distances from pivots, in typed arrays; a frozen index, answers in a Float32Array',
    solution: { createIndex: pivotTable },
  },
  {
    says: 'a tree of vantage points, read by a generator; `query` is a getter that gives a function',
    solution: { createIndex: (X, distance, random) => new Forest(X, distance, random) },
  },
  { says: 'a tree of clusters about drawn rows, best first', solution: { createIndex: clusterTree } },
  {
    says: 'trees of random splits that see coordinates only, and measure what most of them find',
    solution: { createIndex: projections },
  },
  {
    says: 'code golf: for each of 80 rows that are far apart, all rows in order',
    solution: {
      createIndex(X, d, r) {
        checkRows(X);
        const sort = (q: Row, a: number[]) => a.map((i): Entry => [d(X[i], q), i]).sort(compare);
        const all = X.map((_, i) => i);
        const g = X.map(() => Infinity);
        const L = new Map<number, number[]>();
        for (let c = Math.floor(r() * X.length); g[c] && L.size < 80; c = g.indexOf(Math.max(...g))) {
          const e = sort(X[c], all);
          for (const [w, i] of e) g[i] = Math.min(g[i], w);
          L.set(
            c,
            e.map(([, i]) => i),
          );
        }
        return {
          query(q, k) {
            checkQuery(X, q, k);
            const c = sort(q, [...L.keys()])[0][1];
            return sort(q, (L.get(c) ?? all).slice(0, Math.max(k, 100)))
              .slice(0, k)
              .map(([, i]) => i);
          },
        };
      },
    },
  },
];
