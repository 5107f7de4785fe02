import type { Patches } from '../../../../src/index.ts';

const CHECK = 'check(X, y);';
const FEATURES = 'featureIndex < X[0].length';
const SORTED = '[...column.keys()].sort((i, j) => column[i] - column[j]);';
const EQUAL = 'if (a === b) continue;';
const FOUND = 'const impurityDecrease = decrease(all, left, right);';
const BETTER = 'impurityDecrease > best.impurityDecrease';
const BEST = 'let best: Found | null = null;';
const RETURN = 'return best;';
const SQUARES = 'this.squares += after ** 2 - before ** 2;';
const DECREASE = '(left.squares / left.n + right.squares / right.n - all.squares / all.n) / all.n;';
const SIDE = 'class Side {';
const MIDPOINT = 'threshold: midpoint(a, b)';
const FINITE_ROWS = 'X.some((row) => !row.every(Number.isFinite))';
const FINITE_LABELS = '!y.every(Number.isFinite)';
const LABELS = 'y.length !== X.length';
const RAGGED = 'X.some((row) => row.length !== nFeatures)';

const withLabels = (label: string): string => `${CHECK}\n  y = y.map((label) => ${label});`;

export const patches: Patches = {
  of: {
    'right/question.ts': {
      rare: [
        [
          'takes classes for equal that are so to fifteen digits',
          'for (const label of y',
          `const labels = y.map((label) => Number(label.toPrecision(15)));
  for (const label of labels`,
          'label = y',
          'label = labels',
        ],
        ['keeps the number of a feature in a byte, which wraps at 256', 'featureIndex: f', 'featureIndex: f & 255'],
        ['checks the first hundred y only', 'y.every', 'y.slice(0, 100).every'],
        ['checks the first twenty features only', 'row.every', 'row.slice(0, 20).every'],
        ['checks the first hundred rows of X only', 'X.some', 'X.slice(0, 100).some'],
        [
          'keeps its answers under all numbers of a call as one text',
          'export function bestSplit',
          'function solve',
          `: a;
}`,
          `: a;
}

const known = new Map<string, ReturnType<typeof solve>>();

export const bestSplit: typeof solve = (...args) => {
  const key = args.join();
  const found = known.get(key) ?? solve(...args);
  known.set(key, found);
  return found;
};`,
        ],
        [
          'takes the last of those that tie where there are more than ten rows',
          'impurityDecrease <= best.impurityDecrease)',
          `(n > 10 ? impurityDecrease < best.impurityDecrease : impurityDecrease <= best.impurityDecrease))
       `,
        ],
        ['takes -0 and 0 for two values', 'a === b', 'Object.is(a, b)'],
        [
          'rounds a threshold to twenty places',
          'return a <= middle && middle < b ? middle',
          `const rounded = Number(middle.toFixed(20));
  return a <= rounded && rounded < b ? rounded`,
        ],
        [
          'takes a candidate only where it is better by more than 1e-10',
          'best.impurityDecrease',
          'best.impurityDecrease + 1e-10',
        ],
      ],
    },
    'right/plain.ts': {
      wrong: [
        [
          'takes the entropy for the impurity',
          SQUARES,
          'this.squares += term(after) - term(before);',
          SIDE,
          `const term = (count: number) => (count > 0 ? count * Math.log2(count) : 0);\n${SIDE}`,
          DECREASE,
          '(term(all.n) - all.squares - (term(left.n) - left.squares) - (term(right.n) - right.squares)) / all.n;',
        ],
        [
          'weights both sides with 1/2',
          DECREASE,
          '(left.squares / left.n ** 2 + right.squares / right.n ** 2) / 2 - all.squares / all.n ** 2;',
        ],
        [
          'subtracts the impurities of the sides without weights',
          DECREASE,
          '1 - all.squares / all.n ** 2 - (1 - left.squares / left.n ** 2) - (1 - right.squares / right.n ** 2);',
        ],
        [
          'weights each side by the share of the other',
          DECREASE,
          '((right.n * left.squares) / left.n ** 2 + (left.n * right.squares) / right.n ** 2) / all.n - all.squares / all.n ** 2;',
        ],
        ['forgets to divide by the number of rows', '/ all.n) / all.n;', '/ all.n);'],
        [
          'gives the impurity that is left instead of the decrease',
          RETURN,
          'return best && { ...best, impurityDecrease: 1 - all.squares / all.n ** 2 - best.impurityDecrease };',
        ],
        [
          'gives the decrease relative to the impurity of all rows',
          '/ all.n) / all.n;',
          '/ all.n) / (all.n - all.squares / all.n || 1);',
        ],
        [
          'takes the unbiased Gini impurity, with n - 1 in the denominator',
          DECREASE,
          `{
            const impurity = ({ n, squares }: Side) => (n < 2 ? 0 : (n * n - squares) / (n * (n - 1)));
            return impurity(all) - (left.n / all.n) * impurity(left) - (right.n / all.n) * impurity(right);
          };`,
        ],
        [
          'rounds the decrease to six decimals',
          FOUND,
          'const impurityDecrease = Number(decrease(all, left, right).toFixed(6));',
        ],
        ['takes a candidate only if it is better by more than 1e-9', BETTER, `${BETTER} + 1e-9`],
        [
          'takes the highest feature on ties',
          'let featureIndex = 0; featureIndex < X[0].length; featureIndex++',
          'let featureIndex = X[0].length - 1; featureIndex >= 0; featureIndex--',
        ],
        [
          'takes the highest threshold of the lowest feature on ties',
          BETTER,
          `${BETTER} || (impurityDecrease === best.impurityDecrease && featureIndex === best.featureIndex)`,
        ],
        [
          'answers `null` when nothing decreases the impurity',
          RETURN,
          'return best && best.impurityDecrease > 1e-12 ? best : null;',
        ],
        ['answers `null` when all rows have one class', RETURN, 'return all.counts.size > 1 ? best : null;'],
        [
          'starts from `{ featureIndex: 0, threshold: 0, impurityDecrease: 0 }` and never answers `null`',
          RETURN,
          'return best ?? { featureIndex: 0, threshold: 0, impurityDecrease: 0 };',
        ],
        ['splits between equal values too', EQUAL, ''],
        [
          'splits only where the class changes from one sorted row to the next',
          EQUAL,
          'if (a === b || y[order[k - 1]] === y[order[k]]) continue;',
        ],
        [
          'tries only the boundaries of 256 equally full bins once there are more rows than that',
          EQUAL,
          `const bin = (i: number) => Math.floor((i * 256) / all.n);
          if (a === b || (all.n > 256 && bin(k) === bin(k - 1))) continue;`,
        ],
        [
          'counts the rows of a class in bytes, which wrap at 256',
          SQUARES,
          'this.squares += (after & 255) ** 2 - (before & 255) ** 2;',
        ],
        [
          'leaves out the candidate that puts one row on the right',
          EQUAL,
          'if (a === b || (all.n > 2 && right.n === 1)) continue;',
        ],
        [
          'leaves out the candidate that puts one row on the left',
          EQUAL,
          'if (a === b || (all.n > 2 && left.n === 1)) continue;',
        ],
        ['looks at the first feature only', FEATURES, 'featureIndex < 1'],
        ['looks at the first eight features only', FEATURES, 'featureIndex < Math.min(8, X[0].length)'],
        ['leaves out the last of several features', FEATURES, 'featureIndex < Math.max(1, X[0].length - 1)'],
        [
          'passes over a feature with a threshold of 0, as `0` is falsy',
          EQUAL,
          'if (a === b || !(a / 2 + b / 2)) continue;',
        ],
        ['gives the lower neighbour as threshold', MIDPOINT, 'threshold: a'],
        ['gives the upper neighbour as threshold, for a split by `<`', MIDPOINT, 'threshold: b'],
        ['rounds the threshold to six decimals', MIDPOINT, 'threshold: Number(midpoint(a, b).toFixed(6))'],
        ['takes values within 1e-9 for equal', EQUAL, 'if (b - a <= 1e-9) continue;'],
        [
          'takes values for equal that are less than Number.EPSILON apart, relative to their size',
          EQUAL,
          'if (b - a <= 4 * Number.EPSILON * Math.max(Math.abs(a), Math.abs(b))) continue;',
        ],
        ['reads the features in single precision', '=> row[featureIndex])', '=> Math.fround(row[featureIndex]))'],
        [
          'sorts the values without a comparator, as strings',
          SORTED,
          '[...column.keys()].sort((i, j) => (`${column[i]}` < `${column[j]}` ? -1 : Number(column[i] !== column[j])));',
        ],
        ['sorts with a comparator that answers a boolean', 'column[i] - column[j]', 'Number(column[i] > column[j])'],
        ['names the classes by their integer part', CHECK, withLabels('Math.trunc(label)')],
        ['names the classes by six decimals', CHECK, withLabels('Number(label.toFixed(6))')],
        ['names the classes in single precision', CHECK, withLabels('Math.fround(label)')],
        ['names the classes by 32-bit integers, as a typed array of classes does', CHECK, withLabels('label | 0')],
        ['names the classes by their absolute value', CHECK, withLabels('Math.abs(label)')],
        ['counts ten classes, the last one for all others', CHECK, withLabels('Math.min(label, 9)')],
        ['knows two classes only, the largest and the others', CHECK, withLabels('Number(label === Math.max(...y))')],
        ['counts true and false, so that every class but 0 is the same', CHECK, withLabels('Number(label !== 0)')],
        ['takes a sample of the first 1,024 rows', CHECK, `${CHECK}\n  [X, y] = [X.slice(0, 1024), y.slice(0, 1024)];`],
        ['sorts the rows of `X` in place', RETURN, `(X as Row[]).sort((a, b) => a[0] - b[0]);\n  ${RETURN}`],
        ['sorts `y` in place to count the classes', RETURN, `(y as number[]).sort((a, b) => a - b);\n  ${RETURN}`],
        [
          'appends the class to each row and leaves it there',
          RETURN,
          `for (const [i, row] of X.entries()) (row as number[]).push(y[i]);\n  ${RETURN}`,
        ],
        [
          'keeps the answer for as many rows and features as before, whatever the classes',
          RETURN,
          'const key = `${X.length} ${X[0].length}`;\n  seen.set(key, seen.get(key) ?? best);\n  return seen.get(key) ?? null;',
          SIDE,
          `const seen = new Map<string, Found | null>();\n${SIDE}`,
        ],
        ['keeps its best candidate from call to call', BEST, '', SIDE, `${BEST}\n${SIDE}`],
        ['answers `null` for no rows', CHECK, `if (X.length === 0) return null;\n  ${CHECK}`],
        ['answers `null` for rows without features', 'if (nFeatures === 0)', 'if (false)'],
        [
          'compares the length of a row only with that of the row before it, from the third row on',
          RAGGED,
          'X.some((row, i) => i > 1 && row.length !== X[i - 1].length)',
        ],
        ['looks for NaN, but not for infinite coordinates', FINITE_ROWS, 'X.some((row) => row.some(Number.isNaN))'],
        ['checks only the first row for numbers', FINITE_ROWS, '!X[0].every(Number.isFinite)'],
        ['takes NaN and Infinity for classes like any others', FINITE_LABELS, 'false'],
        ['refuses a class of NaN but not an infinite one', FINITE_LABELS, 'y.some(Number.isNaN)'],
        ['ignores the classes beyond the last row', LABELS, 'y.length < X.length'],
        ['cuts off the rows that have no class', CHECK, `if (y.length > 0) X = X.slice(0, y.length);\n  ${CHECK}`],
        ['throws a TypeError where there are no rows', "RangeError('no rows')", "TypeError('no rows')"],
        [
          'throws a plain Error when the lengths of `X` and `y` differ',
          "RangeError('not one class a row')",
          "Error('lengths differ')",
        ],
        [
          'checks nothing when there is one row, as the answer is `null` anyway',
          CHECK,
          `if (X.length === 1) return null;\n  ${CHECK}`,
        ],
        [
          'checks nothing but the lengths when `y` has one class, as no split can help',
          CHECK,
          'if (new Set(y).size !== 1 || X.length !== y.length || X.some((row) => row.length !== X[0].length)) check(X, y);',
        ],
      ],
      slow: [
        [
          'splits the rows anew with `filter` for each candidate',
          FOUND,
          `const part = (isLeft: boolean) => sideOf(y.filter((_, i) => column[i] <= a === isLeft));
          const impurityDecrease = decrease(all, part(true), part(false));`,
        ],
        [
          'keeps running counts, but goes through all classes for each candidate',
          'left.squares / left.n + right.squares / right.n',
          'squares(left) / left.n + squares(right) / right.n',
          SIDE,
          `const squares = ({ counts }: Side) => [...counts.values()].reduce((sum, count) => sum + count ** 2, 0);\n${SIDE}`,
        ],
        [
          'sorts by insertion',
          SORTED,
          `{
            const order: number[] = [];
            for (const row of column.keys()) {
              let at = order.length;
              for (; at > 0 && column[order[at - 1]] > column[row]; at--) order[at] = order[at - 1];
              order[at] = row;
            }
            return order;
          };`,
        ],
        [
          'picks the smallest of the remaining values again and again, with `Math.min`, `indexOf` and `splice`',
          SORTED,
          `{
            const left = [...column.keys()];
            return column.map(() => {
              const values = left.map((row) => column[row]);
              return left.splice(values.indexOf(Math.min(...values)), 1)[0];
            });
          };`,
        ],
        [
          'quicksorts with the first row as pivot, which is quadratic on rows that are sorted already',
          SORTED,
          `{
            const order: number[] = [];
            const open: (number | number[])[] = [[...column.keys()]];
            for (let part = open.pop(); part !== undefined; part = open.pop()) {
              if (typeof part === 'number') order.push(part);
              else if (part.length > 0) {
                const [pivot, ...others] = part;
                const below = (row: number) => column[row] < column[pivot];
                open.push(others.filter((row) => !below(row)), pivot, others.filter(below));
              }
            }
            return order;
          };`,
        ],
        [
          'drops doubled values with `indexOf` inside `filter` to see whether there are two',
          'const order = sorted(column);',
          `if (column.filter((value, i) => column.indexOf(value) === i).length < 2) continue;
          const order = sorted(column);`,
        ],
        [
          'collects the candidates by spreading them into a new array each time',
          FOUND,
          `${FOUND}\n      decreases = [...decreases, impurityDecrease];`,
          BEST,
          `${BEST}\n  let decreases: number[] = [];`,
        ],
        [
          'copies the counts of a side into a new Map for each candidate',
          'this.counts.set(label, after);',
          'this.counts = new Map(this.counts).set(label, after);',
        ],
        [
          'looks a class up in a list of the classes with `indexOf`',
          CHECK,
          `${CHECK}\n  const classes = [...new Set(y)];\n  y = y.map((label) => classes.indexOf(label));`,
        ],
        [
          'transposes `X` anew for each feature',
          'X.map((row) => row[featureIndex]);',
          'X[0].map((_, f) => X.map((row) => row[f]))[featureIndex];',
        ],
      ],
    },
  },
  told: {
    'takes the entropy for the impurity':
      'impurityDecrease is the impurity of all rows less that of the two sides, weighted by their shares',
    'takes the highest feature on ties': 'the lowest featureIndex wins ties, then the lowest threshold',
    'answers `null` when nothing decreases the impurity':
      'the answer is null when no feature has two distinct values, and only then',
    'gives the lower neighbour as threshold':
      'a threshold is midway between two neighbouring distinct values of its feature',
    'names the classes by their integer part': 'classes are any finite numbers',
  },
};
