import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { CasesVerdict, CaseVerdict } from '../src/judge/casesVerdict.ts';
import { gradeCases } from '../src/node/grading/cases.ts';
import { casesText } from '../src/report/casesText.ts';
import { cleanUp, emptyFolder, KNN, ml, practiceFolder, root } from './run.ts';

afterAll(cleanUp);

const home = { packageRoot: root, workspace: root };

function casesFile(source: string): string {
  const file = path.join(emptyFolder(), 'cases.ts');
  writeFileSync(file, source);
  return file;
}

const graded = (source: string, slug = 'k-means'): Promise<CasesVerdict> => gradeCases(home, slug, casesFile(source));

const caseOf = ({ levels }: CasesVerdict, name: string): CaseVerdict | undefined =>
  levels.flatMap(({ cases }) => cases).find((one) => one.name === name);

/** A suite of known strength: each of its cases is right. */
const STRONG = `
const grid = (random: () => number, n: number, d: number) =>
  Array.from({ length: n }, () => Array.from({ length: d }, () => Math.floor(random() * 7) - 3));
export default {
  'a tie goes to the lowest index': (kMeans, t) => {
    t.equal(kMeans([[1], [1]], [[0], [2]], { maxIter: 0 }).labels, [0, 0]);
    t.equal(kMeans([[2], [0]], [[4], [0]], { maxIter: 0 }).labels, [0, 1]);
  },
  'an empty cluster keeps its centroid': (kMeans, t) => {
    t.equal(kMeans([[1], [3]], [[2], [50]]).centroids, [[2], [50]]);
  },
  'two clusters that move': (kMeans, t) => {
    const { centroids, labels, inertia, nIter, converged } = kMeans([[0, 0], [0, 2], [9, 0], [9, 4]], [[0, 0], [1, 1]]);
    t.equal(labels, [0, 0, 1, 1]);
    t.close(centroids, [[0, 1], [9, 2]]);
    t.close(inertia, 10);
    t.ok(converged);
    t.ok(nIter >= 2);
  },
  'more clusters than rows are refused': (kMeans, t) => t.throws(() => kMeans([[0]], [[0], [1]]), RangeError),
  'no rows and no centroids are refused': (kMeans, t) => {
    t.throws(() => kMeans([], [[0]]), RangeError);
    t.throws(() => kMeans([[0]], []), RangeError);
  },
  'what is no number is refused': (kMeans, t) => {
    t.throws(() => kMeans([[Number.NaN]], [[0]]), RangeError);
    t.throws(() => kMeans([[1]], [[Infinity]]), RangeError);
    t.throws(() => kMeans([[1], [1, 2]], [[0]]), RangeError);
  },
  'maxIter 0 and 1': (kMeans, t) => {
    const still = kMeans([[0], [4]], [[1]], { maxIter: 0 });
    t.equal([still.nIter, still.converged, still.centroids], [0, false, [[1]]]);
    const once = kMeans([[0], [4]], [[1]], { maxIter: 1 });
    t.equal(once.nIter, 1);
    t.close(once.inertia, 8);
  },
  'the inputs stay as they were': (kMeans, t) => {
    const X = [[3], [1], [2]];
    const start = [[9], [0]];
    kMeans(X, start);
    t.equal([X, start], [[[3], [1], [2]], [[9], [0]]]);
  },
  'the same call gives the same answer': (kMeans, t) => {
    const X = [[5], [1], [2], [8]];
    t.equal(kMeans(X, [[1], [5]]), kMeans(X, [[1], [5]]));
  },
  'labels and inertia belong to the centroids': (kMeans, t) => {
    const random = t.random(7);
    for (let round = 0; round < 30; round++) {
      const X = grid(random, 9, 2);
      const result = kMeans(X, X.slice(0, 3), { maxIter: round % 4 });
      let total = 0;
      X.forEach((row, i) => {
        const squares = Array.from(result.centroids, (c) => row.reduce((sum, x, j) => sum + (x - c[j]) ** 2, 0));
        const least = Math.min(...squares);
        t.close(squares[result.labels[i]], least, 1e-9);
        total += least;
      });
      t.close(result.inertia, total, 1e-6);
    }
  },
};`;

