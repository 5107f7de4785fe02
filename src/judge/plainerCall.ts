import type { Broken } from '../subject/broken.ts';
import { outcomeOf } from '../subject/outcome.ts';
import type { SubjectFunction } from '../subject/subject.ts';
import type { Call } from './calls.ts';
import { firstOther } from './gateAnswers.ts';

/** Lists of fewer elements are short enough as they are. */
const LONG = 20;

interface Functions {
  readonly [name: string]: SubjectFunction;
}

/**
 * The call of a function on lists that follow a rule, as long as it takes for its answer to be another than the reference's: then
 * a line shows what takes thousands of numbers otherwise. The last call that is made is the one. Undefined where it gives what the
 * reference gives on such lists.
 */
export function plainerCall(call: Call, solution: Functions, reference: Functions): Broken | undefined {
  const { name, args, holder } = call;
  const length = Math.max(0, ...args.map((arg) => (Array.isArray(arg) ? arg.length : 0)));
  const ask = reference[name];
  if (holder || !ask || length < LONG) return undefined;
  const differenceAt = (n: number): Broken | undefined => {
    const ruled = args.map((arg) => (Array.isArray(arg) && arg.length === length ? listOf(n, arg[0]) : arg));
    const expected = outcomeOf(() => ask(...ruled));
    if (expected.failure) return undefined; // not what may be asked
    const actual = outcomeOf(() => solution[name]?.(...ruled));
    return actual.failure ? undefined : firstOther([actual.result], [expected.result])?.judgement;
  };
  if (!differenceAt(length)) return undefined;
  let [same, other] = [0, length];
  while (other - same > 1) {
    const middle = Math.floor((same + other) / 2);
    if (differenceAt(middle)) other = middle;
    else same = middle;
  }
  return differenceAt(other);
}

/** Numbers that count up, or rows of them. */
const listOf = (n: number, like: unknown): unknown[] =>
  Array.from({ length: n }, (_, i) => (Array.isArray(like) ? like.map(() => i) : i));
