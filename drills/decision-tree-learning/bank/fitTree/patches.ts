import type { Patches } from '../../../../src/index.ts';

const SIGNATURE = '{ maxDepth = Infinity, minSamplesLeaf = 1 }: Options = {}): TreeNode {';
const CHECK = 'check(X, y);';
const LIMITS = 'checkLimits(maxDepth, minSamplesLeaf);';
const DEPTH = 'depth >= maxDepth';
const PURE = 'isPure(labels)';
const MAJORITY = 'value: majority(labels)';
const RANKED = '[...tally(labels)].sort(([a, countOfA], [b, countOfB]) => countOfB - countOfA || a - b);';
const TIE = 'countOfB - countOfA || a - b';
const LEFT = 'rows.filter((i) => X[i][featureIndex] <= threshold)';
const RIGHT = 'rows.filter((i) => X[i][featureIndex] > threshold)';
const SPLIT = "return { kind: 'split', featureIndex, threshold, ";
const SEARCH = 'bestSplit(rows);';
const FEATURES = 'featureIndex < X[0].length';
const VALUE = '(i) => X[i][featureIndex]);';
const SKIP = 'if (a === b || left.n < minSamplesLeaf || right.n < minSamplesLeaf) continue;';
const SCORE = 'left.squares / left.n + right.squares / right.n';
const BEST = 'return best;';
const ROOT = 'return grow([...X.keys()], 0);';
const MIDPOINT = 'threshold: midpoint(a, b)';
const SORTED = '[...rows].sort((i, j) => value(i) - value(j));';
const BEFORE = 'const before = this.counts.get(label) ?? 0;';
const SQUARES = 'after ** 2 - before ** 2';
const SIDE = 'class Side {';
const WHOLE_DEPTH = '!Number.isInteger(maxDepth)';
const LEAST_DEPTH = 'if (maxDepth < 0)';
const WHOLE_LEAF = '!Number.isInteger(minSamplesLeaf)';
const LEAST_LEAF = 'if (minSamplesLeaf < 1)';

const returning = (change: string): string => `const tree = grow([...X.keys()], 0);\n  ${change}\n  return tree;`;
const leafBefore = (condition: string, then: string, value = 'y[0]'): string =>
  `if (${condition}) return { kind: 'leaf', value: ${value} };\n  ${then}`;

