import type { LoadedCode } from '../load/load.ts';
import type { SourceLine } from '../load/machine.ts';
import type { Kinds } from './machine.ts';
import { OURS } from './ours.ts';

/** Notes every property of every built-in of a realm; the function it returns names the first that has changed since. */
export function watchBuiltIns(global: object, { isProxy }: Kinds): () => string | undefined {
  const owners = new Map<object, { path: string; properties: Record<PropertyKey, PropertyDescriptor> }>();
  const note = (owner: unknown, path: string): void => {
    if (
      (typeof owner !== 'object' && typeof owner !== 'function') ||
      owner === null ||
      isProxy(owner) ||
      owners.has(owner)
    )
      return;
    const properties = Object.getOwnPropertyDescriptors(owner) as Record<PropertyKey, PropertyDescriptor>; // keyed by name or symbol
    owners.set(owner, { path, properties });
    for (const key of ['prototype', '__proto__'] as const) {
      const value = key === 'prototype' ? properties[key]?.value : Object.getPrototypeOf(owner);
      note(value, key === 'prototype' ? `${path}.prototype` : `the prototype of ${path}`);
    }
  };
  for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(global))) {
    note(isProxy(value) ? value.prototype?.constructor : value, name);
  }
  note(global, 'the global object');
  return () => {
    for (const [owner, { path, properties }] of owners) {
      const now = Object.getOwnPropertyDescriptors(owner) as Record<PropertyKey, PropertyDescriptor>;
      for (const key of new Set([...Reflect.ownKeys(now), ...Reflect.ownKeys(properties)])) {
        if (!sameProperty(now[key], properties[key]))
          return path === 'the global object' ? String(key) : `${path}.${String(key)}`;
      }
    }
    return undefined;
  };
}

const sameProperty = (a: PropertyDescriptor | undefined, b: PropertyDescriptor | undefined): boolean =>
  a !== undefined && b !== undefined && Object.is(a.value, b.value) && a.get === b.get && a.set === b.set;

/** Where the learner's code is most likely to change a built-in: at an assignment to it, or else where it is named. */
export function placeOfChange(
  { modules }: LoadedCode,
  changed: string,
  sourceLine: SourceLine,
): { file?: string; line?: number } {
  const [name = changed] = /\w+(?=\W*$)/.exec(changed) ?? [];
  const [path, last] = [changed, name].map((text) => text.replace(/[^\w]/g, '\\$&'));
  for (const pattern of [
    `\\b${path} \\S?=[^=]`,
    `\\.${last} \\S?=[^=]`,
    `"${last}"`,
    `\\b${last}[:(]`,
    `\\b${last}\\b`,
  ]) {
    for (const { file, code, mappings } of modules.filter((module) => !module.file.startsWith(OURS))) {
      const uncommented = code.replace(/^\s*(\/\/|\/?\*).*$/gm, (comment) => ' '.repeat(comment.length));
      const before = code.slice(0, new RegExp(pattern).exec(uncommented)?.index ?? 0).split('\n');
      const line = before[0] ? sourceLine(mappings, before.length, (before.at(-1)?.length ?? 0) + 1) : undefined;
      if (line !== undefined) return { file, line };
    }
  }
  return {};
}
