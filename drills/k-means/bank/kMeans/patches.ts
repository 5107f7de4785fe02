import type { Patches } from '../../../../src/index.ts';

const DISTANCE = 'return a.reduce((sum, v, j) => sum + (v - b[j]) ** 2, 0);';
const FAR = 'const far = C.map((c) => squared(row, c));';
const NEAREST = 'return far.reduce((best, d, k) => (d < far[best] ? k : best), 0);';
const MEAN = 'return rows[0].map((_, j) => rows.reduce((sum, row) => sum + row[j], 0) / rows.length);';
const GROUPED = 'groups[labels[i]].push(X[i]);';
const MOVED = 'return groups.map((rows, k) => (rows.length > 0 ? mean(rows) : [...C[k]]));';
const SAME = 'next.every((label, i) => label === labels[i])';
const TOTAL = 'return X.reduce((sum, row, i) => sum + squared(row, C[labels[i]]), 0);';
const ASSIGNED = 'return X.map((row) => nearest(row, C));';
const UPDATED = 'centroids = update(X, centroids, labels);';
const LIMIT = 'const maxIter = options?.maxIter ?? 300;';
const FIRST = 'let labels = assign(X, centroids);';
const START = 'let centroids = initialCentroids.map((c) => [...c]);';
const INERTIA = 'const inertia = total(X, centroids, labels);';
const END = 'return { centroids, labels, inertia, nIter, converged };';
const HEAD = 'export function kMeans(';

