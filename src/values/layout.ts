import { propertyCode, toCode } from './code.ts';

/** Lines are as long at most, where what stands in them can be broken. */
const WIDTH = 80;

/** Of a longer value as many lines are shown, those around the place that is marked. */
const MAX_LINES = 20;

/** A place that lies deeper is shown from so many levels above it on. */
const MAX_DEPTH = 12;
const LEVELS_ABOVE = 3;

/** One line, with where in it the place is marked. */
interface Line {
  readonly text: string;
  readonly mark?: readonly [from: number, to: number];
}

/** The keys that lead to a place: "labels[2]" in an object, "the answer[2]" in a list; undefined for what is no place in a value. */
export function keysOf(place: string): readonly string[] | undefined {
  const [, isLength, words = ''] = /^(the length of )?(.*)$/s.exec(place) ?? [];
  const path = words
    .replace(/^(the (\w+ )?answer( to the \w+ call)?|(the \w+ )?\w+\(\))/, '')
    .replace(/ of the \w+ (answer|call)$/, '');
  if (!/^[\w$]*(\.[\w$]+|\[\d+\])*$/.test(path)) return undefined;
  const keys = path.split(/[.[\]]+/).filter((key) => key !== '');
  return isLength ? [...keys, 'length'] : keys;
}

/** What stands in a value behind some keys. */
export const valueAt = (value: unknown, keys: readonly string[]): unknown =>
  keys.reduce<unknown>((part, key) => (part as Readonly<Record<string, unknown>> | undefined)?.[key], value); // any value can be asked by name

/** A value in lines, with the place marked by a line below it; the rest is left out where it is long. */
export function laidOut(value: unknown, place = ''): string {
  const keys = keysOf(place) ?? [];
  let known = 0; // keys that lead to something: not to a length, nor to what is missing
  while (known < keys.length && isPart(valueAt(value, keys.slice(0, known)), keys[known] ?? '')) known++;
  const path = keys.slice(0, known);
  const above = path.length > MAX_DEPTH ? path.slice(0, -LEVELS_ABOVE) : [];
  const lines = linesOf(valueAt(value, above), 0, path.slice(above.length));
  const shown = cut(lines).flatMap(({ text, mark }) =>
    mark && path.length > 0 ? [text, `${' '.repeat(mark[0])}${'^'.repeat(mark[1] - mark[0])}`] : [text],
  );
  return [...(above.length > 0 ? [`... ${above.length} levels down:`] : []), ...shown].join('\n');
}

const isPart = (value: unknown, key: string): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).length > 0 &&
  Object.hasOwn(value, key) &&
  key !== 'length';

/** `path` leads to the place that is marked; undefined where it is not in this part. */
function linesOf(value: unknown, indent: number, path: readonly string[] | undefined, before = '', after = ''): Line[] {
  const margin = ' '.repeat(indent) + before;
  const flat = toCode(value, WIDTH, { isPlain: true });
  const isScalar = typeof value !== 'object' || value === null;
  if (
    isScalar ||
    (margin.length + flat.length + after.length <= WIDTH && !flat.endsWith(' ...')) ||
    indent > 2 * MAX_DEPTH
  ) {
    const mark = path && markIn(value, path, margin.length);
    return [{ text: `${margin}${flat}${after}`, ...(mark ? { mark } : {}) }];
  }
  const isList = Array.isArray(value);
  const entries = Object.entries(value);
  const [open, close] = isList ? '[]' : '{}';
  const parts = entries.map(([key, item], i) => {
    const inPath = path?.[0] === key ? path.slice(1) : undefined;
    return linesOf(
      item,
      indent + 2,
      inPath,
      isList ? '' : `${propertyCode(key)}: `,
      i === entries.length - 1 ? '' : ',',
    );
  });
  const first: Line = {
    text: margin + open,
    ...(path?.length === 0 ? { mark: [margin.length, margin.length + 1] } : {}),
  };
  return [first, ...filled(parts), { text: ' '.repeat(indent) + close + after }];
}

/** Where the place stands in a value that is written in one line, which begins at a column. */
function markIn(value: unknown, path: readonly string[], column: number): readonly [number, number] {
  const [key, ...rest] = path;
  if (key === undefined || typeof value !== 'object' || value === null)
    return [column, column + toCode(value, WIDTH, { isPlain: true }).length];
  const before = Object.entries(value).slice(0, Object.keys(value).indexOf(key));
  const separators = before.length * ', '.length;
  const codes = before.reduce((sum, [, item]) => sum + toCode(item, WIDTH, { isPlain: true }).length, 0);
  const names = Array.isArray(value)
    ? 1
    : '{ '.length +
      [...before, [key]].reduce((sum, [name]) => sum + propertyCode(String(name)).length + ': '.length, 0);
  return markIn((value as Readonly<Record<string, unknown>>)[key], rest, column + codes + separators + names);
}

/** Parts that take one short line each share lines. */
function filled(parts: readonly (readonly Line[])[]): Line[] {
  const lines: Line[] = [];
  let isOpen = false; // the last line may take one more
  for (const [line, ...more] of parts) {
    if (!line) continue;
    const last = lines.at(-1);
    const item = line.text.trimStart();
    const isShort = more.length === 0 && item.length <= WIDTH / 4;
    if (last && isOpen && isShort && last.text.length + 1 + item.length <= WIDTH) {
      const shift = last.text.length + 1 - (line.text.length - item.length);
      const mark = line.mark ? ([line.mark[0] + shift, line.mark[1] + shift] as const) : last.mark;
      lines[lines.length - 1] = { text: `${last.text} ${item}`, ...(mark ? { mark } : {}) };
    } else lines.push(line, ...more);
    isOpen = isShort;
  }
  return lines;
}

/** The first lines, and those around the one that is marked. */
function cut(lines: readonly Line[]): readonly Line[] {
  if (lines.length <= MAX_LINES) return lines;
  const more = (count: number): Line => ({ text: `... ${count} more line${count === 1 ? '' : 's'} ...` });
  const marked = lines.findIndex(({ mark }) => mark);
  const from = Math.min(Math.max(0, marked - MAX_LINES / 2), lines.length - MAX_LINES + 2);
  const to = from + MAX_LINES - 2;
  return [
    ...(from > 0 ? [more(from)] : []),
    ...lines.slice(from, to),
    ...(to < lines.length ? [more(lines.length - to)] : []),
  ];
}
