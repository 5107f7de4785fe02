import type { Patches } from '../../../../src/index.ts';

const COPY = 'const rows = X.map((row) => [...row]);';
const TREE = 'return { rows, root: grown(rows, [...rows.keys()], 0) };';
const BEST = 'const best: Kept[] = [];';
const RESULT = 'return best.map((kept) => kept.index);';
const TAKE = 'take(best, { far: distance(rows[node.row], query), index: node.row }, k);';
const REACHES = 'best.length < k || gap ** 2 <= best[k - 1].far';
const SQUARED_GAP = 'gap ** 2 <= best[k - 1].far';
const SQUARE = '(value - query[j]) ** 2';
const SUM = 'row.reduce((sum, value, j) => sum + (value - query[j]) ** 2, 0)';
const BY = 'a.far - b.far || a.index - b.index';
const PUSH = 'best.push(one);';
const SORT = 'const sorted = [...members].sort((a, b) => rows[a][axis] - rows[b][axis]);';
const PARTS = 'return [sorted.slice(0, middle), sorted[middle], sorted.slice(middle + 1)];';
const EMPTY = 'if (X.length === 0)';
const RAGGED = 'if (X.some((row) => row.length !== X[0].length))';
const FINITE_ROWS = 'if (!X.every((row) => row.every(Number.isFinite)))';
const CHECK_QUERY = 'checkQuery(rows, query, k);';
const QUERY_LENGTH = 'if (query.length !== rows[0].length)';
const FINITE_QUERY = 'if (!query.every(Number.isFinite))';
const COUNT = 'if (!Number.isInteger(k) || k < 1 || k > rows.length)';

