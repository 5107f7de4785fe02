import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Forms } from '../src/index.ts';
import type { LoadedCode } from '../src/load/load.ts';
import { load } from '../src/node/grading/load.ts';
import { createRealm } from '../src/node/sandbox/realm.ts';
import type { Realm } from '../src/sandbox/realm.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'ml-drills-test-'));
let count = 0;

/** Writes an attempt to a file of its own, and other files beside it. */
export function attemptFile(source: string, beside: Readonly<Record<string, string>> = {}): string {
  const own = mkdtempSync(path.join(folder, `${count++}-`));
  for (const [name, text] of Object.entries({ ...beside, 'attempt.ts': source }))
    writeFileSync(path.join(own, name), text);
  return path.join(own, 'attempt.ts');
}

export function loaded(source: string, beside?: Readonly<Record<string, string>>): LoadedCode {
  const result = load(attemptFile(source, beside));
  if (!result.ok) throw new Error(`${result.problem.message} (line ${result.problem.line})`);
  return result.code;
}

/** An attempt in a realm of this process; for sources that are not hostile to it. */
export const realmOf = (source: string, forms: Forms = {}, beside?: Readonly<Record<string, string>>): Realm =>
  createRealm(loaded(source, beside), { forms });
