import fc from 'fast-check';
import * as reference from '../../../reference/k-nearest-neighbors/index.ts';
import {
  broken,
  contractLaws,
  type Judgement,
  lawsOf,
  malformedTable,
  notFinite,
  notInteger,
  otherLength,
  ownAnswer,
  writtenAs,
} from '../../../src/index.ts';
import { isClearCut, judgeNearest, judgeSame, tiesSurviveRounding } from './answers.ts';
import {
  close,
  common,
  decided,
  few,
  isDecided,
  isTied,
  moved,
  named,
  repeated,
  spread,
  tied,
  winners,
  winnersOf,
} from './commonGround.ts';
import {
  broadVotes,
  delicateVotes,
  largeSearches,
  manyTiedVotes,
  tiedVotes,
  tiny,
  type Vote,
  votes,
} from './inputs.ts';

type Solution = typeof reference;
const law = lawsOf<Solution>();

const judgeRows = ({ kNearest }: Solution, { X, query, k }: Vote): Judgement =>
  judgeSame(kNearest(X, query, k), reference.kNearest(X, query, k), 'the answer');

/**
 * The label by the votes of the nearest rows, or of those that the attempt itself takes for the nearest: a mistake in the distance
 * is one of kNearest alone. Where `anyTied`, whichever of the labels that tie is fine.
 */
function judgeVote(solution: Solution, vote: Vote, anyTied = false): Judgement {
  const { X, y, query, k } = vote;
  const own = ownAnswer(() => solution.kNearest(X, query, k));
  const actual = solution.knnClassify(X, y, query, k);
  const expected = winnersOf(vote);
  const accepted = [expected, ...(own ? [winners(own.map((i) => y[i]))] : [])];
  if (accepted.some((labels) => (anyTied ? labels : labels.slice(0, 1)).includes(actual))) return undefined;
  return broken('the answer', actual, expected[0]);
}

/** A rule of the search, in both functions: the rows, and the label by whichever rows. */
const judgeBoth = (solution: Solution, vote: Vote): Judgement =>
  judgeRows(solution, vote) ?? judgeVote(solution, vote, true);

const withK = (vote: Vote, k: number): Vote => ({ ...vote, k });
const one: Vote = { X: [[0]], y: [5], query: [0], k: 1 };

/** Nothing special: the distances are apart, and so are the labels. */
const ordinary: Vote = {
  X: [
    [2, 5],
    [1, 3],
    [9, 9],
    [4, 1],
  ],
  y: [1, 2, 0, 2],
  query: [3, 2],
  k: 2,
};
const labelled = (y: number[], k = 2): Vote => ({ ...ordinary, y, k });

/** Two rows at either of two distances, for every usual one. */
const twoByTwo: Vote = {
  X: [
    [22, 22],
    [21, 21],
    [18, 18],
    [19, 19],
  ],
  y: [0, 1, 0, 1],
  query: [20, 20],
  k: 3,
};

const plain = [
  law('kNearest gives the k nearest rows by Euclidean distance, nearest first', common, judgeRows, {
    examples: [withK(ordinary, 3)],
  }),
  law(
    'knnClassify gives the label that most of the k nearest rows have',
    decided,
    (solution, vote) => judgeVote(solution, vote),
    {
      examples: [labelled([2, 2, 0, 1], 3)], // the nearest is outvoted
      runs: 200,
    },
  ),
];

