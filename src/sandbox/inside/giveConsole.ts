import type { Thing } from './kit.ts';

/** Gives the realm a console that collects what is printed; the function it returns takes the lines collected so far. */
export function giveConsole(): () => readonly string[] {
  const { defineProperty, keys } = Object;
  const { isArray } = Array;
  const { isView } = ArrayBuffer;
  const { min } = Math;
  const nativeStringify = JSON.stringify;
  const toText = String;
  const printed: string[] = [];
  /** How many characters of a line are kept; of a string that long, no more is looked at than that. */
  const LONGEST = 500;
  let lost = 0;
  const show = (value: unknown, depth: number): string => {
    if (typeof value === 'string' && depth === 0) return value;
    if (typeof value === 'string') return nativeStringify(value);
    if (typeof value === 'function') return '(a function)';
    if (typeof value !== 'object' || value === null) return Object.is(value, -0) ? '-0' : toText(value);
    if (depth > 4) return '...';
    if (isArray(value) || (isView(value) && !(value instanceof DataView))) {
      const list = value as unknown as ArrayLike<unknown>;
      let text = '';
      for (let i = 0; i < min(list.length, 50) && text.length <= LONGEST; i++)
        text += `${i === 0 ? '' : ', '}${show(list[i], depth + 1)}`;
      return `[${text}${list.length > 50 ? ', ...' : ''}]`;
    }
    if (value instanceof Error) return `${value.name}: ${value.message}`;
    let text = '';
    for (const key of keys(value)) {
      if (text.length > LONGEST) break;
      text += `${text === '' ? ' ' : ', '}${key}: ${show((value as Thing)[key], depth + 1)}`;
    }
    return text === '' ? '{}' : `{${text} }`;
  };
  const print = (...values: unknown[]): void => {
    if (printed.length >= 50) {
      lost++;
      return;
    }
    let line = '';
    for (let i = 0; i < values.length && line.length < LONGEST; i++)
      line += `${i === 0 ? '' : ' '}${show(values[i], 0)}`;
    printed[printed.length] = line.length > LONGEST ? `${line.substring(0, LONGEST)} ...` : line;
  };
  const console: Record<string, unknown> = {};
  for (const name of 'log info warn error debug trace dir table assert group groupEnd time timeEnd count'.split(' ')) {
    console[name] =
      name === 'log' ||
      name === 'info' ||
      name === 'warn' ||
      name === 'error' ||
      name === 'debug' ||
      name === 'table' ||
      name === 'dir'
        ? print
        : () => {};
  }
  defineProperty(globalThis, 'console', { value: console, writable: true, enumerable: false, configurable: true });

  return () => {
    const lines: string[] = [];
    for (let i = 0; i < printed.length; i++) lines[i] = printed[i] as string;
    if (lost > 0) lines[lines.length] = `... and ${lost} more lines`;
    printed.length = 0;
    lost = 0;
    return lines;
  };
}
