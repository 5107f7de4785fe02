import type { Patches } from '../../../../src/index.ts';

const COMPARE = 'value <= threshold';
const IS_LEAF = 'flat.features[i] < 0';
const LIST = "for (const node of nodes) if (node.kind === 'split') nodes.push(node.left, node.right);";
const NUMBER = 'let nListed = 1;';
const CHILDREN = 'flat.lefts[i] = nListed++;\n      flat.rights[i] = nListed++;';
const PREPARED = 'return flat;';
const NEW_ANSWER = 'const y = new Float64Array(X.length);';
const ANSWER = 'for (const [r, x] of X.entries()) y[r] = flat.values[leafOf(flat, x)];';
const ANSWERED = 'return y;';
const WALK = 'while (!isLeaf(flat, i)) i = next(flat, i, x);';
const PAST_END = "if (j >= x.length) throw new RangeError('a row that ends before this feature');";
const NOT_A_NUMBER = "if (Number.isNaN(x[j])) throw new RangeError('a feature that is NaN');";
const TOP = 'export function flatten';

export const patches: Patches = {
  of: {
    'right/question.ts': {
      rare: [
        [
          'writes answers one after the other into a buffer and begins anew where it is full',
          'number[];',
          `number[];
let arena = new Float64Array(64);
let used = 0;`,
          'return X.map((x) => walk(flat, x))',
          `if (used + X.length > arena.length) used = 0;
  if (X.length > arena.length) arena = new Float64Array(X.length);
  const answer = arena.subarray(used, used + X.length);
  used += X.length;
  X.forEach((x, i) => {
    answer[i] = walk(flat, x);
  });
  return answer`,
        ],
        [
          'numbers its flat trees in a byte',
          'number[];',
          `number[];
const trees: TreeNode[] = [];
let made = 0;`,
          'TreeNode => tree',
          `number => {
  const id = made++ & 255;
  trees[id] = tree;
  return id;
}`,
          `TreeNode, X: readonly Row[]): ArrayLike<number> {
  return X.map((x) => walk(flat`,
          `number, X: readonly Row[]): ArrayLike<number> {
  return X.map((x) => walk(trees[flat]`,
        ],
        [
          'looks for NaN in the first 100 rows only',
          'undefined || Number.isNaN(v)',
          'undefined',
          'x) => walk(flat, x)',
          `x, i) => {
    const value = walk(flat, x);
    if (i < 100 && x.some(Number.isNaN)) throw new RangeError('no feature');
    return value;
  }`,
        ],
        ['clamps features to 1e9 on either side', 'node = v', 'node = Math.max(-1e9, Math.min(1e9, v))'],
        ['clamps values to 1e15 on either side', 'node.value', 'Math.max(-1e15, Math.min(1e15, node.value))'],
        [
          'writes its answers into eight buffers in turn',
          'number[];',
          `number[];
const buffers = Array.from({ length: 8 }, (): number[] => []);
let calls = 0;`,
          'return X.map((x) => walk(flat, x))',
          `const answer = buffers[calls++ % 8];
  answer.length = 0;
  for (const x of X) answer.push(walk(flat, x));
  return answer`,
        ],
        [
          'keeps eight flat trees at most',
          'number[];',
          `number[];
const trees: TreeNode[] = [];
let made = 0;`,
          'TreeNode => tree',
          `number => {
  const id = made++ % 8;
  trees[id] = tree;
  return id;
}`,
          `TreeNode, X: readonly Row[]): ArrayLike<number> {
  return X.map((x) => walk(flat`,
          `number, X: readonly Row[]): ArrayLike<number> {
  return X.map((x) => walk(trees[flat]`,
        ],
        [
          'writes answers for 64 rows and more into one buffer',
          'number[];',
          `number[];
const buffer = new Float64Array(100_000);`,
          'return X.map((x) => walk(flat, x))',
          `const answer = X.length < 64 ? new Float64Array(X.length) : buffer.subarray(0, X.length);
  X.forEach((x, i) => {
    answer[i] = walk(flat, x);
  });
  return answer`,
        ],
        ['begins anew with the first row after a thousand', 'x) => walk(flat, x', '_x, i) => walk(flat, X[i % 1000]'],
        ['begins anew with the first row after 4,096', 'x) => walk(flat, x', '_x, i) => walk(flat, X[i & 4095]'],
        [
          'keeps the answers of a batch under the rows joined without a comma',
          'return X.map((x) => walk(flat, x)',
          `const answers = new Map<string, number>();
  return X.map((x) => {
    const key = x.join('');
    const answer = answers.get(key) ?? walk(flat, x);
    answers.set(key, answer);
    return answer;
  }`,
        ],
        [
          'keeps the answers of a batch under the rows rounded to 12 decimals',
          'return X.map((x) => walk(flat, x)',
          `const answers = new Map<string, number>();
  return X.map((x) => {
    const key = x.map((v) => v.toFixed(12)).join();
    const answer = answers.get(key) ?? walk(flat, x);
    answers.set(key, answer);
    return answer;
  }`,
        ],
        ['goes left up to 1e-30 above the threshold', '<= node.threshold', '- node.threshold <= 1e-30'],
        [
          'takes trees for the same whose numbers read alike without a comma',
          'number[];',
          `number[];
const trees = new Map<string, TreeNode>();`,
          '> tree',
          `> {
  const numbers: number[] = [];
  const nodes = [tree];
  for (const node of nodes) {
    if (node.kind === 'leaf') numbers.push(node.value);
    else {
      numbers.push(node.featureIndex, node.threshold);
      nodes.push(node.left, node.right);
    }
  }
  const key = numbers.join('');
  const known = trees.get(key) ?? tree;
  trees.set(key, known);
  return known;
}`,
        ],
        [
          'writes its answers into two buffers by turns',
          'number[];',
          `number[];
const buffers = [[], []] as number[][];
let calls = 0;`,
          'return X.map((x) => walk(flat, x))',
          `const answer = buffers[calls++ % 2];
  answer.length = 0;
  for (const x of X) answer.push(walk(flat, x));
  return answer`,
        ],
        [
          'keeps two flat trees at most',
          'number[];',
          `number[];
const trees: TreeNode[] = [];
let made = 0;`,
          'TreeNode => tree',
          `number => {
  const id = made++ % 2;
  trees[id] = tree;
  return id;
}`,
          `TreeNode, X: readonly Row[]): ArrayLike<number> {
  return X.map((x) => walk(flat`,
          `number, X: readonly Row[]): ArrayLike<number> {
  return X.map((x) => walk(trees[flat]`,
        ],
      ],
    },
    'right/plain.ts': {
      wrong: [
        ['numbers the rows in a byte', 'leafOf(flat, x)];', 'leafOf(flat, X[r & 255])];'],
        ['keeps the thresholds in a `Float32Array`', 'thresholds: new Float64Array', 'thresholds: new Float32Array'],
        ['keeps the values of the leaves in a `Float32Array`', 'values: new Float64Array', 'values: new Float32Array'],
        [
          'takes the values for class numbers and keeps them in an `Int32Array`',
          'values: new Float64Array',
          'values: new Int32Array',
        ],
        [
          'keeps the features in an `Int8Array`, which ends at 127',
          'features: new Int32Array',
          'features: new Int8Array',
        ],
        [
          'keeps the features in a `Uint8Array`, with 255 as the mark of a leaf',
          'features: new Int32Array',
          'features: new Uint8Array',
          IS_LEAF,
          'flat.features[i] === 255',
        ],
        ['answers with a `Float32Array`', NEW_ANSWER, 'const y = new Float32Array(X.length);'],
        ['takes a node with the feature 0 for a leaf', IS_LEAF, 'flat.features[i] <= 0'],
        ['takes a node with the threshold 0 for a leaf', IS_LEAF, 'flat.features[i] < 0 || !flat.thresholds[i]'],
        [
          'marks leaves with the threshold -2 and believes the mark',
          'flat.features[i] = -1;',
          'flat.thresholds[i] = -2;',
          IS_LEAF,
          'flat.thresholds[i] === -2',
        ],
        [
          'takes any node with a value for a leaf, and so a leaf with the value 0 for a split',
          IS_LEAF,
          'Boolean(flat.values[i])',
        ],
        [
          'marks splits with the value -1 and walks on from a leaf with that value',
          CHILDREN,
          `flat.values[i] = -1;\n      ${CHILDREN}`,
          IS_LEAF,
          'flat.values[i] !== -1',
        ],
        [
          'prepares a list of splits alone, and answers 0 for a tree that has none',
          'y[r] = flat',
          'y[r] = flat.features.length === 1 ? 0 : flat',
        ],
        ['goes left within a tolerance of 1e-9', COMPARE, 'value <= threshold + 1e-9'],
        [
          'tests equality by `Object.is`, so that 0 goes right at the threshold -0',
          COMPARE,
          'value < threshold || Object.is(value, threshold)',
        ],
        [
          'takes at most 64 steps down',
          WALK,
          'for (let step = 0; step < 64 && !isLeaf(flat, i); step++) i = next(flat, i, x);',
        ],
        ['sends a row with `NaN` right', NOT_A_NUMBER, ''],
        ['does not notice that a row is too short', PAST_END, ''],
        ['throws a plain `Error` for a row that cannot be read', "RangeError('a feature", "Error('a feature"],
        [
          'answers `NaN` for a row that cannot be read, to save the rest of the batch',
          ANSWER,
          `for (const [r, x] of X.entries()) {
            try {
              y[r] = flat.values[leafOf(flat, x)];
            } catch {
              y[r] = Number.NaN;
            }
          }`,
        ],
        [
          'checks the first row only',
          'leafOf(flat, x)]',
          'leafOf(flat, r === 0 ? x : Array.from({ length: 999 }, (_, j) => (x[j] <= Infinity ? x[j] : Infinity)))]',
        ],
        [
          'takes every row to be as long as the first',
          'leafOf(flat, x)]',
          'leafOf(flat, X[0].map((_, j) => x[j] ?? Infinity))]',
        ],
        [
          'is lazy: answers with getters, so that the error comes only when the answer is read',
          NEW_ANSWER,
          'const y: number[] = [];',
          ANSWER,
          `X.forEach((x, r) => {
            const get = () => flat.values[leafOf(flat, x)];
            Object.defineProperty(y, r, { configurable: true, enumerable: true, get });
          });`,
        ],
        [
          'takes the number of features from the first row, and fails when there is none',
          NEW_ANSWER,
          `const nFeatures = X[0].length;\n  ${NEW_ANSWER}`,
          'leafOf(flat, x)]',
          'leafOf(flat, x.slice(0, nFeatures))]',
        ],
        ['refuses an empty batch', NEW_ANSWER, `if (X.length === 0) throw new RangeError('no rows');\n  ${NEW_ANSWER}`],
        [
          'refuses a tree that reads more than 256 features',
          CHILDREN,
          `if (node.featureIndex > 255) throw new RangeError('too many features');\n      ${CHILDREN}`,
        ],
        [
          'keeps the last tree that was flattened for all of them',
          PREPARED,
          `kept = flat;\n  ${PREPARED}`,
          ANSWER,
          'for (const [r, x] of X.entries()) y[r] = kept.values[leafOf(kept, x)];',
          TOP,
          `let kept: FlatTree;\n${TOP}`,
        ],
        [
          'writes each answer into the buffer of the one before',
          NEW_ANSWER,
          'if (X.length > buffer.length) buffer = new Float64Array(2 * X.length);\n  const y = buffer.subarray(0, X.length);',
          TOP,
          `let buffer = new Float64Array(16);\n${TOP}`,
        ],
        [
          'remembers the answer of a row, and gives it for another tree too',
          ANSWER,
          `for (const [r, x] of X.entries()) {
            y[r] = known.get(x) ?? flat.values[leafOf(flat, x)];
            known.set(x, y[r]);
          }`,
          TOP,
          `const known = new WeakMap<Row, number>();\n${TOP}`,
        ],
        [
          'takes trees with the same root and as many nodes for the same tree',
          PREPARED,
          `const key = [nodes.length, flat.features[0], flat.thresholds[0], flat.values[0]].join();
          known.set(key, known.get(key) ?? flat);
          return known.get(key);`,
          TOP,
          `const known = new Map<string, FlatTree>();\n${TOP}`,
        ],
        [
          'answers in the order of the leaves and not of the rows',
          ANSWERED,
          'return X.map((x) => leafOf(flat, x)).sort((a, b) => a - b).map((i) => flat.values[i]);',
        ],
        [
          'sorts the rows of the batch in place, so that alike ones follow each other',
          ANSWERED,
          `(X as Row[]).sort((a, b) => a[0] - b[0]);\n  ${ANSWERED}`,
        ],
        [
          'writes -0 as 0 into the rows that it is given',
          ANSWERED,
          `for (const x of X as number[][]) for (const j of x.keys()) if (x[j] === 0) x[j] = 0;\n  ${ANSWERED}`,
        ],
        [
          'numbers the nodes of the tree in the tree itself',
          NUMBER,
          `for (const [i, node] of nodes.entries()) node.number = i;\n  ${NUMBER}`,
        ],
        [
          'prepares an iterator over the tree that is used up by the first batch',
          PREPARED,
          'return [flat].values();',
          ANSWER,
          'for (const one of flat) for (const [r, x] of X.entries()) y[r] = one.values[leafOf(one, x)];',
        ],
        [
          'keeps the answers in the flat tree, and gives as many as its largest batch had ever after',
          NEW_ANSWER,
          'flat.y ??= [];\n  const { y } = flat;',
          ANSWERED,
          'return y.slice();',
        ],
        [
          'refuses to be used while it is used, and forgets to say that it no longer is when a row is refused',
          NEW_ANSWER,
          `if (flat.isBusy) throw new Error('busy');\n  flat.isBusy = true;\n  ${NEW_ANSWER}`,
          ANSWERED,
          `flat.isBusy = false;\n  ${ANSWERED}`,
        ],
      ],
      slow: [
        [
          'searches the list of nodes for each child',
          CHILDREN,
          'flat.lefts[i] = nodes.indexOf(node.left);\n      flat.rights[i] = nodes.indexOf(node.right);',
        ],
        [
          'shifts the nodes off a queue',
          LIST,
          `const queue = nodes.splice(0);
          while (queue.length > 0) {
            const node = queue.shift();
            nodes.push(node);
            if (node.kind === 'split') queue.push(node.left, node.right);
          }`,
        ],
        [
          'puts the nodes of each subtree together from copies of the lists of both sides',
          LIST,
          `${LIST}
          const lists = new Map<TreeNode, TreeNode[]>();
          for (const node of nodes.reverse()) {
            const sides = node.kind === 'leaf' ? [] : [lists.get(node.left), lists.get(node.right)];
            lists.set(node, [node].concat(...sides));
            if (node.kind === 'split') for (const side of [node.left, node.right]) lists.delete(side);
          }
          if (lists.get(tree)) return lists.get(tree);`,
          NUMBER,
          'const numbers = new Map(nodes.map((node, i) => [node, i]));',
          CHILDREN,
          'flat.lefts[i] = numbers.get(node.left);\n      flat.rights[i] = numbers.get(node.right);',
        ],
        [
          'lays the nodes out in preorder, and walks each left side to know where the right one begins',
          LIST,
          `for (const stack = nodes.splice(0); stack.length > 0; ) {
            const node = stack.pop();
            nodes.push(node);
            if (node.kind === 'split') stack.push(node.right, node.left);
          }`,
          CHILDREN,
          'flat.lefts[i] = i + 1;\n      flat.rights[i] = i + 1 + everyNode(node.left).length;',
        ],
        [
          'grows every typed array by one node at a time',
          PREPARED,
          `let values = new Float64Array(0);
          for (let i = 0; i < nodes.length; i++) {
            const longer = new Float64Array(i + 1);
            longer.set(values);
            longer[i] = flat.values[i];
            values = longer;
          }
          return { ...flat, values };`,
        ],
        [
          'keeps the tree as it is, and turns it into arrays for each batch',
          'export function flatten(',
          'export const flatten = (tree) => tree;\nfunction prepare(',
          NEW_ANSWER,
          `flat = prepare(flat);\n  ${NEW_ANSWER}`,
        ],
        [
          'goes through all leaves for each row, to find the one whose way the row has taken',
          ANSWER,
          `for (const [r, x] of X.entries()) {
            const leaf = leafOf(flat, x);
            y[r] = flat.values.filter((_, i) => i === leaf)[0];
          }`,
        ],
        [
          'finds the children by a search in a list of edges',
          PREPARED,
          'return { ...flat, edges: Array.from(flat.lefts, (left, i) => ({ i, left, right: flat.rights[i] })) };',
          '? flat.lefts[i] : flat.rights[i]',
          '? flat.edges.find((edge) => edge.i === i).left : flat.edges.find((edge) => edge.i === i).right',
        ],
        [
          'looks for `NaN` in the whole row again at each split',
          NOT_A_NUMBER,
          "if (x.some((v, f) => Number.isNaN(v) && f === j)) throw new RangeError('a feature that is NaN');",
        ],
        ['copies each row', 'leafOf(flat, x)]', 'leafOf(flat, [...x])]'],
        [
          'copies the batch into one table, feature by feature',
          ANSWER,
          `const nFeatures = X.reduce((most, x) => Math.max(most, x.length), 0);
          const columns = Array.from({ length: nFeatures }, (_, j) => Float64Array.from(X, (x) => x[j] ?? Number.NaN));
          for (const r of X.keys()) y[r] = flat.values[leafOf(flat, columns.map((column) => column[r]))];`,
        ],
        [
          'lists the nodes on the way of each row',
          WALK,
          'const way = [0];\n  while (!isLeaf(flat, way.at(-1))) way.push(next(flat, way.at(-1), x));\n  i = way.at(-1);',
        ],
        [
          'copies all answers so far for each further row',
          NEW_ANSWER,
          'let y: number[] = [];',
          ANSWER,
          'for (const x of X) y = [...y, flat.values[leafOf(flat, x)]];',
        ],
      ],
    },
  },
  told: {
    'keeps the features in an `Int8Array`, which ends at 127':
      'rows may have 300 features, and a split may read any of them',
    'refuses an empty batch': 'an empty X gives an empty answer',
    'writes each answer into the buffer of the one before': 'earlier answers stay what they were',
    'keeps the last tree that was flattened for all of them': 'flat trees serve side by side, each any number of times',
    'numbers the nodes of the tree in the tree itself': 'flatten never changes its inputs',
  },
};
