import { transformSync } from 'oxc-transform';
import { describe, expect, test } from 'vitest';
import { realmOf } from './sandboxed.ts';

/** Steps and allocated elements of one call of `f`. */
function counted(body: string, ...args: unknown[]): { steps: number; allocation: number } {
  const { subject } = realmOf(`export function f(xs: number[], n: number): unknown {\n${body}\nreturn 0;\n}`);
  subject.meter.start();
  subject.functions.f?.(...args);
  return subject.meter.total();
}

const list = (length: number): number[] => Array.from({ length }, (_, i) => i);
const ENTRY = 1; // every call counts its own entry

describe('steps', () => {
  test.each([
    ['a for loop counts its turns', 'for (let i = 0; i < 7; i++) n += i;', 7],
    ['a while loop too', 'let i = 0; while (i < 5) i++;', 5],
    ['a do loop too', 'let i = 0; do i++; while (i < 4)', 4],
    ['an empty body too', 'for (let i = 0; i < 6; i++);', 6],
    ['for-of and for-in count the items', 'for (const x of xs) n += x; for (const k in xs) n += 1;', 20],
    ['nested loops multiply', 'for (const a of xs) for (const b of xs) n += a * b;', 110],
    ['includes counts up to where it finds', 'xs.includes(4);', 5],
    ['indexOf counts all when it finds nothing', 'xs.indexOf(99);', 10],
    ['indexOf counts from where it begins to look', 'xs.indexOf(8, 6); xs.indexOf(99, -2);', 3 + 2],
    ['includes does too', 'xs.includes(8, 6);', 3],
    [
      'lastIndexOf counts back to where it finds',
      'xs.lastIndexOf(7); xs.lastIndexOf(2, 3); xs.lastIndexOf(99, 4);',
      3 + 2 + 5,
    ],
    [
      'fill counts what it fills',
      'new Float64Array(3); xs.fill(0, 2, 5); xs.fill(0, -1); xs.fill(0, 8, 2);',
      3 + 3 + 1,
    ],
    ['copyWithin counts what it copies', 'xs.copyWithin(0, 7);', 3],
    ['indexOf in a text counts from where it begins', "'abcdef'.indexOf('e', 3);", 2],
    ['new Array(a, b) counts two, however large they are', 'new Array(5e7, 6e7); Array(7e7, 8e7);', 4],
    ['find counts what its callback did, and one', 'xs.find((x) => x === 4);', 6],
    ['a built-in callback counts the length of a short list', '[1, 0].some(Boolean);', 2],
    ['and its calls in a longer one', '[0, 1, ...[...xs, ...xs, ...xs, ...xs]].some(Boolean);', 80 + 2],
    ['map counts the length and its callback', 'xs.map((x) => x + 1);', 20],
    ['sort with a comparator counts the length and the comparisons', '[1, 2].sort((a, b) => a - b);', 3],
    ['sort without one counts n log2 n', '[3, 1, 2, 0].sort();', 8],
    ['slice counts what it copies', 'xs.slice(2, 5);', 4],
    ['splice counts what it moves', '[...xs].splice(7, 1);', 10 + 1 + 3],
    ['shift counts the length', '[1, 2, 3].shift();', 4],
    ['spread counts what it copies', '[...xs];', 10],
    ['rest elements count what they copy', 'const [first, ...others] = xs;', 9],
    ['rest parameters count what they copy', '((...all: number[]) => all)(...xs);', 10 + 10 + ENTRY],
    ['new Array(n) counts n', 'new Array(8);', 8],
    ['new Float64Array(n) counts n', 'new Float64Array(8);', 8],
    ['new Set(list) counts the list', 'new Set(xs);', 10],
    ['Array.from counts what it makes', 'Array.from({ length: 6 });', 6],
    ['Object.keys counts the keys', 'Object.keys({ a: 1, b: 2 });', 3],
    ['structuredClone counts every value that holds others', 'structuredClone([[1], [2]]);', 3 + 2 + 2],
    ['an alias of a built-in counts as it does', 'const has = xs.includes; has.call(xs, 99);', 10],
    ['a computed name counts as it does', 'xs[("ind" + "exOf") as "indexOf"](99);', 10],
    ['an optional call counts as it does', '(xs as number[] | undefined)?.indexOf?.(99);', 10],
    ['Reflect.apply counts as it does, and its list', 'Reflect.apply(xs.indexOf, xs, [99]);', 10 + 1],
    ['Reflect.apply of what counts nothing counts its list', 'Reflect.apply(Math.max, null, xs);', 10],
    ['a spread counts what an iterator gives', '[...xs.values()]; Math.max(...new Set(xs).keys());', 10 + 10 + 10],
    ['and what a generator gives', 'function* g() { yield 1; yield 2; } [...g()];', ENTRY + 2],
    ['rest elements count it too', 'const [, ...r] = xs.entries(); n += r.length;', 9],
    ['new Set counts what an iterator gives', 'new Set(xs.keys());', 10],
    ['new Float64Array counts it too', 'new Float64Array(xs.values());', 10],
    ['Math.max over a spread counts the spread', 'Math.max(...xs);', 10],
    ['Math.max over what says that it has a length counts that', 'Math.max.apply(null, { length: 5 } as never);', 5],
    ['flat counts what it reads and makes', 'const none = [[], [], []]; none.flat();', 3 + 1],
    ['split counts the text', "'abcdef'.split('x');", 6 + 1],
    ['startsWith counts what it compares', "'abcdef'.startsWith('abc');", 3],
    ['Object.fromEntries counts what it reads', "Object.fromEntries([['k', 1], ['k', 2], ['k', 3]]);", 3 + 1],
    ['Object.getOwnPropertyDescriptors counts them', 'Object.getOwnPropertyDescriptors({ a: 1, b: 2 });', 2 + 1],
    ['a constructor that a list names counts too', 'new (xs.constructor as ArrayConstructor)(8);', 8],
    ['a field of a class counts as it is made', 'class Box { a = n + 1; } new Box();', 1],
    ['a parameter that is left out counts as its value is made', '((k = n + 1) => k)();', ENTRY + 1],
    ['text appended counts by its length', "let s = ''; s += 'abcd';", 4],
    ['set of a typed array counts its source', 'new Float64Array(4).set([1, 2]);', 4 + 2],
    ['for-in counts all keys, also when it is left at once', 'for (const k in xs) { n += k.length; break; }', 10],
    ['and those that it inherits', 'for (const k in Object.create({ a: 1, b: 2 })) break;', 2 + 1],
    [
      'yield* counts each value at each generator that it goes through',
      'function* g(depth: number): Generator<number> { if (depth > 0) yield* g(depth - 1); yield depth; }\nfor (const x of g(3)) n += x;',
      4 * ENTRY + 4 + (4 + 3 + 2),
    ],
    [
      'text that is equal counts as it is read',
      "const a = 'x'.repeat(160); const b = 'x'.repeat(160); n += a === b ? 1 : 0;",
      322 + 10,
    ],
    [
      'text that is in order too',
      "const a = 'x'.repeat(160); const b = 'x'.repeat(320); n += a < b ? 1 : 0;",
      482 + 10,
    ],
    [
      'text of another length is not read',
      "const a = 'x'.repeat(160); const b = 'x'.repeat(320); n += a !== b ? 1 : 0;",
      482,
    ],
    [
      'short text and numbers are not read',
      "const s = xs.length > 3 ? 'a' : 'b'; n += s === 'abc' || xs[0] === n || xs[1] < n ? 1 : 0;",
      0,
    ],
    [
      'text that is put together counts its parts',
      "const a = 'x'.repeat(30); const b = a + a; const c = `$" + '{a}-$' + '{n}`; xs.push(b.length + c.length);',
      31 + 60 + 30,
    ],
    [
      'text that is added to counts what is added',
      "let s = 'x'.repeat(30); const t = 'yy'; s = s + t; s += t; s = s + ',' + t;",
      31 + 2 + 2 + 2,
    ],
    ['a text that becomes a number is read', "const s = '1'.repeat(160); n += +s;", 161 + 10],
    [
      'cases of a switch count long text',
      "const s = 'x'.repeat(160); switch ('y' as string) { case s: n++; }",
      161 + 160,
    ],
    [
      'a constructor that is taken out of a value counts',
      'const { constructor: F } = xs; new (F as ArrayConstructor)(8); (F as ArrayConstructor)(8);',
      16,
    ],
    [
      'and one in a parameter, and in quotes',
      "(({ 'constructor': F }: number[]) => new (F as ArrayConstructor)(8))(xs); let constructor; ({ constructor } = xs); new (constructor as ArrayConstructor)(8);",
      ENTRY + 16,
    ],
    [
      'and one that is looked up by a name worked out',
      "const F = xs[['constr', 'uctor'].join('') as 'length'] as unknown as ArrayConstructor; new F(8);",
      2 + 8,
    ],
    [
      'a method of the own class of that name counts what it does',
      'class Box { includes() { return 1; } } new Box().includes();',
      1,
    ],
  ])('%s', (_, body, steps) => {
    expect(counted(body, list(10), 0).steps).toBe(ENTRY + steps);
  });
});

