import type { Patches } from '../../../../src/index.ts';

const ENTRY = 'check(X, y);';
const SAMPLES = 'const samples = X.map((x, i) => ({ x, label: y[i] }));';
const SITES = 'const sites = sitesOf(tree, samples);';
const SETTLE = 'for (const site of sites.toReversed()) settle(site);';
const LABELS = "if (y.length !== X.length) throw new RangeError('not one label a row');";
const FINITE = 'if (X.some((x) => !x.every(Number.isFinite)))';
const RAGGED = 'if (X.some((x) => x.length !== nFeatures))';
const DIVIDE = `for (const sample of samples) {
    requireFeature(split, sample.x);
    (goesLeft(split, sample.x) ? left : right).push(sample);
  }`;
const FEATURE = 'requireFeature(split, sample.x);';
const LEFT = 'return x[featureIndex] <= threshold;';
const BEST = `let best = 0;
  for (let c = 1; c < counts.length; c++) if (counts[c] > counts[best]) best = c;
  return best;`;
const VALUE = "node.kind === 'leaf' ? node.value : majority(node.counts);";
const IS_ERROR = 'label !== value';
const BELOW = 'const below = left.errors + right.errors;';
const PRUNES = 'if (own <= below) {';
const NEW_LEAF = "site.pruned = { kind: 'leaf', value, counts: node.counts };";
const KEPT = 'site.pruned = { ...node, left: left.pruned, right: right.pruned };';
const LEAF = "if (node.kind === 'leaf') return;";

const TALLIED = 'Array.from(node.counts, (_, c) => samples.filter(({ label }) => label === c).length)';
const MODE = `{
    const tally = new Map<number, number>();
    for (const { label } of samples) tally.set(label, (tally.get(label) ?? 0) + 1);
    return [...tally].sort(([a, m], [b, n]) => n - m || a - b)[0][0];
  }`;

