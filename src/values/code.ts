const written = new WeakMap<object, string>();

/** Gives a large value the expression that makes it, so that a failing call stays short: `writtenAs(chain, 'chain(100_000)')`. */
export function writtenAs<Value extends object>(value: Value, code: string): Value {
  written.set(value, code);
  return value;
}

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
  const isList = Array.isArray(value);
  const entries: [string, unknown][] = isList ? value.map((item) => ['', item]) : Object.entries(value);
  if (entries.length === 0) return isList ? '[]' : '{}';
  pending.push(isList ? ']' : ' }');
  entries.reverse().forEach(([key, item], i) => {
    const separator = i === entries.length - 1 ? '' : ', ';
    pending.push([item], isList ? separator : `${separator}${propertyCode(key)}: `);
  });
  return isList ? '[' : '{ ';
}

const propertyCode = (key: string): string => (/^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key));
