import { keepReader } from '../subject/asItIsNow.ts';
import { type Crossing, type Fillable, listOf, UNREADABLE } from './crossing.ts';
import type { HostOutcome } from './inside/kit.ts';
import type { Kinds } from './machine.ts';
import { outOfRealm } from './outOfRealm.ts';
import { readBack } from './readBack.ts';

/**
 * Builds a copy of an argument list inside a realm: plain arrays, objects and scalars, and functions that call ours. An
 * argument that is frozen here is frozen there, in all its parts. It is the same object there whenever it is given again,
 * as functions, what stands for a result that was kept, and frozen objects in a list are: `known` remembers them. `size`
 * counts the values. What is not frozen can be read again, as a call has left it.
 */
export function intoRealm(
  bridge: Crossing,
  args: readonly unknown[],
  known: WeakMap<object, Inside>,
): { value: unknown; size: number } {
  const list = bridge.newArray();
  let size = 1;
  args.forEach((arg, i) => {
    const inside = insideOf(bridge, arg, known);
    list[i] = inside.copy;
    size += inside.size;
  });
  return { value: list, size };
}

/** What stands for an argument inside the realm, and how many values it has. */
export interface Inside {
  readonly copy: unknown;
  readonly size: number;
}

function insideOf(bridge: Crossing, arg: unknown, known: WeakMap<object, Inside>): Inside {
  const isObject = (typeof arg === 'object' && arg !== null) || typeof arg === 'function';
  const inside = isObject ? known.get(arg) : undefined;
  if (inside) return inside;
  const made =
    typeof arg === 'function' ? callbackInto(bridge, arg as HostFunction) : copyIntoRealm(bridge, arg, known);
  if (typeof arg === 'function' || (isObject && Object.isFrozen(arg))) known.set(arg as object, made); // an object, or a function
  return made;
}

type HostFunction = (...args: unknown[]) => unknown;

/** A function of ours that an attempt may call: it sees copies of scalars and of lists of them, and gives back a scalar. */
function callbackInto(bridge: Crossing, run: HostFunction): Inside {
  const host = (args: ArrayLike<unknown>): HostOutcome => {
    try {
      const value = run(...listOf(args, givenByAttempt(bridge.kinds)));
      if (typeof value !== 'object' && typeof value !== 'function') return { ok: true, value };
      return { ok: false, message: 'the grader gave something that is no scalar' };
    } catch (error) {
      return { ok: false, message: error instanceof TypeError ? error.message : UNREADABLE };
    }
  };
  return { copy: bridge.callback(host), size: 1 };
}

const givenByAttempt =
  (kinds: Kinds) =>
  (value: unknown): unknown =>
    isList(kinds, value) ? listOf(value, scalarOf) : scalarOf(value);

function scalarOf(value: unknown): unknown {
  if ((typeof value === 'object' && value !== null) || typeof value === 'function') throw new TypeError(UNREADABLE);
  return value;
}

/** Whether something is an array, typed or not; a Proxy of one is none. */
const isList = ({ isTypedArray, isProxy }: Kinds, value: unknown): value is ArrayLike<unknown> =>
  isTypedArray(value) || (Array.isArray(value) && !isProxy(value));

function copyIntoRealm(bridge: Crossing, arg: unknown, known: WeakMap<object, Inside>): Inside {
  // What is still to be copied and where to: a list instead of recursion, for trees may be deep.
  const sources: object[] = [];
  const copies: Fillable[] = [];
  let size = 0;
  const copyOf = (source: unknown): unknown => {
    size++;
    if (typeof source !== 'object' || source === null) return plainScalar(source);
    const copy = (Array.isArray(source) ? bridge.newArray() : bridge.newObject()) as Fillable;
    sources.push(source);
    copies.push(copy);
    return copy;
  };
  const elementOf = (element: unknown): unknown => {
    const isShared = typeof element === 'object' && !Array.isArray(element) && Object.isFrozen(element);
    if (!isShared || element === null) return copyOf(element);
    const inside = insideOf(bridge, element, known);
    size += inside.size;
    return inside.copy;
  };
  const copy = copyOf(arg);
  for (let next = 0; next < sources.length; next++) {
    const source = sources[next] as Fillable; // next is in range, here and below
    const target = copies[next] as Fillable;
    if (source === arg && Array.isArray(source))
      for (let i = 0; i < source.length; i++) target[i] = elementOf(source[i]);
    else if (Array.isArray(source)) for (let i = 0; i < source.length; i++) target[i] = copyOf(source[i]);
    else for (const key of Object.keys(source)) target[key] = copyOf(source[key]);
  }
  if (typeof arg === 'object' && Object.isFrozen(arg)) {
    sources.forEach((source, i) => {
      if (Object.isFrozen(source)) Object.freeze(copies[i]);
    });
  } else if (sources.length > 0) {
    const read = (value: unknown): unknown => outOfRealm(bridge, value, READ_BACK + 2 * size);
    keepReader(arg, () => readBack(sources, copies, read));
  }
  return { copy, size };
}

/** How many values may be put into an argument before they are no longer read. */
const READ_BACK = 20_000;

function plainScalar(value: unknown): unknown {
  if (typeof value === 'function' || typeof value === 'symbol')
    throw new TypeError('only plain values can be given to an attempt');
  return value;
}
