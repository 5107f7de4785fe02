import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { mechanicalMutants } from '../src/bank/mechanical.ts';
import { check, type Drill, formsOf, type Level, levelName, type Subject, SubjectError } from '../src/index.ts';
import { load } from '../src/load/load.ts';
import { loadMachine } from '../src/node/grading/loadMachine.ts';
import { createRealm } from '../src/node/sandbox/realm.ts';
import { drillOf, isThorough, referenceOf, root, slugs } from './bank.ts';

/** On a push one mutant in so many is tried, chosen by what it says: a change tries others. */
const EVERY = Number(process.env.EVERY ?? (isThorough ? 1 : 120));

const hash = (text: string): number => [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7);

/** The mutants that answer as the solution does, by what they say, and why. */
type Survivors = Readonly<Record<string, string>>;

async function survivorsOf(slug: string): Promise<Survivors> {
  const file = path.join(root, 'drills', slug, 'bank', 'survivors.ts');
  if (!existsSync(file)) return {};
  return ((await import(pathToFileURL(file).href)) as { survivors: Survivors }).survivors;
}

/** The file of the reference that a function is in, and those that it needs. */
function filesOf(slug: string, name: string): string[] {
  const folder = path.join(root, 'reference', slug);
  const index = readFileSync(path.join(folder, 'index.ts'), 'utf8');
  const exported = [...index.matchAll(/export \{([^}]*)\} from '\.\/(\w+\.ts)'/g)];
  const [, , file = ''] = exported.find(([, names = '']) => names.split(/[\s,]+/).includes(name)) ?? [];
  const loaded = load(loadMachine, path.join(folder, file));
  return loaded.ok ? loaded.code.modules.map((module) => module.file) : [];
}

/** The reference with another text in one of its files; undefined where that cannot be run at all. */
function changed(slug: string, drill: Drill<unknown>, file: string, text: string): Subject | undefined {
  const entry = path.join(root, 'reference', slug, 'index.ts');
  const read = (absolute: string, name: string) => (name === file ? text : loadMachine.read(absolute, name));
  const loaded = load({ ...loadMachine, read }, entry);
  if (!loaded.ok) return undefined;
  try {
    return createRealm(loaded.code, { forms: formsOf(drill.levels) }).subject;
  } catch (error) {
    if (error instanceof SubjectError) return undefined;
    throw error;
  }
}

for (const slug of slugs) {
  const drill = await drillOf(slug);
  const reference = referenceOf(slug, drill);
  const known = await survivorsOf(slug);
  const needed = new Map<Level<unknown>, string[]>(
    drill.levels.map((level) => [level, [...new Set(level.functions.flatMap((name) => filesOf(slug, name)))]]),
  );
  const files = [...new Set([...needed.values()].flat())];

  describe(`${slug}: a slip in the reference is refused,`, () => {
    for (const file of files) {
      const text = readFileSync(path.join(root, 'reference', slug, file), 'utf8');
      const mutants = mechanicalMutants(file, text).filter(({ says }) => hash(file + says) % EVERY === 0);
      const levels = drill.levels.filter((level) => needed.get(level)?.includes(file));
      test.skipIf(mutants.length === 0)(`${mutants.length} of ${file}`, () => {
        const survivors = mutants.filter(({ says, text: mutated }) => {
          if (known[`${file}: ${says}`] !== undefined) return false;
          const subject = changed(slug, drill, file, mutated);
          if (!subject) return false;
          return levels.every((level) => {
            const [verdict] = check(drill, subject, { seed: 1, level: levelName(level), reference });
            return verdict?.status === 'passed' && verdict.remarks.length === 0;
          });
        });
        expect(survivors.map(({ line, says }) => `${file}:${line}  ${says}`)).toEqual([]);
      });
    }
  });
}
