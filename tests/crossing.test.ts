import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { LevelVerdict } from '../src/judge/verdict.ts';
import { asRun } from '../src/load/asRun.ts';
import type { LoadedCode } from '../src/load/load.ts';
import { GradingProcess } from '../src/node/sandbox/childProcess.ts';
import { createRealm } from '../src/node/sandbox/realm.ts';
import { root } from './run.ts';
import { loaded, realmOf } from './sandboxed.ts';

/** Keeps in `foreign` what has other prototypes than the realm of the attempt. */
const LOOKS = `const foreign: unknown[] = [];
const seen = (value: unknown): void => {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return;
  let top: object = value;
  for (let next = Object.getPrototypeOf(top); next; next = Object.getPrototypeOf(next)) top = next;
  if (top !== Object.prototype) foreign.push(String(Object.prototype.toString.call(value)));
};
`;

/**
 * Functions that ask for stacks ever deeper: the engine has functions of the grader's realm write them, and those overflow
 * too. Their frames have many sizes, so that some end where it matters. They look at what they caught afterwards.
 */
const digs = (pattern: string, kept: string): string => `
const kept: unknown[] = [];
const digs = [${Array.from({ length: 20 }, (_, size) => {
  const names = Array.from({ length: size }, (_unused, i) => `a${i}`);
  return `() => {
    const dig = () => {
      ${names.map((name) => `let ${name} = 1;`).join('')}
      const error = new Error('here');
      try { error.stack; } catch (${pattern}) { kept[kept.length] = ${kept}; }
      dig();
      return [${names}];
    };
    dig();
  }`;
})}];
const digAll = () => { for (const dig of digs) try { dig(); } catch (e) { kept[kept.length] = e; } kept.forEach(seen); };
`;

/** A module as it is run, by its body. */
const asModule = (body: string): string =>
  asRun(body, { meter: '$meter', require: '$require', publish: '$publish', byDefault: '$default' });

describe('nothing of the grader reaches an attempt:', () => {
  test.each([
    [
      'by the stack of an error where there is no room for it',
      `${digs('e', 'e')} export const f = () => { digAll(); return foreign; }`,
    ],
    [
      'by a pattern that catches it',
      `${digs('{ constructor: c }', 'c')} export const f = () => { digAll(); return foreign; }`,
    ],
    [
      'by what overflows the stack inside a function that it is given',
      `export function f(random: (...args: unknown[]) => number) {
        const call = (): void => { try { random([1], [2]); } catch (e) { seen(e); throw e; } call(); };
        try { call(); } catch (e) { seen(e); }
        return foreign;
      }`,
    ],
    [
      'by the methods of a list that it gives to such a function',
      `export function f(distance: (a: number[], b: number[]) => number) {
        const list = [1, 2];
        const spy = function (this: unknown, ...args: unknown[]) { seen(this); args.forEach(seen); return []; };
        for (const name of ['map', 'reduce', 'forEach', 'slice']) (list as any)[name] = spy;
        (list as any)[Symbol.iterator] = spy;
        const watched = new Proxy([1, 2], { get(...args) { args.forEach(seen); return 1; } });
        for (const given of [list, watched, { length: 1e9 }, spy, Symbol('x')] as any[]) try { distance(given, list); } catch (e) { seen(e); }
        return foreign;
      }`,
    ],
    [
      'by what such a function throws',
      `export function f(_: unknown, throws: () => number) { try { throws(); } catch (e) { seen(e); } return foreign; }`,
    ],
    [
      'by the lists from which stacks are written',
      `try { (Error as any) = { prepareStackTrace: (_: unknown, frames: unknown[]) => { seen(frames); return ''; } }; } catch {}
       export function f(random: () => number) { try { null!.x; } catch (e) { (e as Error).stack; } return foreign; }
       export function g() { null!.x; }
       export const h = () => foreign;`,
    ],
  ])('%s', (_, source) => {
    const { functions, meter } = realmOf(`${LOOKS}${source}`).subject;
    meter.start(1e9);
    const distance = (a: number[], b: number[]): number =>
      a.map((value, i) => value - (b[i] ?? 0)).reduce((x, y) => x + y, 0);
    const throws = (): number => {
      throw new RangeError('ours');
    };
    expect(functions.f?.(distance, throws)).toEqual([]);
    if (functions.g) expect(functions.g).toThrow();
    if (functions.h) expect(functions.h()).toEqual([]);
  });

  test('by promises, which are never gone on with', () => {
    const file = (name: string, body: string) => ({ file: name, code: asModule(body), mappings: '', imports: {} });
    const before = `const seen = []; Promise.reject(1).catch((e) => seen.push(e)); (async () => { await 0; seen.push(1); })(); $publish({ get f() { return () => seen.length; } });`;
    const code: LoadedCode = {
      modules: [file('first.ts', before), file('second.ts', '')],
      sites: [],
      exported: ['f'],
      unwritten: [],
      claims: {},
      offers: [],
    };
    const { exported } = createRealm(code);
    const f = exported('f', 'first.ts') as () => number;
    expect(f()).toBe(0);
  });

  test('by text that ends the function it is put in', () => {
    const [module] = loaded('export const f = 1;').modules;
    if (!module) throw new Error('no module');
    const code = {
      modules: [{ ...module, code: asModule('}); throw new Error("out"); (function () {') }],
      sites: [],
      exported: [],
      unwritten: [],
      claims: {},
      offers: [],
    };
    expect(() => createRealm(code)).toThrow('threw');
  });
});

test('an object of the grader would be of no use: its built-ins are frozen', async () => {
  const code = loaded('export function kMeans() {}');
  // Without what is put into catch clauses, so that such an object comes in; and with promises of all kinds left behind.
  const attack = `
    Promise.reject({ get [Symbol.for('nodejs.util.inspect.custom')]() { throw 1; } });
    let told = 'nothing came in';
    const write = (e) => {
      let top = e;
      for (let next = Object.getPrototypeOf(top); next; next = Object.getPrototypeOf(next)) top = next;
      if (top === Object.prototype || told !== 'nothing came in') return;
      told = 'written:';
      const list = top.constructor.keys(top);
      for (const owner of [top, top.constructor, e.constructor, list.__proto__, list[Symbol.iterator], list[Symbol.iterator]().__proto__])
        for (const key of ['toJSON', 'next', 'keys', 'map']) try { owner[key] = () => '{}'; told += key; } catch {}
    };
    ${digs('e', 'e')
      .replace(/: unknown\[\]/, '')
      .replace(/^const digAll.*/m, '')}
    for (const dig of digs) if (told === 'nothing came in') try { dig(); } catch {} finally { kept.forEach(write); }
    $publish({ get kMeans() { return () => { throw { name: 'Told', message: told }; }; } });`;
  const child = new GradingProcess(path.join(root, 'dist'));
  const request = {
    drill: pathToFileURL(path.join(root, 'dist/drills/k-means/drill.js')).href,
    attempt: { ...code, modules: code.modules.map((module) => ({ ...module, code: asModule(attack) })) },
    reference: loaded('export const none = 1;'),
    seed: 1,
    level: 'kMeans',
  };
  const refuted = await new Promise<readonly LevelVerdict[]>((resolve) => {
    child.judge(request, resolve).then(({ levels }) => resolve(levels));
  });
  child.kill();
  expect(refuted[0]?.laws[0]).toMatchObject({ message: 'The call throws Told: written:' });
});
