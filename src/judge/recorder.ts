import type { Level } from '../drill/level.ts';
import type { Shape } from '../drill/shape.ts';
import { watchReading } from '../subject/asItIsNow.ts';
import { NotWritten, outcomeOf, WrongShape } from '../subject/outcome.ts';
import type { Subject, SubjectFunction } from '../subject/subject.ts';
import { ArgumentGuard } from './argumentGuard.ts';
import { type Call, linesOf } from './calls.ts';
import { callsToShow, relatedTo } from './shownCalls.ts';

/** For each function, the form of its result given the arguments. */
type Shapes = Readonly<Record<string, (args: never) => Shape>>;

/** What a level says of the results of its functions, whatever their names. */
interface Results {
  readonly returns: Shapes;
  readonly methods?: Readonly<
    Record<string, { readonly name: string; readonly asks?: readonly string[]; readonly returns: Shapes }>
  >;
  readonly kept?: Readonly<Record<string, string>>;
}

/** A subject whose calls are noted down and whose results are judged for their form, so that laws can read them without care. */
export interface Recorder {
  readonly solution: Readonly<Record<string, SubjectFunction>>;
  /** The calls since `clear`, as code: all, those of one object or stream, or those that it takes to see what the last one came to. */
  calls(which?: 'all' | 'related' | 'needed'): readonly string[];
  /** The last call since `clear`. */
  last(): Call | undefined;
  clear(): void;
  /** What became of the arguments of the calls that laws guard. */
  readonly guard: ArgumentGuard;
}

export function recordCalls<Solution>(subject: Subject, level: Level<Solution>): Recorder {
  const { returns, methods = {}, kept = {} } = level as Results; // the same tables, read by name
  let calls: Call[] = [];
  const asking = new Set(Object.values(methods).flatMap(({ asks = [] }) => asks));
  const asks = ({ name, holder, made }: Call): boolean => !made && (!holder || asking.has(name));
  const linesNow = (): (() => readonly string[]) => {
    const made = [...calls];
    return () => linesOf(callsToShow(made, subject, asks));
  };
  const guard = new ArgumentGuard(level.laws, linesNow);

  /** Calls one function and judges what it gives; `shapes` are those of the object it belongs to. */
  function call(name: string, args: unknown[], run: SubjectFunction | undefined, shapes: Shapes, holder?: object) {
    if (!run) throw new NotWritten(name);
    const noted: Call = { name, args, holder };
    calls.push(noted);
    noted.outcome = outcomeOf(() => run(...args));
    const { result, failure } = noted.outcome;
    if (failure) throw failure;
    guard.look(name, args);
    const judgement = shapes[name]?.(args as never)(result, 'the answer'); // the level's own types guarantee these arguments
    if (judgement) throw new WrongShape(judgement, result);
    watchReading(result, (now) => calls.push({ name, args: [], looksAt: noted, outcome: { result: now } }));
    return { noted, result };
  }

  const record =
    (name: string): SubjectFunction =>
    (...args) => {
      const { noted, result } = call(name, args, subject.functions[name], returns);
      const made = methods[name];
      noted.variable = kept[name] ?? made?.name;
      if (kept[name] !== undefined) noted.made = result as object; // a token made for this result
      if (!made) return result;
      const object: Record<string, SubjectFunction> = {};
      noted.made = object;
      for (const [method, run] of Object.entries(result as Record<string, SubjectFunction>)) {
        object[method] = (...values) => call(method, values, run, made.returns, object).result;
      }
      return object;
    };

  const names = new Set([...Object.keys(returns), ...level.functions, ...Object.keys(subject.functions)]);
  return {
    solution: Object.fromEntries([...names].map((name) => [name, record(name)])),
    calls: (which = 'needed') => {
      if (which === 'all') return linesOf(calls);
      const related = which === 'related' ? relatedTo(calls.at(-1), calls) : undefined;
      return linesOf(related ? calls.filter((call) => related.has(call)) : callsToShow(calls, subject, asks));
    },
    last: () => calls.at(-1),
    clear: () => {
      calls = [];
      guard.clear();
    },
    guard,
  };
}
