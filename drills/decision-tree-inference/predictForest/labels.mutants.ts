import type * as reference from '../../../reference/decision-tree-inference/index.ts';
import type { Mutant } from '../../../src/index.ts';
import { type Row, right, type Trees, vote, voting, winner } from './shared.mutants.ts';

/** The votes of the trees that a right solution walks. */
function votesOf(trees: Trees, x: Row): number[] {
  const votes: number[] = [];
  voting({
    vote: (tree, row) => {
      const label = vote(tree, row);
      votes.push(label);
      return label;
    },
  })(trees, x);
  return votes;
}

export const labels: Mutant<typeof reference>[] = [
  {
    says: 'gives the largest of several labels with as many votes, and stops by that rule',
    dies: 'the smallest label wins a tied vote',
    solution: {
      predictForest: (trees, x) => -voting({ vote: (tree, row) => -vote(tree, row) })(trees, x),
    },
  },
  {
    says: 'gives the label that had its votes first when several have as many',
    dies: 'the smallest label wins a tied vote',
    solution: { predictForest: voting({ beats: (a, b) => a.count > b.count }) },
  },
  {
    says: 'gives the label that had its votes last when several have as many',
    dies: 'the smallest label wins a tied vote',
    solution: { predictForest: voting({ beats: (a, b) => a.count >= b.count }) },
  },
  {
    says: 'compares labels as texts, so that 10 is smaller than 9',
    dies: 'the smallest label wins a tied vote',
    solution: {
      predictForest: voting({
        beats: (a, b) => a.count > b.count || (a.count === b.count && String(a.label) < String(b.label)),
      }),
    },
  },
  {
    says: 'sorts the labels without a comparator before it counts them',
    dies: 'the smallest label wins a tied vote',
    solution: {
      predictForest: (trees, x) => {
        const sorted = votesOf(trees, x).sort();
        let best = sorted[0];
        let most = 0;
        for (let i = 0, run = 0; i < sorted.length; i++) {
          run = sorted[i] === sorted[i - 1] ? run + 1 : 1;
          if (run > most) {
            most = run;
            best = sorted[i];
          }
        }
        return best;
      },
    },
  },
  {
    says: 'takes 0 and -0 for two labels',
    dies: 'labels are any finite numbers, and 0 and -0 are one',
    solution: { predictForest: voting({ key: (label) => (Object.is(label, -0) ? '-0' : label) }) },
  },
  {
    says: 'gives the mean of the votes, as for regression',
    dies: 'the answer is the label that most trees vote for',
    solution: {
      predictForest: (trees, x) => {
        const votes = votesOf(trees, x);
        return votes.reduce((sum, label) => sum + label, 0) / votes.length;
      },
    },
  },
  {
    says: 'gives the median of the votes',
    dies: 'the answer is the label that most trees vote for',
    solution: {
      predictForest: (trees, x) => {
        const votes = votesOf(trees, x).sort((a, b) => a - b);
        return votes[(votes.length - 1) >> 1];
      },
    },
  },
  {
    says: 'gives the number of votes and not the label',
    dies: 'the answer is the label that most trees vote for',
    solution: {
      predictForest: (trees, x) => {
        const votes = votesOf(trees, x);
        const best = winner(votes);
        return votes.filter((label) => label === best).length;
      },
    },
  },
  {
    says: 'rounds the labels to integers',
    dies: 'labels are any finite numbers, and 0 and -0 are one',
    solution: { predictForest: voting({ vote: (tree, x) => Math.round(vote(tree, x)) }) },
  },
  {
    says: 'keeps the labels in single precision',
    dies: 'labels are any finite numbers, and 0 and -0 are one',
    solution: { predictForest: voting({ vote: (tree, x) => Math.fround(vote(tree, x)) }) },
  },
  {
    says: 'counts two labels as one that agree to nine decimals',
    dies: 'labels are any finite numbers, and 0 and -0 are one',
    solution: { predictForest: voting({ key: (label) => Math.round(label * 1e9) }) },
  },
  {
    says: 'counts the votes in a list by label, where negative ones and fractions have no place',
    dies: 'labels are any finite numbers, and 0 and -0 are one',
    solution: {
      predictForest: (trees, x) => {
        const votes = votesOf(trees, x);
        const counts = new Uint32Array(Math.max(1, Math.min(1024, Math.max(...votes) + 1)));
        for (const label of votes) counts[label]++;
        return counts.indexOf(Math.max(...counts));
      },
    },
  },
  {
    says: 'counts no more than 255 votes a label, in one byte each',
    dies: 'the answer is the label that most trees vote for',
    solution: {
      predictForest: (trees, x) => {
        const votes = votesOf(trees, x);
        const known = [...new Set(votes)].sort((a, b) => a - b);
        const places = new Map(known.map((label, i) => [label, i]));
        const counts = new Uint8Array(known.length);
        for (const label of votes) counts[places.get(label) ?? 0]++;
        return known[counts.reduce((best, count, i) => (count > counts[best] ? i : best), 0)];
      },
    },
  },
  {
    says: 'takes the label 0 for no label, and never lets it lead',
    dies: 'labels are any finite numbers, and 0 and -0 are one',
    solution: {
      predictForest: (trees, x) => {
        const votes = votesOf(trees, x);
        return winner(votes.filter((label) => label)) || 0;
      },
    },
  },
  {
    says: 'begins with the label 0 as the smallest of those with the most votes',
    dies: 'labels are any finite numbers, and 0 and -0 are one',
    solution: {
      predictForest: (trees, x) => Math.min(0, voting()(trees, x)),
    },
  },
  {
    says: 'keeps the votes from call to call',
    dies: 'predictForest does not depend on earlier calls',
    solution: { predictForest: keepingVotes() },
  },
  {
    says: 'remembers the vote of a tree, whatever the next row',
    dies: 'predictForest does not depend on earlier calls',
    solution: { predictForest: rememberingTrees() },
  },
  {
    says: 'lets a tree that stands in the forest twice vote once',
    dies: 'a tree that the forest holds twice votes twice',
    solution: { predictForest: (trees, x) => voting()([...new Set(trees)], x) },
  },
  {
    says: 'skips a tree that it has walked before, but reckons with a vote of its second place',
    dies: 'a tree that the forest holds twice votes twice',
    solution: {
      predictForest: (trees, x) => {
        if (trees.length === 0) throw new RangeError('a forest without trees');
        const known = new Set<unknown>();
        const votes: number[] = [];
        for (const tree of trees) {
          if (!known.has(tree)) votes.push(...votesOf([tree], x));
          known.add(tree);
          const best = winner(votes);
          const counts = new Map<number, number>();
          for (const label of votes) counts.set(label, (counts.get(label) ?? 0) + 1);
          const leader = { label: best, count: counts.get(best) ?? 0 };
          const remaining = trees.length - votes.length;
          counts.delete(best);
          const second = winner([...counts].flatMap(([label, count]) => Array<number>(count).fill(label)));
          const rival = { label: second, count: counts.get(second) ?? 0 };
          if (right.isSettled({ leader, rival, remaining, nTrees: trees.length })) break;
        }
        return winner(votes);
      },
    },
  },
];

function keepingVotes() {
  const counts = new Map<number, number>();
  return (trees: Trees, x: Row): number => {
    const votes = votesOf(trees, x);
    for (const label of votes) counts.set(label, (counts.get(label) ?? 0) + 1);
    const now = new Set(votes);
    let best = { label: Number.NaN, count: 0 };
    for (const [label, count] of counts) {
      if (now.has(label) && right.beats({ label, count }, best)) best = { label, count };
    }
    return best.label;
  };
}

function rememberingTrees() {
  const known = new WeakMap<object, number>();
  return voting({
    vote: (tree, x) => {
      const label = known.get(tree) ?? vote(tree, x);
      known.set(tree, label);
      return label;
    },
  });
}
