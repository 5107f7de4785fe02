import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Where things are: the package with its drills, and the folder in which a learner works. In a clone they are the same. */
export interface Home {
  /** Has drills/ with README.md and stub.ts, reference/ and dist/. */
  readonly packageRoot: string;
  /** Its drills/<slug>/attempt.ts are the learner's. */
  readonly workspace: string;
}

/** Finds both: the package by going up from this file, the workspace by going up from `cwd`. */
export function findHome(cwd: string): Home {
  const packageRoot = upward(import.meta.dirname, isThisPackage);
  if (!packageRoot)
    throw new Error('The package ml-drills is not complete: its package.json is missing. Install it again');
  const workspace = upward(
    cwd,
    (folder) => existsSync(path.join(folder, 'package.json')) && existsSync(path.join(folder, 'drills')),
  );
  return { packageRoot, workspace: workspace ?? path.resolve(cwd) };
}

/** The drills, in alphabetical order: the folders that have a stub. */
export const listSlugs = ({ packageRoot }: Home): string[] =>
  readdirSync(path.join(packageRoot, 'drills'))
    .filter((slug) => existsSync(path.join(packageRoot, 'drills', slug, 'stub.ts')))
    .sort();

export const attemptPath = ({ workspace }: Home, slug: string): string =>
  path.join(workspace, 'drills', slug, 'attempt.ts');

function upward(from: string, isIt: (folder: string) => boolean): string | undefined {
  for (let folder = path.resolve(from); ; folder = path.dirname(folder)) {
    if (isIt(folder)) return folder;
    if (folder === path.dirname(folder)) return undefined;
  }
}

function isThisPackage(folder: string): boolean {
  const file = path.join(folder, 'package.json');
  return existsSync(file) && /"name":\s*"ml-drills"/.test(readFileSync(file, 'utf8'));
}
