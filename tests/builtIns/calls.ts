import { functionAt, isThing, ownerAt, type Place, type Side } from './realms.ts';

/** A built-in, called on an input with others; "owner" is what the function belongs to. */
export interface Call {
  readonly place: Place;
  readonly self: string;
  readonly args: readonly string[];
  readonly isNew: boolean;
  /** Whether it changes what it is given, so that it is given something new each time. */
  readonly changes: boolean;
}

const SIZE = 100;
/** Nanoseconds: what takes as long on a hundred elements is not called on more. */
const TOO_LONG = 2_000_000n;

const PAIRS = [
  ...[
    'zero size',
    'zero text',
    'zero list',
    'list first',
    'list builtIn',
    'list text',
    'like first',
    'nil descriptors',
  ],
  ...['object descriptors', 'object object', 'object hidden', 'object chain', 'text text', 'text list', 'word text'],
  ...[
    'word list',
    'comma word',
    'comma first',
    'text first',
    'first zero',
    'builtIn list',
    'loaded list',
    'bound list',
  ],
  ...['builtIn nothing list', 'builtIn nothing claims', 'loaded nothing list', 'zero zero list', 'zero zero size'],
].map((names) => names.split(' '));
const SINGLE = 'zero size text word list claims set object builtIn first comma'.split(' ').map((name) => [name]);
const FOR_METHODS = [
  [],
  ...SINGLE,
  ...['zero text', 'zero size', 'comma word', 'word text', 'first zero', 'zero zero list'].map((names) =>
    names.split(' '),
  ),
];
const RECEIVERS = (
  'list nested empties like claims typed text map set object hidden chain values keys letters buffer view pattern comma ' +
  'sticky words bound loaded builtIn big symbol promise size'
).split(' ');

/** Inputs that are used up where they are used, whatever does it. */
export const USED_UP: ReadonlySet<string> = new Set(['values', 'keys', 'letters', 'generated', 'promise']);

/** Lets a promise be rejected. */
export function hush(result: unknown): void {
  if (!isThing(result) || Object.prototype.toString.call(result) !== '[object Promise]') return;
  Promise.prototype.then.call(
    result,
    () => {},
    () => {},
  );
}

/** What can be seen of a value, to tell whether it has changed. */
function stateOf(value: unknown): unknown[] {
  if (!isThing(value)) return [value];
  const state: unknown[] = [Object.getPrototypeOf(value), Object.isExtensible(value), Object.isFrozen(value)];
  for (const key of Reflect.ownKeys(value)) {
    const property = Object.getOwnPropertyDescriptor(value, key);
    state.push(key, property?.value, property?.enumerable, property?.get);
  }
  for (const name of ['size', 'byteLength', 'source']) {
    try {
      state.push(Reflect.get(value, name));
    } catch {}
  }
  return state;
}

/** The calls of one built-in that throw nothing. */
export function callsOf(place: Place, side: Side): Call[] {
  const run = functionAt(place, side);
  const owner = ownerAt(place, side);
  if (!run || !owner) return [];
  const calls: Call[] = [];
  const call = (self: string, args: readonly string[], isNew: boolean): boolean => {
    for (const name of USED_UP) known.get(side)?.delete(name);
    const given = args.map((name) => smallInput(side, name).value);
    const started = process.hrtime.bigint();
    try {
      const receiver = self === 'owner' ? owner : smallInput(side, self).value;
      hush(isNew ? Reflect.construct(run, given) : Reflect.apply(run, receiver, given as never[]));
    } catch {
      return false;
    }
    if (process.hrtime.bigint() - started > TOO_LONG) return true;
    const changed = [self, ...args].filter((name) => name !== 'owner' && hasChanged(side, name));
    for (const name of changed) known.get(side)?.delete(name);
    calls.push({ place, self, args, isNew, changes: changed.length > 0 });
    return true;
  };
  const all = (self: string, lists: readonly (readonly string[])[], isNew = false): boolean => {
    const fitting = lists.filter(({ length }) => place.part === 'value' || length === (place.part === 'set' ? 1 : 0));
    return fitting.map((args) => call(self, args, isNew)).some(Boolean);
  };
  const forStatics = [[], ...Object.keys(side.inputs).map((name) => [name]), ...PAIRS];
  const isStatic = all('nothing', forStatics) || (typeof owner === 'function' && all('owner', forStatics));
  if (!isStatic)
    for (const self of RECEIVERS.filter((name) => isFor(owner, side.inputs[name]?.(3), name))) all(self, FOR_METHODS);
  if (place.part === 'value' && Object.hasOwn(run, 'prototype')) all('nothing', forStatics, true);
  return calls;
}

/** Whether methods of a prototype are called on an input: those of Object on objects alone, for all inherit them. */
function isFor(owner: object, input: unknown, name: string): boolean {
  if (['like', 'claims'].includes(name)) return true;
  if (input === undefined || input === null) return false;
  const prototype: unknown = Object.getPrototypeOf(Object(input));
  if (prototype === owner) return true;
  const inherits = Object.prototype.isPrototypeOf.call(owner, Object(input));
  return inherits && (Object.getPrototypeOf(owner) !== null || ['object', 'list', 'chain'].includes(name));
}

interface Known {
  readonly value: unknown;
  readonly state: readonly unknown[];
}
const known = new WeakMap<Side, Map<string, Known>>();

function smallInput(side: Side, name: string): Known {
  const inputs = known.get(side) ?? new Map<string, Known>();
  known.set(side, inputs);
  const value = inputs.get(name) ?? side.inputs[name]?.(SIZE);
  const made = inputs.get(name) ?? { value, state: stateOf(value) };
  inputs.set(name, made);
  return made;
}

function hasChanged(side: Side, name: string): boolean {
  const before = known.get(side)?.get(name);
  const now = stateOf(before?.value);
  return (
    before !== undefined &&
    (now.length !== before.state.length || now.some((part, i) => !Object.is(part, before.state[i])))
  );
}