export const patches: Patches = {
  of: {
    'right/question.ts': {
      rare: [
        [
          'takes classes for equal that are so to fifteen digits',
          'checkLimits(maxDepth,',
          `const names = new Map<string, number>();
  for (const label of y) if (!names.has(label.toPrecision(15))) names.set(label.toPrecision(15), label);
  const labels = y.map((label) => names.get(label.toPrecision(15)) ?? label);
  checkLimits(maxDepth,`,
          'y[i], (totals.get(y',
          'labels[i], (totals.get(labels',
          'label = y',
          'label = labels',
        ],
        [
          'keeps a finite maxDepth in 32 bits, which wrap',
          '< maxDepth',
          '< (maxDepth === Number.POSITIVE_INFINITY ? maxDepth : maxDepth | 0)',
        ],
        [
          'takes a maxDepth of 8 or more for Infinity',
          '< maxDepth',
          '< (maxDepth < 8 ? maxDepth : Number.POSITIVE_INFINITY)',
        ],
        ['keeps the number of a feature in a byte, which wraps at 256', 'featureIndex: f', 'featureIndex: f & 255'],
        [
          'checks the first hundred rows only',
          `some((row) => row.length !== width || !row.every(Number.isFinite))) throw new RangeError('X');
  if (!y`,
          `slice(0, 100).some((row) => row.length !== width || !row.every(Number.isFinite))) throw new RangeError('X');
  if (!y.slice(0, 100)`,
        ],
        [
          'keeps its answers under the call as JSON, where Infinity and NaN are null',
          'export function fitTree',
          'function solve',
          `: a;
}`,
          `: a;
}

const known = new Map<string, ReturnType<typeof solve>>();

export const fitTree: typeof solve = (...args) => {
  const key = JSON.stringify(args);
  const found = known.get(key) ?? solve(...args);
  known.set(key, found);
  return found;
};`,
        ],
        [
          'takes the last of those that tie where there are more than eight rows',
          'best.worth',
          'best.worth || (n > 8 && worth === best.worth)',
        ],
        [
          'keeps minSamplesLeaf in a byte, which wraps at 256',
          'minSamplesLeaf || n - k < minSamplesLeaf',
          '(minSamplesLeaf & 255) || n - k < (minSamplesLeaf & 255)',
        ],
        ['takes -0 and 0 for two values', 'a === b', 'Object.is(a, b)'],
        ['takes values for equal within 1e-15', 'a === b', 'b - a < 1e-15'],
        ['makes a leaf where the impurity is below a thousandth', 'totals.size > 1', '1 - all / n / n > 1e-3'],
        [
          'takes rows for equal that read alike without commas',
          'if (totals',
          "if (new Set(lists[0].map((i) => X[i].join(''))).size > 1 && totals",
        ],
        [
          'takes the feature whose number is first as text on ties',
          'best.worth',
          'best.worth || (worth === best.worth && `${f}` < `${best.f}`)',
        ],
        [
          'takes a candidate only where its decrease is larger by more than 1e-10',
          'best.worth',
          'best.worth + 1e-10 * n',
        ],
      ],
    },
    'right/plain.ts': {
      wrong: [
        ['predicts the mean of the classes', MAJORITY, 'value: labels.reduce((a, b) => a + b) / labels.length'],
        ['predicts the largest class on ties', TIE, 'countOfB - countOfA || b - a'],
        ['predicts the class it has seen first on ties', TIE, 'countOfB - countOfA'],
        [
          'takes 10 for smaller than 9 on ties, as strings are',
          TIE,
          'countOfB - countOfA || (`${a}` < `${b}` ? -1 : 1)',
        ],
        ['predicts the class nearest to 0 on ties', TIE, 'countOfB - countOfA || Math.abs(a) - Math.abs(b)'],
        [
          'prefers any other class to 0 on ties, as 0 is falsy',
          TIE,
          'countOfB - countOfA || Number(a === 0) - Number(b === 0) || a - b',
        ],
        [
          'reads the classes from the keys of an object, in whose order whole numbers come first',
          RANKED,
          `[...Object.entries(Object.fromEntries(tally(labels)))].sort(([, a], [, b]) => b - a).map(([key]) => [Number(key)]);`,
        ],
        ['predicts the smallest class of the rows, however rare', MAJORITY, 'value: Math.min(...labels)'],
        [
          'predicts the median of the classes',
          MAJORITY,
          'value: labels.toSorted((a, b) => a - b)[(labels.length - 1) >> 1]',
        ],
        [
          'predicts the most frequent class of all rows in a leaf that is not pure',
          MAJORITY,
          'value: isPure(labels) ? labels[0] : majority(y)',
        ],
        [
          'predicts the number of the class in the sorted list of classes',
          MAJORITY,
          'value: [...new Set(y)].sort((a, b) => a - b).indexOf(majority(labels))',
        ],
        ['keeps the classes in 32-bit integers', CHECK, `${CHECK}\n  y = y.map((label) => label | 0);`],
        ['predicts in single precision', MAJORITY, 'value: Math.fround(majority(labels))'],
        ['predicts strings', MAJORITY, 'value: String(majority(labels)) as never'],
        [
          'swaps `left` and `right`',
          'left: grow(left, depth + 1), right: grow(right, depth + 1)',
          'left: grow(right, depth + 1), right: grow(left, depth + 1)',
        ],
        [
          'takes the midpoints between neighbouring values of all rows, not of those of the node',
          MIDPOINT,
          'threshold: midpoint(a, Math.min(...X.map((row) => row[featureIndex]).filter((value) => value > a)))',
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
          'let featureIndex = 0; featureIndex < X[0].length; featureIndex++',
          'let featureIndex = X[0].length - 1; featureIndex >= 0; featureIndex--',
        ],
        [
          'starts each node with the feature after that of its parent, which matters on ties',
          SEARCH,
          'bestSplit(rows, depth);',
          'bestSplit(rows: Row)',
          'bestSplit(rows: Row, depth: number)',
          'let featureIndex = 0; featureIndex < X[0].length; featureIndex++) {',
          `let f = 0; f < X[0].length; f++) {
            const featureIndex = (f + depth) % X[0].length;`,
        ],
        ['gives the lower neighbour as threshold', MIDPOINT, 'threshold: a'],
        ['takes values within 1e-9 for equal', 'if (a === b ||', 'if (b - a <= 1e-9 ||'],
        ['reads the features in single precision', CHECK, `${CHECK}\n  X = X.map((row) => row.map(Math.fround));`],
        [
          'names the classes by their integer part when it counts them',
          BEFORE,
          `label = Math.trunc(label);\n    ${BEFORE}`,
        ],
        ['looks at the first eight features only', FEATURES, 'featureIndex < Math.min(8, X[0].length)'],
        ['grows the tree by a sample of the first 1,024 rows', ROOT, 'return grow([...X.keys()].slice(0, 1024), 0);'],
        ['takes a node for pure when its classes have the same integer part', PURE, 'isPure(labels.map(Math.trunc))'],
        [
          'takes a node for pure when its classes are within 1e-6',
          PURE,
          'labels.every((label) => Math.abs(label - labels[0]) < 1e-6)',
        ],
        [
          'takes a node for pure when its first and its last row have one class',
          PURE,
          'labels[0] === labels[labels.length - 1]',
        ],
        ['goes on splitting pure nodes', `${DEPTH} || ${PURE}`, DEPTH],
        ['makes a leaf of a node with fewer than three rows', PURE, `${PURE} || labels.length < 3`],
        [
          'makes a leaf where nine of ten rows have one class',
          PURE,
          'labels.filter((label) => label === majority(labels)).length >= 0.9 * labels.length',
        ],
        [
          'makes a leaf where no split decreases the impurity',
          BEST,
          'const all = sideOf(rows.map((i) => y[i]));\n    return most > all.squares / all.n + 1e-9 ? best : null;',
        ],
        [
          'makes a leaf where the split decreases the impurity by more than 0, but by less than 0.01',
          BEST,
          `const all = sideOf(rows.map((i) => y[i]));
          const decrease = (most - all.squares / all.n) / all.n;
          return decrease > 1e-12 && decrease < 0.01 ? null : best;`,
        ],
        [
          'makes a leaf of a split whose two leaves predict the same',
          SPLIT,
          `const [one, other] = [grow(left, depth + 1), grow(right, depth + 1)];
          if (one.kind === 'leaf' && other.kind === 'leaf' && one.value === other.value) return one;
          ${SPLIT}`,
        ],
        [
          'asks each feature only once on the way down',
          'function grow(rows: Row, depth: number)',
          'function grow(rows: Row, depth: number, used: Row = [])',
          SEARCH,
          'bestSplit(rows, used);',
          'left: grow(left, depth + 1), right: grow(right, depth + 1)',
          'left: grow(left, depth + 1, [...used, featureIndex]), right: grow(right, depth + 1, [...used, featureIndex])',
          'bestSplit(rows: Row)',
          'bestSplit(rows: Row, used: Row)',
          'if (a === b ||',
          'if (used.includes(featureIndex) || a === b ||',
        ],
        ['counts nodes instead of splits towards `maxDepth`, so that 1 gives a leaf', DEPTH, 'depth + 1 >= maxDepth'],
        ['takes `maxDepth: 0` for no limit, as 0 is falsy', DEPTH, 'depth >= (maxDepth || Infinity)'],
        ['always splits the root, whatever `maxDepth`', DEPTH, 'depth >= Math.max(1, maxDepth)'],
        ['grows no deeper than 10 when `maxDepth` is left out', '{ maxDepth = Infinity,', '{ maxDepth = 10,'],
        ['grows no deeper than 64', DEPTH, 'depth >= Math.min(64, maxDepth)'],
        ['ignores `maxDepth`', `${DEPTH} || `, ''],
        [
          'leaves more than `minSamplesLeaf` rows on each side',
          SKIP,
          'if (a === b || (minSamplesLeaf > 1 && Math.min(left.n, right.n) <= minSamplesLeaf)) continue;',
        ],
        ['ignores `minSamplesLeaf`', SKIP, 'if (a === b) continue;'],
        ['holds only the left side to `minSamplesLeaf`', SKIP, 'if (a === b || left.n < minSamplesLeaf) continue;'],
        ['holds only the right side to `minSamplesLeaf`', SKIP, 'if (a === b || right.n < minSamplesLeaf) continue;'],
        [
          'makes a leaf when the best split of all leaves too few rows on a side, and does not try the next one',
          SKIP,
          'if (a === b) continue;',
          SPLIT,
          `if (Math.min(left.length, right.length) < minSamplesLeaf) return { kind: 'leaf', value: majority(labels) };
          ${SPLIT}`,
        ],
        [
          'reads `minSamplesLeaf` as the rows that a node needs to be split',
          SKIP,
          'if (a === b) continue;',
          PURE,
          `${PURE} || rows.length < minSamplesLeaf`,
        ],
        [
          'asks for twice `minSamplesLeaf` rows in a node only, not for so many on each side',
          SKIP,
          'if (a === b) continue;',
          PURE,
          `${PURE} || rows.length < 2 * minSamplesLeaf`,
        ],
        ['takes a negative `maxDepth` for 0', LEAST_DEPTH, 'if (maxDepth === -Infinity)'],
        ['accepts a fractional `maxDepth`', WHOLE_DEPTH, 'Number.isNaN(maxDepth)'],
        ['takes a `maxDepth` of NaN for no limit', WHOLE_DEPTH, `${WHOLE_DEPTH} && !Number.isNaN(maxDepth)`],
        ['refuses a `maxDepth` of Infinity', 'maxDepth !== Infinity && ', ''],
        ['takes a `minSamplesLeaf` of 0 for 1', LEAST_LEAF, 'if (minSamplesLeaf < 0)'],
        ['takes a negative `minSamplesLeaf` for 1', LEAST_LEAF, 'if (minSamplesLeaf === 0)'],
        ['accepts a fractional `minSamplesLeaf`', WHOLE_LEAF, '!Number.isFinite(minSamplesLeaf)'],
        ['accepts a `minSamplesLeaf` of Infinity', WHOLE_LEAF, `${WHOLE_LEAF} && minSamplesLeaf !== Infinity`],
        ['takes a `minSamplesLeaf` of NaN for 1', WHOLE_LEAF, `${WHOLE_LEAF} && !Number.isNaN(minSamplesLeaf)`],
        [
          'refuses a `minSamplesLeaf` above the number of rows',
          LIMITS,
          `${LIMITS}\n  if (minSamplesLeaf > X.length) throw new RangeError('minSamplesLeaf');`,
        ],
        ['answers a leaf for pure classes before it looks at the options', LIMITS, leafBefore('isPure(y)', LIMITS)],
        [
          'throws a TypeError for a negative `maxDepth`',
          "RangeError('maxDepth is negative')",
          "TypeError('maxDepth is negative')",
        ],
        ['answers a leaf of 0 for no rows', CHECK, leafBefore('X.length + y.length === 0', CHECK, '0')],
        ['answers a leaf for rows without features', 'if (nFeatures === 0)', 'if (false)'],
        [
          'checks `X` and `y` only where it splits, so not with `maxDepth: 0`',
          CHECK,
          'if (maxDepth > 0 || y.length === 0) check(X, y);',
        ],
        [
          'checks only the coordinates that a split reads',
          CHECK,
          'if (X.length !== y.length || !isPure(y)) check(X, y);',
        ],
        ['lets infinite classes pass', '!y.every(Number.isFinite)', 'y.some(Number.isNaN)'],
        [
          'writes the defaults into the options',
          SIGNATURE,
          `options: Options = {}): TreeNode {
            const { maxDepth, minSamplesLeaf } = Object.assign(options, { maxDepth: Infinity, minSamplesLeaf: 1, ...options });`,
        ],
        ['sorts the rows in place', ROOT, returning('(X as Row[]).sort((a, b) => a[0] - b[0]);')],
        [
          'keeps the limits of the last call for options that are left out',
          SIGNATURE,
          `options: Options = {}): TreeNode {
            last = { ...last, ...options };
            const { maxDepth = Infinity, minSamplesLeaf = 1 } = last;`,
          SIDE,
          `let last: Options = {};\n${SIDE}`,
        ],
        [
          'counts the classes on from call to call',
          'const counts = new Map<number, number>();',
          '',
          'export function tally',
          'const counts = new Map<number, number>();\nexport function tally',
        ],
        [
          'answers the tree of the call before when the rows are as many',
          ROOT,
          `const before = trees.get(X.length);
          trees.set(X.length, grow([...X.keys()], 0));
          return before ?? (trees.get(X.length) as TreeNode);`,
          SIDE,
          `const trees = new Map<number, TreeNode>();\n${SIDE}`,
        ],
      ],
      slow: [
        [
          'goes through all rows at each node and picks those that are in it',
          LEFT,
          `[...X.keys()].filter((i) => inside.has(i) && X[i][featureIndex] <= threshold)`,
          RIGHT,
          `[...X.keys()].filter((i) => inside.has(i) && X[i][featureIndex] > threshold)`,
          'const { featureIndex, threshold } = split;',
          'const { featureIndex, threshold } = split;\n    const inside = new Set(rows);',
        ],
        [
          'checks all of `X` and `y` again at each node',
          'const labels = rows.map((i) => y[i]);',
          'check(X, y);\n    const labels = rows.map((i) => y[i]);',
        ],
        ['counts the classes of all rows anew for each leaf', MAJORITY, 'value: majority([...new Set(y), ...labels])'],
        [
          'splits the rows anew with `filter` for each candidate',
          `const score = ${SCORE};`,
          `const [one, other] = [true, false].map((isLeft) =>
            sideOf(rows.filter((i) => X[i][featureIndex] <= a === isLeft).map((i) => y[i])),
          );
          const score = one.squares / one.n + other.squares / other.n;`,
        ],
        [
          'goes through all classes for each candidate',
          SCORE,
          'squares(left) / left.n + squares(right) / right.n',
          SIDE,
          `const squares = ({ counts }: Side) => [...counts.values()].reduce((sum, count) => sum + count ** 2, 0);\n${SIDE}`,
        ],
        [
          'sorts each node by insertion',
          SORTED,
          `rows.reduce((order: number[], row) => {
            const place = order.findLastIndex((other) => value(other) <= value(row)) + 1;
            order.splice(place, 0, row);
            return order;
          }, []);`,
        ],
        [
          'finds the most frequent class by counting the equals of each row',
          MAJORITY,
          'value: labels.toSorted((a, b) => count(labels, b) - count(labels, a) || a - b)[0]',
          SIDE,
          `const count = (labels: Row, label: number) => labels.filter((other) => other === label).length;\n${SIDE}`,
        ],
        ['divides the rows of a node with `includes`', RIGHT, 'rows.filter((i) => !left.includes(i))'],
        [
          'copies the whole rows of a node once for each feature',
          VALUE,
          '(i) => copies[i][featureIndex]);',
          'const order = sorted',
          'const copies = X.map((row) => [...row]);\n      const order = sorted',
        ],
        [
          'fits the tree again with one level more until it grows no further',
          ROOT,
          `const deepest = maxDepth;
          let tree = '';
          for (maxDepth = 0; maxDepth < deepest; maxDepth++) {
            const next = JSON.stringify(grow([...X.keys()], 0));
            if (next === tree) break;
            tree = next;
          }
          ${ROOT}`,
        ],
      ],
    },
  },
  told: {
    'predicts the largest class on ties': 'a leaf predicts its most frequent class, the smallest on ties',
    'takes the entropy for the impurity': 'each split is the candidate that decreases the impurity of its node most',
    'takes `maxDepth: 0` for no limit, as 0 is falsy': 'maxDepth is how many splits lie above a leaf at most',
    'holds only the left side to `minSamplesLeaf`':
      'minSamplesLeaf is how many rows a candidate leaves on both sides at least',
  },
};
