import type { Patches } from '../../../../src/index.ts';

const CHECK_ROWS = 'checkRows(X);';
const COPY = 'const rows = X.map((row) => [...row]);';
const PROFILES = 'const profiles = rows.map(profileOf);';
const GIVE_INDEX = 'return index;';
const CHECK_QUERY = 'checkQuery(rows, query, k);';
const LIKELY = 'const likely = alike(profiles, wanted).slice(0, likelyCount(rows.length, pivots.length, k));';
const RESULT = 'return nearest(rows, likely, query, k, distance);';
const FOUND = 'const found = nearest(rows, likely, query, k, distance);';
const EMPTY = 'if (X.length === 0)';
const RAGGED = 'if (X.some((row) => row.length !== X[0].length))';
const FINITE_ROWS = 'if (!X.every((row) => row.every(Number.isFinite)))';
const QUERY_LENGTH = 'if (query.length !== rows[0].length)';
const FINITE_QUERY = 'if (!query.every(Number.isFinite))';
const COUNT = 'if (!Number.isInteger(k) || k < 1 || k > rows.length)';
const PIVOT_COUNT = 'nSamples <= FEW ? 0 : Math.min(20, nSamples >> 5)';
const LIKELY_COUNT = 'Math.max(k, FEW, Math.floor(nSamples / 10) - nPivots)';
const DRAW = 'Math.floor(random() * rows.length)';
const PUSH_PIVOT = 'pivots.push(next);';
const MEASURED = 'distance(rows[i], query) }';
const BY = 'a.far - b.far || a.i - b.i';
const SORT = 'measured.sort((a, b) => a.far - b.far || a.i - b.i);';
const TAKE = 'return measured.slice(0, k).map(({ i }) => i);';
const EUCLIDEAN = '(a: Row, b: Row) => Math.hypot(...a.map((value, j) => value - b[j]))';

