import type * as reference from '../../reference/decision-tree-inference/index.ts';
import type { Mutant } from '../../src/index.ts';
import { labels } from './predictForest/labels.mutants.ts';
import { type Parts, right, vote, voting, winner } from './predictForest/shared.mutants.ts';
import { slow } from './predictForest/slow.mutants.ts';
import { walks } from './predictForest/walks.mutants.ts';

const stopping = (isSettled: Parts['isSettled']) => ({ predictForest: voting({ isSettled }) });

const tooLate: Mutant<typeof reference>[] = [
  {
    says: 'walks 32 trees at most, but for forests of leaves alone',
    dies: 'dozens of trees, nodes and features are no other than a few',
    solution: {
      predictForest: (trees, x) => voting()(trees.every(({ kind }) => kind === 'leaf') ? trees : trees.slice(0, 32), x),
    },
  },
  {
    says: 'walks all trees',
    dies: 'no tree is walked once the rest cannot change the answer',
    solution: stopping(() => false),
  },
  {
    says: 'stops only when more than half of all trees agree',
    dies: 'no tree is walked once the rest cannot change the answer',
    solution: stopping(({ leader, nTrees }) => 2 * leader.count > nTrees),
  },
  {
    says: 'walks on while another label could draw level, even a larger one',
    dies: 'no tree is walked once the rest cannot change the answer',
    solution: stopping(
      ({ leader, rival, remaining }) => remaining < leader.count && rival.count + remaining < leader.count,
    ),
  },
  {
    says: 'counts the tree that it has just walked among the remaining ones',
    dies: 'no tree is walked once the rest cannot change the answer',
    solution: stopping((standing) => right.isSettled({ ...standing, remaining: standing.remaining + 1 })),
  },
  {
    says: 'asks only before every second tree whether the answer is settled',
    dies: 'no tree is walked once the rest cannot change the answer',
    solution: stopping((standing) => standing.remaining % 2 === 0 && right.isSettled(standing)),
  },
  {
    says: 'asks only when two thirds of the trees are walked',
    dies: 'no tree is walked once the rest cannot change the answer',
    solution: stopping((standing) => 3 * standing.remaining <= standing.nTrees && right.isSettled(standing)),
  },
  {
    says: 'asks only when the leading label gets a vote, although a vote for a third one settles the answer too',
    dies: 'no tree is walked once the rest cannot change the answer',
    solution: {
      predictForest: (trees, x) => {
        let before = 0;
        return voting({
          isSettled: (standing) => {
            const isVotedFor = standing.leader.count > before;
            before = standing.leader.count;
            return isVotedFor && right.isSettled(standing);
          },
        })(trees, x);
      },
    },
  },
];

const tooEarly: Mutant<typeof reference>[] = [
  {
    says: 'stops when half of all trees agree',
    dies: 'trees are walked, in index order, as long as the rest could change the answer',
    solution: stopping(({ leader, nTrees }) => 2 * leader.count >= nTrees),
  },
  {
    says: 'stops when no other label can overtake, though a smaller one can draw level',
    dies: 'the smallest label wins a tied vote',
    solution: stopping(
      ({ leader, rival, remaining }) => remaining <= leader.count && rival.count + remaining <= leader.count,
    ),
  },
  {
    says: 'forgets that a smaller label may draw level, of those that have votes',
    dies: 'the smallest label wins a tied vote',
    solution: stopping(
      ({ leader, rival, remaining }) => remaining < leader.count && rival.count + remaining <= leader.count,
    ),
  },
  {
    says: 'forgets the labels that have no vote so far',
    dies: 'trees are walked, in index order, as long as the rest could change the answer',
    solution: stopping(
      ({ leader, rival, remaining }) =>
        rival.count === 0 ||
        rival.count + remaining < leader.count ||
        (rival.count + remaining === leader.count && leader.label < rival.label),
    ),
  },
  {
    says: 'takes a label without votes for a larger one, which cannot win by drawing level',
    dies: 'trees are walked, in index order, as long as the rest could change the answer',
    solution: stopping(({ leader, rival, remaining }) => {
      if (remaining > leader.count || rival.count + remaining > leader.count) return false;
      return rival.count === 0 || rival.count + remaining < leader.count || leader.label < rival.label;
    }),
  },
  {
    says: 'takes 0 for the smallest label that there can be',
    dies: 'trees are walked, in index order, as long as the rest could change the answer',
    solution: stopping(
      (standing) =>
        right.isSettled(standing) ||
        (standing.leader.label <= 0 &&
          standing.remaining === standing.leader.count &&
          standing.rival.count + standing.remaining <= standing.leader.count),
    ),
  },
  {
    says: 'takes the smallest label voted for so far for the smallest that there can be',
    dies: 'trees are walked, in index order, as long as the rest could change the answer',
    solution: {
      predictForest: (trees, x) => {
        let smallest = Infinity;
        return voting({
          vote: (tree, row) => {
            const label = vote(tree, row);
            smallest = Math.min(smallest, label);
            return label;
          },
          isSettled: (standing) =>
            right.isSettled(standing) ||
            (standing.leader.label === smallest &&
              standing.rival.count + standing.remaining <= standing.leader.count &&
              standing.remaining <= standing.leader.count),
        })(trees, x);
      },
    },
  },
  {
    says: 'counts one tree less as remaining',
    dies: 'trees are walked, in index order, as long as the rest could change the answer',
    solution: stopping((standing) => right.isSettled({ ...standing, remaining: standing.remaining - 1 })),
  },
  {
    says: 'watches one rival only, the first label to have its number of votes, and not the smallest of several',
    dies: 'trees are walked, in index order, as long as the rest could change the answer',
    solution: {
      predictForest: (trees, x) => {
        const counts = new Map<number, number>();
        let rank = 0;
        const since = new Map<number, number>();
        const votes: number[] = [];
        for (let i = 0; i < trees.length; i++) {
          const label = vote(trees[i], x);
          votes.push(label);
          counts.set(label, (counts.get(label) ?? 0) + 1);
          since.set(label, rank++);
          const best = winner(votes);
          const others = [...counts].filter(([other]) => other !== best);
          others.sort(([a, m], [b, n]) => n - m || (since.get(a) ?? 0) - (since.get(b) ?? 0));
          const [label2, count2] = others[0] ?? [Number.NaN, 0];
          const leader = { label: best, count: counts.get(best) ?? 0 };
          const rival = { label: label2, count: count2 };
          if (right.isSettled({ leader, rival, remaining: trees.length - i - 1, nTrees: trees.length })) return best;
        }
        if (votes.length === 0) throw new RangeError('a forest without trees');
        return winner(votes);
      },
    },
  },
];

export const mutants: Mutant<typeof reference>[] = [...tooLate, ...tooEarly, ...labels, ...walks, ...slow];
