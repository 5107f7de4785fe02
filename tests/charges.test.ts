import { describe, expect, test } from 'vitest';
import { SubjectError } from '../src/index.ts';
import { realmOf } from './sandboxed.ts';

const ENTRY = 1; // every call counts its own entry

/** Steps of one call of `f`, which is given a list of so many elements. */
function steps(body: string, length = 10): number {
  const { subject } = realmOf(`export function f(xs: number[], n: number): unknown {\n${body}\nreturn 0;\n}`);
  subject.meter.start();
  subject.functions.f?.(
    Array.from({ length }, (_, i) => i),
    length,
  );
  return subject.meter.total().steps - ENTRY;
}

/** How an endless loop ends that comes after something. */
function endOfLoopAfter(before: string): unknown {
  const { subject } = realmOf(`export function f(xs: any): unknown {\n${before}\nfor (;;);\n}`);
  subject.meter.start();
  try {
    return subject.functions.f?.([1, 2, 3]);
  } catch (error) {
    return error instanceof SubjectError ? error.failure.kind : error;
  }
}

const LIES = [
  "''.repeat(Infinity)",
  "'x'.repeat(-1)",
  "'x'.repeat(NaN)",
  "'x'.padEnd(Infinity)",
  "'x'.padStart(-Infinity)",
  'Math.max.apply(null, { length: -9e6 } as never)',
  'Math.max.apply(null, { length: NaN } as never)',
  'Reflect.apply(Math.max, null, { length: -9e6 })',
  "Reflect.construct(Array, { length: '-9e6' } as never)",
  'Array.from({ length: -1e9 })',
  'Array.from({ length: NaN })',
  'Array.from({ length: { valueOf: () => -1e9 } } as never)',
  'Array.from({ get length() { return -1e9; } })',
  'new Array(-5)',
  'new Float64Array(-5)',
  "new Float64Array('NaN' as never)",
  'new Float64Array({ length: -1e9 } as never)',
  'new ArrayBuffer({ valueOf: () => -1e9 } as never)',
  'new Set({ size: -1e9 } as never)',
  'Array.prototype.fill.call({ length: -1e9 }, 0)',
  'Array.prototype.indexOf.call({ length: -1e9 }, 0)',
  'Array.prototype.concat.call([], { length: -1e9, [Symbol.isConcatSpreadable]: true })',
  'xs.fill(0, 1e9, -1e9)',
  'xs.fill(0, Infinity, -Infinity)',
  'xs.copyWithin(1e9, 0)',
  'xs.slice(1e9, -1e9)',
  'xs.splice(1e9, -1e9)',
  'xs.toSpliced?.(1e9, -1e9)',
  'xs.lastIndexOf(1, -1e9)',
  'xs.lastIndexOf(1, NaN)',
  'xs.indexOf(1, 1e9)',
  "'abc'.indexOf('c', 1e9)",
  "'abc'.lastIndexOf('c', -1e9)",
  "'abc'.substring(1e9)",
  'xs.flat(-1e9)',
  'xs.flat(NaN)',
  'xs.sort(NaN as never)',
  'const re = /x/g; re.lastIndex = 1e9; re.test("y")',
  'String.raw({ raw: { length: -1e9 } } as never)',
  'structuredClone(new Proxy([], { get: (t, k) => (k === "length" ? -1e9 : Reflect.get(t, k)) }))',
  '[...new Proxy([], { get: (t, k) => (k === "length" ? NaN : Reflect.get(t, k)) })]',
];

describe('what a length is said to be', () => {
  test.each(LIES)('%s gives back no steps, and no endless loop goes on for it', (lie) => {
    expect(steps(`try { ${lie}; } catch {}`)).toBeGreaterThanOrEqual(0);
    expect(endOfLoopAfter(`try { ${lie}; } catch {}`)).toBe('out-of-fuel');
  });

  test.each([
    'Array.prototype.fill.call({ length: 1e9 }, 0)',
    'Array.prototype.slice.call({ length: 1e9 })',
    'Array.prototype.join.call({ length: 1e9 })',
    'Array.prototype.map.call({ get length() { return 1e9; } }, Boolean)',
    'Array.from({ length: 1e9 })',
    "new Float64Array('100000000' as never)",
    'new Float64Array({ length: 1e8 } as never)',
    'new Array(1e8)',
    'String.raw({ raw: { length: 1e9 } } as never)',
    'Math.max.apply(null, { length: 1e9 } as never)',
    "'x'.repeat(2 ** 28)",
    '[].concat({ length: 1e9, [Symbol.isConcatSpreadable]: true } as never)',
    'Object.groupBy?.({ *[Symbol.iterator]() { for (;;) yield 1; } }, () => 1) ?? [...(function* () { for (;;) yield 1; })()]',
  ])('%s is stopped, and stays stopped when that is caught', (call) => {
    expect(endOfLoopAfter(`try { ${call}; } catch {}\nreturn 1;`)).toBe('out-of-fuel');
  });

  test('is asked for once: another one afterwards is not believed', () => {
    const twice = 'let asked = 0; const like = { get length() { return asked++ === 0 ? 2 : n; } };';
    const cost = (call: string) => (length: number) => steps(`${twice} ${call}`, length);
    for (const call of [
      'Array.prototype.indexOf.call(like, 7);',
      'Array.prototype.fill.call(like, 7);',
      'Math.max.apply(null, like as never);',
      'new Float64Array(like as never);',
      'Array.from(like);',
    ]) {
      expect(cost(call)(10_000)).toBeLessThan(20);
    }
  });
});

