import { numberCode, runFrom } from './runs.ts';

/** How a value is made. */
interface Made {
  readonly code: string;
  readonly make: (() => object) | undefined;
  readonly given: readonly [name: string, code: string] | undefined;
}

const written = new WeakMap<object, Made>();

/**
 * Gives a large value the expression that makes it, so that a failing call stays short: `writtenAs(chain, 'chain(100_000)')`.
 * Of a function that remembers something, as a stream does, `make` makes another that is at its beginning. `given` is a
 * variable that the expression needs, and its code.
 */
export function writtenAs<Value extends object>(
  value: Value,
  code: string,
  { make, given }: { readonly make?: () => Value; readonly given?: readonly [name: string, code: string] } = {},
): Value {
  written.set(value, { code, make, given });
  return value;
}

/** How a value is made, where that was told; what is no object was never told. */
const madeOf = (value: unknown): Made | undefined => written.get(value as object);

/** A value as it was at first, where it is known how to make it. */
export const anew = (value: unknown): unknown => madeOf(value)?.make?.() ?? value;

/** Whether a value remembers something from call to call. */
export const remembers = (value: unknown): boolean => madeOf(value)?.make !== undefined;

/** The variable that the expression of a value needs. */
export const givenFor = (value: unknown): readonly [name: string, code: string] | undefined => madeOf(value)?.given;

/** How many characters of a value are printed before the rest is left out. */
const LIMIT = 2_000;

/** How a value is written. */
export interface Style {
  /** Values that stand in a variable. */
  readonly names?: ReadonlyMap<unknown, string>;
  /** Every element of a list is written, also where many follow one rule. */
  readonly isPlain?: boolean;
}

/** What is still to be written, last first: values wrapped in an array, and text as it is. */
type Pending = ([unknown] | string)[];

/** A plain value as TypeScript source that can be pasted; long ones are cut with an ellipsis. */
export function toCode(value: unknown, limit = LIMIT, { names, isPlain = false }: Style = {}): string {
  const parts: string[] = [];
  const pending: Pending = [[value]]; // no recursion: trees may be deep
  let length = 0;
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const text =
      typeof next === 'string'
        ? next
        : (names?.get(next[0]) ?? scalarCode(next[0]) ?? open(next[0] as object, pending, isPlain)); // not a scalar
    parts.push(text);
    length += text.length;
    if (length > limit) return `${parts.join('').slice(0, limit)} ...`;
  }
  return parts.join('');
}

function scalarCode(value: unknown): string | undefined {
  if (typeof value === 'string')
    return `'${JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'function') return madeOf(value)?.code ?? '(a function)';
  if (typeof value !== 'object' || value === null) return numberCode(value);
  return madeOf(value)?.code;
}

/** Puts the parts of a list or an object on the pending pile and returns its opening bracket. */
function open(value: object, pending: Pending, isPlain: boolean): string {
  if (Array.isArray(value)) return openList(value, pending, isPlain);
  const entries = Object.entries(value);
  if (entries.length === 0) return '{}';
  pending.push(' }');
  entries.reverse().forEach(([key, item], i) => {
    pending.push([item], `${i === entries.length - 1 ? '' : ', '}${propertyCode(key)}: `);
  });
  return '{ ';
}

function openList(list: readonly unknown[], pending: Pending, isPlain: boolean): string {
  const parts: Pending = [];
  for (let i = 0; i < list.length; ) {
    const run = isPlain ? undefined : runFrom(list, i, (item) => !written.has(item));
    if (run?.length === list.length) return run.code;
    parts.push(run ? `...${run.code}` : [list[i]]);
    i += run?.length ?? 1;
  }
  pending.push(']');
  parts.reverse().forEach((part, i) => {
    if (i > 0) pending.push(', ');
    pending.push(part);
  });
  return '[';
}

/** The name of a property as it is written in code. */
export const propertyCode = (key: string): string => (/^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key));
