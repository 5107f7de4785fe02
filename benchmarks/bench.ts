import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Command, CommanderError } from 'commander';
import { findHome, listSlugs } from '../src/node/workspace/home.ts';
import { loadDrill } from '../src/node/workspace/loadDrill.ts';
import { compileAttempts } from './measure/attempts.ts';
import { measureGrowth } from './measure/growth.ts';
import { findPython, measure } from './measure/rounds.ts';
import { reportForAction } from './report/action.ts';
import { compareReports } from './report/compare.ts';
import { reportHtml } from './report/html.ts';
import { reportMarkdown } from './report/markdown.ts';
import type { GrowthReport, Report, WorkloadReport } from './report/schema.ts';
import { workloads } from './workloads.ts';

// Measures the references, your attempts and the libraries people would use, on the same inputs, and writes reports/.

const root = path.resolve(import.meta.dirname, '../..');

interface Options {
  readonly rounds: string;
  readonly seed: string;
  readonly size?: readonly string[];
  readonly out: string;
  readonly growth: boolean;
  readonly compare?: readonly string[];
}

const program = new Command('bench')
  .description('measure references, attempts and libraries; writes reports/<time>/')
  .argument('[drills...]', 'only these drills')
  .option('--rounds <number>', 'interleaved rounds', '5')
  .option('--seed <number>', 'makes other inputs', '1')
  .option('--size <sizes...>', 'only small, medium or large workloads')
  .option('--no-growth', 'leave out the ladders of sizes')
  .option('--out <folder>', 'where reports go', path.join(root, 'reports'))
  .option(
    '--compare <reports...>',
    'say which differences between two report.json exceed the noise, and measure nothing',
  )
  .exitOverride()
  .action((slugs: string[], options: Options) => (options.compare ? compare(options.compare) : bench(slugs, options)));

function compare(files: readonly string[]): void {
  const [a, b] = files.map((file) => JSON.parse(readFileSync(file, 'utf8')) as Report);
  if (!a || !b) throw new CommanderError(2, 'usage', '--compare takes two report.json');
  console.log(compareReports(a, b));
}

async function bench(slugs: readonly string[], options: Options): Promise<void> {
  const home = findHome(root);
  const known = listSlugs(home);
  const unknown = slugs.find((slug) => !known.includes(slug));
  if (unknown !== undefined)
    program.error(`There is no drill "${unknown}". The drills are: ${known.join(', ')}`, { exitCode: 2 });
  const rounds = numberOf(options.rounds, '--rounds');
  const seed = numberOf(options.seed, '--seed');
  const wanted = workloads.filter(
    ({ slug, size }) => (slugs.length === 0 || slugs.includes(slug)) && (options.size ?? [size]).includes(size),
  );
  let isInterrupted = false;
  process.once('SIGINT', () => {
    isInterrupted = true;
    progress('Ending: what is measured is kept.\n');
  });
  const startedAt = new Date();
  const load = os.loadavg()[0] ?? 0;
  const measured: WorkloadReport[] = [];
  const python = findPython();
  const attempts = await compileAttempts(
    root,
    wanted.map(({ slug }) => slug),
  );
  for (const [i, workload] of wanted.entries()) {
    const began = Date.now();
    const onRound = (round: number, of: number): void => {
      const each = (Date.now() - began) / round;
      progress(
        `${workload.name} (${i + 1} of ${wanted.length}): round ${round} of ${of}${round === 1 ? '' : `, about ${duration((of - round + 1) * each)} left for it`}`,
      );
    };
    progress(`${workload.name} (${i + 1} of ${wanted.length}): the first run of each, checked`);
    const report = await measure(workload, {
      root,
      seed,
      rounds,
      python,
      attempts,
      isInterrupted: () => isInterrupted,
      onRound,
    });
    if (!report) break;
    measured.push(report);
  }
  const growth: GrowthReport[] = [];
  for (const slug of options.growth && !isInterrupted ? (slugs.length === 0 ? known : slugs) : []) {
    progress(`${slug}: steps counted as inputs grow`);
    growth.push(...measureGrowth(root, slug, await loadDrill(home, slug), seed));
  }
  progress('');
  const report: Report = {
    schema: 1,
    startedAt: startedAt.toISOString(),
    finishedAt: new Date().toISOString(),
    isInterrupted,
    seed,
    machine: {
      cpu: os.cpus()[0]?.model.trim() ?? 'unknown',
      cores: os.cpus().length,
      memoryGB: Math.round(os.totalmem() / 2 ** 30),
      system: `${os.type()} ${os.arch()}`,
      node: process.versions.node,
      load,
    },
    ...commit(),
    workloads: measured,
    growth,
  };
  const folder = path.join(options.out, startedAt.toISOString().slice(0, 19).replaceAll(':', '-'));
  write(folder, report);
  console.log(reportMarkdown(report));
  console.log(
    `Kept in ${path.relative(process.cwd(), folder)}: report.html, report.md, report.json, customSmallerIsBetter.json`,
  );
}

/** Writes the four files; each whole or not at all. */
function write(folder: string, report: Report): void {
  mkdirSync(folder, { recursive: true });
  const files = {
    'report.json': `${JSON.stringify(report, null, 2)}\n`,
    'report.md': reportMarkdown(report),
    'report.html': reportHtml(report),
    'customSmallerIsBetter.json': `${JSON.stringify(reportForAction(report), null, 2)}\n`,
  };
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    writeFileSync(`${file}.tmp`, text);
    renameSync(`${file}.tmp`, file);
  }
}

function commit(): { commit?: string } {
  try {
    return { commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim() };
  } catch {
    return {};
  }
}

function numberOf(text: string, option: string): number {
  if (/^\d+$/.test(text) && Number(text) > 0) return Number(text);
  return program.error(`${option} ${text}: give a whole number above 0`, { exitCode: 2 });
}

const duration = (milliseconds: number): string =>
  milliseconds < 90_000 ? `${Math.ceil(milliseconds / 1000)} s` : `${Math.ceil(milliseconds / 60_000)} min`;

/** On one line, and not among what is printed to be read. */
function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
  else if (text !== '') process.stderr.write(`${text}\n`);
}

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? 0 : 2;
}