export const patches: Patches = {
  of: {
    'right/plain.ts': {
      wrong: [
        [
          'measures the first tenth of the rows',
          LIKELY,
          'const likely = [...rows.keys()].slice(0, Math.max(k, rows.length / 10));',
        ],
        [
          'measures a tenth of the rows that it draws',
          PROFILES,
          `const drawn = rows.map(() => random());\n${PROFILES}`,
          LIKELY,
          'const likely = [...rows.keys()].sort((a, b) => drawn[a] - drawn[b]).slice(0, Math.max(k, rows.length / 10));',
        ],
        [
          'sorts the rows by their first feature and measures the 40 about the query',
          LIKELY,
          `const gap = (i: number) => Math.abs(rows[i][0] - query[0]);
          const likely = [...rows.keys()].sort((a, b) => gap(a) - gap(b)).slice(0, Math.max(k, 40));`,
        ],
        [
          'goes by the distances from pivots, but takes the rows that are least like the query',
          'unlike[a] - unlike[b]',
          'unlike[b] - unlike[a]',
        ],
        ['measures k rows only, those that seem most alike', PIVOT_COUNT, '2', LIKELY_COUNT, 'k'],
        [
          'goes by the Euclidean distance, whatever `distance` says',
          CHECK_ROWS,
          `distance = ${EUCLIDEAN};\n${CHECK_ROWS}`,
        ],
        [
          'finds the nearest by `distance`, but gives them in Euclidean order',
          RESULT,
          `${FOUND}\nreturn nearest(rows, found, query, k, ${EUCLIDEAN});`,
        ],
        ['gives the farthest of those it measured', BY, 'b.far - a.far || a.i - b.i'],
        ['gives the nearest in order of index', RESULT, `${FOUND}\nreturn found.sort((a, b) => a - b);`],
        ['gives the nearest last', RESULT, `${FOUND}\nreturn found.reverse();`],
        [
          'sorts distances without a comparator, as strings',
          SORT,
          'return measured.map(({ i, far }) => [far, i]).sort().slice(0, k).map(([, i]) => i);',
        ],
        ['sorts by a comparator that gives a boolean', BY, '(a.far > b.far) as never'],
        ['takes a distance of 0 for none', MEASURED, 'distance(rows[i], query) || Infinity }'],
        [
          'measures rows scaled to length 1',
          MEASURED,
          'distance(unit(rows[i]), unit(query)) }',
          'function checkRows',
          'const unit = (row: Row) => row.map((value) => value / (Math.hypot(...row) || 1));\nfunction checkRows',
        ],
        ['gives fewer than k rows when it measured fewer', 'Math.max(k, FEW, ', 'Math.max(20, '],
        ['measures a tenth of the rows, and so none of a few', LIKELY_COUNT, 'Math.floor(nSamples / 10)'],
        [
          'fills up with -1 where it measured fewer than k rows',
          'Math.max(k, FEW, ',
          'Math.max(20, ',
          RESULT,
          `${FOUND}
          while (found.length < k) found.push(-1);
          return found;`,
        ],
        ['gives at most 10 rows', 'slice(0, k)', 'slice(0, Math.min(k, 10))'],
        [
          'gives a row twice when two lists of it find it',
          RESULT,
          'return nearest(rows, [...likely.slice(0, 2), ...likely], query, k, distance);',
        ],
        ['gives one row too many when there are more', 'slice(0, k)', 'slice(0, k + 1)'],
        ['loses row 0, whose index is falsy', RESULT, `${FOUND}\nreturn found.filter(Boolean);`],
        ['gives the rows instead of their indices', RESULT, `${FOUND}\nreturn found.map((i) => rows[i]) as never;`],
        [
          'never gives a row that is equal to the query, as if that were the query itself',
          TAKE,
          'return measured.filter(({ far }) => far > 0).slice(0, k).map(({ i }) => i);',
        ],
        [
          'draws its first pivot by rounding, so that it can be beyond the last row',
          PIVOT_COUNT,
          'Math.min(nSamples, 20)',
          DRAW,
          'Math.round(random() * rows.length)',
        ],
        [
          'draws levels by the logarithm of `random`, which may be 0',
          COPY,
          `const levels = X.map(() => new Array(1 + Math.floor(-Math.log(random()))));\n${COPY}`,
        ],
        [
          'needs 20 different rows for its pivots',
          PIVOT_COUNT,
          '20',
          PUSH_PIVOT,
          `if (pivots.includes(next)) throw new Error('too few rows');\n${PUSH_PIVOT}`,
        ],
        [
          'seeds itself anew at each call from a counter of the module',
          PIVOT_COUNT,
          '2',
          LIKELY_COUNT,
          'Math.max(k, Math.floor(nSamples / 10) - 2)',
          DRAW,
          'Math.floor(((++created * 0.618) % 1) * rows.length)',
          'const FEW',
          'let created = 0;\nconst FEW',
        ],
        [
          'keeps the last index built in a variable of the module',
          GIVE_INDEX,
          'last = index;\nreturn { query: (query: Row, k: number) => last.query(query, k) };',
          'const FEW',
          'let last: { query(query: Row, k: number): number[] };\nconst FEW',
        ],
        [
          'takes each query in as a row',
          RESULT,
          `${FOUND}\nprofiles.push(wanted);\nrows.push([...query]);\nreturn found;`,
        ],
        [
          'remembers answers by the text of the query, whatever k is',
          PROFILES,
          `const known = new Map<string, number[]>();\n${PROFILES}`,
          RESULT,
          `const answer = known.get(query.join()) ?? nearest(rows, likely, query, k, distance);
          known.set(query.join(), answer);
          return answer.slice(0, k);`,
        ],
        ['sorts the rows of the caller', COPY, 'const rows = (X as Row[]).sort((a, b) => a[0] - b[0]);'],
        [
          'gives places in a sorted copy of the rows instead of indices',
          COPY,
          'const rows = X.toSorted((a, b) => a[0] - b[0]);',
        ],
        [
          'centers the rows of the caller in place',
          PROFILES,
          `for (const row of X.slice(1) as number[][]) row[0] -= X[0][0];\n${PROFILES}`,
        ],
        ['writes into the query', RESULT, `${FOUND}\n(query as number[])[0] -= rows[0][0];\nreturn found;`],
        ['measures every row', LIKELY, 'const likely = [...rows.keys()];'],
        ['measures half of the rows', LIKELY_COUNT, 'Math.max(k, FEW, nSamples >> 1)'],
        ['measures a tenth of the rows besides the pivots', ' - nPivots)', ')'],
        [
          'measures again in each comparison of its sort',
          SORT,
          'return likely.toSorted((a, b) => distance(rows[a], query) - distance(rows[b], query)).slice(0, k);',
        ],
        [
          'measures each candidate anew for each of the k places',
          RESULT,
          `const rest = [...likely];
          return Array.from({ length: k }, () => {
            const [best] = nearest(rows, rest, query, 1, distance);
            rest.splice(rest.indexOf(best), 1);
            return best;
          });`,
        ],
        ['builds its index at each query', PROFILES, '', LIKELY, `const profiles = rows.map(profileOf);\n${LIKELY}`],
        [
          'builds its index at the first query',
          PROFILES,
          'let profiles: Rows | undefined;',
          LIKELY,
          `profiles ??= rows.map(profileOf);\n${LIKELY}`,
        ],
        ['builds an index of no rows', EMPTY, 'if (X.length === 0) return;\nif (false)'],
        ['takes rows without features', 'if (X[0].length === 0)', 'if (false)'],
        ['does not compare the lengths of the rows', RAGGED, 'if (false)'],
        ['refuses NaN in a row, but not infinities', FINITE_ROWS, 'if (X.some((row) => row.some(Number.isNaN)))'],
        ['looks at the coordinates of the first row only', FINITE_ROWS, 'if (!X[0].every(Number.isFinite))'],
        [
          'finds what is wrong with the rows only when it is queried',
          CHECK_ROWS,
          '',
          CHECK_QUERY,
          `checkRows(X);\n${CHECK_QUERY}`,
        ],
        ['throws a TypeError for rows that differ in length', "RangeError('ragged rows')", 'TypeError()'],
        ['takes queries of another length', QUERY_LENGTH, 'if (false)'],
        ['takes queries that are longer than the rows', QUERY_LENGTH, 'if (query.length < rows[0].length)'],
        ['does not look at the coordinates of the query', FINITE_QUERY, 'if (false)'],
        ['takes queries at infinity', FINITE_QUERY, 'if (query.some(Number.isNaN))'],
        ['gives all rows when k is above nSamples', COUNT, 'if (!Number.isInteger(k) || k < 1)'],
        ['gives nothing for k = 0', CHECK_QUERY, `if (k === 0) return [];\n${CHECK_QUERY}`],
        ['rounds a fractional k down', COUNT, 'if (!(k >= 1 && k <= rows.length))'],
        [
          'refuses k above a tenth of nSamples, as it may not measure so many',
          COUNT,
          'if (!Number.isInteger(k) || k < 1 || k > rows.length || (k > 10 && k > rows.length / 10))',
        ],
      ],
    },
    'right/clusters.ts': {
      wrong: [
        [
          'looks through all centres of clusters, of which there is one for every five rows',
          'Math.ceil(Math.sqrt(rows.length))',
          'Math.ceil(rows.length / 5)',
        ],
      ],
    },
  },
  told: {
    'measures the first tenth of the rows': 'of the 10 nearest rows at least 0.9 are found on average',
    'measures half of the rows': 'distance is called for at most a tenth of nSamples, on average over the queries',
    'draws levels by the logarithm of `random`, which may be 0': 'random gives any number in [0, 1)',
    'seeds itself anew at each call from a counter of the module':
      'with the same random stream the same calls give the same answers',
  },
};
