import {
  type Attempt,
  check,
  classifies,
  classifiesUnchecked,
  finds,
  majority,
  nearest,
  overlooks,
  problem,
  type Row,
  solve,
  sortedBy,
  squared,
  tally,
  wrong,
} from './kNearest/kit.mutants.ts';
import { distances, orders } from './kNearest/neighbours.mutants.ts';
import { votes } from './kNearest/votes.mutants.ts';

const sizes: Attempt[] = [
  wrong('measures the first eight features only', 'kNearest takes dozens of rows and features like a few', {
    distance: (a, b) => squared(a.slice(0, 8), b.slice(0, 8)),
  }),
  classifies(
    'counts the votes of ten labels only',
    'knnClassify takes dozens of rows, features and labels like a few',
    (X, y, query, k) => {
      const labels = Array.from(solve({}).kNearest(X, query, k), (i) => y[i]);
      return majority(labels.map((label) => Math.min(label, 9)));
    },
  ),
];

const validation: Attempt[] = [
  overlooks(
    'takes a k that is not an integer',
    'kNearest throws a RangeError unless k is an integer from 1 to nSamples',
    (X, query, k) => {
      return problem(X, query, k, 'badK') ?? !(k >= 1 && k <= X.length);
    },
  ),
  overlooks(
    'takes NaN for k, as it fails no comparison',
    'kNearest throws a RangeError unless k is an integer from 1 to nSamples',
    (X, query, k) => {
      return problem(X, query, k, 'badK') ?? (k < 1 || k > X.length || k % 1 > 0);
    },
  ),
  overlooks(
    'takes 0 for k',
    'kNearest throws a RangeError unless k is an integer from 1 to nSamples',
    (X, query, k) => {
      return problem(X, query, k, 'badK') ?? !(Number.isInteger(k) && k >= 0 && k <= X.length);
    },
  ),
  overlooks(
    'takes a negative k',
    'kNearest throws a RangeError unless k is an integer from 1 to nSamples',
    (X, query, k) => {
      return problem(X, query, k, 'badK') ?? !(k && Number.isInteger(k) && k <= X.length);
    },
  ),
  overlooks(
    'takes nSamples + 1 for k and gives all rows',
    'kNearest throws a RangeError unless k is an integer from 1 to nSamples',
    (X, query, k) => {
      return problem(X, query, k, 'badK') ?? !(Number.isInteger(k) && k >= 1);
    },
  ),
  overlooks(
    'refuses a k of nSamples',
    'knnClassify gives the same answer when features are moved, scaled or change places',
    (X, query, k) => problem(X, query, k) ?? k >= X.length,
  ),
  overlooks(
    'refuses a single row',
    'knnClassify gives the same answer when features are moved, scaled or change places',
    (X, query, k) => problem(X, query, k) ?? X.length < 2,
  ),
  overlooks(
    'refuses a coordinate of 0 as missing',
    'knnClassify gives the same answer when features are moved, scaled or change places',
    (X, query, k) => {
      return problem(X, query, k) ?? [...X, query].some((row) => !row.every(Boolean));
    },
  ),
  overlooks(
    'takes an empty X for one without neighbours',
    'kNearest throws a RangeError on malformed rows or query',
    (X, query, k) => {
      return X.length > 0 && problem(X, query, k);
    },
  ),
  overlooks(
    'takes rows and a query without features',
    'kNearest throws a RangeError on malformed rows or query',
    (X, query, k) => problem(X, query, k, 'noFeatures'),
  ),
  overlooks(
    'takes rows that differ in length',
    'kNearest throws a RangeError on malformed rows or query',
    (X, query, k) => problem(X, query, k, 'ragged'),
  ),
  overlooks(
    'refuses shorter rows and takes longer ones',
    'kNearest throws a RangeError on malformed rows or query',
    (X, query, k) => {
      return problem(X, query, k, 'ragged') ?? X.some((row) => row.length < query.length);
    },
  ),
  overlooks(
    'takes a query of another length',
    'kNearest throws a RangeError on malformed rows or query',
    (X, query, k) => problem(X, query, k, 'queryLength'),
  ),
  overlooks('takes a longer query', 'kNearest throws a RangeError on malformed rows or query', (X, query, k) => {
    return problem(X, query, k, 'queryLength') ?? query.length < X[0].length;
  }),
  overlooks(
    'takes rows that are not finite',
    'kNearest throws a RangeError on malformed rows or query',
    (X, query, k) => problem(X, query, k, 'row'),
  ),
  overlooks('takes infinite coordinates', 'kNearest throws a RangeError on malformed rows or query', (X, query, k) => {
    return problem(X, query, k, 'row', 'query') ?? [...X, query].some((row) => row.some(Number.isNaN));
  }),
  overlooks(
    'takes NaN coordinates, as they fail no comparison',
    'kNearest throws a RangeError on malformed rows or query',
    (X, query, k) => {
      const infinite = (value: number) => Math.abs(value) === Number.POSITIVE_INFINITY;
      return problem(X, query, k, 'row', 'query') ?? [...X, query].some((row) => row.some(infinite));
    },
  ),
  overlooks(
    'takes a query that is not finite',
    'kNearest throws a RangeError on malformed rows or query',
    (X, query, k) => problem(X, query, k, 'query'),
  ),
  overlooks(
    'checks the coordinates of the first row only',
    'kNearest throws a RangeError on malformed rows or query',
    (X, query, k) => {
      return problem(X, query, k, 'row') ?? problem(X.slice(0, 1), query, 1);
    },
  ),
  finds(
    'checks the coordinates of the rows it gives only',
    'kNearest throws a RangeError on malformed rows or query',
    (X, query, k) => {
      if (problem(X, query, k, 'row')) throw new RangeError('malformed');
      const far = X.map((row) => squared(row, query));
      const found = sortedBy((a, b) => {
        const [x, z] = [a, b].map((i) => (Number.isFinite(far[i]) ? far[i] : Number.MAX_VALUE));
        return x - z;
      }, X.length).slice(0, k);
      if (!found.every((i) => Number.isFinite(far[i]))) throw new RangeError('malformed');
      return found;
    },
  ),
  wrong('takes y of any length', 'knnClassify throws a RangeError on malformed rows, labels or query', {
    checkLabels: () => undefined,
  }),
  wrong('takes more labels than rows', 'knnClassify throws a RangeError on malformed rows, labels or query', {
    checkLabels: (X, y) => {
      if (y.length < X.length) throw new RangeError('labels');
    },
  }),
  wrong('takes fewer labels than rows', 'knnClassify throws a RangeError on malformed rows, labels or query', {
    checkLabels: (X, y) => {
      if (y.length > X.length) throw new RangeError('labels');
    },
  }),
  classifiesUnchecked(
    'checks nothing but labels in knnClassify',
    'knnClassify throws a RangeError unless k is an integer from 1 to nSamples',
  ),
  wrong(
    'throws an Error that is no RangeError',
    'kNearest throws a RangeError unless k is an integer from 1 to nSamples',
    {
      check: (X, query, k) => {
        const found = problem(X, query, k);
        if (found) throw new Error(found);
      },
    },
  ),
];

