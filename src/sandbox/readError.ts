import { visible } from '../values/visible.ts';
import { type Crossing, prototypeOf } from './crossing.ts';
import type { Kinds } from './machine.ts';

/** What an attempt threw, read without running any of its code. */
export function readError(
  bridge: Crossing,
  error: unknown,
): { name: string; message: string; stack: string; isRangeError: boolean } {
  if (typeof error !== 'object' || error === null) {
    const text = typeof error === 'symbol' || typeof error === 'function' ? `a ${typeof error}` : String(error);
    return {
      name: 'a value that is not an Error',
      message: visible(text.slice(0, 200)),
      stack: '',
      isRangeError: false,
    };
  }
  const { kinds } = bridge;
  let isRangeError = false;
  for (let level = prototypeOf(kinds, error); level; level = prototypeOf(kinds, level))
    if (level === bridge.rangeErrorPrototype) isRangeError = true;
  const name = textAt(kinds, error, 'name') ?? 'an object that is not an Error';
  return {
    name: visible(name.slice(0, 60)),
    message: visible((textAt(kinds, error, 'message') ?? '').replace(INSTRUMENT, 'the value').slice(0, 300)),
    stack: stackOf(bridge, error),
    isRangeError,
  };
}

/** What instrumented code is called by the engine: "$meter_0123456789abcdef.list(...) is not iterable". */
const INSTRUMENT = /\$meter_[0-9a-f]{16}\.\w+(\(\.\.\.\))?/g;

/** A text property found without running a getter. */
function textAt(kinds: Kinds, error: object, key: string): string | undefined {
  for (let level: object | null = error; level; level = prototypeOf(kinds, level)) {
    if (kinds.isProxy(level)) return undefined;
    const descriptor = Object.getOwnPropertyDescriptor(level, key);
    if (descriptor) return typeof descriptor.value === 'string' ? descriptor.value : undefined;
  }
  return undefined;
}

/** The stack, which newer engines keep behind a getter of their own; it runs inside the realm. */
function stackOf(bridge: Crossing, error: object): string {
  if (bridge.kinds.isProxy(error)) return '';
  const descriptor = Object.getOwnPropertyDescriptor(error, 'stack');
  const value = descriptor?.get
    ? bridge.invoke(descriptor.get, error, bridge.newArray())
    : { ok: true, value: descriptor?.value };
  return value.ok && typeof value.value === 'string' ? value.value : '';
}
