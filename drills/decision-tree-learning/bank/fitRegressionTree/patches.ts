import type { Patch, Patches } from '../../../../src/index.ts';

const CHECK = 'check(X, y);';
const LIMITS = 'checkLimits(maxDepth, minSamplesLeaf);';
const DEPTH = 'depth >= maxDepth';
const PURE = 'isPure(ys)';
const MEAN = 'value: mean(ys)';
const SPLIT = "return { kind: 'split', featureIndex, threshold, ";
const FEATURES = 'featureIndex < X[0].length';
const WORTHS = 'decreases(order.map((i) => y[i]))';
const SKIP = 'if (a === b || k < minSamplesLeaf || order.length - k < minSamplesLeaf) continue;';
const BETTER = 'worths[k] <= most';
const MIDPOINT = 'threshold: midpoint(a, b)';
const BEST = 'return best;';
const ROOT = 'return grow([...X.keys()], 0);';
const SORTED = '[...rows].sort((i, j) => value(i) - value(j));';
const WORTH = 'return sum ** 2 / k + sum ** 2 / (ys.length - k);';
const ADD = 'sum += ys[k - 1] - middle;';
const DECREASES = 'function decreases(';
const WHOLE_DEPTH = '!Number.isInteger(maxDepth)';

const MEASURES = `
const error = (ys: Row, middle = mean(ys)) => ys.reduce((sum, value) => sum + (value - middle) ** 2, 0);
const variance = (ys: Row) => error(ys) / ys.length;
const deviation = (ys: Row, middle: number) => ys.reduce((sum, value) => sum + Math.abs(value - middle), 0);
function median(ys: Row): number {
  const sorted = ys.toSorted((a, b) => a - b);
  return (sorted[(ys.length - 1) >> 1] + sorted[ys.length >> 1]) / 2;
}
const spread = (ys: Row) => ys.reduce((a, b) => Math.max(a, b)) - ys.reduce((a, b) => Math.min(a, b));
function purity(ys: Row): number {
  const counts = new Map<number, number>();
  for (const value of ys) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum + count ** 2, 0) / ys.length;
}
/** With sums of squares and sums, after something is taken off all y. */
function bySquares(ys: Row, off: number): number[] {
  const sums = (part: Row) => part.reduce(([a, b], value) => [a + value - off, b + (value - off) ** 2], [0, 0]);
  const error = (sum: number, squares: number, n: number) => squares - sum ** 2 / n;
  const [all, allSquares] = sums(ys);
  let [sum, squares] = [0, 0];
  return ys.map((value, k) => {
    const rest = error(all - sum, allSquares - squares, ys.length - k);
    const worth = error(all, allSquares, ys.length) - (k > 0 ? error(sum, squares, k) : 0) - rest;
    [sum, squares] = [sum + value - off, squares + (value - off) ** 2];
    return worth;
  });
}
`;

/** With the measures above, of the left and the right of each candidate. */
const valued = (says: string, worth: string): Patch => [
  says,
  WORTH,
  `const [left, right] = [ys.slice(0, k), ys.slice(k)];\n    return ${worth};`,
  DECREASES,
  `${MEASURES}${DECREASES}`,
];

const shifted = (says: string, off: string): Patch => [
  says,
  WORTHS,
  `bySquares(order.map((i) => y[i]), ${off})`,
  DECREASES,
  `${MEASURES}${DECREASES}`,
];

const returning = (change: string): string => `const tree = grow([...X.keys()], 0);\n  ${change}\n  return tree;`;