export const patches: Patches = {
  of: {
    'right/question.ts': {
      rare: [
        ['looks for NaN in the first 64 features only', 'x.every', 'x.slice(0, 64).every'],
        ['looks for NaN in the first 64 labels only', 'y.every', 'y.slice(0, 64).every'],
        ['looks at the first 64 rows only for errors in the input', 'x of X', 'x of X.slice(0, 64)'],
        [
          'refuses a featureIndex past the end of the first row only',
          'function p',
          `let first: readonly number[] | undefined;
function p`,
          '(featureIndex',
          '(i === 0 && x === first && featureIndex',
          'return p',
          `first = X[0];
  return p`,
        ],
        [
          'refuses a featureIndex past the end of the row in the upper two levels only',
          'rows: Rows',
          'rows: Rows, depth = 0',
          '(featureIndex',
          '(depth < 2 && featureIndex',
          `);
  const [right, rightErrors] = prune(node.right, sides[1]`,
          `, depth + 1);
  const [right, rightErrors] = prune(node.right, sides[1], depth + 1`,
        ],
        [
          'looks at no featureIndex to the right of any split',
          'rows: Rows',
          'rows: Rows, checks = true',
          '(featureIndex',
          '(checks && featureIndex',
          'sides[1]',
          'sides[1], false',
        ],
        ['looks for NaN in the first two features only', 'x.every', 'x.slice(0, 2).every'],
        [
          'looks at the number of all coordinates only, so that a longer and a shorter row make up for each other',
          `0) throw new RangeError('sizes');
  for (const x of X) if (x.length !== X[0].length || `,
          `0 || X.flat().length !== X.length * X[0].length)
    throw new RangeError('sizes');
  for (const x of X) if (`,
        ],
        [
          'counts errors up to 255',
          'y.filter((label) => label !== value).length',
          'Math.min(255, y.filter((label) => label !== value).length)',
        ],
        [
          'counts errors up to 4096',
          'y.filter((label) => label !== value).length',
          'Math.min(4096, y.filter((label) => label !== value).length)',
        ],
        [
          'looks at the cube of the difference to a threshold, which is 0 for small ones',
          'x[featureIndex] <= threshold',
          '(x[featureIndex] - threshold) ** 3 <= 0',
        ],
        [
          'compares the doubles of value and threshold, which may be infinite',
          'x[featureIndex] <=',
          '2 * x[featureIndex] <= 2 *',
        ],
        [
          'counts no more than 255 equal rows of one label',
          'return prune(tree, { X, y',
          `const seen = new Map<string, number>();
  const keep = X.map((x, i) => {
    const key = \`\${x.join()}:\${y[i]}\`;
    const n = (seen.get(key) ?? 0) + 1;
    seen.set(key, n);
    return n <= 255;
  });
  return prune(tree, { X: X.filter((_, i) => keep[i]), y: y.filter((_, i) => keep[i])`,
        ],
        ['counts errors in 16 bits', 'value).length', 'value).length & 65535'],
        ['reads the feature of a split in 8 bits', 'x[featureIndex', 'x[featureIndex % 256'],
        ['reads the feature of a split modulo 16', 'x[featureIndex', 'x[featureIndex % 16'],
        [
          'compares values and thresholds in fifteen digits',
          'x[featureIndex] <= threshold',
          'Number(x[featureIndex].toPrecision(15)) <= Number(threshold.toPrecision(15))',
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
        ['looks at the first 4096 rows only', '{ X, y', '{ X: X.slice(0, 4096), y: y.slice(0, 4096)'],
        [
          'keeps the counts of splits in 16 bits',
          "{ kind: 'split', featureIndex, threshold, left, right, counts }, leftErrors + rightErrors",
          `
    { kind: 'split', featureIndex, threshold, left, right, counts: Array.from(new Uint16Array(counts)) },
    leftErrors + rightErrors,
  `,
        ],
        [
          'keeps the counts of splits in single precision',
          "{ kind: 'split', featureIndex, threshold, left, right, counts }, leftErrors + rightErrors",
          `
    { kind: 'split', featureIndex, threshold, left, right, counts: Array.from(new Float32Array(counts)) },
    leftErrors + rightErrors,
  `,
        ],
        [
          'keeps the featureIndex of splits in 8 bits',
          "{ kind: 'split', featureIndex, threshold, left, right, counts }, leftErrors + rightErrors",
          `
    { kind: 'split', featureIndex: featureIndex % 256, threshold, left, right, counts },
    leftErrors + rightErrors,
  `,
        ],
        ['keeps the featureIndex of splits modulo 16', ', featureIndex', ', featureIndex: featureIndex % 16'],
        [
          'keeps labels in 8 bits',
          ' y.filter((label) => label',
          `
  y.filter((label) => (Number.isInteger(label) && label >= 0 && label < 1e6 ? label & 255 : label)`,
        ],
        ['takes the label -0 for another class than 0', 'label !== value', '!Object.is(label, value)'],
        [
          'gives new leaves counts in 16 bits',
          " return [{ kind: 'leaf', value, counts",
          `
    return [{ kind: 'leaf', value, counts: Array.from(new Uint16Array(counts))`,
        ],
        [
          'gives new leaves counts in single precision',
          " return [{ kind: 'leaf', value, counts",
          `
    return [{ kind: 'leaf', value, counts: Array.from(new Float32Array(counts))`,
        ],
        [
          'makes a leaf without errors before it looks at what is below, where a featureIndex may be past the end of the row',
          'const sides',
          `if (asLeaf === 0) return [{ kind: 'leaf', value, counts }, 0];
  const sides`,
        ],
        [
          'sends a row left that is above the threshold by no more than its last binary digit',
          '<= threshold',
          '- threshold <= Number.EPSILON * Math.abs(threshold)',
        ],
        [
          'sends a row left that is above the threshold by no more than Number.EPSILON',
          '<= threshold',
          '- threshold <= Number.EPSILON',
        ],
        [
          'takes error rates within 1e-4 for a tie',
          'asLeaf <= leftErrors + rightErrors)',
          `(asLeaf - leftErrors - rightErrors) / Math.max(1, rows.y.length) <= 1e-4)
   `,
        ],
        [
          'compares values and thresholds in twelve decimals',
          'x[featureIndex] <= threshold',
          'Number(x[featureIndex].toFixed(12)) <= Number(threshold.toFixed(12))',
        ],
        [
          'sends 0 right where the threshold is -0',
          '= threshold',
          ' threshold || Object.is(x[featureIndex], threshold)',
        ],
      ],
    },
    'right/plain.ts': {
      wrong: [
        // Where a row goes.
        ['allows 1e-9 above the threshold', LEFT, 'return x[featureIndex] <= threshold + 1e-9;'],
        ['compares in single precision', LEFT, 'return Math.fround(x[featureIndex]) <= Math.fround(threshold);'],
        ['takes a threshold of 0 for a missing one', LEFT, 'return x[featureIndex] <= (threshold || Infinity);'],
        ['compares whole numbers only', LEFT, 'return Math.floor(x[featureIndex]) <= threshold;'],
        ['looks at the first feature only', LEFT, 'return x[0] <= threshold;'],
        ['gives both sides the same array of rows', 'const right: Sample[] = [];', 'const right = left;'],
        // What a leaf predicts.
        [
          'sorts counts as text to find the largest',
          BEST,
          'return counts.indexOf(Array.from(counts).sort()[counts.length - 1]);',
        ],
        ['knows two classes only', BEST, 'return counts[1] > counts[0] ? 1 : 0;'],
        [
          'holds counts in a Float32Array',
          BEST,
          `const floats = Float32Array.from(counts);\nreturn floats.indexOf(Math.max(...floats));`,
        ],
        [
          'predicts the majority of the validation rows',
          VALUE,
          `((): number => {
          if (node.kind === 'leaf') return node.value;
          if (samples.length === 0) return majority(node.counts);
          ${MODE}
        })();`,
        ],
        [
          'gives a new leaf a class that is text',
          NEW_LEAF,
          NEW_LEAF.replace('value,', 'value: String(value) as never,'),
        ],
        // What is an error.
        ['compares labels in single precision', IS_ERROR, 'Math.fround(label) !== value'],
        ['knows two labels only, 1 and the rest', IS_ERROR, '(label === 1) !== (value === 1)'],
        ['cuts labels to whole numbers', IS_ERROR, 'Math.trunc(label) !== value'],
        ['forgets the sign of a label', IS_ERROR, 'Math.abs(label) !== value'],
        ['takes label -1 for the last class', IS_ERROR, '(label < 0 ? label + node.counts.length : label) !== value'],
        ['wraps labels around the number of classes', IS_ERROR, 'label % node.counts.length !== value'],
        [
          'keeps one label for each distinct row, the last',
          SAMPLES,
          `const last = new Map(X.map((x, i) => [x.join(), i]));
          const samples = Array.from(last.values(), (i) => ({ x: X[i], label: y[i] }));`,
        ],
        [
          'takes rows for the same when their digits are, as [1, 11] and [11, 1]',
          SAMPLES,
          `const first = new Map(X.map((x) => [x.join(''), x]));
          const samples = X.map((x, i) => ({ x: first.get(x.join('')) ?? x, label: y[i] }));`,
        ],
        ['validates by the first 64 rows', SITES, 'const sites = sitesOf(tree, samples.slice(0, 64));'],
        // When a split becomes a leaf.
        [
          'compares with the subtree as it was grown',
          BELOW,
          `const grown = (sample: Sample, at: TreeNode): boolean =>
            at.kind === 'leaf' ? at.value !== sample.label : grown(sample, goesLeft(at, sample.x) ? at.left : at.right);
          const below = left.errors + right.errors;`,
          PRUNES,
          'if (own <= samples.filter((sample) => grown(sample, node)).length) {',
        ],
        [
          'goes through the tree once, pruning only above leaves of the input',
          PRUNES,
          "if (node.left.kind === 'leaf' && node.right.kind === 'leaf' && own <= below) {",
        ],
        [
          'never prunes above a split that was kept',
          PRUNES,
          "if (left.pruned.kind === 'leaf' && right.pruned.kind === 'leaf' && own <= below) {",
        ],
        [
          'averages the error rates of the two children',
          PRUNES,
          `const rate = ({ errors, samples }: Site) => errors / (samples.length || 1);
          if (rate(site) <= (rate(left) + rate(right)) / 2) {`,
        ],
        [
          'takes error rates that differ by less than a thousandth for equal',
          PRUNES,
          'if ((own - below) / (samples.length || 1) < 1e-3) {',
        ],
        ['adds half an error for each leaf', 'label !== value).length;', 'label !== value).length + 0.5;'],
        [
          'counts errors on the training samples',
          'samples.filter(({ label }) => label !== value).length;',
          '[...node.counts].reduce((sum, n) => sum + n, 0) - node.counts[value];',
        ],
        [
          'prunes the split that saves most first, wherever it is',
          SETTLE,
          `const asLeaf = ({ node, samples }: Site) => samples.filter(({ label }) => label !== majority(node.counts)).length;
          const cut = new Set(sites.filter(({ node }) => node.kind === 'leaf'));
          const errors = (site: Site): number =>
            cut.has(site) ? asLeaf(site) : errors(site.children[0]) + errors(site.children[1]);
          const gain = (site: Site) => (cut.has(site) ? -1 : errors(site) - asLeaf(site));
          for (;;) {
            const best = sites.reduce((a, b) => (gain(b) > gain(a) ? b : a));
            if (gain(best) < 0) break;
            cut.add(best);
          }
          for (const site of sites.toReversed()) {
            const { node, children: [left, right] } = site;
            if (node.kind === 'leaf') continue;
            site.pruned = cut.has(site)
              ? { kind: 'leaf', value: majority(node.counts), counts: node.counts }
              : { ...node, left: left.pruned, right: right.pruned };
          }`,
        ],
        ['prunes whatever fewer than two rows reach', PRUNES, 'if (samples.length < 2 || own <= below) {'],
        ['takes a leaf without errors for one that was not scored', PRUNES, 'if (own > 0 && own <= below) {'],
        [
          'prunes only where both children predict the same',
          PRUNES,
          "if (left.pruned.kind === 'leaf' && right.pruned.kind === 'leaf' && left.pruned.value === right.pruned.value) {",
        ],
        ['never prunes the root', PRUNES, 'if (site.depth > 0 && own <= below) {'],
        ['prunes every split 1,000 levels down', PRUNES, 'if (site.depth >= 1000 || own <= below) {'],
        ['keeps a split that no row reaches', PRUNES, 'if (samples.length > 0 && own <= below) {'],
        [
          'puts the other child in place of a split that sends no row to one side',
          PRUNES,
          `const reached = [left, right].filter((child) => child.samples.length > 0);
          if (reached.length === 1) {
            site.errors = below;
            site.pruned = reached[0].pruned;
            return;
          }
          ${PRUNES}`,
        ],
        // What the answer is made of.
        [
          'gives a new leaf the counts of the validation rows',
          NEW_LEAF,
          `site.pruned = { kind: 'leaf', value, counts: ${TALLIED} };`,
        ],
        ['gives a new leaf no counts', NEW_LEAF, "site.pruned = { kind: 'leaf', value, counts: [] };"],
        [
          'lets kept leaves predict the majority of the validation rows',
          LEAF,
          `if (node.kind === 'leaf') {
          if (samples.length > 0) site.pruned = { ...node, value: (() => ${MODE})() };
          return;
        }`,
        ],
        [
          'swaps the children of kept splits',
          KEPT,
          'site.pruned = { ...node, left: right.pruned, right: left.pruned };',
        ],
        ['gives kept splits back with the subtrees they were grown with', KEPT, ''],
        // What is refused.
        ['accepts an empty X', "if (X.length === 0) throw new RangeError('no rows');", 'if (X.length === 0) return;'],
        ['accepts rows without features', 'if (nFeatures === 0)', 'if (false)'],
        ['accepts rows of different lengths', RAGGED, 'if (false)'],
        ['accepts more labels than rows', LABELS, LABELS.replace('!==', '<')],
        ['checks the first row only', RAGGED, 'if (false)', FINITE, 'if (!X[0].every(Number.isFinite))'],
        ['throws a plain Error', "RangeError('ragged rows')", "Error('ragged rows')"],
        [
          'gives a tree that is one leaf back before it checks',
          ENTRY,
          `if (tree.kind === 'leaf') return tree;\n${ENTRY}`,
        ],
        [
          'checks only coordinates that a split looks at',
          FINITE,
          'if (false)',
          'if (featureIndex >= x.length)',
          'if (!Number.isFinite(x[featureIndex]))',
        ],
        [
          'refuses rows whose sum is infinite',
          FINITE,
          'if (X.some((x) => !Number.isFinite(x.reduce((a, b) => a + b, 0))))',
        ],
        ['refuses coordinates of 0 as missing', FINITE, 'if (X.some((x) => !x.every((v) => v && Number.isFinite(v))))'],
        [
          'refuses negative labels',
          LABELS,
          `${LABELS}\nif (y.some((label) => label < 0)) throw new RangeError('negative');`,
        ],
        ['refuses a single row', 'if (X.length === 0)', 'if (X.length <= 1)'],
        ['sends a row to the right when the feature does not exist', FEATURE, ''],
        [
          'checks the features of the splits it keeps only',
          FEATURE,
          '',
          KEPT,
          `requireFeature(node, samples[0].x);\n${KEPT}`,
        ],
        [
          'drops rows of an unseen class before they go down',
          SITES,
          'const sites = sitesOf(tree, samples.filter(({ label }) => tree.counts[label] !== undefined));',
        ],
        // What stays, and what is kept.
        [
          'prunes in place',
          NEW_LEAF,
          "site.pruned = Object.assign(node as object, { kind: 'leaf' as const, value, counts: node.counts });",
        ],
        ['sorts the counts in place', 'return best;', '(counts as number[]).sort((a, b) => b - a);\nreturn best;'],
        [
          'remembers the answer of a tree, whatever the rows',
          SITES,
          `const known = answers.get(tree);\nif (known) return known;\n${SITES}`,
          'return sites[0].pruned;',
          'answers.set(tree, sites[0].pruned);\nreturn sites[0].pruned;',
          'function check',
          'const answers = new WeakMap<TreeNode, TreeNode>();\nfunction check',
        ],
        [
          'goes on with the rows of the calls before',
          SITES,
          'all.push(...samples);\nconst sites = sitesOf(tree, all);',
          'function check',
          'const all: Sample[] = [];\nfunction check',
        ],
      ],
      slow: [
        [
          'finds the rows on the right as those not included on the left',
          DIVIDE,
          `for (const sample of samples) {
            requireFeature(split, sample.x);
            if (goesLeft(split, sample.x)) left.push(sample);
          }
          right.push(...samples.filter((sample) => !left.includes(sample)));`,
        ],
        [
          'finds the children of each split with indexOf',
          SETTLE,
          `const nodes = sites.map((one) => one.node);
          for (const site of sites.toReversed()) {
            const { node } = site;
            if (node.kind === 'split') site.children = [node.left, node.right].map((child) => sites[nodes.indexOf(child)]);
            settle(site);
          }`,
        ],
        [
          'scores the whole tree anew for each split',
          SETTLE,
          `const isError = ({ x, label }: Sample): boolean => {
            let site = sites[0];
            while (site.pruned.kind === 'split') site = site.children[goesLeft(site.pruned, x) ? 0 : 1];
            return site.pruned.value !== label;
          };
          for (const site of sites.toReversed()) {
            const { node, children: [left, right] } = site;
            if (node.kind === 'leaf') continue;
            site.pruned = { ...node, left: left.pruned, right: right.pruned };
            const kept = site.pruned;
            const before = samples.filter(isError).length;
            site.pruned = { kind: 'leaf', value: majority(node.counts), counts: node.counts };
            if (samples.filter(isError).length > before) site.pruned = kept;
          }`,
        ],
        [
          'scores each subtree anew, from its top down',
          BELOW,
          `const below = samples.filter(({ x, label }) => {
            let at = goesLeft(node, x) ? left.pruned : right.pruned;
            while (at.kind === 'split') at = goesLeft(at, x) ? at.left : at.right;
            return at.value !== label;
          }).length;`,
        ],
        [
          'copies the path of a row at each step down',
          '.push(sample);',
          '.push({ ...sample, path: [...((sample as { path?: Split[] }).path ?? []), split] } as Sample);',
        ],
        [
          'copies the whole subtree beneath each split it keeps',
          KEPT,
          `const copy: Writable = { ...node, left: left.pruned, right: right.pruned };
          const copies = [copy];
          for (const one of copies)
            for (const side of ['left', 'right'] as const) {
              one[side] = { ...one[side] };
              if (one[side].kind === 'split') copies.push(one[side] as Writable);
            }
          site.pruned = copy;`,
          'function check',
          'type Writable = Split & { left: TreeNode; right: TreeNode };\nfunction check',
        ],
      ],
    },
  },
  told: {
    'gives a new leaf no counts': 'a new leaf carries the counts of its node',
    'prunes in place': 'reducedErrorPrune never changes its inputs',
  },
};
