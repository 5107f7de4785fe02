import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createGrader } from '../src/node/grading/grade.ts';
import { attemptFile } from './sandboxed.ts';

const root = path.resolve(import.meta.dirname, '..');
const grader = createGrader({ packageRoot: root, workspace: root });
afterAll(() => grader.close());

const gradeOf = (source: string, beside?: Readonly<Record<string, string>>, level?: string) =>
  grader.grade({ slug: 'k-nearest-neighbors', attemptFile: attemptFile(source, beside), level });

const body = '(X, query, k) { return []; }';
const write = 'Write `export function kNearest(...) { ... }`';
const classify = 'export function knnClassify(X, y, query, k) { return 0; }';
const todo = "export function kNearest() { throw new Error('TODO: kNearest'); }";

describe('a finished file that does not offer what is asked for is told what is there and what to write:', () => {
  test.each([
    ['without export', `\nfunction kNearest${body}`, `\`kNearest\` is not exported. ${write}`, 2],
    ['a constant without export', 'const kNearest = () => [];', `\`kNearest\` is not exported. ${write}`, 1],
    ['exported by default', `export default function kNearest${body}`, 'gives it no name', 1],
    ['by default, in a statement of its own', `const kNearest = () => [];\nexport default kNearest;`, 'no name', 1],
    ['an object by default', 'export default { kNearest() {} };', `for \`kNearest\`, \`knnClassify\``, undefined],
    ['a slip', `\nexport function kNearst${body}`, `Did you mean \`kNearest\`? ${write}`, 2],
    ['a slip in an export list', 'const f = () => [];\nexport { f as k_nearest };', 'exports `k_nearest`', 1],
    ['a slip and no export', `function knearest${body}`, '`knearest` is not exported', 1],
    ['a slip beside the other', `${classify}\nexport function kNearst${body}`, 'Did you mean `kNearest`?', 2],
    ['a slip in the other', `${todo}\n${classify.replace('knn', 'Knn')}`, 'Did you mean `knnClassify`?', 2],
    ['other names', 'export const solve = 1;', 'exports `solve`, but none of what', undefined],
    ['no names', 'const rows = [];', 'exports no function by its name', undefined],
    ['a number', `\nexport const kNearest = 3;\n${classify}`, 'it is a number and no function', 2],
    ['a list', 'export const kNearest = [];', 'it is a list and no function', 1],
    ['what is not set', 'export let kNearest;', 'it is undefined and no function', 1],
    ['what another file does not have', "export { kNearest } from './a.ts';", 'it is undefined', undefined],
    ['the slip of another file', "export * from './b.ts';", 'Did you mean `kNearest`?', undefined],
  ])('%s', async (_, source, says, line) => {
    const beside = { 'a.ts': 'export const one = 1;', 'b.ts': 'export const kNearst = () => [];' };
    const { problem, levels } = await gradeOf(source, beside);
    expect([problem?.kind, problem?.message, problem?.line, levels]).toEqual([
      'missing-export',
      expect.stringContaining(says),
      line,
      [],
    ]);
  });

  test.each([
    ['module.exports', `function kNearest${body}\nmodule.exports = { kNearest };`],
    ['exports.x', `\nexports.kNearest = function ${body}`],
    ['export =', `function kNearest${body}\nexport = kNearest;`],
  ])('%s', async (name, source) => {
    const { problem } = await gradeOf(source);
    expect(problem).toMatchObject({ line: 2, message: expect.stringContaining('Write `export` before each function') });
    expect(problem?.message).toContain(name.split('.')[0]);
  });
});

describe('nothing is failed for', () => {
  test.each([
    ['an empty file', '', {}],
    ['comments and types', '// soon\ntype Row = number[];\nexport interface A {}\n', {}],
    ['what it costs alone', 'export const complexity = { kNearest: { time: 1 } };', {}],
    ['a stub', todo, {}],
    [
      'a stub in another file',
      "export * from './a.ts';\nexport { knnClassify } from './a.ts';",
      { 'a.ts': `${todo}\nexport const knnClassify = () => { throw new Error('TODO'); };` },
    ],
    [
      'helpers of any name, exported or not',
      `${todo}\nexport const createNearst = (n: number): number => n > 0 ? createNearst(n - 1) : helper();\nfunction helper() { return 3; }\nexport const use = () => createNearst(helper());`,
      {},
    ],
  ])('%s', async (_, source, beside) => {
    const { problem, levels } = await gradeOf(source, beside);
    expect([problem, levels.map(({ status }) => status)]).toEqual([null, Array(5).fill('not-started')]);
  });

  test('a name like that of a level which is left for later, and says so', async () => {
    const later = 'export const createNearst = () => 1;\nfunction createIndx() {}';
    const { problem, levels } = await gradeOf(`${todo}\n${classify}\n${later}`);
    expect(problem).toBeNull();
    expect(levels.map(({ status, note }) => [status, note?.replace(/ Write.*/, '')])).toEqual([
      ['failed', undefined],
      ['not-started', 'It exports `createNearst`, which the question does not ask for. Did you mean `createNearest`?'],
      ['not-started', undefined],
      [
        'not-started',
        '`createIndx` is not exported, and the question does not ask for it. Did you mean `createIndex`?',
      ],
      ['not-started', undefined],
    ]);
  });

  test('another level than the one that is graded', async () => {
    const { problem, levels } = await gradeOf(classify, {}, 'createNearest');
    expect([problem, levels.map(({ status }) => status)]).toEqual([null, ['not-started']]);
  });

  test('what another file exports is the attempt', async () => {
    const beside = { 'a.ts': `export function kNearest(X, query, k) { return [0]; }` };
    const { problem, levels } = await gradeOf("export * from './a.ts';", beside, 'kNearest');
    expect([problem, levels.map(({ status }) => status)]).toEqual([null, ['failed']]);
  });
});

test('a field that is there under nearly its name is told', async () => {
  const source = `export function kMeans(X, initialCentroids) {
    return { centroids: initialCentroids.map((row) => [...row]), labels: X.map(() => 0), inertia: 0, niter: 0, converged: false };
  }`;
  const { levels } = await grader.grade({ slug: 'k-means', attemptFile: attemptFile(source), level: 'kMeans' });
  const failed = levels[0]?.laws.flatMap((law) => (law.status === 'failed' ? [law.message] : []));
  expect(failed).toContain('nIter is undefined, but there is niter; the rule asks for an integer, 0 or more');
});
