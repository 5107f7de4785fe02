import type { Outcome } from '../subject/outcome.ts';
import { givenFor, remembers, toCode } from '../values/code.ts';

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
    const lines = this.#givens();
    for (const value of this.#shared()) {
      const code = this.#code(value);
      lines.push(`const ${this.#name(value, typeof value === 'function' ? 'random' : 'shared')} = ${code}`);
    }
    for (let i = 0; i < this.#calls.length; ) {
      const alike = this.#alike(this.#calls.slice(i));
      const codes = alike.map((call) => this.#codeOf(call));
      if (alike.length >= LEAST_IN_LOOP) lines.push(loopOf(codes) ?? this.#loopOf(alike));
      else lines.push(...codes);
      i += alike.length;
      const next = this.#calls[i];
      if (alike.length > 0 || !next) continue;
      i++;
      const isLast = i === this.#calls.length;
      lines.push(next.outcome?.failure && !isLast ? `try { ${this.#codeOf(next)} } catch {}` : this.#codeOf(next));
    }
    return lines;
  }

  /** The variables that the expressions of arguments need. */
  #givens(): string[] {
    const givens = this.#calls.flatMap(({ args }) => args.map(givenFor)).filter((given) => given !== undefined);
    return [...new Map(givens)].map(([name, code]) => `const ${name} = ${code}`);
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

  /** What is one and the same in several places of the arguments, where that may matter: frozen objects, and streams. */
  #shared(): unknown[] {
    const args = this.#calls.flatMap(({ args }) => args);
    const items = args.flatMap((arg) => (Array.isArray(arg) ? arg.filter((item) => !Array.isArray(item)) : []));
    const all = [...args, ...items].filter(
      (value) => value !== null && ((typeof value === 'object' && Object.isFrozen(value)) || remembers(value)),
    );
    const seen = new Set<unknown>();
    const again = new Set(all.filter((value) => seen.has(value) || !seen.add(value)));
    return [...again].filter((value) => !this.#variables.has(value));
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
      (isSameList(call.args, first.args) || !call.args.some((arg) => this.#variables.has(arg))) &&
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

const isSameList = (a: readonly unknown[], b: readonly unknown[]): boolean => a.every((item, i) => item === b[i]);

/** Lines that are the same, or differ by an index that counts up, as in `query(queries[0], 10)`, as one loop. */
function loopOf(lines: readonly string[]): string | undefined {
  const [first = ''] = lines;
  const count = (from: number, body: string): string =>
    `for (let i = ${from}; i < ${from + lines.length}; i++) ${body}`;
  if (lines.every((line) => line === first)) return count(0, first);
  const [before, index, after] = first.split(/\[(\d+)\](.*)/s);
  const from = Number(index);
  const isCounted = lines.every((line, i) => line === `${before}[${from + i}]${after}`);
  return isCounted ? count(from, `${before}[i]${after}`) : undefined;
}