export const patches: Patches = {
  of: {
    'right/question.ts': {
      rare: [
        [
          'checks only the first three features of the rows',
          'every(Number.isFinite)))',
          `slice(0, 3).every(Number.isFinite)))
   `,
        ],
        ['checks only the first three features of the query', 'query.every', 'query.slice(0, 3).every'],
        [
          'checks only the first 16 rows',
          'every((row) => row.length === X[0].length && row.every(Number.isFinite)))',
          `slice(0, 16).every((row) => row.length === X[0].length && row.every(Number.isFinite)))
   `,
        ],
        ['measures the first 32 features only', 'reduce', 'slice(0, 32).reduce'],
        [
          'puts only the first 255 of its rows in order',
          'kept.map(([, index]) => index',
          `kept
    .map(([, index]) => index)
    .slice(0, 255)
    .concat(
      kept
        .slice(255)
        .map(([, index]) => index)
        .reverse(),
    `,
        ],
        [
          'passes over a side beyond a squared distance of 1e12, also while fewer than k are known',
          'kept.length < k || beyond ** 2 <= kept[k - 1][0]',
          'beyond ** 2 <= (kept.length < k ? 1e12 : kept[k - 1][0])',
        ],
        [
          'prunes by a limit of 1e12 at first',
          'kept.length < k || beyond ** 2 <= kept[k - 1][0]',
          'beyond ** 2 <= (kept.length < k ? 1e16 : kept[k - 1][0])',
        ],
        [
          'passes over a side beyond a squared distance of 1e6, also while fewer than k are known',
          'kept.length < k || beyond ** 2 <= kept[k - 1][0]',
          'beyond ** 2 <= (kept.length < k ? 1e6 : kept[k - 1][0])',
        ],
        [
          'remembers answers by the text of a query without commas',
          `Node;
`,
          `Node;
  readonly known: Map<string, number[]>;
`,
          ')], 0)',
          ')], 0), known: new Map()',
          'queryKdTree({ X, root',
          'queryKdTree({ X, root, known',
          'let',
          `const text = \`\${query.join('')}/\${k}\`;
  const before = known.get(text);
  if (before) return [...before];
  let`,
          'return k',
          `known.set(
    text,
    kept.map(([, index]) => index),
  );
  return k`,
        ],
        [
          'remembers distances by the text of a row without commas',
          'let',
          `const known = new Map<string, number>();
  let`,
          'kept.push([squared(X[index], query), index]);',
          `{
        const text = X[index].join('');
        const far = known.get(text) ?? squared(X[index], query);
        known.set(text, far);
        kept.push([far, index]);
      }`,
        ],
        [
          'keeps the rows of two trees at a time',
          'readonly X: Rows',
          'readonly at: number',
          'export function b',
          `const tables: Rows[] = [];
let nBuilt = 0;

export function b`,
          'return { X',
          `tables[nBuilt % 2] = X;
  return { at: nBuilt++ % 2`,
          'X, root }: Tree, query: Row, k: number): number[] {',
          `at: place, root }: Tree, query: Row, k: number): number[] {
  const X = tables[place];`,
        ],
        [
          'keeps all tables of more than 50 rows in one place of the module',
          'export function b',
          `let shared: Rows = [];

export function b`,
          'return { X',
          `if (X.length > 50) shared = X;
  return { X: X.length > 50 ? [] : X`,
          'X, root }: Tree, query: Row, k: number): number[] {',
          `X: own, root }: Tree, query: Row, k: number): number[] {
  const X = own.length > 0 ? own : shared;`,
        ],
        [
          'takes 0 and -0 for different',
          ' a.reduce((sum, value, j) => sum + (value',
          `
  a.reduce((sum, value, j) => sum + (value === b[j] && !Object.is(value, b[j]) ? 1e-3 : value`,
        ],
        ['compares the distance of a plane, not squared, with a squared distance', 'beyond ** 2', 'Math.abs(beyond)'],
        [
          'takes squared distances that differ by less than 5e-9 of the larger for equal',
          'a[0] - b[0]',
          '(Math.abs(a[0] - b[0]) < 5e-9 * a[0] ? 0 : a[0] - b[0])',
        ],
        [
          'takes all squared distances beyond 1e16 for equal',
          'squared(X[index], query',
          'Math.min(squared(X[index], query), 1e16',
        ],
        ['takes the place of every plane for positive', 'axis] - at', 'axis] - Math.abs(at)'],
        [
          'keeps the places of its planes in single precision',
          'X[sorted[middle]][axis]',
          'Math.fround(X[sorted[middle]][axis])',
        ],
        ['cuts the places of its planes to integers', 'X[sorted[middle]][axis]', 'Math.trunc(X[sorted[middle]][axis])'],
        ['keeps the places of its planes in 32 bits', 'middle]][axis]', 'middle]][axis] | 0'],
        [
          'keeps the places of its planes to six decimals',
          'X[sorted[middle]][axis]',
          'Number(X[sorted[middle]][axis].toFixed(6))',
        ],
        [
          'marks rows with the number of the query in a byte',
          `Node;
`,
          `Node;
  readonly seen: Uint8Array;
  readonly nAsked: number[];
`,
          ')], 0)',
          ')], 0), seen: new Uint8Array(X.length), nAsked: [0]',
          'queryKdTree({ X, root',
          'queryKdTree({ X, root, seen, nAsked',
          'let',
          `const stamp = ++nAsked[0] % 256;
  let`,
          'kept.push([squared(X[index], query), index]);',
          `{
        if (seen[index] === stamp) continue;
        seen[index] = stamp;
        kept.push([squared(X[index], query), index]);
      }`,
        ],
        [
          'takes squared distances that differ by less than 1e-30 for equal',
          'a[0] - b[0]',
          '(Math.abs(a[0] - b[0]) < 1e-30 ? 0 : a[0] - b[0])',
        ],
      ],
    },
    'right/plain.ts': {
      wrong: [
        ['measures the first eight features only', 'row.reduce((sum', 'row.slice(0, 8).reduce((sum'],
        ['keeps indices in 10 bits', RESULT, 'return best.map((kept) => kept.index & 1023);'],
        [
          'skips the far side when it begins exactly as far as the worst of the k',
          SQUARED_GAP,
          'gap ** 2 < best[k - 1].far',
        ],
        [
          'compares the difference, not squared, with the squared distance',
          SQUARED_GAP,
          'Math.abs(gap) <= best[k - 1].far',
        ],
        [
          'never visits the right side of a split when it comes from the left',
          SQUARED_GAP,
          `(gap > 0 && ${SQUARED_GAP})`,
        ],
        ['never visits the far side once k rows are known', REACHES, 'best.length < k'],
        ['goes down one side only, also while fewer than k are known', REACHES, 'false'],
        [
          'compares the far side with the nearest of the k instead of the worst',
          SQUARED_GAP,
          'gap ** 2 <= best[0].far',
        ],
        ['allows itself a miss of ten per cent of the distance', SQUARED_GAP, `1.21 * ${SQUARED_GAP}`],
        [
          'stops after 64 rows, as an approximate search does',
          BEST,
          `${BEST}\nlet visited = 0;`,
          TAKE,
          `if (++visited > 64 && best.length === k) return;\n${TAKE}`,
        ],
        [
          'looks no further once the k it has are at distance 0',
          TAKE,
          `if (best.length < k || best[k - 1].far > 0) ${TAKE}`,
        ],
        ['keeps the higher index among equal distances', BY, 'a.far - b.far || b.index - a.index'],
        [
          'keeps what it met first among equal distances',
          PUSH,
          `if (best.length === k && one.far >= best[k - 1].far) return;\n${PUSH}`,
        ],
        ['gives equal distances in the order in which it meets them', BY, 'a.far - b.far'],
        ['gives the farthest of the k first', RESULT, 'return best.map((kept) => kept.index).reverse();'],
        [
          'gives index 0 last, as if it were missing',
          RESULT,
          'return best.map((kept) => kept.index).sort((a, b) => Number(!a) - Number(!b));',
        ],
        [
          'keeps neighbours in a Map by their distance, so that one of equal distances is left',
          PUSH,
          `const same = best.findIndex((other) => other.far === one.far);
          if (same < 0) best.push(one);
          else if (one.index < best[same].index) best[same] = one;`,
        ],
        [
          'measures the Manhattan distance',
          SQUARE,
          'Math.abs(value - query[j])',
          SQUARED_GAP,
          'Math.abs(gap) <= best[k - 1].far',
        ],
        [
          'measures the largest difference of a feature',
          SUM,
          'Math.max(...row.map((value, j) => Math.abs(value - query[j]))) ** 2',
        ],
        ['keeps the rows in a `Float32Array`', COPY, 'const rows = X.map((row) => [...Float32Array.from(row)]);'],
        [
          'expands the square into |a|² - 2ab + |b|²',
          SUM,
          `{
            const dot = (a: Row, b: Row) => a.reduce((sum, value, j) => sum + value * b[j], 0);
            return dot(row, row) - 2 * dot(row, query) + dot(query, query);
          }`,
        ],
        [
          'rescales each feature to 0 to 1',
          COPY,
          `const low = X[0].map((_, j) => X.reduce((least, row) => Math.min(least, row[j]), Infinity));
          const width = low.map((least, j) => X.reduce((most, row) => Math.max(most, row[j] - least), 0) || 1);
          const scale = (row: Row) => row.map((value, j) => (value - low[j]) / width[j]);
          const rows = X.map(scale);`,
          'return { rows,',
          'return { scale, rows,',
          'const { rows, root } = tree;',
          'const { rows, root, scale } = tree;\nquery = scale(query);',
        ],
        [
          'sorts coordinates without a comparator, as strings',
          SORT,
          'const sorted = [...members].sort((a, b) => (`${rows[a][axis]}` < `${rows[b][axis]}` ? -1 : 1));',
        ],
        [
          'sorts by a comparator that gives a boolean',
          SORT,
          'const sorted = [...members].sort((a, b) => (rows[a][axis] > rows[b][axis]) as never);',
        ],
        ['halves the rows as they come, without sorting them', SORT, 'const sorted = [...members];'],
        ['loses the row below each median', 'sorted.slice(0, middle)', 'sorted.slice(0, Math.max(0, middle - 1))'],
        [
          'drops rows that equal the median in the feature of the split',
          PARTS,
          `const differs = (i: number) => rows[i][axis] !== rows[sorted[middle]][axis];
          return [sorted.slice(0, middle).filter(differs), sorted[middle], sorted.slice(middle + 1).filter(differs)];`,
        ],
        [
          'takes rows that are equal in all features for one',
          '[...rows.keys()]',
          '[...new Map(X.map((row, i) => [row.join(), i] as const).reverse()).values()]',
        ],
        [
          'splits on one feature and searches by the next',
          'parted(rows, members, axis);',
          'parted(rows, members, (axis + 1) % rows[0].length);',
        ],
        ['puts the smaller rows to the right', 'const [below, row, above]', 'const [above, row, below]'],
        [
          'gives places in its sorted copy of the rows instead of indices',
          COPY,
          'const rows = X.toSorted((a, b) => a[0] - b[0]);',
        ],
        ['sorts the rows of the caller', COPY, 'const rows = (X as Row[]).sort((a, b) => a[0] - b[0]);'],
        [
          'keeps the last tree built in a variable of the module',
          TREE,
          `last = { rows, root: grown(rows, [...rows.keys()], 0) };
          return last;`,
          'rows, root } = tree',
          'rows, root } = last',
          'type Tree =',
          'let last: Tree;\ntype Tree =',
        ],
        [
          'goes on with the neighbours of the query before',
          BEST,
          'const best = (known.get(tree) ?? []).slice(0, k);\nknown.set(tree, best);',
          TAKE,
          `if (best.every((kept) => kept.index !== node.row)) ${TAKE}`,
          'type Tree =',
          'const known = new WeakMap<object, Kept[]>();\ntype Tree =',
        ],
        [
          'marks rows as visited and never takes the marks away',
          'if (!node) return;',
          'if (!node || visited.has(node)) return;\nvisited.add(node);',
          'type Tree =',
          'const visited = new WeakSet<Node>();\ntype Tree =',
        ],
        [
          'remembers answers by the text of the query and k, whatever the tree',
          RESULT,
          `const key = \`\${query}/\${k}\`;
          known.set(key, known.get(key) ?? best.map((kept) => kept.index));
          return known.get(key) ?? [];`,
          'type Tree =',
          'const known = new Map<string, number[]>();\ntype Tree =',
        ],
        [
          'cuts a remembered answer when k is smaller, and gives it again when k is larger',
          RESULT,
          `const answer = known.get(\`\${query}\`) ?? best.map((kept) => kept.index);
          known.set(\`\${query}\`, answer);
          return answer.slice(0, k);`,
          'const { rows, root } = tree;',
          'const { rows, root, known } = tree;',
          'return { rows,',
          'return { known: new Map(), rows,',
        ],
        [
          'writes the differences into the query',
          RESULT,
          `for (const j of query.keys()) (query as number[])[j] -= rows[0][j];\n${RESULT}`,
        ],
        [
          'writes the nearest row into the root of the tree',
          RESULT,
          `Object.assign(root ?? {}, { row: best[0].index });\n${RESULT}`,
        ],
        ['builds an empty tree of no rows', EMPTY, 'if (X.length === 0) return;\nif (false)'],
        ['takes rows without features', 'if (X[0].length === 0)', 'if (false)'],
        ['does not compare the lengths of the rows', RAGGED, 'if (false)'],
        [
          'compares the lengths of the first and the last row only',
          RAGGED,
          'if (X[0].length !== X[X.length - 1].length)',
        ],
        ['refuses NaN in a row, but not infinities', FINITE_ROWS, 'if (X.some((row) => row.some(Number.isNaN)))'],
        [
          'refuses infinities in a row, but not NaN',
          FINITE_ROWS,
          'if (X.some((row) => row.some((value) => Math.abs(value) === Infinity)))',
        ],
        ['looks at the first feature of each row only', FINITE_ROWS, 'if (!X.every((row) => Number.isFinite(row[0])))'],
        [
          'finds what is wrong with the rows only when it is queried',
          'checkRows(X);',
          '',
          CHECK_QUERY,
          `checkRows(rows);\n${CHECK_QUERY}`,
        ],
        ['throws a TypeError for rows that differ in length', "RangeError('ragged rows')", 'TypeError()'],
        ['takes queries longer than the rows', QUERY_LENGTH, 'if (query.length < rows[0].length)'],
        ['does not look at the coordinates of the query', FINITE_QUERY, 'if (false)'],
        ['takes queries at infinity', FINITE_QUERY, 'if (query.some(Number.isNaN))'],
        ['gives all rows when k is above nSamples', COUNT, 'if (!Number.isInteger(k) || k < 1)'],
        ['refuses k = nSamples', COUNT, 'if (!Number.isInteger(k) || k < 1 || (k >= rows.length && k > 1))'],
        ['gives nothing for k = 0', CHECK_QUERY, `if (k === 0) return [];\n${CHECK_QUERY}`],
        ['rounds a fractional k', COUNT, 'if (!(k >= 1 && k <= rows.length))'],
        [
          'lets k = NaN pass, as it is neither below 1 nor above nSamples',
          COUNT,
          'if (k % 1 > 0 || k < 1 || k > rows.length)',
        ],
      ],
      slow: [
        [
          'looks at every row in a query',
          'visit(root);',
          'rows.forEach((row, index) => take(best, { far: distance(row, query), index }, k));',
        ],
        ['visits both sides of every split', REACHES, 'true'],
        [
          'visits the farther side first',
          `visit(near);\n    if (${REACHES}) visit(far);`,
          `if (${REACHES}) visit(far);\nvisit(near);`,
        ],
        [
          'forgets that a difference can be negative, and so goes to the right from every split on the left',
          SQUARED_GAP,
          `gap <= 0 || ${SQUARED_GAP}`,
        ],
        ['splits on the first feature only', 'depth % rows[0].length', '0'],
        ['checks the whole table again for each query', CHECK_QUERY, `checkRows(rows);\n${CHECK_QUERY}`],
        [
          'makes a list of visited marks for all rows in each query',
          BEST,
          `${BEST}\nconst visited: boolean[] = [];\nfor (let i = 0; i < rows.length; i++) visited.push(false);`,
        ],
        [
          'selects the median with the middle of the rows as pivot, which equal rows make quadratic',
          SORT,
          `const sorted = [...members];
          for (let low = 0, high = sorted.length - 1; low < high; ) {
            const at = (low + high) >> 1;
            [sorted[at], sorted[high]] = [sorted[high], sorted[at]];
            let end = low;
            for (let i = low; i < high; i++)
              if (rows[sorted[i]][axis] < rows[sorted[high]][axis]) {
                [sorted[i], sorted[end]] = [sorted[end], sorted[i]];
                end++;
              }
            [sorted[end], sorted[high]] = [sorted[high], sorted[end]];
            if (end < sorted.length >> 1) low = end + 1;
            else high = end === sorted.length >> 1 ? low : end - 1;
          }`,
        ],
        [
          'parts into below and not below the middle value, all on one side where all rows are equal',
          PARTS,
          `const value = rows[sorted[middle]][axis];
          const [row, ...others] = sorted.filter((i) => rows[i][axis] >= value);
          return [sorted.filter((i) => rows[i][axis] < value), row, others];`,
        ],
        [
          'sorts by insertion',
          SORT,
          `const sorted: number[] = [];
          for (const member of members.toReversed()) {
            let at = sorted.length;
            for (; at > 0 && rows[sorted[at - 1]][axis] > rows[member][axis]; at--) sorted[at] = sorted[at - 1];
            sorted[at] = member;
          }`,
        ],
        [
          'takes the rows of each side out of a list with `includes`',
          PARTS,
          `const above = sorted.slice(middle + 1);
          return [members.filter((i) => i !== sorted[middle] && !above.includes(i)), sorted[middle], above];`,
        ],
      ],
    },
    'slow/boxes.ts': {
      slow: [['keeps 16 boxes, however many rows there are', 'Math.sqrt(X.length)', '16']],
    },
    reference: {
      slow: [
        [
          'selects the median with the first of the rows as pivot, which sorted rows make quadratic',
          'medianOfThree(tree, low, high, feature);',
          'valueAt(tree, low, feature);',
        ],
      ],
    },
  },
  told: {
    'measures the first eight features only': 'the answer is that of level 1 with dozens of features',
    'keeps indices in 10 bits': 'the answer is that of level 1 in a table of 2,300 rows',
    'stops after 64 rows, as an approximate search does': 'the answer is that of level 1 in a table of 300 rows',
    'compares the difference, not squared, with the squared distance':
      'squared distances that differ by more than 1e-9 of the larger are kept apart',
    'keeps the last tree built in a variable of the module':
      'any number of trees may be in use, each for any number of queries in any order',
  },
};