const special = [
  law('rows at equal distances come in order of index', tied, judgeRows, {
    stage: 'special',
    examples: [twoByTwo], // two tie for farthest before a nearer one comes
    runs: 200,
  }),
  law(
    'the smallest of the labels that tie for most votes wins',
    spread(1, 20, few, 5).filter(isTied),
    (solution, vote) => judgeVote(solution, vote),
    {
      stage: 'special',
      examples: [labelled([2, 0, 2, 1]), labelled([2, 1, 2, 0])],
      runs: 200,
    },
  ),
  law(
    'k = nSamples gives every row',
    common.map((vote) => withK(vote, vote.X.length)),
    judgeBoth,
    { stage: 'special', runs: 100 },
  ),
  law(
    'k = 1 gives the nearest row',
    common.map((vote) => withK(vote, 1)),
    judgeBoth,
    { stage: 'special', runs: 100 },
  ),
  law(
    'a row equal to the query is at distance 0 and counts like any other',
    fc.tuple(common, fc.nat({ max: 99 })).map(([vote, i]) => ({
      ...vote,
      X: vote.X.map((row, at) => (at === i % vote.X.length ? vote.query : row)),
    })),
    judgeBoth,
    { stage: 'special', runs: 100 },
  ),
  law('coordinates may be 0 and negative', spread(-6, 6, few), judgeBoth, { stage: 'special', runs: 100 }),
  law(
    'labels may be any finite numbers: negative, beyond 10, fractions',
    fc
      .tuple(decided, fc.constantFrom([-2, -1, -5], [11, 100, 1000], [0.5, 0.25, -1.5]))
      .map(([vote, names]) => named(vote, names)),
    (solution, vote) => judgeVote(solution, vote),
    {
      stage: 'special',
      examples: [-1, 11, 0.5, 0.1].map((label) => labelled([0, label, 0, label])),
      runs: 100,
    },
  ),
  law(
    'distances are exact where all coordinates lie near 1e8',
    fc.tuple(close, fc.constantFrom(1e8, -1e8)).map(([vote, offset]) => moved(vote, (value) => value + offset)),
    judgeBoth,
    { stage: 'special', examples: [moved(ordinary, (value) => value + 1e8)], runs: 100 },
  ),
  law(
    'coordinates may be as small as 1e-6 and as large as 1e8',
    fc
      .tuple(common, fc.constantFrom(1e-6, 1e-3, 1e3, 5e6))
      .map(([vote, scale]) => moved(vote, (value) => value * scale)),
    judgeBoth,
    {
      stage: 'special',
      examples: [1e-6, 1e7].map((scale) => moved(ordinary, (value) => value * scale)),
      runs: 100,
    },
  ),
];

const combined = [
  law(
    'a single row, and a single feature, are fine',
    fc.oneof(
      spread(1, 20, fc.constant(1)),
      common.map(({ X, y, query }): Vote => ({ X: X.slice(0, 1), y: y.slice(0, 1), query, k: 1 })),
    ),
    judgeBoth,
    { stage: 'combined', examples: [one], runs: 100 },
  ),
  law(
    'a row given twice is two rows',
    repeated,
    ({ kNearest }, vote) => judgeNearest(kNearest(vote.X, vote.query, vote.k), vote),
    { stage: 'combined', examples: [{ X: [[1], [1]], y: [0, 0], query: [0], k: 2 }], runs: 100 },
  ),
  law(
    'squared distances that differ by more than 1e-9 of the larger come in the right order',
    fc.tuple(close, fc.constantFrom(1, 1e-6)).map(([vote, scale]) => {
      const far = { ...vote, X: vote.X.map((row) => [...row, 10_000]), query: [...vote.query, 0] };
      return moved(far, (value) => value * scale);
    }),
    judgeBoth,
    {
      stage: 'combined',
      examples: [
        tiny,
        { X: [[1.000000001], [1]], y: [0, 1], query: [0], k: 1 },
        { X: [[0.003], [0.001]], y: [0, 1], query: [0], k: 1 },
      ],
      runs: 100,
    },
  ),
  law(
    'each of the k rows has one vote, and no other row, also at equal distances',
    tied.filter(isDecided),
    (solution, vote) => judgeVote(solution, vote),
    {
      stage: 'combined',
      examples: [{ X: [[1], [-1]], y: [2, 1], query: [0], k: 1 }],
      runs: 200,
    },
  ),
  law(
    'tied labels are compared as numbers: -5 before 3, 9 before 10',
    fc
      .tuple(
        spread(1, 20, few, 4).filter(isTied),
        fc.constantFrom([3, -5, 9, 10], [10, 9, 100, 20], [-1, -2, 0.5, 0.25], [0.52, 0.51, -10, -9]),
      )
      .map(([vote, names]) => named(vote, names)),
    (solution, vote) => judgeVote(solution, vote),
    {
      stage: 'combined',
      examples: [
        [9, 10],
        [3, -5],
        [-1, -2],
        [0.52, 0.51],
      ].map((y) => ({ X: [[0], [1]], y, query: [0], k: 2 })),
      runs: 200,
    },
  ),
];

