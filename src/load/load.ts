import MagicString from 'magic-string';
import { transformSync } from 'oxc-transform';
import { checkedAsRun, type Mapped } from './asRun.ts';
import { type ClaimTexts, claimsOf } from './claims.ts';
import { injectedFor } from './injected.ts';
import { instrument } from './instrument.ts';
import { type Exported, type Links, link } from './link.ts';
import type { LoadMachine } from './machine.ts';
import { type Names, namesOf } from './names.ts';
import { type Offer, offersOf, unwrittenFunctions } from './offers.ts';
import { engineError, parse, type Source } from './parse.ts';
import { type OrProblem, orProblem, positionsOf } from './problem.ts';
import { refuse, refuseForbidden } from './refuse.ts';
import type { Site } from './sites.ts';

/** One module, ready to run in the sandbox. Plain JSON: it crosses the process boundary. */
export interface LoadedModule extends Mapped {
  /** Its name in messages, relative to the folder that was loaded from. */
  readonly file: string;
  /** What each specifier in its imports stands for: the `file` of another module. */
  readonly imports: Readonly<Record<string, string>>;
}

/** An attempt or a reference with everything it imports, instrumented; dependencies come first. */
export interface LoadedCode {
  readonly modules: readonly LoadedModule[];
  readonly sites: readonly Site[];
  readonly exported: readonly string[];
  /** Exports that are still a TODO. */
  readonly unwritten: readonly string[];
  readonly offers: readonly Offer[];
  readonly claims: ClaimTexts;
}

/** A file that is loaded beside others into one code. */
export interface Part {
  readonly entry: string;
  /** Stands before the names of its modules, so that no two parts share one; empty for the learner's. */
  readonly prefix: string;
  /** Texts that are taken for those of files, by their names in the folder of the entry. */
  readonly texts?: Readonly<Record<string, string>> | undefined;
}

/** Several files loaded as one code, and for each part the name of its module. */
export type LoadedParts = OrProblem<{ readonly code: LoadedCode; readonly entries: readonly string[] }>;

export type LoadResult = OrProblem<{ readonly code: LoadedCode }>;

/**
 * Parses a TypeScript file and the files beside it that it imports, refuses what a drill does not allow,
 * instruments it and strips the types. Type errors do not matter here. `texts` are taken for those of files, by their names in its folder.
 */
export const load = (machine: LoadMachine, entry: string, texts?: Part['texts']): LoadResult =>
  orProblem(() => {
    const pool: Pool = { modules: [], sites: [] };
    const { file: _, ...rest } = new Loader(machine, { entry, prefix: '', texts }, pool).load(entry);
    return { code: { ...pool, ...rest } };
  });

/** Loads several files, each with what it imports from its folder, to run in one realm. Parts of one folder and prefix share modules. */
export const loadTogether = (machine: LoadMachine, parts: readonly Part[]): LoadedParts =>
  orProblem(() => {
    const pool: Pool = { modules: [], sites: [] };
    const loaders = new Map<string, Loader>();
    const entries = parts.map((part) => {
      const key = part.prefix + machine.placeOf(part.entry).folder;
      const loader = loaders.get(key) ?? new Loader(machine, part, pool);
      loaders.set(key, loader);
      return loader.load(part.entry).file;
    });
    return { code: { ...pool, exported: [], unwritten: [], offers: [], claims: {} }, entries };
  });

/** What is loaded so far, dependencies first. */
interface Pool {
  readonly modules: LoadedModule[];
  readonly sites: Site[];
}

interface LoadedEntry extends Pick<LoadedCode, 'exported' | 'unwritten' | 'offers' | 'claims'> {
  readonly file: string;
}

class Loader {
  readonly #machine: LoadMachine;
  readonly #folder: string;
  readonly #prefix: string;
  readonly #texts: Readonly<Record<string, string>>;
  readonly #pool: Pool;
  readonly #state = new Map<string, 'loading' | LoadedEntry>();

