import { SubjectError } from '../subject/subject.ts';
import { isSame } from '../values/same.ts';

type Fillable = Record<PropertyKey, unknown>;

/**
 * An argument as a call has left its copy: `sources` are its lists and objects, parents first, and `copies` what stands for each
 * inside the realm; `read` takes what is new out of it. A row that is changed shows even where the list holds another one now that is as the row was.
 */
export function readBack(
  sources: readonly object[],
  copies: readonly object[],
  read: (value: unknown) => unknown,
): unknown {
  const now = sources.map((source): Fillable => (Array.isArray(source) ? [] : {}) as Fillable);
  try {
    let child = 0;
    for (const [i, source] of sources.entries()) {
      const [before, copy, target] = [source as Fillable, copies[i] as Fillable, now[i] as Fillable]; // i is in range
      for (const key of new Set([...Object.keys(before), ...Object.keys(copy)])) {
        const [was, is] = [before[key], copy[key]];
        const hasCopy =
          Object.hasOwn(before, key) && sources[child + 1] === was && typeof was === 'object' && was !== null;
        if (hasCopy) child++;
        const isTheCopy = hasCopy && (is === copies[child] || isSame(read(is), was));
        if (isTheCopy) target[key] = now[child];
        else if (Object.hasOwn(copy, key)) target[key] = isSharedOf(was, is) ? was : read(is);
      }
      if (Array.isArray(target)) target.length = (copy as unknown as unknown[]).length;
    }
  } catch (error) {
    throw error instanceof SubjectError
      ? error
      : new SubjectError({ kind: 'not-plain', reason: 'an object that throws' });
  }
  return now[0];
}

/** Frozen objects in a list are shared between calls: they stay what they are. */
const isSharedOf = (was: unknown, is: unknown): boolean =>
  typeof was === 'object' && was !== null && Object.isFrozen(was) && typeof is === 'object' && is !== null;
