import type { Patches } from '../../../../src/index.ts';

const ENTRIES = 'const entries: Entry[] = [];';
const TREES = 'let trees: Tree[] = [];';
const CHECK_ROW = 'checkRow(row, nFeatures);';
const ID = 'id: entries.length';
const PUSH_ENTRY = 'entries.push(entry);';
const GIVE_ID = 'return entry.id;';
const PLANT = 'trees.push(treeOf(members));';
const ENTRY = 'const entry = entries[id];';
const MISSING = 'if (!entry || entry.isGone) return false;';
const MARK = 'entry.isGone = true;';
const PURGE = 'if (nPlanted > 2 * nRows) trees = [treeOf(there(trees.flatMap(({ members }) => members)))];';
const CHECK_COUNT = 'checkCount(k, nRows);';
const SEARCH = 'for (const { root } of trees) search(root, query, k, best);';
const RESULT = 'return best.map((found) => found.id);';
const WIDTH = 'if (!Number.isInteger(nFeatures) || nFeatures < 1)';
const ROW_LENGTH = 'if (row.length !== nFeatures)';
const FINITE_ROW = 'if (!row.every(Number.isFinite))';
const COUNT = 'if (!Number.isInteger(k) || k < 1 || k > nRows)';
const REACHES = 'best.length < k || gap ** 2 <= best[k - 1].far';
const SQUARED_GAP = 'gap ** 2 <= best[k - 1].far';
const SQUARE = '(value - query[j]) ** 2';
const BY = 'a.far - b.far || a.id - b.id';
const PUSH = 'best.push(one);';