describe('allocation', () => {
  test.each([
    ['a literal counts its elements', '[1, 2, 3];', 3],
    ['an object its fields', '({ a: 1, b: 2 });', 2],
    ['push counts what it adds', 'const a: number[] = []; a.push(1, 2); a.push(3);', 3],
    ['map counts the length', 'xs.map((x) => x);', 10],
    ['filter counts what stays', 'xs.filter((x) => x < 4);', 4],
    ['an exchange by destructuring counts nothing', 'let a = 1, b = 2; [a, b] = [b, a];', 0],
    ['a typed array counts its length', 'new Int32Array(12);', 12],
  ])('%s', (_, body, elements) => {
    expect(counted(body, list(10), 0).allocation).toBe(elements);
  });
});

test('counts stand at their own lines', () => {
  const { subject } = realmOf(
    'export function f(xs: number[]): void {\n  for (const x of xs) {\n    xs.indexOf(\n      x,\n    );\n  }\n}\n',
  );
  subject.meter.start();
  subject.functions.f?.(list(3));
  const lines = subject.meter
    .sites()
    .filter(({ steps }) => steps > 0)
    .map(({ line, construct, steps }) => [line, construct, steps]);
  expect(lines).toEqual([
    [1, 'calling f', 1],
    [2, 'the for loop', 3],
    [3, '.indexOf', 6],
  ]);
});

