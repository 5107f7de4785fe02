import type { Patches } from '../../../../src/index.ts';

const CHECK = 'check(tree, x, background);\n  const sums';
const SUMS = 'const sums = x.map(() => 0);';
const ROWS = 'for (const row of background) addRow(sums, tree, x, row);';
const MEAN = 'return sums.map((sum) => sum / background.length);';
const EMPTY = "if (background.length === 0) throw new RangeError('no background');";
const LENGTHS = 'row.length !== x.length';
const WAYS = 'for (const row of [x, ...background]) checkWay(tree, row);';
const PAST_END = "if (node.featureIndex >= row.length) throw new RangeError('a row that ends before this feature');";
const FORK = 'if (byX !== byRow && !joined.has(j)) {';
const PLUS = 'share(ins.length, outs.length)';
const MINUS = 'share(outs.length, ins.length)';
const AWAY = 'for (const j of outs) sums[j] -= minus;';
const SHARE = 'return 1 / (p * choices);';
const TOP = 'export function explain';

const WORTH = `const worth = (tree: TreeNode, x: Row, row: Row, features: ReadonlySet<number>): number => {
  let node = tree;
  while (node.kind === 'split') node = sideOf(node, features.has(node.featureIndex) ? x : row);
  return node.value;
};`;

/** The changes when the features join in each of some orders. */
const byOrders = (orders: string, more = '') =>
  [
    ROWS,
    `const orders = ${orders};
    for (const row of background) {
      for (const order of orders) {
        const features = new Set<number>();
        for (const j of order) {
          const before = worth(tree, x, row, features);
          sums[j] += (worth(tree, x, row, features.add(j)) - before) / orders.length;
        }
      }
    }`,
    TOP,
    `${WORTH}\n${more}\n${TOP}`,
  ] as const;

/** Values for each background row that are known from the changes when a feature joins first or last. */
const byRow = (values: string) =>
  [
    ROWS,
    `for (const row of background) {
      const [none, all] = [new Set<number>(), new Set(x.keys())];
      const first = x.map((_, j) => worth(tree, x, row, new Set([j])) - worth(tree, x, row, none));
      const last = x.map((_, j) => worth(tree, x, row, all) - worth(tree, row, x, new Set([j])));
      const scaled = (list: number[]): number[] => {
        const sum = list.reduce((a, b) => a + b, 0);
        return sum === 0 ? list : list.map((v) => (v * (worth(tree, x, row, all) - worth(tree, x, row, none))) / sum);
      };
      ${values}.forEach((v: number, j: number) => {
        sums[j] += v;
      });
    }`,
    TOP,
    `${WORTH}\n${TOP}`,
  ] as const;

/** All sets of some features: what each of them adds to the worth of the others. */
const bySets = (players: string, worthOf = 'worth(tree, x, row, set)', more = '') =>
  [
    ROWS,
    `${more}
    for (const row of background) {
      const players: number[] = ${players};
      for (let bits = 0; bits < 2 ** players.length; bits++) {
        const set = new Set(players.filter((_, i) => bits & (1 << i)));
        const v = ${worthOf};
        for (const j of players) {
          const size = set.size - Number(set.has(j));
          sums[j] += (set.has(j) ? v : -v) * share(size + 1, players.length - 1 - size);
        }
      }
    }`,
    TOP,
    `${WORTH}\n${TOP}`,
  ] as const;

const FACTORIALS = 'const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));\n';
const BY_FACTORIALS = '(factorial(p - 1) * factorial(n)) / factorial(p + n)';

