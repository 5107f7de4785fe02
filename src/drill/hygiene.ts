import type { Arbitrary } from 'fast-check';
import { failureOf } from '../judge/recorder.ts';
import { toCode } from '../values/code.ts';
import { firstDifference } from '../values/same.ts';
import { broken, type Law } from './law.ts';

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
  holds: (solution: Solution, input: unknown[]) => {
    const call = callOf(solution, name);
    const difference = firstDifference(call(...input), call(...input));
    if (!difference) return undefined;
    const at = difference.path.replace(/^\./, '') || 'the answer';
    return broken(
      at,
      `${toCode(difference.left)} the first time and ${toCode(difference.right)} the second`,
      'the same answer to the same call',
    );
  },
});
