import type { Bridge } from './inside/kit.ts';
import type { Kinds } from './machine.ts';

/** What values go through between a realm and this side. */
export interface Crossing extends Bridge {
  readonly kinds: Kinds;
}

/** An array or an object, whose parts are set by index or name. */
export type Fillable = Record<PropertyKey, unknown>;

/** The prototype of an object that is not a Proxy; null for a Proxy, whose traps are not run. */
export const prototypeOf = ({ isProxy }: Kinds, value: object): object | null =>
  isProxy(value) ? null : Object.getPrototypeOf(value);

/** No row of a drill is longer. */
const LONGEST_GIVEN = 100_000;

/** The elements of a list of the realm, by index: its own methods would be handed functions of ours. */
export function listOf<Item>(list: ArrayLike<unknown>, read: (item: unknown) => Item): Item[] {
  const { length } = list;
  if (!(length <= LONGEST_GIVEN)) throw new TypeError(UNREADABLE);
  const copy: Item[] = [];
  for (let i = 0; i < length; i++) copy[i] = read(list[i]);
  return copy;
}

/** What is said of an argument that a function of ours is given and that it does not take. */
export const UNREADABLE = 'it was called with something it cannot read';
