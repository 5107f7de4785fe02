import type { Patches } from '../../../../src/index.ts';

const CHECK = 'check(ccpAlpha);';
const FINITE = 'if (!Number.isFinite(ccpAlpha))';
const NEGATIVE = 'if (ccpAlpha < 0)';
const SAMPLES = 'const nSamples = total(tree.counts);';
const COST = 'errors / nSamples + ccpAlpha * leaves;';
const LOOP = 'for (const node of parentsFirst(tree).reverse()) {';
const SETTLED = 'best.set(node, cheapest(node, left, right, cost));';
const CHILDREN = 'const [left, right] = childrenOf(node).map((child) => best.get(child) as Best);';
const KEPT = 'const kept = { pruned, errors: left.errors + right.errors, leaves: left.leaves + right.leaves };';
const CHOICE = 'return cost(collapsed) <= cost(kept) ? collapsed : kept;';
const ERRORS = 'total(counts) - largest(counts);';
const VALUE = 'value: majority(counts)';
const MAJORITY = 'counts.indexOf(largest(counts));';
const LEAF = "return { kind: 'leaf', value: majority(counts), counts };";
const COPY = 'return { ...split, left, right };';
const ANSWER = 'return (best.get(tree) as Best).pruned;';

const NEW_LEAF = 'a new leaf predicts the class with the largest count of its node, and carries these counts';

