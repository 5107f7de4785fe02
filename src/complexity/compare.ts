import { type Growing, growingIn, type Sum, type Term } from './term.ts';

/** That one variable never exceeds another: `['nClusters', 'nSamples']`. */
export type AtMost = readonly (readonly [string, string])[];

/** Where two costs part: when these variables grow together and the others stay. */
export interface Difference {
  readonly variables: readonly string[];
  readonly relation: 'faster' | 'slower';
}

/**
 * Whether two sums grow alike up to a constant, whatever the variables do within their bounds. It is enough to look at some
 * variables growing together while the others stay, since logarithms of products add up.
 */
export function differenceBetween(
  claim: Sum,
  right: Sum,
  variables: readonly string[],
  atMost: AtMost = [],
): Difference | undefined {
  for (const growing of directions(variables, atMost)) {
    const order = compared(fastest(claim, growing), fastest(right, growing));
    if (order === 0) continue;
    // One of them may grow only because another must grow with it.
    const named = growing.filter((variable) => [...claim, ...right].some((term) => term.has(variable)));
    return { variables: named, relation: order > 0 ? 'faster' : 'slower' };
  }
  return undefined;
}

/** Sets of variables that can grow while the others stay, the smallest first. */
function directions(variables: readonly string[], atMost: AtMost): string[][] {
  const all = Array.from({ length: 2 ** variables.length - 1 }, (_, i) =>
    variables.filter((_variable, bit) => ((i + 1) >> bit) & 1),
  );
  return all
    .filter((growing) => atMost.every(([small, large]) => !growing.includes(small) || growing.includes(large)))
    .sort((a, b) => a.length - b.length);
}

/** How the sum grows when these variables do. */
const fastest = (sum: Sum, variables: readonly string[]): Growing =>
  sum.map((term) => along(term, variables)).reduce((a, b) => (compared(a, b) >= 0 ? a : b));

/** How a term grows when these variables grow alike. */
function along(term: Term, variables: readonly string[]): Growing {
  const parts = variables.map((variable) => growingIn(term, variable));
  const total = (key: keyof Growing) => parts.reduce((sum, part) => sum + part[key], 0);
  return { power: total('power'), logs: total('logs'), exponential: total('exponential') };
}

function compared(a: Growing, b: Growing): number {
  for (const key of ['exponential', 'power', 'logs'] as const) {
    if (Math.abs(a[key] - b[key]) > 1e-9) return a[key] - b[key];
  }
  return 0;
}

/** The exponent that counted steps would show at some size if the sum were right: n log n shows 1.13 near n = 2000. */
export function exponentAt(sum: Sum, variable: string, size: number): number {
  const { power, logs, exponential } = fastest(sum, [variable]);
  return power + logs / Math.log(size) + exponential * Math.LN2 * size;
}

/** The terms that matter, each written once: what is left of `n + n k` is `n k`. */
export function withoutDominated(sum: Sum, variables: readonly string[], atMost: AtMost = []): Sum {
  const ways = directions(variables, atMost);
  const isBelow = (a: Term, b: Term) => ways.every((growing) => compared(along(a, growing), along(b, growing)) <= 0);
  return sum.filter(
    (term, i) => !sum.some((other, j) => i !== j && isBelow(term, other) && (!isBelow(other, term) || j < i)),
  );
}