test.each([
  ['xs.sort((a, b) => a - b);', 'the function given to .sort'],
  ['xs?.map(function (x) { return x; });', 'the function given to .map'],
  ['Array.from(xs, (x) => x);', 'the function given to .from'],
  ['const run = (g: () => void) => g(); run(() => {});', 'the function given to run'],
  ['const g = (x: number) => x; xs.map(g);', 'calling g'],
  ['(() => {})();', 'this function'],
])('a function is named by what is known of it: %s', (body, name) => {
  const { subject } = realmOf(`export function f(xs: number[]): void {\n  ${body}\n}\n`);
  subject.meter.start();
  subject.functions.f?.(list(3));
  const called = subject.meter.sites().filter(({ line, steps }) => line === 2 && steps > 0);
  expect(called.map(({ construct }) => construct)).toContain(name);
});

test('what is thrown is told with the line of the source, whatever types were stripped before it', () => {
  const { subject } = realmOf(
    'interface A {\n  a: number;\n}\ntype B = A;\nexport function f(x: B | null): number {\n  return x!.a;\n}\n',
  );
  expect(() => subject.functions.f?.(null)).toThrow(
    expect.objectContaining({ line: 6, failure: expect.objectContaining({ name: 'TypeError' }) }),
  );
});

test('code means what it meant before it was instrumented', () => {
  const { subject } = realmOf(`
enum Colour { Red = 1, Blue }
class Heap<T> extends Array<T> {
  #cost = [1, 2];
  static made = { a: 1 };
  constructor(private readonly k: number) { super(); }
  get size(): number { return this.#cost.length + this.k; }
  has(v: T): boolean { return this.includes(v); }
  *each(): Generator<T> { yield* this; }
}
export function f(xs: readonly number[], { k = 2, ...rest }: { k?: number; z?: number } = { z: 3 }): unknown {
  const [head, ...tail] = xs;
  let s = '';
  for (const x of xs) s += \`\${x},\`;
  outer: for (const a of xs) for (const b of xs) { if (a > b) continue outer; if (a === b) break outer; }
  let j = 0;
  do j--; while (j > -3)
  const h = new Heap<number>(k);
  h.push(...xs, 4);
  const g = (...args: number[]) => ({ most: Math.max(...args), n: args.length });
  const opt = (xs as number[] | undefined)?.map((x) => [x, x * 2] as const)!.flat();
  let p = 1, q = 2; [p, q] = [q, p];
  const { length } = [...new Set(xs)].sort().reverse();
  return { head, tail, s, j, size: h.size, has: h.has(4), each: [...h.each()], g: g(1, 2), opt, p, q, rest, length, c: Colour.Blue,
    isArray: Array.isArray(h), isHeap: h instanceof Heap, isList: h instanceof Array, made: Heap.made, hypot: Math.hypot(...xs) };
}`);
  expect(subject.functions.f?.([3, 4])).toEqual({
    head: 3,
    tail: [4],
    s: '3,4,',
    j: -3,
    size: 4,
    has: true,
    each: [3, 4, 4],
    g: { most: 2, n: 2 },
    opt: [3, 6, 4, 8],
    p: 2,
    q: 1,
    rest: { z: 3 },
    length: 2,
    c: 2,
    isArray: true,
    isHeap: true,
    isList: true,
    made: { a: 1 },
    hypot: 5,
  });
});

