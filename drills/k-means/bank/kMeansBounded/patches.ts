import type { Patches } from '../../../../src/index.ts';

const HEAD = 'export function kMeansBounded(';
const CHECK = 'check(X, initial, maxIter);';
const START = 'let centroids = initial.map((c) => [...c]);';
const UPDATED = 'centroids = update(X, before, labels);';
const DRIFTS = 'root(squaredDistance(before[k], c))';
const GAP = 'root(squaredDistance(C[a], C[b])) / 2';
const LOWERED = 'lower[k] -= drifts[k] + SLACK * (lower[k] + drifts[k]);';
const OWN = 'row.square = measure(from);';
const FARTHER = 'return bound * (1 - SLACK) > own;';
const STAYS = 'square > row.square || (square === row.square && k > row.label)';
const SAME = 'rows.every(({ label }, i) => label === labels[i])';
const INERTIA = 'const inertia = rows.reduce((sum, { square }) => sum + square, 0);';
const GROUPED = 'groups[labels[i]].push(X[i]);';
const HAMERLY = 'Math.max(0, ...drifts.filter((_, c) => c !== this.label))';

const EUCLID = 'const euclid = (a: Row, b: Row) => a.reduce((sum, v, j) => sum + (v - b[j]) ** 2, 0);';

/** Asks once for each two points that have the same key. */
const remembering = (key: string): string => `const ask = squaredDistance;
  squaredDistance = (a, b) => {
    const key = (p: Row) => ${key};
    const both = key(a) + ';' + key(b);
    const square = known.get(both) ?? ask(a, b);
    known.set(both, square);
    return square;
  };
  ${START}`;
const KNOWN = 'const known = new Map<string, number>();';

const CALLS =
  'squaredDistance is called at most nSamples nClusters (nIter + 1) + nClusters² nIter times, inertia included';
const HALF =
  'on well-separated groups squaredDistance is called at most half as often as nSamples nClusters (nIter + 1) times';

