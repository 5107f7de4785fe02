import type * as reference from '../../../reference/decision-tree-pruning/index.ts';
import type { Mutant } from '../../../src/index.ts';
import {
  type Entry,
  entryOf,
  type Path,
  parentsFirst,
  pathBy,
  right,
  type Step,
  type TreeNode,
} from './shared.mutants.ts';

/** All links of the smallest alpha at once, but not those that reach it only then: they are the next round. */
function* rounds(steps: Iterable<Step>, kept: number): Generator<Step[]> {
  let round: Step[] = [];
  for (const step of steps) {
    if (round.length > 0 && (step.alpha !== round[0].alpha || round.length === kept)) {
      yield round;
      round = [];
    }
    round.push(step);
  }
  if (round.length > 0) yield round;
}

const inPairs: Path = pathBy({
  entries: (full, steps, n) => [
    entryOf(full, n),
    ...[...rounds(steps, 2)].map((round) => entryOf(round.at(-1) as Step, n)),
  ],
});

/** The entry of an alpha is the tree after the first of its links. */
const firstOnly: Path = pathBy({
  entries: (full, steps, n) => [
    entryOf(full, n),
    ...[...rounds(steps, Infinity)].map((round, i, all) =>
      entryOf(i === all.length - 1 ? (round.at(-1) as Step) : round[0], n),
    ),
  ],
});

interface Writable {
  kind: string;
  left?: TreeNode;
  right?: TreeNode;
}

const recursive: Path = (tree) => {
  const depth = (node: TreeNode): number =>
    node.kind === 'leaf' ? 1 : 1 + Math.max(depth(node.left), depth(node.right));
  return depth(tree) > 0 ? pathBy({})(tree) : [];
};

/** Cuts the splits of the input down on the way. */
const cutting: Path = (tree) => {
  const path = pathBy({})(tree);
  for (const node of parentsFirst(tree)) (node as Writable).kind = 'leaf';
  return path;
};

const known = new Map<string, readonly Entry[]>();

const remembering: Path = (tree) => {
  const key = tree.counts.join();
  const path = known.get(key) ?? pathBy({})(tree);
  known.set(key, path);
  return path;
};

let entriesOfAll: Entry[] = [];

const growing: Path = (tree) => {
  entriesOfAll = [...entriesOfAll.slice(-3), ...pathBy({})(tree)];
  return entriesOfAll;
};

/** Sums of counts instead of trees: the same link for two nodes with equal counts. */
const keyed: Path = (tree) => {
  const seen = new Map<string, number>();
  return pathBy({
    link: (own, below, leaves, { counts }) => {
      const key = counts.join('');
      const alpha = seen.get(key) ?? right.link(own, below, leaves, tree);
      seen.set(key, alpha);
      return alpha;
    },
  })(tree);
};

export const alphas: Mutant<typeof reference>[] = [
  {
    says: 'puts at most two links of the same alpha together',
    dies: 'one entry for each distinct effective alpha, with nLeaves and risk once all links at this alpha have become leaves',
    solution: { pruningPath: inPairs },
  },
  {
    says: 'gives `nLeaves` and `risk` after the first of the links at an alpha',
    dies: 'one entry for each distinct effective alpha, with nLeaves and risk once all links at this alpha have become leaves',
    solution: { pruningPath: firstOnly },
  },
  {
    says: 'adds alphas up from entry to entry',
    dies: 'one entry for each distinct effective alpha, with nLeaves and risk once all links at this alpha have become leaves',
    solution: {
      pruningPath: (tree) => {
        let alpha = 0;
        return pathBy({})(tree).map((entry) => {
          alpha += entry.ccpAlpha;
          return { ...entry, ccpAlpha: alpha };
        });
      },
    },
  },
];

export const calls: Mutant<typeof reference>[] = [
  {
    says: 'gives no entry for a tree of one leaf',
    dies: 'a tree that is one leaf has the first entry only',
    solution: { pruningPath: (tree) => (tree.kind === 'leaf' ? [] : pathBy({})(tree)) },
  },
  {
    says: 'gives the only entry of a tree of one leaf twice, as the full tree and as the root',
    dies: 'a tree that is one leaf has the first entry only',
    solution: {
      pruningPath: (tree) => {
        const path = pathBy({})(tree);
        return tree.kind === 'leaf' ? [...path, ...path] : path;
      },
    },
  },
  {
    says: 'descends by recursion',
    dies: 'trees 100,000 deep do not overflow the call stack',
    solution: { pruningPath: recursive },
  },
  {
    says: 'makes leaves of the splits of the input',
    dies: 'pruningPath never changes its inputs',
    solution: { pruningPath: cutting },
  },
  {
    says: 'remembers paths by the counts of the root',
    dies: 'one entry for each distinct effective alpha, with nLeaves and risk once all links at this alpha have become leaves',
    solution: { pruningPath: remembering },
  },
  {
    says: 'keeps the end of the path of the call before',
    dies: 'pruningPath gives the same answer when it is called again',
    solution: { pruningPath: growing },
  },
  {
    says: 'remembers effective alphas by counts written without a comma',
    dies: 'one entry for each distinct effective alpha, with nLeaves and risk once all links at this alpha have become leaves',
    solution: { pruningPath: keyed },
  },
];
