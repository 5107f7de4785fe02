import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Drill, formsOf, type Law, type Level, levelName, type Subject } from '../src/index.ts';
import { load } from '../src/node/grading/load.ts';
import { createRealm } from '../src/node/sandbox/realm.ts';

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

/** A solution of a bank, ready to be judged. */
export interface Entry {
  readonly says: string;
  /** The law or gate that refutes it; absent for right answers. */
  readonly dies?: string;
  readonly subject: Subject;
}

/** The mutants or the right answers of a level, loaded as an attempt is: instrumented and in a realm of their own. */
export function bankOf(slug: string, level: Level<unknown>, kind: 'mutants' | 'answers'): Entry[] {
  const file = path.join(root, 'drills', slug, `${levelName(level)}.${kind}.ts`);
  if (!existsSync(file)) return [];
  const result = load(file);
  if (!result.ok) throw new Error(`${file}: ${result.problem.message}, line ${result.problem.line}`);
  const realm = createRealm(result.code, { forms: formsOf([level]) });
  const entries = () => realm.exported(kind) as { says: string; dies?: string; solution: object }[]; // typed in the file itself
  return Array.from(entries(), ({ says, dies }, i) => ({
    says,
    ...(dies === undefined ? {} : { dies }),
    subject: realm.subjectOf(() => entries()[i]?.solution ?? {}),
  }));
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
