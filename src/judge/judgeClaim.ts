import { differenceBetween, exponentAt, withoutDominated } from '../complexity/compare.ts';
import { parseComplexity } from '../complexity/parse.ts';
import type { Sum } from '../complexity/term.ts';
import { complexityText } from '../complexity/text.ts';
import type { Costs } from '../drill/costs.ts';
import type { GrowthVerdict } from './verdict.ts';

/** What came of one cost that an attempt says it has. */
export interface ClaimVerdict {
  /** The function it is about. */
  readonly function: string;
  readonly of: 'time' | 'memory';
  /** As it was said; null when nothing was. */
  readonly claim: string | null;
  /** What is right: the model solution's. */
  readonly right: string;
  readonly verdict: 'right' | 'wrong' | 'unreadable' | 'not-said';
  /** What is wrong with it and why, in a sentence; absent where nothing is. */
  readonly message?: string;
  /** Where the steps that were counted on this very code contradict it, each in a sentence. */
  readonly counted: readonly string[];
  /** Whether steps that were counted on this very code were held against it; nothing is counted of memory. */
  readonly isMeasured: boolean;
}

/** Exponents that are nearer than this are one: a logarithm adds 0.13 to what is measured. */
const NEAR = 0.3;

/** Holds what an attempt says of one function against what is right, and against what was counted. */
export function judgeClaim<Solution>(
  { variables, atMost, of }: Costs<Solution>,
  name: keyof Solution & string,
  kind: 'time' | 'memory',
  claim: string | undefined,
  growth: readonly GrowthVerdict[],
): ClaimVerdict | undefined {
  const cost = of[name];
  if (!cost) return undefined;
  const names = Object.keys(variables);
  const rights = cost[kind].map((text) => {
    const parsed = parseComplexity(text, variables);
    if (!parsed.ok) throw new Error(`the cost ${text} of ${name}: ${parsed.reason}`);
    return withoutDominated(parsed.sum, names, atMost);
  });
  const [main] = rights;
  if (!main) throw new Error(`${name} says nothing of its ${kind}`);
  const common = {
    function: name,
    of: kind,
    claim: claim ?? null,
    right: complexityText(main),
    counted: [],
    isMeasured: false,
  };
  if (claim === undefined) return { ...common, verdict: 'not-said' };
  const parsed = parseComplexity(claim, variables);
  if (!parsed.ok) return { ...common, verdict: 'unreadable', message: `"${claim}" cannot be read: ${parsed.reason}` };
  const measured = kind === 'time' ? growth.filter((gate) => isTelling(main, gate)) : [];
  const counted = contradictions(claim, parsed.sum, measured);
  const isMeasured = measured.length > 0;
  const isRight = rights.some((right) => !differenceBetween(parsed.sum, right, names, atMost));
  if (isRight) return { ...common, verdict: 'right', counted, isMeasured };
  const difference = differenceBetween(parsed.sum, main, names, atMost);
  const along = difference?.variables.join(' and ') ?? '';
  const message = `it is ${complexityText(main)}: ${cost.because}. What you said grows ${difference?.relation} with ${along}`;
  return { ...common, verdict: 'wrong', message, counted, isMeasured };
}

/** Whether a gate speaks: the model solution's counts on it grow as is right; some inputs are kinder than the worst. */
const isTelling = (right: Sum, { measure, exponents, variable, size }: GrowthVerdict): boolean =>
  measure === 'steps' &&
  exponents !== undefined &&
  Math.abs(exponents.reference - exponentAt(right, variable, size)) <= NEAR;

/** The gates whose counts grow otherwise than was said. */
function contradictions(claim: string, said: Sum, growth: readonly GrowthVerdict[]): string[] {
  return growth.flatMap(({ exponents, variable, size, on, steepestLine }) => {
    if (!exponents || Math.abs(exponents.attempt - exponentAt(said, variable, size)) <= NEAR) return [];
    const because = steepestLine === undefined ? '' : `, most of all at line ${steepestLine}`;
    return [
      `you said ${claim}; the steps counted grow like ${variable}^${exponents.attempt.toFixed(2)} on ${on}${because}`,
    ];
  });
}