describe('work that grows is charged as it grows', () => {
  const TEXT = "const text = xs.join(',').repeat(1); const words = xs.map(String);";
  test.each([
    ['flat of a list in a list', '[xs, 1].flat();'],
    ['flat of empty lists in lists', '[xs.map(() => [])].flat(Infinity);'],
    ['flatMap that gives one list again and again', '[1, 2].flatMap(() => xs);'],
    ['an expression that is tested', '/q/.test(text);'],
    ['one that is anchored at the end', '/[^q]*q/y.exec(text);'],
    ['one that replaces', "text.replace(/,/g, ';');"],
    ['one that splits', 'text.split(/q/);'],
    [
      'one that is searched, matched and matched again',
      '[text.search(/q/), text.match(/,/g), [...text.matchAll(/,/g)]];',
    ],
    ['one that has as many words to try', "new RegExp(words.join('|')).test('q'.repeat(50));"],
    ['a chain of prototypes', 'let o = {}; for (const x of xs) o = Object.create(o); (o as any).y;'],
    [
      'one that grows at its end',
      'let o = {}; const top = o; for (const x of xs) { const p = {}; Object.setPrototypeOf(o, p); o = p; } (top as any).y;',
    ],
    ['a chain of bound functions', 'let g = () => 1; for (const x of xs) g = g.bind(null); g();'],
    ['bound arguments, at every call', 'const g = Math.max.bind(null, ...xs); g(); g();'],
    ['a chain of proxies', 'let o = {}; for (const x of xs) o = new Proxy(o, {}); (o as any).y;'],
    [
      'a loop over the names of a list',
      'const a: any = []; for (const x of xs) a["k" + x] = x; for (const k in a) a[k];',
    ],
    [
      'a loop that goes on',
      'const o: any = {}; for (const x of xs) o["k" + x] = x; for (const k in o) { for (const q in o) { break; } }',
    ],
    [
      'names of a list that are copied',
      'const a: any = []; for (const x of xs) a["k" + x] = x; const b = { ...a }; Object.assign(b, a);',
    ],
    ['a rest inside', 'const { a: [h, ...t] } = { a: xs }; const [[...u]] = [xs]; let v; ({ a: [...v] } = { a: xs });'],
    ['a rest that is put into a part', 'const o: any = {}; [, ...o.x] = xs; for ([...o.x] of [xs]);'],
    ['a rest of what is caught', 'try { throw xs; } catch ([h, ...t]) {}'],
    [
      'a rest of names',
      'const o: any = {}; ({ a: o.a, ...o.x } = { ...xs } as any); const { ...r } = new Uint8Array(xs);',
    ],
    [
      'an expression without exec',
      'const re: any = /q/; re.exec = undefined; re.test(text); text.match(re); text.search(re);',
    ],
    ['a constructor of no counting', "Reflect.get([], 'constructor')(...xs);"],
    ['what extends one', "class G extends (Reflect.get(new Float64Array(0), 'constructor') as any) {} new G(xs);"],
    ['a text of what cannot be one', 'try { JSON.stringify([...xs, 10n]); } catch {}'],
    ['defineProperties', 'Object.defineProperties({}, Object.getOwnPropertyDescriptors(xs));'],
    ['Object.create with descriptors', 'Object.create(null, Object.getOwnPropertyDescriptors(xs));'],
    [
      'keys that no loop shows',
      "const o = {}; for (const x of xs) Object.defineProperty(o, 'k' + x, { value: x }); Object.keys(o);",
    ],
    ['a text that leaves all out', 'JSON.stringify(Object.fromEntries(xs.map((x) => [x, undefined])));'],
    ['a buffer that is cut', 'new Float64Array(xs).buffer.slice(8);'],
    ['String.raw', 'String.raw({ raw: words } as never);'],
    ['freezing', 'Object.freeze(xs.slice());'],
    ['an iterator that lists are made from', 'new Map(xs.map((x) => [x, x] as const).values());'],
    [
      'an iterator of an own kind on a list',
      'const ys: number[] = []; ys[Symbol.iterator] = () => xs.values(); new Set(ys);',
    ],
    ['a list made longer by its length', 'const made: number[] = []; made.length = n;'],
    ['a list made longer by a part', "const made: number[] = []; (made as any)['length'] = 1 + 2, made.length += n;"],
    ['the constructor that a prototype names', "new ((new Set() as any)['constr' + 'uctor'])(xs);"],
  ])('%s', (_, body) => {
    const grown = steps(TEXT + body, 1000) - steps(TEXT, 1000);
    const small = steps(TEXT + body, 10) - steps(TEXT, 10);
    expect(grown).toBeGreaterThan(20 * small);
  });

  test.each([
    'let o = {}; for (const x of xs) o = Object.create(o);',
    'let o = {}; for (const x of xs) o = { __proto__: o };',
    "let o = {}; for (const x of xs) o = { '__proto__': o, x };",
    'let C: any = class {}; for (const x of xs) C = class extends C {};',
    'let C: any = class {}; for (const x of xs) { class D extends C {} C = D; }',
    'function F(this: any) {} for (const x of xs) F.prototype = new (F as any)();',
    "function F(this: any) {} for (const x of xs) Object.defineProperty(F, 'prototype', { value: new (F as any)() });",
  ])('a chain of prototypes pays for all that can be looked up in it: %s', (chain) => {
    expect(steps(chain, 1000)).toBeGreaterThan(1000 ** 2 / 4);
  });

  test('what all objects are given is no trap of a Proxy of ours', () => {
    const trap = `let seen: any; Object.defineProperty(Object.prototype, 'get', { configurable: true, value() { seen = this; } });
      Float64Array.BYTES_PER_ELEMENT; Array.length; Proxy.name; delete (Object.prototype as any).get; if (seen) throw seen;`;
    expect(steps(trap)).toBeGreaterThanOrEqual(0);
  });

  test.each(['', 'switch (n % 7) { default:'])('code that is written out is charged as it grows: %s', (opening) => {
    const body = (length: number) => `let s = 0; ${opening}${'s += xs[0]!; '.repeat(length)}${opening && '}'}`;
    expect(steps(body(2000)) - steps(body(20))).toBeGreaterThan(50);
  });

  // Node has these since 22.
  test.skipIf(!('Iterator' in globalThis))('helpers of iterators charge what they read', () => {
    const made = (body: string, length: number) => steps(`const keys = xs.keys() as any; ${body}`, length);
    for (const body of [
      'keys.map(Math.abs).toArray();',
      'keys.drop(n).next();',
      'keys.reduce(Math.max);',
      'keys.find(isNaN);',
    ]) {
      expect(made(body, 1000)).toBeGreaterThan(20 * made(body, 10));
    }
  });
});

