import type { Patch, Patches } from '../../../../src/index.ts';

const COMPARE = 'value <= threshold';
const LEAF = 'const leaf = leafOf(tree, x);';
const VALUE = 'return leaf.value;';
const LOOP = "while (node.kind === 'split') node = next(node, x);";
const READ = 'read(x, split.featureIndex)';
const SIDE = 'return goesLeft(value, split.threshold) ? split.left : split.right;';
const PAST_END = "if (j >= x.length) throw new RangeError('a row that ends before this feature');";
const NOT_A_NUMBER = "if (Number.isNaN(x[j])) throw new RangeError('a feature that is NaN');";
const TOP = 'export function predict';

const EVERY_NODE = `const everyNode = (tree: TreeNode): TreeNode[] => {
  const nodes = [tree];
  for (const node of nodes) if (node.kind === 'split') nodes.push(node.left, node.right);
  return nodes;
};
export function predict`;

/** Keeps the answers of each tree under a key of the row that other rows have too. */
const cachedBy = (says: string, key: string): Patch => [
  says,
  'number[];',
  `number[];
const trees = new WeakMap<TreeNode, Map<string | number, number>>();`,
  'export function predict',
  'function walk',
  `value;
}`,
  `value;
}

export function predict(tree: TreeNode, x: Row): number {
  const answers = trees.get(tree) ?? new Map<string | number, number>();
  trees.set(tree, answers);
  const key = ${key};
  const answer = answers.get(key) ?? walk(tree, x);
  answers.set(key, answer);
  return answer;
}`,
];

