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
    'ends its search where a row can only be as near as the last one found, though its id may be lower':
      'the lower id comes first at equal distances',
    'never throws out what is gone':
      'grows with nSamples no faster than it must, on 64 queries once all but 16 rows have gone',
  },
};
