import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Forms } from '../src/index.ts';
import { type LoadedCode, load } from '../src/node/load/load.ts';
import { createRealm, type Realm } from '../src/node/sandbox/realm.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'ml-drills-test-'));
let count = 0;

/** Writes an attempt to a file of its own. */
export function attemptFile(source: string): string {
  const file = path.join(mkdtempSync(path.join(folder, `${count++}-`)), 'attempt.ts');
  writeFileSync(file, source);
  return file;
}

export function loaded(source: string): LoadedCode {
  const result = load(attemptFile(source));
  if (!result.ok) throw new Error(`${result.problem.message} (line ${result.problem.line})`);
  return result.code;
}

/** An attempt in a realm of this process; for sources that are not hostile to it. */
export const realmOf = (source: string, forms: Forms = {}): Realm => createRealm(loaded(source), { forms });
