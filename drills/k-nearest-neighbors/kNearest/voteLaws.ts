import fc from 'fast-check';
import * as reference from '../../../reference/k-nearest-neighbors/index.ts';
import { broken, type Judgement, lawsOf, writtenAs } from '../../../src/index.ts';
import { irisRows, irisSpecies } from '../iris.ts';
import { isClearCut, tiesSurviveRounding } from './answers.ts';
import { changes, farther } from './changes.ts';
import { broadVotes, delicateVotes, manyTiedVotes, tiedVotes, tiny, type Vote, votes } from './inputs.ts';

type Classify = typeof reference.knnClassify;

const law = lawsOf<typeof reference>();

const judgeLabel = (knnClassify: Classify, { X, y, query, k }: Vote): Judgement => {
  const came = knnClassify(X, y, query, k);
  const asked = reference.knnClassify(X, y, query, k);
  return came === asked ? undefined : broken('the answer', came, asked);
};

/** Whether one label has more votes than any other, whichever of them is preferred on a tie. */
const hasMajority = ({ X, y, query, k }: Vote): boolean => {
  const smallest = reference.knnClassify(X, y, query, k);
  const negated = y.map((label) => -label);
  return smallest === -reference.knnClassify(X, negated, query, k);
};

const majority = law(
  'knnClassify gives the label that most of the k nearest rows have',
  votes,
  ({ knnClassify }, vote) => (isClearCut(vote) && hasMajority(vote) ? judgeLabel(knnClassify, vote) : undefined),
  {
    examples: [
      { X: [[0]], y: [5], query: [0], k: 1 },
      { X: [[0], [2], [-3]], y: [1, 2, 2], query: [0], k: 3 }, // the nearest is outvoted
    ],
    runs: 200,
  },
);

const names = (...lists: readonly (readonly number[])[]): fc.Arbitrary<readonly number[]> => fc.constantFrom(...lists);

/** The same vote with other names for the labels 0 to 3. */
const renamed = (vote: Vote, names: readonly number[]): Vote => ({ ...vote, y: vote.y.map((label) => names[label]) });

const tiedLabels = law(
  'knnClassify gives the smallest of the labels that tie for most votes',
  fc.tuple(votes, names([0, 1, 2, 3], [3, 2, 1, 0], [9, 10, 100, 20])), // 9 comes after 10 as text
  ({ knnClassify }, [vote, names]) => {
    const named = renamed(vote, names);
    return isClearCut(named) && !hasMajority(named) ? judgeLabel(knnClassify, named) : undefined;
  },
  {
    stage: 'special',
    examples: [
      [{ X: [[0], [1]], y: [1, 0], query: [0], k: 2 }, [0, 1]],
      [{ X: [[0], [1]], y: [1, 0], query: [0], k: 2 }, [9, 10]],
    ],
    runs: 200,
  },
);

const tiedRows = law(
  'knnClassify gives the vote to the row of lower index among equal distances',
  fc.oneof({ weight: 3, arbitrary: tiedVotes }, { weight: 1, arbitrary: manyTiedVotes }),
  ({ knnClassify }, vote) =>
    !isClearCut(vote) && hasMajority(vote) && tiesSurviveRounding(vote.X, vote.query)
      ? judgeLabel(knnClassify, vote)
      : undefined,
  {
    stage: 'special',
    examples: [
      { X: [[1], [-1]], y: [2, 1], query: [0], k: 1 },
      { X: [[1], [0], [1], [0]], y: [5, 5, 6, 6], query: [0], k: 3 }, // two rows tie for farthest before a nearer one comes
    ],
    runs: 200,
  },
);

const all = law(
  'knnClassify with k = nSamples gives every row a vote',
  votes,
  ({ knnClassify }, vote) => {
    const every = { ...vote, k: vote.X.length };
    return hasMajority(every) ? judgeLabel(knnClassify, every) : undefined;
  },
  { stage: 'special', runs: 100 },
);

