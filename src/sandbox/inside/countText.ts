import type { Callable, Kit, LengthRun, Rules, Thing } from './kit.ts';

/** Makes what reads or makes text charge its length. A text is paid for where it is made, whenever the engine copies it. */
export function countText(kit: Kit, rules: Rules): void {
  const { apply } = Reflect;
  const { charge, lengthOf } = kit;
  const { byLength, each, listed, making, method, onText, running, textWork } = rules;
  const { max, min, trunc } = Math;
  const { split } = Symbol;
  const isNotANumber = Number.isNaN;
  const prototype = String.prototype as unknown as Thing;
  const isObject = (value: unknown): value is Thing => typeof value === 'object' && value !== null;

  each(prototype, 'toUpperCase toLowerCase normalize isWellFormed toWellFormed', onText(byLength));
  each(prototype, 'concat repeat padStart padEnd', making);
  each(prototype, 'anchor big blink bold fixed fontcolor fontsize italics link small strike sub sup', making);
  each(
    prototype,
    'trim trimStart trimEnd trimLeft trimRight',
    onText((native, text, args, length) => {
      const trimmed = apply(native, text, args) as string;
      charge(1 + length - trimmed.length, 0);
      return trimmed;
    }),
  );

  const positionOr = (otherwise: number, value: unknown, length: number): number =>
    typeof value === 'number' && !isNotANumber(value) ? min(max(trunc(value), 0), length) : otherwise;
  /** Beyond the first character of what is looked for. */
  const more = (sought: unknown): number => (typeof sought === 'string' ? max(0, sought.length - 1) : 0);
  const searchingWith =
    (indexOf: Callable): LengthRun =>
    (native, text, args, length) => {
      if (native !== indexOf && typeof args[0] !== 'string') return byLength(native, text, args, length);
      const found = running(() => apply(indexOf, text, args) as number);
      const last = found < 0 ? length - 1 - more(args[0]) : found;
      const tried = last + 1 - positionOr(0, args[1], length);
      charge(tried > 0 ? tried + more(args[0]) : 1, 0);
      return native === indexOf ? found : found >= 0;
    };
  each(prototype, 'includes indexOf', onText(searchingWith(String.prototype.indexOf as Callable)));
  each(
    prototype,
    'lastIndexOf',
    onText((native, text, args, length) => {
      const found = running(() => apply(native, text, args) as number);
      const tried = min(length - more(args[0]), positionOr(length, args[1], length) + 1) - max(0, found);
      charge(tried > 0 ? tried + more(args[0]) : 1, 0);
      return found;
    }),
  );
  each(
    prototype,
    'startsWith endsWith',
    onText((native, text, args, length) => {
      charge(typeof args[0] === 'string' ? min(length, args[0].length) : length, 0);
      return apply(native, text, args);
    }),
  );

  /** Names of languages are read too, all of them. */
  const localesOf = (locales: unknown): unknown => (isObject(locales) ? listed(locales) : locales);
  each(
    prototype,
    'localeCompare',
    onText((native, text, args, length) => {
      charge(typeof args[0] === 'string' ? min(length, args[0].length) : length, 0);
      return apply(native, text, [args[0], localesOf(args[1]), args[2]]);
    }),
  );
  each(
    prototype,
    'toLocaleUpperCase toLocaleLowerCase',
    onText((native, text, args, length) => {
      charge(length, 0);
      return apply(native, text, [localesOf(args[0])]);
    }),
  );
  each(
    Number.prototype,
    'toLocaleString',
    method((native, self, args) => apply(native, self, [localesOf(args[0]), args[1]])),
  );
  each(BigInt.prototype, 'toString toLocaleString', making);

  // What a regular expression reads is charged where it is run.
  each(
    prototype,
    'split',
    onText((native, text, args, length) => {
      const isPattern = isObject(args[0]) && typeof args[0][split] === 'function';
      charge(isPattern ? 0 : length, 0);
      const parts = running(() => apply(native, text, args));
      charge(1, lengthOf(parts));
      return parts;
    }),
  );
  each(
    prototype,
    'replace replaceAll',
    onText((native, text, args, length) => {
      const read = isObject(args[0]) ? 0 : length;
      charge(read, 0);
      const result = running(() => apply(native, text, args));
      charge(result === text ? 1 : max(1, lengthOf(result) - read), 0);
      return result;
    }),
  );

  /** Reads a text that it is given; what is none yet is made one once. */
  const reading = (workOf: (text: string) => number) =>
    method((native, self, args) => {
      const isShort = typeof args[0] === 'number' || typeof args[0] === 'symbol' || args[0] === undefined;
      const text = isShort ? args[0] : `${args[0]}`;
      if (typeof text === 'string') charge(workOf(text), 0);
      return args.length === 0 ? apply(native, self, args) : apply(native, self, [text, args[1]]);
    });
  const parsing = reading(textWork);
  each(globalThis, 'parseInt parseFloat decodeURI decodeURIComponent encodeURI encodeURIComponent', parsing);
  each(Number, 'parseInt parseFloat', parsing);
  each(Symbol, 'for', parsing);
  each(
    JSON,
    'parse rawJSON',
    reading((text) => {
      charge(0, text.length);
      return text.length;
    }),
  );
  each(RegExp, 'escape', making);
  each(
    String,
    'fromCharCode fromCodePoint',
    method((native, self, args) => {
      charge(args.length, 0);
      return apply(native, self, args);
    }),
  );
  each(
    String,
    'raw',
    method((native, self, args) => {
      const given: unknown[] = [];
      for (let i = 0; i < args.length; i++) given[i] = args[i];
      if (isObject(given[0])) given[0] = { raw: listed(given[0].raw) };
      return apply(making(native), self, given);
    }),
  );
}
