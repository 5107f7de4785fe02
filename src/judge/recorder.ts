import type { Broken } from '../drill/law.ts';
import type { Level } from '../drill/level.ts';
import type { Shape } from '../drill/shape.ts';
import { ArgumentGuard } from './argumentGuard.ts';
import { Calls } from './calls.ts';
import { type Subject, SubjectError, type SubjectFunction } from './subject.ts';

/** A result that has not the form the question gives. */
export class WrongShape extends Error {
  readonly broken: Broken;
  readonly result: unknown;

  constructor(broken: Broken, result: unknown) {
    super('wrong shape');
    this.broken = broken;
    this.result = result;
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
type Shapes = Readonly<Record<string, (args: never) => Shape>>;

/** What a level says of the results of its functions, whatever their names. */
interface Results {
  readonly returns: Shapes;
  readonly methods?: Readonly<Record<string, { readonly name: string; readonly returns: Shapes }>>;
  readonly kept?: Readonly<Record<string, string>>;
}

/** A subject whose calls are noted down and whose results are judged for their form, so that laws can read them without care. */
export interface Recorder {
  readonly solution: Readonly<Record<string, SubjectFunction>>;
  /** What the last call since `clear` was, as code, with the calls that it builds on. */
  calls(): readonly string[];
  clear(): void;
  /** What became of the arguments of the calls that laws guard. */
  readonly guard: ArgumentGuard;
}

export function recordCalls<Solution>(subject: Subject, level: Level<Solution>): Recorder {
  const { returns, methods = {}, kept = {} } = level as Results; // the same tables, read by name
  const calls = new Calls();
  const guard = new ArgumentGuard(level.laws, () => calls.lines());

  /** Calls one function and judges what it gives; `shapes` are those of the object it belongs to. */
  function call(name: string, args: unknown[], run: SubjectFunction | undefined, shapes: Shapes, holder?: object) {
    const noted = calls.add({ name, args, holder });
    if (!run) throw new NotWritten(name);
    const result = run(...args);
    guard.look(name, args);
    const judgement = shapes[name]?.(args as never)(result, 'the answer'); // the level's own types guarantee these arguments
    if (judgement) throw new WrongShape(judgement, result);
    return { noted, result };
  }

  const record =
    (name: string): SubjectFunction =>
    (...args) => {
      const { noted, result } = call(name, args, subject.functions[name], returns);
      const variable = kept[name];
      if (variable !== undefined) calls.hold(noted, result as object, variable); // a token made for this result
      const made = methods[name];
      if (!made) return result;
      const object: Record<string, SubjectFunction> = {};
      calls.hold(noted, object, made.name);
      for (const [method, run] of Object.entries(result as Record<string, SubjectFunction>)) {
        object[method] = (...values) => call(method, values, run, made.returns, object).result;
      }
      return object;
    };

  const names = new Set([...Object.keys(returns), ...level.functions, ...Object.keys(subject.functions)]);
  return {
    solution: Object.fromEntries([...names].map((name) => [name, record(name)])),
    calls: () => calls.lines(),
    clear: () => {
      calls.clear();
      guard.clear();
    },
    guard,
  };
}

/** What a call came to: a result, of whatever form, or what the attempt did instead of giving one. */
export interface Outcome {
  readonly result?: unknown;
  readonly failure?: SubjectError;
}

export function outcomeOf(call: () => unknown): Outcome {
  try {
    return { result: call() };
  } catch (error) {
    if (error instanceof SubjectError) return { failure: error };
    if (error instanceof WrongShape) return { result: error.result };
    throw error;
  }
}

/** What an attempt did instead of giving a result, for laws about errors: `failureOf(() => kNearest(X, query, 0))`. */
export const failureOf = (call: () => unknown): SubjectError | undefined => outcomeOf(call).failure;
