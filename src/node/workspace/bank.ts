import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Patches, patched, type Texts } from '../../bank/patch.ts';

/** What a solution of a bank is there for: to pass everything, to be refused for what it answers, often or rarely, or for what it costs. */
export const KINDS = ['right', 'wrong', 'rare', 'slow'] as const;
export type Kind = (typeof KINDS)[number];

/** A solution of the bank of a level, ready to be loaded. */
export interface BankSolution {
  readonly kind: Kind;
  /** What it does wrong, as the end of the sentence "this attempt ...", or the style in which it is right. */
  readonly says: string;
  readonly entry: string;
  /** Texts that are taken for those of files, by their names in the folder of the entry. */
  readonly texts: Texts;
  /** The law that must be the first that it is told of, where one must be. */
  readonly told?: string | undefined;
}

/** Where a bank is, and whose. */
export interface BankPlace {
  /** Has drills/ and reference/. */
  readonly packageRoot: string;
  readonly slug: string;
  /** The functions of its level, of which the first names it. */
  readonly functions: readonly string[];
}

const folderOf = ({ packageRoot, slug, functions }: BankPlace): string =>
  path.join(packageRoot, 'drills', slug, 'bank', functions[0] ?? '');

/** The solutions of the bank of a level that are files of their own: each says in its first line what it is. */
export function wholeSolutions(place: BankPlace): BankSolution[] {
  return KINDS.flatMap((kind) => {
    const folder = path.join(folderOf(place), kind);
    const files = existsSync(folder) ? readdirSync(folder).sort() : [];
    return files.flatMap((file) => {
      const entry = path.join(folder, file);
      const [, says] = /^\/\/ (.*)/.exec(readFileSync(entry, 'utf8')) ?? [];
      return says === undefined ? [] : [{ kind, says, entry, texts: {} }]; // others are what these import
    });
  });
}

/** The solutions that follow from patches. */
export function patchedSolutions(place: BankPlace, { of, told = {} }: Patches): BankSolution[] {
  return Object.entries(of).flatMap(([base, patches]) => {
    const { entry, texts, files } = solutionToPatch(place, base);
    return (['wrong', 'rare', 'slow'] as const).flatMap((kind) =>
      (patches[kind] ?? []).map((patch) => {
        const [says] = patch;
        return { kind, says, entry, texts: { ...texts, ...patched(files, patch) }, told: told[says] };
      }),
    );
  });
}

/** A solution that is changed: what is loaded of it, and the files that hold it. */
interface Base {
  readonly entry: string;
  readonly texts: Texts;
  readonly files: Texts;
}

function solutionToPatch(place: BankPlace, base: string): Base {
  if (base === 'reference') return referenceToPatch(place);
  const entry = path.join(folderOf(place), base);
  return { entry, texts: {}, files: filesFrom(path.dirname(entry), path.basename(entry)) };
}

/** Of the model solutions of a drill those of one level, and what they need. */
export function referenceToPatch({ packageRoot, slug, functions }: BankPlace): Base {
  const folder = path.join(packageRoot, 'reference', slug);
  const entry = path.join(folder, 'index.ts');
  const exported = [...readFileSync(entry, 'utf8').matchAll(/export \{([^}]*)\} from '\.\/(\w+\.ts)'/g)];
  const needed = exported.flatMap(([, names = '', file = '']) => {
    const own = names.split(/[\s,]+/).filter((name) => functions.includes(name));
    return own.length > 0 ? [{ own, file }] : [];
  });
  const index = needed.map(({ own, file }) => `export { ${own.join(', ')} } from './${file}';\n`).join('');
  const files = Object.assign({}, ...needed.map(({ file }) => filesFrom(folder, file)));
  return { entry, texts: { 'index.ts': index }, files };
}

/** The texts of a file and of those that it imports, by their names in the folder. */
function filesFrom(folder: string, first: string, found: Record<string, string> = {}): Texts {
  if (found[first] !== undefined) return found;
  const text = readFileSync(path.join(folder, first), 'utf8');
  found[first] = text;
  for (const [, imported = ''] of text.matchAll(/from '(\.{1,2}\/[^']+)'/g))
    filesFrom(folder, path.join(path.dirname(first), imported), found);
  return found;
}
