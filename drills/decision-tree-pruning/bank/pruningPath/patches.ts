import type { Patches } from '../../../../src/index.ts';

const SITES = 'const sites = sitesOf(tree);';
const SAMPLES = 'const nSamples = total(tree.counts);';
const FULL = 'const path = [entryOf(0, root, nSamples)];';
const CUTS = 'while (root.weakest <= alpha) collapse(weakestIn(root));';
const PUSH = 'path.push(entryOf(alpha, root, nSamples));';
const RETURN = 'return path;';
const ENTRY = 'return { ccpAlpha: alpha / nSamples, nLeaves: leaves, risk: errors / nSamples };';
const LINK = 'return (own - errors) / (leaves - 1);';
const SITE_LINK = 'site.link = linkOf(site);';
const CLIMB = 'for (let up = site.parent; up; up = up.parent) update(up);';
const ERRORS = 'total(counts) - counts.reduce((a, b) => Math.max(a, b));';
const SUM = 'counts.reduce((a, b) => a + b, 0);';

const WALK = `const left = [root];
          for (const site of left) left.push(...site.children);`;

const FIRST = 'the first entry is ccpAlpha: 0 with the leaves and the risk of the full tree';
const SHARES = 'alphas and risks are shares of the samples at the root, and held to 1e-9';

