import type { Patches } from '../../../../src/index.ts';

const CHECK = 'check(X, y);';
const COLUMN = 'X.map((row) => row[f]));';
const DEPTH = 'depth >= maxDepth';
const PURE = 'isPure(labels)';
const MAJORITY = 'value: majority(labels)';
const GOES_LEFT = 'const goesLeft = (i: number) => columns[featureIndex][i] <= threshold;';
const LEFT = 'lists.map((list) => list.filter((i) => goesLeft(i)));';
const RIGHT = 'lists.map((list) => list.filter((i) => !goesLeft(i)));';
const SPLIT = "return { kind: 'split', featureIndex, threshold, ";
const CHILDREN = 'left: grow(left, depth + 1), right: grow(right, depth + 1)';
const LIST = 'const list = lists[featureIndex];';
const SKIP = 'if (a === b || left.n < minSamplesLeaf || right.n < minSamplesLeaf) continue;';
const SCORE = 'left.squares / left.n + right.squares / right.n';
const MIDPOINT = 'threshold: midpoint(a, b)';
const BEST = 'return best;';
const ROOT = 'return grow(columns.map(presorted), 0);';
const SORTED = '[...column.keys()].sort((i, j) => column[i] - column[j]);';
const SQUARES = 'after ** 2 - before ** 2';
const SIDE = 'class Side {';
const WHOLE_DEPTH = '!Number.isInteger(maxDepth)';

const leafBefore = (condition: string): string =>
  `if (${condition}) return { kind: 'leaf', value: majority(labels) };\n    ${SPLIT}`;