describe('work that does not grow is not charged by a length', () => {
  test.each([
    ['at, push, pop of a list', 'xs.at(-1); xs.push(1); xs.pop();'],
    ['a Map and a Set', 'map.get(1); map.has(2); map.set(1, 2); set.has(3); set.delete(3); set.add(3);'],
    [
      'a list made shorter, and no list',
      'xs.length = xs.length - 1; xs.length -= 1; const o = { length: 0 }; o.length = n;',
    ],
    ['a view of a buffer', 'typed.subarray(1); new Float64Array(typed.buffer, 8);'],
    ['letters and parts of a text', 'text.at(1); text.charCodeAt(2); text.slice(1, 5); text.substring(3);'],
    ['the start and the end of a text', "text.startsWith('1'); text.endsWith('2'); text.trim();"],
    ['an iterator', 'xs.values().next(); map.entries().next();'],
    ['one element in place of another', 'xs.splice(3, 1, 7); xs.slice(0, 2); xs.fill(0, 1, 2);'],
    ['what is found at once', 'xs.indexOf(0); xs.find((x) => x === 0); [1, ...[]].some(Boolean); xs.includes(0);'],
    ['what is asked about an object', "Object.hasOwn(xs, 1); Array.isArray(xs); Object.isFrozen(xs); 'length' in xs;"],
    ['a function that is bound', 'const g = Math.max.bind(null, 1); g(2); g.call(null, 3); g.apply(null, [4, 5]);'],
    ['numbers and short text', "Number('12'); parseFloat('1.5'); String(3); (3.14159).toFixed(2); [1, 2].join();"],
    ['a long text that is not among short ones', "['a', 'b', 'c'].includes(text); ['a'].indexOf(text);"],
    ['an expression that matches early', '/1/.test(text); text.match(/1/);'],
  ])('%s', (_, body) => {
    const inputs =
      "const map = new Map(xs.map((x) => [x, x])); const set = new Set(xs); const typed = new Float64Array(xs); const text = xs.join('');";
    const cost = (length: number) => steps(`${inputs} ${body}`, length) - steps(inputs, length);
    expect(cost(3000)).toBeLessThanOrEqual(cost(30) + 10);
  });
});
