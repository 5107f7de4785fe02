import type { Patches } from '../../../../src/index.ts';

const SUM = 'row.reduce((sum, value, j) => sum + (value - query[j]) ** 2, 0)';
const SQUARE = '(value - query[j]) ** 2';
const FAR = 'far: distance(row, query)';
const HEAP = 'const heap: Kept[] = [];';
const KEEP = 'keep(heap, one, k);';
const RESULT = 'return inOrder(heap).map((kept) => kept.index);';
const AS_KEPT = 'return heap.map((kept) => kept.index);';
const BY = 'a.far - b.far || a.index - b.index';
const SORT = `return list.sort((a, b) => ${BY});`;
const CHECK_ROW = 'checkRow(row, query);';
const COUNT = 'if (!Number.isInteger(k) || k < 1)';
const FINITE_QUERY = 'if (!query.every(Number.isFinite))';
const LENGTH = 'if (row.length !== query.length)';
const FINITE_ROW = 'if (!row.every(Number.isFinite))';
const WORST = 'heap.reduce((a, b) => (isWorse(a, b) ? a : b))';

export const patches: Patches = {
  of: {
    'right/question.ts': {
      rare: [
        ['cuts indices at 2^41', 'query), index', 'query), Math.min(index, 2 ** 41)'],
        ['checks only the first three features of a pushed row', 'row.every', 'row.slice(0, 3).every'],
        [
          'checks only the first 16 rows that are pushed',
          'let kept',
          `let n = 0;
  let kept`,
          '!row.every(Number.isFinite',
          '(n++ < 16 && !row.every(Number.isFinite)',
        ],
        [
          'takes some k below 1 or between integers',
          '!Number.isInteger(k) || k < 1',
          'Number.isNaN(k) || k < 1 || k === 1.5 || k === Infinity',
        ],
        [
          'takes a k that rounds to 1 or more',
          'Number.isInteger(k) || k < 1',
          '(Math.round(k) >= 1) || k === 1.5 || k === Infinity',
        ],
        ['checks only the first three features of the query', 'query.every', 'query.slice(0, 3).every'],
        [
          'takes coordinates that differ by less than 1e-12 for equal',
          ' a.reduce((sum, value, j) => sum + (value',
          `
  a.reduce((sum, value, j) => sum + (Math.abs(value - b[j]) < 1e-12 ? 0 : value`,
        ],
        [
          'takes coordinates that differ by less than Number.EPSILON for equal',
          ' a.reduce((sum, value, j) => sum + (value',
          `
  a.reduce((sum, value, j) => sum + (Math.abs(value - b[j]) <= Number.EPSILON ? 0 : value`,
        ],
        ['measures the first 255 features only', 'reduce', 'slice(0, 255).reduce'],
        ['measures the first 32 features only', 'reduce', 'slice(0, 32).reduce'],
        ['takes indices from 2^52 for missing', 'query), index', 'query), index >= 2 ** 52 ? -1 : index'],
        [
          'does not put more than 100 rows in order',
          `[...kept]
        .sort(order)
        .slice(0, k)
        `,
          '(kept.length > 100 ? kept.slice(-k) : [...kept].sort(order).slice(0, k))',
        ],
        [
          'remembers distances by the text of a row without commas',
          'let',
          `const known = new Map<string, number>();
  let`,
          'kept.push([squared(row, query)',
          `const text = row.join('');
      const far = known.get(text) ?? squared(row, query);
      known.set(text, far);
      kept.push([far`,
        ],
        [
          'keeps 16 objects at a time',
          'export',
          `const all: Entry[][] = [];
let nMade = 0;

export`,
          'let kept: Entry[',
          `const me = nMade++ % 16;
  all[me`,
          'kept.p',
          `let kept = all[me];
      kept.p`,
          '},',
          `all[me] = kept;
    },`,
          '..kept',
          '..all[me]',
        ],
        [
          'forgets all objects when a new one is made',
          'export',
          `const all = new Map<number, Entry[]>();
let nMade = 0;

export`,
          'let kept: Entry[] = []',
          `all.clear();
  const me = nMade++`,
          'kept.p',
          `let kept = all.get(me) ?? [];
      kept.p`,
          '},',
          `all.set(me, kept);
    },`,
          '..kept',
          '..(all.get(me) ?? [])',
        ],
        [
          'keeps two objects at a time',
          'export',
          `const all: Entry[][] = [];
let nMade = 0;

export`,
          'let kept: Entry[',
          `const me = nMade++ % 2;
  all[me`,
          'kept.p',
          `let kept = all[me];
      kept.p`,
          '},',
          `all[me] = kept;
    },`,
          '..kept',
          '..all[me]',
        ],
        [
          'takes 0 and -0 for different',
          ' a.reduce((sum, value, j) => sum + (value - b[j]) ** 2, 0',
          `
  a.reduce(
    (sum, value, j) => sum + (Object.is(value, b[j]) ? 0 : Math.abs(value - b[j]) + (value === b[j] ? 1e-3 : 0)) ** 2,
    0,
  `,
        ],
        [
          'takes squared distances that differ by less than 1.1e-9 of the larger for equal',
          'a[0] - b[0]',
          '(Math.abs(a[0] - b[0]) < 1.1e-9 * a[0] ? 0 : a[0] - b[0])',
        ],
        [
          'takes squared distances that differ by 5e-9 of the larger for equal',
          'a[0] - b[0]',
          '(Math.abs(a[0] - b[0]) < 5e-9 * a[0] ? 0 : a[0] - b[0])',
        ],
        [
          'never keeps a row at a squared distance of 1e16 or more',
          'kept.push([squared(row, query)',
          `const far = squared(row, query);
      if (far < 1e16) kept.push([far`,
        ],
        [
          'drops rows at a squared distance of 4e16',
          'kept.push([squared(row, query)',
          `const far = squared(row, query);
      if (far < 4e16) kept.push([far`,
        ],
        [
          'takes all squared distances beyond 2^53 for equal',
          'kept.push([squared(row, query',
          `const far = squared(row, query);
      kept.push([Math.min(far, Number.MAX_SAFE_INTEGER`,
        ],
        [
          'compares indices as text of nine places',
          ' a[0] - b[0] || a[1] - b[1]',
          `
  a[0] - b[0] || String(a[1]).padStart(9, '0').localeCompare(String(b[1]).padStart(9, '0'))`,
        ],
        ['compares indices in single precision', 'a[1] - b[1]', 'Math.fround(a[1]) - Math.fround(b[1])'],
        ['compares indices by a difference in 32 bits', 'a[1] - b[1]', '(a[1] - b[1]) | 0'],
        ['compares indices in 32 bits', 'a[1] - b[1]', '(a[1] | 0) - (b[1] | 0)'],
        [
          'takes squared distances that differ by less than 1e-20 for equal',
          'a[0] - b[0]',
          '(Math.abs(a[0] - b[0]) < 1e-20 ? 0 : a[0] - b[0])',
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
        ['measures the Manhattan distance', SQUARE, 'Math.abs(value - query[j])'],
        [
          'measures the largest difference of a feature',
          SUM,
          'Math.max(...row.map((value, j) => Math.abs(value - query[j])))',
        ],
        ['measures the distance from the origin', SQUARE, 'value ** 2'],
        [
          'expands the square into |a|² - 2ab + |b|², which cancels far from the origin',
          SUM,
          `{
            const dot = (a: Row, b: Row) => a.reduce((sum, value, j) => sum + value * b[j], 0);
            return dot(row, row) - 2 * dot(row, query) + dot(query, query);
          }`,
        ],
        ['keeps distances in single precision', FAR, 'far: Math.fround(distance(row, query))'],
        ['keeps rows in single precision', FAR, 'far: distance(row.map(Math.fround), query.map(Math.fround))'],
        ['rounds distances to six decimals', FAR, 'far: Math.round(distance(row, query) * 1e6) / 1e6'],
        ['takes a distance of 0 for a missing one', FAR, 'far: distance(row, query) || Infinity'],
        ['gives the farthest', FAR, 'far: -distance(row, query)'],
        ['keeps the higher index among equal distances', 'a.index > b.index', 'a.index < b.index'],
        [
          'never lets a row that is only as near as the worst into a full heap',
          'isWorse(heap[0], one)',
          'heap[0].far > one.far',
        ],
        [
          'lets a row that is as near as the worst replace it, whatever the indices',
          'isWorse(heap[0], one)',
          'heap[0].far >= one.far',
        ],
        ['gives the higher index first among equal distances', BY, 'a.far - b.far || b.index - a.index'],
        [
          'keeps the right rows, but gives equal distances in order of arrival',
          KEEP,
          `heap.push(one);
          if (heap.length > k) heap.splice(heap.indexOf(${WORST}), 1);`,
          BY,
          'a.far - b.far',
        ],
        [
          'keeps one row only of those at the same distance',
          KEEP,
          `const same = heap.findIndex((other) => other.far === one.far);
          if (same < 0) keep(heap, one, k);
          else if (one.index < heap[same].index) heap[same] = one;`,
        ],
        [
          'compares indices as strings among equal distances',
          'a.index > b.index',
          'String(a.index) > String(b.index)',
          BY,
          'a.far - b.far || (String(a.index) < String(b.index) ? -1 : 1)',
        ],
        [
          'joins distance and index into one number, distance * 1000 + index',
          'a.far > b.far || (a.far === b.far && a.index > b.index)',
          'a.far * 1000 + a.index > b.far * 1000 + b.index',
          BY,
          'a.far * 1000 + a.index - (b.far * 1000 + b.index)',
        ],
        ['gives the rows as they lie in the heap', RESULT, AS_KEPT],
        ['gives the farthest of the k first', SORT, `return list.sort((a, b) => ${BY}).reverse();`],
        ['gives the k nearest in order of index', BY, 'a.index - b.index'],
        [
          'sorts the distances without a comparator, as strings',
          RESULT,
          'return heap.map(({ far, index }) => [far, index]).sort().map(([, index]) => index);',
        ],
        [
          'sinks a new top by its left child only',
          'left + 1 < heap.length && isWorse(heap[left + 1], heap[left]) ? left + 1 : left',
          'left',
        ],
        ['does not order the heap while it fills', 'rise(heap, one);', 'heap.push(one);'],
        [
          'compares with the worst of the first k for ever',
          KEEP,
          `if (bound && isWorse(one, bound)) return;
          heap.push(one);
          if (heap.length > k) heap.shift();
          if (heap.length === k) bound ??= ${WORST};`,
          HEAP,
          `${HEAP}\nlet bound: Kept | undefined;`,
        ],
        [
          'keeps the last k rows, as a sliding window does',
          KEEP,
          'heap.push(one);\nif (heap.length > k) heap.shift();',
        ],
        ['stops taking rows after the first k', 'if (isWorse(heap[0], one)) sink(heap, one);', 'return;'],
        ['takes k as an integer of 32 bits', KEEP, 'keep(heap, one, k | 0);'],
        [
          'puts its result in order only while there are 20 at most',
          SORT,
          `return list.length > 20 ? list : list.sort((a, b) => ${BY});`,
        ],
        ['gives its result in single precision', '=> kept.index)', '=> Math.fround(kept.index))'],
        [
          'gives its result as an Int32Array',
          RESULT,
          'return Int32Array.from(inOrder(heap), (kept) => kept.index) as never;',
        ],
        [
          'pads its result up to k with -1',
          RESULT,
          `const found = inOrder(heap).map((kept) => kept.index);
          while (found.length < Math.min(k, 1000)) found.push(-1);
          return found;`,
        ],
        ['empties its heap to give the result', '[...heap]', '(heap as Kept[]).splice(0)'],
        [
          'sorts its heap in place to give the result, so that the worst is no longer on top',
          '[...heap]',
          'heap as Kept[]',
        ],
        [
          'gives the same list each time and goes on filling it',
          HEAP,
          `${HEAP}\nconst list: number[] = [];`,
          RESULT,
          'list.splice(0, list.length, ...inOrder(heap).map((kept) => kept.index));\nreturn list;',
        ],
        [
          'gives the first result again while as many rows are kept',
          HEAP,
          `${HEAP}\nlet given: Kept[] = [];`,
          RESULT,
          'if (given.length !== heap.length) given = inOrder(heap);\nreturn given.map((kept) => kept.index);',
        ],
        ['gives nothing before k rows were pushed', RESULT, `if (heap.length < k) return [];\n${RESULT}`],
        ['allocates room for all k at once, which fails when k is huge', HEAP, `${HEAP}\nnew Float64Array(k);`],
        [
          'keeps the rows of all objects in one heap of the module',
          HEAP,
          'heap = [];',
          'function checkQuery',
          'let heap: Kept[] = [];\nfunction checkQuery',
        ],
        [
          'writes the differences into the pushed row',
          FAR,
          `far: row.reduce((sum, _, j) => sum + ((row as number[])[j] -= query[j]) ** 2, 0)`,
        ],
        [
          'counts the pushes instead of using the index given',
          HEAP,
          `${HEAP}\nlet pushed = 0;`,
          'query), index }',
          'query), index: pushed++ }',
        ],
        ['loses index 0, which is falsy', '=> kept.index)', '=> kept.index).filter(Boolean)'],
        [
          'keeps distances by index in an array and stops at the first gap',
          HEAP,
          'const far: number[] = [];',
          KEEP,
          'far[index] = one.far;',
          RESULT,
          `const heap: Kept[] = [];
          for (let index = 0; far[index] !== undefined; index++) keep(heap, { far: far[index], index }, k);
          ${RESULT}`,
        ],
        [
          'ignores a row whose index is below one that came before',
          HEAP,
          `${HEAP}\nlet last = -1;`,
          KEEP,
          'if (index < last) return;\nlast = index;\nkeep(heap, one, k);',
        ],
        [
          'keeps rows in a Map by their text, so that a row given twice is one',
          HEAP,
          `${HEAP}\nconst seen = new Map<string, number>();`,
          KEEP,
          'if (!seen.has(row.join())) keep(heap, one, k);\nseen.set(row.join(), index);',
        ],
        ['takes a query without features', 'if (query.length === 0)', 'if (false)'],
        ['does not look at the coordinates of the query', FINITE_QUERY, 'if (false)'],
        ['refuses NaN in the query, but not an infinite coordinate', FINITE_QUERY, 'if (query.some(Number.isNaN))'],
        ['refuses k below 1 only, so that fractions and NaN pass', COUNT, 'if (k < 1)'],
        ['takes k = 0 as "none wanted"', COUNT, 'if (!Number.isInteger(k) || k < 0)'],
        ['rounds a fractional k down', COUNT, 'if (!(k >= 1 && k < Infinity))'],
        ['throws a plain Error for k that is not allowed', "RangeError('k')", "Error('k')"],
        ['refuses rows that are too short, but not those that are too long', LENGTH, 'if (row.length < query.length)'],
        ['refuses rows that are too long, but not those that are too short', LENGTH, 'if (row.length > query.length)'],
        ['looks for NaN in a pushed row, but not for infinities', FINITE_ROW, 'if (row.some(Number.isNaN))'],
        ['looks at the first coordinate of a pushed row only', FINITE_ROW, 'if (!Number.isFinite(row[0]))'],
        [
          'refuses a coordinate that is 0, as if it were missing',
          FINITE_ROW,
          'if (!row.every((value) => value && Number.isFinite(value)))',
        ],
        ['throws a TypeError for a row of another length', "RangeError('a row of another length')", 'TypeError()'],
        [
          'takes in the row before it looks at its coordinates',
          FINITE_ROW,
          'if (false)',
          KEEP,
          `keep(heap, one, k);\nif (!Number.isFinite(one.far)) throw new RangeError('coordinate');`,
        ],
        [
          'makes room for the new row before it refuses it',
          CHECK_ROW,
          `const last = heap.length === k ? heap.pop() : undefined;
          checkRow(row, query);
          if (last) heap.push(last);`,
        ],
        [
          'asks for finite coordinates only when the row is about to be kept',
          FINITE_ROW,
          'if (false)',
          KEEP,
          `if (heap.length === k && !isWorse(heap[0], one)) return;
          if (!Number.isFinite(one.far)) throw new RangeError('coordinate');
          keep(heap, one, k);`,
        ],
      ],
      slow: [
        [
          'finds the place by halving, but splices into a sorted list',
          KEEP,
          `let [low, high] = [0, heap.length];
          while (low < high) {
            const middle = (low + high) >> 1;
            if (isWorse(one, heap[middle])) low = middle + 1;
            else high = middle;
          }
          heap.splice(low, 0, one);
          if (heap.length > k) heap.pop();`,
          RESULT,
          AS_KEPT,
        ],
        [
          'moves neighbours one by one, as insertion sort does',
          KEEP,
          `if (heap.length === k && isWorse(one, heap[k - 1])) return;
          let at = heap.length === k ? k - 1 : heap.length;
          for (; at > 0 && isWorse(heap[at - 1], one); at--) heap[at] = heap[at - 1];
          heap[at] = one;`,
          RESULT,
          AS_KEPT,
        ],
        [
          'sorts the k neighbours at each push',
          KEEP,
          'heap.push(one);\nheap.splice(0, heap.length, ...inOrder(heap).slice(0, k));',
        ],
        [
          'sorts the neighbours with the new rows once as many as the square root of k have come',
          HEAP,
          `let heap: Kept[] = [];
          let fresh: Kept[] = [];
          const tidy = () => {
            heap = inOrder([...heap, ...fresh]).slice(0, k);
            fresh = [];
          };`,
          KEEP,
          'fresh.push(one);\nif (fresh.length ** 2 > Math.max(k, heap.length)) tidy();',
          RESULT,
          `tidy();\n${AS_KEPT}`,
        ],
        [
          'looks for the worst of the k at each push that is near enough',
          KEEP,
          `if (heap.length < k) heap.push(one);
          else {
            let worst = 0;
            for (let at = 1; at < k; at++) if (isWorse(heap[at], heap[worst])) worst = at;
            if (isWorse(heap[worst], one)) heap[worst] = one;
          }`,
        ],
        [
          'keeps every row and sorts them all for a result',
          KEEP,
          'heap.push(one);',
          RESULT,
          'return inOrder(heap).slice(0, k).map((kept) => kept.index);',
        ],
        [
          'gives its result by taking the least of the k over and over',
          SORT,
          `const found: Kept[] = [];
          while (list.length > 0) {
            let least = 0;
            for (let at = 1; at < list.length; at++) if (isWorse(list[least], list[at])) least = at;
            found.push(list[least]);
            list[least] = list[list.length - 1];
            list.pop();
          }
          return found;`,
        ],
      ],
    },
  },
  told: {
    'measures the first eight features only':
      'dozens and thousands of rows, and dozens of features, are no other than a few',
    'keeps rows in single precision': 'squared distances that differ by more than 1e-9 of the larger are kept apart',
    'never lets a row that is only as near as the worst into a full heap':
      'rows at equal distances come in order of index, in whatever order they were pushed',
    'gives the same list each time and goes on filling it':
      'each result is a list of its own: earlier ones stay what they were',
    'takes in the row before it looks at its coordinates': 'a push that throws changes nothing',
    'keeps the rows of all objects in one heap of the module':
      'any number of such objects may be in use at the same time',
  },
};
