import { broken, firstBroken, type Judgement } from '../subject/broken.ts';
import { isMisspelt } from '../values/nearest.ts';
import { otherKeys } from '../values/otherKeys.ts';
import { visible } from '../values/visible.ts';

/** Judges whether a value found at a place has the form that the question gives. */
export interface Shape {
  (value: unknown, at: string): Judgement;
  /** The fields that objects are read by, at any depth: whatever else they carry is the attempt's own. All of them when left out. */
  readonly fields?: readonly string[];
}

/** A shape of objects that are read by these fields and no others. */
export const readBy = (fields: readonly string[], judge: Shape): Shape => Object.assign(judge, { fields });

/** A value of another form than it should have: text is quoted, so that it is not taken for a number. */
const misshapen = (at: string, value: unknown, expected: string): Judgement =>
  broken(at, typeof value === 'string' ? `${JSON.stringify(value.slice(0, 200))}, a string` : value, expected);

/** A number that is not NaN and not infinite. */
export const finiteNumber: Shape = (value, at) =>
  typeof value === 'number' && Number.isFinite(value) ? undefined : misshapen(at, value, 'a finite number');

/** An integer in [min, max]. */
export const integerIn =
  (min: number, max: number): Shape =>
  (value, at) =>
    typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max
      ? undefined
      : misshapen(at, value, max === Infinity ? `an integer, ${min} or more` : `an integer from ${min} to ${max}`);

/** True or false, and no number that stands for them. */
export const booleanValue: Shape = (value, at) =>
  typeof value === 'boolean' ? undefined : misshapen(at, value, 'true or false');

/** An array of `length` items (any length when undefined), each of the form `item`. Typed arrays arrive as arrays. */
export const listOf = (item: Shape, length?: number): Shape => {
  const judge: Shape = (value, at) => {
    if (!Array.isArray(value))
      return misshapen(at, value, length === undefined ? 'an array' : `an array of length ${length}`);
    if (length !== undefined && value.length !== length) return broken(`${at}.length`, value.length, length);
    return firstBroken(value, (element, i) => item(element, `${at}[${i}]`));
  };
  return item.fields ? readBy(item.fields, judge) : judge;
};

/** An object with at least these fields. */
export const objectWith = (fields: Readonly<Record<string, Shape>>): Shape => {
  const names = Object.keys(fields);
  const inner = Object.values(fields).flatMap((shape) => shape.fields ?? []);
  return readBy([...names, ...inner], (value, at) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return misshapen(at, value, `an object { ${names.join(', ')} }`);
    }
    const record = value as Readonly<Record<string, unknown>>; // any object can be read by name
    return firstBroken(names, (name) => {
      const place = at === 'the answer' ? name : `${at}.${name}`;
      const judgement = fields[name]?.(record[name], place);
      const slip = record[name] === undefined && otherKeys(value).find((other) => isMisspelt(other, name));
      return judgement && slip
        ? broken(place, `undefined, but there is ${visible(slip)}`, judgement.expected)
        : judgement;
    });
  });
};

/** Any value at all, of which nothing is read. */
export const anything: Shape = readBy([], () => undefined);
