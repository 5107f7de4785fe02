import { type Attempt, check, finds, nearest, type Row, sortedBy, squared, wrong } from './kit.mutants.ts';

export const distances: Attempt[] = [
  wrong('adds up absolute differences', 'kNearest with k = nSamples gives every row', {
    distance: (row, query) => row.reduce((sum, v, f) => sum + Math.abs(v - query[f]), 0),
  }),
  wrong('takes the largest difference of a feature', 'kNearest with k = nSamples gives every row', {
    distance: (row, query) => Math.max(...row.map((v, f) => Math.abs(v - query[f]))),
  }),
  wrong(
    'compares angles instead of distances',
    'knnClassify gives the same answer when features are moved, scaled or change places',
    {
      distance: (row, query) => {
        const dot = row.reduce((sum, v, f) => sum + v * query[f], 0);
        return 1 - dot / (Math.hypot(...row) * Math.hypot(...query) || 1);
      },
    },
  ),
  wrong('adds up the differences before it squares', 'kNearest with k = nSamples gives every row', {
    distance: (row, query) => row.reduce((sum, v, f) => sum + v - query[f], 0) ** 2,
  }),
  wrong(
    'measures the distance from the origin',
    'knnClassify gives the same answer when features are moved, scaled or change places',
    {
      distance: (row, query) => Math.abs(Math.hypot(...row) - Math.hypot(...query)),
    },
  ),
  wrong(
    'loops from the second feature on',
    'knnClassify gives the same answer when features are moved, scaled or change places',
    {
      distance: (row, query) => squared(row.slice(1), query.slice(1)),
    },
  ),
  wrong(
    'looks at the first two features only',
    'kNearest gives the same answer when features are moved, scaled or change places',
    {
      distance: (row, query) => squared(row.slice(0, 2), query.slice(0, 2)),
    },
  ),
  wrong('scales each feature to the range of its rows', 'kNearest with k = nSamples gives every row', {
    far: (X, query) => {
      const spans = query.map((_, f) => {
        const column = X.map((row) => row[f]);
        const span = column.reduce((a, b) => Math.max(a, b)) - column.reduce((a, b) => Math.min(a, b));
        return span || 1;
      });
      return X.map((row) => row.reduce((sum, v, f) => sum + ((v - query[f]) / spans[f]) ** 2, 0));
    },
  }),
  wrong('divides each feature by its standard deviation', 'kNearest with k = nSamples gives every row', {
    far: (X, query) => {
      const variances = query.map((_, f) => {
        const mean = X.reduce((sum, row) => sum + row[f], 0) / X.length;
        return X.reduce((sum, row) => sum + (row[f] - mean) ** 2, 0) / X.length || 1;
      });
      return X.map((row) => row.reduce((sum, v, f) => sum + (v - query[f]) ** 2 / variances[f], 0));
    },
  }),
  wrong(
    'expands the square of the raw coordinates',
    'kNearest keeps squared distances apart that differ by more than 1e-9 of the larger',
    {
      distance: (row, query) => {
        const dot = (a: Row, b: Row) => a.reduce((sum, v, f) => sum + v * b[f], 0);
        return dot(row, row) - 2 * dot(row, query) + dot(query, query);
      },
    },
  ),
  wrong(
    'reads coordinates into a Float32Array',
    'kNearest keeps squared distances apart that differ by more than 1e-9 of the larger',
    {
      distance: (row, query) => squared([...new Float32Array(row)], [...new Float32Array(query)]),
    },
  ),
  wrong(
    'keeps squared distances in a Float32Array',
    'kNearest keeps squared distances apart that differ by more than 1e-9 of the larger',
    {
      far: (X, query) => [...Float32Array.from(X, (row) => squared(row, query))],
    },
  ),
  wrong(
    'rounds distances to six decimals',
    'kNearest keeps squared distances apart that differ by more than 1e-9 of the larger',
    {
      distance: (row, query) => Number(Math.sqrt(squared(row, query)).toFixed(6)),
    },
  ),
  wrong(
    'truncates squared distances to 32-bit integers',
    'kNearest keeps squared distances apart that differ by more than 1e-9 of the larger',
    {
      distance: (row, query) => squared(row, query) | 0,
    },
  ),
  wrong(
    'takes squared distances less than 1e-6 apart for equal',
    'kNearest keeps squared distances apart that differ by more than 1e-9 of the larger',
    {
      select: (far, k) =>
        sortedBy((a, b) => (Math.abs(far[a] - far[b]) < 1e-6 ? a - b : far[a] - far[b]), far.length).slice(0, k),
    },
  ),
  wrong(
    'takes distances less than 1e-9 apart for equal',
    'kNearest keeps squared distances apart that differ by more than 1e-9 of the larger',
    {
      distance: (row, query) => Math.sqrt(squared(row, query)),
      select: (far, k) =>
        sortedBy((a, b) => (Math.abs(far[a] - far[b]) < 1e-9 ? a - b : far[a] - far[b]), far.length).slice(0, k),
    },
  ),
  wrong(
    'takes distances within a millionth of each other for equal',
    'kNearest keeps squared distances apart that differ by more than 1e-9 of the larger',
    {
      select: (far, k) => {
        const tie = (a: number, b: number) => Math.abs(a - b) <= 1e-6 * Math.max(a, b);
        return sortedBy((a, b) => (tie(far[a], far[b]) ? a - b : far[a] - far[b]), far.length).slice(0, k);
      },
    },
  ),
];