export const patches: Patches = {
  of: {
    'right/question.ts': {
      rare: [
        [
          'takes a maxDepth of 8 or more for Infinity',
          '< maxDepth',
          '< (maxDepth < 8 ? maxDepth : Number.POSITIVE_INFINITY)',
        ],
        ['keeps the number of a feature in a byte, which wraps at 256', 'featureIndex: f', 'featureIndex: f & 255'],
        [
          'keeps minSamplesLeaf in a byte, which wraps at 256',
          'minSamplesLeaf || n - k < minSamplesLeaf',
          '(minSamplesLeaf & 255) || n - k < (minSamplesLeaf & 255)',
        ],
        ['takes -0 and 0 for two values', 'a === b', 'Object.is(a, b)'],
      ],
    },
    'right/plain.ts': {
      wrong: [
        [
          'cuts every list after as many rows as go left, as if all were sorted by the feature of the split',
          GOES_LEFT,
          'const nLeft = lists[0].filter((i) => columns[featureIndex][i] <= threshold).length;',
          LEFT,
          'lists.map((list) => list.slice(0, nLeft));',
          RIGHT,
          'lists.map((list) => list.slice(nLeft));',
        ],
        [
          'divides the list of a feature by the values of that feature, not of the one that is split',
          LEFT,
          'lists.map((list, f) => list.filter((i) => columns[f][i] <= threshold));',
          RIGHT,
          'lists.map((list, f) => list.filter((i) => columns[f][i] > threshold));',
          SPLIT,
          leafBefore('left[0].length * right[0].length === 0'),
        ],
        [
          'divides a list by exchanging rows from both ends, which loses the order',
          LEFT,
          'lists.map((list) => exchanged(list, goesLeft));',
          RIGHT,
          'lists.map((list) => exchanged(list, (i) => !goesLeft(i)));',
          SIDE,
          `function exchanged(list: Row, goes: (i: number) => boolean): Row {
            const rows = [...list];
            let end = rows.length;
            for (let k = 0; k < end; ) {
              if (goes(rows[k])) k++;
              else [rows[k], rows[end]] = [rows[--end], rows[k]];
            }
            return rows.slice(0, end);
          }
          ${SIDE}`,
        ],
        [
          'fills the right part of a list from its end and leaves it backwards',
          RIGHT,
          'lists.map((list) => list.filter((i) => !goesLeft(i)).reverse());',
        ],
        [
          'divides only the list of the split feature, and gives the others whole to both sides',
          LEFT,
          'lists.map((list, f) => list.filter((i) => f !== featureIndex || goesLeft(i)));',
          RIGHT,
          'lists.map((list, f) => list.filter((i) => f !== featureIndex || !goesLeft(i)));',
        ],
        [
          'has the list of feature 0 sorted only',
          'columns.map(presorted)',
          'columns.map((column, f) => (f === 0 ? presorted(column) : [...column.keys()]))',
        ],
        [
          'marks the rows that go left and never clears the marks',
          GOES_LEFT,
          `for (const i of lists[0]) if (columns[featureIndex][i] <= threshold) marks.add(i);
          const goesLeft = (i: number) => marks.has(i);`,
          CHECK,
          `${CHECK}\n  const marks = new Set<number>();`,
          SPLIT,
          leafBefore('right[0].length === 0'),
        ],
        [
          'finds the class of a row by the row itself, so that a row given twice has one class',
          CHECK,
          `${CHECK}
          const classes = new Map(X.map((row, i) => [row.join(), y[i]]));
          y = X.map((row) => classes.get(row.join()) as number);`,
        ],
        [
          'gives the threshold between ranks instead of values',
          COLUMN,
          'X.map((row) => row[f])).map((column) => column.map((value) => new Set(column.filter((v) => v < value)).size));',
        ],
        [
          'looks the neighbours up in the sorted list of all rows, so that the upper one may be of another node',
          MIDPOINT,
          'threshold: midpoint(a, Math.min(...column.filter((value) => value > a)))',
        ],
        [
          'sorts the rows as strings',
          SORTED,
          '[...column.keys()].sort((i, j) => (`${column[i]}` < `${column[j]}` ? -1 : Number(column[i] !== column[j])));',
        ],
        ['sorts by a comparator that answers a boolean', 'column[i] - column[j]', 'Number(column[i] > column[j])'],
        [
          'drops a feature below the node that it splits',
          'function grow(lists: Rows, depth: number)',
          'function grow(lists: Rows, depth: number, used: Row = [])',
          'bestSplit(lists);',
          'bestSplit(lists, used);',
          CHILDREN,
          'left: grow(left, depth + 1, [...used, featureIndex]), right: grow(right, depth + 1, [...used, featureIndex])',
          'bestSplit(lists: Rows)',
          'bestSplit(lists: Rows, used: Row)',
          LIST,
          `if (used.includes(featureIndex)) continue;\n      ${LIST}`,
        ],
        ['keeps the features in single precision', COLUMN, 'X.map((row) => Math.fround(row[f])));'],
        [
          'puts the values of a feature into 255 bins, equally wide',
          COLUMN,
          `X.map((row) => row[f])).map((column) => {
            const low = column.reduce((a, b) => Math.min(a, b));
            const width = (column.reduce((a, b) => Math.max(a, b)) - low) / 255;
            return column.map((value) => (width > 0 ? low + Math.round((value - low) / width) * width : value));
          });`,
        ],
        [
          'keeps row numbers in 8 bits',
          'columns.map(presorted)',
          'columns.map((column) => presorted(column).map((i) => i & 255))',
        ],
        [
          'keeps row numbers in 16 bits',
          'columns.map(presorted)',
          'columns.map((column) => presorted(column).map((i) => i & 65535))',
        ],
        [
          'numbers the classes in 8 bits',
          CHECK,
          `${CHECK}
          const classes = [...new Set(y)].sort((a, b) => a - b);
          y = y.map((label) => classes[classes.indexOf(label) & 255]);`,
        ],
        ['adds up squared counts in 32-bit integers', 'this.n += change;', 'this.n += change;\n    this.squares |= 0;'],
        [
          'keeps the sorted lists for the next call with as many rows and features',
          ROOT,
          'const key = `${X.length} ${X[0].length}`;\n  kept.set(key, kept.get(key) ?? columns.map(presorted));\n  return grow(kept.get(key) ?? [], 0);',
          SIDE,
          `const kept = new Map<string, Rows>();\n${SIDE}`,
        ],
        [
          'counts the classes of a side in a Map that still has those of the node before',
          'const left = new Side();',
          'left.n = left.squares = 0;',
          CHECK,
          `${CHECK}\n  const left = new Side();`,
        ],
        [
          'sorts the rows of `X` itself, once',
          ROOT,
          `const tree = grow(columns.map(presorted), 0);
          (X as Row[]).sort((a, b) => a[0] - b[0]);
          return tree;`,
        ],
        [
          'keeps lists of the first eight features only',
          'columns.map(presorted)',
          'columns.slice(0, 8).map(presorted)',
        ],
        [
          'takes the entropy for the impurity',
          SQUARES,
          'term(after) - term(before)',
          SCORE,
          'left.squares - term(left.n) + right.squares - term(right.n)',
          SIDE,
          `const term = (count: number) => (count > 0 ? count * Math.log2(count) : 0);\n${SIDE}`,
        ],
        [
          'takes the fraction of wrong rows for the impurity',
          SCORE,
          'Math.max(...left.counts.values()) + Math.max(...right.counts.values())',
        ],
        ['weights both sides alike', SCORE, 'left.squares / left.n ** 2 + right.squares / right.n ** 2'],
        [
          'takes the highest feature on ties',
          'let featureIndex = 0; featureIndex < lists.length; featureIndex++',
          'let featureIndex = lists.length - 1; featureIndex >= 0; featureIndex--',
        ],
        ['gives the lower neighbour as threshold', MIDPOINT, 'threshold: a'],
        ['takes values within 1e-9 for equal', 'if (a === b ||', 'if (b - a <= 1e-9 ||'],
        ['swaps `left` and `right`', CHILDREN, 'left: grow(right, depth + 1), right: grow(left, depth + 1)'],
        ['predicts the largest class on ties', '|| a - b', '|| b - a'],
        ['takes a node for pure when its classes have the same integer part', PURE, 'isPure(labels.map(Math.trunc))'],
        [
          'takes a node for pure when its first and its last row have one class',
          PURE,
          'labels[0] === labels[labels.length - 1]',
        ],
        ['goes on splitting pure nodes', `${DEPTH} || ${PURE}`, DEPTH],
        ['makes a leaf of a node with fewer than three rows', PURE, `${PURE} || labels.length < 3`],
        [
          'makes a leaf where no split decreases the impurity',
          BEST,
          `const all = sideOf(lists[0].map((i) => y[i]));
          return most > all.squares / all.n + 1e-9 ? best : null;`,
        ],
        ['counts nodes instead of splits towards `maxDepth`, so that 1 gives a leaf', DEPTH, 'depth + 1 >= maxDepth'],
        ['takes `maxDepth: 0` for no limit, as 0 is falsy', DEPTH, 'depth >= (maxDepth || Infinity)'],
        ['grows no deeper than 64', DEPTH, 'depth >= Math.min(64, maxDepth)'],
        ['ignores `maxDepth`', `${DEPTH} || `, ''],
        ['ignores `minSamplesLeaf`', SKIP, 'if (a === b) continue;'],
        ['holds only the left side to `minSamplesLeaf`', SKIP, 'if (a === b || left.n < minSamplesLeaf) continue;'],
        ['holds only the right side to `minSamplesLeaf`', SKIP, 'if (a === b || right.n < minSamplesLeaf) continue;'],
        [
          'makes a leaf when the best split of all leaves too few rows on a side, and does not try the next one',
          SKIP,
          'if (a === b) continue;',
          SPLIT,
          leafBefore('Math.min(left[0].length, right[0].length) < minSamplesLeaf'),
        ],
        [
          'asks for twice `minSamplesLeaf` rows in a node only, not for so many on each side',
          SKIP,
          'if (a === b) continue;',
          PURE,
          `${PURE} || labels.length < 2 * minSamplesLeaf`,
        ],
        ['takes a `maxDepth` of NaN for no limit', WHOLE_DEPTH, `${WHOLE_DEPTH} && !Number.isNaN(maxDepth)`],
        ['takes a `minSamplesLeaf` of 0 for 1', 'if (minSamplesLeaf < 1)', 'if (minSamplesLeaf < 0)'],
        ['checks the shape of `X` only', 'X.some((row) => !row.every(Number.isFinite))', 'false'],
        ['answers a leaf for rows without features', 'if (nFeatures === 0)', 'if (nFeatures === 0 && y.length === 0)'],
      ],
      slow: [
        [
          'sorts the rows of each node by each feature, as in level 2',
          LIST,
          'const list = [...lists[0]].sort((i, j) => column[i] - column[j]);',
        ],
        [
          'sorts the rows of a side by their number, and then by each feature',
          LIST,
          'const list = [...lists[0]].sort((i, j) => i - j).sort((i, j) => column[i] - column[j]);',
        ],
        [
          'sorts the lists of each node again, by merging',
          LIST,
          'const list = merged(lists[featureIndex], column);',
          SIDE,
          `function merged(rows: Row, column: Row): Row {
            if (rows.length < 2) return rows;
            const left = merged(rows.slice(0, rows.length >> 1), column);
            const right = merged(rows.slice(rows.length >> 1), column);
            const all: number[] = [];
            for (let i = 0, j = 0; i < left.length || j < right.length; )
              all.push(j === right.length || column[left[i]] <= column[right[j]] ? left[i++] : right[j++]);
            return all;
          }
          ${SIDE}`,
        ],
        [
          'goes through the sorted lists of all rows at each node and picks those that are in it',
          LIST,
          `const inside = new Set(lists[0]);
          const list = whole[featureIndex].filter((i) => inside.has(i));`,
          ROOT,
          'const whole = columns.map(presorted);\n  return grow(whole, 0);',
        ],
        [
          'divides the lists with `includes`',
          RIGHT,
          'lists.map((list, f) => list.filter((i) => !left[f].includes(i)));',
        ],
        [
          'takes the rows that go left out of a list with `splice`',
          RIGHT,
          `lists.map((list) => {
            const rows = [...list];
            for (let k = rows.length - 1; k >= 0; k--) if (goesLeft(rows[k])) rows.splice(k, 1);
            return rows;
          });`,
        ],
        [
          'presorts, but puts each row of a side into its place by a search from the start',
          RIGHT,
          `lists.map((list, f) => {
            const rows: number[] = [];
            for (const i of list) {
              const place = rows.findIndex((row) => columns[f][row] > columns[f][i]);
              if (!goesLeft(i)) rows.splice(place < 0 ? rows.length : place, 0, i);
            }
            return rows;
          });`,
        ],
        ['counts the classes of all rows anew for each leaf', MAJORITY, 'value: majority([...new Set(y), ...labels])'],
        [
          'goes through all classes for each candidate',
          SCORE,
          'squares(left) / left.n + squares(right) / right.n',
          SIDE,
          `const squares = ({ counts }: Side) => [...counts.values()].reduce((sum, count) => sum + count ** 2, 0);\n${SIDE}`,
        ],
      ],
    },
  },
  told: {
    'adds up squared counts in 32-bit integers': 'there may be a hundred thousand rows',
  },
};
