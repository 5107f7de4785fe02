import fc, { type Arbitrary } from 'fast-check';
import type { Law } from '../drill/law.ts';
import { broken, type Judgement } from '../subject/broken.ts';
import { failureOf, type Outcome, outcomeOf } from '../subject/outcome.ts';
import { describeFailure } from '../subject/subject.ts';
import { toCode } from '../values/code.ts';
import { deepFrozen } from '../values/freeze.ts';
import { firstDifference } from '../values/same.ts';

/** The laws below call one function of the reference with generated arguments. */
type Callable<Solution> = keyof Solution & string;

/** Calls a function by name: laws of hygiene treat every function alike. */
const callOf = <Solution>(solution: Solution, name: Callable<Solution>): ((...args: unknown[]) => unknown) =>
  solution[name] as (...args: unknown[]) => unknown; // every member of a solution is a function

/** "The inputs are never changed": they are compared after the call, here and after calls of other laws and of gates. */
export const unchanged = <Solution>(
  name: Callable<Solution>,
  names: readonly string[],
  args: Arbitrary<unknown[]>,
): Law<Solution> => ({
  name: `${name} never changes its inputs`,
  inputs: args,
  examples: [],
  runs: 100,
  stage: 'state',
  guards: { [name]: names },
  holds: (solution: Solution, input: unknown[]) => {
    failureOf(() => callOf(solution, name)(...input)); // what goes wrong on all inputs is no matter of this law
    return undefined;
  },
});

/** "The same inputs give the same answer": no clock, no chance, nothing kept from an earlier call. */
export const sameTwice = <Solution>(name: Callable<Solution>, args: Arbitrary<unknown[]>): Law<Solution> => ({
  name: `${name} gives the same answer when it is called again`,
  inputs: args,
  examples: [],
  runs: 100,
  stage: 'state',
  holds: (solution: Solution, input: unknown[]) => {
    const call = callOf(solution, name);
    const first = outcomeOf(() => call(...input));
    const second = outcomeOf(() => call(...input));
    return judgeAgain(second, first, 'second', 'as the first time');
  },
});

/** Two calls, the earlier of which must leave no trace in the answer of the later one. */
export type TwoCalls = readonly [earlier: readonly unknown[], later: readonly unknown[]];

/** The later of two calls has some arguments of its own and some of the earlier one, often all but one of either. */
const twoCalls = (args: Arbitrary<unknown[]>): Arbitrary<TwoCalls> =>
  fc
    .tuple(args, args, fc.oneof(fc.nat(15), fc.constantFrom(0b0001, 0b0010, 0b0100, 0b1110, 0b1101, 0b1011)))
    .map(([earlier, later, kept]) => [earlier, later.map((arg, i) => ((kept >> i) & 1 ? earlier[i] : arg))]);

/**
 * "An answer does not depend on earlier calls": it is held against that of the same call where nothing was called before.
 * An argument that both calls have is the same frozen object in both, so that what is kept for it is found again.
 */
export const independent = <Solution>(
  name: Callable<Solution>,
  args: Arbitrary<unknown[]>,
  examples: readonly TwoCalls[] = [],
): Law<Solution> => ({
  name: `${name} does not depend on earlier calls`,
  inputs: twoCalls(args),
  examples,
  runs: 150,
  stage: 'state',
  holds: (solution: Solution, input: TwoCalls, anew) => {
    const call = callOf(solution, name);
    const [earlier, later] = deepFrozen(input);
    return leavesNoTrace(
      anew,
      () => call(...later),
      () => {
        outcomeOf(() => call(...earlier));
        return call(...later);
      },
    );
  },
});

/** Judges that a call gives among others, made last there, what it gives where nothing else was called. */
export function leavesNoTrace(anew: () => void, alone: () => unknown, among: () => unknown): Judgement {
  anew();
  const expected = outcomeOf(alone);
  anew();
  return judgeAgain(outcomeOf(among), expected, 'last', 'as where it is the first call');
}

/** Holds what a call came to against what the same call came to another time; two errors are alike whatever they say. */
function judgeAgain(actual: Outcome, expected: Outcome, which: string, as: string): Judgement {
  if (actual.failure)
    return expected.failure
      ? undefined
      : broken(`the ${which} call`, describeFailure(actual.failure), `a result, ${as}`);
  if (expected.failure) return broken(`the ${which} call`, 'returned a result', `an error, ${as}`);
  const difference = firstDifference(actual.result, expected.result);
  if (!difference) return undefined;
  const { path, left, right } = difference;
  const answer = `the ${which} answer`;
  const at = path.startsWith('.') ? `${path.slice(1)} of ${answer}` : `${answer}${path}`;
  return broken(at, typeof left === 'string' ? toCode(left) : left, `${toCode(right, 200)}, ${as}`);
}