const purity: Attempt[] = [
  finds('sorts X in place', 'knnClassify never changes its inputs', (X, query, k) => {
    check(X, query, k);
    const found = nearest(
      X.map((row) => squared(row, query)),
      k,
    );
    (X as Row[]).sort((a, b) => squared(a, query) - squared(b, query));
    return found;
  }),
  finds('moves the rows so that the query is the origin', 'knnClassify never changes its inputs', (X, query, k) => {
    check(X, query, k);
    const origin = query.map(() => 0);
    for (const row of X as number[][]) for (const f of query.keys()) row[f] -= query[f];
    return nearest(
      X.map((row) => squared(row, origin)),
      k,
    );
  }),
  finds('appends the index to each row', 'knnClassify never changes its inputs', (X, query, k) => {
    check(X, query, k);
    const rows = X as number[][];
    for (const [i, row] of rows.entries()) row.push(i);
    const order = rows.toSorted((a, b) => squared(query, a) - squared(query, b));
    return order.slice(0, k).map((row) => row[query.length]);
  }),
  classifies('reorders y while it counts', 'knnClassify never changes its inputs', (X, y, query, k) => {
    const far = X.map((row) => squared(row, query));
    const found = nearest(far, k);
    const labels = y as number[];
    for (const [at, i] of found.entries()) [labels[at], labels[i]] = [labels[i], labels[at]];
    return majority(labels.slice(0, k));
  }),
  (() => {
    const seen = new Map<string, ArrayLike<number>>();
    return finds(
      'remembers answers by query and k, whatever X is',
      'kNearest does not depend on earlier calls',
      (X, query, k) => {
        check(X, query, k);
        const key = `${query}/${k}`;
        if (!seen.has(key)) seen.set(key, solve({}).kNearest(X, query, k));
        return seen.get(key) ?? [];
      },
    );
  })(),
  (() => {
    const far: number[] = [];
    return wrong('keeps the distances of the last call', 'knnClassify does not depend on earlier calls', {
      far: (X, query) => {
        far.push(...X.map((row) => squared(row, query)));
        return far;
      },
      select: (all, k) => nearest(all, k),
    });
  })(),
  (() => {
    const votesSoFar: number[] = [];
    return wrong(
      'adds to the votes of the calls before',
      'knnClassify gives the species that most of the k nearest of 150 irises have',
      {
        vote: (labels) => {
          votesSoFar.push(...labels);
          return majority(votesSoFar);
        },
      },
    );
  })(),
  (() => {
    let calls = 0;
    return wrong(
      'takes turns between tied labels',
      'knnClassify gives the same answer when features are moved, scaled or change places',
      {
        vote: (labels) => {
          const ranking = [...tally(labels)].sort(([a, va], [b, vb]) => vb - va || a - b);
          const tied = ranking.filter(([, count]) => count === ranking[0][1]);
          return tied[calls++ % tied.length][0];
        },
      },
    );
  })(),
];

const _cost = 'nSamples';

