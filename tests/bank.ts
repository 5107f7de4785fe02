import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Drill, formsOf, type Law, type Level, levelName, type Subject } from '../src/index.ts';
import { load } from '../src/node/grading/load.ts';
import { createRealm } from '../src/node/sandbox/realm.ts';
import type { Kind } from '../src/node/workspace/bank.ts';
import { loadBank } from '../src/node/workspace/loadDrill.ts';

export const root = path.resolve(import.meta.dirname, '..');

/** While one drill or level is worked on, DRILL=k-means and LEVEL=kMeans leave the others out. */
const { DRILL, LEVEL } = process.env;

/** A push tries fewer seeds than `npm run check:thorough` does. */
export const isThorough = process.env.THOROUGH !== undefined;

/** The drills, found by reading the folder. */
export const slugs: readonly string[] = readdirSync(path.join(root, 'drills')).filter(
  (slug) => existsSync(path.join(root, 'drills', slug, 'drill.ts')) && (DRILL ?? slug) === slug,
);

export async function drillOf(slug: string): Promise<Drill<unknown>> {
  const module = (await import(pathToFileURL(path.join(root, 'drills', slug, 'drill.ts')).href)) as {
    default: Drill<unknown>;
  };
  const drill = module.default; // every drill.ts exports its drill
  return { ...drill, levels: drill.levels.filter((level) => (LEVEL ?? levelName(level)) === levelName(level)) };
}

/** A solution of a bank. A realm takes some megabytes: it is loaded where it is needed, and kept by nobody. */
export interface Entry {
  readonly kind: Kind;
  readonly says: string;
  /** The law that must be told of it first. */
  readonly told?: string | undefined;
  readonly load: () => Subject;
}

/** The bank of a level, loaded as an attempt is: instrumented and in realms of their own. */
export async function bankOf(slug: string, level: Level<unknown>): Promise<Entry[]> {
  const place = { packageRoot: root, slug, functions: level.functions as readonly string[] }; // the names of functions
  const solutions = await loadBank(
    place,
    () => pathToFileURL(path.join(root, 'drills', slug, 'bank', levelName(level), 'patches.ts')).href,
  );
  return solutions.map(({ kind, says, entry, texts, told }) => ({
    ...{ kind, says, told },
    load: () => subjectOf(entry, level, texts),
  }));
}

function subjectOf(entry: string, level: Level<unknown>, texts: Readonly<Record<string, string>>): Subject {
  const loaded = load(entry, texts);
  if (!loaded.ok) throw new Error(`${entry}: ${loaded.problem.message}, line ${loaded.problem.line}`);
  return createRealm(loaded.code, { forms: formsOf([level]) }).subject;
}

export function referenceOf(slug: string, drill: Drill<unknown>): Subject {
  const result = load(path.join(root, 'reference', slug, 'index.ts'));
  if (!result.ok) throw new Error(`${slug}: ${result.problem.message}`);
  return createRealm(result.code, { forms: formsOf(drill.levels) }).subject;
}

/** Laws tried on one or two fixed inputs say the same at every seed. */
const isFixed = ({ runs }: Law<unknown>): boolean => runs !== undefined && runs <= 2;

/** A drill whose laws are tried on no more than so many inputs. */
export const withFewerInputs = (drill: Drill<unknown>, inputs: number): Drill<unknown> => ({
  ...drill,
  levels: drill.levels.map((level) => ({
    ...level,
    laws: level.laws.map((law) => ({ ...law, runs: Math.min(law.runs ?? inputs, inputs) })),
  })),
});

/** A drill with the laws that say something new at another seed. */
export const withoutFixedLaws = (drill: Drill<unknown>): Drill<unknown> => ({
  ...drill,
  levels: drill.levels.map((level) => ({ ...level, laws: level.laws.filter((law) => !isFixed(law)) })),
});
