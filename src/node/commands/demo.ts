import path from 'node:path';
import type { Verdict } from '../../judge/verdict.ts';
import { verdictText } from '../../report/text.ts';
import { createGrader } from '../grading/grade.ts';
import { colours, say } from '../terminal/terminal.ts';
import { commandLine } from '../workspace/commandLine.ts';
import type { Home } from '../workspace/home.ts';

const SLUG = 'k-nearest-neighbors';
const LEVEL = 'kNearest';

const STORY = `150 irises were measured: length and width of sepal and petal. A new flower is found. Which species is it?
Three candidates wrote the k nearest neighbours that answer this; each file is graded now.`;

/** What each sample is known to be, told before its verdict and held against it. */
const SAMPLES: readonly {
  readonly file: string;
  readonly says: string;
  readonly isAsAnnounced: (verdict: Verdict) => boolean;
}[] = [
  {
    file: 'wrong.ts',
    says: 'The first looks right and classifies the irises well. One rule of the question was overlooked.',
    isAsAnnounced: ({ levels }) => levels.some(({ correct }) => correct === false),
  },
  {
    file: 'quadratic.ts',
    says: 'The second gives every answer right, and its cost grows with the square of the number of flowers.',
    isAsAnnounced: ({ levels }) => levels.some(({ correct, efficient }) => correct === true && efficient === false),
  },
  {
    file: 'right.ts',
    says: 'The third is right, and fast enough.',
    isAsAnnounced: ({ levels }) => levels.length > 0 && levels[0]?.status === 'passed',
  },
];

/** Grades three shipped attempts at one drill: a wrong one, a slow one, a right one. Resolves to the exit code. */
export async function demo(home: Home): Promise<number> {
  const { bold, dim } = colours();
  const grader = createGrader(home);
  let isAsAnnounced = true;
  say(`\n${STORY}`);
  try {
    for (const sample of SAMPLES) {
      const attemptFile = path.join(home.packageRoot, 'drills', SLUG, 'samples', sample.file);
      const verdict = await grader.grade({ slug: SLUG, attemptFile, level: LEVEL });
      say(
        `\n${bold(sample.says)}\n${dim(`$ ${commandLine(home, 'grade', SLUG, '--level', LEVEL, '--attempt', path.relative(process.cwd(), attemptFile))}`)}`,
      );
      say(`${verdictText(verdict, colours())}\n${dim(`graded in ${verdict.durationMs} ms`)}`);
      isAsAnnounced &&= verdict.problem === null && sample.isAsAnnounced(verdict);
    }
  } finally {
    await grader.close();
  }
  say(`\nNow you: ${bold(commandLine(home, 'start', SLUG))} makes your own attempt and grades it whenever you save.`);
  return isAsAnnounced ? 0 : 1;
}