const table = (nSamples: number, code: string, itemOf: (i: number) => number): number[] =>
  writtenAs(
    Array.from({ length: nSamples }, (_, i) => itemOf(i)),
    `Array.from({ length: ${nSamples} }, (_, i) => ${code})`,
  );

/** More rows, and more votes for one label, than a byte holds. */
const beyondBytes: readonly Vote[] = [
  {
    X: writtenAs(
      Array.from({ length: 300 }, (_, i) => [300 - i]),
      'Array.from({ length: 300 }, (_, i) => [300 - i])',
    ),
    y: table(300, 'i', (i) => i),
    query: [0],
    k: 1,
  },
  {
    X: writtenAs(
      Array.from({ length: 257 }, (_, i) => [i]),
      'Array.from({ length: 257 }, (_, i) => [i])',
    ),
    y: table(257, '(i === 0 ? 7 : 5)', (i) => (i === 0 ? 7 : 5)),
    query: [0],
    k: 257,
  },
];

const larger = [
  law(
    'dozens of rows, features and labels are no different from a few',
    broadVotes,
    (solution, vote) =>
      judgeNearest(solution.kNearest(vote.X, vote.query, vote.k), vote) ??
      (isClearCut(vote) && isDecided(vote) ? judgeVote(solution, vote) : undefined),
    { stage: 'larger', examples: beyondBytes, runs: 60 },
  ),
  law(
    'thousands of rows are no different from a few',
    fc.constantFrom(...largeSearches),
    ({ kNearest }, search) => judgeNearest(kNearest(search.X, search.query, search.k), search),
    {
      stage: 'larger',
      examples: largeSearches,
      runs: largeSearches.length,
      isLarge: true,
    },
  ),
];

/** What is left when all else holds: everything legal together, with every allowance that a law above makes. */
const net = law(
  'both functions give what the question says, whatever it allows comes together',
  fc.oneof(votes, tiedVotes, manyTiedVotes, broadVotes, delicateVotes),
  (solution, vote) => {
    const areTiesExact =
      tiesSurviveRounding(vote.X, vote.query) && [...vote.X, vote.query].flat().every(Number.isInteger);
    const judgement = areTiesExact
      ? judgeRows(solution, vote)
      : judgeNearest(solution.kNearest(vote.X, vote.query, vote.k), vote);
    return judgement ?? (areTiesExact || isClearCut(vote) ? judgeVote(solution, vote) : undefined);
  },
  { stage: 'net' },
);

/** The laws of both functions, the plain rules first. */
export const laws = [
  ...plain,
  ...special,
  ...combined,
  ...larger,
  ...contractLaws<Solution>()<Vote>({
    takes: { kNearest: ['X', 'query', 'k'], knnClassify: ['X', 'y', 'query', 'k'] },
    inputs: votes,
    faults: [
      notInteger('k', 1, { called: 'nSamples', of: ({ X }) => X.length }),
      ...malformedTable<Vote>({ name: 'X', rows: ['y'], columns: ['query'] }),
      otherLength('query', 'the query has another length than the rows'),
      otherLength('y', 'y has not one label for each row'),
      notFinite('a coordinate', 'X', 'query'),
    ],
    earlierAndLater: [
      [one, { ...one, X: [[1], [0]], y: [1, 2] }],
      [
        { ...one, X: [[0], [1]], y: [1, 2] },
        { ...one, X: [[1], [0]], y: [1, 2] },
      ],
    ],
  }),
  net,
];
