import type { Patches } from '../../../../src/index.ts';

const OPTIONS = '{ nTrees = 100, learningRate = 0.1, maxDepth = 3, minSamplesLeaf = 1 }: Options = {},\n): Boosted {';
const CHECK = 'check(X, y);';
const LIMITS = 'checkLimits(maxDepth, minSamplesLeaf);';
const FIRST = 'initialPrediction = mean(y);';
const SUMS = 'const sums = y.map(() => 0);';
const COUNT = 'm < nTrees';
const RESIDUAL = 'value - (initialPrediction + learningRate * sums[i])';
const TREE = 'const tree = regressionTree(X, residuals, maxDepth, minSamplesLeaf);';
const GROWN = 'regressionTree(X, residuals, maxDepth, minSamplesLeaf)';
const UPDATE = 'sums[i] += predict(tree, x);';
const PUSH = 'trees.push(tree);';
const RETURN = 'return { initialPrediction, trees };';
const PREDICT = 'function predict(';
const WHOLE_TREES = '!Number.isInteger(nTrees)';
const POSITIVE_RATE = '!(learningRate > 0)';
const LEAF_MEAN = 'value: mean(ys)';
const SORTED = '[...rows].sort((i, j) => value(i) - value(j));';

const MEDIAN = `function median(values: Row): number {
  const sorted = values.toSorted((a, b) => a - b);
  return (sorted[(values.length - 1) >> 1] + sorted[values.length >> 1]) / 2;
}
${PREDICT}`;

const isDone = 'residuals.every((value) => Math.abs(value) < 1e-3 * Math.max(...y.map(Math.abs)))';

