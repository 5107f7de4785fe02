import { exponential, logarithm, ofVariable, one, raised, type Sum, times } from './term.ts';

/** The variables of a drill: each with the other names it goes by, `n` for `nSamples`. */
export type Variables = Readonly<Record<string, readonly string[]>>;

/** What an expression says, or why it cannot be read. */
export type Parsed = { readonly ok: true; readonly sum: Sum } | { readonly ok: false; readonly reason: string };

/**
 * Reads a cost such as `n * k * d`, `O(n log n + k^2)` or `ndk`, in the variables given. Products may be written without a sign,
 * also of short names without spaces.
 */
export function parseComplexity(text: string, variables: Variables): Parsed {
  try {
    const reader = new Reader(tokensOf(text.replace(/^\s*(?:O|Θ|Theta|Ω)\s*(?=\()/, ''), variables));
    return { ok: true, sum: reader.whole() };
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, reason: error.message };
    throw error;
  }
}

class Unreadable extends Error {}

type Token =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'function'; readonly name: 'log' | 'sqrt' | 'max' }
  | { readonly kind: 'sign'; readonly sign: string };

function tokensOf(text: string, variables: Variables): Token[] {
  const tokens: Token[] = [];
  const pattern = /\s+|(\d+(?:\.\d+)?)|([A-Za-z_]\w*)|(\*\*|[-+*·×^(),²³])|(.)/gy;
  for (const [, number, word, sign, other] of text.matchAll(pattern)) {
    if (other !== undefined) throw new Unreadable(`"${other}" is not understood`);
    if (number !== undefined) tokens.push({ kind: 'number', value: Number(number) });
    if (word !== undefined) tokens.push(...wordsOf(word, variables));
    if (sign === '²' || sign === '³')
      tokens.push({ kind: 'sign', sign: '^' }, { kind: 'number', value: sign === '²' ? 2 : 3 });
    else if (sign !== undefined) tokens.push({ kind: 'sign', sign: SAME_SIGN[sign] ?? sign });
  }
  if (tokens.length === 0) throw new Unreadable('it is empty');
  return tokens;
}

const SAME_SIGN: Readonly<Record<string, string>> = { '**': '^', '·': '*', '×': '*' };
const FUNCTIONS: Readonly<Record<string, 'log' | 'sqrt' | 'max'>> = {
  log: 'log',
  log2: 'log',
  ln: 'log',
  lg: 'log',
  sqrt: 'sqrt',
  max: 'max',
};

/** A word is a function, a variable, or several of them without spaces: `ndk`, `nlogn`. */
function wordsOf(word: string, variables: Variables): Token[] {
  const whole = wordOf(word, variables);
  if (whole) return [whole];
  const parts: Token[] = [];
  let at = 0;
  while (at < word.length) {
    let end = word.length;
    while (end > at && !wordOf(word.slice(at, end), variables)) end--;
    const part = wordOf(word.slice(at, end), variables);
    if (!part) throw new Unreadable(`"${word}" is not one of its variables, which are ${namesOf(variables)}`);
    parts.push(part);
    at = end;
  }
  return parts;
}

function wordOf(word: string, variables: Variables): Token | undefined {
  const lower = word.toLowerCase();
  const name = Object.keys(variables).find((variable) =>
    [variable, ...(variables[variable] ?? [])].some((alias) => alias.toLowerCase() === lower),
  );
  if (name !== undefined) return { kind: 'variable', name };
  const known = FUNCTIONS[lower];
  return known ? { kind: 'function', name: known } : undefined;
}

const namesOf = (variables: Variables): string =>
  Object.entries(variables)
    .map(([name, aliases]) => (aliases.length > 0 ? `${name} (${aliases.join(', ')})` : name))
    .join(', ');

/** Recursive descent: sum, product, power, atom. */
class Reader {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  whole(): Sum {
    const sum = this.#sum();
    if (this.#at < this.#tokens.length) throw new Unreadable(`${this.#seen()} is not expected there`);
    return sum;
  }

  #sum(): Sum {
    let sum = this.#product();
    while (this.#takes('+') || this.#takes('-')) sum = [...sum, ...this.#product()];
    return sum;
  }

  #product(): Sum {
    let product = this.#power();
    while (this.#takes('*') || this.#begins()) product = times(product, this.#power());
    return product;
  }

  #power(): Sum {
    const token = this.#tokens[this.#at];
    const base = this.#atom();
    if (!this.#takes('^')) return base;
    if (token?.kind === 'number')
      return known(exponential(token.value, this.#atom()), 'only one variable may stand above a number, as in 2^depth');
    const exponent = this.#tokens[this.#at++];
    if (exponent?.kind !== 'number') throw new Unreadable('only a number may stand above a variable, as in n^2');
    return raised(base, exponent.value);
  }

  #atom(): Sum {
    const token = this.#tokens[this.#at++];
    switch (token?.kind) {
      case 'number':
        return one;
      case 'variable':
        return [ofVariable(token.name)];
      case 'function':
        return this.#applied(token.name);
      default:
        this.#at--;
        return this.#bracketed();
    }
  }

  #applied(name: 'log' | 'sqrt' | 'max'): Sum {
    if (name === 'max') return this.#bracketed();
    const squared = this.#takes('^') ? this.#tokens[this.#at++] : undefined; // log^2 n
    const inner = this.#atom();
    if (name === 'sqrt') return raised(inner, 0.5);
    const log = known(logarithm(inner), 'a logarithm of a logarithm is not understood');
    return squared?.kind === 'number' ? raised(log, squared.value) : log;
  }

  /** A sum in brackets; of several, as in max(n, k), all: the largest grows like their sum. */
  #bracketed(): Sum {
    if (!this.#takes('(')) throw new Unreadable(`${this.#seen()} is not expected there`);
    let sum = this.#sum();
    while (this.#takes(',')) sum = [...sum, ...this.#sum()];
    if (!this.#takes(')')) throw new Unreadable('a ")" is missing');
    return sum;
  }

  #takes(sign: string): boolean {
    const token = this.#tokens[this.#at];
    if (token?.kind !== 'sign' || token.sign !== sign) return false;
    this.#at++;
    return true;
  }

  #begins(): boolean {
    const token = this.#tokens[this.#at];
    return token !== undefined && (token.kind !== 'sign' || token.sign === '(');
  }

  #seen(): string {
    const token = this.#tokens[this.#at];
    if (!token) return 'the end';
    return `"${token.kind === 'sign' ? token.sign : token.kind === 'number' ? token.value : token.name}"`;
  }
}

function known(sum: Sum | undefined, reason: string): Sum {
  if (!sum) throw new Unreadable(reason);
  return sum;
}
