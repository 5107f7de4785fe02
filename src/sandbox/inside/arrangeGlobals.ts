import type { Kit, Thing } from './kit.ts';

/** One place of a stack, as the engine gives it. */
interface Frame {
  getFileName(): unknown;
  getFunctionName(): string | null;
  getLineNumber(): number | null;
  getColumnNumber(): number | null;
}

/** Takes away what depends on clock, chance, threads and garbage collection, and gives `structuredClone`. */
export function arrangeGlobals({ charge, lengthOf }: Kit): void {
  const { defineProperty, getOwnPropertyDescriptor, keys } = Object;
  const { apply } = Reflect;
  const { startsWith } = String.prototype;
  const { isArray } = Array;
  const { isView } = ArrayBuffer;
  const global = globalThis as unknown as Thing;
  for (const name of 'Date Intl SharedArrayBuffer Atomics WebAssembly WeakRef FinalizationRegistry SuppressedError DisposableStack AsyncDisposableStack eval escape unescape'.split(
    ' ',
  )) {
    delete global[name];
  }
  const hide = (owner: object, name: string, value: unknown): void => {
    defineProperty(owner, name, { value, writable: false, enumerable: false, configurable: false });
  };
  /** Names the places of the attempt, and none of the grader's; it runs no code of the error's own, which may never end. */
  const ownFrames = (error: object, frames: readonly Frame[]): string => {
    const name: unknown = getOwnPropertyDescriptor(error, 'name')?.value;
    const message: unknown = getOwnPropertyDescriptor(error, 'message')?.value;
    let text = `${typeof name === 'string' ? name : 'Error'}${typeof message === 'string' ? `: ${message}` : ''}`;
    for (let i = 0; i < frames.length; i++) {
      const frame = frames[i] as Frame;
      const file = frame.getFileName();
      if (typeof file !== 'string' || file === 'grader' || apply(startsWith, file, ['file:'])) continue;
      text += `\n    at ${frame.getFunctionName() ?? 'a function'} (${file}:${frame.getLineNumber()}:${frame.getColumnNumber()})`;
    }
    return text;
  };
  hide(Error, 'prepareStackTrace', ownFrames);
  hide(global, 'Error', Error); // the engine looks there for what formats its stacks, which are lists of the grader's
  hide(Math, 'random', () => {
    throw new Error('Math.random is not allowed: the same arguments must always give the same answer');
  });

  const copyDeep = (value: unknown, copies: Map<unknown, unknown>): unknown => {
    if (typeof value === 'function' || typeof value === 'symbol')
      throw new TypeError('structuredClone cannot copy functions or symbols');
    if (typeof value !== 'object' || value === null) return value;
    if (copies.has(value)) return copies.get(value);
    const length = lengthOf(value);
    charge(length + 1, length + 1);
    if (isView(value)) {
      const view = value as unknown as { slice(): unknown };
      return view.slice();
    }
    if (value instanceof Map || value instanceof Set) {
      const copy = value instanceof Map ? new Map() : new Set();
      copies.set(value, copy);
      for (const item of value) {
        if (copy instanceof Map)
          copy.set(copyDeep((item as unknown[])[0], copies), copyDeep((item as unknown[])[1], copies));
        else copy.add(copyDeep(item, copies));
      }
      return copy;
    }
    const copy: Thing = isArray(value) ? ([] as unknown as Thing) : {};
    copies.set(value, copy);
    for (const key of keys(value)) copy[key] = copyDeep((value as Thing)[key], copies);
    if (isArray(value)) (copy as unknown as unknown[]).length = length;
    return copy;
  };
  const given = { structuredClone: (value: unknown): unknown => copyDeep(value, new Map()) };
  defineProperty(global, 'structuredClone', {
    value: given.structuredClone,
    writable: true,
    enumerable: false,
    configurable: true,
  });
}
