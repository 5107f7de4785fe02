import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { root, slugs } from './bank.ts';

/** What a line of an example says comes out. */
const SAYS = /^(.*?)\s*\/\/ => (.*)$/;

/** The examples in the docstrings of a file, each with the function that it stands above. */
function examplesIn(file: string): { name: string; code: string }[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/@example\n \* ```ts\n([\s\S]*?) \* ```\n \*\/\nexport function (\w+)/g)].map(
    ([, code = '', name = '']) => ({ name, code: code.replaceAll(/^ \* ?/gm, '').trimEnd() }),
  );
}

/** Runs an example; gives each value that it shows beside the value that comes out. */
function shown(code: string, module: Record<string, unknown>): { says: unknown; is: unknown }[] {
  const statements: string[] = [];
  const lines = code.split('\n');
  lines.forEach((line, i) => {
    const [, own = '', says = ''] = SAYS.exec(line) ?? [];
    if (says === '') statements.push(line);
    else {
      // What it shows may stand on a line of its own, below a long one.
      const expression = own === '' ? (statements.pop() ?? '') : own;
      statements.push(`$shown.push({ says: (${says}), is: (${expression.replace(/;\s*$/, '')}) });`);
    }
    if (i === lines.length - 1) statements.push('return $shown;');
  });
  const names = Object.keys(module);
  const run = new Function('$shown', ...names, statements.join('\n')); // the text is our own
  return run([], ...names.map((name) => module[name])) as { says: unknown; is: unknown }[];
}

/** Typed arrays as arrays, at any depth. */
const plain = (value: unknown): unknown => {
  if (ArrayBuffer.isView(value)) return Array.from(value as unknown as ArrayLike<number>);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
};

describe.each(slugs)('the examples of %s', async (slug) => {
  const folder = path.join(root, 'reference', slug);
  const module = (await import(path.join(folder, 'index.ts'))) as Record<string, unknown>;
  const examples = readdirSync(folder).flatMap((file) => examplesIn(path.join(folder, file)));

  test('are there for every function', () => {
    expect(examples.map(({ name }) => name).sort()).toEqual(Object.keys(module).sort());
  });

  test.each(examples)('$name gives what it shows', ({ code }) => {
    const values = shown(code, module);
    expect(values.length).toBeGreaterThan(0);
    for (const { says, is } of values) expect(plain(is)).toEqual(says);
  });
});