test('operators mean what they meant', () => {
  const source = `
class Point { constructor(readonly x: number) {} valueOf() { return this.x; } }
function* inner(): Generator<number, string, number> { try { const got = yield 1; yield got; return 'end'; } finally { log.push('closed'); } }
const log: string[] = [];
function* outer(): Generator<unknown, void, number> { log.push(yield* inner()); yield* [7, 8]; yield* 'ab'; }
export function f(a: any, b: any, s: string): unknown[] {
  const it = outer();
  const got = [it.next(5).value, it.next(6).value, it.next(7).value, ...it];
  const stopped = outer();
  stopped.next(); stopped.return();
  const thrown = outer();
  thrown.next();
  try { thrown.throw(new Error('no')); } catch (e) { log.push((e as Error).message); }
  const p = new Point(2), q = new Point(3);
  const keys: string[] = [];
  for (const k in (0, { a: 1, b: 2 })) keys.push(k);
  let t = s;
  t = t + (t + s) + 1;
  const { constructor, length, ...others } = [4, 5];
  const { constructor: Own } = p;
  switch (a) { case b: log.push('b'); break; case (0, s): log.push('s'); break; default: log.push('default'); }
  return [got, log, p < q, p >= q, a == b, a != b, a === b, a !== b, !(a === b), s < 'b', s
    // a comment between
    > 'b', 'x' in { x: 1 }, p instanceof Point, a + b, \`\${(0, s)}\${a}\`, keys, t, constructor === Array, length, others,
    Own === Point, new Own(4).x, typeof a === 'number', null == undefined, +s, 1 + 2 + s, s + 1 + 2];
}`;
  const { subject } = realmOf(source);
  const plain = transformSync('plain.ts', source, { lang: 'ts', sourceType: 'module' }).code;
  const f = new Function(`${plain.replace('export function', 'return function')}`)() as (
    ...args: unknown[]
  ) => unknown[];
  const answer = f(1, '1', 'ac');
  expect(answer).toHaveLength(27);
  expect(subject.functions.f?.(1, '1', 'ac')).toEqual(answer);
});

