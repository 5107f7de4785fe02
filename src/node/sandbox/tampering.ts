import { types } from 'node:util';

/** Notes every property of every built-in of a realm; the function it returns names the first that has changed since. */
export function watchBuiltIns(global: object): () => string | undefined {
  const owners = new Map<object, { path: string; properties: Record<PropertyKey, PropertyDescriptor> }>();
  const note = (owner: unknown, path: string): void => {
    if (
      (typeof owner !== 'object' && typeof owner !== 'function') ||
      owner === null ||
      types.isProxy(owner) ||
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
    note(types.isProxy(value) ? value.prototype?.constructor : value, name);
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
