import { broken, firstBroken, type Judgement } from './law.ts';

/** Judges whether a value found at a place has the form that the question gives. */
export type Shape = (value: unknown, at: string) => Judgement;

/** A number that is not NaN and not infinite. */
export const finiteNumber: Shape = (value, at) =>
  typeof value === 'number' && Number.isFinite(value) ? undefined : broken(at, value, 'a finite number');

/** An integer in [min, max]. */
export const integerIn =
  (min: number, max: number): Shape =>
  (value, at) =>
    typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max
      ? undefined
      : broken(at, value, max === Infinity ? `an integer, ${min} or more` : `an integer from ${min} to ${max}`);

/** True or false, and no number that stands for them. */
export const booleanValue: Shape = (value, at) =>
  typeof value === 'boolean' ? undefined : broken(at, value, 'true or false');

/** An array of `length` items (any length when undefined), each of the form `item`. Typed arrays arrive as arrays. */
export const listOf =
  (item: Shape, length?: number): Shape =>
  (value, at) => {
    if (!Array.isArray(value))
      return broken(at, value, length === undefined ? 'an array' : `an array of length ${length}`);
    if (length !== undefined && value.length !== length) return broken(`${at}.length`, value.length, length);
    return firstBroken(value, (element, i) => item(element, `${at}[${i}]`));
  };

/** An object with at least these fields. */
export const objectWith =
  (fields: Readonly<Record<string, Shape>>): Shape =>
  (value, at) => {
    const names = Object.keys(fields);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return broken(at, value, `an object { ${names.join(', ')} }`);
    }
    const record = value as Readonly<Record<string, unknown>>; // any object can be read by name
    return firstBroken(names, (name) => {
      const place = at === 'the answer' ? name : `${at}.${name}`;
      return fields[name]?.(record[name], place);
    });
  };

/** Any value at all: for results that a law judges itself. */
export const anything: Shape = () => undefined;
