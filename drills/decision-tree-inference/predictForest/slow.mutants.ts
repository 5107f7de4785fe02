import type * as reference from '../../../reference/decision-tree-inference/index.ts';
import type { Mutant } from '../../../src/index.ts';
import {
  type Count,
  type Parts,
  type Predict,
  read,
  right,
  type TreeNode,
  vote,
  voting,
  winner,
} from './shared.mutants.ts';

/** Walks the trees, and hands the counts to what says where they stand. */
const standing =
  (standingOf: (counts: Map<number, number>, votes: readonly number[]) => { leader: Count; rival: Count }): Predict =>
  (trees, x) => {
    if (trees.length === 0) throw new RangeError('a forest without trees');
    const counts = new Map<number, number>();
    const votes: number[] = [];
    for (const tree of trees) {
      const label = vote(tree, x);
      votes.push(label);
      counts.set(label, (counts.get(label) ?? 0) + 1);
      const { leader, rival } = standingOf(counts, votes);
      const remaining = trees.length - votes.length;
      if (remaining === 0 || right.isSettled({ leader, rival, remaining, nTrees: trees.length })) return leader.label;
    }
    throw new Error('no tree');
  };

function bestTwo(counts: Iterable<[number, number]>): { leader: Count; rival: Count } {
  let leader: Count = { label: Number.NaN, count: 0 };
  let rival = leader;
  for (const [label, count] of counts) {
    const now = { label, count };
    if (right.beats(now, leader)) {
      rival = leader;
      leader = now;
    } else if (right.beats(now, rival)) rival = now;
  }
  return { leader, rival };
}

const counting = (parts: Partial<Parts>) => ({ predictForest: voting(parts) });

