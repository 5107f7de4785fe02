import type { Patches } from '../../../../src/index.ts';

const CHECK = 'check(maxLeaves);';
const INTEGER = 'if (!Number.isInteger(maxLeaves))';
const BELOW = 'if (maxLeaves < 1)';
const SITES = 'const sites = sitesOf(tree);';
const MOST = 'const most = Math.min(maxLeaves, (sites.length + 1) / 2);';
const SIZE = 'table.length;';
const TABLES = 'for (const site of sites.toReversed()) site.table = tableOf(site, most);';
const RETURN = 'return sites[0].pruned;';
const LEAF_TABLE = 'if (children.length === 0) return [own];';
const COMBINED = 'return combined(own, left, right, most);';
const PAIRS = `for (let a = 1; a <= left.length; a++) {
    const end = Math.min(right.length, table.length - a);
    for (let b = 1; b <= end; b++) table[a + b - 1] = Math.min(table[a + b - 1], left[a - 1] + right[b - 1]);
  }
  return table;`;
const BEST = `for (let a = first; a <= last; a++)
    if (left[a - 1] + right[leaves - a - 1] < left[best - 1] + right[leaves - best - 1]) best = a;
  return best;`;
const OWN = 'const own = errorsOf(node.counts);';
const ERRORS = 'total(counts) - largest(counts);';
const LEAF = "return { kind: 'leaf', value: counts.indexOf(largest(counts)), counts };";
const COPY = 'return { ...split, left, right };';

const COST = 'gained / (leaves - 1)';
const GAIN = 'return errorsOf(node) - errorsOf(node.left) - errorsOf(node.right);';

const LEAST_RISK = 'no other such tree has less risk';

