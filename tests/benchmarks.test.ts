import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { reportForAction } from '../benchmarks/report/action.ts';
import { compareReports } from '../benchmarks/report/compare.ts';
import { reportHtml } from '../benchmarks/report/html.ts';
import { reportMarkdown } from '../benchmarks/report/markdown.ts';
import type { ContenderReport, Report } from '../benchmarks/report/schema.ts';
import { notToBeTrusted } from '../benchmarks/report/trust.ts';
import { cleanUp, emptyFolder, root } from './run.ts';

afterAll(cleanUp);

const contender = (name: string, samples: number[], more: Partial<ContenderReport> = {}): ContenderReport => {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  return {
    name,
    status: 'right',
    samples,
    min: at(0),
    median: at(0.5),
    spread: at(0.75) - at(0.25),
    megabytes: 1,
    ...more,
  };
};

const reportOf = (...contenders: ContenderReport[]): Report => ({
  schema: 1,
  startedAt: '2026-11-23T08:00:00.000Z',
  finishedAt: '2026-11-23T08:01:00.000Z',
  isInterrupted: false,
  seed: 1,
  machine: { cpu: 'a <fast> one', cores: 2, memoryGB: 4, system: 'Linux x64', node: '20.0.0', load: 0 },
  workloads: [{ name: 'a task', slug: 'k-means', describes: 'Does it.', size: 'small', bytes: 'abc', contenders }],
  growth: [
    {
      slug: 'k-means',
      level: 'kMeans',
      variable: 'nSamples',
      on: 'shuffled rows',
      subject: 'reference',
      sizes: [128, 256, 512],
      steps: [1000, 2000, 4000],
      milliseconds: [1, 2, 4],
      exponents: { steps: 1, time: 1 },
    },
  ],
});

const steady = [10, 10.1, 10.2, 10.1, 10];
const wrong = contender('hasty', [1, 1, 1], { status: 'wrong', reason: 'its inertia is 3, not 2' });

describe('a report', () => {
  test('measures against the fastest that is right', () => {
    const text = reportMarkdown(
      reportOf(
        contender('reference', steady),
        contender(
          'library',
          steady.map((ms) => 3 * ms),
        ),
        wrong,
      ),
    );
    expect(text).toMatch(/\| library \| 30\.3 ms \|.*\| 3\.0 \|/);
    expect(text).toMatch(/\| hasty \|.*\| {2}\| .*wrong: its inertia is 3, not 2 \|/);
  });

  test('says what is not to be trusted, and why', () => {
    const noisy = contender('noisy', [10, 20, 40, 10, 30]);
    const doubts = notToBeTrusted({ ...reportOf(noisy, wrong), isInterrupted: true }).join('\n');
    for (const doubt of ['interrupted', 'varies by', 'is wrong']) expect(doubts).toContain(doubt);
    const report = reportOf(contender('reference', steady));
    const short = report.growth.map((ladder) => ({ ...ladder, milliseconds: [0.1, 0.2, 0.4] }));
    expect(notToBeTrusted({ ...report, growth: short }).join()).toMatch(/^1 of 1 exponents of time .* steps tell/);
    expect(notToBeTrusted(reportOf(contender('reference', steady)))).toEqual([]);
  });

  test('is one page that needs nothing else, whose pictures have text', () => {
    const page = reportHtml(reportOf(contender('reference', steady), wrong));
    expect(page).not.toMatch(/<script|<link|src=|https?:/);
    expect(page).toContain('aria-label="a task: reference 10.1 ms"');
    expect(page).toContain('steps grow with the power 1.00');
    expect(page).toContain('a &lt;fast&gt; one');
  });

  test('has the form of customSmallerIsBetter, without what is wrong', () => {
    expect(reportForAction(reportOf(contender('reference', steady), wrong))).toEqual([
      {
        name: 'a task: reference',
        unit: 'ms',
        value: 10.1,
        range: expect.any(String),
        extra: 'min 10.00 ms of 5 samples',
      },
    ]);
  });
});

describe('two reports', () => {
  const compared = (before: ContenderReport, after: ContenderReport): string =>
    compareReports(reportOf(before), reportOf(after));

  test('differ where it is more than noise', () => {
    const slower = steady.map((ms) => 1.5 * ms);
    expect(compared(contender('reference', steady), contender('reference', slower))).toContain('50% slower');
    expect(compared(contender('reference', slower), contender('reference', steady))).toContain('33% faster');
  });

  test('do not where it is not', () => {
    expect(
      compared(contender('reference', [10, 14, 9, 12, 11]), contender('reference', [11, 10, 13, 12, 9])),
    ).toContain('no difference beyond the noise');
  });

  test('of other inputs or other machines are told apart', () => {
    const before = reportOf(contender('reference', steady));
    const other = {
      ...before,
      machine: { ...before.machine, node: '22.0.0' },
      workloads: before.workloads.map((w) => ({ ...w, bytes: 'x' })),
    };
    expect(compareReports(before, other)).toMatch(/different machines[\s\S]*the inputs are not the same/);
  });
});

describe('npm run bench', () => {
  const bench = (...args: string[]): Promise<{ code: number; out: string; err: string }> =>
    new Promise((resolve) => {
      execFile(
        process.execPath,
        [path.join(root, 'dist/benchmarks/bench.js'), ...args],
        { cwd: root },
        (error, out, err) => resolve({ code: Number(error?.code ?? 0), out, err }),
      );
    });

  test('measures, checks and writes four files', async () => {
    const out = emptyFolder();
    const { code } = await bench('decision-tree-pruning', '--size', 'small', '--rounds', '2', '--out', out);
    const [folder = ''] = readdirSync(out);
    const files = readdirSync(path.join(out, folder)).sort();
    expect([code, files]).toEqual([0, ['customSmallerIsBetter.json', 'report.html', 'report.json', 'report.md']]);
    const report = JSON.parse(readFileSync(path.join(out, folder, 'report.json'), 'utf8')) as Report;
    expect(report.workloads[0]?.contenders[0]).toMatchObject({
      name: 'reference',
      status: 'right',
      samples: { length: 2 },
    });
    expect(report.growth.length).toBeGreaterThan(3);
  });

  test('compares two reports', async () => {
    const folder = emptyFolder();
    mkdirSync(folder, { recursive: true });
    for (const name of ['a', 'b'])
      writeFileSync(path.join(folder, name), JSON.stringify(reportOf(contender('reference', steady))));
    expect((await bench('--compare', path.join(folder, 'a'), path.join(folder, 'b'))).out).toContain(
      'no difference beyond the noise',
    );
  });

  test('says what is right when it is used wrongly', async () => {
    expect(await bench('kmeans')).toMatchObject({
      code: 2,
      err: expect.stringContaining('There is no drill "kmeans"'),
    });
    expect((await bench('--rounds', 'many')).code).toBe(2);
  });
});
