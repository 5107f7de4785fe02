import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { askable } from '../src/interview/clarifications.ts';
import { nearestQuestions } from '../src/interview/nearestQuestion.ts';
import { loadDrill } from '../src/node/workspace/loadDrill.ts';
import { root } from './run.ts';

const home = { packageRoot: root, workspace: root };

/** An interview in which no level has passed. */
const AT_FIRST = {
  id: 'one',
  drill: '',
  minutes: 30,
  startedAt: new Date(0),
  asked: [],
  gaveUp: false,
  hints: [],
  grades: [],
  cards: [],
};

/** What candidates say, and how the question that they mean begins; undefined where none of the list is meant, or nobody can know. */
const ASKED: Record<string, [string, string | undefined][]> = {
  'k-nearest-neighbors': [
    ['which distance metric should I use?', 'Which distance?'],
    ['euclidian or manhatten?', 'Which distance?'],
    ['do features need scaling', 'Which distance?'],
    ['should I normalize the features first?', 'Which distance?'],
    ['what happens when two points have the same distance?', 'What if two rows are equally far?'],
    ['what if there is a tie in the vote', 'What if two labels'],
    ['are votes weighted by distance?', 'What if two labels'],
    ['are the labels strings', 'What are labels'],
    ['can labels be negative?', 'What are labels'],
    ['can k be zero', 'Can k be larger'],
    ['what if k > n?', 'Can k be larger'],
    ['is k always smaller than the number of rows', 'Can k be larger'],
    ['are there duplicate points?', 'Can rows occur twice'],
    ['can there be NaN values', 'Can values be missing'],
    ['do I need to validate the input', 'Can values be missing'],
    ['what if X is empty?', 'Can values be missing'],
    ['what should happen if there are no rows', 'Can values be missing'],
    ['is the output sorted?', 'What is returned'],
    ['should I return indices or the points themselves?', 'What is returned'],
    ['how precise', 'How precise'],
    ['how big is the data?', 'How many rows'],
    ['may I mutate the input?', undefined],
    ['can I modify X in place', undefined],
    ['is the data sorted', undefined],
    ['can I use a library?', undefined],
    ['how much memory may I use', undefined],
    ['is X a 2D array?', undefined],
    ['should it be a class or a function', undefined],
    ['may I use recursion', undefined],
    ['what is the weather', undefined],
    ['hello', undefined],
  ],
  'k-means': [
    ['what happens to empty clusters', 'What becomes of a cluster without rows?'],
    ['when do I stop iterating?', 'When does it stop?'],
    ['what is the convergence criterion', 'When does it stop?'],
    ['how to break ties', 'Which cluster does a row at equal distance'],
    ['NaN?', 'What if a coordinate is NaN'],
    ['what if max iterations is 0?', 'What does maxIter: 0 mean?'],
    ['can k be larger than the number of points', 'May there be more clusters than rows?'],
    ['which distance function?', 'Which distance?'],
    ['can I mutate the input', undefined],
    ['do I need to scale the features', undefined],
    ['what if X is empty', undefined],
    ['is the data sorted?', undefined],
    ['how should I initialise the centroids', undefined],
    ['what time complexity do you want?', undefined],
    ['are the labels strings?', undefined],
  ],
  'decision-tree-inference': [
    ['what is the structure of a node?', 'What does the tree look like?'],
    ['how deep is the tree', 'How deep'],
    ['can I use recursion?', 'How deep'],
    ['regression or classification?', 'Is it a classifier'],
    ['what time complexity do you want?', 'How fast must it be?'],
    ['what if a value is equal to the threshold', 'Where does a row go'],
    ['are features scaled', undefined],
    ['can I use a library', undefined],
  ],
  'decision-tree-learning': [
    ['how to break ties between splits', 'What if two splits are equally good?'],
    ['stopping criterion?', 'When does growing stop?'],
    ['is there a max depth?', 'When does growing stop?'],
    ['gini or entropy?', 'What makes a split good?'],
    ['are the labels strings', 'Are classes 0, 1, 2'],
    ['can X be empty?', 'What about missing values'],
    ['may I mutate the input', undefined],
    ['can it be recursive?', undefined],
    ['do features need scaling', undefined],
    ['are the features categorical?', undefined],
    ['is the data sorted?', undefined],
  ],
  'decision-tree-pruning': [
    ['can I mutate the tree', 'May I change the tree in place?'],
    ['do you want a copy, or may I modify it in place?', 'May I change the tree in place?'],
    ['missing values', 'What about missing values'],
    ['what if the validation set is empty', 'What of a split that no validation row'],
    ['which side on equality with the threshold?', 'Where does a row go'],
    ['may it be recursive', 'How deep'],
    ['do features need scaling', undefined],
    ['is the data sorted', undefined],
    ['what time complexity do you want?', undefined],
  ],
};

/** And at the first level, where fewer are in question. */
const ASKED_FIRST: Record<string, [string, string | undefined][]> = {
  'k-nearest-neighbors': [
    ['what time complexity do you want?', 'How many rows'],
    ['how fast must it be', 'How many rows'],
    ['what if k exceeds the rows', 'Can k be larger'],
    ['how are ties broken?', 'What if two rows are equally far? + What if two labels'],
  ],
  'decision-tree-inference': [
    ['can I mutate the tree?', 'May I prepare the tree'],
    ['what if the row is shorter than expected', 'And a row that is too short'],
    ['are the labels strings?', undefined],
  ],
};

const found = (text: string, questions: Parameters<typeof nearestQuestions>[1]): string =>
  nearestQuestions(text, questions)
    .map(({ question }) => question)
    .join(' + ') || 'none';

const beginning = (expected: string | undefined) =>
  expect.stringMatching(new RegExp(`^${expected ?? 'none$'}`.replaceAll(/[?()+]/g, '\\$&')));

describe.each(Object.entries(ASKED))('%s', (slug, asked) => {
  test.each(asked)('"%s" is answered, and not by another question', async (text, expected) => {
    const drill = await loadDrill(home, slug);
    expect(found(text, drill.clarifications)).toEqual(beginning(expected));
    const first = askable(drill, AT_FIRST);
    const isFirst = expected === undefined || first.some(({ question }) => question.startsWith(expected));
    if (isFirst) expect(found(text, first)).toEqual(beginning(expected));
  });
});

describe.each(Object.entries(ASKED_FIRST))('%s, at the first level', (slug, asked) => {
  test.each(asked)('"%s" is answered', async (text, expected) => {
    expect(found(text, askable(await loadDrill(home, slug), AT_FIRST))).toEqual(beginning(expected));
  });
});

test('what is said of rows so far is no question about all rows', async () => {
  const { clarifications } = await loadDrill(home, 'k-nearest-neighbors');
  expect(found('what if k exceeds the rows so far', clarifications)).toMatch(/^When rows arrive/);
});

test.each(readdirSync(path.join(root, 'dist/drills')))(
  'each question of %s, asked word by word, is itself',
  async (slug) => {
    const { clarifications } = await loadDrill(home, slug);
    for (const one of clarifications) expect(found(one.question, clarifications)).toBe(one.question);
  },
);