export const patches: Patches = {
  of: {
    'right/question.ts': {
      rare: [
        [
          'keeps `ccpAlpha` in single precision',
          'const nS',
          `ccpAlpha = Math.fround(ccpAlpha);
  const nS`,
        ],
        [
          'adds errors up in 32 bits without a sign',
          'left.errors + right.errors',
          '(left.errors + right.errors) >>> 0',
        ],
        [
          'looks for the largest of the first 255 counts only, to count errors',
          ' Math.max(...counts',
          ' Math.max(...counts.slice(0, 255)',
        ],
        [
          'predicts one of the first 20 classes',
          ' counts.indexOf(Math.max(...counts)',
          `
  counts.slice(0, 20).reduce((best, n, c, all) => (n > all[best] ? c : best), 0`,
        ],
        [
          'predicts one of the first 255 classes',
          ' counts.indexOf(Math.max(...counts)',
          `
  counts.slice(0, 255).reduce((best, n, c, all) => (n > all[best] ? c : best), 0`,
        ],
        [
          'keeps the counts of splits in single precision',
          ' node: { ...node, left: left.node, right: right.node }, errors, nLeaves',
          `
      node: { ...node, left: left.node, right: right.node, counts: Array.from(new Float32Array(node.counts)) },
      errors,
      nLeaves,
   `,
        ],
        [
          'keeps the featureIndex of splits in 8 bits',
          ' node: { ...node, left: left.node, right: right.node }, errors, nLeaves',
          `
      node: { ...node, featureIndex: node.featureIndex % 256, left: left.node, right: right.node },
      errors,
      nLeaves,
   `,
        ],
        [
          'keeps the featureIndex of splits modulo 16',
          ' node: { ...node, left: left.node, right: right.node }, errors, nLeaves',
          `
      node: { ...node, featureIndex: node.featureIndex % 16, left: left.node, right: right.node },
      errors,
      nLeaves,
   `,
        ],
        [
          'keeps the thresholds of splits in halves',
          ' node: { ...node, left: left.node, right: right.node }, errors, nLeaves',
          `
      node: { ...node, threshold: Math.trunc(node.threshold * 2) / 2, left: left.node, right: right.node },
      errors,
      nLeaves,
   `,
        ],
        [
          'keeps the thresholds of splits in single precision',
          ' node: { ...node, left: left.node, right: right.node }, errors, nLeaves',
          `
      node: { ...node, threshold: Math.fround(node.threshold), left: left.node, right: right.node },
      errors,
      nLeaves,
   `,
        ],
        ['counts leaves in 8 bits', 'left.nLeaves + right.nLeaves', '(left.nLeaves + right.nLeaves) & 255'],
        ['counts leaves up to 200', 'left.nLeaves + right.nLeaves', 'Math.min(200, left.nLeaves + right.nLeaves)'],
        [
          'knows splits by feature, threshold and counts, so that two with other children share one answer',
          'const best',
          `const memo = new Map<string, Best>();
  const best`,
          'const leaf',
          `const key = JSON.stringify({ ...node, left: 0, right: 0 });
    const known = memo.get(key) ?? bestOf(node);
    memo.set(key, known);
    return known;
  };
  const bestOf = (node: TreeNode): Best => {
    const leaf`,
        ],
        ['accepts a `ccpAlpha` that is negative by less than 1e-10', 'ccpAlpha >= 0', 'ccpAlpha >= -1e-10'],
        [
          'gives new leaves counts in single precision',
          " kind: 'leaf', value: majority(counts), counts ",
          `
  kind: 'leaf',
  value: majority(counts),
  counts: Array.from(new Float32Array(counts)),
`,
        ],
        ['refuses a `ccpAlpha` above 1000', ' Infinity', '= 1000'],
        ['takes costs within 1e-8 of each other, relative, for a tie', 'nLeaves)', 'nLeaves) * (1 + 1e-8)'],
        [
          'takes a `ccpAlpha` below 1e-6 for 0',
          'const nS',
          `if (ccpAlpha < 1e-6) ccpAlpha = 0;
  const nS`,
        ],
        ['adds counts up in 32 bits without a sign', ' a + b', ' (a + b) >>> 0'],
      ],
    },
    'right/plain.ts': {
      wrong: [
        // What a subtree costs.
        [
          'takes the risk of a split as a share of its own samples',
          SETTLED,
          'best.set(node, cheapest(node, left, right, (one) => one.errors / total(node.counts) + ccpAlpha * one.leaves));',
        ],
        ['keeps costs in single precision', COST, 'Math.fround(errors / nSamples + ccpAlpha * leaves);'],
        ['adds ccpAlpha to counts of errors instead of shares', COST, 'errors + ccpAlpha * leaves;'],
        ['counts all nodes instead of the leaves', COST, 'errors / nSamples + ccpAlpha * (2 * leaves - 1);'],
        [
          'forgets that the leaf that a split becomes costs ccpAlpha too',
          CHOICE,
          CHOICE.replace('cost(collapsed)', 'cost({ ...collapsed, leaves: 0 })'),
        ],
        [
          'charges each split for one leaf only, however many are left below it',
          CHOICE,
          'return cost({ ...collapsed, leaves: 0 }) <= cost({ ...kept, leaves: 1 }) ? collapsed : kept;',
        ],
        [
          'compares a split with its full subtree, not with that at its best',
          CHOICE,
          `const grown = parentsFirst(node).filter(({ kind }) => kind === 'leaf');
          const errors = total(grown.map(({ counts }) => errorsOf(counts)));
          return cost(collapsed) <= cost({ pruned, errors, leaves: grown.length }) ? collapsed : kept;`,
        ],
        [
          'compares a split with its children as leaves',
          CHOICE,
          `const errors = errorsOf(node.left.counts) + errorsOf(node.right.counts);
          return cost(collapsed) <= cost({ pruned, errors, leaves: 2 }) ? collapsed : kept;`,
        ],
        [
          'prunes only splits whose two children are leaves by then',
          CHOICE,
          'return kept.leaves === 2 && cost(collapsed) <= cost(kept) ? collapsed : kept;',
        ],
        ['keeps a split on ties when ccpAlpha is 0', COST, 'errors / nSamples + (ccpAlpha || -1e-12) * leaves;'],
        [
          'takes costs within 1e-6 for equal',
          CHOICE,
          'return cost(collapsed) <= cost(kept) + 1e-6 ? collapsed : kept;',
        ],
        [
          'never makes a leaf of the root',
          SETTLED,
          "best.set(node, cheapest(node, left, right, node === tree ? ({ pruned }) => Number(pruned.kind === 'leaf') : cost));",
        ],
        [
          'makes a leaf of any split with equal majorities below it, whatever is further down',
          CHOICE,
          `if (majority(node.left.counts) === majority(node.right.counts)) return collapsed;\n${CHOICE}`,
        ],
        // Errors of a node.
        ['uses the Gini impurity as risk', ERRORS, 'total(counts) - total(counts.map((n) => n * n)) / total(counts);'],
        [
          'takes the smallest count for the errors, as if there were always two classes',
          ERRORS,
          'Math.min(...counts);',
        ],
        [
          'takes the last of the counts after sort() without comparator for the largest',
          ERRORS,
          'total(counts) - ([...counts].sort().at(-1) ?? 0);',
        ],
        [
          'adds counts up as 32-bit integers',
          'counts.reduce((a, b) => a + b, 0);',
          'counts.reduce((a, b) => (a + b) | 0, 0);',
        ],
        // New leaves, and what stays.
        ['predicts one of the first ten classes', VALUE, 'value: majority(counts.slice(0, 10))'],
        ['lets the largest class win ties of the counts', MAJORITY, 'counts.lastIndexOf(largest(counts));'],
        ['knows the classes 0 and 1 only', VALUE, 'value: counts[1] > counts[0] ? 1 : 0'],
        [
          'drops the classes of count 0 before it looks for the largest, so that indices shift',
          VALUE,
          'value: majority(counts.filter(Boolean))',
        ],
        ['predicts the largest count itself', VALUE, 'value: largest(counts)'],
        [
          'lets a new leaf predict what the child with more samples predicts',
          LEAF,
          LEAF.replace(
            'majority(counts)',
            'majority((total(left.counts) < total(right.counts) ? right : left).counts)',
          ),
          'function leafOf({ counts }',
          'function leafOf({ counts, left, right }',
        ],
        [
          'gives a new leaf the shares of the classes for counts',
          LEAF,
          LEAF.replace(', counts }', ', counts: counts.map((n) => n / total(counts)) }'),
        ],
        [
          'gives a new leaf the counts of its left child',
          LEAF,
          LEAF.replace(', counts }', ', counts: left.counts }'),
          'function leafOf({ counts }',
          'function leafOf({ counts, left }',
        ],
        ['loses the counts of the splits that it keeps', COPY, 'return { ...split, left, right, counts: [] };'],
        ['swaps the children of the splits that it keeps', COPY, 'return { ...split, left: right, right: left };'],
        ['keeps splits with their full subtrees', COPY, 'return split;'],
        [
          'writes the pruned children into the splits of the input',
          COPY,
          'return Object.assign(split, { left, right });',
        ],
        [
          'sorts the counts of the input to find the largest',
          'counts.reduce((a, b) => Math.max(a, b));',
          '(counts as number[]).sort((a, b) => b - a)[0];',
        ],
        // What is refused.
        ['returns the tree as it is when ccpAlpha is 0', CHECK, `${CHECK}\nif (ccpAlpha === 0) return tree;`],
        ['refuses a ccpAlpha of 0', NEGATIVE, 'if (ccpAlpha <= 0)'],
        ['refuses a ccpAlpha above 1', FINITE, 'if (!Number.isFinite(ccpAlpha) || ccpAlpha > 1)'],
        ['takes infinity for a ccpAlpha that prunes everything', FINITE, 'if (Number.isNaN(ccpAlpha))'],
        ['lets NaN pass, which is neither negative nor infinite', FINITE, 'if (ccpAlpha === Infinity)'],
        [
          'takes a negative ccpAlpha for 0',
          CHECK,
          'check(Math.abs(ccpAlpha));',
          COST,
          'errors / nSamples + Math.max(ccpAlpha, 0) * leaves;',
        ],
        ['lets negative alphas above -1e-6 pass', NEGATIVE, 'if (ccpAlpha < -1e-6)'],
        [
          'throws a TypeError for a malformed ccpAlpha',
          "RangeError('an alpha that is not finite')",
          "TypeError('an alpha that is not finite')",
        ],
        [
          'returns a tree of one leaf before it looks at ccpAlpha',
          CHECK,
          `if (tree.kind === 'leaf') return tree;\n${CHECK}`,
        ],
        // What is kept from call to call.
        [
          'remembers the answer of a tree and gives it for every other ccpAlpha',
          CHECK,
          `${CHECK}
          const key = JSON.stringify(tree);
          const known = answers.get(key);
          if (known) return known;`,
          ANSWER,
          `answers.set(key, (best.get(tree) as Best).pruned);\n${ANSWER}`,
          'function check',
          'const answers = new Map<string, TreeNode>();\nfunction check',
        ],
        [
          'divides by the largest nSamples of all calls so far',
          SAMPLES,
          'most = Math.max(most, total(tree.counts));\nconst nSamples = most;',
          'function check',
          'let most = 0;\nfunction check',
        ],
        [
          'knows nodes by their counts, so that two with equal counts share one answer',
          SETTLED,
          'best.set(known(node), cheapest(node, left, right, cost));',
          CHILDREN,
          CHILDREN.replace('get(child)', 'get(known(child))'),
          ANSWER,
          ANSWER.replace('get(tree)', 'get(known(tree))'),
          LOOP,
          `const nodes = new Map<string, TreeNode>();
          const known = (node: TreeNode) => {
            const key = node.kind + node.counts;
            nodes.set(key, nodes.get(key) ?? node);
            return nodes.get(key) as TreeNode;
          };
          ${LOOP}`,
        ],
      ],
      slow: [
        [
          'walks through the subtree of each split for its leaves and errors',
          KEPT,
          `const left_ = parentsFirst(pruned).filter(({ kind }) => kind === 'leaf');
          const kept = { pruned, errors: total(left_.map(({ counts }) => errorsOf(counts))), leaves: left_.length };`,
        ],
        [
          'carries a list of all leaves from each split to its parent',
          KEPT,
          `const list = [...listOf(left), ...listOf(right)];
          const kept = { pruned, errors: total(list), leaves: list.length, list };`,
          'function check',
          'const listOf = (best: Best & { list?: number[] }): number[] => best.list ?? [best.errors];\nfunction check',
        ],
        [
          'searches the list of nodes for the children of each split',
          CHILDREN,
          `const [left, right] = childrenOf(node).map((child) => list[nodes.indexOf(child)]);`,
          SETTLED,
          'list[nodes.indexOf(node)] = cheapest(node, left, right, cost);',
          LOOP,
          `const nodes = parentsFirst(tree);\nconst list: Best[] = [];\n${LOOP}`,
          ANSWER,
          'return list[0].pruned;',
        ],
        [
          'climbs from each leaf and each new leaf to the root to bring all ancestors up to date',
          LOOP,
          `const parents = new Map(parentsFirst(tree).flatMap((node) => childrenOf(node).map((child) => [child, node] as const)));
          const below = new Map<TreeNode, Best>();
          const add = (node: TreeNode, errors: number, leaves: number) => {
            for (let up = parents.get(node); up; up = parents.get(up)) {
              const before = below.get(up);
              below.set(up, { pruned: up, errors: (before?.errors ?? 0) + errors, leaves: (before?.leaves ?? 0) + leaves });
            }
          };
          ${LOOP}`,
          SETTLED,
          `const chosen = cheapest(node, left, right, (one) => cost(one.pruned.kind === 'leaf' ? one : below.get(node) ?? one));
          const before = below.get(node);
          if (chosen.pruned.kind === 'leaf') add(node, chosen.errors - (before?.errors ?? 0), 1 - (before?.leaves ?? 0));
          best.set(node, chosen);`,
        ],
        [
          'visits what is left of a subtree once more at each split that it keeps',
          COPY,
          'return parentsFirst({ ...split, left, right })[0] as Split;',
        ],
        [
          'copies the list of nodes to take the last one off',
          LOOP,
          `for (let nodes = parentsFirst(tree); nodes.length > 0; nodes = nodes.slice(0, -1)) {
          const node = nodes[nodes.length - 1];`,
        ],
      ],
    },
  },
  told: {
    'takes the risk of a split as a share of its own samples': 'the answer is the subtree of least cost',
    'knows the classes 0 and 1 only': NEW_LEAF,
  },
};