describe('test cases of a learner', () => {
  test('a strong suite passes every right answer and refutes more than half of the wrong ones', async () => {
    const { problem, levels, durationMs } = await graded(STRONG);
    const [level] = levels;
    console.log(
      `10 cases: ${level?.killed} of ${level?.mutants} refuted in ${durationMs} ms; left: ${level?.survivors.join('; ')}`,
    );
    expect([problem, level?.cases.map(({ status }) => status)]).toEqual([null, Array(10).fill('accepted')]);
    expect(level?.killed).toBeGreaterThan(0.5 * (level?.mutants ?? Infinity));
    expect(level?.survivors).toHaveLength((level?.mutants ?? 0) - (level?.killed ?? 0));
  });

  test('a weak suite is told what slips through', async () => {
    const verdict = await graded(
      `export default { 'one row': (kMeans, t) => { t.equal(kMeans([[3]], [[1]]).labels, [0]); } };`,
    );
    const [level] = verdict.levels;
    expect(level?.killed).toBeLessThan(0.3 * (level?.mutants ?? 0));
    expect(level?.survivors).toContain('leaves a row where it was when another centroid ties');
  });

  test.each([
    [
      'a wrong rule',
      `t.equal(kMeans([[0], [1]], [[0], [9]]).centroids[1], [0])`,
      /the model solution, which gives 9 at \[0\] where the case asks for 0/,
    ],
    [
      'a form that the question leaves open',
      `t.ok(Array.isArray(kMeans([[1]], [[0]]).labels))`,
      /a right solution \(.*\)|model/,
    ],
    ['malformed data', `kMeans([[0]], [[0], [1]])`, /the case throws RangeError at line 2/],
    ['an endless loop', `for (;;) {}`, /did not end .* at line 2, in the for loop/],
    ['a mistake of its own', `t.equals(1, 1)`, /throws TypeError at line 2: t\.equals is not a function/],
  ])('%s is set aside with the reason, and the others count', async (_, body, reason) => {
    const verdict = await graded(`export default { 'this': (kMeans, t) => {
      ${body}; }, 'a tie': (kMeans, t) => { t.equal(kMeans([[1]], [[0]], { maxIter: 0 }).labels, [0]); } };`);
    expect(caseOf(verdict, 'this')).toMatchObject({ status: 'set-aside', reason: expect.stringMatching(reason) });
    expect(caseOf(verdict, 'a tie')).toMatchObject({ status: 'accepted' });
  });

  test('an async case is set aside', async () => {
    const verdict = await graded(`export default { 'later': async (kMeans, t) => { await 0; t.ok(false); } };`);
    expect(caseOf(verdict, 'later')).toMatchObject({ status: 'set-aside', reason: expect.stringContaining('async') });
  });

  test('data shared by the cases is fresh for each solution', async () => {
    const verdict = await graded(`const X = [[3], [1], [2]];
      export default {
        'inputs stay': (kMeans, t) => { kMeans(X, [[0], [9]]); t.equal(X, [[3], [1], [2]]); },
        'labels': (kMeans, t) => { t.equal(kMeans(X, [[0], [3]]).labels, [1, 0, 1]); },
      };`);
    expect(caseOf(verdict, 'inputs stay')).toMatchObject({ status: 'accepted', kills: expect.any(Number) });
    expect(caseOf(verdict, 'labels')).toMatchObject({ status: 'accepted' });
  });

  test('a case that a wrong solution never ends on refutes it, and the next one begins with steps of its own', async () => {
    const verdict = await graded(`export default { kMeansPlusPlus: {
      'two equal rows': (f, t) => { const s = f([[0], [0]], 2, () => 0); t.notEqual(s[0], s[1]); },
      'and one': (f, t) => { t.equal(f([[0]], 1, () => 0), [0]); } } };`);
    expect(verdict.problem).toBeNull();
    expect(caseOf(verdict, 'two equal rows')).toMatchObject({ status: 'accepted', kills: expect.any(Number) });
    expect(caseOf(verdict, 'and one')).toMatchObject({ status: 'accepted' });
  });

  describe('the attempt itself is tried first:', () => {
    /** What is said of one case, with `attempt` beside it. */
    async function onAttempt(attempt: string, body: string): Promise<unknown> {
      const folder = practiceFolder();
      mkdirSync(path.join(folder, 'drills/k-means'), { recursive: true });
      writeFileSync(path.join(folder, 'drills/k-means/attempt.ts'), attempt);
      const file = path.join(folder, 'drills/k-means/cases.ts');
      writeFileSync(file, `export default { 'this': (kMeans, t) => {\n${body}; } };`);
      const verdict = await gradeCases({ packageRoot: root, workspace: folder }, 'k-means', file);
      expect(verdict.problem).toBeNull();
      if (verdict.attemptProblem) return verdict.attemptProblem;
      const one = caseOf(verdict, 'this');
      return one?.status === 'accepted' ? one.attempt : one?.status;
    }

    const NINES = 'export const kMeans = () => ({ centroids: [[9]], labels: [1], inertia: 0, nIter: 0 });';
    const RIGHT = 't.equal(kMeans([[3]], [[1]]).labels, [0])';
    const failed = (reason: RegExp, line = 2) => ({
      status: 'failed',
      reason: expect.stringMatching(reason),
      line,
    });

    const untried = (kind: string, line: number) => expect.objectContaining({ kind, line, file: 'attempt.ts' });

    test.each([
      ['another answer', NINES, RIGHT, failed(/^your code gives 1 at \[0\] where the case asks for 0$/)],
      ['the wrong error', NINES, 't.throws(() => kMeans([], []), RangeError)', failed(/^your code returns where the/)],
      [
        'an error',
        'export function kMeans() {\n\nthrow new Error("no"); }',
        RIGHT,
        failed(/^your code throws Error at line 3: no/, 1),
      ],
      ['no answer', 'export function kMeans() {}', RIGHT, failed(/^on your code the case throws TypeError at line 2/)],
      ['no end', 'export function kMeans() {\nfor (;;); }', RIGHT, failed(/^your code did not end .* at line 2/, 1)],
      ['the right answer', 'export const kMeans = () => ({ labels: [0] });', RIGHT, { status: 'passed' }],
      ['a function that is not written', "export function kMeans() { throw new Error('TODO'); }", RIGHT, undefined],
      ['another level', 'export const kMeansBounded = () => 1;', RIGHT, undefined],
      ['a file that throws', `\nnull.x;\n${NINES}`, RIGHT, untried('threw-on-load', 2)],
      ['a file that is none', 'export const', RIGHT, untried('cannot-load', 1)],
      ['a built-in that is changed', `Array.prototype.map = () => [];\n${NINES}`, RIGHT, untried('not-allowed', 1)],
      ['a case that is wrong itself', NINES, 't.equal(kMeans([[3]], [[1]]).labels, [1])', 'set-aside'],
    ])('%s', async (_, attempt, body, said) => {
      expect(await onAttempt(attempt, body)).toEqual(said);
    });
  });

  test('what a case prints is told once: of the attempt, or of the right solution that it is tried on', async () => {
    const source = `console.log('data');
      export default {
        'right': (kMeans, t) => { console.log(kMeans([[3]], [[1]]).labels); t.equal(kMeans([[3]], [[1]]).labels, [0]); },
        'wrong': (kMeans, t) => { console.log('one', 1); t.ok(false); },
        'quiet': (kMeans, t) => { t.ok(true); },
      };`;
    const printedBy = ({ levels }: CasesVerdict) => levels.flatMap(({ cases }) => cases.map(({ printed }) => printed));
    const alone = await graded(source);
    expect(printedBy(alone)).toEqual([['data', '[0]'], ['one 1'], undefined]);
    expect(casesText(alone)).toMatch(/\+ right: .*\n {6}It printed:\n {8}\| data\n {8}\| \[0\]\n {4}x wrong/);
    const folder = practiceFolder();
    mkdirSync(path.join(folder, 'drills/k-means'), { recursive: true });
    writeFileSync(
      path.join(folder, 'drills/k-means/attempt.ts'),
      "export const kMeans = () => { console.log('called'); return { labels: [7] }; };",
    );
    const own = await gradeCases({ packageRoot: root, workspace: folder }, 'k-means', casesFile(source));
    expect(printedBy(own)).toEqual([['data', 'called', '[7]', 'called'], ['one 1'], undefined]);
  });

  test.each([
    ['patching a built-in', `Array.prototype.map = () => []; t.ok(true)`, 'not-allowed'],
    ['reading files', `require('fs')`, 'not-allowed'],
    ['the process', `process.exit(0)`, 'not-allowed'],
  ])('%s is refused', async (_, body, kind) => {
    const verdict = await graded(`export default { 'this': (kMeans, t) => { ${body}; } };`);
    expect(verdict.problem).toMatchObject({ kind });
  });

  test('a case finds its function by its group, by its parameter, or takes several apart', async () => {
    const source = `export default {
      knnClassify: { 'a majority': (classify, t) => { t.equal(classify([[0], [1], [9]], [5, 5, 7], [0], 3), 5); } },
      'nearest first': (kNearest, t) => { t.equal(kNearest([[4], [1]], [0], 2), [1, 0]); },
      'both': ({ kNearest, knnClassify }, t) => { t.equal(kNearest([[4]], [0], 1)[0], 0); t.equal(knnClassify([[4]], [3], [0], 1), 3); },
      'a stream': (createNearest, t) => { const s = createNearest([0], 1); s.push([2], 0); s.push([1], 1); t.equal(s.result(), [1]); },
    };`;
    const { problem, levels } = await graded(source, 'k-nearest-neighbors');
    expect(problem).toBeNull();
    expect(levels.map(({ level, cases }) => [level, ...cases.map(({ name, tests }) => `${name}: ${tests}`)])).toEqual([
      ['kNearest', 'a majority: knnClassify', 'nearest first: kNearest', 'both: kNearest,knnClassify'],
      ['createNearest', 'a stream: createNearest'],
    ]);
    expect(levels.flatMap(({ cases }) => cases).map(({ status }) => status)).toEqual(Array(4).fill('accepted'));
  });

  test.each([
    ['no object', 'export const x = 1;', /write export default/],
    ['two cases of one name', `export default { 'a': (f, t) => {}, 'a': (f, t) => {} };`, /Two cases are called "a"/],
    ['an unknown group', `export default { kmeans: { 'a': (f, t) => {} } };`, /Did you mean `kMeans`\?/],
    ['a spread', `const x = {}; export default { ...x };`, /A test case is a property/],
    ['a syntax error', `export default {`, /Syntax error/],
  ])('%s is a problem with a remedy', async (_, source, message) => {
    const { problem } = await graded(source);
    expect(problem).toMatchObject({ message: expect.stringMatching(message) });
  });
});

