import type { Patches } from '../../../../src/index.ts';

const EMPTY = "if (trees.length === 0) throw new RangeError('a forest without trees');";
const COUNTS = 'const counts = new Map<number, number>();';
const VOTE = 'const label = vote(trees[i], x);';
const STANDINGS = `if (label === leader.label) leader = voted;
    else if (beats(voted, leader)) [leader, rival] = [voted, leader];
    else if (beats(voted, rival)) rival = voted;`;
const SETTLED = 'if (isSettled(leader, rival, trees.length - i - 1)) break;';
const ANSWER = 'return leader.label;';
const TALLY = `const count = (counts.get(label) ?? 0) + 1;
  counts.set(label, count);`;
const BEATS = 'return a.count > b.count || (a.count === b.count && a.label < b.label);';
const NEW_LABELS = 'if (nRemaining >= leader.count) return false;';
const REACH = 'return reach < leader.count || (reach === leader.count && leader.label < rival.label);';
const COMPARE = 'value <= split.threshold';
const READ = 'const value = read(x, split.featureIndex);';
const PAST_END = "if (j >= x.length) throw new RangeError('a row that ends before this feature');";
const NOT_A_NUMBER = "if (Number.isNaN(x[j])) throw new RangeError('a feature that is NaN');";
const TOP = 'const NOBODY';

/** Changes that keep a list of all votes. */
const LISTED = [COUNTS, `const votes: number[] = [];\n  ${COUNTS}`, VOTE, `${VOTE}\n    votes.push(label);`];

const ALL_LABELS = `[leader, rival] = [NOBODY, NOBODY];
    for (const [other, count] of counts) {
      const now = { label: other, count };
      if (beats(now, leader)) [leader, rival] = [now, leader];
      else if (beats(now, rival)) rival = now;
    }`;