export const patches: Patches = {
  of: {
    'right/question.ts': {
      rare: [
        [
          'checks what a split reads for the first 30 splits only',
          'while',
          `let n = 0;
  while`,
          'v === undefined || Number.isNaN(v',
          'n++ < 30 && (v === undefined || Number.isNaN(v)',
        ],
        ['clamps features to 1e9 on either side', 'node = v', 'node = Math.max(-1e9, Math.min(1e9, v))'],
        ['asks for the sign of a cube, which underflows', 'v <= node.threshold', '(node.threshold - v) ** 3 >= 0'],
        [
          'knows 64 features and reads those beyond as if they began anew',
          'node.featureIndex',
          'node.featureIndex % 64',
        ],
        ['numbers the features in a byte', 'node.featureIndex', 'node.featureIndex & 255'],
        cachedBy(
          'keeps answers for each tree under the row rounded to 15 digits',
          'x.map((v) => v.toPrecision(15)).join()',
        ),
        cachedBy('keeps answers for each tree under the first and the last feature', '`${x[0]},${x[x.length - 1]}`'),
        cachedBy(
          'keeps answers for each tree under the row rounded to 6 decimals',
          'x.map((v) => v.toFixed(6)).join()',
        ),
        cachedBy('keeps answers for each tree under the sorted row', '[...x].sort().join()'),
        cachedBy('keeps answers for each tree under the sum of the row', 'x.reduce((a, b) => a + b, 0)'),
        cachedBy('keeps answers for each tree under the first three features', 'x.slice(0, 3).join()'),
        cachedBy('keeps answers for each tree under the row joined with points', "x.join('.')"),
        [
          'scales both numbers by 1e8 before it compares them, which overflows',
          '<= node.threshold',
          '* 1e8 <= node.threshold * 1e8',
        ],
        ['takes -999 for a missing feature and refuses it', 'isNaN(v)', 'isNaN(v) || v === -999'],
        ['rounds the value to 16 digits', 'node.value', 'Number(node.value.toPrecision(16))'],
        ['goes left up to 1e-300 above the threshold', '<= node.threshold', '- node.threshold <= 1e-300'],
        [
          'keeps answers for each row under the digits of the tree',
          'number[];',
          `number[];
const answers = new Map<string, number>();`,
          'export function predict',
          'function walk',
          `value;
}`,
          `value;
}

export function predict(tree: TreeNode, x: Row): number {
  const key = \`\${JSON.stringify(tree).replace(/[^0-9]/g, '')}|\${x}\`;
  const answer = answers.get(key) ?? walk(tree, x);
  answers.set(key, answer);
  return answer;
}`,
        ],
        [
          'keeps answers for each row under what the root reads',
          'number[];',
          `number[];
const answers = new Map<string, number>();`,
          'export function predict',
          'function walk',
          `value;
}`,
          `value;
}

export function predict(tree: TreeNode, x: Row): number {
  const key = tree.kind === 'leaf' ? \`\${tree.value}\` : \`\${tree.featureIndex},\${tree.threshold}|\${x}\`;
  const answer = answers.get(key) ?? walk(tree, x);
  answers.set(key, answer);
  return answer;
}`,
        ],
        ['clamps values to 1e15 on either side', 'node.value', 'Math.max(-1e15, Math.min(1e15, node.value))'],
        ['answers 0 for values below 1e-12', 'return node', 'return Math.abs(node.value) < 1e-12 ? 0 : node'],
      ],
    },
    'right/plain.ts': {
      wrong: [
        ['has room for 16 features', LEAF, 'const leaf = leafOf(tree, x.slice(0, 16));'],
        ['goes left only on equality, as if every feature were a category', COMPARE, 'value === threshold'],
        [
          'compares with `Object.is` for equality, so that 0 is not equal to -0',
          COMPARE,
          'value < threshold || Object.is(value, threshold)',
        ],
        ['goes left within an absolute tolerance of 1e-9', COMPARE, 'value <= threshold + 1e-9'],
        [
          'goes left within a relative tolerance of a few units in the last place',
          COMPARE,
          'value - threshold <= 4 * Number.EPSILON * Math.abs(threshold)',
        ],
        ['compares both numbers in single precision', COMPARE, 'Math.fround(value) <= Math.fround(threshold)'],
        ['rounds both numbers to six decimals', COMPARE, '+value.toFixed(6) <= +threshold.toFixed(6)'],
        ['cuts the fraction off the feature', COMPARE, 'Math.trunc(value) <= threshold'],
        [
          'compares the sizes of the two numbers without their signs',
          COMPARE,
          'Math.abs(value) <= Math.abs(threshold)',
        ],
        [
          'divides the feature by the threshold, which turns the comparison round below 0',
          COMPARE,
          'value / threshold <= 1',
        ],
        [
          'finds the smaller number by `sort()` without a comparator',
          COMPARE,
          '[value, threshold].sort()[0] === value',
        ],
        ['takes a threshold of 0 for a missing one and puts 0.5 in its place', COMPARE, 'value <= (threshold || 0.5)'],
        ['goes right whenever the threshold is 0', COMPARE, 'Boolean(threshold) && value <= threshold'],
        [
          'scales the row to 0..1 before it compares',
          LEAF,
          `const min = Math.min(...x);
          const span = Math.max(...x) - min;
          const leaf = leafOf(tree, span > 0 ? x.map((v) => (v - min) / span) : x);`,
        ],
        ['counts the features from 1', READ, 'read(x, split.featureIndex - 1)'],
        ['takes a split on feature 0 for a leaf', "while (node.kind === 'split')", 'while (node.featureIndex)'],
        [
          'takes a `featureIndex` of 0 for a missing one and reads the last feature',
          READ,
          'read(x, split.featureIndex || Math.max(0, x.length - 1))',
        ],
        ['takes a feature of 0 for a missing one and throws', 'Number.isNaN(x[j])', '!x[j]'],
        [
          'reads the features in turn by depth, as a k-d tree does',
          LOOP,
          "for (let i = 0; node.kind === 'split'; i++) node = next({ ...node, featureIndex: i % (x.length || 1) }, x);",
        ],
        [
          "reads the root's feature at every split",
          LOOP,
          "while (node.kind === 'split') node = next({ ...node, featureIndex: tree.featureIndex }, x);",
        ],
        [
          "compares with the root's threshold at every split",
          LOOP,
          "while (node.kind === 'split') node = next({ ...node, threshold: tree.threshold }, x);",
        ],
        [
          'asks each feature only once and goes the same side at a later split on it',
          LOOP,
          `const sides: boolean[] = [];
          while (node.kind === 'split') {
            sides[node.featureIndex] ??= next(node, x) === node.left;
            node = sides[node.featureIndex] ? node.left : node.right;
          }`,
        ],
        [
          'drops features that occur twice in the row, which renumbers the rest',
          LEAF,
          'const leaf = leafOf(tree, [...new Set(x)]);',
        ],
        ['reads the features in sorted order', LEAF, 'const leaf = leafOf(tree, x.toSorted((a, b) => a - b));'],
        ['rounds the value to a class label', VALUE, 'return Math.round(leaf.value);'],
        ['stores the value in an `Int32Array`', VALUE, 'return Int32Array.of(leaf.value)[0];'],
        ['clamps the value to 0 and above', VALUE, 'return Math.max(0, leaf.value);'],
        ['answers the class 1 from 0.5 upward and 0 below', VALUE, 'return leaf.value >= 0.5 ? 1 : 0;'],
        ['answers in single precision', VALUE, 'return Math.fround(leaf.value);'],
        ['takes a value of 0 for a missing one and answers NaN', VALUE, 'return leaf.value || Number.NaN;'],
        [
          'knows a leaf by its value being truthy and looks below a leaf of 0',
          "while (node.kind === 'split')",
          'while (!node.value)',
        ],
        [
          'refuses a value that is no class label from 0 upward',
          VALUE,
          "if (!Number.isInteger(leaf.value) || leaf.value < 0) throw new RangeError('no class');\n  return leaf.value;",
        ],
        ['answers the value as a string', VALUE, 'return `${leaf.value}` as never;'],
        [
          "answers the leaf's position in the tree instead of its value",
          VALUE,
          "return everyNode(tree).filter(({ kind }) => kind === 'leaf').indexOf(leaf);",
          TOP,
          EVERY_NODE,
        ],
        [
          'answers the depth of the leaf instead of its value',
          LOOP,
          "let depth = 0;\n  for (; node.kind === 'split'; depth++) node = next(node, x);\n  return { ...node, value: depth };",
        ],
        [
          'averages the values of the two leaves below the last split',
          SIDE,
          `if (split.left.kind === 'leaf' && split.right.kind === 'leaf')
            return { kind: 'leaf', value: (split.left.value + split.right.value) / 2 };
          ${SIDE}`,
        ],
        ['assumes that the root is a split', 'let node = tree;', 'let node = next(tree, x);'],
        [
          'refuses a tree that is one leaf as untrained',
          LEAF,
          `if (tree.kind === 'leaf') throw new RangeError('the tree has no splits');\n  ${LEAF}`,
        ],
        ['sends NaN right, as `NaN <= threshold` does', NOT_A_NUMBER, ''],
        ['sends NaN left, as `!(x > threshold)` does', NOT_A_NUMBER, '', COMPARE, '!(value > threshold)'],
        [
          'answers NaN when a visited split reads NaN',
          'const value =',
          "if (Number.isNaN(x[split.featureIndex])) return { kind: 'leaf', value: Number.NaN };\n  const value =",
        ],
        ['reads NaN as 0', NOT_A_NUMBER, 'if (Number.isNaN(x[j])) return 0;'],
        [
          'drops NaN from the row first, which renumbers the other features',
          LEAF,
          'const leaf = leafOf(tree, x.filter((v) => !Number.isNaN(v)));',
        ],
        [
          'looks for NaN at the root only',
          LEAF,
          `if (tree.kind === 'split' && Number.isNaN(x[tree.featureIndex])) throw new RangeError('NaN');\n  ${LEAF}`,
          NOT_A_NUMBER,
          '',
        ],
        ['throws a TypeError for NaN', "RangeError('a feature", "TypeError('a feature"],
        [
          'skips a split whose two leaves hold the same value, whatever it reads',
          'const value =',
          `if (split.left.kind === 'leaf' && split.right.kind === 'leaf' && split.left.value === split.right.value) return split.left;
          const value =`,
        ],
        ['sends a row right where its feature is past the end, as `undefined <= threshold` does', PAST_END, ''],
        ['reads a feature past the end as 0', PAST_END, 'if (j >= x.length) return 0;'],
        [
          'reads the last feature where the `featureIndex` is past the end',
          READ,
          'read(x, Math.max(0, Math.min(split.featureIndex, x.length - 1)))',
        ],
        [
          'starts the features again from 0 where the `featureIndex` is past the end',
          READ,
          'read(x, x.length ? split.featureIndex % x.length : 0)',
        ],
        ['answers 0 for a row without features', LEAF, `if (x.length === 0) return 0;\n  ${LEAF}`],
        [
          'answers a RangeError instead of throwing it',
          VALUE,
          'return leaf instanceof Error ? leaf : leaf.value;',
          PAST_END,
          '',
          NOT_A_NUMBER,
          '',
          'const value =',
          `if (!(x[split.featureIndex] <= Infinity)) return new RangeError('nothing to read');
          const value =`,
        ],
        [
          'refuses a row with more features than the tree asks for',
          LEAF,
          `const asked = everyNode(tree).map((node) => (node.kind === 'split' ? node.featureIndex + 1 : 0));
          if (x.length > asked.reduce((a, b) => Math.max(a, b)) && asked[0] > 0) throw new RangeError('too many features');
          ${LEAF}`,
          TOP,
          EVERY_NODE,
        ],
        [
          'refuses negative features',
          NOT_A_NUMBER,
          "if (Number.isNaN(x[j]) || x[j] < 0) throw new RangeError('a feature');",
        ],
        [
          'goes left without asking after as many splits as the row has features',
          LOOP,
          "for (let i = 0; node.kind === 'split'; i++) node = i >= x.length && i > 0 ? node.left : next(node, x);",
        ],
        [
          'takes 10,000 splits for an endless walk and throws',
          LOOP,
          `for (let i = 0; node.kind === 'split'; i++) {
            if (i === 10_000) throw new RangeError('the walk does not end');
            node = next(node, x);
          }`,
        ],
        [
          'keeps one answer for each tree',
          LEAF,
          'const leaf = answers.get(tree) ?? leafOf(tree, x);\n  answers.set(tree, leaf);',
          TOP,
          `const answers = new WeakMap<TreeNode, Leaf>();\n${TOP}`,
        ],
        [
          'keeps answers for each tree under the row joined without a comma, so that [1, 23] is [12, 3]',
          LEAF,
          `const known = trees.get(tree) ?? new Map<string, Leaf>();
          trees.set(tree, known);
          const leaf = known.get(x.join('')) ?? leafOf(tree, x);
          known.set(x.join(''), leaf);`,
          TOP,
          `const trees = new WeakMap<TreeNode, Map<string, Leaf>>();\n${TOP}`,
        ],
        [
          'keeps the tree of the first call for good',
          LEAF,
          'root ??= tree;\n  const leaf = leafOf(root, x);',
          TOP,
          `let root: TreeNode;\n${TOP}`,
        ],
        [
          'copies rows into one shared buffer and reads what an earlier, longer row left in it',
          LEAF,
          'for (let j = 0; j < x.length; j++) buffer[j] = x[j];\n  const leaf = leafOf(tree, buffer);',
          TOP,
          `const buffer: number[] = [];\n${TOP}`,
        ],
        [
          'counts steps against endless walks and does not start again from 0 at the next call',
          'const value =',
          "if (++steps > 1000) throw new RangeError('the walk does not end');\n  const value =",
          TOP,
          `let steps = 0;\n${TOP}`,
        ],
        [
          'refuses every row after the first RangeError',
          LEAF,
          `if (failed) throw new RangeError('an earlier row was bad');
          failed = true;
          const leaf = leafOf(tree, x);
          failed = false;`,
          TOP,
          `let failed = false;\n${TOP}`,
        ],
        ['counts its visits in the nodes', 'const value =', 'split.visits = (split.visits ?? 0) + 1;\n  const value ='],
        [
          'shortens the tree to the leaf that it found',
          VALUE,
          `if (tree.kind === 'split') tree[next(tree, x) === tree.left ? 'left' : 'right'] = leaf;\n  ${VALUE}`,
        ],
        ['appends a constant feature to the row of the caller', VALUE, `(x as number[]).push(1);\n  ${VALUE}`],
      ],
      slow: [
        [
          'answers every node of the tree from the bottom up, both children of each split',
          LEAF,
          `const leaves = new Map<TreeNode, Leaf | undefined>();
          for (const node of everyNode(tree).reverse()) {
            if (node.kind === 'leaf') leaves.set(node, node);
            else if (x[node.featureIndex] <= Infinity) leaves.set(node, leaves.get(next(node, x)));
          }
          const leaf = leaves.get(tree);
          if (!leaf) throw new RangeError('a feature is missing');`,
          TOP,
          EVERY_NODE,
        ],
        [
          'turns the whole tree into arrays at each call',
          LEAF,
          `const nodes = everyNode(tree);
          const numbers = new Map(nodes.map((node, i) => [node, i]));
          const sides = nodes.map((node) => (node.kind === 'split' ? [numbers.get(node.left), numbers.get(node.right)] : []));
          let i = 0;
          for (let node = nodes[0]; node.kind === 'split'; node = nodes[i])
            i = sides[i][goesLeft(read(x, node.featureIndex), node.threshold) ? 0 : 1];
          const leaf = nodes[i];`,
          TOP,
          EVERY_NODE,
        ],
        [
          'looks for the node among all the nodes visited before, against loops',
          LOOP,
          `const visited: TreeNode[] = [];
          while (node.kind === 'split') {
            if (visited.includes(node)) throw new RangeError('the tree has a loop');
            visited.push(node);
            node = next(node, x);
          }`,
        ],
        [
          'copies its turns so far into a longer typed array at each split',
          LOOP,
          `let turns = new Uint8Array(0);
          while (node.kind === 'split') {
            const longer = new Uint8Array(turns.length + 1);
            longer.set(turns);
            longer[turns.length] = next(node, x) === node.left ? 1 : 0;
            turns = longer;
            node = turns.at(-1) ? node.left : node.right;
          }`,
        ],
        [
          'reads the whole row at each split',
          READ,
          'x.filter((_, j) => j === split.featureIndex && read(x, j) <= Infinity)[0] ?? read(x, split.featureIndex)',
        ],
        [
          'counts the calls in a log that it reads from the start at each call',
          LEAF,
          `log.push(x.length);
          if (log.reduce((count) => count + 1, 0) > Number.MAX_SAFE_INTEGER) throw new RangeError('too many calls');
          ${LEAF}`,
          TOP,
          `const log: number[] = [];\n${TOP}`,
        ],
        [
          'looks up each value of the row in the row',
          LEAF,
          `if (x.some((value, j) => x.indexOf(value) > j)) throw new Error('lost');\n  ${LEAF}`,
        ],
      ],
    },
    'right/recursive.ts': {
      wrong: [
        [
          'answers NaN where its recursion overflows the call stack',
          'export { predict };',
          `const caught = (tree: TreeNode, x: Row): number => {
            try {
              return predict(tree, x);
            } catch (error) {
              if (/call stack/.test(String(error))) return Number.NaN;
              throw error;
            }
          };
          export { caught as predict };`,
        ],
      ],
    },
  },
  told: {
    'sends NaN right, as `NaN <= threshold` does': 'a visited split that reads NaN is a RangeError',
    'reads a feature past the end as 0':
      'a visited split whose featureIndex is past the end of the row is a RangeError',
    'keeps answers for each tree under the row joined without a comma, so that [1, 23] is [12, 3]':
      'predict does not depend on earlier calls',
    'counts its visits in the nodes': 'predict never changes its inputs',
  },
};
