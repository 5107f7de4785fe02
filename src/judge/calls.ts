import { toCode } from '../values/code.ts';
import type { Outcome } from './outcome.ts';

/** A call is to be pasted: what is cut is of no use, and only megabytes are worse. */
const CODE_LIMIT = 20_000;

/** So many calls of one function, one after the other, become a loop. */
const LEAST_IN_LOOP = 9;

/** How many calls are written down; of more, those in the middle are left out. */
const MAX_LINES = 40;

/** A call of a function of a subject, or of a function of an object that an earlier call gave. */
export interface Call {
  readonly name: string;
  readonly args: readonly unknown[];
  /** The object that the function belongs to. */
  readonly holder?: object | undefined;
  /** What it gave, where later calls work on that, and what a variable that holds it is called. */
  made?: object;
  variable?: string | undefined;
  /** What it came to; absent while it is under way. */
  outcome?: Outcome;
  /** Not a call: a look at what this earlier call gave, as it is by now. */
  readonly looksAt?: Call;
}

/** Calls as code, a line for each, with the names of variables. */
export function linesOf(calls: readonly Call[]): readonly string[] {
  const lines = new Writer(calls).lines();
  if (lines.length <= MAX_LINES) return lines;
  const half = MAX_LINES / 2;
  return [...lines.slice(0, half), `// ... ${lines.length - MAX_LINES} more calls ...`, ...lines.slice(-half)];
}

class Writer {
  readonly #calls: readonly Call[];
  readonly #variables = new Map<unknown, string>();
  readonly #names = new Map<string, number>();

  constructor(calls: readonly Call[]) {
    this.#calls = calls;
  }

  lines(): string[] {
    for (const { made, variable = 'made', looksAt } of this.#calls) {
      if (made) this.#name(made, variable);
      if (looksAt) this.#name(looksAt, 'earlier');
    }
    const lines = this.#shared().map((value) => {
      const code = this.#code(value);
      return `const ${this.#name(value, 'shared')} = ${code}`;
    });
    for (let i = 0; i < this.#calls.length; ) {
      const alike = this.#alike(this.#calls.slice(i, -1));
      lines.push(...(alike.length >= LEAST_IN_LOOP ? [this.#loopOf(alike)] : alike.map((call) => this.#codeOf(call))));
      i += alike.length;
      const next = this.#calls[i];
      if (alike.length === 0 && next) {
        const isLast = i === this.#calls.length - 1;
        lines.push(next.outcome?.failure && !isLast ? `try { ${this.#codeOf(next)} } catch {}` : this.#codeOf(next));
        i++;
      }
    }
    return lines;
  }

  /** Gives something the name of a variable; a second one of that name gets a number. */
  #name(value: unknown, name: string): string {
    const known = this.#variables.get(value);
    if (known !== undefined) return known;
    const count = (this.#names.get(name) ?? 0) + 1;
    this.#names.set(name, count);
    const variable = count === 1 ? name : `${name}${count}`;
    this.#variables.set(value, variable);
    return variable;
  }

  /** Frozen objects that are one and the same in several places of the arguments: that may matter. */
  #shared(): unknown[] {
    const args = this.#calls.flatMap(({ args }) => args);
    const items = args.flatMap((arg) => (Array.isArray(arg) ? arg.filter((item) => !Array.isArray(item)) : []));
    const frozen = [...args, ...items].filter((value) => typeof value === 'object' && Object.isFrozen(value));
    const again = frozen.filter((value, i) => value !== null && frozen.indexOf(value) < i);
    return [...new Set(again)].filter((value) => !this.#variables.has(value));
  }

  #code = (value: unknown): string => toCode(value, CODE_LIMIT, { names: this.#variables });

  #codeOf(call: Call): string {
    const { args, made, looksAt } = call;
    if (looksAt) return this.#variables.get(looksAt) ?? '';
    const variable = this.#variables.get(made ?? call);
    const code = `${this.#functionOf(call)}(${args.map(this.#code).join(', ')})`;
    return variable === undefined ? code : `const ${variable} = ${code}`;
  }

  #functionOf = ({ holder, name }: Call): string => (holder ? `${this.#variables.get(holder)}.${name}` : name);

  /** The calls of one function with which these begin, of which nothing is kept. */
  #alike(calls: readonly Call[]): readonly Call[] {
    const [first] = calls;
    const isAlike = (call: Call): boolean =>
      call.holder === first?.holder &&
      call.name === first?.name &&
      call.args.length === first.args.length &&
      !call.outcome?.failure &&
      !call.args.some((arg) => this.#variables.has(arg)) &&
      !this.#variables.has(call.made ?? call);
    const end = calls.findIndex((call) => !isAlike(call));
    return end < 0 ? calls : calls.slice(0, end);
  }

  #loopOf(calls: readonly Call[]): string {
    const [first] = calls as [Call];
    if (first.args.length === 1)
      return `for (const arg of ${this.#code(calls.map(({ args }) => args[0]))}) ${this.#functionOf(first)}(arg)`;
    return `for (const args of ${this.#code(calls.map(({ args }) => args))}) ${this.#functionOf(first)}(...args)`;
  }
}
