import type { Judge } from '../drill/growth.ts';
import { type Broken, broken } from '../subject/broken.ts';
import type { SubjectFunction } from '../subject/subject.ts';
import { isClose } from '../values/close.ts';
import { toCode } from '../values/code.ts';
import { firstDifference } from '../values/same.ts';

/** Thrown once as many answers are noted as are wanted. */
export class Enough extends Error {}

/** Functions whose answers are noted down in the order of the calls, those of objects that they give too; ends with `Enough` after `most`. */
export function noting<Solution>(solution: Solution, noted: unknown[], most = Infinity): Solution {
  const wrapped =
    (run: SubjectFunction): SubjectFunction =>
    (...args) => {
      const result = run(...args);
      if (isObjectOfFunctions(result)) return noting(result, noted, most);
      noted.push(result);
      if (noted.length >= most) throw new Enough();
      return result;
    };
  const entries = Object.entries(solution as Readonly<Record<string, SubjectFunction>>); // a solution holds functions
  return Object.fromEntries(entries.map(([name, run]) => [name, wrapped(run)])) as Solution;
}

function isObjectOfFunctions(value: unknown): value is Readonly<Record<string, SubjectFunction>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const parts = Object.values(value);
  return parts.length > 0 && parts.every((part) => typeof part === 'function');
}

/** A call, by its place among those of a run, whose answer is another than the reference's, and where it is. */
export interface FirstOther {
  readonly call: number;
  readonly judgement: Broken;
}

/** The first call whose answer is not the reference's up to rounding, and where; fields that the reference's has not are free. */
export function firstOther(answers: readonly unknown[], expected: readonly unknown[]): FirstOther | undefined {
  for (const [call, right] of expected.entries()) {
    const found = firstDifference(answers[call], right, isNear);
    if (!found) continue;
    const isField = found.path.startsWith('.') && !Array.isArray(right);
    const at = isField ? found.path.slice(1) : `the answer${found.path}`;
    return { call, judgement: broken(at, found.left, found.right) };
  }
  return undefined;
}

/** Equal up to rounding, which is measured by the largest number of the list that a number stands in. */
function isNear(actual: unknown, expected: unknown, list: unknown): boolean {
  if (typeof actual !== 'number' || typeof expected !== 'number') return false;
  return isClose(actual, expected) || (Array.isArray(list) && isClose(actual, expected, largestOf(list)));
}

const largest = new WeakMap<object, number>();

function largestOf(list: readonly unknown[]): number {
  const known = largest.get(list);
  if (known !== undefined) return known;
  const found = list.reduce<number>((most, value) => Math.max(most, Math.abs(Number(value)) || 0), 0);
  largest.set(list, found);
  return found;
}

/** Calls of a gate that give something else than the reference, or nothing, and which of their answers is the first that is other. */
export interface OtherAnswers {
  /** Makes the calls. */
  readonly run: (solution: unknown) => unknown;
  /** What came when they were counted. Whatever `judge` calls is noted here too. */
  readonly answers: unknown[];
  /** Judges by calls made anew, where other answers than the reference's may be right. */
  readonly judge?: Judge;
  /** Absent where the calls end in an error before that. */
  readonly first?: FirstOther;
}

/** The first of the answers that were counted that calls made anew have not given, in the order of the calls. */
export function notGivenAgain(counted: readonly unknown[], anew: readonly unknown[]): Broken | undefined {
  let next = 0;
  for (const answer of counted) {
    const found = anew.findIndex((again, i) => i >= next && !firstDifference(again, answer, isNear));
    if (found < 0) {
      const other = firstOther(anew.slice(next, next + 1), [answer])?.judgement;
      return other && broken(other.at, other.actual, `${toCode(other.expected, 200)}, as when it was called before`);
    }
    next = found + 1;
  }
  return undefined;
}
