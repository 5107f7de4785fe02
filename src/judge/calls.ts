import { toCode } from '../values/code.ts';

/** A call is to be pasted: what is cut is of no use, and only megabytes are worse. */
const CODE_LIMIT = 20_000;

/** A call of a function of a subject, or of a function of an object that an earlier call gave. */
export interface Call {
  readonly name: string;
  readonly args: readonly unknown[];
  /** The object that the function belongs to. */
  readonly holder?: object | undefined;
  /** What it gave, where later calls work on that. */
  made?: object;
}

/** How many calls are written down; of more, those in the middle are left out. */
const MAX_LINES = 40;

/** The calls made on one input, to be shown as code. */
export class Calls {
  #calls: Call[] = [];
  readonly #variables = new Map<unknown, string>();

  clear(): void {
    this.#calls = [];
    this.#variables.clear();
  }

  add(call: Call): Call {
    this.#calls.push(call);
    return call;
  }

  /** Gives what a call has made the name of a variable; a second one of that name gets a number. */
  hold(call: Call, made: object, name: string): void {
    const alike = [...this.#variables.values()].filter((other) => other.replace(/\d+$/, '') === name).length;
    this.#variables.set(made, alike === 0 ? name : `${name}${alike + 1}`);
    call.made = made;
  }

  /** As code: the last call and what it builds on, or both of two calls that are compared. */
  lines(): readonly string[] {
    const lines = withLoops(this.#toShow().map((call) => this.#codeOf(call)));
    if (lines.length <= MAX_LINES) return lines;
    const half = MAX_LINES / 2;
    return [...lines.slice(0, half), `// ... ${lines.length - MAX_LINES} more calls ...`, ...lines.slice(-half)];
  }

  #toShow(): readonly Call[] {
    const last = this.#calls.at(-1);
    if (!last) return [];
    const needed = new Set(this.#usedBy(last));
    if (needed.size === 0) return this.#calls.length > 2 ? [last] : this.#calls;
    const shown: Call[] = [];
    for (const call of [...this.#calls].reverse()) {
      const used = this.#usedBy(call);
      if (!used.some((value) => needed.has(value)) && !needed.has(call.made)) continue;
      for (const value of used) needed.add(value);
      shown.push(call);
    }
    return shown.reverse();
  }

  #usedBy = ({ holder, args }: Call): unknown[] => [holder, ...args].filter((value) => this.#variables.has(value));

  #codeOf({ name, args, holder, made }: Call): string {
    const values = args.map((arg) => this.#variables.get(arg) ?? toCode(arg, CODE_LIMIT));
    const call = `${holder ? `${this.#variables.get(holder)}.` : ''}${name}(${values.join(', ')})`;
    return made ? `const ${this.#variables.get(made)} = ${call}` : call;
  }
}

/** Fewer lines than this are not made a loop. */
const LEAST_IN_LOOP = 4;

/** Lines that differ by an index that counts up, as in `query(queries[0], 10)`, become one loop. */
function withLoops(lines: readonly string[]): string[] {
  const parts = lines.map(partsOf);
  const shorter: string[] = [];
  for (let i = 0; i < lines.length; ) {
    const [first, ...rest] = parts.slice(i);
    let length = 1;
    for (const next of rest) {
      if (first?.index === undefined || next.index !== first.index + length) break;
      if (next.before !== first.before || next.after !== first.after) break;
      length++;
    }
    if (first && length >= LEAST_IN_LOOP) {
      const { before, index = 0, after } = first;
      shorter.push(`for (let i = ${index}; i < ${index + length}; i++) ${before}[i]${after}`);
    } else shorter.push(...lines.slice(i, i + length));
    i += length;
  }
  return shorter;
}

/** A line of code, taken apart at its first index. */
function partsOf(line: string): { readonly before: string; readonly index?: number; readonly after: string } {
  const [before = line, index, after = ''] = line.split(/\[(\d+)\](.*)/s);
  return index === undefined ? { before, after } : { before, index: Number(index), after };
}