export const patches: Patches = {
  of: {
    'right/question.ts': {
      rare: [
        [
          'gives 512 entries at most',
          'return p',
          `if (path.length > 512) path.splice(512 - 1, path.length - 512);
  return p`,
        ],
        [
          'keeps the errors below a split in 32 bits',
          `let e = errors;
  le`,
          `let e = errors | 0;
  le`,
        ],
        [
          'adds errors up in 32 bits without a sign',
          'left.errors + right.errors',
          '(left.errors + right.errors) >>> 0',
        ],
        ['looks for the largest of the first 255 counts only, to count errors', '..counts', '..counts.slice(0, 255)'],
        ['counts the leaves that a link loses in 8 bits', ' n - 1', ' (n - 1) & 255'],
        [
          'knows splits by feature, threshold and counts, so that two with other children share their links',
          'function linksOf',
          `const memo = new Map<string, ReturnType<typeof linksOf1>>();
function linksOf(node: TreeNode): ReturnType<typeof linksOf1> {
  const key = JSON.stringify({ ...node, left: 0, right: 0 });
  const known = memo.get(key) ?? linksOf1(node);
  memo.set(key, known);
  return known;
}
function linksOf1`,
          'const nS',
          `memo.clear();
  const nS`,
        ],
        [
          'gives the same list at every call, overwritten',
          'export',
          `const shared: Entry[] = [];
export`,
          '[{ ccpAlpha: 0, nLeaves, risk: errors / nSamples }]',
          `shared;
  path.length = 0;
  path.push({ ccpAlpha: 0, nLeaves, risk: errors / nSamples })`,
        ],
        [
          'sorts links by their alphas in single precision',
          'a.alpha - b.alpha',
          'Math.sign(Math.fround(a.alpha) - Math.fround(b.alpha))',
        ],
        ['takes alphas within 1e-7 of each other, relative, for one', '=== alpha', '<= alpha * (1 + 1e-7)'],
        ['takes alphas within 1e-8 of each other for one', '=== alpha', '<= alpha + nSamples * 1e-8'],
        [
          'takes alphas within 3e-9 of each other for one, but for the last ones',
          '=== alpha',
          '<= alpha + nSamples * 3e-9',
        ],
        ['takes alphas within a millionth of each other for one', '=== alpha', '<= alpha * (1 + 1e-6)'],
        ['adds counts up in 32 bits without a sign', ' a + b', ' (a + b) >>> 0'],
      ],
    },
    'right/plain.ts': {
      wrong: [
        // What a link costs.
        ['divides by the leaves of the subtree, not by those that are lost', LINK, 'return (own - errors) / leaves;'],
        ['divides by all nodes that are lost', LINK, 'return (own - errors) / (2 * leaves - 2);'],
        ['does not divide by the leaves at all', LINK, 'return own - errors;'],
        [
          'takes the risk in a link as a share of the samples of its node',
          LINK,
          'return (own - errors) / (leaves - 1) / total(node.counts);',
          'function linkOf({ own',
          'function linkOf({ node, own',
          'alpha / nSamples',
          'alpha',
        ],
        ['gives alphas and risks as counts of errors', SAMPLES, 'const nSamples = 1;'],
        ['divides by the number of nodes instead of the number of samples', SAMPLES, 'const nSamples = sites.length;'],
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
        ['adds nSamples up as 32-bit integers', SUM, 'counts.reduce((a, b) => (a + b) | 0, 0);'],
        ['keeps alphas in single precision', SITE_LINK, 'site.link = Math.fround(linkOf(site));'],
        [
          'remembers effective alphas by counts written without a comma',
          SITE_LINK,
          `const key = site.node.counts.join('');
          site.link = links.get(key) ?? linkOf(site);
          links.set(key, site.link);`,
          SITES,
          `links.clear();\n${SITES}`,
          'function entryOf',
          'const links = new Map<string, number>();\nfunction entryOf',
        ],
        // What a cut changes.
        [
          'takes the effective alphas of the full tree and never brings them up to date',
          SITE_LINK,
          'if (site.link === Infinity) site.link = linkOf(site);',
        ],
        [
          'brings only the parent of a new leaf up to date',
          CLIMB,
          `for (let up = site.parent; up; up = up.parent) {
            const { link } = up;
            update(up);
            if (up !== site.parent) up.link = link;
            up.weakest = Math.min(up.link, ...up.children.map(({ weakest }) => weakest));
          }`,
        ],
        [
          'brings ancestors up to date in leaves, but not in errors',
          LINK,
          'return (own - grown) / (leaves - 1);',
          'function linkOf({ own, errors, leaves }: Site)',
          'function linkOf({ own, grown, leaves }: Site)',
          'site.errors = left.errors + right.errors;',
          'site.errors = left.errors + right.errors;\nsite.grown ??= site.errors;',
        ],
        [
          'goes on cutting links below splits that are leaves already',
          'site.children = [];\n',
          '',
          'site.weakest = Infinity;',
          'site.weakest = Math.min(...site.children.map(({ weakest }) => weakest));',
        ],
        // Which trees have an entry.
        ['has room for 32 entries', RETURN, 'return path.slice(0, 32);'],
        ['gives no entry for a tree that is one leaf', RETURN, 'return sites.length === 1 ? [] : path;'],
        [
          'gives the only entry of a tree of one leaf twice, as the full tree and as the root',
          RETURN,
          'return sites.length === 1 ? [...path, ...path] : path;',
        ],
        [
          'leaves the full tree out when there are links that cost nothing',
          RETURN,
          'return path[1]?.ccpAlpha === 0 ? path.slice(1) : path;',
        ],
        [
          'always has a second entry at 0, also when no link costs nothing',
          RETURN,
          'return path[1]?.ccpAlpha === 0 ? path : [path[0], ...path];',
        ],
        ['gives links that cost nothing no entry, as `if (alpha)` is false for 0', PUSH, `if (alpha) ${PUSH}`],
        [
          'puts links that cost nothing into the first entry',
          FULL,
          `${FULL}
          while (root.weakest === 0) collapse(weakestIn(root));
          path[0] = entryOf(0, root, nSamples);`,
        ],
        ['makes an entry for each link, also when several have the same alpha', CUTS, 'collapse(weakestIn(root));'],
        [
          'puts at most two links of the same alpha together',
          CUTS,
          'for (let i = 0; i < 2 && root.weakest <= alpha; i++) collapse(weakestIn(root));',
        ],
        [
          'gives nLeaves and risk after the first of the links at an alpha',
          `${CUTS}\n    ${PUSH}`,
          `collapse(weakestIn(root));
          ${PUSH}
          ${CUTS}
          if (root.leaves === 1) path[path.length - 1] = entryOf(alpha, root, nSamples);`,
        ],
        ['has no entry for the root alone', PUSH, `if (root.leaves > 1) ${PUSH}`],
        [
          'gives a tree of two leaves no other entry, as it looks for the weakest link among inner splits',
          'while (root.leaves > 1) {',
          'while (root.leaves > 1 && sites.length > 3) {',
        ],
        // What an entry says.
        [
          'gives each tree the alpha at which it is left',
          RETURN,
          'return path.map((entry, i) => ({ ...entry, ccpAlpha: (path[i + 1] ?? entry).ccpAlpha }));',
        ],
        [
          'adds alphas up from entry to entry',
          RETURN,
          `let ccpAlpha = 0;
          return path.map((entry) => ({ ...entry, ccpAlpha: (ccpAlpha += entry.ccpAlpha) }));`,
        ],
        ['gives the accuracy instead of the risk', ENTRY, ENTRY.replace('errors / nSamples', '1 - errors / nSamples')],
        [
          'adds the price of the leaves to the risk',
          ENTRY,
          ENTRY.replace('errors / nSamples', '(errors + alpha * leaves) / nSamples'),
        ],
        [
          'gives the risk gained since the full tree',
          RETURN,
          'return path.map((entry) => ({ ...entry, risk: entry.risk - path[0].risk }));',
        ],
        ['counts splits instead of leaves', ENTRY, ENTRY.replace('leaves,', 'leaves - 1,')],
        ['begins with the root and ends with the full tree', RETURN, 'return path.reverse();'],
        [
          'orders entries by sort() without comparator, so that 1e-7 comes after 0.5',
          RETURN,
          `const [first, ...rest] = path;
          return [first, ...rest.sort((a, b) => (String(a.ccpAlpha) < String(b.ccpAlpha) ? -1 : 1))];`,
        ],
        [
          'counts alphas nearer than 1e-6 as one',
          CUTS,
          'while (root.weakest < alpha + 1e-6 * nSamples) collapse(weakestIn(root));',
        ],
        [
          'rounds alphas and risks to six decimals',
          ENTRY,
          'return { ccpAlpha: +(alpha / nSamples).toFixed(6), nLeaves: leaves, risk: +(errors / nSamples).toFixed(6) };',
        ],
        // What is kept from call to call.
        [
          'makes leaves of the splits of the input',
          'site.children = [];\n',
          "site.children = [];\n  Object.assign(site.node, { kind: 'leaf' });\n",
        ],
        [
          'remembers paths by the counts of the root',
          SITES,
          `const key = tree.counts.join();
          const known = paths.get(key);
          if (known) return known;
          ${SITES}`,
          RETURN,
          `paths.set(key, path);\n${RETURN}`,
          'function entryOf',
          'const paths = new Map<string, readonly Entry[]>();\nfunction entryOf',
        ],
        [
          'keeps the end of the path of the call before',
          RETURN,
          'kept = [...kept.slice(-3), ...path];\nreturn kept;',
          'function entryOf',
          'let kept: Entry[] = [];\nfunction entryOf',
        ],
      ],
      slow: [
        [
          'walks through all that is left of the tree for the next link',
          CUTS,
          `while (root.weakest <= alpha) {
          ${WALK}
          collapse(left.reduce((a, b) => (b.link < a.link ? b : a)));
        }`,
        ],
        [
          'sorts the links anew for each new leaf',
          CUTS,
          `while (root.weakest <= alpha) {
          ${WALK}
          collapse(left.sort((a, b) => (a.link < b.link ? -1 : Number(a.link > b.link)))[0]);
        }`,
        ],
        [
          'looks through the list of all nodes for the next link',
          CUTS,
          `while (root.weakest <= alpha) {
          const site = sites.reduce((a, b) => (b.link < a.link ? b : a));
          const below = [site];
          for (const one of below) below.push(...one.children);
          for (const one of below) one.link = Infinity;
          collapse(site);
        }`,
        ],
        [
          'counts leaves and errors of each ancestor of a new leaf by walking through what is below it',
          CLIMB,
          `for (let up = site.parent; up; up = up.parent) {
          const below = [up];
          for (const one of below) below.push(...one.children);
          const leaves = below.filter(({ children }) => children.length === 0);
          update(up);
          up.leaves = leaves.length;
          up.errors = leaves.reduce((errors, { own }) => errors + own, 0);
        }`,
        ],
        [
          'brings all splits up to date after each cut',
          CLIMB,
          `let root = site;
          while (root.parent) root = root.parent;
          const below = [root];
          for (const one of below) below.push(...one.children);
          for (const one of below.reverse()) update(one);`,
        ],
      ],
    },
  },
  told: {
    'takes the smallest count for the errors, as if there were always two classes': FIRST,
    'puts links that cost nothing into the first entry': FIRST,
    'adds nSamples up as 32-bit integers': SHARES,
  },
};
