import type { Broken } from '../drill/law.ts';
import type { Shape } from '../drill/shape.ts';
import { toCode } from '../values/code.ts';
import { type Subject, SubjectError, type SubjectFunction } from './subject.ts';

/** A result that has not the form the question gives. */
export class WrongShape extends Error {
  readonly broken: Broken;

  constructor(broken: Broken) {
    super('wrong shape');
    this.broken = broken;
  }
}

/** Called although the attempt has no such function. */
export class NotWritten extends Error {
  readonly functionName: string;

  constructor(functionName: string) {
    super(`${functionName} is not written yet`);
    this.functionName = functionName;
  }
}

/** For each function, the form of its result given the arguments. */
export type Returns = Readonly<Record<string, (args: never) => Shape>>;

/** A subject whose calls are noted down and whose results are judged for their form, so that laws can read them without care. */
export interface Recorder {
  readonly solution: Readonly<Record<string, SubjectFunction>>;
  /** The calls since the last `clear`, as code. */
  calls(): readonly string[];
  clear(): void;
}

export function recordCalls(subject: Subject, returns: Returns): Recorder {
  let calls: { name: string; args: unknown[] }[] = [];
  const record =
    (name: string): SubjectFunction =>
    (...args) => {
      calls.push({ name, args });
      const run = subject.functions[name];
      if (!run) throw new NotWritten(name);
      const result = run(...args);
      const judgement = returns[name]?.(args as never)(result, 'the answer'); // the level's own types guarantee these arguments
      if (judgement) throw new WrongShape(judgement);
      return result;
    };
  const names = new Set([...Object.keys(returns), ...Object.keys(subject.functions)]);
  return {
    solution: Object.fromEntries([...names].map((name) => [name, record(name)])),
    calls: () => calls.map(({ name, args }) => `${name}(${args.map((arg) => toCode(arg)).join(', ')})`),
    clear: () => {
      calls = [];
    },
  };
}

/** What an attempt did instead of giving a result, for laws about errors: `failureOf(() => kNearest(X, query, 0))`. */
export function failureOf(call: () => unknown): SubjectError | undefined {
  try {
    call();
    return undefined;
  } catch (error) {
    if (error instanceof SubjectError) return error;
    if (error instanceof WrongShape) return undefined; // it gave a result, of whatever form
    throw error;
  }
}