describe('ml-drills cases', () => {
  test('makes the file, never over another, and grades it', async () => {
    const folder = practiceFolder();
    const file = path.join(folder, 'drills/k-means/cases.ts');
    const made = await ml(folder, ['cases', 'k-means']);
    expect([made.code, made.out, existsSync(file)]).toEqual([0, expect.stringContaining('Made'), true]);
    expect((await ml(folder, ['cases', 'k-means'])).out).toContain('There are none yet');
    const mine = `export default { 'k is 1': (kMeans, t) => { t.equal(kMeans([[3]], [[1]]).centroids, [[3]]); } };\n`;
    writeFileSync(file, mine);
    const { code, out } = await ml(folder, ['cases', 'k-means', '--json']);
    const verdict = JSON.parse(out) as CasesVerdict;
    expect([code, verdict.levels[0]?.cases[0]]).toMatchObject([0, { name: 'k is 1', status: 'accepted' }]);
    expect(readFileSync(file, 'utf8')).toBe(mine);
  });

  test('exits with 1 when the attempt fails a case', async () => {
    const folder = practiceFolder('wrong');
    const file = path.join(folder, `drills/${KNN}/cases.ts`);
    writeFileSync(
      file,
      `export default { 'a tie': (knnClassify, t) => t.equal(knnClassify([[0], [1]], [1, 0], [0], 2), 0) };`,
    );
    expect(await ml(folder, ['cases', KNN])).toMatchObject({
      code: 1,
      out: expect.stringContaining('x a tie (line 1)\n      Your code gives 1 where the case asks for 0.'),
    });
  });

  test('says why the attempt could not be tried, and exits with 1', async () => {
    const folder = practiceFolder();
    mkdirSync(path.join(folder, 'drills/k-means'), { recursive: true });
    writeFileSync(path.join(folder, 'drills/k-means/attempt.ts'), 'export const a = ;');
    await ml(folder, ['cases', 'k-means']);
    const none = await ml(folder, ['cases', 'k-means']);
    expect([none.code, none.out]).toEqual([0, expect.stringContaining('There are none yet')]);
    const mine = `export default { 'k is 1': (kMeans, t) => { t.equal(kMeans([[3]], [[1]]).centroids, [[3]]); } };`;
    writeFileSync(path.join(folder, 'drills/k-means/cases.ts'), mine);
    expect(await ml(folder, ['cases', 'k-means'])).toMatchObject({
      code: 1,
      out: expect.stringMatching(/Your own code could not be tried:\n {2}x attempt\.ts:1:18 {2}Syntax[\s\S]*\+ k is 1/),
    });
    const { out } = await ml(folder, ['cases', 'k-means', '--json']);
    expect(JSON.parse(out)).toMatchObject({ problem: null, attemptProblem: { kind: 'cannot-load', line: 1 } });
  });

  test('exits with 1 when a case refuses a right solution, and with 2 for wrong usage', async () => {
    const folder = practiceFolder();
    const file = casesFile(`export default { 'no': (kMeans, t) => { t.ok(false); } };`);
    expect(await ml(folder, ['cases', 'k-means', '--file', file])).toMatchObject({
      code: 1,
      out: expect.stringContaining('Set aside, as it refuses the model solution'),
    });
    expect((await ml(folder, ['cases', 'kmeans'])).code).toBe(2);
    expect((await ml(folder, ['cases', 'k-means', '--file', 'nowhere.ts'])).code).toBe(2);
  });
});
