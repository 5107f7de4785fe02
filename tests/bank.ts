import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Drill, formsOf, type Law, type Level, levelName, type Subject } from '../src/index.ts';
import { growthName } from '../src/judge/judgeGates.ts';
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

/** A solution of a bank; its subject is loaded when it is asked for first. */
export interface Entry {
  readonly kind: Kind | 'remark';
  readonly says: string;
  /** The law or gate that refutes it; absent where that is found by running it. */
  readonly dies?: string | undefined;
  /** The law that must be told of it first. */
  readonly told?: string | undefined;
  readonly subject: Subject;
}

/** The bank of a level, loaded as an attempt is: instrumented and in realms of their own. */
export async function bankOf(slug: string, level: Level<unknown>): Promise<Entry[]> {
  const place = { packageRoot: root, slug, functions: level.functions as readonly string[] }; // the names of functions
  const solutions = await loadBank(
    place,
    () => pathToFileURL(path.join(root, 'drills', slug, 'bank', levelName(level), 'patches.ts')).href,
  );
  const made = solutions.map(({ kind, says, entry, texts, told }): Entry => {
    let subject: Subject | undefined;
    return {
      ...{ kind, says, told },
      get subject() {
        subject ??= subjectOf(entry, level, texts);
        return subject;
      },
    };
  });
  return [...made, ...listed(slug, level, 'mutants'), ...listed(slug, level, 'answers')];
}

function subjectOf(entry: string, level: Level<unknown>, texts: Readonly<Record<string, string>>): Subject {
  const loaded = load(entry, texts);
  if (!loaded.ok) throw new Error(`${entry}: ${loaded.problem.message}, line ${loaded.problem.line}`);
  return createRealm(loaded.code, { forms: formsOf([level]) }).subject;
}

/** Banks that are one module, of functions that stand in for those of the reference. */
function listed(slug: string, level: Level<unknown>, name: 'mutants' | 'answers'): Entry[] {
  const file = path.join(root, 'drills', slug, `${levelName(level)}.${name}.ts`);
  if (!existsSync(file)) return [];
  const result = load(file);
  if (!result.ok) throw new Error(`${file}: ${result.problem.message}, line ${result.problem.line}`);
  const realm = createRealm(result.code, { forms: formsOf([level]) });
  const entries = () => realm.exported(name) as { says: string; dies?: string; solution: object }[]; // typed in the file itself
  const slow = level.growth.map(growthName);
  const remarks = level.laws.filter(({ remark }) => remark).map((law) => law.name);
  const kindOf = (dies: string | undefined): Entry['kind'] =>
    dies === undefined ? 'right' : slow.includes(dies) ? 'slow' : remarks.includes(dies) ? 'remark' : 'wrong';
  return Array.from(entries(), ({ says, dies }, i) => ({
    ...{ kind: kindOf(dies), says, dies },
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
