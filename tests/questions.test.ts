import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { nearestQuestion } from '../src/interview/nearestQuestion.ts';
import { loadDrill } from '../src/node/loadDrill.ts';
import { root } from './run.ts';

const home = { packageRoot: root, workspace: root };

/** What candidates say, and how the question that they mean begins; undefined where nobody can know. */
const ASKED: Record<string, [string, string | undefined][]> = {
  'k-nearest-neighbors': [
    ['which distance metric should I use?', 'Which distance?'],
    ['euclidian or manhatten?', 'Which distance?'],
    ['what happens when two points have the same distance?', 'What if two rows are equally far?'],
    ['what if there is a tie in the vote', 'What if two labels'],
    ['can k be zero', 'Can k be larger'],
    ['are there duplicate points?', 'Can rows occur twice'],
    ['can there be NaN values', 'Can values be missing'],
    ['do I need to validate the input', 'Can values be missing'],
    ['is the output sorted?', 'What is returned'],
    ['how precise', 'How precise'],
    ['what is the weather', undefined],
    ['hello', undefined],
  ],
  'k-means': [
    ['what happens to empty clusters', 'What becomes of a cluster without rows?'],
    ['when do I stop iterating?', 'When does it stop?'],
    ['how to break ties', 'Which cluster does a row at equal distance'],
    ['NaN?', 'What if a coordinate is NaN'],
    ['what if max iterations is 0?', 'What does maxIter: 0 mean?'],
  ],
  'decision-tree-inference': [
    ['what is the structure of a node?', 'What does the tree look like?'],
    ['how deep is the tree', 'How deep'],
    ['regression or classification?', 'Is it a classifier'],
  ],
  'decision-tree-learning': [
    ['how to break ties between splits', 'What if two splits are equally good?'],
    ['stopping criterion?', 'When does growing stop?'],
    ['gini or entropy?', 'What makes a split good?'],
  ],
  'decision-tree-pruning': [
    ['can I mutate the tree', 'May I change the tree in place?'],
    ['missing values', 'What about missing values'],
  ],
};

describe.each(Object.entries(ASKED))('%s', (slug, asked) => {
  test.each(asked)('"%s" is answered', async (text, beginning) => {
    const { clarifications } = await loadDrill(home, slug);
    const found = nearestQuestion(text, clarifications)?.question;
    if (beginning === undefined) expect(found).toBeUndefined();
    else expect(found?.slice(0, beginning.length)).toBe(beginning);
  });
});

test.each(readdirSync(path.join(root, 'dist/drills')))(
  'each question of %s, asked word by word, is itself',
  async (slug) => {
    const { clarifications } = await loadDrill(home, slug);
    for (const one of clarifications)
      expect(nearestQuestion(one.question, clarifications)?.question).toBe(one.question);
  },
);
