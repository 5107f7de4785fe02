const known = new WeakMap<object, readonly string[]>();

/** Remembers which other keys something had of which a copy was made by a few of its keys. */
export function keepOtherKeys(copy: object, keys: readonly string[]): void {
  if (keys.length > 0) known.set(copy, keys);
}

/** The keys that were not copied. */
export const otherKeys = (copy: object): readonly string[] => known.get(copy) ?? [];