  constructor(machine: LoadMachine, { entry, prefix, texts = {} }: Part, pool: Pool) {
    this.#machine = machine;
    this.#folder = machine.placeOf(entry).folder;
    this.#prefix = prefix;
    this.#texts = texts;
    this.#pool = pool;
  }

  load(entry: string): LoadedEntry {
    const { absolute, name } = this.#machine.placeOf(entry);
    return this.#loadModule(absolute, name);
  }

  #loadModule(absolute: string, name: string): LoadedEntry {
    this.#state.set(absolute, 'loading');
    const file = this.#prefix + name;
    const source = parse(file, this.#texts[name] ?? this.#machine.read(absolute, file));
    const names = namesOf(source.program);
    refuseForbidden(source, names);
    const text = new MagicString(source.text);
    const injected = injectedFor(this.#machine.digest(source.text));
    const links = link(source, text, names, injected);
    const entries = new Map(
      links.requests.map(({ specifier, start }) => [specifier, this.#import(source, absolute, specifier, start)]),
    );
    const imports = Object.fromEntries([...entries].map(([specifier, entry]) => [specifier, entry.file]));
    instrument(source, text, injected.meter, this.#pool.sites);
    text.prepend(links.header);
    text.append(`\n;${links.footer}`);
    const body = stripTypes(source, text.toString());
    this.#pool.modules.push({ file, imports, ...checkedAsRun(this.#machine, source, body, injected) });
    const entry = { file, ...this.#offered(source, names, links, entries), claims: claimsOf(source.program) };
    this.#state.set(absolute, entry);
    return entry;
  }

  /** What a module exports, with what it has from others. */
  #offered(source: Source, names: Names, { exports, stars }: Links, entries: ReadonlyMap<string, LoadedEntry>) {
    const own = new Set(unwrittenFunctions(source.program));
    const isUnwritten = ({ local = '', from }: Exported): boolean =>
      from === undefined ? own.has(local) : (entries.get(from)?.unwritten.includes(local) ?? false);
    const unwritten = [...exports].filter(([, exported]) => isUnwritten(exported)).map(([name]) => name);
    const others = stars.map((from) => entries.get(from)).filter((entry) => entry !== undefined);
    return {
      exported: [...new Set([...exports.keys(), ...others.flatMap(({ exported }) => exported)])],
      unwritten: [...new Set([...unwritten, ...others.flatMap((entry) => entry.unwritten)])],
      offers: offersOf(source, names, exports),
    };
  }

  /** Loads what a module imports, unless it is outside the folder or imports the module in turn. */
  #import(from: Source, importer: string, specifier: string, start: number): LoadedEntry {
    const { absolute, file, isOutside, isOther } = this.#machine.find(this.#folder, importer, specifier);
    if (isOutside) {
      refuse(
        from,
        start,
        `\`${specifier}\` is not allowed: it is outside the folder of the attempt. Write it yourself`,
      );
    }
    if (absolute === undefined)
      refuse(from, start, `\`${specifier}\` ${isOther ? 'is no file' : `does not exist beside ${from.file}`}`);
    const state = this.#state.get(absolute);
    if (state === 'loading')
      refuse(from, start, `\`${specifier}\` imports this file in turn: move what both need to a third file`);
    return state ?? this.#loadModule(absolute, file);
  }
}

function stripTypes(source: Source, text: string): Mapped {
  const { code, map, errors } = transformSync(source.file, text, { lang: 'ts', sourceType: 'module', sourcemap: true });
  const [error] = errors;
  if (error) {
    // Lines are where they were; a name that is declared twice has two places, of which the last is meant.
    const label = error.labels.at(-1);
    throw engineError(source, error.message, label && positionsOf(text)(label.start).line);
  }
  return { code: code.replace(/^export \{\};$/m, ''), mappings: map?.mappings ?? '' };
}
