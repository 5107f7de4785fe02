import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';

// How long a learner waits: saves in the watcher, cold starts of `npm test` and `grade`, and the watcher's memory.
// Prints medians with their range beside the figures to meet; asserts nothing, because clocks flicker.

const root = path.resolve(import.meta.dirname, '../..');
const ROUNDS = Number(process.argv[2] ?? 9);
const SLUG = 'k-means';
const slugs = readdirSync(path.join(root, 'drills')).filter((name) => !name.includes('.'));

/** The reference with the lowest index no longer winning ties. */
const tiesTheOtherWay = readFileSync(path.join(root, 'reference', SLUG, 'kMeans.ts'), 'utf8')
  .replace('squared < smallest', 'squared <= smallest')
  .replaceAll("'./", "'./mine/");

const sources = {
  'a wrong answer': `export function kMeans(X: number[][], centroids: number[][]) {
  return { centroids, labels: X.map(() => 0), inertia: 0, nIter: 0, converged: true };
}\n`,
  'ties broken the other way': tiesTheOtherWay,
  'an endless loop': `export function kMeans(X: number[][], centroids: number[][]) {
  let i = 0;
  while (i < X.length) if (i < 0) i++;
  return { centroids, labels: [], inertia: 0, nIter: 0, converged: true };
}\n`,
  'a full pass with growth': "export { kMeans } from './mine/kMeans.ts';\n",
};

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const sorted = (samples: readonly number[]) => [...samples].sort((a, b) => a - b);
const low = (samples: readonly number[]) => Math.min(...samples).toFixed(0);
const high = (samples: readonly number[]) => Math.max(...samples).toFixed(0);
const median = (samples: readonly number[]) => (sorted(samples)[samples.length >> 1] ?? Number.NaN).toFixed(0);

const practice = makePractice();
try {
  const rows: string[][] = [];
  const row = (what: string, samples: readonly number[], target: string, unit = 'ms') =>
    rows.push(
      [what, median(samples), `${low(samples)} to ${high(samples)}`, target].map((text, i) =>
        i === 1 ? `${text} ${unit}` : text,
      ),
    );

  const watcher = await watchSaves();
  for (const [what, { shown, whole }] of watcher.saves) {
    const isPass = what === 'a full pass with growth';
    if (!isPass) row(`save to the broken law in the watcher: ${what}`, shown, '75 ms');
    row(`save to the whole verdict in the watcher: ${what}`, whole, isPass ? '200 ms' : '');
  }
  row('resident memory of the watcher', [watcher.memory.watcher], '200 MB', 'MB');
  row('resident memory of its warm child', [watcher.memory.child], '', 'MB');
  begin([SLUG]);
  row(`npm run -s grade -- ${SLUG} --json`, timed(['run', '-s', 'grade', '--', SLUG, '--json']), '600 ms');
  row(`npm test -- -t ${SLUG}`, timed(['test', '--', '-t', SLUG]), '1500 ms');
  begin(slugs);
  row(`npm test, ${slugs.length} drills`, timed(['test']), '3000 ms');
  console.log(table([['what', 'median', 'range', 'to meet'], ...rows]));
} finally {
  rmSync(practice, { recursive: true, force: true });
}

/** A copy of this clone, so that nobody's attempts are touched. */
function makePractice(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'ml-drills-bench-'));
  for (const file of execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).trim().split('\n')) {
    cpSync(path.join(root, file), path.join(folder, file), { preserveTimestamps: true });
  }
  cpSync(path.join(root, 'dist'), path.join(folder, 'dist'), { recursive: true, preserveTimestamps: true });
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  return folder;
}

/** Begins drills with their references as attempts. */
function begin(begun: readonly string[]): void {
  for (const slug of begun) {
    const folder = path.join(practice, 'drills', slug);
    cpSync(path.join(root, 'reference', slug), path.join(folder, 'mine'), { recursive: true });
    writeFileSync(path.join(folder, 'attempt.ts'), "export * from './mine/index.ts';\n");
  }
}

/** Milliseconds of whole npm commands; the first, which fills caches, is not counted. */
function timed(args: readonly string[]): number[] {
  const samples: number[] = [];
  for (let round = 0; round <= Math.min(ROUNDS, 5); round++) {
    const started = performance.now();
    execFileSync('npm', args, { cwd: practice, stdio: 'ignore' });
    if (round > 0) samples.push(performance.now() - started);
  }
  return samples;
}

async function watchSaves() {
  const attempt = path.join(practice, 'drills', SLUG, 'attempt.ts');
  mkdirSync(path.dirname(attempt), { recursive: true });
  begin([SLUG]);
  const child = spawn(process.execPath, [path.join(practice, 'dist/src/node/cli.js'), 'start', SLUG], {
    cwd: practice,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await verdict(child);
  const saves = new Map(Object.keys(sources).map((what) => [what, { shown: [] as number[], whole: [] as number[] }]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [what, source] of Object.entries(sources)) {
      await pause(2_000); // the next child is started meanwhile, as it is while a person types
      const seen = verdict(child);
      const started = performance.now();
      writeFileSync(attempt, source);
      const { shownAt } = await seen;
      saves.get(what)?.shown.push(shownAt - started);
      saves.get(what)?.whole.push(performance.now() - started);
    }
  }
  await pause(2_000);
  const pid = child.pid ?? 0;
  const warm = execFileSync('ps', ['--ppid', String(pid), '-o', 'pid='], { encoding: 'utf8' })
    .trim()
    .split('\n')[0];
  const memory = { watcher: residentMegabytes(pid), child: residentMegabytes(Number(warm)) };
  child.kill('SIGINT');
  return { saves, memory };
}

/** Resolves when the watcher has printed a whole verdict, to when it had printed the first of it. */
function verdict(child: ChildProcess): Promise<{ shownAt: number }> {
  return new Promise((resolve) => {
    let seen = '';
    let shownAt = 0;
    const read = (data: Buffer) => {
      shownAt ||= performance.now();
      seen += data.toString();
      if (!seen.includes('saved to verdict')) return;
      child.stdout?.off('data', read);
      resolve({ shownAt });
    };
    child.stdout?.on('data', read);
  });
}

function residentMegabytes(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1024;
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0))) ?? [];
  return rows.map((cells) => cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ')).join('\n');
}
