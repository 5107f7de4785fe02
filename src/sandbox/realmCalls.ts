import type { Form, ShapeFor } from '../drill/form.ts';
import { keepReader } from '../subject/asItIsNow.ts';
import { SubjectError, type SubjectFunction } from '../subject/subject.ts';
import type { Crossing } from './crossing.ts';
import type { Fuel } from './fuel.ts';
import type { Outcome } from './inside/kit.ts';
import { type Inside, intoRealm } from './intoRealm.ts';
import { outOfRealm } from './outOfRealm.ts';

/** Values a result may have, and more for each value of the arguments. */
const RESULT_LIMIT = 20_000;
const RESULT_PER_VALUE = 20;

/** The calls into one realm: copies values across, each way. */
export class RealmCalls {
  readonly #bridge: Crossing;
  readonly #fuel: Fuel;
  /** What is the same inside whenever it is given: frozen arguments, functions and results that are kept. */
  readonly #known = new WeakMap<object, Inside>();

  constructor(bridge: Crossing, fuel: Fuel) {
    this.#bridge = bridge;
    this.#fuel = fuel;
  }

  /** Calls a function of ours with values of the realm, allowing it so many steps; throws `SubjectError` when they end it. */
  spend<Value>(budget: number, run: (...args: never[]) => Value, ...args: readonly unknown[]): Value {
    this.#fuel.feedWith(budget);
    return this.#fuel.end(this.#bridge.invoke(run, undefined, this.#list(args))) as Value; // what `run` returned
  }

  /** A list of the realm, filled without its methods, which charge whoever calls them. */
  #list(values: readonly unknown[]): unknown[] {
    const list = this.#bridge.newArray();
    values.forEach((value, i) => {
      list[i] = value;
    });
    return list;
  }

  /** A function of the realm as the judge calls it. */
  bridge(run: unknown, form: Form = { kind: 'plain' }): SubjectFunction {
    return (...values) => {
      const { value: args, size } = intoRealm(this.#bridge, values, this.#known);
      this.#fuel.feed(size);
      const outcome = this.#bridge.invoke(run, undefined, args);
      if (form.kind === 'plain') return this.#finish(outcome, size, fieldsOf(form.shapeFor, values));
      const made = this.#fuel.end(outcome);
      return form.kind === 'kept' ? this.#token(made, size) : this.#methodsOf(made, form.methods, size);
    };
  }

  /** Stands for a value of the realm on this side; given back as an argument, it is that value. */
  #token(made: unknown, size: number): object {
    const token = {};
    this.#known.set(token, { copy: made, size });
    return token;
  }

  /** The functions of an object of the realm; each call may cost as much as all that the object was given so far allows. */
  #methodsOf(
    holder: unknown,
    methods: Readonly<Record<string, ShapeFor>>,
    initialSize: number,
  ): Record<string, SubjectFunction> {
    let given = initialSize;
    const bridged = (name: string, shapeFor: ShapeFor): SubjectFunction => {
      const has = this.#bridge.hasMethod(holder, name);
      if (!has.ok || has.value !== true) {
        throw new SubjectError({ kind: 'not-plain', reason: `something without a function \`${name}\`` });
      }
      return (...values) => {
        const { value: args, size } = intoRealm(this.#bridge, values, this.#known);
        given += size;
        this.#fuel.feed(given);
        return this.#finish(this.#bridge.invokeMethod(holder, name, args), given, fieldsOf(shapeFor, values));
      };
    };
    return Object.fromEntries(Object.entries(methods).map(([name, shapeFor]) => [name, bridged(name, shapeFor)]));
  }

  #finish(outcome: Outcome, size: number, fields?: readonly string[]): unknown {
    const result = this.#fuel.end(outcome);
    const read = (): unknown => {
      try {
        return outOfRealm(this.#bridge, result, RESULT_LIMIT + RESULT_PER_VALUE * size, fields);
      } catch (error) {
        throw this.#fuel.isOut ? this.#fuel.outOfFuel() : error; // a getter may run out of fuel too
      }
    };
    const copy = read();
    keepReader(copy, read);
    return copy;
  }
}

/** The fields by which the result of a call is read. */
const fieldsOf = (shapeFor: ShapeFor | undefined, args: readonly unknown[]): readonly string[] | undefined =>
  shapeFor?.(args as never).fields; // the level's own types guarantee these arguments