export const orders: Attempt[] = [
  wrong('gives the farthest rows', 'knnClassify gives the species that most of the k nearest of 150 irises have', {
    select: (far, k) => sortedBy((a, b) => far[b] - far[a], far.length).slice(0, k),
  }),
  wrong(
    'gives the k nearest with the farthest of them first',
    'kNearest with a smaller k gives the beginning of the same answer',
    {
      select: (far, k) => nearest(far, k).reverse(),
    },
  ),
  wrong('gives the k nearest in order of index', 'kNearest with a smaller k gives the beginning of the same answer', {
    select: (far, k) => nearest(far, k).sort((a, b) => a - b),
  }),
  wrong(
    'sorts distances without a comparator',
    'knnClassify gives the same answer when features are moved, scaled or change places',
    {
      select: (far, k) =>
        far
          .map((d, i) => [d, i])
          .sort()
          .slice(0, k)
          .map(([, i]) => i),
    },
  ),
  wrong(
    'sorts indices without a comparator before it ranks them',
    'kNearest gives rows at equal distances in order of index',
    {
      select: (far, k) =>
        [...far.keys()]
          .sort()
          .sort((a, b) => far[a] - far[b])
          .slice(0, k),
    },
  ),
  wrong(
    'sorts by a comparator that gives true or false',
    'knnClassify gives the species that most of the k nearest of 150 irises have',
    {
      select: (far, k) => sortedBy((a, b) => Number(far[a] > far[b]), far.length).slice(0, k),
    },
  ),
  wrong(
    'truncates the difference in the comparator',
    'kNearest keeps squared distances apart that differ by more than 1e-9 of the larger',
    {
      select: (far, k) => sortedBy((a, b) => (far[a] - far[b]) | 0, far.length).slice(0, k),
    },
  ),
  wrong(
    'gives the distances instead of the indices',
    'knnClassify gives the same answer when features are moved, scaled or change places',
    {
      select: (far, k) => far.toSorted((a, b) => a - b).slice(0, k),
    },
  ),
  finds(
    'counts rows from 1',
    'knnClassify gives the same answer when features are moved, scaled or change places',
    (X, query, k) => {
      check(X, query, k);
      return nearest(
        X.map((row) => squared(row, query)),
        k,
      ).map((i) => i + 1);
    },
  ),
  finds(
    'gives indices in a Uint8Array, where 256 becomes 0',
    'kNearest gives the k nearest rows, nearest first',
    (X, query, k) => {
      check(X, query, k);
      const far = X.map((row) => squared(row, query));
      return Uint8Array.from(nearest(far, k));
    },
  ),
  wrong('gives one row less than k', 'kNearest with a smaller k gives the beginning of the same answer', {
    select: (far, k) => nearest(far, Math.max(1, k - 1)),
  }),
  wrong('gives all rows as near as the k-th', 'kNearest with a smaller k gives the beginning of the same answer', {
    select: (far, k) => {
      const order = nearest(far, far.length);
      return order.filter((i) => far[i] <= far[order[k - 1]]);
    },
  }),
  wrong('looks rows up by the first index of their distance', 'knnClassify with k = nSamples gives every row a vote', {
    select: (far, k) =>
      far
        .toSorted((a, b) => a - b)
        .slice(0, k)
        .map((d) => far.indexOf(d)),
  }),
  wrong('puts higher indices first at a tie', 'kNearest gives rows at equal distances in order of index', {
    select: (far, k) => sortedBy((a, b) => far[a] - far[b] || b - a, far.length).slice(0, k),
  }),
  wrong(
    'lets a later row push out one as far as it',
    'kNearest with a smaller k gives the beginning of the same answer',
    {
      select: (far, k) => {
        const kept: number[] = [];
        for (let i = 0; i < far.length; i++) {
          if (kept.length < k) kept.push(i);
          else if (far[i] <= far[kept[k - 1]]) kept[k - 1] = i;
          kept.sort((a, b) => far[a] - far[b] || a - b);
        }
        return kept;
      },
    },
  ),
  wrong(
    'swaps the nearest of the rest to the front, without order at ties',
    'kNearest gives rows at equal distances in order of index',
    {
      select: (far, k) => {
        const order = [...far.keys()];
        for (let at = 0; at < k; at++) {
          let best = at;
          for (let i = at + 1; i < order.length; i++) if (far[order[i]] < far[order[best]]) best = i;
          [order[at], order[best]] = [order[best], order[at]];
        }
        return order.slice(0, k);
      },
    },
  ),
  wrong(
    'keys rows by distance in a Map, so the last of a tie remains',
    'kNearest with a smaller k gives the beginning of the same answer',
    {
      select: (far, k) =>
        [...new Map(far.map((d, i) => [d, i]))]
          .sort(([a], [b]) => a - b)
          .slice(0, k)
          .map(([, i]) => i),
    },
  ),
  finds('drops rows given twice', 'kNearest with a smaller k gives the beginning of the same answer', (X, query, k) => {
    check(X, query, k);
    const first = new Map<string, number>();
    for (const [i, row] of X.entries()) if (!first.has(`${row}`)) first.set(`${row}`, i);
    return [...first.values()].sort((a, b) => squared(X[a], query) - squared(X[b], query)).slice(0, k);
  }),
  wrong(
    'skips the nearest row as the query itself',
    'knnClassify gives the same answer when features are moved, scaled or change places',
    { select: (far, k) => nearest(far, k + 1).slice(1) },
  ),
  wrong('skips rows equal to the query', 'kNearest with a smaller k gives the beginning of the same answer', {
    select: (far, k) =>
      nearest(far, far.length)
        .filter((i) => far[i] > 0)
        .slice(0, k),
  }),
  wrong('takes distance 0 for a missing one', 'kNearest with k = nSamples gives every row', {
    distance: (row, query) => squared(row, query) || Number.POSITIVE_INFINITY,
    select: (far, k) =>
      sortedBy((a, b) => (far[a] < far[b] ? -1 : far[a] > far[b] ? 1 : a - b), far.length).slice(0, k),
  }),
  wrong(
    'filters out index 0 as falsy',
    'knnClassify gives the same answer when features are moved, scaled or change places',
    {
      select: (far, k) => nearest(far, far.length).filter(Boolean).slice(0, k),
    },
  ),
  wrong(
    'fills a table of pairs with one shared pair',
    'knnClassify gives the species that most of the k nearest of 150 irises have',
    {
      select: (far, k) => {
        const pairs: number[][] = new Array(far.length).fill([0, 0]);
        for (const [i, d] of far.entries()) {
          pairs[i][0] = d;
          pairs[i][1] = i;
        }
        return pairs
          .sort((a, b) => a[0] - b[0])
          .slice(0, k)
          .map((pair) => pair[1]);
      },
    },
  ),
  wrong(
    'stops at the first row farther than the k it has',
    'kNearest with a smaller k gives the beginning of the same answer',
    {
      select: (far, k) => {
        const end = far.findIndex((d, i) => i >= k && d > Math.max(...far.slice(i - k, i)));
        return nearest(end < 0 ? far : far.slice(0, end), k);
      },
    },
  ),
  finds(
    'ranks only the 2k rows nearest in the first feature',
    'kNearest with a smaller k gives the beginning of the same answer',
    (X, query, k) => {
      check(X, query, k);
      const window = sortedBy((a, b) => Math.abs(X[a][0] - query[0]) - Math.abs(X[b][0] - query[0]), X.length);
      return window
        .slice(0, 2 * k)
        .sort((a, b) => squared(X[a], query) - squared(X[b], query) || a - b)
        .slice(0, k);
    },
  ),
  finds(
    'goes down a k-d tree without looking at the other side',
    'knnClassify gives the same answer when features are moved, scaled or change places',
    (X, query, k) => {
      check(X, query, k);
      let cell = [...X.keys()];
      for (let depth = 0; ; depth++) {
        const f = depth % query.length;
        const order = cell.toSorted((a, b) => X[a][f] - X[b][f]);
        const middle = order.length >> 1;
        const side = query[f] < X[order[middle]][f] ? order.slice(0, middle) : order.slice(middle);
        if (side.length < k || side.length === cell.length) break;
        cell = side;
      }
      return cell.sort((a, b) => squared(X[a], query) - squared(X[b], query) || a - b).slice(0, k);
    },
  ),
];