test.each([
  ['new (xs as any).none()', 'the value is not a constructor'],
  ['[...(n as any)]', /^Spread syntax requires|is not iterable|the value is not a function/],
  ['const [a, ...b] = (n as any); b.push(a)', /^the value|n is not iterable|is not iterable/],
])('names nothing of the grader where %s fails', (code, says) => {
  const { subject } = realmOf(`export function f(xs: number[], n: number): void { ${code}; }`);
  const thrown = (() => {
    try {
      subject.functions.f?.([1], 2);
    } catch (error) {
      return error;
    }
  })();
  const { message } = (thrown as { failure: { message: string } }).failure;
  expect(message).toMatch(says);
  expect(message).not.toContain('$');
});

test('a list that becomes text is charged where it does', () => {
  const { subject } = realmOf(
    [
      'export function f(xs: number[]): string {',
      '  const s = xs.slice(1);',
      '  return `<$' + '{s}>` +',
      '    (xs + "");',
      '}',
    ].join('\n'),
  );
  subject.meter.start();
  subject.functions.f?.(list(4));
  const lines = subject.meter
    .sites()
    .filter(({ construct, steps }) => steps > 0 && construct === 'this text')
    .map(({ line, steps }) => [line, steps]);
  expect(lines).toEqual([
    [3, 3],
    [4, 4],
  ]);
});

// Sets have these methods since Node 22.
test.skipIf(!('union' in Set.prototype))('methods of sets count what they ask, and what they copy', () => {
  const both = 'const s = new Set(xs); const t = new Set([1, 99]);';
  const { steps: before } = counted(both, list(10));
  const alone = (call: string) => counted(both + call, list(10)).steps - before;
  expect(alone('s.intersection(t);')).toBe(2 + 1);
  expect(alone('t.isSubsetOf(s);')).toBe(2 + 1);
  expect(alone('s.isSupersetOf(t);')).toBe(2 + 1);
  expect(alone('s.union(t);')).toBe(10 + 2 + 1);
});

test('a constructor is the one that its name stands for', () => {
  const { subject } = realmOf(`
class Heap { top = 0; }
const is = (value: object, made: unknown): boolean => value.constructor === made;
function kind(value: { constructor: unknown } | undefined): string {
  switch (value?.constructor) {
    case Array: return 'array';
    case Map: return 'map';
    default: return 'other';
  }
}
export function f(xs: number[]): unknown[] {
  const made = xs.constructor;
  const { prototype } = Array;
  return [xs.constructor === Array, Array === [].constructor, new Set().constructor !== Set, made === Array,
    is(new Float64Array(1), Float64Array), is(new Heap(), Heap), kind([]), kind(new Map()), kind(undefined), kind({}),
    (xs.constructor as ArrayConstructor).isArray(xs), [xs.constructor][0] === Array, prototype.constructor === Array,
    ({}).constructor === Object, (() => xs.constructor)() === Array, xs.constructor.name];
}`);
  expect(subject.functions.f?.([1])).toEqual([
    ...[true, true, false, true, true, true, 'array', 'map', 'other', 'other', true, true, true, true, true, 'Array'],
  ]);
});

test('iterators give what they gave, in spreads, rest elements and constructors', () => {
  const { subject } = realmOf(`
export function f(): unknown[] {
  const map = new Map([[1, 'a'], [2, 'b']]);
  function* two() { yield 1; yield 2; }
  const [first, ...rest] = two();
  const [head] = (function* () { for (let i = 0; ; i++) yield i; })();
  return [[...map], [...map.keys()], Math.max(...map.keys()), first, rest, head, [...new Set(two())], new Map(map.entries()).size,
    Array.from(new Float64Array(two())), new Array(two()).length, { ...two() }, [...'ab']];
}`);
  expect(subject.functions.f?.()).toEqual([
    [
      [1, 'a'],
      [2, 'b'],
    ],
    [1, 2],
    2,
    1,
    [2],
    0,
    [1, 2],
    2,
    [1, 2],
    1,
    {},
    ['a', 'b'],
  ]);
});
