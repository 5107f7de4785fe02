/** A frozen copy of plain arrays and objects, at any depth. No recursion: trees may be deep. */
export function deepFrozen<Value>(value: Value): Value {
  const copies = new Map<object, object>();
  const copyOf = (source: unknown): unknown => {
    if (typeof source !== 'object' || source === null) return source;
    const known = copies.get(source);
    if (known) return known;
    const copy = Array.isArray(source) ? [...source] : { ...source };
    copies.set(source, copy);
    return copy;
  };
  const result = copyOf(value);
  // A Map hands out entries that are added while it is walked, so children are reached too.
  for (const copy of copies.values()) {
    for (const [key, item] of Object.entries(copy)) (copy as Record<string, unknown>)[key] = copyOf(item); // own keys
    Object.freeze(copy);
  }
  return result as Value; // a copy of the same form
}
