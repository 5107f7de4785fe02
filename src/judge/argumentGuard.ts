import type { Law } from '../drill/law.ts';
import { asItIsNow } from '../subject/asItIsNow.ts';
import { type Broken, brokenByAll } from '../subject/broken.ts';
import { describeFailure, SubjectError } from '../subject/subject.ts';
import { firstDifference } from '../values/same.ts';

/** Arguments that a call has changed, and the calls up to that one, written as code when they are asked for. */
export interface Changed {
  readonly broken: Broken;
  readonly calls: () => readonly string[];
}

/** Calls are alike whose arguments are each as large as the other's, within this factor. */
const ALIKE = 1.5;

/** How many of the calls that are alike are looked at. */
const LOOKS = 3;

/** Holds the arguments of calls against what they were before, as laws with `guards` ask. Reading them back is dear, so not all are. */
export class ArgumentGuard {
  readonly #laws: readonly Law<never>[];
  readonly #lines: () => () => readonly string[];
  readonly #looks = new Map<string, number>();
  readonly #found = new Map<Law<never>, Changed>();
  /** The law that is tried now, and what was found since the last `clear`. */
  #tried: Law<never>['guards'];
  #now: Broken | undefined;

  constructor(laws: readonly Law<never>[], lines: () => () => readonly string[]) {
    this.#laws = laws.filter(({ guards }) => guards !== undefined);
    this.#lines = lines;
  }

  clear(): void {
    this.#now = undefined;
  }

  /** From now on, every call that this law guards is looked at. */
  try(law: Law<never> | undefined): void {
    this.#tried = law?.guards;
  }

  /** What a call that is guarded by the law tried has changed since the last `clear`. */
  now(): Broken | undefined {
    return this.#now;
  }

  /** What some call has changed, in whatever law or gate it was made. */
  changed(law: Law<never>): Changed | undefined {
    return this.#found.get(law);
  }

  look(name: string, args: readonly unknown[]): void {
    const law = this.#laws.find(({ guards = {} }) => Object.hasOwn(guards, name));
    if (!law || (law.guards !== this.#tried && !this.#isNew(name, args))) return;
    for (const [i, arg] of args.entries()) {
      const change = changeOf(arg, law.guards?.[name]?.[i] ?? `argument ${i + 1}`);
      if (!change) continue;
      if (law.guards === this.#tried) this.#now ??= change;
      if (!this.#found.has(law)) this.#found.set(law, { broken: change, calls: this.#lines() });
      return;
    }
  }

  #isNew(name: string, args: readonly unknown[]): boolean {
    const sizes = args.map((arg) =>
      Object.isFrozen(arg) ? 0 : Math.round(Math.log(sizeOf(arg) + 1) / Math.log(ALIKE)),
    );
    const call = [name, ...sizes].join(' ');
    const looks = this.#looks.get(call) ?? 0;
    this.#looks.set(call, looks + 1);
    return looks < LOOKS;
  }
}

function changeOf(arg: unknown, name: string): Broken | undefined {
  if (typeof arg !== 'object' || arg === null) return undefined;
  try {
    const difference = firstDifference(asItIsNow(arg), arg);
    return difference && brokenByAll(`${name}${difference.path}, after the call,`, difference.left, difference.right);
  } catch (error) {
    if (error instanceof SubjectError) return brokenByAll(`${name}, after the call,`, whatItIs(error), 'what it was');
    throw error;
  }
}

/** What can no longer be read, as the end of the sentence "it is ...". */
const whatItIs = (error: SubjectError): string =>
  error.failure.kind === 'not-plain' ? error.failure.reason : `something that ${describeFailure(error)}`;

/** How many values there are in an argument, about: lists hold what is alike. */
function sizeOf(value: unknown): number {
  let size = 0;
  const open = [value];
  for (let next = open.pop(); typeof next === 'object' && next !== null; next = open.pop()) {
    if (Array.isArray(next)) size += next.length * (Array.isArray(next[0]) ? next[0].length : 1);
    else for (const part of Object.values(next)) if (typeof part === 'object') open.push(part);
    size++;
  }
  return size;
}
