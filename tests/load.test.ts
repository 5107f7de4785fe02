import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { load } from '../src/node/load/load.ts';
import { createRealm } from '../src/node/sandbox/realm.ts';
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
    ['a loop of imports', "import { a } from './attempt.ts';\nexport const b = a;", { kind: 'not-allowed', line: 1 }],
  ])('refuses %s and says where', (_, source, place) => {
    expect(problemOf(source)).toMatchObject(place);
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
  ])('takes %s', (_, source) => {
    expect(realmOf(source).subject.functions.f?.()).toBe(3);
  });

  test('runs files that stand beside the attempt', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'ml-drills-load-'));
    writeFileSync(path.join(folder, 'heap.ts'), 'export default class Heap { top = 3; }\nexport const one = 1;');
    writeFileSync(
      path.join(folder, 'attempt.ts'),
      "import Heap, { one as uno } from './heap';\nimport * as all from './heap.ts';\nexport const f = () => new Heap().top + uno - all.one;\nexport * from './heap.ts';",
    );
    const result = load(path.join(folder, 'attempt.ts'));
    if (!result.ok) throw new Error(result.problem.message);
    expect(createRealm(result.code).subject.functions.f?.()).toBe(3);
  });

  test('knows what is still a TODO', () => {
    const { exported, unwritten } = loaded(
      "export function a() { throw new Error('TODO: a'); }\nexport const b = () => { throw new Error('TODO'); };\nexport function c() { throw new Error('no'); }",
    );
    expect(exported).toEqual(['a', 'b', 'c']);
    expect(unwritten).toEqual(['a', 'b']);
  });
});