export const patches: Patches = {
  of: {
    'right/question.ts': {
      rare: [
        [
          'checks what splits read in the first 32 trees only',
          'number[];',
          `number[];
function loose(tree: TreeNode, x: Row): number {
  let node = tree;
  while (node.kind === 'split') node = x[node.featureIndex] <= node.threshold ? node.left : node.right;
  return node.value;
}`,
          '= walk',
          '= i < 32 ? walk(trees[i], x) : loose',
        ],
        ['clamps features to 1e9 on either side', 'node = v', 'node = Math.max(-1e9, Math.min(1e9, v))'],
        ['numbers the features in a byte', 'node.featureIndex', 'node.featureIndex & 255'],
        [
          'numbers the labels in a byte',
          'votes = new Map<number, number>(',
          `slots = new Map<number, number>();
  const counts = new Uint32Array(256`,
          `voted = { label, n: (votes.get(label) ?? 0) + 1 };
    votes.set(label, voted.n)`,
          `slot = slots.get(label) ?? slots.size & 255;
    slots.set(label, slot);
    const voted = { label, n: ++counts[slot] }`,
        ],
        [
          'takes labels for the same that are equal in 16 digits',
          `voted = { label, n: (votes.get(label) ?? 0) + 1 };
    votes.set(label`,
          `key = Number(label.toPrecision(16));
    const voted = { label, n: (votes.get(key) ?? 0) + 1 };
    votes.set(key`,
        ],
        [
          'takes labels for the same that are equal in 20 decimals',
          `voted = { label, n: (votes.get(label) ?? 0) + 1 };
    votes.set(label`,
          `key = Number(label.toFixed(20));
    const voted = { label, n: (votes.get(key) ?? 0) + 1 };
    votes.set(key`,
        ],
        [
          'lets the second be where there are 20 labels',
          'label === second.label || ahead(voted, second)',
          '(label === second.label || ahead(voted, second)) && votes.size < 20',
        ],
        [
          'keeps answers for each forest under the sum of the row',
          'number[];',
          `number[];
const forests = new WeakMap<object, Map<number, number>>();`,
          'if (tre',
          `const kept = forests.get(trees) ?? new Map<number, number>();
  forests.set(trees, kept);
  const key = x.reduce((a, b) => a + b, 0);
  const known = kept.get(key);
  if (known !== undefined) return known;
  if (tre`,
          'return f',
          `kept.set(key, first.label);
  return f`,
        ],
        [
          'asks whether the answer is settled at every eighth tree of a dozen or more',
          'true && ahead(first, { label: second.label, n: second.n + trees.length - i }))',
          `(trees.length < 12 || i % 8 === 0) && ahead(first, { label: second.label, n: second.n + trees.length - i }))
     `,
        ],
        ['walks all trees where there are more than 11', 'if (true', 'if (trees.length <= 11'],
        ['goes left up to 1e-30 above the threshold', '<= node.threshold', '- node.threshold <= 1e-30'],
        ['thinks that no label is smaller than the safe integers', 'Infinity', 'Number.MAX_SAFE_INTEGER'],
        [
          'counts the votes in a signed byte',
          'votes.get(label) ?? 0) + 1',
          '((votes.get(label) ?? 0) + 1) << 24) >> 24',
        ],
      ],
    },
    'right/plain.ts': {
      wrong: [
        [
          'walks 32 trees at most, but for forests of leaves alone',
          EMPTY,
          `${EMPTY}\n  if (trees.some(({ kind }) => kind === 'split')) trees = trees.slice(0, 32);`,
        ],
        ['walks all trees', SETTLED, ''],
        ['walks on while another label could draw level, even a larger one', REACH, 'return reach < leader.count;'],
        [
          'counts the tree that it has just walked among the remaining ones',
          'trees.length - i - 1',
          'trees.length - i',
        ],
        [
          'asks only before every second tree whether the answer is settled',
          SETTLED,
          `if ((trees.length - i) % 2 === 1) ${SETTLED}`,
        ],
        [
          'asks only when two thirds of the trees are walked',
          SETTLED,
          `if (3 * (trees.length - i - 1) <= trees.length) ${SETTLED}`,
        ],
        [
          'asks only when the leading label gets a vote, although a vote for a third one settles the answer too',
          SETTLED,
          `if (label === leader.label) ${SETTLED}`,
        ],
        ['stops when half of all trees agree', SETTLED, 'if (2 * leader.count >= trees.length) break;'],
        [
          'stops when no other label can overtake, though a smaller one can draw level',
          NEW_LABELS,
          'if (nRemaining > leader.count) return false;',
          REACH,
          'return reach <= leader.count;',
        ],
        [
          'forgets that a smaller label may draw level, of those that have votes',
          REACH,
          'return reach <= leader.count;',
        ],
        ['forgets the labels that have no vote so far', NEW_LABELS, 'if (rival.count === 0) return true;'],
        [
          'takes a label without votes for a larger one, which cannot win by drawing level',
          NEW_LABELS,
          'if (nRemaining > leader.count) return false;\n  if (rival.count === 0) return true;',
        ],
        [
          'takes 0 for the smallest label that there can be',
          NEW_LABELS,
          'if (nRemaining > leader.count || (nRemaining === leader.count && leader.label > 0)) return false;',
          REACH,
          `if (rival.count === 0) return true;\n  ${REACH}`,
        ],
        [
          'takes the smallest label voted for so far for the smallest that there can be',
          SETTLED,
          `const isLeast = leader.label === Math.min(...counts.keys());
          if (isLeast && rival.count + trees.length - i - 1 <= leader.count) break;
          ${SETTLED}`,
        ],
        ['counts one tree less as remaining', 'trees.length - i - 1', 'trees.length - i - 2'],
        [
          'watches one rival only, the first label to have its number of votes, and not the smallest of several',
          'beats(voted, rival)',
          'voted.count > rival.count',
        ],
        [
          'gives the largest of several labels with as many votes, and stops by that rule',
          VOTE,
          'const label = -vote(trees[i], x);',
          ANSWER,
          'return -leader.label;',
        ],
        ['gives the label that had its votes first when several have as many', BEATS, 'return a.count > b.count;'],
        [
          'compares labels as texts, so that 10 is smaller than 9',
          'a.label < b.label',
          'String(a.label) < String(b.label)',
        ],
        [
          'sorts the labels without a comparator before it counts them',
          ANSWER,
          `const runs = new Map<number, number>();
          for (const label of votes.sort()) runs.set(label, (runs.get(label) ?? 0) + 1);
          return [...runs].sort(([, m], [, n]) => n - m)[0][0];`,
          ...LISTED,
        ],
        [
          'takes 0 and -0 for two labels',
          'label === leader.label',
          'Object.is(label, leader.label)',
          TALLY,
          "const key = Object.is(label, -0) ? '-0' : label;\n  const count = (counts.get(key) ?? 0) + 1;\n  counts.set(key, count);",
        ],
        [
          'gives the mean of the votes, as for regression',
          ANSWER,
          'return votes.reduce((sum, label) => sum + label, 0) / votes.length;',
          ...LISTED,
        ],
        ['gives the number of votes and not the label', ANSWER, 'return leader.count;'],
        ['rounds the labels to integers', VOTE, 'const label = Math.round(vote(trees[i], x));'],
        ['keeps the labels in single precision', VOTE, 'const label = Math.fround(vote(trees[i], x));'],
        [
          'counts two labels as one that agree to nine decimals',
          'label === leader.label',
          'Math.abs(label - leader.label) < 1e-9',
          TALLY,
          'const key = Math.round(label * 1e9);\n  const count = (counts.get(key) ?? 0) + 1;\n  counts.set(key, count);',
        ],
        [
          'counts the votes in a list by label, where negative ones and fractions have no place',
          ANSWER,
          `const list = new Uint32Array(Math.max(1, Math.min(1024, Math.max(...votes) + 1)));
          for (const label of votes) list[label]++;
          return list.indexOf(Math.max(...list));`,
          ...LISTED,
        ],
        [
          'counts no more than 255 votes a label, in one byte each',
          '?? 0) + 1;',
          '?? 0) + 1) & 255;',
          'const count = (',
          'const count = ((',
        ],
        [
          'takes the label 0 for no label, and never lets it lead',
          'beats(voted, leader)',
          'label && beats(voted, leader)',
        ],
        [
          'begins with the label 0 as the smallest of those with the most votes',
          ANSWER,
          'return Math.min(0, leader.label);',
        ],
        ['keeps the votes from call to call', COUNTS, '', TOP, `${COUNTS}\n${TOP}`],
        [
          'remembers the vote of a tree, whatever the next row',
          VOTE,
          'const label = known.get(trees[i]) ?? vote(trees[i], x);\n    known.set(trees[i], label);',
          TOP,
          `const known = new WeakMap<TreeNode, number>();\n${TOP}`,
        ],
        [
          'remembers the answer for a row, and gives it for another forest too',
          ANSWER,
          'if (!known.has(x)) known.set(x, leader.label);\n  return known.get(x);',
          TOP,
          `const known = new WeakMap<Row, number>();\n${TOP}`,
        ],
        ['lets a tree that stands in the forest twice vote once', EMPTY, `${EMPTY}\n  trees = [...new Set(trees)];`],
        [
          'skips a tree that it has walked before, but reckons with a vote of its second place',
          VOTE,
          `if (trees.indexOf(trees[i]) < i) continue;\n    ${VOTE}`,
        ],
        ['goes left within a tolerance of 1e-9', COMPARE, 'value <= split.threshold + 1e-9'],
        ['sends `NaN` right', NOT_A_NUMBER, ''],
        ['does not notice the end of the row', PAST_END, ''],
        ['throws a plain `Error` where the row cannot be read', "RangeError('a feature", "Error('a feature"],
        ['gives `NaN` for an empty forest', EMPTY, ''],
        ['gives 0 for an empty forest', EMPTY, 'if (trees.length === 0) return 0;'],
        [
          'reads the first tree of an empty forest, which is a `TypeError`',
          EMPTY,
          "if (trees[0].kind === 'leaf' && trees.length === 1) return trees[0].value;",
        ],
        [
          'takes a tree that the row cannot be walked down for one that abstains',
          VOTE,
          `let label: number;
          try {
            label = vote(trees[i], x);
          } catch {
            continue;
          }`,
        ],
        [
          'checks the roots of all trees before it walks the first',
          COUNTS,
          `for (const tree of trees) if (tree.kind === 'split') read(x, tree.featureIndex);\n  ${COUNTS}`,
        ],
        ['walks the trees from the last to the first', EMPTY, `${EMPTY}\n  trees = trees.toReversed();`],
        [
          'walks the trees that are leaves first, since they cost nothing',
          EMPTY,
          `${EMPTY}\n  trees = trees.toSorted((a, b) => Number(a.kind === 'split') - Number(b.kind === 'split'));`,
        ],
        ['takes the trees off the list that it is given', EMPTY, `${EMPTY}\n  trees = trees.splice(0);`],
        ['notes its vote in each tree', VOTE, `${VOTE}\n    trees[i].vote = label;`],
      ],
      slow: [
        [
          'counts all votes anew after each tree',
          SETTLED,
          `const anew = new Map<number, number>();
          for (const other of votes) countVote(anew, other);
          leader = { label: leader.label, count: anew.get(leader.label) };
          ${SETTLED}`,
          ...LISTED,
        ],
        ['goes through all labels after each tree', STANDINGS, ALL_LABELS],
        [
          'sorts the labels by their votes after each tree',
          STANDINGS,
          '[leader, rival = NOBODY] = Array.from(counts, ([label, count]) => ({ label, count })).sort((a, b) => (beats(a, b) ? -1 : 1));',
        ],
        [
          'searches a list of labels for the one that is voted for',
          COUNTS,
          `const known: number[] = [];\n  ${COUNTS}`,
          VOTE,
          `${VOTE}\n    if (!known.includes(label)) known.push(label);`,
        ],
        [
          'copies its table of counts for each vote',
          COUNTS,
          'let counts = new Map<number, number>();',
          VOTE,
          `${VOTE}\n    counts = new Map(counts);`,
        ],
        [
          'copies the trees that are left after each tree, to count them',
          COUNTS,
          `let left = trees;\n  ${COUNTS}`,
          SETTLED,
          'left = left.slice(1);\n    if (isSettled(leader, rival, left.length)) break;',
        ],
        [
          'walks all trees first, keeps their errors, and then counts only as many votes as it needs',
          COUNTS,
          `const votes = trees.map((tree) => {
            try {
              return vote(tree, x);
            } catch (error) {
              return error;
            }
          });
          ${COUNTS}`,
          VOTE,
          "const label = votes[i];\n    if (typeof label !== 'number') throw label;",
        ],
        [
          'counts the nodes of each tree before it walks it',
          VOTE,
          `const nodes = [trees[i]];
          for (const node of nodes) if (node.kind === 'split') nodes.push(node.left, node.right);
          const label = nodes.length === 1 ? nodes[0].value : vote(trees[i], x);`,
        ],
        [
          'lists the way down each tree in copies, each longer by one node',
          "while (node.kind === 'split') node = next(node, x);",
          "let way = [node];\n  for (; node.kind === 'split'; node = way[0]) way = [next(node, x), ...way];",
        ],
        ['copies the row for each tree', VOTE, 'const label = vote(trees[i], [...x]);'],
        [
          'looks for `NaN` in the whole row at each split',
          READ,
          `if (x.some((v, j) => Number.isNaN(v) && j === split.featureIndex)) throw new RangeError('NaN');\n  ${READ}`,
        ],
        [
          'goes down from the number of votes of the leader, one by one, to the first that a label has, after each tree',
          COUNTS,
          `const nLabels = new Uint32Array(trees.length + 1);\n  ${COUNTS}`,
          SETTLED,
          `nLabels[voted.count]++;
          if (voted.count > 1) nLabels[voted.count - 1]--;
          let { count } = leader;
          const floor = count - (trees.length - i - 1);
          if (floor < 1) continue;
          for (let others = nLabels[count] - 1; others === 0 && count > floor; others = nLabels[count]) count--;
          if (count > floor) continue;
          ${SETTLED}`,
        ],
        [
          'asks after each tree which label would win if all that are left voted for each of the labels',
          SETTLED,
          `const winnerIfAll = (label: number): number => {
            const all = new Map(counts).set(label, (counts.get(label) ?? 0) + trees.length - i - 1);
            return [...all].sort(([a, m], [b, n]) => n - m || a - b)[0][0];
          };
          if ([-Infinity, ...counts.keys()].every((other) => winnerIfAll(other) === leader.label)) break;`,
        ],
      ],
    },
  },
  told: {
    'walks all trees': 'no tree is walked once the rest cannot change the answer',
    'lets a tree that stands in the forest twice vote once': 'a tree that the forest holds twice votes twice',
    'takes the trees off the list that it is given': 'predictForest never changes its inputs',
  },
};
