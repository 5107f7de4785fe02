import type { Patches } from '../../../../src/index.ts';

const LEAF = 'const leaf = leafOf(tree, x);';
const VALUE = 'return leaf.value;';
const LOOP = "while (node.kind !== 'leaf') node = node[sideOf(node, x)];";
const READ = 'const value = read(x, node.featureIndex);';
const MISSING = 'if (isMissing(value)) return node.missing;';
const IS_MISSING = 'return Number.isNaN(value);';
const PAST_END = "if (j >= x.length) throw new RangeError('a row of another table');";
const COMPARE = 'value <= threshold';
const LISTED_LEFT = "if (isListed(left, value)) return 'left';";
const UNSEEN = 'return missing;';
const LISTED = 'return list.includes(value);';
const TOP = 'export function predictWithMissing';

const EVERY_NODE = `const everyNode = (tree: Tree): Tree[] => {
  const nodes = [tree];
  for (const node of nodes) if (node.kind !== 'leaf') nodes.push(node.left, node.right);
  return nodes;
};
${TOP}`;

export const patches: Patches = {
  of: {
    'right/question.ts': {
      rare: [
        [
          'refuses every row after the first RangeError',
          'Category;',
          `Category;
let failed = false;`,
          'export function predictWithMissing',
          'function walk',
          `missing;
}`,
          `missing;
}

export function predictWithMissing(tree: Tree, x: readonly number[]): number {
  if (failed) throw new RangeError('an earlier row was bad');
  failed = true;
  const answer = walk(tree, x);
  failed = false;
  return answer;
}`,
        ],
        [
          'takes categories for the same that are less than 1e-301 apart',
          `if (node.categories.left.includes(v)) return 'left';
  return node.categories.right.includes(v`,
          `const same = (a: number): boolean => Math.abs(a - v) < 1e-301;
  if (node.categories.left.some(same)) return 'left';
  return node.categories.right.some(same`,
        ],
        [
          'compares whole categories in 16 bits',
          `if (node.categories.left.includes(v)) return 'left';
  return node.categories.right.includes(v`,
          `const same = (a: number): boolean =>
    a === v || (Number.isInteger(a) && Number.isInteger(v) && (a & 65_535) === (v & 65_535));
  if (node.categories.left.some(same)) return 'left';
  return node.categories.right.some(same`,
        ],
        [
          'compares whole categories in 32 bits',
          `if (node.categories.left.includes(v)) return 'left';
  return node.categories.right.includes(v`,
          `const same = (a: number): boolean => a === v || (Number.isInteger(a) && Number.isInteger(v) && (a | 0) === (v | 0));
  if (node.categories.left.some(same)) return 'left';
  return node.categories.right.some(same`,
        ],
        ['clamps features to 1e9 on either side', 'return v', 'return Math.max(-1e9, Math.min(1e9, v))'],
        ['numbers the features in a byte', 'node.featureIndex', 'node.featureIndex & 255'],
        ['takes features beyond 1e15 for missing', 'isNaN(v)', 'isNaN(v) || Math.abs(v) > 1e15'],
        [
          'takes categories beyond 1e9 for unseen',
          'isNaN(v)',
          "isNaN(v) || (node.kind === 'category' && Math.abs(v) > 1e9)",
        ],
        [
          'keeps answers for each tree under the row joined without a comma',
          'Category;',
          `Category;
const trees = new WeakMap<Tree, Map<string, number>>();`,
          'export function predictWithMissing',
          'function walk',
          `missing;
}`,
          `missing;
}

export function predictWithMissing(tree: Tree, x: readonly number[]): number {
  const answers = trees.get(tree) ?? new Map<string, number>();
  trees.set(tree, answers);
  const key = x.join('');
  const answer = answers.get(key) ?? walk(tree, x);
  answers.set(key, answer);
  return answer;
}`,
        ],
        [
          'keeps answers for each tree under a row in which NaN reads as 0',
          'Category;',
          `Category;
const trees = new WeakMap<Tree, Map<string, number>>();`,
          'export function predictWithMissing',
          'function walk',
          `missing;
}`,
          `missing;
}

export function predictWithMissing(tree: Tree, x: readonly number[]): number {
  const answers = trees.get(tree) ?? new Map<string, number>();
  trees.set(tree, answers);
  const key = x.map((v) => (Number.isNaN(v) ? 0 : v)).join();
  const answer = answers.get(key) ?? walk(tree, x);
  answers.set(key, answer);
  return answer;
}`,
        ],
        ['takes -999 for a missing feature', 'isNaN(v)', 'isNaN(v) || v === -999'],
        ['goes left up to 1e-30 above the threshold', '<= node.threshold', '- node.threshold <= 1e-30'],
      ],
    },
    'right/plain.ts': {
      wrong: [
        ['has room for 16 features', LEAF, 'const leaf = leafOf(tree, x.slice(0, 16));'],
        ['sends every missing feature left', MISSING, "if (isMissing(value)) return 'left';"],
        [
          'compares `NaN` with the threshold as it is, which sends it right',
          MISSING,
          "if (isMissing(value) && node.kind === 'category') return node.missing;",
        ],
        [
          'looks at `missing` at splits only, and sends `NaN` at a category split right',
          MISSING,
          "if (isMissing(value)) return node.kind === 'category' ? 'right' : node.missing;",
        ],
        [
          'takes `missing` for the side that is missing, and goes to the other one',
          MISSING,
          "if (isMissing(value)) return node.missing === 'left' ? 'right' : 'left';",
        ],
        ['takes a feature that is 0 for a missing one', IS_MISSING, 'return !value;'],
        ['takes a missing feature for 0', READ, 'const value = read(x, node.featureIndex) || 0;'],
        ['looks for a missing feature with `=== NaN`, which nothing is', IS_MISSING, 'return value === Number.NaN;'],
        [
          'takes every feature for missing once one of the row is',
          MISSING,
          'if (x.some(isMissing)) return node.missing;',
        ],
        [
          'refuses `NaN` at a split, as level 1 did',
          MISSING,
          `if (isMissing(value) && node.kind === 'split') throw new RangeError('the row has a hole');\n  ${MISSING}`,
        ],
        [
          'refuses a row with `NaN` in a feature that no visited node reads and the tree does not ask for',
          LEAF,
          `const asked = new Set(everyNode(tree).map((node) => (node.kind === 'leaf' ? -1 : node.featureIndex)));
          if (x.some((v, j) => isMissing(v) && !asked.has(j))) throw new RangeError('the row has a hole');
          ${LEAF}`,
          TOP,
          EVERY_NODE,
        ],
        [
          'keeps the side of a missing feature from the first node that misses it',
          LOOP,
          `const sides: Side[] = [];
          while (node.kind !== 'leaf') {
            const j = node.featureIndex;
            if (isMissing(x[j])) sides[j] ??= node.missing;
            node = node[sides[j] ?? sideOf(node, x)];
          }`,
        ],
        [
          'goes by the `missing` of the root at every node',
          LOOP,
          "while (node.kind !== 'leaf') node = node[sideOf({ ...node, missing: tree.missing }, x)];",
        ],
        [
          'takes a feature past the end of the row for a missing one',
          PAST_END,
          'if (j >= x.length) return Number.NaN;',
        ],
        [
          'checks the end of the row at splits, and not at category splits',
          PAST_END,
          '',
          READ,
          `${READ}\n  if (value === undefined && node.kind === 'split') throw new RangeError('a row of another table');`,
        ],
        [
          'checks the end of the row at category splits, and not at splits',
          PAST_END,
          '',
          READ,
          `${READ}\n  if (value === undefined && node.kind === 'category') throw new RangeError('a row of another table');`,
        ],
        ['throws a `TypeError` for a row that is too short', 'RangeError', 'TypeError'],
        [
          'takes a row without features for one in which all are missing',
          PAST_END,
          `if (x.length === 0) return Number.NaN;\n  ${PAST_END}`,
        ],
        [
          'refuses a row that ends with `NaN` once a node reads it',
          PAST_END,
          "if (j > x.findLastIndex((v) => !Number.isNaN(v))) throw new RangeError('a row of another table');",
        ],
        ['goes left within a tolerance', COMPARE, 'value <= threshold + 1e-12 * Math.max(1, Math.abs(threshold))'],
        ['compares in single precision', COMPARE, 'Math.fround(value) <= Math.fround(threshold)'],
        ['goes on from a leaf with the value 0, and finds nothing there', VALUE, 'return leaf.value || Number.NaN;'],
        ['rounds the value to a class number', VALUE, 'return Math.round(leaf.value);'],
        ['sends every category right that is not listed left', UNSEEN, "return 'right';"],
        ['sends every category left that is not listed right', UNSEEN, "return 'left';"],
        [
          'throws a `RangeError` for a category that training never saw',
          UNSEEN,
          "throw new RangeError('an unknown category');",
        ],
        [
          'sends a category that training never saw to the side that lists more of them',
          UNSEEN,
          "return right.length > left.length ? 'right' : 'left';",
        ],
        [
          'takes an empty list for "all the others"',
          UNSEEN,
          "return left.length === 0 ? 'left' : right.length === 0 ? 'right' : missing;",
        ],
        [
          'takes a category between the listed ones for one of the side',
          LISTED,
          'return value >= Math.min(...list) && value <= Math.max(...list);',
        ],
        [
          'sends a category to the side that lists the nearest one',
          LISTED_LEFT,
          `const nearest = (list: readonly number[]) => Math.min(...list.map((category) => Math.abs(category - value)));
          if (left.length + right.length > 0) return nearest(left) <= nearest(right) ? 'left' : 'right';`,
        ],
        [
          'reads a category split as a split at the largest category of the left side',
          LISTED_LEFT,
          "return value <= Math.max(...left) ? 'left' : 'right';",
        ],
        [
          'searches the lists by halves, as if they were sorted',
          LISTED,
          `let [low, high] = [0, list.length];
          while (low < high) {
            const middle = (low + high) >> 1;
            if (list[middle] < value) low = middle + 1;
            else high = middle;
          }
          return list[low] === value;`,
        ],
        [
          'uses what `find` gives as the truth, so that category 0 is never found',
          LISTED,
          'return Boolean(list.find((category) => category === value));',
        ],
        [
          'takes the index that `indexOf` gives for the truth, so that the first category is not found and unknown ones are',
          LISTED,
          'return Boolean(list.indexOf(value));',
        ],
        [
          'does not find the first category of a list, for `indexOf` gives 0',
          LISTED,
          'return list.indexOf(value) > 0;',
        ],
        ['asks with `in`, which looks for an index', LISTED, 'return value in list;'],
        [
          'compares categories with `Object.is`, so that 0 and -0 are two',
          LISTED,
          'return list.some((category) => Object.is(category, value));',
        ],
        ['cuts the fractions off the categories', LISTED, 'return Int32Array.from(list).includes(Math.trunc(value));'],
        ['keeps the categories in a `Float32Array`', LISTED, 'return Float32Array.from(list).includes(value);'],
        [
          'compares categories within 1e-9',
          LISTED,
          'return list.some((category) => Math.abs(category - value) < 1e-9);',
        ],
        [
          'keeps the categories as bits of one integer, so that 32 is taken for 0',
          LISTED,
          'return Boolean(list.reduce((bits, category) => bits | (1 << category), 0) & (1 << value));',
        ],
        ['keys the categories by their absolute value', LISTED, 'return list.map(Math.abs).includes(Math.abs(value));'],
        [
          'writes the list as one text and looks for the number in it',
          LISTED,
          'return `${list}`.includes(`${value}`);',
        ],
        [
          'keeps the categories of each feature, from the first node of a call that reads it',
          LOOP,
          `const kept = [];
          while (node.kind !== 'leaf') {
            if (node.kind === 'category') node = { ...node, categories: (kept[node.featureIndex] ??= node.categories) };
            node = node[sideOf(node, x)];
          }`,
        ],
        [
          'keeps the categories of each feature from call to call, though the tree is another',
          '{ categories: { left, right }, missing }: CategorySplit',
          '{ categories, featureIndex, missing }: CategorySplit',
          LISTED_LEFT,
          `const key = [featureIndex, categories.left.length, categories.right.length].join();
          kept.set(key, kept.get(key) ?? categories);
          const { left, right } = kept.get(key);
          ${LISTED_LEFT}`,
          TOP,
          `const kept = new Map<string, Categories>();\n${TOP}`,
        ],
        [
          'remembers the answer of a row, and gives it for another tree too',
          LEAF,
          'const leaf = known.get(x) ?? leafOf(tree, x);\n  known.set(x, leaf);',
          TOP,
          `const known = new WeakMap<Row, Leaf>();\n${TOP}`,
        ],
        [
          'fills holes with what the row before had there',
          LEAF,
          'last = x.map((v, j) => (isMissing(v) ? (last[j] ?? v) : v));\n  const leaf = leafOf(tree, last);',
          TOP,
          `let last: Row = [];\n${TOP}`,
        ],
        ['sorts the lists of categories in place', LISTED, `(list as number[]).sort((a, b) => a - b);\n  ${LISTED}`],
        [
          'writes into the row where it has sent a missing feature',
          MISSING,
          `if (isMissing(value) && node.kind === 'split')
            x[node.featureIndex] = node.missing === 'left' ? node.threshold : node.threshold + 1;
          ${MISSING}`,
        ],
        [
          'takes no more than 1,000 steps down',
          LOOP,
          `for (let step = 0; node.kind !== 'leaf'; step++) {
            if (step === 1000) throw new RangeError('a cycle');
            node = node[sideOf(node, x)];
          }`,
        ],
        [
          'stops at a split that misses its feature, and answers the mean of both sides when these are leaves',
          LOOP,
          `while (node.kind !== 'leaf') {
            const { featureIndex, left, right } = node;
            if (isMissing(read(x, featureIndex)) && left.kind === 'leaf' && right.kind === 'leaf')
              return { kind: 'leaf', value: (left.value + right.value) / 2 };
            node = node[sideOf(node, x)];
          }`,
        ],
      ],
      slow: [
        [
          'makes sets of the categories of all nodes before it walks',
          LEAF,
          `sets = new Map();
          for (const node of everyNode(tree))
            if (node.kind === 'category')
              for (const list of Object.values(node.categories)) sets.set(list, new Set(list));
          ${LEAF}`,
          LISTED,
          'return sets.get(list).has(value);',
          TOP,
          `let sets: Map<readonly number[], Set<number>>;\n${EVERY_NODE}`,
        ],
        [
          'answers both children of each node, from the leaves up',
          LEAF,
          `const leaves = new Map<Tree, Leaf | undefined>();
          for (const node of everyNode(tree).reverse()) {
            if (node.kind === 'leaf') leaves.set(node, node);
            else if (node.featureIndex < x.length) leaves.set(node, leaves.get(node[sideOf(node, x)]));
          }
          const leaf = leaves.get(tree);
          if (!leaf) throw new RangeError('a row of another table');`,
          TOP,
          EVERY_NODE,
        ],
        [
          'looks for holes in the whole row at each node',
          MISSING,
          'if (x.some((v, j) => isMissing(v) && j === node.featureIndex)) return node.missing;',
        ],
        ['copies the row at each node', 'node = node[sideOf(node, x)]', 'node = node[sideOf(node, [...x])]'],
        [
          'compares every category of one side with every one of the other, to see that none is on both',
          LISTED_LEFT,
          `if (left.some((category) => right.includes(category))) throw new RangeError('a category on both sides');
          ${LISTED_LEFT}`,
        ],
        [
          'makes its set of categories from lists that it copies for each of them',
          LISTED,
          `let known: number[] = [];
          for (const category of list) known = known.includes(category) ? known : known.concat(category);
          return known.includes(value);`,
        ],
        [
          'keeps the way so far in a list that it copies at each node',
          LOOP,
          "let way = [node];\n  for (; node.kind !== 'leaf'; node = way[0]) way = [node[sideOf(node, x)], ...way];",
        ],
        [
          'looks again at all categories seen on the way, at each node',
          LISTED_LEFT,
          `const seen: number[] = [];
          for (const category of [...left, ...right]) if (!seen.includes(category)) seen.push(category);
          ${LISTED_LEFT}`,
        ],
      ],
    },
  },
  told: {
    'takes a feature past the end of the row for a missing one':
      'a visited split whose featureIndex is past the end of the row is a RangeError: that is not a missing value',
    'compares categories with `Object.is`, so that 0 and -0 are two':
      'categories are equal as numbers: 0 and -0 are one, and no two others are',
    'sorts the lists of categories in place': 'predictWithMissing never changes its inputs',
  },
};
