const written = new WeakMap<object, string>();
const makers = new WeakMap<object, () => object>();

/**
 * Gives a large value the expression that makes it, so that a failing call stays short: `writtenAs(chain, 'chain(100_000)')`.
 * Of a function that remembers something, as a stream does, `make` makes another that is at its beginning.
 */
export function writtenAs<Value extends object>(value: Value, code: string, make?: () => Value): Value {
  written.set(value, code);
  if (make) makers.set(value, make);
  return value;
}

/** A value as it was at first, where it is known how to make it. */
export const anew = (value: unknown): unknown => makers.get(value as object)?.() ?? value; // what is no object has no maker

/** How many characters of a value are printed before the rest is left out. */
const LIMIT = 2_000;

/** A plain value as TypeScript source that can be pasted; long ones are cut with an ellipsis. */
export function toCode(value: unknown, limit = LIMIT): string {
  const parts: string[] = [];
  // What is still to be written, last first: values wrapped in an array, and text as it is. No recursion: trees may be deep.
  const pending: ([unknown] | string)[] = [[value]];
  let length = 0;
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const text = typeof next === 'string' ? next : (scalarCode(next[0]) ?? open(next[0] as object, pending)); // not a scalar
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
  if (typeof value === 'function') return written.get(value) ?? '(a function)';
  if (typeof value !== 'object' || value === null) return Object.is(value, -0) ? '-0' : String(value);
  return written.get(value);
}

/** Puts the parts of a list or an object on the pending pile and returns its opening bracket. */
function open(value: object, pending: ([unknown] | string)[]): string {
  if (Array.isArray(value)) return openList(value, pending);
  const entries = Object.entries(value);
  if (entries.length === 0) return '{}';
  pending.push(' }');
  entries.reverse().forEach(([key, item], i) => {
    pending.push([item], `${i === entries.length - 1 ? '' : ', '}${propertyCode(key)}: `);
  });
  return '{ ';
}

function openList(list: readonly unknown[], pending: ([unknown] | string)[]): string {
  const parts: ([unknown] | string)[] = [];
  for (let i = 0; i < list.length; ) {
    const { length, code } = runFrom(list, i);
    if (length >= LEAST_RUN && length === list.length) return code;
    if (length >= LEAST_RUN) parts.push(`...${code}`);
    else parts.push(...list.slice(i, i + length).map((item): [unknown] => [item]));
    i += length;
  }
  pending.push(']', ...parts.reverse().flatMap((part, i) => (i === 0 ? [part] : [', ', part])));
  return '[';
}

/** So many elements of a list that follow one rule are written as that rule. */
const LEAST_RUN = 12;

/** How many elements from a place on are made by one rule (the same number, or numbers in equal steps, in each column), and its code. */
function runFrom(list: readonly unknown[], start: number): { readonly length: number; readonly code: string } {
  const [a, b] = [columnsOf(list[start]), columnsOf(list[start + 1])];
  if (!a || !b || a.length !== b.length || Array.isArray(list[start]) !== Array.isArray(list[start + 1]))
    return { length: 1, code: '' };
  const steps = b.map((value, j) => value - (a[j] ?? 0));
  const follows = (item: unknown, i: number): boolean => {
    const columns = Array.isArray(item) === Array.isArray(list[start]) ? columnsOf(item) : undefined;
    return (
      columns?.length === a.length && columns.every((value, j) => Object.is(value, (a[j] ?? 0) + i * (steps[j] ?? 0)))
    );
  };
  let length = 1;
  while (start + length < list.length && follows(list[start + length], length)) length++;
  if (length < LEAST_RUN) return { length: 1, code: '' };
  const isConstant = steps.every((step) => step === 0);
  const values = a.map((value, j) => inSteps(value, steps[j] ?? 0));
  const item = Array.isArray(list[start]) ? `[${values.join(', ')}]` : values.join('');
  if (isConstant && !Array.isArray(list[start])) return { length, code: `Array(${length}).fill(${item})` };
  return { length, code: `Array.from({ length: ${length} }, (${isConstant ? '' : '_, i'}) => ${item})` };
}

/** A number as a list of one, and a list of numbers. */
const columnsOf = (item: unknown): readonly number[] | undefined => {
  const columns = Array.isArray(item) && !written.has(item) ? item : [item];
  return columns.every((value) => Number.isFinite(value)) ? (columns as number[]) : undefined; // all are finite numbers
};

/** The number that starts there and grows in such steps with i, as code. */
function inSteps(start: number, step: number): string {
  if (step === 0) return scalarCode(start) ?? '';
  const grown = Math.abs(step) === 1 ? 'i' : `${Math.abs(step)} * i`;
  if (start === 0 && step > 0) return grown;
  return `${start} ${step < 0 ? '-' : '+'} ${grown}`;
}

const propertyCode = (key: string): string => (/^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key));