export const patches: Patches = {
  of: {
    'right/question.ts': {
      rare: [
        ['takes a candidate only where its squared error falls by 1e-12 more', 'best.worth', 'best.worth + 1e-12'],
        [
          'keeps a finite maxDepth in 32 bits, which wrap',
          'depth < maxDepth && lists[0].some((i) => y[i] !== first)',
          `
      depth < (maxDepth === Number.POSITIVE_INFINITY ? maxDepth : maxDepth | 0) &&
      lists[0].some((i) => y[i] !== first)
    `,
        ],
        [
          'takes a maxDepth of 4 or more for Infinity',
          '< maxDepth',
          '< (maxDepth < 4 ? maxDepth : Number.POSITIVE_INFINITY)',
        ],
        ['takes residuals for equal that differ by less than 1e-6', 'y[i] !== first', 'Math.abs(y[i] - first) >= 1e-6'],
        ['keeps the number of a feature in a byte, which wraps at 256', 'featureIndex: f', 'featureIndex: f & 255'],
        [
          'checks the first hundred rows only',
          `some((row) => row.length !== width || !row.every(Number.isFinite))) throw new RangeError('X');
  if (!y`,
          `slice(0, 100).some((row) => row.length !== width || !row.every(Number.isFinite))) throw new RangeError('X');
  if (!y.slice(0, 100)`,
        ],
        [
          'rounds the first prediction to ten places',
          'return { initialPrediction',
          'return { initialPrediction: Number(initialPrediction.toFixed(10))',
        ],
        [
          'keeps its answers under the call as JSON, where Infinity and NaN are null',
          'export function fitBoosted',
          'function solve',
          `: a;
}`,
          `: a;
}

const known = new Map<string, ReturnType<typeof solve>>();

export const fitBoosted: typeof solve = (...args) => {
  const key = JSON.stringify(args);
  const found = known.get(key) ?? solve(...args);
  known.set(key, found);
  return found;
};`,
        ],
        ['rounds what a leaf predicts to ten places', "leaf', value", "leaf', value: Number(value.toFixed(10))"],
        [
          'keeps minSamplesLeaf in a byte, which wraps at 256',
          'minSamplesLeaf || n - k < minSamplesLeaf',
          '(minSamplesLeaf & 255) || n - k < (minSamplesLeaf & 255)',
        ],
        ['takes -0 and 0 for two values', 'a === b', 'Object.is(a, b)'],
        ['takes values for equal within 1e-15', 'a === b', 'b - a < 1e-15'],
        [
          'divides residuals by their spread, which is 0 where several y are equal',
          'tree = growTree(X, residuals, maxDepth, minSamplesLeaf',
          `spread = nTrees === 1 && y.length > 1 ? Math.max(...residuals.map(Math.abs)) : 1;
    const tree = growTree(
      X,
      residuals.map((value) => (value / spread) * spread),
      maxDepth,
      minSamplesLeaf,
    `,
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
          'rounds learningRate to two places',
          'const initialPrediction',
          `const rate = Math.round(learningRate * 100) / 100;
  const initialPrediction`,
          '= learningRate',
          '= rate',
        ],
        [
          'rounds a threshold to eight digits',
          'return a <= middle && middle < b ? middle',
          `const rounded = Number(middle.toPrecision(8));
  return a <= rounded && rounded < b ? rounded`,
        ],
        ['grows 256 trees at most', '< nTrees', '< Math.min(nTrees, 256)'],
      ],
    },
    'right/plain.ts': {
      wrong: [
        ['begins with 0', FIRST, 'initialPrediction = 0;'],
        ['begins with the median', FIRST, 'initialPrediction = median(y);', PREDICT, MEDIAN],
        ['begins with the first y', FIRST, 'initialPrediction = y[0];'],
        ['begins with the mean of the different y, each once', FIRST, 'initialPrediction = mean([...new Set(y)]);'],
        ['begins with the mean in single precision', FIRST, 'initialPrediction = Math.fround(mean(y));'],
        [
          'answers the right first prediction, but leaves it out of the residuals',
          RESIDUAL,
          'value - learningRate * sums[i]',
        ],
        [
          'multiplies the first prediction by `learningRate` too',
          RESIDUAL,
          'value - learningRate * (initialPrediction + sums[i])',
        ],
        [
          'stores the leaves times `learningRate`',
          PUSH,
          'trees.push(scaled(tree, learningRate));',
          PREDICT,
          `const scaled = (tree: TreeNode, by: number): TreeNode =>
            tree.kind === 'leaf'
              ? { kind: 'leaf', value: tree.value * by }
              : { ...tree, left: scaled(tree.left, by), right: scaled(tree.right, by) };
          ${PREDICT}`,
        ],
        ['takes the whole of each tree off the residuals', RESIDUAL, 'value - (initialPrediction + sums[i])'],
        ['multiplies tree m by `learningRate` m times', UPDATE, 'sums[i] += learningRate ** m * predict(tree, x);'],
        [
          'divides what the trees add by their number',
          RESIDUAL,
          'value - (initialPrediction + (learningRate * sums[i]) / Math.max(1, m))',
        ],
        [
          'takes residuals the wrong way round, prediction less y',
          RESIDUAL,
          'initialPrediction + learningRate * sums[i] - value',
        ],
        ['fits each tree to y', RESIDUAL, 'value'],
        ['fits each tree to the residuals of the first prediction', RESIDUAL, 'value - initialPrediction'],
        ['takes only the last tree off y', UPDATE, 'sums[i] = predict(tree, x);'],
        ['fits the signs of the residuals', RESIDUAL, `Math.sign(${RESIDUAL})`],
        ['puts the median of the residuals into a leaf', LEAF_MEAN, 'value: median(ys)', PREDICT, MEDIAN],
        ['keeps the residuals in single precision', RESIDUAL, `Math.fround(${RESIDUAL})`],
        ['rounds the residuals to three places', RESIDUAL, `Number((${RESIDUAL}).toFixed(3))`],
        [
          'swaps the sides when it updates the residuals',
          'tree.threshold ? tree.left : tree.right',
          'tree.threshold ? tree.right : tree.left',
        ],
        ['ignores `learningRate`, and takes 0.1', RESIDUAL, 'value - (initialPrediction + 0.1 * sums[i])'],
        [
          'keeps the splits of the first tree, and refits only the leaves',
          TREE,
          `const refit = (node: TreeNode, rows: Row): TreeNode => {
            if (node.kind === 'leaf') return { kind: 'leaf', value: mean(rows.map((i) => residuals[i])) };
            const side = (isLeft: boolean) => rows.filter((i) => X[i][node.featureIndex] <= node.threshold === isLeft);
            return { ...node, left: refit(node.left, side(true)), right: refit(node.right, side(false)) };
          };
          const tree = m > 0 ? refit(trees[0], [...X.keys()]) : ${GROWN};`,
        ],
        [
          'fits even trees to the even rows only',
          TREE,
          `const isIn = (_: unknown, i: number) => X.length < 2 || i % 2 === m % 2;
          const tree = regressionTree(X.filter(isIn), residuals.filter(isIn), maxDepth, minSamplesLeaf);`,
        ],
        [
          'gives tree m feature m alone, in turn',
          TREE,
          `const seen = X.map((x) => x.map((value, f) => (f === m % x.length ? value : 0)));
          const tree = regressionTree(seen, residuals, maxDepth, minSamplesLeaf);`,
        ],
        [
          'stops where nothing is left to explain',
          TREE,
          `if (residuals.every((value) => Math.abs(value) < 1e-12)) break;\n    ${TREE}`,
        ],
        ['stops after a tree that is one leaf', PUSH, `${PUSH}\n    if (tree.kind === 'leaf') break;`],
        ['leaves out trees that are one leaf', PUSH, `if (tree.kind === 'split') ${PUSH}`],
        [
          'stops where the residuals are below a thousandth of the largest y',
          TREE,
          `if (${isDone}) break;\n    ${TREE}`,
        ],
        [
          'fills up with leaves of 0 once the residuals are below a thousandth of the largest y',
          TREE,
          `const tree: TreeNode = ${isDone} ? { kind: 'leaf', value: 0 } : ${GROWN};`,
        ],
        ['gives the trees with the last one first', PUSH, 'trees.unshift(tree);'],
        [
          'adds what the first tree says of the first row to the first prediction',
          RETURN,
          `const more = nTrees > 0 ? learningRate * predict(trees[0], X[0]) : 0;
          return { initialPrediction: initialPrediction + more, trees };`,
        ],
        [
          'grows each tree one level deeper than the one before',
          TREE,
          'const tree = regressionTree(X, residuals, maxDepth + m, minSamplesLeaf);',
        ],
        [
          'looks at the first eight features only',
          'featureIndex < X[0].length',
          'featureIndex < Math.min(8, X[0].length)',
        ],
        ['grows 10 trees when `nTrees` is left out', '{ nTrees = 100,', '{ nTrees = 10,'],
        ['takes 1 for `learningRate` when it is left out', 'learningRate = 0.1,', 'learningRate = 1,'],
        [
          'grows trees without a limit when `maxDepth` is left out, as level 4 does',
          'maxDepth = 3,',
          'maxDepth = Infinity,',
        ],
        ['counts the first prediction as a tree', COUNT, 'm < nTrees - 1'],
        ['takes `nTrees: 0` for 100, as 0 is falsy', COUNT, 'm < (nTrees || 100)'],
        [
          'takes `maxDepth: 0` for 3, as 0 is falsy',
          GROWN,
          'regressionTree(X, residuals, maxDepth || 3, minSamplesLeaf)',
        ],
        [
          'grows trees one level deeper than `maxDepth`',
          GROWN,
          'regressionTree(X, residuals, maxDepth + 1, minSamplesLeaf)',
        ],
        ['grows no tree deeper than 3', GROWN, 'regressionTree(X, residuals, Math.min(3, maxDepth), minSamplesLeaf)'],
        ['ignores `minSamplesLeaf`', GROWN, 'regressionTree(X, residuals, maxDepth, 1)'],
        ['ignores `maxDepth`', GROWN, 'regressionTree(X, residuals, 3, minSamplesLeaf)'],
        ['takes a negative `nTrees` for 0', 'if (nTrees < 0)', 'if (nTrees === -Infinity)'],
        ['accepts a fractional `nTrees`', WHOLE_TREES, '!Number.isFinite(nTrees)'],
        ['takes an `nTrees` of NaN for 0', WHOLE_TREES, `${WHOLE_TREES} && !Number.isNaN(nTrees)`],
        [
          'takes an infinite `nTrees` for 100',
          WHOLE_TREES,
          `${WHOLE_TREES} && nTrees !== Infinity`,
          COUNT,
          'm < (nTrees === Infinity ? 100 : nTrees)',
        ],
        ['accepts a negative `learningRate`', POSITIVE_RATE, 'learningRate === 0 || Number.isNaN(learningRate)'],
        ['accepts a `learningRate` above 1', 'if (learningRate > 1)', 'if (learningRate === Infinity)'],
        ['accepts a `learningRate` of NaN', POSITIVE_RATE, 'learningRate <= 0'],
        [
          'accepts a `minSamplesLeaf` of Infinity',
          '!Number.isInteger(minSamplesLeaf)',
          '!Number.isInteger(minSamplesLeaf) && minSamplesLeaf !== Infinity',
        ],
        ['refuses a `maxDepth` of Infinity', 'maxDepth !== Infinity && ', ''],
        [
          'leaves it to the trees to check `maxDepth` and `minSamplesLeaf`, so that `nTrees: 0` checks neither',
          LIMITS,
          `if (nTrees > 0) ${LIMITS}`,
        ],
        [
          'leaves it to the trees to check `X` and `y`, so that `nTrees: 0` checks neither',
          CHECK,
          `if (nTrees > 0) ${CHECK}`,
        ],
        [
          'checks nothing where there are no rows',
          CHECK,
          `if (X.length + y.length === 0) return { initialPrediction: 0, trees: [] };\n  ${CHECK}`,
        ],
        ['cuts off the y that have no row', CHECK, `y = y.slice(0, X.length);\n  ${CHECK}`],
        [
          'throws a TypeError for a negative `nTrees`',
          "RangeError('nTrees is negative')",
          "TypeError('nTrees is negative')",
        ],
        [
          'keeps the residuals in `y` itself',
          RETURN,
          `for (const i of y.keys()) (y as number[])[i] -= initialPrediction;\n  ${RETURN}`,
        ],
        [
          'writes the defaults into the options',
          OPTIONS,
          `options: Options = {},
          ): Boosted {
            const defaults = { nTrees: 100, learningRate: 0.1, maxDepth: 3, minSamplesLeaf: 1 };
            const { nTrees, learningRate, maxDepth, minSamplesLeaf } = Object.assign(options, { ...defaults, ...options });`,
        ],
        [
          'goes on with the trees of the call before when the rows are as many',
          SUMS,
          'const sums = before.get(y.length) ?? y.map(() => 0);\n  before.set(y.length, sums);',
          PREDICT,
          `const before = new Map<number, number[]>();\n${PREDICT}`,
        ],
      ],
      slow: [
        [
          'predicts with all trees so far for each new one',
          RESIDUAL,
          'value - (initialPrediction + learningRate * trees.reduce((sum, tree) => sum + predict(tree, X[i]), 0))',
        ],
        [
          'keeps what each tree predicts, and adds it all up for each new one',
          RESIDUAL,
          'value - (initialPrediction + learningRate * kept.reduce((sum, predicted) => sum + predicted[i], 0))',
          SUMS,
          `${SUMS}\n  const kept: Row[] = [];`,
          PUSH,
          `${PUSH}\n    kept.push(X.map((x) => predict(tree, x)));`,
        ],
        [
          'boosts again from the start for each tree',
          'for (let m = 0; m < nTrees; m++) {',
          `for (let last = 0; last < nTrees; last++) {
            sums.fill(0);
            trees.length = 0;
            for (let m = 0; m <= last; m++) {`,
          RETURN,
          `}\n  ${RETURN}`,
        ],
        ['finds the number of a row with `indexOf`', UPDATE, 'sums[i] += predict(tree, X[X.lastIndexOf(x)]);'],
        [
          'adds up the y of both sides anew for each candidate',
          'sum += ys[k - 1] - middle;',
          'sum = ys.slice(0, k).reduce((total, value) => total + (value - middle), 0);',
        ],
        [
          'sorts by insertion in each node',
          SORTED,
          `rows.reduce((order: number[], row) => {
            const place = order.findLastIndex((other) => value(other) <= value(row)) + 1;
            order.splice(place, 0, row);
            return order;
          }, []);`,
        ],
        [
          'copies the rows for each feature',
          '(i) => X[i][featureIndex]);',
          '(i) => copies[i][featureIndex]);',
          'const order = sorted',
          'const copies = X.map((row) => [...row]);\n      const order = sorted',
        ],
      ],
    },
  },
  told: {
    'begins with the median': 'initialPrediction is the mean of y',
    'takes the whole of each tree off the residuals':
      'a leaf holds the mean residual of its rows, after the trees before it and not yet times learningRate',
    'stops where nothing is left to explain': 'there are nTrees trees',
    'grows 10 trees when `nTrees` is left out':
      'nTrees is 100, learningRate 0.1, maxDepth 3 and minSamplesLeaf 1 when left out',
    'ignores `minSamplesLeaf`': 'each tree is the regression tree of the residuals that the trees before it have left',
  },
};