const anyLabels = law(
  'knnClassify takes any finite numbers as labels: negative, beyond 10, fractions',
  fc.tuple(votes, names([-2, -1, -5, 3], [0.5, 0.25, 11, -1.5], [1000, 12, 10, 11])),
  ({ knnClassify }, [vote, names]) => (isClearCut(vote) ? judgeLabel(knnClassify, renamed(vote, names)) : undefined),
  {
    stage: 'special',
    examples: [
      [{ X: [[0]], y: [0], query: [0], k: 1 }, [-1]],
      [{ X: [[0]], y: [0], query: [0], k: 1 }, [11]],
      [{ X: [[0]], y: [0], query: [0], k: 1 }, [0.5]],
      [{ X: [[0]], y: [0], query: [0], k: 1 }, [0.1]],
      [{ X: [[0], [1]], y: [0, 1], query: [0], k: 2 }, [0.52, 0.51]],
      [{ X: [[0], [1]], y: [1, 0], query: [0], k: 2 }, [-5, 3]],
      [{ X: [[0], [1]], y: [1, 0], query: [0], k: 2 }, [-2, -1]],
    ],
    runs: 100,
  },
);

const moved = law(
  'knnClassify gives the same answer when features are moved, scaled or change places',
  fc.tuple(votes, changes),
  ({ knnClassify }, [vote, change]) => sameAfter(knnClassify, vote, { ...change(vote), y: vote.y }),
  { stage: 'combined', runs: 120 },
);

const appended = law(
  'knnClassify gives the same answer when a farther row is appended',
  votes,
  ({ knnClassify }, vote) => sameAfter(knnClassify, vote, { ...farther(vote), y: [...vote.y, -9] }),
  { stage: 'combined', runs: 60 },
);

function sameAfter(knnClassify: Classify, vote: Vote, changed: Vote): Judgement {
  if (!tiesSurviveRounding(vote.X, vote.query) || !tiesSurviveRounding(changed.X, changed.query)) return undefined;
  const before = knnClassify(vote.X, vote.y, vote.query, vote.k);
  const after = knnClassify(changed.X, changed.y, changed.query, changed.k);
  return after === before ? undefined : broken('the second answer', after, before);
}

const delicate = law(
  'knnClassify keeps squared distances apart that differ by more than 1e-9 of the larger',
  delicateVotes,
  ({ knnClassify }, vote) => (isClearCut(vote) && hasMajority(vote) ? judgeLabel(knnClassify, vote) : undefined),
  {
    stage: 'special',
    examples: [
      { X: [[1e8 + 2], [1e8 + 1]], y: [0, 1], query: [1e8], k: 1 },
      { X: [[0.003], [0.001]], y: [0, 1], query: [0], k: 1 },
      tiny,
      {
        X: [
          [1, 10_000],
          [0, 10_000],
        ],
        y: [0, 1],
        query: [0, 0],
        k: 1,
      },
    ],
    runs: 200,
  },
);

/** Flowers of all species, and one of the 150 as the query. */
const flowers = fc
  .record({
    first: fc.nat({ max: 149 }),
    nSamples: fc.integer({ min: 1, max: 150 }),
    at: fc.nat({ max: 149 }),
    k: fc.nat({ max: 14 }),
  })
  .map(({ first, nSamples, at, k }): Vote => {
    const places = Array.from({ length: nSamples }, (_, i) => (first + 49 * i) % irisRows.length);
    return {
      X: places.map((i) => irisRows[i]),
      y: places.map((i) => irisSpecies[i]),
      query: irisRows[at],
      k: 1 + (k % nSamples),
    };
  });

const irises = law(
  'knnClassify gives the species that most of the k nearest of 150 irises have',
  flowers,
  ({ knnClassify }, vote) => (isClearCut(vote) && hasMajority(vote) ? judgeLabel(knnClassify, vote) : undefined),
  { stage: 'combined', runs: 20 },
);

/** More votes for one label than a byte holds. */
const manyVotes: Vote = {
  X: writtenAs(
    Array.from({ length: 257 }, (_, i) => [i]),
    'Array.from({ length: 257 }, (_, i) => [i])',
  ),
  y: writtenAs(
    Array.from({ length: 257 }, (_, i) => (i === 0 ? 7 : 5)),
    'Array.from({ length: 257 }, (_, i) => (i === 0 ? 7 : 5))',
  ),
  query: [0],
  k: 257,
};

const broad = law(
  'knnClassify takes dozens of rows, features and labels like a few',
  broadVotes,
  ({ knnClassify }, vote) => (isClearCut(vote) && hasMajority(vote) ? judgeLabel(knnClassify, vote) : undefined),
  { stage: 'larger', examples: [manyVotes], runs: 40 },
);

/** The laws of `knnClassify`, the plain rule first. */
export const voteLaws = [majority, tiedLabels, tiedRows, all, anyLabels, moved, appended, delicate, irises, broad];