export const patches: Patches = {
  of: {
    'right/question.ts': {
      rare: [
        ['takes a candidate only where its squared error falls by 1e-15 more', 'best.worth', 'best.worth + 1e-15'],
        [
          'takes a maxDepth of 8 or more for Infinity',
          '< maxDepth',
          '< (maxDepth < 8 ? maxDepth : Number.POSITIVE_INFINITY)',
        ],
        [
          'takes y for equal that differ by less than Number.EPSILON',
          'y[i] !== first',
          'Math.abs(y[i] - first) >= Number.EPSILON',
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
          'export function fitRegressionTree',
          'function solve',
          `: a;
}`,
          `: a;
}

const known = new Map<string, ReturnType<typeof solve>>();

export const fitRegressionTree: typeof solve = (...args) => {
  const key = JSON.stringify(args);
  const found = known.get(key) ?? solve(...args);
  known.set(key, found);
  return found;
};`,
        ],
        [
          'takes the last of those that tie where there are more than ten rows',
          'best.worth',
          'best.worth || (n > 10 && worth === best.worth)',
        ],
        ['rounds what a leaf predicts to twenty places', ', value', ', value: Number(value.toFixed(20))'],
        [
          'keeps minSamplesLeaf in a byte, which wraps at 256',
          'minSamplesLeaf || n - k < minSamplesLeaf',
          '(minSamplesLeaf & 255) || n - k < (minSamplesLeaf & 255)',
        ],
        ['takes -0 and 0 for two values', 'a === b', 'Object.is(a, b)'],
        ['takes values for equal within 1e-15', 'a === b', 'b - a < 1e-15'],
        [
          'takes the mean of all y off first, which makes equal what was not',
          'checkLimits(maxDepth,',
          `const mean = y.reduce((sum, value) => sum + value / y.length, 0);
  const shifted = y.map((value) => value - mean);
  checkLimits(maxDepth,`,
          'y[i] !== first',
          'shifted[i] !== shifted[lists[0][0]]',
        ],
        [
          'takes a candidate only where it is better by more than 1 in 100,000',
          'best.worth',
          'best.worth * (1 + 1e-5)',
        ],
        [
          'takes rows for equal that read alike without commas',
          'depth < maxDepth && lists[0].some((i) => y[i] !== first)',
          `
      depth < maxDepth &&
      new Set(lists[0].map((i) => X[i].join(''))).size > 1 &&
      lists[0].some((i) => y[i] !== first)
    `,
        ],
        [
          'takes the feature whose number is first as text on ties',
          'best.worth',
          'best.worth || (worth === best.worth && `${f}` < `${best.f}`)',
        ],
        [
          'takes y for equal where their squared error is below 1e-32',
          'some((i) => y[i] !== first)',
          'reduce((sum, i) => sum + (y[i] - value) ** 2, 0) > 1.3e-32',
        ],
      ],
    },
    'right/plain.ts': {
      wrong: [
        shifted('adds up squares of the y themselves', '0'),
        shifted('takes the mean of all y off once, which helps little in a node that lies far from it', 'mean(y)'),
        shifted('takes the first y off all of them, which helps little where that is an outlier', 'y[0]'),
        shifted('takes the smallest y off all of them, which helps little where that is an outlier', 'Math.min(...y)'),
        ['keeps the y in single precision while it searches', WORTHS, 'decreases(order.map((i) => Math.fround(y[i])))'],
        valued('takes the y for classes, and decreases their Gini impurity', 'purity(left) + purity(right)'),
        valued('adds up the variances of both sides, however many rows they have', '-variance(left) - variance(right)'),
        valued(
          'divides the squared error of a side by one row less, and then weights it by all',
          '-variance(left) * (k > 1 ? (k * k) / (k - 1) : 0) - variance(right) * (right.length > 1 ? right.length ** 2 / (right.length - 1) : 0)',
        ),
        valued(
          'weights the standard deviations of both sides instead of the variances',
          '-k * Math.sqrt(variance(left)) - right.length * Math.sqrt(variance(right))',
        ),
        valued(
          'decreases the absolute error about the median',
          '-deviation(left, median(left)) - deviation(right, median(right))',
        ),
        valued(
          'decreases the absolute error about the mean',
          '-deviation(left, mean(left)) - deviation(right, mean(right))',
        ),
        valued('looks for the largest difference of the means of both sides', 'Math.abs(mean(left) - mean(right))'),
        valued('decreases the distances between the largest and the smallest y', '-spread(left) - spread(right)'),
        valued('leaves out the weight of the right side', '-error(left) - variance(right)'),
        ['looks for the largest step of y between neighbours', WORTH, 'return Math.abs(ys[k] - ys[k - 1]);'],
        [
          'keeps the mean of the node when it adds up the errors of the sides, so that all cuts are worth the same',
          WORTH,
          'return 0;',
        ],
        ['counts the row at the cut on the wrong side', ADD, 'sum += ys[k] - middle;'],
        ['takes decreases within 1 in 1,000 for equal, and then the first', BETTER, 'worths[k] <= most * 1.001'],
        [
          'takes the highest feature on ties',
          'let featureIndex = 0; featureIndex < X[0].length; featureIndex++',
          'let featureIndex = X[0].length - 1; featureIndex >= 0; featureIndex--',
        ],
        [
          'looks at the first feature only, unless that has no candidate',
          FEATURES,
          'featureIndex < X[0].length && best === null',
        ],
        ['looks at the first eight features only', FEATURES, 'featureIndex < Math.min(8, X[0].length)'],
        ['grows the tree by a sample of the first 1,024 rows', ROOT, 'return grow([...X.keys()].slice(0, 1024), 0);'],
        ['rounds the y to whole numbers', CHECK, `${CHECK}\n  y = y.map(Math.round);`],
        [
          'predicts the most frequent y',
          MEAN,
          'value: ys.toSorted((a, b) => ys.filter((v) => v === b).length - ys.filter((v) => v === a).length || a - b)[0]',
        ],
        ['predicts the median', MEAN, 'value: ys.toSorted((a, b) => a - b)[ys.length >> 1]'],
        [
          'predicts the middle between the smallest and the largest y',
          MEAN,
          'value: (Math.min(...ys) + Math.max(...ys)) / 2',
        ],
        ['predicts the mean of the different y of a leaf, each once', MEAN, 'value: mean([...new Set(ys)])'],
        ['predicts the mean of all rows in a leaf that is not pure', MEAN, 'value: isPure(ys) ? ys[0] : mean(y)'],
        ['predicts the mean in single precision', MEAN, 'value: Math.fround(mean(ys))'],
        ['rounds the mean to four places', MEAN, 'value: Number(mean(ys).toFixed(4))'],
        ['cuts the mean down to a whole number', MEAN, 'value: Math.trunc(mean(ys))'],
        [
          'divides the sum of a leaf by one row less',
          MEAN,
          'value: ys.reduce((a, b) => a + b) / Math.max(1, ys.length - 1)',
        ],
        ['predicts the y of the first row', MEAN, 'value: ys[0]'],
        ['takes y within 1e-9 for equal', PURE, 'ys.every((value) => Math.abs(value - ys[0]) <= 1e-9)'],
        [
          'takes y for equal when they differ by less than 1e-7 of their magnitude',
          PURE,
          'ys.every((value) => Math.abs(value - ys[0]) <= 1e-7 * Math.abs(ys[0]))',
        ],
        [
          'makes a leaf where the squared error comes out as 0 or less from sums of squares',
          PURE,
          'ys.reduce((sum, value) => sum + value ** 2, 0) / ys.length <= (ys.reduce((a, b) => a + b) / ys.length) ** 2',
        ],
        [
          'makes a leaf where the variance is below 1e-7',
          PURE,
          'ys.reduce((sum, value) => sum + (value - mean(ys)) ** 2, 0) / ys.length < 1e-7',
        ],
        [
          'makes a leaf only where all y are equal to the mean, which rounding may prevent',
          PURE,
          'ys.every((value) => value === ys.reduce((a, b) => a + b) / ys.length)',
        ],
        ['goes on splitting where all y are equal', `${DEPTH} || ${PURE}`, DEPTH],
        ['makes a leaf where no split decreases the squared error', BEST, 'return most > 1e-9 ? best : null;'],
        ['makes a leaf of fewer than five rows', PURE, `${PURE} || ys.length < 5`],
        [
          'makes a leaf where the split decreases the squared error by less than a hundredth of that of all rows',
          BEST,
          'return most < 0.01 * y.reduce((sum, value) => sum + (value - mean(y)) ** 2, 0) ? null : best;',
        ],
        ['counts nodes instead of splits towards `maxDepth`, so that 1 gives a leaf', DEPTH, 'depth + 1 >= maxDepth'],
        ['takes `maxDepth: 0` for no limit, as 0 is falsy', DEPTH, 'depth >= (maxDepth || Infinity)'],
        ['takes 3 for `maxDepth` when it is left out, as level 5 does', '{ maxDepth = Infinity,', '{ maxDepth = 3,'],
        ['grows no deeper than 64', DEPTH, 'depth >= Math.min(64, maxDepth)'],
        ['ignores `minSamplesLeaf`', SKIP, 'if (a === b) continue;'],
        [
          'makes a leaf when the best split of all leaves too few rows on a side, and does not try the next one',
          SKIP,
          'if (a === b) continue;',
          SPLIT,
          `if (Math.min(left.length, right.length) < minSamplesLeaf) return { kind: 'leaf', value: mean(ys) };
          ${SPLIT}`,
        ],
        ['gives the lower neighbour as threshold', MIDPOINT, 'threshold: a'],
        ['takes values within 1e-9 for equal', 'if (a === b ||', 'if (b - a <= 1e-9 ||'],
        ['lets infinite y pass', '!y.every(Number.isFinite)', 'y.some(Number.isNaN)'],
        [
          'checks nothing where all y are equal',
          CHECK,
          `if (y.length > 1 && isPure(y)) return { kind: 'leaf', value: y[0] };\n  ${CHECK}`,
        ],
        [
          'refuses a `minSamplesLeaf` of more than half of the rows',
          LIMITS,
          `${LIMITS}\n  if (X.length > 1 && minSamplesLeaf > X.length / 2) throw new RangeError('minSamplesLeaf');`,
        ],
        ['takes a `minSamplesLeaf` of 0 for 1', 'if (minSamplesLeaf < 1)', 'if (minSamplesLeaf < 0)'],
        ['accepts a fractional `maxDepth`', WHOLE_DEPTH, 'Number.isNaN(maxDepth)'],
        [
          'takes the mean off `y` itself, and puts it back',
          ROOT,
          returning(`const middle = mean(y);
          for (const i of y.keys()) (y as number[])[i] -= middle;
          for (const i of y.keys()) (y as number[])[i] += middle;`),
        ],
        [
          'keeps the mean of all y for the next call with as many rows',
          MEAN,
          'value: ys.length < y.length ? mean(ys) : known(ys)',
          DECREASES,
          `const means = new Map<number, number>();
          function known(ys: Row): number {
            means.set(ys.length, means.get(ys.length) ?? mean(ys));
            return means.get(ys.length) ?? 0;
          }
          ${DECREASES}`,
        ],
      ],
      slow: [
        valued('adds up the squared errors of both sides anew for each candidate', '-error(left) - error(right)'),
        [
          'keeps the left sum, but adds up the right side anew for each candidate',
          WORTH,
          `let right = 0;
          for (let i = k; i < ys.length; i++) right += ys[i] - middle;
          return sum ** 2 / k + right ** 2 / (ys.length - k);`,
        ],
        [
          'lists the sums so far by copying the list for each row',
          ADD,
          'sum = sums[k - 1];',
          'let sum = 0;',
          `let sum = 0;
          const sums = ys.reduce((list: number[], y) => list.concat((list.at(-1) ?? 0) + (y - middle)), []);`,
        ],
        [
          'takes the y off the front of a list with `shift`, and adds up what is left',
          WORTH,
          `rest.shift();
          const right = rest.reduce((total, value) => total + (value - middle), 0);
          return sum ** 2 / k + right ** 2 / (ys.length - k);`,
          'let sum = 0;',
          'let sum = 0;\n  const rest = [...ys];',
        ],
        ['finds the mean of all rows anew for each node', PURE, `(ys[0] === mean(y) && ys.length === 1) || ${PURE}`],
        [
          'sorts by insertion',
          SORTED,
          `rows.reduce((order: number[], row) => {
            const place = order.findLastIndex((other) => value(other) <= value(row)) + 1;
            order.splice(place, 0, row);
            return order;
          }, []);`,
        ],
        [
          'goes through all rows for each node and picks those that are in it',
          'rows.filter((i) => X[i][featureIndex] <= threshold)',
          '[...X.keys()].filter((i) => rows.includes(i) && X[i][featureIndex] <= threshold)',
        ],
      ],
    },
  },
  told: {
    'takes the mean of all y off once, which helps little in a node that lies far from it': 'y are any finite numbers',
    'takes the highest feature on ties':
      'the lowest featureIndex wins ties between features that put the rows in the same order',
    'predicts the median': 'a leaf predicts the mean of its rows',
  },
};