export const patches: Patches = {
  of: {
    'right/question.ts': {
      rare: [
        [
          'looks at no split below 200 others',
          'most: number',
          'most: number, depth = 0',
          `) return { node, table: [own] };
  const left = tableOf(node.left, most);
  const right = tableOf(node.right, most`,
          ` || depth > 200) return { node, table: [own] };
  const left = tableOf(node.left, most, depth + 1);
  const right = tableOf(node.right, most, depth + 1`,
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
          ' ...node, left: build(left, l), right: build(right, r)',
          `
        ...node,
        left: build(left, l),
        right: build(right, r),
        counts: Array.from(new Float32Array(node.counts)),
     `,
        ],
        [
          'keeps the featureIndex of splits in 8 bits',
          'node, left',
          'node, featureIndex: node.featureIndex % 256, left',
        ],
        [
          'keeps the featureIndex of splits modulo 16',
          'node, left',
          'node, featureIndex: node.featureIndex % 16, left',
        ],
        [
          'keeps the thresholds of splits in halves',
          'node, left',
          'node, threshold: Math.trunc(node.threshold * 2) / 2, left',
        ],
        [
          'keeps the thresholds of splits in single precision',
          'node, left',
          'node, threshold: Math.fround(node.threshold), left',
        ],
        [
          'gives 128 leaves at most',
          `root = tableOf(tree, maxLeaves);
  return build(root, Math.min(maxLeaves`,
          `most = Math.min(maxLeaves, 128);
  const root = tableOf(tree, most);
  return build(root, Math.min(most`,
        ],
        [
          'gives 255 leaves at most',
          `root = tableOf(tree, maxLeaves);
  return build(root, Math.min(maxLeaves`,
          `most = Math.min(maxLeaves, 255);
  const root = tableOf(tree, most);
  return build(root, Math.min(most`,
        ],
        [
          'keeps `maxLeaves` in 32 bits',
          `root = tableOf(tree, maxLeaves);
  return build(root, Math.min(maxLeaves`,
          `most = maxLeaves | 0 || 1;
  const root = tableOf(tree, Math.abs(most));
  return build(root, Math.min(Math.abs(most)`,
        ],
        [
          'knows splits by feature, threshold and counts, so that two with other children share one table',
          'function t',
          `const memo = new Map<string, Node>();
function t`,
          'const own',
          `const key = JSON.stringify({ ...node, left: 0, right: 0 });
  const known = memo.get(key) ?? tableOf1(node, most);
  memo.set(key, known);
  return known;
}
function tableOf1(node: TreeNode, most: number): Node {
  const own`,
          'const ro',
          `memo.clear();
  const ro`,
        ],
        [
          'accepts a `maxLeaves` that is within 1e-6 of a whole number',
          'Number.isInteger(maxLeaves',
          '(Math.abs(maxLeaves - Math.round(maxLeaves)) < 1e-6',
        ],
        [
          'gives new leaves counts in single precision',
          " kind: 'leaf', value: majority(counts), counts ",
          `
  kind: 'leaf',
  value: majority(counts),
  counts: Array.from(new Float32Array(counts)),
`,
        ],
        ['refuses a `maxLeaves` above 2^31', 'maxLeaves < 1', 'maxLeaves < 1 || maxLeaves > 2 ** 31'],
        ['adds counts up in 32 bits without a sign', ' a + b', ' (a + b) >>> 0'],
      ],
    },
    'wrong/weakestLinks.ts': {
      wrong: [
        ['cuts the split that adds the fewest errors, again and again', COST, 'gained'],
        [
          'cuts only splits above two leaves, that of the fewest additional errors first',
          COST,
          'leaves > 2 ? Number.MAX_VALUE : gained',
        ],
      ],
    },
    'wrong/opening.ts': {
      wrong: [
        ['opens the leaf with the most errors, from the root on', GAIN, 'return errorsOf(node);'],
        ['keeps the levels from the root down as long as there are leaves to spare', GAIN, 'return 1;'],
        [
          'stops when no leaf can be opened at a gain',
          "if (node.kind === 'leaf') break;",
          "if (node.kind === 'leaf' || gains[at] <= 0) break;",
        ],
      ],
    },
    'right/plain.ts': {
      wrong: [
        // How the leaves are shared out.
        [
          'takes a split for a leaf when its children save nothing at once',
          LEAF_TABLE,
          `const [a, b] = children;
          if (!a || errorsOf(a.node.counts) + errorsOf(b.node.counts) >= own) return [own];`,
        ],
        [
          'takes two leaves for no better than one on the way up',
          PAIRS,
          PAIRS.replace('return table;', 'return table.fill(own, 0, 2);'),
        ],
        ['gives each child half of the leaves', BEST, 'return Math.min(Math.max(leaves >> 1, first), last);'],
        [
          'lets one of the children be a single leaf always',
          BEST,
          `const ends = [leaves - 1, 1].filter((a) => a >= first && a <= last);
          const errors = ends.map((a) => left[a - 1] + right[leaves - a - 1]);
          return ends.length === 0 ? first : ends[errors.indexOf(Math.min(...errors))];`,
        ],
        [
          'gives leaf after leaf to the child that gains more by it, as if gains never rose',
          BEST,
          `let a = 1;
          for (let b = 1; a + b < leaves; ) {
            const gainLeft = a < left.length ? left[a - 1] - left[a] : -1;
            const gainRight = b < right.length ? right[b - 1] - right[b] : -1;
            if (gainLeft >= gainRight) a++;
            else b++;
          }
          return a;`,
        ],
        [
          'never gives the left child all leaves but one',
          'Math.min(left.length, leaves - 1);',
          'Math.min(left.length, Math.max(leaves - 2, first));',
        ],
        // How many leaves there are.
        [
          'allows fewer than maxLeaves leaves, not as many',
          MOST,
          MOST.replace('maxLeaves', 'Math.max(maxLeaves - 1, 1)'),
        ],
        ['allows maxLeaves splits', MOST, MOST.replace('maxLeaves', 'maxLeaves + 1')],
        ['counts splits and leaves together', MOST, MOST.replace('maxLeaves', '(maxLeaves + 1) >> 1')],
        ['has room for 16 leaves', MOST, MOST.replace('maxLeaves', 'maxLeaves, 16')],
        [
          'gives the root alone when the tree has fewer leaves than it may have',
          MOST,
          'const most = maxLeaves > (sites.length + 1) / 2 ? 1 : maxLeaves;',
        ],
        [
          'refuses more leaves than the tree has',
          MOST,
          `${MOST}\nif (most < maxLeaves) throw new RangeError('too many leaves');`,
        ],
        [
          'looks no further than the first size that a leaf more saves nothing at',
          SIZE,
          'table.findIndex((errors, n) => table[n + 1] === errors) + 1 || table.length;',
        ],
        [
          'reserves a table of maxLeaves numbers, however few leaves there are',
          CHECK,
          `${CHECK}\nnew Float64Array(maxLeaves + 1).fill(Infinity);`,
        ],
        // What an error is.
        [
          'measures the Gini impurity, not the errors',
          ERRORS,
          'total(counts) - total(counts.map((n) => n * n)) / total(counts);',
        ],
        [
          'adds up the shares of errors in each leaf, so that a small leaf weighs as much as a large one',
          ERRORS,
          '(total(counts) - largest(counts)) / total(counts);',
        ],
        ['takes the smallest count for the errors, as if there were two classes', ERRORS, 'Math.min(...counts);'],
        [
          'adds errors up in 32 bits',
          COMBINED,
          'return combined(own | 0, left, right, most).map((errors) => errors | 0);',
        ],
        ['keeps errors in single precision', COMBINED, 'return combined(own, left, right, most).map(Math.fround);'],
        [
          'rounds risks to six decimals before it compares them',
          OWN,
          'const own = Math.round((errorsOf(node.counts) / nSamples) * 1e6);',
          MOST,
          `${MOST}\nnSamples = total(tree.counts);`,
          'function check',
          'let nSamples = 1;\nfunction check',
        ],
        // New leaves, and what stays.
        ['lets a new leaf predict the largest class on ties', LEAF, LEAF.replace('indexOf', 'lastIndexOf')],
        [
          'lets a new leaf predict the largest count itself',
          LEAF,
          LEAF.replace('counts.indexOf(largest(counts))', 'largest(counts)'),
        ],
        [
          'lets a new leaf predict what the leftmost leaf below it predicts',
          LEAF,
          `let below: TreeNode = left;
          while (below.kind === 'split') below = below.left;
          return { kind: 'leaf', value: below.value, counts };`,
          'function leafOf({ counts }',
          'function leafOf({ counts, left }',
        ],
        [
          'gives a new leaf the shares of the classes for counts',
          LEAF,
          LEAF.replace(', counts }', ', counts: counts.map((n) => n / total(counts)) }'),
        ],
        ['loses the counts of splits that stay', COPY, 'return { ...split, left, right, counts: [] };'],
        ['swaps the children of splits that stay', COPY, 'return { ...split, left: right, right: left };'],
        ['accepts infinity as no limit', INTEGER, 'if (!Number.isInteger(maxLeaves) && maxLeaves !== Infinity)'],
        [
          'cuts the fraction off maxLeaves',
          INTEGER,
          'if (!Number.isFinite(maxLeaves))',
          MOST,
          MOST.replace('maxLeaves', 'Math.trunc(maxLeaves)'),
        ],
        ['takes 0 leaves for 1', BELOW, 'if (maxLeaves < 0)', MOST, MOST.replace('maxLeaves', 'maxLeaves || 1')],
        [
          'refuses below 1 only, so that NaN passes',
          INTEGER,
          'if (maxLeaves === Infinity || maxLeaves % 1 > 0)',
          MOST,
          MOST.replace('maxLeaves', 'maxLeaves || 1'),
        ],
        [
          'gives back a tree that is one leaf before it looks at maxLeaves',
          CHECK,
          `if (tree.kind === 'leaf') return tree;\n${CHECK}`,
        ],
        ['throws a plain Error', "RangeError('maxLeaves is less than 1')", "Error('maxLeaves is less than 1')"],
        // What is kept from call to call, and what is changed.
        [
          'remembers the answer to a tree, whatever maxLeaves is later',
          SITES,
          `const key = JSON.stringify(tree);
          const known = answers.get(key);
          if (known) return known;
          ${SITES}`,
          RETURN,
          `answers.set(key, sites[0].pruned);\n${RETURN}`,
          'function check',
          'const answers = new Map<string, TreeNode>();\nfunction check',
        ],
        [
          'remembers tables by the counts of a node, so that two nodes with the same counts share one',
          TABLES,
          `const known = new Map<string, number[]>();
          for (const site of sites.toReversed()) {
            const key = site.node.kind + site.node.counts;
            const table = tableOf(site, most);
            const first = known.get(key) ?? table;
            known.set(key, first);
            site.table = table.map((errors, n) => first[n] ?? errors);
          }`,
        ],
        [
          'writes the answer into the tree given',
          'site.pruned = leaves === 1 ?',
          'site.pruned = Object.assign(node, leaves === 1 ?',
          'withChildren(node, left.pruned, right.pruned);',
          'withChildren(node, left.pruned, right.pruned));',
        ],
      ],
      slow: [
        [
          'fills the tables up to all leaves of each subtree and looks at maxLeaves at the end only',
          TABLES,
          'for (const site of sites.toReversed()) site.table = tableOf(site, Infinity);',
          'sizeOf(sites[0].table)',
          'Math.min(most, sites[0].table.length)',
        ],
        [
          'tries all pairs of sizes up to maxLeaves at each node, also those that its children cannot have',
          PAIRS,
          `for (let n = 2; n <= most; n++)
            for (let a = 1; a < n; a++) {
              const errors = (left[a - 1] ?? Infinity) + (right[n - a - 1] ?? Infinity);
              if (errors < (table[n - 1] ?? 0)) table[n - 1] = errors;
            }
          return table;`,
        ],
        [
          'fills all tables anew for each number of leaves from 1 to maxLeaves',
          TABLES,
          `for (let n = 1; n <= most; n++)
            for (const site of sites.toReversed()) site.table = tableOf(site, n);`,
        ],
        [
          'keeps the list of the leaves for each size at each node, copied from its children',
          TABLES,
          `${TABLES}
          const lists = new Map<Site, TreeNode[][]>();
          for (const site of sites.toReversed()) {
            const [left, right] = site.children;
            const listOf = (leaves: number): TreeNode[] => {
              if (leaves === 1) return [site.node];
              const a = leftShare(leaves, left.table, right.table);
              return [...(lists.get(left)?.[a - 1] ?? []), ...(lists.get(right)?.[leaves - a - 1] ?? [])];
            };
            lists.set(site, site.table.map((_, n) => listOf(n + 1)));
          }`,
        ],
        [
          'counts the leaves below each node anew',
          OWN,
          `const below = [node];
          for (const one of below) if (one.kind === 'split') below.push(one.left, one.right);
          const own = below.length > 0 ? errorsOf(node.counts) : Infinity;`,
        ],
        [
          'looks children up in the list of all nodes with indexOf',
          TABLES,
          `const nodes = sites.map(({ node }) => node);
          for (const site of sites.toReversed()) {
            const { node } = site;
            const children = node.kind === 'leaf' ? [] : [node.left, node.right].map((child) => sites[nodes.indexOf(child)]);
            site.table = tableOf({ ...site, children }, most);
          }`,
        ],
        [
          'sorts all pairs of sizes to find the best ones',
          PAIRS,
          `const pairs = left.flatMap((l, a) => right.map((r, b) => ({ at: a + b + 1, errors: l + r })));
          pairs.sort((p, q) => p.errors - q.errors);
          for (let n = 1; n < table.length; n++) table[n] = pairs.find(({ at }) => at === n)?.errors ?? Infinity;
          return table;`,
        ],
      ],
    },
  },
  told: {
    'gives each child half of the leaves': LEAST_RISK,
    'remembers tables by the counts of a node, so that two nodes with the same counts share one': LEAST_RISK,
    'allows maxLeaves splits': 'the answer has at most maxLeaves leaves',
    'reserves a table of maxLeaves numbers, however few leaves there are':
      'maxLeaves may exceed the leaves of the tree',
  },
};