export const slow: Mutant<typeof reference>[] = [
  {
    says: 'counts all votes anew after each tree',
    dies: 'grows with nTrees no faster than it must, on trees that vote for three labels in random order',
    solution: {
      predictForest: standing((_counts, votes) => {
        const counts = new Map<number, number>();
        for (const label of votes) counts.set(label, (counts.get(label) ?? 0) + 1);
        return bestTwo(counts);
      }),
    },
  },
  {
    says: 'goes through all labels after each tree',
    dies: 'grows with nTrees no faster than it must, on trees of which a third have a label each and the rest vote for two',
    solution: { predictForest: standing((counts) => bestTwo(counts)) },
  },
  {
    says: 'goes through all labels only once half of the trees are walked, after each tree from there on',
    dies: 'grows with nTrees no faster than it must, on trees of which a third have a label each and the rest vote for two',
    solution: {
      predictForest: (trees, x) =>
        standing((counts, votes) =>
          2 * votes.length <= trees.length && votes.length < trees.length
            ? { leader: { label: 0, count: 0 }, rival: { label: 0, count: 0 } }
            : bestTwo(counts),
        )(trees, x),
    },
  },
  {
    says: 'sorts the labels by their votes after each tree',
    dies: 'grows with nTrees no faster than it must, on trees of which a third have a label each and the rest vote for two',
    solution: {
      predictForest: standing((counts) => {
        const sorted = [...counts].sort(([a, m], [b, n]) => n - m || a - b);
        return bestTwo(sorted.slice(0, 2));
      }),
    },
  },
  {
    says: 'searches a list of labels for the one that is voted for',
    dies: 'grows with nTrees no faster than it must, on trees of which a third have a label each and the rest vote for two',
    solution: {
      predictForest: (trees, x) => {
        const known: number[] = [];
        return voting({
          key: (label) => {
            const place = known.indexOf(label);
            return place < 0 ? known.push(label) - 1 : place;
          },
        })(trees, x);
      },
    },
  },
  {
    says: 'copies its table of counts for each vote',
    dies: 'grows with nTrees no faster than it must, on trees of which a third have a label each and the rest vote for two',
    solution: {
      predictForest: (trees, x) => {
        let counts = new Map<number, number>();
        return voting({
          vote: (tree, row) => {
            const label = vote(tree, row);
            counts = new Map([...counts, [label, (counts.get(label) ?? 0) + 1]]);
            return label;
          },
        })(trees, x);
      },
    },
  },
  {
    says: 'copies the trees that are left after each tree, to count them',
    dies: 'grows with nTrees no faster than it must, on trees that vote for three labels in random order',
    solution: {
      predictForest: (trees, x) => {
        let left = [...trees];
        return counting({
          isSettled: (now) => {
            left = left.slice(1);
            return right.isSettled({ ...now, remaining: left.length });
          },
        }).predictForest(trees, x);
      },
    },
  },
  {
    says: 'walks all trees first, keeps their errors, and then counts only as many votes as it needs',
    dies: 'grows with depth no faster than it must, on trees that come after the answer is settled',
    solution: {
      predictForest: (trees, x) => {
        const votes = trees.map((tree) => {
          try {
            return vote(tree, x);
          } catch (error) {
            return error as RangeError;
          }
        });
        let i = 0;
        return voting({
          vote: () => {
            const label = votes[i++];
            if (typeof label !== 'number') throw label;
            return label;
          },
        })(trees, x);
      },
    },
  },
  {
    says: 'counts the nodes of each tree before it walks it',
    dies: 'grows with nNodes no faster than it must, on a balanced tree, three times in the forest',
    solution: counting({
      vote: (tree, x) => {
        let nNodes = 0;
        const stack = [tree];
        for (let node = stack.pop(); node; node = stack.pop()) {
          nNodes++;
          if (node.kind === 'split') stack.push(node.left, node.right);
        }
        return nNodes === 1 ? (tree as { value: number }).value : vote(tree, x);
      },
    }),
  },
  {
    says: 'lists the way down each tree in copies, each longer by one node',
    dies: 'grows with depth no faster than it must, on a chain that the row goes all the way down, among two leaves',
    solution: counting({
      vote: (tree, x) => {
        let way = [tree];
        for (let node = tree; node.kind === 'split'; node = way[0]) {
          const next: TreeNode = read(node, x) <= node.threshold ? node.left : node.right;
          way = [next, ...way];
        }
        return (way[0] as { value: number }).value;
      },
    }),
  },
  {
    says: 'copies the row for each tree',
    dies: 'grows with nTrees no faster than it must, on trees that read a feature each, and vote for two labels in turn',
    solution: counting({ vote: (tree, x) => vote(tree, [...x]) }),
  },
  {
    says: 'looks for `NaN` in the whole row at each split',
    dies: 'grows with nTrees no faster than it must, on trees that read a feature each, and vote for two labels in turn',
    solution: counting({
      vote: (tree, x) => {
        let node = tree;
        while (node.kind === 'split') {
          const bad = x.flatMap((v, f) => (Number.isNaN(v) ? [f] : []));
          if (bad.includes(node.featureIndex)) throw new RangeError('NaN');
          node = read(node, x) <= node.threshold ? node.left : node.right;
        }
        return node.value;
      },
    }),
  },
  {
    says: 'goes down from the number of votes of the leader, one by one, to the first that a label has, after each tree',
    dies: 'grows with nTrees no faster than it must, on trees of which two fifths vote for one label, a tenth for another and the rest have a label each',
    solution: {
      predictForest: (trees, x) => {
        const counts = new Map<number, number>();
        const nLabels = new Uint32Array(trees.length + 1);
        return voting({
          vote: (tree, row) => {
            const label = vote(tree, row);
            const count = (counts.get(label) ?? 0) + 1;
            counts.set(label, count);
            nLabels[count]++;
            if (count > 1) nLabels[count - 1]--;
            return label;
          },
          isSettled: (now) => {
            const floor = now.leader.count - now.remaining;
            if (floor < 1) return false;
            let count = now.leader.count;
            for (let others = nLabels[count] - 1; others === 0 && count > floor; others = nLabels[count]) count--;
            return count <= floor && right.isSettled(now);
          },
        })(trees, x);
      },
    },
  },
  {
    says: 'asks after each tree which label would win if all that are left voted for each of the labels',
    dies: 'grows with nTrees no faster than it must, on trees that vote for three labels in random order',
    solution: {
      predictForest: (trees, x) => {
        if (trees.length === 0) throw new RangeError('a forest without trees');
        const votes: number[] = [];
        for (const tree of trees) {
          votes.push(vote(tree, x));
          const now = winner(votes);
          const rest = trees.length - votes.length;
          const ifAll = (label: number) => winner([...votes, ...Array<number>(rest).fill(label)]);
          if ([-Infinity, ...new Set(votes)].every((label) => ifAll(label) === now)) break;
        }
        return winner(votes);
      },
    },
  },
];
