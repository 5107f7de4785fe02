import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** The clone under test. */
export const root = path.resolve(import.meta.dirname, '..');

const temporary = mkdtempSync(path.join(os.tmpdir(), 'ml-drills-'));
let folders = 0;
const children = new Set<ChildProcess>();

/** A new empty folder. */
export function emptyFolder(): string {
  const folder = path.join(temporary, String(folders++));
  mkdirSync(folder);
  return folder;
}

/** A new practice folder, with the samples of k-nearest-neighbors as attempts where asked for. */
export function practiceFolder(sample?: Sample): string {
  const folder = emptyFolder();
  mkdirSync(path.join(folder, 'drills'));
  writeFileSync(path.join(folder, 'package.json'), '{ "private": true }\n');
  if (sample) saveAttempt(folder, sample);
  return folder;
}

export type Sample = 'wrong' | 'quadratic' | 'right';
export const KNN = 'k-nearest-neighbors';
export const sampleFile = (sample: Sample): string => path.join(root, 'drills', KNN, 'samples', `${sample}.ts`);
export const attemptIn = (folder: string): string => path.join(folder, 'drills', KNN, 'attempt.ts');

/** Saves a sample as the attempt, as an editor would that writes in place. */
export function saveAttempt(folder: string, sample: Sample): void {
  mkdirSync(path.dirname(attemptIn(folder)), { recursive: true });
  // At once, as one change of the file.
  const saved = path.join(folder, 'saved.ts');
  cpSync(sampleFile(sample), saved);
  renameSync(saved, attemptIn(folder));
}

/** A copy of the clone without what learners wrote; returns its folder. */
export function cloneOfThis(): string {
  const folder = emptyFolder();
  const parts = ['dist', 'src', 'drills', 'reference', 'package.json', 'tsconfig.json', 'tsup.config.ts'];
  for (const part of parts) {
    cpSync(path.join(root, part), path.join(folder, part), {
      recursive: true,
      filter: (file) => !/[\\/](attempt\b[^\\/]*|drills[\\/][\w-]+[\\/]cases\.ts|node_modules)$/.test(file),
    });
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  return folder;
}

/** The package as it is installed by someone who only grades; returns its folder. */
export function installedPackage(): string {
  const folder = emptyFolder();
  for (const part of ['dist', 'drills', 'reference', 'package.json'])
    cpSync(path.join(root, part), path.join(folder, part), { recursive: true });
  mkdirSync(path.join(folder, 'node_modules'));
  for (const name of ['commander', 'fastest-levenshtein', 'magic-string', 'oxc-parser', 'oxc-transform'])
    symlinkSync(path.join(root, 'node_modules', name), path.join(folder, 'node_modules', name));
  return folder;
}

/** Ends what a failed test has left running, and removes every folder. */
export function cleanUp(): void {
  for (const child of children) child.kill('SIGKILL');
  rmSync(temporary, { recursive: true, force: true });
}

/** A finished command. */
export interface Finished {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A command under way. */
export interface Running {
  /** Resolves to all that was printed, once `text` was printed after what earlier calls have waited for. */
  until(text: string): Promise<string>;
  signal(name: NodeJS.Signals): void;
  readonly pid: number;
  readonly finished: Promise<Finished>;
}

/** Runs `ml-drills` in a folder; `from` is the package it is run from. */
export const ml = (folder: string, args: readonly string[], from?: string): Promise<Finished> =>
  running(folder, args, from).finished;

export function running(folder: string, args: readonly string[], from = root): Running {
  const child = spawn(process.execPath, [path.join(from, 'dist/src/node/cli.js'), ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.add(child);
  const printed = { out: '', err: '' };
  let readUpTo = 0;
  let read = (): void => {};
  child.stdout.on('data', (data: Buffer) => {
    printed.out += data.toString();
    read();
  });
  child.stderr.on('data', (data: Buffer) => {
    printed.err += data.toString();
  });
  const finished = new Promise<Finished>((resolve) => {
    child.on('close', (code) => {
      children.delete(child);
      resolve({ code, ...printed });
    });
  });
  const until = (text: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const missing = () =>
        reject(new Error(`"${text}" was not printed after:\n${printed.out.slice(readUpTo)}${printed.err}`));
      const patience = setTimeout(missing, PATIENCE_MS);
      read = () => {
        const at = printed.out.indexOf(text, readUpTo);
        if (at < 0) return;
        clearTimeout(patience);
        readUpTo = at + text.length;
        read = () => {};
        resolve(printed.out);
      };
      read();
    });
  return { until, signal: (name) => child.kill(name), pid: child.pid ?? 0, finished };
}

/** How long a text is waited for, on the busiest of machines. */
export const PATIENCE_MS = 300_000;
