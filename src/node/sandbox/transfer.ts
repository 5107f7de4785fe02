import { types } from 'node:util';
import { keepReader } from '../../judge/asItIsNow.ts';
import { SubjectError } from '../../judge/subject.ts';
import { keepOtherKeys } from '../../values/otherKeys.ts';
import { visible } from '../../values/visible.ts';
import type { Bridge, HostOutcome } from './inside/kit.ts';
import { readBack } from './readBack.ts';

/**
 * Builds a copy of an argument list inside a realm: plain arrays, objects and scalars, and functions that call ours. An
 * argument that is frozen here is frozen there, in all its parts. It is the same object there whenever it is given again,
 * as functions, what stands for a result that was kept, and frozen objects in a list are: `known` remembers them. `size`
 * counts the values. What is not frozen can be read again, as a call has left it.
 */
export function intoRealm(
  bridge: Bridge,
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

function insideOf(bridge: Bridge, arg: unknown, known: WeakMap<object, Inside>): Inside {
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
function callbackInto(bridge: Bridge, run: HostFunction): Inside {
  const host = (args: ArrayLike<unknown>): HostOutcome => {
    try {
      const value = run(...listOf(args, givenByAttempt));
      if (typeof value !== 'object' && typeof value !== 'function') return { ok: true, value };
      return { ok: false, message: 'the grader gave something that is no scalar' };
    } catch (error) {
      return { ok: false, message: error instanceof TypeError ? error.message : UNREADABLE };
    }
  };
  return { copy: bridge.callback(host), size: 1 };
}

const UNREADABLE = 'it was called with something it cannot read';

/** No row of a drill is longer. */
const LONGEST_GIVEN = 100_000;

/** The elements of a list of the realm, by index: its own methods would be handed functions of ours. */
export function listOf<Item>(list: ArrayLike<unknown>, read: (item: unknown) => Item): Item[] {
  const { length } = list;
  if (!(length <= LONGEST_GIVEN)) throw new TypeError(UNREADABLE);
  const copy: Item[] = [];
  for (let i = 0; i < length; i++) copy[i] = read(list[i]);
  return copy;
}

const givenByAttempt = (value: unknown): unknown => (isList(value) ? listOf(value, scalarOf) : scalarOf(value));

function scalarOf(value: unknown): unknown {
  if ((typeof value === 'object' && value !== null) || typeof value === 'function') throw new TypeError(UNREADABLE);
  return value;
}

/** Whether something is an array, typed or not; a Proxy of one is none. */
const isList = (value: unknown): value is ArrayLike<unknown> =>
  types.isTypedArray(value) || (Array.isArray(value) && !types.isProxy(value));

function copyIntoRealm(bridge: Bridge, arg: unknown, known: WeakMap<object, Inside>): Inside {
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

/** An array or an object, whose parts are set by index or name. */
type Fillable = Record<PropertyKey, unknown>;

function plainScalar(value: unknown): unknown {
  if (typeof value === 'function' || typeof value === 'symbol')
    throw new TypeError('only plain values can be given to an attempt');
  return value;
}

/** Why a value that an attempt returned is not plain data. */
const notPlain = (reason: string): SubjectError => new SubjectError({ kind: 'not-plain', reason });

/**
 * Copies a result out of a realm as plain arrays and objects. Of the attempt's code only getters run meanwhile: they get
 * nothing of ours, and what they throw is caught. Throws `SubjectError` for what is not data: a Proxy, a Promise, a cycle,
 * or more than `limit` values. Objects are read by `fields` only, where these are given.
 */
export function outOfRealm(bridge: Bridge, value: unknown, limit: number, fields?: readonly string[]): unknown {
  const reader = new Reader(bridge, limit, fields);
  try {
    return reader.read(value);
  } catch (error) {
    if (error instanceof SubjectError) throw error;
    throw notPlain('an object with a getter that throws');
  }
}

/** How many keys that are not asked for are remembered. */
const MOST_KEYS = 20;

class Reader {
  readonly #bridge: Bridge;
  readonly #limit: number;
  readonly #fields: readonly string[] | undefined;
  #size = 0;
  readonly #sources: Fillable[] = [];
  readonly #copies: Fillable[] = [];

  constructor(bridge: Bridge, limit: number, fields?: readonly string[]) {
    this.#bridge = bridge;
    this.#limit = limit;
    this.#fields = fields;
  }

  /** A part that two places hold is copied twice; one that holds itself runs into the limit. */
  read(value: unknown): unknown {
    const result = this.#copyOf(value);
    // A field may be there under nearly its name.
    if (this.#fields && typeof result === 'object' && result !== null && !Array.isArray(result))
      keepOtherKeys(
        result,
        Object.keys(value as object)
          .filter((key) => !this.#fields?.includes(key))
          .slice(0, MOST_KEYS),
      );
    for (let next = 0; next < this.#sources.length; next++) {
      this.#fill(this.#sources[next] as Fillable, this.#copies[next] as Fillable); // next is in range
    }
    return result;
  }

  #copyOf(source: unknown): unknown {
    this.#count(1);
    if (typeof source === 'symbol') throw notPlain('a symbol');
    if (typeof source === 'function') throw notPlain('a function');
    if (typeof source !== 'object' || source === null) return source;
    const copy = emptyCopy(source);
    this.#sources.push(source as Fillable);
    this.#copies.push(copy);
    return copy;
  }

  #count(values: number): void {
    this.#size += values;
    if (this.#size <= this.#limit) return;
    if (new Set(this.#sources).size < this.#sources.length / 2) throw notPlain('a value that contains itself');
    throw notPlain(`more than ${this.#limit.toLocaleString('en-US')} values, far more than the question asks for`);
  }

  #fill(source: Fillable, copy: Fillable): void {
    if (types.isTypedArray(source) || Array.isArray(source)) {
      const { length } = source;
      if (length > this.#limit) this.#count(length);
      for (let i = 0; i < length; i++) copy[i] = this.#copyOf(source[i]);
      return;
    }
    for (const key of this.#keys(source)) if (key !== '__proto__') put(copy, key, this.#copyOf(source[key]));
  }

  /** The fields asked for, where it has them; or own enumerable keys, and getters of its class. */
  #keys(source: object): readonly string[] {
    if (this.#fields) return this.#fields.filter((key) => key in source);
    const keys = Object.keys(source);
    for (let level = prototypeOf(source); level && level !== this.#bridge.objectPrototype; level = prototypeOf(level)) {
      if (types.isProxy(level)) break;
      for (const [key, { get }] of Object.entries(Object.getOwnPropertyDescriptors(level))) {
        if (get && !keys.includes(key)) keys.push(key);
      }
    }
    return keys;
  }
}

/** The prototype of an object that is not a Proxy; null for a Proxy, whose traps are not run. */
const prototypeOf = (value: object): object | null => (types.isProxy(value) ? null : Object.getPrototypeOf(value));

/** What every object inherits is frozen, so that a property of its name cannot be made by assigning to it. */
function put(copy: Fillable, key: string, value: unknown): void {
  if (key in copy) Object.defineProperty(copy, key, { value, writable: true, enumerable: true, configurable: true });
  else copy[key] = value;
}

function emptyCopy(source: object): Fillable {
  if (types.isProxy(source)) throw notPlain('a Proxy, where the question asks for plain data');
  if (types.isPromise(source)) throw notPlain('a Promise: return the answer itself, without async');
  if (types.isMap(source)) throw notPlain('a Map, where the question asks for arrays and plain objects');
  if (types.isSet(source)) throw notPlain('a Set, where the question asks for arrays and plain objects');
  if (types.isGeneratorObject(source)) throw notPlain('a generator: return an array');
  if (isIterator(source)) throw notPlain('an iterator: return an array');
  return (Array.isArray(source) || types.isTypedArray(source) ? [] : {}) as Fillable;
}

/** Whether a class made it to be walked over and not to be read, as `map.values()` is. */
function isIterator(source: object): boolean {
  for (let level = prototypeOf(source); level; level = prototypeOf(level))
    if (Object.hasOwn(level, 'next') && Symbol.iterator in source && !Object.hasOwn(source, 'next')) return true;
  return false;
}

/** What an attempt threw, read without running any of its code. */
export function readError(
  bridge: Bridge,
  error: unknown,
): { name: string; message: string; stack: string; isRangeError: boolean } {
  if (typeof error !== 'object' || error === null) {
    const text = typeof error === 'symbol' || typeof error === 'function' ? `a ${typeof error}` : String(error);
    return {
      name: 'a value that is not an Error',
      message: visible(text.slice(0, 200)),
      stack: '',
      isRangeError: false,
    };
  }
  let isRangeError = false;
  for (let level = prototypeOf(error); level; level = prototypeOf(level))
    if (level === bridge.rangeErrorPrototype) isRangeError = true;
  const name = textAt(error, 'name') ?? 'an object that is not an Error';
  return {
    name: visible(name.slice(0, 60)),
    message: visible((textAt(error, 'message') ?? '').replace(INSTRUMENT, 'the value').slice(0, 300)),
    stack: stackOf(bridge, error),
    isRangeError,
  };
}

/** What instrumented code is called by the engine: "$meter_0123456789abcdef.list(...) is not iterable". */
const INSTRUMENT = /\$meter_[0-9a-f]{16}\.\w+(\(\.\.\.\))?/g;

/** A text property found without running a getter. */
function textAt(error: object, key: string): string | undefined {
  for (let level: object | null = error; level; level = prototypeOf(level)) {
    if (types.isProxy(level)) return undefined;
    const descriptor = Object.getOwnPropertyDescriptor(level, key);
    if (descriptor) return typeof descriptor.value === 'string' ? descriptor.value : undefined;
  }
  return undefined;
}

/** The stack, which newer engines keep behind a getter of their own; it runs inside the realm. */
function stackOf(bridge: Bridge, error: object): string {
  if (types.isProxy(error)) return '';
  const descriptor = Object.getOwnPropertyDescriptor(error, 'stack');
  const value = descriptor?.get
    ? bridge.invoke(descriptor.get, error, bridge.newArray())
    : { ok: true, value: descriptor?.value };
  return value.ok && typeof value.value === 'string' ? value.value : '';
}
