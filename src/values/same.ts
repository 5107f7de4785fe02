/** Whether two plain values are equal in every part; 0 and -0 are equal, NaN equals NaN. No recursion: trees may be deep. */
export function isSame(a: unknown, b: unknown): boolean {
  const pending: [unknown, unknown][] = [[a, b]];
  for (let pair = pending.pop(); pair; pair = pending.pop()) {
    const [left, right] = pair;
    if (left === right || (Number.isNaN(left) && Number.isNaN(right))) continue;
    if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
    if (Array.isArray(left) !== Array.isArray(right)) return false;
    const keys = Object.keys(left);
    if (keys.length !== Object.keys(right).length) return false;
    for (const key of keys) {
      if (!Object.hasOwn(right, key)) return false;
      pending.push([(left as Record<string, unknown>)[key], (right as Record<string, unknown>)[key]]); // own keys of objects
    }
  }
  return true;
}

/**
 * The path of the first place where two plain values differ, as one writes it in code ("[0].left"); undefined when equal.
 * With `isNear`, which is given what holds the right one too, scalars may differ, and only the parts that `b` has are compared.
 */
export function firstDifference(
  a: unknown,
  b: unknown,
  isNear?: (left: unknown, right: unknown, holder: unknown) => boolean,
): { path: string; left: unknown; right: unknown } | undefined {
  const pending: [unknown, unknown, string, unknown][] = [[a, b, '', undefined]];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const [left, right, path, holder] = next;
    if (left === right || (Number.isNaN(left) && Number.isNaN(right)) || isNear?.(left, right, holder)) continue;
    if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null)
      return { path, left, right };
    if (Array.isArray(left) !== Array.isArray(right)) return { path, left, right };
    if (Array.isArray(left) && Array.isArray(right) && left.length !== right.length)
      return { path: `${path}.length`, left: left.length, right: right.length };
    const keys = [...new Set([...(isNear ? [] : Object.keys(left)), ...Object.keys(right)])];
    for (const key of keys.reverse()) {
      const step = Array.isArray(left) ? `[${key}]` : `.${key}`;
      // own keys of objects, and undefined where one of them lacks the key
      pending.push([
        (left as Record<string, unknown>)[key],
        (right as Record<string, unknown>)[key],
        path + step,
        right,
      ]);
    }
  }
  return undefined;
}