export const patches: Patches = {
  of: {
    'right/plain.ts': {
      wrong: [
        ['lets a bound decide that equals the distance', FARTHER, 'return bound >= own;'],
        ['lets a bound decide that is a thousandth too small', FARTHER, 'return bound * 1.001 > own;'],
        [
          'asks for no centroid that is exactly twice as far from the own one as the row is',
          FARTHER,
          'return bound === own || bound * (1 - SLACK) > own;',
        ],
        [
          'lets the half distance of two centroids decide where it equals the distance, for rows between them',
          GAP,
          'root(squaredDistance(C[a], C[b])) * (0.5 + 1e-9)',
        ],
        [
          'subtracts squared drifts from squared distances',
          'return Math.sqrt(square);',
          'return square;',
          GAP,
          GAP.replace('2', '4'),
        ],
        ['compares with the whole distance of two centroids, not half of it', GAP, 'root(squaredDistance(C[a], C[b]))'],
        [
          'halves the squared distance of two centroids, where a quarter is due',
          GAP,
          'root(squaredDistance(C[a], C[b]) / 2)',
        ],
        ['never lowers its bounds when the centroids move', 'lowerBounds(row, drifts);', ''],
        ['lowers its bounds by half of what a centroid moved', LOWERED, 'lower[k] -= drifts[k] / 2;'],
        ['adds what a centroid moved to the lower bounds', LOWERED, 'lower[k] += drifts[k];'],
        [
          'measures how far the centroids moved by Euclid',
          DRIFTS,
          'root(euclid(before[k], c))',
          CHECK,
          `${CHECK}\n  ${EUCLID}`,
        ],
        [
          'measures how far the centroids are apart by Euclid',
          GAP,
          'Math.hypot(...C[a].map((v, j) => v - C[b][j])) / 2',
        ],
        ['does not ask again how far a row is from its own centroid after it moved', OWN, ''],
        [
          'leaves a row where it is when its own centroid came nearer',
          OWN,
          `const earlier = row.square;\n  ${OWN}\n  if (row.square <= earlier) return;`,
        ],
        [
          'looks at the first 16 centroids only',
          STAYS,
          `k > 15 || ${STAYS}`,
          'Math.min(...squares)',
          'Math.min(...squares.slice(0, 16))',
        ],
        ['leaves a row with its own centroid on ties', STAYS, 'square >= row.square'],
        [
          'groups by Euclid, and uses the function for `inertia` only',
          CHECK,
          `${CHECK}\n  ${EUCLID}\n  const asked = squaredDistance;\n  squaredDistance = euclid;`,
          INERTIA,
          'const inertia = rows.reduce((sum, { label }, i) => sum + asked(X[i], centroids[label]), 0);',
        ],
        [
          'adds up `inertia` by Euclid',
          INERTIA,
          `${EUCLID}\n  const inertia = rows.reduce((sum, { label }, i) => sum + euclid(X[i], centroids[label]), 0);`,
        ],
        ['adds up distances, not their squares', INERTIA, INERTIA.replace('+ square', '+ root(square)')],
        [
          'has the `inertia` of the centroids before the last update',
          INERTIA,
          '',
          'let nIter = 0;',
          `let nIter = 0;\n  ${INERTIA.replace('const', 'let')}`,
          UPDATED,
          `${INERTIA.replace('const ', '')}\n    ${UPDATED}`,
        ],
        ['moves an empty cluster to the origin', '[...C[k]]', 'C[k].map(() => 0)'],
        [
          'moves a centroid to the row nearest to the mean',
          'mean(rows) :',
          '[...rows.toSorted((a, b) => Math.hypot(...mean(rows).map((v, j) => v - a[j])) - Math.hypot(...mean(rows).map((v, j) => v - b[j])))[0]] :',
        ],
        ['stops when no centroid moved by more than 0.1', SAME, 'drifts.every((drift) => drift <= 0.1)'],
        ['takes `maxIter: 0` for none given', '?? 300', '|| 300'],
        [
          'says that nothing converged when that was after the last update permitted',
          'nIter, converged };',
          'nIter, converged: nIter < maxIter };',
        ],
        [
          'rounds small bounds away: it takes squared distances below 1e-9 for 0',
          CHECK,
          `${CHECK}\n  const ask = squaredDistance;\n  squaredDistance = (a, b) => (ask(a, b) < 1e-9 ? 0 : ask(a, b));`,
        ],
        [
          'remembers distances by the points alone, also when the next call brings another function',
          HEAD,
          `${KNOWN}\n${HEAD}`,
          START,
          remembering('p.join()'),
        ],
        [
          'remembers distances by coordinates that are joined without a separator',
          START,
          `${KNOWN}\n${remembering("p.join('')")}`,
        ],
        [
          'remembers distances by coordinates that are rounded to three decimals',
          START,
          `${KNOWN}\n${remembering('p.map((v) => v.toFixed(3)).join()')}`,
        ],
        [
          'moves the initial centroids in place',
          'return { centroids, labels',
          `centroids.forEach((c, k) => (initial[k] as number[]).splice(0, c.length, ...c));
          return { centroids, labels`,
        ],
        [
          'asks how far the centroids are apart, and asks for every row and centroid all the same',
          FARTHER,
          'return false;',
        ],
        [
          'asks for every row and centroid at each assignment, as level 1 does',
          FARTHER,
          'return false;',
          DRIFTS,
          '0',
          GAP,
          '0',
        ],
        [
          'asks for the distance of each row to its centroid once more to add up `inertia`',
          INERTIA,
          'const inertia = rows.reduce((sum, { label }, i) => sum + squaredDistance(X[i], centroids[label]), 0);',
        ],
        [
          'asks how far the centroids are apart before the first assignment',
          START,
          `${START}\n  halfGaps(centroids, squaredDistance);`,
        ],
        [
          'asks how far all old centroids are from all new ones, beside the new ones from each other',
          UPDATED,
          `${UPDATED}\n    for (const a of before) for (const b of centroids) squaredDistance(a, b);`,
        ],
        [
          'asks twice for the distance of each row to its own centroid, for the bound and for the label',
          OWN,
          `${OWN}\n  measure(from);`,
        ],
        [
          'asks for both distances again whenever it compares a row with two centroids',
          'const square = measure(k);',
          'const square = measure(k);\n    row.square = measure(row.label);',
        ],
        ['validates the rows, not the initial centroids', '!C.every((c) => c.every(Number.isFinite))', 'false'],
        [
          'looks at the coordinates only when there is an update to make',
          '!X.every((row) => row.every(Number.isFinite))',
          'maxIter > 0 && !X.every((row) => row.every(Number.isFinite))',
        ],
        ['takes more centroids than rows', 'C.length > X.length', 'false'],
        ['takes centroids of another length', 'C.some((c) => c.length !== X[0].length)', 'false'],
        ['rounds a fraction of `maxIter` down', '!Number.isInteger(maxIter) ||', '!Number.isFinite(maxIter) ||'],
      ],
      slow: [
        ['looks up where each row is in `X` to find its label', GROUPED, 'groups[labels[X.indexOf(X[i])]].push(X[i]);'],
        [
          'collects the rows of a cluster by copying the list for each of them',
          GROUPED,
          'groups[labels[i]] = [...groups[labels[i]], X[i]];',
        ],
        [
          'counts the rows of the cluster for each row anew',
          GROUPED,
          `if (labels.filter((label) => label === labels[i]).length > 0) ${GROUPED}`,
        ],
        [
          'makes a table of which rows are together, and compares it with the one before',
          SAME,
          `${SAME} && rows.every((a, i) => rows.every((b, j) => (a.label === b.label) === (labels[i] === labels[j])))`,
        ],
        [
          'compares each label with those of all rows before to see whether one changed',
          SAME,
          `rows.every((_, n) => rows.slice(0, n + 1).every(({ label }, i) => label === labels[i]))`,
        ],
      ],
    },
    'right/lazy.ts': {
      wrong: [
        [
          'keeps nothing but the distances to centroids that did not move',
          'at: way[c] });',
          'at: way[c], square });',
          'bound > Math.sqrt(least) * (1 + SLACK)',
          'bound < 0 && bound > 0',
          'const square = ask(c);',
          'const square = last?.at === way[c] ? last.square : ask(c);',
        ],
      ],
    },
    'right/hamerly.ts': {
      wrong: [
        ['lowers the one bound of a row by what its own centroid moved', HAMERLY, 'own'],
        [
          'lowers the one bound of a row by the mean of what the centroids moved',
          HAMERLY,
          'drifts.reduce((sum, drift) => sum + drift, 0) / drifts.length',
        ],
        ['lowers the one bound of a row by the least of what the centroids moved', HAMERLY, 'Math.min(...drifts)'],
        ['raises no upper bound when the own centroid moved', '(this.#upper + own) * (1 + SLACK)', 'this.#upper'],
      ],
    },
  },
  told: {
    'lets a bound decide that equals the distance': 'the lowest index wins ties',
    'measures how far the centroids are apart by Euclid':
      'the result is that of level 1 for every metric, which may weigh features or mix them',
    'asks for the distance of each row to its centroid once more to add up `inertia`': CALLS,
    'asks for every row and centroid at each assignment, as level 1 does': HALF,
    'remembers distances by the points alone, also when the next call brings another function':
      'kMeansBounded does not depend on earlier calls',
    'moves the initial centroids in place': 'kMeansBounded never changes its inputs',
  },
};
