import type { Patches } from '../../../../src/index.ts';

const SQUARES = 'return row.reduce((sum, value, j) => sum + (value - query[j]) ** 2, 0)';
const DISTANCES = 'X.map((row) => distance(row, query));';
const SORT = 'order.sort((a, b) => far[a] - far[b]);';
const TAKE = 'return order.slice(0, k);';
const SELECT = 'return select(distances(X, query), k);';
const VOTE = 'return vote(found.map((i) => y[i]));';
const RANKED =
  'const [[winner]] = [...tally(labels)].sort(([a, votesOfA], [b, votesOfB]) => votesOfB - votesOfA || a - b);';
const FINITE_ROWS = 'if (X.some((row) => !row.every(Number.isFinite)))';
const FINITE_QUERY = 'if (!query.every(Number.isFinite))';
const RAGGED = 'if (X.some((row) => row.length !== nFeatures))';
const QUERY_LENGTH = 'if (query.length !== nFeatures)';
const COUNT = 'if (!Number.isInteger(k) || k < 1 || k > X.length)';
const LABELS = 'if (y.length !== X.length)';

export const patches: Patches = {
  of: {
    'right/plain.ts': {
      wrong: [
        ['adds up absolute differences', '(value - query[j]) ** 2', 'Math.abs(value - query[j])'],
        [
          'takes the largest difference of a feature',
          SQUARES,
          'return Math.max(...row.map((v, j) => Math.abs(v - query[j])))',
        ],
        [
          'compares angles instead of distances',
          SQUARES,
          'return 1 - row.reduce((sum, v, j) => sum + v * query[j], 0) / (Math.hypot(...row) * Math.hypot(...query) || 1)',
        ],
        [
          'adds up the differences before it squares',
          SQUARES,
          'return row.reduce((sum, v, j) => sum + v - query[j], 0) ** 2',
        ],
        [
          'measures the distance from the origin',
          SQUARES,
          'return Math.abs(Math.hypot(...row) - Math.hypot(...query))',
        ],
        [
          'loops from the second feature on',
          SQUARES,
          'return row.reduce((sum, v, j) => (j ? sum + (v - query[j]) ** 2 : 0), 0)',
        ],
        ['looks at the first two features only', 'row.reduce((sum', 'row.slice(0, 2).reduce((sum'],
        ['measures the first eight features only', 'row.reduce((sum', 'row.slice(0, 8).reduce((sum'],
        [
          'scales each feature to the range of its rows',
          DISTANCES,
          `{
            const span = (j: number) => Math.max(...X.map((r) => r[j])) - Math.min(...X.map((r) => r[j])) || 1;
            return X.map((row) => row.reduce((sum, v, j) => sum + ((v - query[j]) / span(j)) ** 2, 0));
          };`,
        ],
        [
          'divides each feature by its standard deviation',
          DISTANCES,
          `{
            const mean = (list: number[]) => list.reduce((a, b) => a + b, 0) / list.length;
            const variances = query.map((_, j) => {
              const centre = mean(X.map((row) => row[j]));
              return mean(X.map((row) => (row[j] - centre) ** 2)) || 1;
            });
            return X.map((row) => row.reduce((sum, v, j) => sum + (v - query[j]) ** 2 / variances[j], 0));
          };`,
        ],
        [
          'expands the square of the raw coordinates',
          SQUARES,
          `const dot = (a: Row, b: Row) => a.reduce((sum, v, j) => sum + v * b[j], 0);
          return dot(row, row) - 2 * dot(row, query) + dot(query, query)`,
        ],
        [
          'reads coordinates into a Float32Array',
          '(value - query[j]) ** 2',
          '(Math.fround(value) - Math.fround(query[j])) ** 2',
        ],
        [
          'keeps squared distances in a Float32Array',
          DISTANCES,
          '[...Float32Array.from(X, (row) => distance(row, query))];',
        ],
        [
          'rounds distances to six decimals',
          DISTANCES,
          'X.map((row) => Number(Math.sqrt(distance(row, query)).toFixed(6)));',
        ],
        ['truncates squared distances to 32-bit integers', DISTANCES, 'X.map((row) => distance(row, query) | 0);'],
        [
          'takes squared distances less than 1e-6 apart for equal',
          'far[a] - far[b]);',
          'Math.abs(far[a] - far[b]) < 1e-6 ? a - b : far[a] - far[b]);',
        ],
        [
          'takes distances less than 1e-9 apart for equal',
          'far[a] - far[b]);',
          'Math.abs(Math.sqrt(far[a]) - Math.sqrt(far[b])) < 1e-9 ? a - b : far[a] - far[b]);',
        ],
        [
          'takes distances within a millionth of each other for equal',
          'far[a] - far[b]);',
          'Math.abs(far[a] - far[b]) <= 1e-6 * Math.max(far[a], far[b]) ? a - b : far[a] - far[b]);',
        ],
        ['adds 1 to each distance', SQUARES, `${SQUARES} + 1`],
        ['gives the farthest rows', 'far[a] - far[b]);', 'far[b] - far[a]);'],
        ['gives the k nearest with the farthest of them first', TAKE, 'return order.slice(0, k).reverse();'],
        ['gives the k nearest in order of index', TAKE, 'return order.slice(0, k).sort((a, b) => a - b);'],
        [
          'sorts distances without a comparator',
          SORT,
          'return far.map((d, i) => [d, i]).sort().slice(0, k).map(([, i]) => i);',
        ],
        [
          'sorts indices without a comparator before it ranks them',
          SORT,
          'order.sort().sort((a, b) => far[a] - far[b]);',
        ],
        ['sorts by a comparator that gives true or false', 'far[a] - far[b]);', 'Number(far[a] > far[b]));'],
        ['truncates the difference in the comparator', 'far[a] - far[b]);', '(far[a] - far[b]) | 0);'],
        ['gives the distances instead of the indices', TAKE, 'return order.slice(0, k).map((i) => far[i]);'],
        ['counts rows from 1', SELECT, 'return select(distances(X, query), k).map((i) => i + 1);'],
        [
          'gives indices in a Uint8Array, where 256 becomes 0',
          SELECT,
          'return Uint8Array.from(select(distances(X, query), k));',
        ],
        ['gives one row less than k', TAKE, 'return order.slice(0, Math.max(1, k - 1));'],
        ['gives all rows as near as the k-th', TAKE, 'return order.filter((i) => far[i] <= far[order[k - 1]]);'],
        [
          'looks rows up by the first index of their distance',
          TAKE,
          'return order.slice(0, k).map((i) => far.indexOf(far[i]));',
        ],
        ['puts higher indices first at a tie', 'far[a] - far[b]);', 'far[a] - far[b] || b - a);'],
        [
          'lets a later row push out one as far as it',
          SORT,
          `const kept: number[] = [];
          for (let i = 0; i < far.length; i++) {
            if (kept.length < k) kept.push(i);
            else if (far[i] <= far[kept[k - 1]]) kept[k - 1] = i;
            kept.sort((a, b) => far[a] - far[b] || a - b);
          }
          return kept;`,
        ],
        [
          'swaps the nearest of the rest to the front, without order at ties',
          SORT,
          `for (let at = 0; at < k; at++) {
            let best = at;
            for (let i = at + 1; i < order.length; i++) if (far[order[i]] < far[order[best]]) best = i;
            [order[at], order[best]] = [order[best], order[at]];
          }`,
        ],
        [
          'keys rows by distance in a Map, so the last of a tie remains',
          SORT,
          'return [...new Map(far.map((d, i) => [d, i]))].sort(([a], [b]) => a - b).slice(0, k).map(([, i]) => i);',
        ],
        [
          'drops rows given twice',
          SELECT,
          'return select(distances(X, query), X.length).filter((i) => X.findIndex((row) => `${row}` === `${X[i]}`) === i).slice(0, k);',
        ],
        ['skips the nearest row as the query itself', TAKE, 'return order.slice(1, k + 1);'],
        ['skips rows equal to the query', TAKE, 'return order.filter((i) => far[i] > 0).slice(0, k);'],
        ['takes distance 0 for a missing one', DISTANCES, 'X.map((row) => distance(row, query) || Number.MAX_VALUE);'],
        ['filters out index 0 as falsy', TAKE, 'return order.filter(Boolean).slice(0, k);'],
        [
          'fills a table of pairs with one shared pair',
          SORT,
          `const pairs: number[][] = new Array(far.length).fill([0, 0]);
          for (const [i, d] of far.entries()) [pairs[i][0], pairs[i][1]] = [d, i];
          return pairs.sort((a, b) => a[0] - b[0]).slice(0, k).map((pair) => pair[1]);`,
        ],
        [
          'stops at the first row farther than the k it has',
          'const order = [...far.keys()];',
          `const end = far.findIndex((d, i) => i >= k && d > Math.max(...far.slice(i - k, i)));
          const order = [...(end < 0 ? far : far.slice(0, end)).keys()];`,
        ],
        [
          'ranks only the 2k rows nearest in the first feature',
          SELECT,
          `const gap = (i: number) => Math.abs(X[i][0] - query[0]);
          const window = [...X.keys()].sort((a, b) => gap(a) - gap(b)).slice(0, 2 * k);
          return window.sort((a, b) => distance(X[a], query) - distance(X[b], query) || a - b).slice(0, k);`,
        ],
        ['lets the label met first win a tie', 'votesOfB - votesOfA || a - b', 'votesOfB - votesOfA'],
        [
          'lets the label met last win a tie',
          RANKED,
          'const [winner] = [...tally(labels)].reduce((best, one) => (one[1] >= best[1] ? one : best));',
        ],
        ['lets the largest label win a tie', 'votesOfB - votesOfA || a - b', 'votesOfB - votesOfA || b - a'],
        [
          'compares tied labels as strings',
          'votesOfB - votesOfA || a - b',
          'votesOfB - votesOfA || (`${a}` < `${b}` ? -1 : 1)',
        ],
        [
          'takes object keys to be in ascending order',
          RANKED,
          `const count: Record<string, number> = {};
          for (const label of labels) count[label] = (count[label] ?? 0) + 1;
          const winner = Number(Object.keys(count).reduce((best, label) => (count[label] > count[best] ? label : best)));`,
        ],
        [
          'lets the label of the nearer rows win a tie',
          VOTE,
          `const labels = found.map((i) => y[i]);
          const sum = (label: number) => found.reduce((total, i) => total + (y[i] === label ? far[i] : 0), 0);
          return [...tally(labels)].sort(([a, va], [b, vb]) => vb - va || sum(a) - sum(b) || a - b)[0][0];`,
        ],
        [
          'drops the farthest row until the tie is broken',
          RANKED,
          `const ranking = [...tally(labels)].sort(([, a], [, b]) => b - a);
          if (ranking.length > 1 && ranking[0][1] === ranking[1][1]) return vote(labels.slice(0, -1));
          const [[winner]] = ranking;`,
        ],
        [
          'gives a tied label of value 0 up as unset',
          RANKED,
          `const count = tally(labels);
          let winner = 0;
          for (const label of [...count.keys()].sort((a, b) => a - b))
            if (!winner || (count.get(label) ?? 0) > (count.get(winner) ?? 0)) winner = label;`,
        ],
        [
          'starts from a winner 0 that ties with everything',
          RANKED,
          `const count = tally(labels);
          const most = Math.max(...count.values());
          const winner = labels.reduce((best, label) => (count.get(label) === most ? Math.min(best, label) : best), 0);`,
        ],
        [
          'weights votes by the inverse of the distance',
          VOTE,
          `const weights = new Map<number, number>();
          for (const i of found) weights.set(y[i], (weights.get(y[i]) ?? 0) + 1 / (Math.sqrt(far[i]) + 1e-9));
          return [...weights].sort(([a, wa], [b, wb]) => wb - wa || a - b)[0][0];`,
        ],
        [
          'gives one vote to all rows at the same distance',
          VOTE,
          'return vote(found.filter((i, at) => at === 0 || far[i] !== far[found[at - 1]] || y[i] !== y[found[at - 1]]).map((i) => y[i]));',
        ],
        ['gives the label of the nearest row', VOTE, 'return y[found[0]];'],
        ['gives the mean of the labels', RANKED, 'const winner = labels.reduce((a, b) => a + b) / labels.length;'],
        [
          'gives the median label',
          RANKED,
          'const winner = labels.toSorted((a, b) => a - b)[(labels.length - 1) >> 1];',
        ],
        [
          'falls back to the nearest label without more than half of the votes',
          RANKED,
          'const winner = [...tally(labels)].find(([, count]) => count > labels.length / 2)?.[0] ?? labels[0];',
        ],
        [
          'counts only neighbours in a row with the same label',
          RANKED,
          `let [winner] = labels;
          let [longest, run] = [0, 0];
          for (const [at, label] of labels.entries()) {
            run = at > 0 && labels[at - 1] === label ? run + 1 : 1;
            if (run > longest || (run === longest && label < winner)) [winner, longest] = [label, run];
          }`,
        ],
        ['gives the number of votes instead of the label', 'return winner;', 'return tally(labels).get(winner) ?? 0;'],
        ['gives the label as a string', VOTE, 'return String(vote(found.map((i) => y[i]))) as never;'],
        ['lets all rows vote', VOTE, 'return vote(y);'],
        ['takes the labels of the first k rows', VOTE, 'return vote(y.slice(0, k));'],
        [
          'lets all rows as near as the k-th vote',
          VOTE,
          'return vote(y.filter((_, i) => far[i] <= far[found[k - 1]]));',
        ],
        [
          'counts votes in an array by label',
          RANKED,
          `const count: number[] = [];
          for (const label of labels) count[label] = (count[label] || 0) + 1;
          let winner = 0;
          for (let label = 0; label < count.length; label++) if ((count[label] || 0) > (count[winner] || 0)) winner = label;`,
        ],
        [
          'has ten counters for the labels 0 to 9',
          RANKED,
          `const count: number[] = new Array(10).fill(0);
          for (const label of labels) count[label]++;
          const winner = count.indexOf(Math.max(...count));`,
        ],
        ['counts votes in bytes', '(votes.get(label) ?? 0) + 1', '((votes.get(label) ?? 0) + 1) % 256'],
        ['counts whole parts of labels', VOTE, 'return vote(found.map((i) => Math.trunc(y[i])));'],
        ['counts the votes of ten labels only', VOTE, 'return vote(found.map((i) => Math.min(y[i], 9)));'],
        ['refuses a negative label', LABELS, 'if (y.length !== X.length || y.some((label) => label < 0))'],
        ['refuses a label that is not an integer', LABELS, 'if (y.length !== X.length || !y.every(Number.isInteger))'],
        ['takes a k that is not an integer', COUNT, 'if (!(k >= 1 && k <= X.length))'],
        ['takes NaN for k, as it fails no comparison', COUNT, 'if (k < 1 || k > X.length || k % 1 > 0)'],
        ['takes 0 for k', COUNT, 'if (!Number.isInteger(k) || k < 0 || k > X.length)'],
        ['takes a negative k', COUNT, 'if (!k || !Number.isInteger(k) || k > X.length)'],
        ['takes nSamples + 1 for k and gives all rows', COUNT, 'if (!Number.isInteger(k) || k < 1)'],
        ['refuses a k of nSamples', COUNT, 'if (!Number.isInteger(k) || k < 1 || k >= X.length)'],
        ['refuses a single row', COUNT, 'if (!Number.isInteger(k) || k < 1 || k > X.length || X.length < 2)'],
        [
          'refuses a coordinate of 0 as missing',
          FINITE_QUERY,
          'if (!query.every(Boolean) || !X.every((row) => row.every(Boolean)))',
        ],
        [
          'takes an empty X for one without neighbours',
          "if (X.length === 0) throw new RangeError('no rows');",
          'if (X.length === 0) return;',
        ],
        ['takes rows and a query without features', 'if (nFeatures === 0)', 'if (false)'],
        ['takes rows that differ in length', RAGGED, 'if (false)'],
        ['refuses shorter rows and takes longer ones', RAGGED, 'if (X.some((row) => row.length < nFeatures))'],
        ['takes a query of another length', QUERY_LENGTH, 'if (false)'],
        ['takes a longer query', QUERY_LENGTH, 'if (query.length < nFeatures)'],
        ['takes rows that are not finite', FINITE_ROWS, 'if (false)'],
        [
          'takes infinite coordinates',
          FINITE_ROWS,
          'if (X.some((row) => row.some(Number.isNaN)))',
          FINITE_QUERY,
          'if (query.some(Number.isNaN))',
        ],
        [
          'takes NaN coordinates, as they fail no comparison',
          FINITE_ROWS,
          'if (X.some((row) => row.some((v) => Math.abs(v) === 1 / 0)))',
          FINITE_QUERY,
          'if (query.some((v) => Math.abs(v) === 1 / 0))',
        ],
        ['takes a query that is not finite', FINITE_QUERY, 'if (false)'],
        ['checks the coordinates of the first row only', FINITE_ROWS, 'if (!X[0].every(Number.isFinite))'],
        [
          'checks the coordinates of the rows it gives only',
          FINITE_ROWS,
          'if (false)',
          TAKE,
          `if (order.slice(0, k).some((i) => !Number.isFinite(far[i]))) throw new RangeError('a row that is not finite');
          ${TAKE}`,
        ],
        ['takes y of any length', LABELS, 'if (false)'],
        ['takes more labels than rows', LABELS, 'if (y.length < X.length)'],
        ['takes fewer labels than rows', LABELS, 'if (y.length > X.length)'],
        [
          'checks nothing but labels in knnClassify',
          `check(X, query, k);
  if (y.length`,
          'if (y.length',
        ],
        ['throws an Error that is no RangeError', "RangeError('k')", "Error('k')"],
        [
          'sorts X in place',
          SELECT,
          `const found = select(distances(X, query), k);
          (X as Row[]).sort((a, b) => distance(a, query) - distance(b, query));
          return found;`,
        ],
        [
          'moves the rows so that the query is the origin',
          SELECT,
          `for (const row of X as number[][]) for (const j of query.keys()) row[j] -= query[j];
          return select(distances(X, query.map(() => 0)), k);`,
        ],
        [
          'appends the index to each row',
          SELECT,
          `const rows = X as number[][];
          for (const [i, row] of rows.entries()) row.push(i);
          return rows.toSorted((a, b) => distance(query, a) - distance(query, b)).slice(0, k).map((row) => row[query.length]);`,
        ],
        [
          'reorders y while it counts',
          VOTE,
          `const labels = y as number[];
          for (const [at, i] of found.entries()) [labels[at], labels[i]] = [labels[i], labels[at]];
          return vote(labels.slice(0, k));`,
        ],
        [
          'remembers answers by query and k, whatever X is',
          SELECT,
          'const key = `${query}/${k}`;\n  seen.set(key, seen.get(key) ?? select(distances(X, query), k));\n  return seen.get(key) ?? [];',
          'const distances =',
          'const seen = new Map<string, number[]>();\nconst distances =',
        ],
        [
          'keeps the distances of the last call',
          DISTANCES,
          '{\n  kept.push(...X.map((row) => distance(row, query)));\n  return kept;\n};',
          'const distances =',
          'const kept: number[] = [];\nconst distances =',
        ],
        [
          'adds to the votes of the calls before',
          'const votes = new Map<number, number>();',
          '',
          'function tally',
          'const votes = new Map<number, number>();\nfunction tally',
        ],
        [
          'takes turns between tied labels',
          RANKED,
          `const ranking = [...tally(labels)].sort(([a, va], [b, vb]) => vb - va || a - b);
          const tied = ranking.filter(([, count]) => count === ranking[0][1]);
          const [winner] = tied[calls++ % tied.length];`,
          'function vote',
          'let calls = 0;\nfunction vote',
        ],
      ],
      slow: [
        [
          'ranks each row by counting all that are nearer',
          SORT,
          `const rank = (i: number) => order.reduce((n, j) => n + Number(far[j] < far[i] || (far[j] === far[i] && j < i)), 0);
          const found: number[] = [];
          for (const i of far.keys()) found[rank(i)] = i;
          return found.slice(0, k);`,
        ],
        [
          'splices each row into a sorted list of all, looking for its place from the end',
          SORT,
          `const list: number[] = [];
          for (let i = 0; i < far.length; i++) {
            let at = list.length;
            while (at > 0 && far[list[at - 1]] > far[i]) at--;
            list.splice(at, 0, i);
          }
          return list.slice(0, k);`,
        ],
        [
          'bubble-sorts all rows',
          SORT,
          `for (let end = order.length; end > 1; end--)
            for (let i = 1; i < end; i++)
              if (far[order[i]] < far[order[i - 1]]) [order[i - 1], order[i]] = [order[i], order[i - 1]];`,
        ],
        [
          'copies the distances so far for each row, by concat in a reduce',
          DISTANCES,
          'X.reduce((far: number[], row) => far.concat(distance(row, query)), []);',
        ],
        [
          'sorts all rows so far again after each row',
          SORT,
          `const sorted: number[] = [];
          for (let i = 0; i < far.length; i++) {
            sorted.push(i);
            sorted.sort((a, b) => far[a] - far[b] || a - b);
          }
          return sorted.slice(0, k);`,
        ],
        [
          'looks the rank of each row up with indexOf',
          SORT,
          `const sorted = far.toSorted((a, b) => a - b);
          const taken = new Map<number, number>();
          const found: number[] = [];
          far.forEach((d, i) => {
            const before = taken.get(d) ?? 0;
            taken.set(d, before + 1);
            found[sorted.indexOf(d) + before] = i;
          });
          return found.slice(0, k);`,
        ],
        [
          'quickselects with the first row as pivot',
          SORT,
          `const found: number[] = [];
          let left = order;
          while (found.length < k) {
            const [pivot] = left;
            const nearer = left.filter((i) => far[i] < far[pivot]);
            const wanted = k - found.length;
            if (nearer.length >= wanted) left = nearer;
            else {
              found.push(...[...nearer, ...left.filter((i) => far[i] === far[pivot])].slice(0, wanted));
              left = left.filter((i) => far[i] > far[pivot]);
            }
          }
          return found.sort((a, b) => far[a] - far[b] || a - b);`,
        ],
        [
          'copies the group of rows at the same distance for each of them',
          SORT,
          `const groups = new Map<number, number[]>();
          for (const [i, d] of far.entries()) groups.set(d, [...(groups.get(d) ?? []), i]);
          return [...groups].sort(([a], [b]) => a - b).flatMap(([, group]) => group).slice(0, k);`,
        ],
        [
          'compares the length of each row with that of every other',
          RAGGED,
          'if (!X.every((row) => X.every((other) => other.length === row.length)))',
        ],
        [
          'asks for each row anew whether it is among the k nearest',
          VOTE,
          'return vote(y.filter((_, i) => select(distances(X, query), k).includes(i)));',
        ],
        [
          'lists the different labels of all rows with includes',
          VOTE,
          `const labels: number[] = [];
          for (const label of y) if (!labels.includes(label)) labels.push(label);
          const count = new Map(labels.map((label) => [label, 0]));
          for (const i of found) count.set(y[i], (count.get(y[i]) ?? 0) + 1);
          return [...count].sort(([a, va], [b, vb]) => vb - va || a - b)[0][0];`,
        ],
      ],
    },
    reference: {
      wrong: [['replaces the heap by a list whose first place need not be the farthest', 'siftDown(heap, 0);', '']],
    },
  },
};