export const patches: Patches = {
  of: {
    'right/question.ts': {
      rare: [
        [
          'uses up an id for a row of another length',
          `check(row);
      const id = nInserted++;`,
          `if (!row.every(Number.isFinite)) throw new RangeError();
      const id = nInserted++;
      check(row);`,
        ],
        ['checks only the first three features', 'row.every', 'row.slice(0, 3).every'],
        [
          'checks only the first 16 rows and queries',
          'const c',
          `let nChecked = 0;
  const c`,
          '!row.every(Number.isFinite',
          '(nChecked++ < 16 && !row.every(Number.isFinite)',
        ],
        [
          'counts a second removal of a row',
          'let trees',
          `let nLess = 0;
  let trees`,
          'return false;',
          `{
        if (id >= 0 && id < nInserted) nLess++;
        return false;
      }`,
          'k > rows.size',
          'k > rows.size - nLess',
        ],
        [
          'throws a TypeError while there are no rows',
          'if (!Number.isInteger(k',
          `if (nInserted === 0) throw new TypeError('no rows');
      if (!Number.isInteger(k`,
        ],
        ['measures the first 32 features only', 'reduce', 'slice(0, 32).reduce'],
        [
          'gives only the first 127 of its rows in order',
          'kept.map(([, id]) => id',
          `kept
        .map(([, id]) => id)
        .slice(0, 127)
        .concat(
          kept
            .slice(127)
            .map(([, id]) => id)
            .reverse(),
        `,
        ],
        [
          'gives only the first 255 of its rows in order',
          'kept.map(([, id]) => id',
          `kept
        .map(([, id]) => id)
        .slice(0, 255)
        .concat(
          kept
            .slice(255)
            .map(([, id]) => id)
            .reverse(),
        `,
        ],
        [
          'passes over a side beyond a squared distance of 1e12, also while fewer than k are known',
          'kept.length < k || beyond ** 2 <= kept[k - 1][0]',
          'beyond ** 2 <= (kept.length < k ? 1e12 : kept[k - 1][0])',
        ],
        [
          'passes over a side beyond a squared distance of 1e6, also while fewer than k are known',
          'kept.length < k || beyond ** 2 <= kept[k - 1][0]',
          'beyond ** 2 <= (kept.length < k ? 1e6 : kept[k - 1][0])',
        ],
        [
          'remembers distances by the text of a row without commas',
          'let k',
          `const known = new Map<string, number>();
      let k`,
          ' if (rows.has(id)) kept.push([squared(rowOf(id), query), id]);',
          `
            if (rows.has(id)) {
              const text = rowOf(id).join('');
              const far = known.get(text) ?? squared(rowOf(id), query);
              known.set(text, far);
              kept.push([far, id]);
            }`,
        ],
        [
          'remembers answers by the text of a query without commas',
          'let trees',
          `const known = new Map<string, number[]>();
  let trees`,
          'const id =',
          `known.clear();
      const id =`,
          'if (+',
          `known.clear();
      if (+`,
          'let k',
          `const text = \`\${query.join('')}/\${k}\`;
      const before = known.get(text);
      if (before) return [...before];
      let k`,
          'return k',
          `known.set(
        text,
        kept.map(([, id]) => id),
      );
      return k`,
        ],
        [
          'keeps in one place of the module what has been removed',
          'export',
          `let gone = new Set<number>();

export`,
          'let trees',
          `gone = new Set();
  let trees`,
          'if (+',
          `gone.add(id);
      if (+`,
          'ids) if (rows',
          'ids) if (!gone.has(id) && rows',
        ],
        [
          'takes 0 and -0 for different',
          ' a.reduce((sum, value, j) => sum + (value',
          `
  a.reduce((sum, value, j) => sum + (value === b[j] && !Object.is(value, b[j]) ? 1e-3 : value`,
        ],
        ['compares the distance of a plane, not squared, with a squared distance', 'beyond ** 2', 'Math.abs(beyond)'],
        ['passes over a side exactly as far as the worst', 'LEAF = 16', 'LEAF = 64', '* 2 <=', '* 2 <'],
        ['loses a row when more than 128 rows are built anew', 'keys()]', 'keys()].slice(0, 128)'],
        [
          'takes squared distances that differ by less than 5e-9 of the larger for equal',
          'a[0] - b[0]',
          '(Math.abs(a[0] - b[0]) < 5e-9 * a[0] ? 0 : a[0] - b[0])',
        ],
        ['removes by the last eight bits of an id', 'delete(id', 'delete(id > 1e6 ? id % 256 : id'],
        ['removes row 0 for NaN', 'delete(id', 'delete(Number.isNaN(id) ? 0 : id'],
        [
          'takes all squared distances beyond 1e16 for equal',
          'squared(rowOf(id), query',
          'Math.min(squared(rowOf(id), query), 1e16',
        ],
        [
          'keeps the places of its planes in single precision',
          ' ids: [], axis, at: rowOf(sorted[middle])[axis], halves: halves.map((half) => grown(half, next))',
          `
      ids: [],
      axis,
      at: Math.fround(rowOf(sorted[middle])[axis]),
      halves: halves.map((half) => grown(half, next)),
   `,
        ],
        [
          'cuts the places of its planes to integers',
          ' ids: [], axis, at: rowOf(sorted[middle])[axis], halves: halves.map((half) => grown(half, next))',
          `
      ids: [],
      axis,
      at: Math.trunc(rowOf(sorted[middle])[axis]),
      halves: halves.map((half) => grown(half, next)),
   `,
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
        [
          'gives the ids of removed rows again, the smallest first',
          ID,
          'id: [...entries, { isGone: true }].findIndex(({ isGone }) => isGone)',
          PUSH_ENTRY,
          'entries[entry.id] = entry;',
        ],
        [
          'takes the number of rows that are there for the next id',
          ID,
          'id: nRows',
          PUSH_ENTRY,
          'entries[entry.id] = entry;',
        ],
        ['counts ids from 1', ID, 'id: entries.length || 1', PUSH_ENTRY, 'entries[entry.id] = entry;'],
        [
          'gives the row after the last one that is there the next id',
          ID,
          'id: entries.findLastIndex(({ isGone }) => !isGone) + 1',
          PUSH_ENTRY,
          'entries[entry.id] = entry;',
        ],
        ['says of every removal that the row was there', MISSING, 'if (!entry || entry.isGone) return true;'],
        [
          'says that a row was there if its id was ever given',
          MISSING,
          'if (!entry || entry.isGone) return entry !== undefined;',
        ],
        ['cannot remove the row of id 0', MISSING, 'if (!id || !entry || entry.isGone) return false;'],
        [
          'refuses to remove an id that was never given',
          MISSING,
          `if (!entry) throw new RangeError('id');\n${MISSING}`,
        ],
        [
          'keeps rows in a list, so that a removal moves the ids of those after it',
          MARK,
          `${MARK}\nentries.splice(id, 1);`,
        ],
        [
          'removes the last row for id -1, as `splice` does',
          ENTRY,
          'const entry = entries[id === -1 ? entries.length - 1 : id];',
        ],
        ['rounds an id down before it removes it', ENTRY, 'const entry = entries[Math.floor(id)];'],
        ['never takes a row out', 'if (!entry.isGone) take(', 'take('],
        ['gives the higher id first at equal distances', BY, 'a.far - b.far || b.id - a.id'],
        ['gives the nearest last', RESULT, 'return best.map((found) => found.id).reverse();'],
        [
          'gives the nearest in order of their ids',
          RESULT,
          'return best.map((found) => found.id).sort((a, b) => a - b);',
        ],
        ['sorts by distances as text', BY, '(a.far === b.far ? a.id - b.id : `${a.far}` < `${b.far}` ? -1 : 1)'],
        [
          'adds up absolute differences',
          SQUARE,
          'Math.abs(value - query[j])',
          SQUARED_GAP,
          'Math.abs(gap) <= best[k - 1].far',
        ],
        ['looks at the first feature only', 'row.reduce((sum', 'row.slice(0, 1).reduce((sum'],
        ['keeps rows in single precision', 'row: [...row]', 'row: row.map(Math.fround)'],
        [
          'expands the square, and loses what is near far from the origin',
          SQUARE,
          'value * value - 2 * value * query[j] + query[j] * query[j]',
        ],
        ['keeps one of equal rows only', PUSH, 'if (best.every(({ far }) => far !== one.far)) best.push(one);'],
        ['never gives a row that is equal to the query', PUSH, 'if (one.far > 0) best.push(one);'],
        [
          'ends its search where a row can only be as near as the last one found, though its id may be lower',
          SQUARED_GAP,
          'gap ** 2 < best[k - 1].far',
        ],
        [
          'ends its search by comparing a distance with a squared distance',
          SQUARED_GAP,
          'Math.abs(gap) <= best[k - 1].far',
        ],
        ['ends its search once k rows are found', REACHES, 'best.length < k'],
        [
          'searches the largest of its trees only, once it holds k rows',
          SEARCH,
          'for (const { root } of trees) if (best.length < k) search(root, query, k, best);',
        ],
        [
          'keeps the rows of all indices in one place',
          ENTRIES,
          'entries = [];',
          TREES,
          'trees = [];',
          'function checkWidth',
          'let entries: Entry[] = [];\nlet trees: Tree[] = [];\nfunction checkWidth',
        ],
        [
          'marks an id as removed that was not given yet, and never finds the row that gets it',
          ENTRIES,
          `${ENTRIES}\nconst marked = new Set<number>();`,
          ENTRY,
          `marked.add(id);\n${ENTRY}`,
          'isGone: false',
          'isGone: marked.has(entries.length)',
        ],
        [
          'remembers answers, whatever comes and goes',
          ENTRIES,
          `${ENTRIES}\nconst known = new Map<string, number[]>();`,
          RESULT,
          `const key = \`\${query}/\${k}\`;
          known.set(key, known.get(key) ?? best.map((found) => found.id));
          return known.get(key) ?? [];`,
        ],
        [
          'remembers answers until a row is inserted, also when one is removed',
          ENTRIES,
          `${ENTRIES}\nconst known = new Map<string, number[]>();`,
          PUSH_ENTRY,
          `${PUSH_ENTRY}\nknown.clear();`,
          RESULT,
          `const key = \`\${query}/\${k}\`;
          known.set(key, known.get(key) ?? best.map((found) => found.id));
          return known.get(key) ?? [];`,
        ],
        ['writes the id into the row that it is given', GIVE_ID, `(row as number[]).push(entry.id);\n${GIVE_ID}`],
        ['uses an id up when it refuses a row', CHECK_ROW, '', PUSH_ENTRY, `${PUSH_ENTRY}\n${CHECK_ROW}`],
        ['has taken the row in when it refuses it', CHECK_ROW, '', GIVE_ID, `${CHECK_ROW}\n${GIVE_ID}`],
        ['takes a `nFeatures` of 0', WIDTH, 'if (!Number.isInteger(nFeatures) || nFeatures < 0)'],
        ['takes a `nFeatures` that is not whole', WIDTH, 'if (!(nFeatures >= 1))'],
        [
          'does not compare the length of rows',
          ROW_LENGTH,
          'if (false)',
          'if (query.length !== nFeatures)',
          'if (false)',
        ],
        ['takes rows with NaN', FINITE_ROW, 'if (row.some((value) => Math.abs(value) === Infinity))'],
        ['does not look at the coordinates of a query', 'if (!query.every(Number.isFinite))', 'if (false)'],
        ['takes queries of another length', 'if (query.length !== nFeatures)', 'if (false)'],
        ['throws a TypeError for a row of another length', "RangeError('a row of another length')", 'TypeError()'],
        ['compares k with the number of rows ever inserted', CHECK_COUNT, 'checkCount(k, entries.length);'],
        ['gives all rows when k is above their number', COUNT, 'if (!Number.isInteger(k) || k < 1)'],
        ['gives nothing for k = 0', CHECK_COUNT, `if (k === 0) return [];\n${CHECK_COUNT}`],
        ['rounds a fractional k down', COUNT, 'if (!(k >= 1 && k < nRows + 1))'],
        ['measures the first eight features only', 'row.reduce((sum', 'row.slice(0, 8).reduce((sum'],
        [
          'puts rows in order of distance only while there are 20 at most',
          RESULT,
          'return best.map((found) => found.id).sort((a, b) => (best.length > 20 ? a - b : 0));',
        ],
        ['keeps ids in 10 bits', RESULT, 'return best.map((found) => found.id & 1023);'],
        [
          'forgets the newest row once the older half has gone',
          PURGE,
          `if (nPlanted > 2 * nRows) {
            const left = there(trees.flatMap(({ members }) => members));
            trees = [treeOf(left.length > 8 && left[0].id >= left.length ? left.slice(0, -1) : left)];
          }`,
        ],
        ['loses the tree that a new row is as large as', 'members = [...there(last.members), ...members];', ''],
      ],
      slow: [
        [
          'looks at every row in a query',
          SEARCH,
          'for (const entry of entries) if (!entry.isGone) take(best, { id: entry.id, far: distance(entry.row, query) }, k);',
        ],
        [
          'builds its tree anew at each change',
          PLANT,
          'trees = [treeOf(there(entries))];',
          'if (nPlanted > 2 * nRows)',
          '',
        ],
        [
          'builds its tree anew at the first query after a change',
          PLANT,
          '',
          MARK,
          `${MARK}\nroot = undefined;`,
          PUSH_ENTRY,
          `${PUSH_ENTRY}\nroot = undefined;`,
          TREES,
          `${TREES}\nlet root: Node | undefined;`,
          SEARCH,
          'root ??= grown(there(entries), 0);\nsearch(root, query, k, best);',
        ],
        [
          'never throws out what is gone',
          'if (nPlanted > 2 * nRows)',
          'if (false)',
          'members = [...there(last.members), ...members];',
          'members = [...last.members, ...members];',
        ],
        ['throws out what is gone at each removal', 'if (nPlanted > 2 * nRows)', ''],
        [
          'looks through a list of what is gone at each removal',
          ENTRIES,
          `${ENTRIES}\nconst gone: number[] = [];`,
          MARK,
          `${MARK}\nif (!gone.includes(id)) gone.push(id);`,
        ],
      ],
    },
    'right/scapegoat.ts': {
      slow: [['grows a tree at its leaves and never balances it', 'if (at < 0) return node.id;', 'return node.id;']],
    },
  },
  told: {
    'keeps ids in 10 bits': 'thousands of rows are no other than a few',
    'forgets the newest row once the older half has gone': 'the first half of the rows may go',
    'remembers answers until a row is inserted, also when one is removed':
      'a query is exact at any moment, between inserts and removals',
    'has taken the row in when it refuses it': 'a call that throws changes nothing',
  },
};
