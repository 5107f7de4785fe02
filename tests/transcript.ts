import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { attemptIn, KNN, ml, practiceFolder, sampleFile } from './run.ts';

const CLAIMS = `
export const complexity = { kNearest: { time: 'n d + n log n', memory: 'n' } };
`;

const CASES = `export default {
  'the lower index comes first when rows are equally far': (kNearest, t) => {
    t.equal(kNearest([[1], [-1], [1]], [0], 3), [0, 1, 2]);
  },
};
`;

/** The interview that the README shows: one question, an attempt that is right and slow, one test case, one card. */
export async function interviewTranscript(): Promise<string> {
  const folder = practiceFolder();
  const interview = async (...commands: string[]): Promise<string> =>
    (await ml(folder, ['interview', KNN, '--do', ...commands])).out;
  const asked = await interview('ask how are ties broken?');
  writeFileSync(attemptIn(folder), readFileSync(sampleFile('quadratic'), 'utf8') + CLAIMS);
  writeFileSync(path.join(path.dirname(attemptIn(folder)), 'cases.ts'), CASES);
  const ended = await interview('hint', 'discuss 1', 'points', 'made 1', 'end');
  return `${asked.trim()}\n\n${ended.slice(ended.indexOf('> hint')).trim()}`;
}