export const patches: Patches = {
  of: {
    'right/question.ts': {
      rare: [
        [
          'checks what the first four background rows read only',
          'undefined || Number.isNaN(v)',
          'undefined',
          'export',
          `function walk(tree: TreeNode, x: Row): number {
  let node = tree;
  while (node.kind === 'split') {
    const v = x[node.featureIndex];
    if (v === undefined || Number.isNaN(v)) throw new RangeError('no feature');
    node = v <= node.threshold ? node.left : node.right;
  }
  return node.value;
}

export`,
          'const va',
          `walk(tree, x);
  for (const row of background.slice(0, 4)) walk(tree, row);
  const va`,
        ],
        [
          'checks for splits past the end on the way of x only',
          'v === undefined || Number',
          'Number',
          'export',
          `function walk(tree: TreeNode, x: Row): number {
  let node = tree;
  while (node.kind === 'split') {
    const v = x[node.featureIndex];
    if (v === undefined || Number.isNaN(v)) throw new RangeError('no feature');
    node = v <= node.threshold ? node.left : node.right;
  }
  return node.value;
}

export`,
          'const va',
          `walk(tree, x);
  const va`,
        ],
        ['clamps features to 1e9 on either side', 'return v ', 'return Math.max(-1e9, Math.min(1e9, v)) '],
        [
          'counts equal background rows in a byte',
          'for (const row of background',
          `const times = new Map<string, number>();
  for (const row of background) times.set(row.join(), ((times.get(row.join()) ?? 0) + 1) & 255);
  for (const row of new Map(background.map((row) => [row.join(), row])).values()`,
          ' g - u',
          ' (times.get(row.join()) ?? 0) * (g - u)',
        ],
        [
          'numbers the features in a byte',
          'x[node.featureIndex',
          'x[node.featureIndex & 255',
          ' node.featureIndex',
          ' node.featureIndex & 255',
        ],
        [
          'counts the first 100 different background rows only',
          'for (const row of background',
          `const some = [...new Map(background.map((row) => [row.join(), row])).values()].slice(0, 100);
  const times = new Map<string, number>();
  for (const row of background) times.set(row.join(), (times.get(row.join()) ?? 0) + 1);
  for (const row of some`,
          ' g - u',
          ' (times.get(row.join()) ?? 0) * (g - u)',
        ],
        [
          'clamps values to 1e12 on either side',
          'value / background.length',
          'Math.max(-1e12, Math.min(1e12, value / background.length))',
        ],
        ['checks the lengths of the first four background rows only', 'background.some', 'background.slice(0, 4).some'],
        [
          'keeps answers for each tree under x, the first background row and the number of rows',
          'number[];',
          `number[];
const trees = new WeakMap<TreeNode, Map<string, number[]>>();`,
          'const values',
          `const kept = trees.get(tree) ?? new Map<string, number[]>();
  trees.set(tree, kept);
  const key = [x, background[0], background.length].join();
  const known = kept.get(key);
  if (known) return [...known];
  const values`,
          'return values.map((value) => value / background.length)',
          `const answer = values.map((value) => value / background.length);
  kept.set(key, answer);
  return [...answer]`,
        ],
        [
          'keeps answers for each tree under the sums of the rows',
          'number[];',
          `number[];
const trees = new WeakMap<TreeNode, Map<string, number[]>>();`,
          'const values',
          `const kept = trees.get(tree) ?? new Map<string, number[]>();
  trees.set(tree, kept);
  const key = [x, ...background].map((row) => row.reduce((a, b) => a + b, 0)).join();
  const known = kept.get(key);
  if (known) return [...known];
  const values`,
          'return values.map((value) => value / background.length)',
          `const answer = values.map((value) => value / background.length);
  kept.set(key, answer);
  return [...answer]`,
        ],
        [
          'takes background rows for the same that read alike without a comma',
          'for (const row of background',
          `const times = new Map<string, number>();
  for (const row of background) times.set(row.join(''), (times.get(row.join('')) ?? 0) + 1);
  for (const row of new Map(background.map((row) => [row.join(''), row])).values()`,
          ' g - u',
          " (times.get(row.join('')) ?? 0) * (g - u)",
        ],
        [
          'takes background rows for the same that are equal in 12 decimals',
          'for (const row of background',
          `const keyOf = (row: Row) => row.map((v) => v.toFixed(12)).join();
  const times = new Map<string, number>();
  for (const row of background) times.set(keyOf(row), (times.get(keyOf(row)) ?? 0) + 1);
  for (const row of new Map(background.map((row) => [keyOf(row), row])).values()`,
          ' g - u',
          ' (times.get(keyOf(row)) ?? 0) * (g - u)',
        ],
        [
          'takes background rows for the same that have the same numbers in another order',
          'for (const row of background',
          `const keyOf = (row: Row) => [...row].sort().join();
  const times = new Map<string, number>();
  for (const row of background) times.set(keyOf(row), (times.get(keyOf(row)) ?? 0) + 1);
  for (const row of new Map(background.map((row) => [keyOf(row), row])).values()`,
          ' g - u',
          ' (times.get(keyOf(row)) ?? 0) * (g - u)',
        ],
        [
          'takes a feature for the same in x and the row when it is less than 1e-12 apart',
          '= byRow',
          '= byRow && Math.abs(x[j] - row[j]) > 1e-12',
        ],
        [
          'skips background rows with the prediction of x',
          'export',
          `function walk(tree: TreeNode, x: Row): number {
  let node = tree;
  while (node.kind === 'split') {
    const v = x[node.featureIndex];
    if (v === undefined || Number.isNaN(v)) throw new RangeError('no feature');
    node = v <= node.threshold ? node.left : node.right;
  }
  return node.value;
}

export`,
          'const f',
          `if (walk(tree, row) === walk(tree, x)) continue;
    const f`,
        ],
        [
          'answers 0 for values below 1e-12',
          'value / background.length',
          '(Math.abs(value) < 1e-12 ? 0 : value / background.length)',
        ],
        [
          'keeps which features have joined after a RangeError',
          'number[];',
          `number[];
const from: (Row | undefined)[] = [];`,
          'const from: (Row | undefined)[] = x.map(() => undefined)',
          'for (let j = from.length; j < x.length; j++) from[j] = undefined',
        ],
        ['goes left up to 1e-11 above the threshold', '<= node.threshold', '- node.threshold <= 1e-11'],
      ],
    },
    'right/plain.ts': {
      wrong: [
        ['takes a sample of the first 16 background rows', SUMS, `background = background.slice(0, 16);\n  ${SUMS}`],
        ['gives all sets of features the same weight, as Banzhaf does', SHARE, 'return 2 ** (1 - p - n);'],
        ['divides the change evenly between the features on the way to a leaf', SHARE, 'return 1 / (p + n);'],
        [
          'uses the weight of the features that join for those that stay out too',
          MINUS,
          'share(ins.length || 1, outs.length)',
        ],
        ['forgets the leaves that a feature leads away from', AWAY, ''],
        ['divides factorials, which overflow at 171', SHARE, `return ${BY_FACTORIALS};`, TOP, `${FACTORIALS}${TOP}`],
        [
          'estimates factorials by Stirling',
          SHARE,
          `return ${BY_FACTORIALS};`,
          TOP,
          `const factorial = (n: number): number => (n < 2 ? 1 : Math.sqrt(2 * Math.PI * n) * (n / Math.E) ** n);\n${TOP}`,
        ],
        ['keeps the weights in single precision', SHARE, 'return Math.fround(1 / (p * choices));'],
        ['leaves out weights below 1e-4', SHARE, 'return p * choices > 10_000 ? 0 : 1 / (p * choices);'],
        ['adds the background rows up and takes no mean', MEAN, 'return sums;'],
        [
          'gives the prediction for the background minus that for x',
          MEAN,
          'return sums.map((sum) => -sum / background.length);',
        ],
        [
          'gives shares of the whole change',
          MEAN,
          'const whole = sums.reduce((a, b) => a + b, 0);\n  return sums.map((sum) => (whole === 0 ? sum : sum / whole));',
        ],
        [
          'rounds to ten decimals, also where the leaves are smaller than that',
          MEAN,
          'return sums.map((sum) => Math.round((sum / background.length) * 1e10) / 1e10);',
        ],
        ['answers with a `Float32Array`', MEAN, 'return Float32Array.from(sums, (sum) => sum / background.length);'],
        [
          'puts the mean prediction before the values',
          MEAN,
          'return [0, ...sums.map((sum) => sum / background.length)];',
        ],
        [
          'leaves holes for features that change nothing',
          MEAN,
          `const values = new Array(sums.length);
          for (const [j, sum] of sums.entries()) if (sum !== 0) values[j] = sum / background.length;
          return values;`,
        ],
        ['lets the features join in index order only', ...byOrders('[[...x.keys()]]')],
        [
          'takes the mean of the orders that begin at each feature and go round',
          ...byOrders('x.map((_, i) => x.map((_, j) => (i + j) % x.length))'),
        ],
        [
          'estimates from 500 orders that it draws, each with its reverse',
          ...byOrders(
            'drawn(x.length > 20 ? 2 : 500, x.length).flatMap((order) => [order, order.toReversed()])',
            `const drawn = (nOrders: number, n: number): number[][] => {
              let state = 12345;
              const next = () => (state = (state * 1103515245 + 12345) % 2 ** 31);
              const numbered = () => Array.from({ length: n }, (_, j) => [next(), j]);
              return Array.from({ length: nOrders }, () => numbered().sort(([a], [b]) => a - b).map(([, j]) => j));
            };`,
          ),
        ],
        ['takes the change when a feature joins first', ...byRow('first')],
        ['takes the change when a feature joins last', ...byRow('last')],
        [
          'divides the change evenly between the features in which the rows differ',
          ...byRow('scaled(x.map((v, j) => Number(v !== row[j])))'),
        ],
        [
          'gives each split on the way of x the change of the mean of the background below it',
          ROWS,
          `for (const row of background) {
            for (let node = tree; node.kind === 'split'; node = sideOf(node, x))
              sums[node.featureIndex] += worth(sideOf(node, x), x, row, new Set()) - worth(node, x, row, new Set());
          }`,
          TOP,
          `${WORTH}\n${TOP}`,
        ],
        [
          'compares with the mean of the background rows, as one row',
          SUMS,
          `background = [x.map((_, j) => background.reduce((sum, row) => sum + row[j], 0) / background.length)];\n  ${SUMS}`,
        ],
        ['compares with the first background row only', SUMS, `background = background.slice(0, 1);\n  ${SUMS}`],
        [
          'counts a background row that is given twice once',
          SUMS,
          `background = [...new Map(background.map((row) => [row.join(), row])).values()];\n  ${SUMS}`,
        ],
        [
          'leaves out the background rows that are alike x',
          SUMS,
          `background = background.filter((row) => row.some((v, j) => v !== x[j]));
          if (background.length === 0) return x.map(() => 0);
          ${SUMS}`,
        ],
        [
          'lets each split join on its own, also when two read the same feature',
          'joined.has(j)',
          'joined.has(node)',
          'joined.set(j, true)',
          'joined.set(node, true)',
          'joined.set(j, false)',
          'joined.set(node, false)',
          'joined.delete(j)',
          'joined.delete(node)',
          'joined.get(j) === false',
          'joined.get(node) === false',
          'for (const j of ins) sums[j]',
          'for (const node of ins) sums[node.featureIndex]',
          'for (const j of outs) sums[j]',
          'for (const node of outs) sums[node.featureIndex]',
        ],
        ['goes left within a tolerance of 1e-9', '<= threshold ?', '<= threshold + 1e-9 ?'],
        [
          'gives zeros for an empty background',
          CHECK,
          `if (background.length === 0) return x.map(() => 0);\n  ${CHECK}`,
        ],
        ['divides by zero for an empty background', EMPTY, ''],
        ['does not compare the lengths of the rows', LENGTHS, 'false'],
        ['refuses background rows that are shorter than x, and not longer ones', LENGTHS, 'row.length < x.length'],
        [
          'compares the length of the first background row only',
          'background.some((row)',
          'background.slice(0, 1).some((row)',
        ],
        ['does not look for `NaN` in x', WAYS, 'for (const row of background) checkWay(tree, row);'],
        [
          'looks for `NaN` at the root only',
          WAYS,
          "for (const row of [x, ...background]) if (tree.kind === 'split') checkWay({ ...tree, left: { kind: 'leaf' }, right: { kind: 'leaf' } }, row);",
        ],
        ['does not notice that a split reads past the end', PAST_END, ''],
        ['throws a plain `Error` where a row cannot be read', "RangeError('a feature", "Error('a feature"],
        [
          'keeps predictions by the features that have joined, for all background rows of a call',
          ...bySets(
            'x.length > 8 ? [] : [...x.keys()]',
            'known.get(`${[...set]}`) ?? worth(tree, x, row, set);\n        known.set(`${[...set]}`, v)',
            'const known = new Map<string, number>();',
          ),
        ],
        [
          'remembers the answer for a row, though the tree or the background is another',
          MEAN,
          `if (!known.has(x)) known.set(x, sums.map((sum) => sum / background.length));\n  return known.get(x);`,
          TOP,
          `const known = new WeakMap<Row, Row>();\n${TOP}`,
        ],
        [
          'adds the values to those of the last call with the tree',
          SUMS,
          'const sums = known.get(tree) ?? x.map(() => 0);\n  known.set(tree, sums);',
          TOP,
          `const known = new WeakMap<TreeNode, number[]>();\n${TOP}`,
        ],
        [
          'writes the features that join into the background row, and leaves them there',
          MEAN,
          `for (const row of background as number[][]) for (const j of x.keys()) row[j] = x[j];\n  ${MEAN}`,
        ],
        ['sorts the background in place', MEAN, `(background as Row[]).sort((a, b) => a[0] - b[0]);\n  ${MEAN}`],
        [
          'notes in each node how many background rows reach it',
          PAST_END,
          `node.cover = (node.cover ?? 0) + 1;\n    ${PAST_END}`,
        ],
      ],
      slow: [
        ['goes through all sets of features', ...bySets('[...x.keys()]')],
        [
          'goes through all orders of the features',
          ...byOrders(
            'ordersOf([...x.keys()])',
            `const ordersOf = (list: number[]): number[][] =>
              list.length < 2 ? [list] : list.flatMap((j) => ordersOf(list.filter((k) => k !== j)).map((rest) => [j, ...rest]));`,
          ),
        ],
        [
          'goes through all sets of the features on the way to each leaf',
          `const plus = value * ${PLUS};`,
          `const players = [...ins, ...outs];
          for (let bits = 0; bits < 2 ** players.length; bits++) {
            const set = new Set(players.filter((_, i) => bits & (1 << i)));
            if (!ins.every((j) => set.has(j)) || outs.some((j) => set.has(j))) continue;
            for (const j of players) {
              const size = set.size - Number(set.has(j));
              sums[j] += (set.has(j) ? value : -value) * share(size + 1, players.length - 1 - size);
            }
          }
          const plus = 0;`,
          `const minus = value * ${MINUS};`,
          'const minus = 0;',
        ],
        [
          'copies the way to each split',
          'let node = tree;\n  while',
          'let node = tree;\n  let way: TreeNode[] = [];\n  while',
          FORK,
          `way = [...way, node];\n    ${FORK}`,
        ],
        [
          'sums the weights over all sizes of sets, each with binomials of its own, for each feature of each leaf',
          'for (const j of ins) sums[j] += plus;',
          `const others = sums.length - ins.length - outs.length;
          for (const j of ins) sums[j] += value * shareBySum(ins.length, outs.length, others);`,
          AWAY,
          'for (const j of outs) sums[j] -= value * shareBySum(outs.length, ins.length, others);',
          TOP,
          `const shareBySum = (p: number, n: number, others: number): number => {
            let sum = 0;
            for (let extra = 0; extra <= others; extra++) {
              let choices = 1;
              for (let k = 1; k <= extra; k++) choices = (choices * (others - extra + k)) / k;
              sum += choices * share(p + extra, n + others - extra);
            }
            return sum;
          };
          ${TOP}`,
        ],
        [
          'explains all background rows so far again with each further one',
          ROWS,
          `for (const n of background.keys()) {
            sums.fill(0);
            for (const row of background.slice(0, n + 1)) addRow(sums, tree, x, row);
          }`,
        ],
        [
          'predicts for x and for the background row below each node',
          FORK,
          `checkWay(byX, x);\n    checkWay(byRow, row);\n    ${FORK}`,
        ],
      ],
    },
  },
  told: {
    'divides factorials, which overflow at 171': 'rows may have 180 features that all matter',
    'does not notice that a split reads past the end':
      'a split that x or a background row visits and that reads past the end is a RangeError',
    'remembers the answer for a row, though the tree or the background is another':
      'explain does not depend on earlier calls',
    'notes in each node how many background rows reach it': 'explain never changes its inputs',
  },
};