const slow: Attempt[] = [
  wrong(
    'ranks each row by counting all that are nearer',
    'grows with nSamples no faster than it must, on equal rows, in kNearest',
    {
      select: (far, k) => {
        const found: number[] = new Array(k);
        for (let i = 0; i < far.length; i++) {
          let rank = 0;
          for (let j = 0; j < far.length; j++) if (far[j] < far[i] || (far[j] === far[i] && j < i)) rank++;
          if (rank < k) found[rank] = i;
        }
        return found;
      },
    },
  ),
  wrong(
    'splices each row into a sorted list of all, looking for its place from the end',
    'grows with nSamples no faster than it must, on shuffled rows, in kNearest',
    {
      select: (far, k) => {
        const list: number[] = [];
        for (let i = 0; i < far.length; i++) {
          let at = list.length;
          while (at > 0 && far[list[at - 1]] > far[i]) at--;
          list.splice(at, 0, i);
        }
        return list.slice(0, k);
      },
    },
  ),
  wrong('bubble-sorts all rows', 'grows with nSamples no faster than it must, on equal rows, in kNearest', {
    select: (far, k) => {
      const order = [...far.keys()];
      for (let end = order.length; end > 1; end--) {
        for (let i = 1; i < end; i++) {
          if (far[order[i]] < far[order[i - 1]]) [order[i - 1], order[i]] = [order[i], order[i - 1]];
        }
      }
      return order.slice(0, k);
    },
  }),
  wrong(
    'copies the distances so far for each row, by concat in a reduce',
    'grows with nSamples no faster than it must, on equal rows, in kNearest',
    {
      far: (X, query) => X.reduce((far: number[], row) => far.concat(squared(row, query)), []),
    },
  ),
  wrong(
    'sorts all rows so far again after each row',
    'grows with nSamples no faster than it must, on equal rows, in kNearest',
    {
      select: (far, k) => {
        const order: number[] = [];
        for (let i = 0; i < far.length; i++) {
          order.push(i);
          order.sort((a, b) => far[a] - far[b] || a - b);
        }
        return order.slice(0, k);
      },
    },
  ),
  wrong(
    'looks the rank of each row up with indexOf',
    'grows with nSamples no faster than it must, on shuffled rows, in kNearest',
    {
      select: (far, k) => {
        const order = far.toSorted((a, b) => a - b);
        const taken = new Map<number, number>();
        const found: number[] = new Array(k);
        far.forEach((d, i) => {
          const before = taken.get(d) ?? 0;
          taken.set(d, before + 1);
          const rank = order.indexOf(d) + before;
          if (rank < k) found[rank] = i;
        });
        return found;
      },
    },
  ),
  wrong(
    'quickselects with the first row as pivot',
    'grows with nSamples no faster than it must, on rows ever nearer to the query, in kNearest',
    {
      select: (far, k) => {
        const found: number[] = [];
        let left = [...far.keys()];
        while (found.length < k) {
          const [pivot] = left;
          const nearer = left.filter((i) => far[i] < far[pivot]);
          const wanted = k - found.length;
          if (nearer.length >= wanted) left = nearer;
          else {
            const equal = left.filter((i) => far[i] === far[pivot]);
            found.push(...[...nearer, ...equal].slice(0, wanted));
            left = left.filter((i) => far[i] > far[pivot]);
          }
        }
        return found.sort((a, b) => far[a] - far[b] || a - b);
      },
    },
  ),
  wrong(
    'copies the group of rows at the same distance for each of them',
    'grows with nSamples no faster than it must, on equal rows, in kNearest',
    {
      select: (far, k) => {
        const groups = new Map<number, number[]>();
        for (const [i, d] of far.entries()) groups.set(d, [...(groups.get(d) ?? []), i]);
        return [...groups]
          .sort(([a], [b]) => a - b)
          .flatMap(([, group]) => group)
          .slice(0, k);
      },
    },
  ),
  wrong(
    'compares the length of each row with that of every other',
    'grows with nSamples no faster than it must, on equal rows, in kNearest',
    {
      check: (X, query, k) => {
        check(X, query, k);
        if (!X.every((row) => X.every((other) => other.length === row.length))) throw new RangeError('ragged');
      },
    },
  ),
  classifies(
    'asks for each row anew whether it is among the k nearest',
    'grows with nSamples no faster than it must, on shuffled rows, in knnClassify',
    (X, y, query, k) => {
      const { kNearest } = solve({});
      return majority(y.filter((_, i) => Array.from(kNearest(X, query, k)).includes(i)));
    },
  ),
  classifies(
    'lists the different labels of all rows with includes',
    'grows with nSamples no faster than it must, on equal rows with labels that all differ, in knnClassify',
    (X, y, query, k) => {
      const far = X.map((row) => squared(row, query));
      const labels: number[] = [];
      for (const label of y) if (!labels.includes(label)) labels.push(label);
      const count = new Map(labels.map((label) => [label, 0]));
      for (const i of nearest(far, k)) count.set(y[i], (count.get(y[i]) ?? 0) + 1);
      return [...count].sort(([a, va], [b, vb]) => vb - va || a - b)[0][0];
    },
  ),
];

export const mutants: Attempt[] = [...distances, ...orders, ...votes, ...validation, ...purity, ...slow, ...sizes];
