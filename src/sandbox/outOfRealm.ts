import { SubjectError } from '../subject/subject.ts';
import { keepOtherKeys } from '../values/otherKeys.ts';
import { type Crossing, type Fillable, prototypeOf } from './crossing.ts';
import type { Kinds } from './machine.ts';

/** Why a value that an attempt returned is not plain data. */
const notPlain = (reason: string): SubjectError => new SubjectError({ kind: 'not-plain', reason });

/**
 * Copies a result out of a realm as plain arrays and objects. Of the attempt's code only getters run meanwhile: they get
 * nothing of ours, and what they throw is caught. Throws `SubjectError` for what is not data: a Proxy, a Promise, a cycle,
 * or more than `limit` values. Objects are read by `fields` only, where these are given.
 */
export function outOfRealm(bridge: Crossing, value: unknown, limit: number, fields?: readonly string[]): unknown {
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
  readonly #bridge: Crossing;
  readonly #limit: number;
  readonly #fields: readonly string[] | undefined;
  #size = 0;
  readonly #sources: Fillable[] = [];
  readonly #copies: Fillable[] = [];

  constructor(bridge: Crossing, limit: number, fields?: readonly string[]) {
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
    const copy = emptyCopy(this.#bridge.kinds, source);
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
    if (this.#bridge.kinds.isTypedArray(source) || Array.isArray(source)) {
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
    const { kinds, objectPrototype } = this.#bridge;
    const keys = Object.keys(source);
    for (
      let level = prototypeOf(kinds, source);
      level && level !== objectPrototype;
      level = prototypeOf(kinds, level)
    ) {
      if (kinds.isProxy(level)) break;
      for (const [key, { get }] of Object.entries(Object.getOwnPropertyDescriptors(level))) {
        if (get && !keys.includes(key)) keys.push(key);
      }
    }
    return keys;
  }
}

/** What every object inherits is frozen, so that a property of its name cannot be made by assigning to it. */
function put(copy: Fillable, key: string, value: unknown): void {
  if (key in copy) Object.defineProperty(copy, key, { value, writable: true, enumerable: true, configurable: true });
  else copy[key] = value;
}

function emptyCopy(kinds: Kinds, source: object): Fillable {
  if (kinds.isProxy(source)) throw notPlain('a Proxy, where the question asks for plain data');
  if (kinds.isPromise(source)) throw notPlain('a Promise: return the answer itself, without async');
  if (kinds.isMap(source)) throw notPlain('a Map, where the question asks for arrays and plain objects');
  if (kinds.isSet(source)) throw notPlain('a Set, where the question asks for arrays and plain objects');
  if (kinds.isGeneratorObject(source)) throw notPlain('a generator: return an array');
  if (isIterator(kinds, source)) throw notPlain('an iterator: return an array');
  return (Array.isArray(source) || kinds.isTypedArray(source) ? [] : {}) as Fillable;
}

/** Whether a class made it to be walked over and not to be read, as `map.values()` is. */
function isIterator(kinds: Kinds, source: object): boolean {
  for (let level = prototypeOf(kinds, source); level; level = prototypeOf(kinds, level))
    if (Object.hasOwn(level, 'next') && Symbol.iterator in source && !Object.hasOwn(source, 'next')) return true;
  return false;
}
