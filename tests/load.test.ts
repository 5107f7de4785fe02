import { describe, expect, test } from 'vitest';
import { checkedAsRun } from '../src/load/asRun.ts';
import { injectedFor } from '../src/load/injected.ts';
import { parse } from '../src/load/parse.ts';
import { LoadProblem } from '../src/load/problem.ts';
import { load } from '../src/node/grading/load.ts';
import { loadMachine } from '../src/node/grading/loadMachine.ts';
import { attemptFile, loaded, realmOf } from './sandboxed.ts';

const problemOf = (source: string) => {
  const result = load(attemptFile(source));
  return result.ok ? undefined : result.problem;
};

describe('load', () => {
  test.each([
    ['a syntax error', 'const a = 1;\nlet b = ;', { kind: 'cannot-load', line: 2, column: 9 }],
    [
      'a package',
      "const a = 1;\nimport { Matrix } from 'ml-matrix';\nexport const b = new Matrix(a);",
      { kind: 'not-allowed', line: 2, column: 1 },
    ],
    [
      'a file outside',
      "import { a } from '../reference/index.ts';\nexport const b = a;",
      { kind: 'not-allowed', line: 1 },
    ],
    ['eval', 'export const a = () => eval("1");', { kind: 'not-allowed', line: 1, column: 24 }],
    ['a shorthand of a forbidden name', 'export const a = { process };', { kind: 'not-allowed', line: 1 }],
    ['the random of Math by a string', 'export const a = () => Math["random"]();', { kind: 'not-allowed', line: 1 }],
    ['await at the top', 'await 1;', { kind: 'not-allowed', line: 1 }],
    ['a decorator', 'const d = (f: unknown) => f;\n@d export class A {}', { kind: 'not-allowed', line: 2 }],
    ['an accessor field', 'export class A {\n  accessor size = 1;\n}', { kind: 'not-allowed', line: 2 }],
    ['using', 'export function f() {\n  using a = g();\n}', { kind: 'not-allowed', line: 2 }],
    ['a global in an enum', 'enum E {\n  A = process,\n}', { kind: 'not-allowed', line: 2 }],
    ['an import in a function', "function f() {\n  import './a.ts';\n}", { kind: 'not-allowed', line: 2 }],
    ['export =', 'const f = () => 3;\nexport = f;', { kind: 'not-allowed', line: 2, column: 1 }],
    ['for await at the top', 'for await (const a of []) {}', { kind: 'not-allowed', line: 1 }],
    ['a loop of imports', "import { a } from './attempt.ts';\nexport const b = a;", { kind: 'not-allowed', line: 1 }],
  ])('refuses %s and says where', (_, source, place) => {
    const problem = problemOf(source);
    expect(problem).toMatchObject(place);
    expect(problem?.message).toMatch(/^[A-Z`]/);
  });

  test('says of a file that is gone that it is', () => {
    expect(load('/nowhere/attempt.ts')).toMatchObject({
      problem: { message: 'It does not exist. Save it again', file: 'attempt.ts' },
    });
  });

  test.each([
    ['for (;;) { continue foo; }', 20],
    ['for (;;) { break foo; }', 17],
    ['export function f() { for (;;) { continue foo; } }', 42],
    ['foo: for (;;) { [1].map(() => { for (;;) continue foo; }); }', 50],
  ])('says which label is not defined: %s', (source, column) => {
    expect(problemOf(source)).toMatchObject({
      message: expect.stringContaining('The label `foo` is not defined in this function'),
      line: 1,
      column: column + 1,
    });
  });

  test.each([
    [
      'a function of the name of a global',
      'function process(n: number) { return n; }\nexport const f = () => process(3);',
    ],
    ['a parameter of such a name', 'export const f = (window = 3) => window;'],
    ['a property of such a name', 'export const f = () => ({ process: 3, Date: 4 }).process;'],
    ['a label of such a name', 'export function f() { self: for (;;) break self; return 3; }'],
    ['a type of such a name', 'export function f(d?: Date): number { return d ? 4 : 3; }'],
    [
      'an import that is only used as a type',
      "import { Matrix } from 'ml-matrix';\nexport const f = (m?: Matrix) => (m ? 4 : 3);",
    ],
    ['a type import', "import type * as all from 'ml-matrix';\nexport const f = (m?: all.Matrix) => (m ? 4 : 3);"],
    ['a default export beside it', 'export const f = () => 3;\nexport default f;'],
    ['an export list with another name', 'const g = () => 3;\nexport { g as f };'],
    ['type errors', 'export const f = (): string => 3;'],
    ['arguments inside a function', 'export function f() { return 3 + arguments.length; }'],
    ['the name that counters had', 'const $meter = 3, \\u0024require = 4;\nexport const f = () => $meter;'],
    ['a line that names an interpreter', '#!/usr/bin/env node\nexport const f = () => 3;'],
    [
      'a name for a part of a namespace',
      'namespace N { export const b = 3; }\nimport a = N.b;\nexport const f = () => a;',
    ],
    ['an exported namespace', 'export namespace N { export const b = 3; }\nexport const f = () => N.b;'],
    [
      'enums and overloads that are declared twice',
      'export enum E { A = 1 }\nexport enum E { B = 3 }\nexport function f(): number;\nexport function f(a?: string): number { return E.B; }',
    ],
    [
      'a type in an export list',
      "interface I {}\nimport type { J } from 'j';\nconst f = () => 3;\nexport { f, I, J };",
    ],
    ['a member of an enum of the name of a global', 'enum E { Date = 3, self = Date }\nexport const f = () => E.self;'],
  ])('takes %s', (_, source) => {
    expect(realmOf(source).subject.functions.f?.()).toBe(3);
  });

  // Each on line 2, after a type that is gone from what is run.
  test.each([
    ...[
      'let a = 1, b = 2, a = 3;',
      'var a; let a;',
      'function f(a, a) {}',
      'const f = (a, a) => 1;',
      'function f(a) { let a; }',
      'try {} catch (e) { let e; }',
      'class A {} class A {}',
      '{ function f() {} function f() {} }',
      "import { a } from './a.ts'; let a;",
      'switch (1) { case 1: let a; case 2: let a; }',
      'switch (1) { default: default: }',
    ],
    ...[
      'break;',
      'function f() { break; }',
      'continue;',
      'a: { continue a; }',
      'for (;;) break a;',
      'a: a: for (;;);',
      'return 1;',
      'new.target;',
      'super.x;',
      'function f() { super.x; }',
      'class A { constructor() { super(); } }',
    ],
    ...[
      'const a = 017;',
      'const a = 08;',
      'const a = "\\07";',
      'const a = `\\07`;',
      'const a = 1__0;',
      'const a = 3in [];',
      'const a = "\\u{110000}";',
    ],
    ...[
      'const a = /(/;',
      'const a = /a/gg;',
      'const a = /a{2,1}/;',
      'const a = /\\p{Foo}/u;',
      'const a = /(?<n>a)(?<n>b)/;',
      'const a = /[b-a]/;',
      'function f() { return () => /\\k<x>/u; }',
    ],
    ...[
      '{ export const a = 1; }',
      'const a = 1; export { a, a };',
      'export const a = 1; export { a };',
      'export default 1; export default 2;',
      'export { nope };',
    ],
    ...[
      'class A { m() { return this.#x; } }',
      'class A { #x; #x; }',
      'class A { constructor() {} constructor() {} }',
      'class A { *constructor() {} }',
      'class A { static prototype() {} }',
      'class A { #x; m() { delete this.#x; } }',
      'class A { x = arguments; }',
      'class A { static { await; } }',
    ],
    ...[
      'let x = 1; delete x;',
      'with (a) {}',
      'arguments = 1;',
      'function f() { arguments = 1; }',
      'let eval = 1;',
      'let yield = 1;',
      'let await = 1;',
      'let let = 1;',
      'let static = 1;',
      'function f() { await 1; }',
      'function* g(a = yield) {}',
      'async function f(a = await 1) {}',
    ],
    ...[
      'const a;',
      'let { a };',
      '1 = 2;',
      'f() = 2;',
      '++1;',
      'a?.b = 1;',
      '({ a = 1 });',
      '({ __proto__: 1, __proto__: 2 });',
      '-a ** 2;',
      'a || b ?? c;',
      'new a?.b();',
      'const [...a,] = [];',
      'if (1) class A {}',
      'if (1) function f() {}',
      'throw\n1;',
      'for (let x = 1 of []) {}',
      'cl\\u0061ss A {}',
      'for (async of []) {}',
    ],
  ])('tells the line of %s', (code) => {
    expect(problemOf(`type A = 1;\n${code}`)).toMatchObject({
      line: 2,
      message: expect.not.stringContaining('grader'),
    });
  });

  test('runs files that stand beside the attempt', () => {
    const source =
      "import Heap, { one as uno } from './heap';\nimport * as all from './heap.ts';\nexport const f = () => new Heap().top + uno - all.one;\nexport * from './heap.ts';";
    const beside = { 'heap.ts': 'export default class Heap { top = 3; }\nexport const one = 1;' };
    expect(realmOf(source, {}, beside).subject.functions.f?.()).toBe(3);
  });

  test.each(["one,import('x')", '\\u007d});import("x");({get a(){return 1', 'a b', '__proto__', "'"])(
    'takes an export of the name %j for a name and no code',
    (name) => {
      const text = JSON.stringify(name);
      const source = `import { ${text} as g } from './a.ts';\nexport { ${text} as g } from './a.ts';\nexport const f = () => g();`;
      const beside = { 'a.ts': `const one = () => 3;\nexport { one as ${text} };` };
      const { functions } = realmOf(source, {}, beside).subject;
      expect([functions.f?.(), functions.g?.()]).toEqual([3, 3]);
    },
  );

  test('takes a file as a whole under one name', () => {
    const realm = realmOf(
      "export * as all from './a.ts';\nexport const f = () => 3;",
      {},
      { 'a.ts': 'export const g = 1;' },
    );
    expect([realm.exported('all'), realm.exported('g')]).toEqual([{ g: 1 }, undefined]);
  });

  test('knows what is still a TODO', () => {
    const { exported, unwritten } = loaded(
      "export function a() { throw new Error('TODO: a'); }\nexport const b = () => { throw new Error('TODO'); };\nexport function c() { throw new Error('no'); }",
    );
    expect(exported).toEqual(['a', 'b', 'c']);
    expect(unwritten).toEqual(['a', 'b']);
  });

  test.each([
    'import("x")',
    'a = () => [import("x")]',
    '}), (function () {',
    '})(); (function () {',
    '',
    'import.meta',
  ])('runs no code that %j became, whatever it was made of', (code) => {
    const source = parse('a.ts', '');
    const run = () => checkedAsRun(loadMachine, source, { code, mappings: '' }, injectedFor('0123456789abcdef'));
    if (code === '') expect(run().code).toMatch(/^\(function\(\$meter_.*\n\n\}\)$/s);
    else expect(run).toThrow(LoadProblem);
  });
});
