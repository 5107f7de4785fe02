import type { Form, Forms } from '../drill/form.ts';
import { keepReader } from '../subject/asItIsNow.ts';
import { type Subject, SubjectError, type SubjectFunction } from '../subject/subject.ts';

/**
 * Functions of this very program as a subject: trusted, not counted and not contained.
 * For references and for trying a law out; attempts go through the sandbox.
 */
export function plainSubject(module: object, forms: Forms = {}): Subject {
  const functions = Object.entries(module).filter(
    (entry): entry is [string, SubjectFunction] => typeof entry[1] === 'function',
  );
  return {
    functions: Object.fromEntries(functions.map(([name, run]) => [name, guarded(run, forms[name])])),
    meter: { start: () => {}, total: () => ({ steps: 0, allocation: 0 }), sites: () => [] },
    takePrinted: () => [],
  };
}

const guarded =
  (run: SubjectFunction, form: Form = { kind: 'plain' }): SubjectFunction =>
  (...args) => {
    try {
      return inForm(run(...args.map(given)), form);
    } catch (error) {
      if (error instanceof RangeError && /call stack/.test(error.message))
        throw new SubjectError({ kind: 'stack-overflow' });
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      throw new SubjectError({ kind: 'threw', name, message, isRangeError: error instanceof RangeError });
    }
  };

/** What is given for an argument: what stands behind a token, or a copy, which can be read again. */
function given(arg: unknown): unknown {
  const kept = keptBy.get(arg as object);
  if (kept) return kept;
  const copy = structuredCopy(arg);
  if (copy !== arg) keepReader(arg, () => copy);
  return copy;
}

/** What stands behind the tokens of results that are kept. */
const keptBy = new WeakMap<object, object>();

function inForm(result: unknown, form: Form): unknown {
  if (form.kind === 'plain') {
    const copy = plain(result);
    keepReader(copy, () => plain(result));
    return copy;
  }
  if (form.kind === 'kept') {
    const token = {};
    keptBy.set(token, result as object); // references keep objects
    return token;
  }
  const made = result as Record<string, SubjectFunction>; // a reference gives what its type says
  return Object.fromEntries(
    Object.keys(form.methods).map((name) => [name, guarded((...args) => made[name]?.(...args))]),
  );
}

/** Typed arrays become arrays, at any depth of a small result. */
function plain(value: unknown): unknown {
  if (ArrayBuffer.isView(value) && !(value instanceof DataView))
    return Array.from(value as unknown as ArrayLike<number>); // a typed array
  if (Array.isArray(value)) return value.map(plain);
  return value;
}

/** Arguments are copied, so that a subject that changes them cannot disturb the law. Deep trees are handed over as they are. */
function structuredCopy(value: unknown): unknown {
  if (Object.isFrozen(value)) return value;
  try {
    return structuredClone(value);
  } catch {
    return value;
  }
}