export const patches: Patches = {
  of: {
    'right/question.ts': {
      rare: [
        [
          'finds rows that were assigned by their coordinates joined without a separator',
          'next = X.map((x) => nearest(x, centroids)',
          `known = new Map<string, number>();
    const next = X.map((x) => {
      const key = x.join('');
      const label = known.get(key) ?? nearest(x, centroids);
      known.set(key, label);
      return label;
    }`,
        ],
        ['looks for distances below `Number.MAX_SAFE_INTEGER` only', 'Infinity', 'Number.MAX_SAFE_INTEGER'],
        [
          'compares the number of all coordinates, not of those in each row',
          'points.some((point) => point.length === 0 || point.length !== X[0].length)',
          'X[0].length === 0 || points.flat().length !== points.length * X[0].length',
        ],
        ['cuts `maxIter` to 32 bits, so that 2 ** 32 is 0', '< maxIter', '< (maxIter | 0)'],
        [
          'moves the first 128 centroids only',
          ' (counts[k] === 0 ? [...centroids[k]] : sum.map((total) => total / counts[k]))',
          `
    counts[k] === 0 || k >= 128 ? [...centroids[k]] : sum.map((total) => total / counts[k]),
  `,
        ],
        ['makes 1,000 updates at most, whatever `maxIter` is', '< maxIter', '< Math.min(maxIter, 1000)'],
        ['makes 350 updates at most, whatever `maxIter` is', '< maxIter', '< Math.min(maxIter, 350)'],
        ['takes an `inertia` below 1e-13 for 0', 'labels, inertia', 'labels, inertia: inertia < 1e-13 ? 0 : inertia'],
        [
          'stops when no centroid moved by 1e-8 or more',
          'centroids = u',
          `const old = centroids;
    centroids = u`,
          ' next.every((label, i) => label === labels[i]',
          `
      next.every((label, i) => label === labels[i]) || centroids.every((c, k) => squared(c, old[k]) < 1e-8 ** 2`,
        ],
        [
          'takes distances that differ by less than 1e-6 of themselves for equal',
          '< smallest',
          '< smallest * (1 - 1e-6)',
        ],
        [
          'takes distances that differ by less than `Number.EPSILON` for equal',
          '< smallest',
          '< smallest - Number.EPSILON',
        ],
        ['validates the first 128 centroids only', '.initialCentroids', '.initialCentroids.slice(0, 128)'],
        ['validates the first 256 rows only', ' [...X', ' [...X.slice(0, 256)'],
      ],
    },
    'right/plain.ts': {
      wrong: [
        ['calls distances within 1e-9 a tie', 'd < far[best]', 'd < far[best] - 1e-9'],
        ['skips centroid 0 because its index is falsy', 'd < far[best]', '!best || d < far[best]'],
        ['sorts distances without a comparator', NEAREST, 'return far.indexOf([...far].sort()[0]);'],
        ['never looks at the last of several centroids', FAR, `${FAR}\n  if (far.length > 1) far.pop();`],
        ['keeps labels in four bits', ASSIGNED, 'return X.map((row) => nearest(row, C) & 15);'],
        [
          'returns labels in bytes, which wrap at 256 clusters',
          END,
          END.replace('labels', 'labels: Uint8Array.from(labels)'),
        ],
        ['counts labels from 1', END, END.replace('labels', 'labels: labels.map((label) => label + 1)')],
        [
          'takes 999999 for a distance that nothing exceeds',
          NEAREST,
          'return far.reduce((best, d, k) => (d < Math.min(far[best], 999999) ? k : best), 0);',
        ],
        [
          'leaves a row where it was when another centroid ties',
          'const next = assign(X, centroids);',
          `const next = assign(X, centroids).map((best, i) =>
            squared(X[i], centroids[labels[i]]) <= squared(X[i], centroids[best]) ? labels[i] : best);`,
        ],
        [
          'moves centroids while it is still assigning rows',
          ASSIGNED,
          `const moving = C.map((c) => [...c]);
          const counts = C.map(() => 0);
          return X.map((row) => {
            const best = nearest(row, moving);
            counts[best]++;
            moving[best] = moving[best].map((v, j) => v + (row[j] - v) / counts[best]);
            return best;
          });`,
        ],
        [
          'numbers clusters by their first row',
          END,
          `const order = [...new Set([...labels, ...centroids.keys()])];
          centroids = order.map((c) => centroids[c]);
          labels = labels.map((c) => order.indexOf(c));
          ${END}`,
        ],
        ['takes Manhattan distance', DISTANCE, 'return a.reduce((sum, v, j) => sum + Math.abs(v - b[j]), 0);'],
        ['adds up differences before it squares', DISTANCE, 'return a.reduce((sum, v, j) => sum + v - b[j], 0) ** 2;'],
        ['measures the first eight features only', 'a.reduce((sum', 'a.slice(0, 8).reduce((sum'],
        ['leaves the last of several features out', 'a.reduce((sum', 'a.slice(0, a.length - 1 || 1).reduce((sum'],
        [
          'assigns by cosine distance',
          FAR,
          `const dot = (a: Row, b: Row) => a.reduce((sum, v, j) => sum + v * b[j], 0);
          const far = C.map((c) => 1 - dot(row, c) / (Math.sqrt(dot(row, row) * dot(c, c)) || 1));`,
        ],
        [
          'assigns by ||c||^2 - 2xc',
          FAR,
          'const far = C.map((c) => c.reduce((sum, v, j) => sum + v * v - 2 * v * row[j], 0));',
        ],
        [
          'takes the inertia from ||x||^2 - 2xc + ||c||^2',
          TOTAL,
          `const dot = (a: Row, b: Row) => a.reduce((sum, v, j) => sum + v * b[j], 0);
          return X.reduce((sum, x, i) => sum + dot(x, x) - 2 * dot(x, C[labels[i]]) + dot(C[labels[i]], C[labels[i]]), 0);`,
        ],
        [
          'sums distances that are not squared',
          'sum + squared(row, C[labels[i]])',
          'sum + Math.hypot(...row.map((v, j) => v - C[labels[i]][j]))',
        ],
        [
          'divides the inertia by the number of rows',
          INERTIA,
          'const inertia = total(X, centroids, labels) / X.length;',
        ],
        [
          'adds up distances to all centroids',
          TOTAL,
          'return X.reduce((sum, row) => sum + C.reduce((part, c) => part + squared(row, c), 0), 0);',
        ],
        ['sums the inertia in 32 bits', INERTIA, 'const inertia = Math.fround(total(X, centroids, labels));'],
        ['copies the rows to 32 bits', START, `X = X.map((row) => row.map(Math.fround));\n${START}`],
        ['rounds means to six decimals', 'mean(rows) :', 'mean(rows).map((v) => Number(v.toFixed(6))) :'],
        ['sends an empty cluster to the origin', '[...C[k]]));', 'C[k].map(() => 0)));'],
        ['divides by zero when a cluster is empty', '[...C[k]]));', 'C[k].map(() => 0 / rows.length)));'],
        ['drops empty clusters', 'groups.map((rows, k)', 'groups.filter((rows) => rows.length > 0).map((rows, k)'],
        [
          'restarts an empty cluster at the row farthest away',
          MOVED,
          `const far = X.map((row, i) => squared(row, C[labels[i]]));
          return groups.map((rows) => (rows.length > 0 ? mean(rows) : [...X[far.indexOf(Math.max(...far))]]));`,
        ],
        [
          'sets an empty cluster back to its initial centroid',
          UPDATED,
          'centroids = update(X, initialCentroids, labels);',
        ],
        [
          'moves centroids to the median',
          MEAN,
          `return rows[0].map((_, j) => {
            const sorted = rows.map((row) => row[j]).sort((a, b) => a - b);
            return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
          });`,
        ],
        ['moves centroids to the row nearest to the mean', 'mean(rows) :', '[...rows[nearest(mean(rows), rows)]] :'],
        ['divides by the number of all rows', 'mean(rows) :', 'mean(rows).map((v) => (v * rows.length) / X.length) :'],
        ['counts the old centroid as one of the rows', MOVED, 'return groups.map((rows, k) => mean([...rows, C[k]]));'],
        [
          'counts equal rows of a cluster once',
          'mean(rows) :',
          'mean([...new Map(rows.map((r) => [r.join(), r])).values()]) :',
        ],
        [
          'tells rows apart by digits without a separator',
          GROUPED,
          'groups[labels[i]].push(X.find((row) => row.join("") === X[i].join("")) ?? X[i]);',
        ],
        ['shares one list of rows among all clusters', 'C.map(() => []);', 'new Array(C.length).fill([]);'],
        [
          'groups rows by the coordinates of their centroid',
          MOVED,
          `const shared = C.map((c) => C.findIndex((other) => other.join() === c.join()));
          return shared.map((k) => (groups[k].length > 0 ? mean(groups[k]) : [...C[k]]));`,
        ],
        [
          'stops when no centroid moved',
          UPDATED,
          `const old = centroids;\n${UPDATED}`,
          SAME,
          'centroids.every((c, k) => squared(c, old[k]) === 0)',
        ],
        [
          'stops when centroids move less than 1e-4',
          UPDATED,
          `const old = centroids;\n${UPDATED}`,
          SAME,
          `${SAME} || centroids.every((c, k) => squared(c, old[k]) < 1e-8)`,
        ],
        [
          'stops when the sizes of the clusters stay',
          SAME,
          'centroids.every((_, k) => next.filter((l) => l === k).length === labels.filter((l) => l === k).length)',
        ],
        ['compares the labels joined without anything between them', SAME, "next.join('') === labels.join('')"],
        ['compares the sums of the labels', SAME, 'next.reduce((a, b) => a + b) === labels.reduce((a, b) => a + b)'],
        ['stops when any label stayed', 'next.every(', 'next.some('],
        ['compares all labels but the last', 'next.every(', 'next.slice(0, -1).every('],
        [
          'takes zeros for the assignment before the first',
          FIRST,
          `${FIRST}\n  if (labels.every((label) => label === 0)) converged = maxIter > 0;`,
          'let converged = false;',
          '',
          'let nIter = 0;',
          '',
          START,
          `let converged = false;\nlet nIter = 0;\n${START}`,
        ],
        ['has no limit when `maxIter` is left out', '?? 300', '?? 1e9'],
        ['reads `maxIter: 0` as left out', '?? 300', '|| 300'],
        ['never makes more than 300 updates', 'while (nIter < maxIter', 'while (nIter < Math.min(maxIter, 300)'],
        [
          'makes one update before it looks at `maxIter`',
          'while (nIter < maxIter',
          'while (nIter < Math.max(maxIter, 1)',
        ],
        [
          'does not count the update that changes no label',
          END,
          END.replace('nIter', 'nIter: nIter - Number(converged)'),
        ],
        ['counts assignments', END, END.replace('nIter', 'nIter: nIter + 1')],
        ['says converged after `maxIter: 0`', END, END.replace('converged', 'converged: converged || maxIter === 0')],
        [
          'returns the labels from before the last update',
          'labels = next;',
          'if (nIter < maxIter || converged) labels = next;',
        ],
        [
          'returns the inertia from before the last update',
          UPDATED,
          `inertia = total(X, centroids, labels);\n${UPDATED}`,
          FIRST,
          `${FIRST}\nlet inertia = total(X, centroids, labels);`,
          INERTIA,
          '',
        ],
        [
          'writes the means into the initial centroids',
          START,
          'const centroids = initialCentroids as number[][];',
          UPDATED,
          'update(X, centroids, labels).forEach((c, k) => { centroids[k].splice(0, c.length, ...c); });',
        ],
        ['sorts the rows it was given', END, `(X as Row[]).sort((a, b) => a[0] - b[0]);\n${END}`],
        [
          'sorts the initial centroids it was given',
          START,
          `(initialCentroids as Row[]).sort((a, b) => a[0] - b[0]);\n${START}`,
        ],
        [
          'starts where the last call of this shape ended',
          HEAD,
          `const last = new Map<string, number[][]>();\n${HEAD}`,
          START,
          `const key = [X.length, initialCentroids.length, X[0].length].join();
          let centroids = (last.get(key) ?? initialCentroids).map((c) => [...c]);`,
          END,
          `last.set(key, centroids);\n${END}`,
        ],
        [
          'remembers answers by the list of rows alone',
          HEAD,
          `const answers = new WeakMap<Rows, object>();\n${HEAD}`,
          START,
          `if (answers.has(X)) return answers.get(X);\n${START}`,
          END,
          `${END.replace('return', 'const answer =')}\nanswers.set(X, answer);\nreturn answer;`,
        ],
        ['accepts an empty list of centroids', ' || C.length === 0', ''],
        ['accepts rows without features', 'X[0].length === 0', 'false'],
        ['accepts rows of different lengths', 'X.some((row) => row.length !== X[0].length)', 'false'],
        ['accepts centroids of another length than the rows', 'C.some((c) => c.length !== X[0].length)', 'false'],
        ['accepts NaN and infinity in rows', '!X.every(isFinitePoint)', 'false'],
        ['accepts NaN and infinity in centroids', '!C.every(isFinitePoint)', 'false'],
        ['accepts more centroids than rows', 'C.length > X.length', 'false'],
        ['accepts any `maxIter`', '!Number.isInteger(maxIter) || maxIter < 0', 'false'],
        ['accepts fractions for `maxIter`', '!Number.isInteger(maxIter)', '!Number.isFinite(maxIter)'],
        ['accepts a negative `maxIter`', '!Number.isInteger(maxIter) || maxIter < 0', '!Number.isInteger(maxIter)'],
        ['accepts an infinite `maxIter`', '!Number.isInteger(maxIter)', 'maxIter % 1 > 0 || Number.isNaN(maxIter)'],
        [
          'reads a `maxIter` of NaN as left out',
          LIMIT,
          'const maxIter = Number.isNaN(options?.maxIter) ? 300 : (options?.maxIter ?? 300);',
        ],
        ['tests for NaN but not for infinity', 'Number.isFinite(v)', '!Number.isNaN(v)'],
        ['validates only the first feature', 'Number.isFinite(v)', 'Number.isFinite(point[0])'],
        ['validates only the first row', '!X.every(isFinitePoint)', '!isFinitePoint(X[0])'],
        [
          'validates only when there are updates to make',
          'check(X, initialCentroids, maxIter);',
          'if (maxIter !== 0) check(X, initialCentroids, maxIter);',
        ],
        ['throws a TypeError', "RangeError('nothing given')", "TypeError('nothing given')"],
        ['refuses coordinates that are 0', 'Number.isFinite(v)', 'Number.isFinite(v) && v'],
        ['refuses negative coordinates', 'Number.isFinite(v)', 'Number.isFinite(v) && v >= 0'],
        ['refuses one cluster', 'C.length === 0', 'C.length < 2'],
        [
          'refuses equal initial centroids',
          'C.length > X.length',
          'C.length > X.length || new Set(C.map((c) => c.join())).size < C.length',
        ],
        [
          'reads `maxIter` of options that were left out',
          'options?.maxIter',
          '(options as { maxIter?: number }).maxIter',
        ],
        [
          'takes no default for `maxIter` in options',
          LIMIT,
          'const maxIter = options ? (options.maxIter ?? Number.NaN) : 300;',
        ],
        ['returns all centroids in one flat array', END, END.replace('centroids', 'centroids: centroids.flat()')],
      ],
      slow: [
        [
          'copies all labels for every row (spread in reduce)',
          ASSIGNED,
          'return X.reduce((done: number[], row) => [...done, nearest(row, C)], []);',
        ],
        [
          'finds each row that changes its cluster in the list of the one that it leaves',
          'labels = next;',
          `const members = centroids.map((_, k) => [...X.keys()].filter((i) => labels[i] === k));
          labels = next.map((label, i) => (label === labels[i] || members[labels[i]].indexOf(i) >= 0 ? label : 0));`,
        ],
        [
          'asks `includes` of the members of a cluster for every row',
          MOVED,
          `return groups.map((_, k) => {
            const members = [...X.keys()].filter((i) => labels[i] === k);
            const rows = X.filter((_, i) => members.includes(i));
            return rows.length ? mean(rows) : [...C[k]];
          });`,
        ],
        [
          'looks for an equal row among all rows before',
          ASSIGNED,
          `const labels: number[] = [];
          for (const [i, row] of X.entries()) {
            const twin = X.findIndex((x, h) => h < i && squared(x, row) === 0);
            labels.push(twin >= 0 ? labels[twin] : nearest(row, C));
          }
          return labels;`,
        ],
        [
          'finds its place in X with `indexOf`',
          TOTAL,
          `const rows = X.map((row) => [...row]);
          return rows.reduce((sum, row) => sum + squared(row, C[labels[rows.indexOf(row)]]), 0);`,
        ],
        [
          'compares every centroid with every other for each row',
          NEAREST,
          'return far.map((v, k) => far.filter((w, h) => w < v || (w === v && h < k)).length).indexOf(0);',
        ],
        [
          'adds up all features again for each one more',
          DISTANCE,
          'return a.reduce((_, __, last) => a.slice(0, last + 1).reduce((sum, v, j) => sum + (v - b[j]) ** 2, 0), 0);',
        ],
        [
          'copies the features for each one more (spread in reduce)',
          'mean(rows) :',
          'mean(rows).reduce((done: number[], v) => [...done, v], []) :',
        ],
      ],
    },
  },
  told: {
    'leaves a row where it was when another centroid ties': 'the lowest index wins ties',
    'sets an empty cluster back to its initial centroid':
      'an empty cluster keeps its centroid, and its place among the centroids',
    'compares the sums of the labels': 'assign, then repeat update and assign',
    'writes the means into the initial centroids': 'kMeans never changes its inputs',
    'remembers answers by the list of rows alone': 'kMeans does not depend on earlier calls',
  },
};
