/** How a product grows: for each variable its power, the power of its logarithm, and the base-2 logarithm of what is raised to it. */
export interface Growing {
  readonly power: number;
  readonly logs: number;
  readonly exponential: number;
}

/** A product of powers, logarithms and exponentials of variables, without its constant. */
export type Term = ReadonlyMap<string, Growing>;

/** A sum of terms. */
export type Sum = readonly Term[];

const FLAT: Growing = { power: 0, logs: 0, exponential: 0 };

export const growingIn = (term: Term, variable: string): Growing => term.get(variable) ?? FLAT;

export const ofVariable = (variable: string): Term => new Map([[variable, { ...FLAT, power: 1 }]]);

export const one: Sum = [new Map()];

/** The product of two sums, multiplied out. */
export const times = (a: Sum, b: Sum): Sum => a.flatMap((left) => b.map((right) => combined(left, right, 1)));

/** A sum without dominated terms, raised to a power that is not negative. */
export function raised(sum: Sum, exponent: number): Sum {
  // (a + b)^p grows like a^p + b^p.
  return sum.map((term) => combined(new Map(), term, exponent));
}

/** The logarithm of a sum grows like the sum of the logarithms of its variables; undefined for a logarithm of a logarithm. */
export function logarithm(sum: Sum): Sum | undefined {
  const terms: Term[] = [];
  for (const term of sum) {
    for (const [variable, { power, logs, exponential }] of term) {
      if (exponential > 0) terms.push(ofVariable(variable));
      else if (power > 0) terms.push(new Map([[variable, { ...FLAT, logs: 1 }]]));
      else if (logs > 0) return undefined;
    }
  }
  return terms.length === 0 ? one : terms;
}

/** A number greater than 1 raised to a product of variables: only of one variable, as in 2^depth. */
export function exponential(base: number, exponent: Sum): Sum | undefined {
  const [term, ...others] = exponent;
  if (!term || others.length > 0 || term.size !== 1) return undefined;
  const [[variable, { power, logs, exponential: inner }]] = [...term] as [[string, Growing]]; // its size is 1
  if (power !== 1 || logs !== 0 || inner !== 0) return undefined;
  return [new Map([[variable, { ...FLAT, exponential: Math.log2(base) }]])];
}

function combined(left: Term, right: Term, factor: number): Term {
  const result = new Map(left);
  for (const [variable, growing] of right) {
    const { power, logs, exponential } = growingIn(left, variable);
    result.set(variable, {
      power: power + factor * growing.power,
      logs: logs + factor * growing.logs,
      exponential: exponential + factor * growing.exponential,
    });
  }
  return result;
}
