import type { Callable, Kit, Rules, Thing } from './kit.ts';

/** Makes calls with a list of arguments charge it, and calls through what `bind` and `Proxy` have made what lies between. */
export function countCalls(kit: Kit, rules: Rules): void {
  const { apply, construct } = Reflect;
  const { charge, constructors, instruments, noteOdd, remembering, standIn } = kit;
  const countedFor = instruments.countedConstructor;
  const { each, listed, method } = rules;
  const NativeProxy = Proxy;
  const { revocable } = Proxy;

  each(
    Function.prototype,
    'apply',
    method((native, self, args) => apply(native, self, [args[0], listed(args[1])])),
  );
  each(
    Reflect,
    'apply',
    method((native, self, args) => apply(native, self, [args[0], args[1], listed(args[2])])),
  );
  each(
    Reflect,
    'construct',
    method((native, self, args) => {
      const [made, list] = [countedFor(args[0]), listed(args[1])];
      return apply(native, self, args.length > 2 ? [made, list, args[2]] : [made, list]);
    }),
  );

  /** How many functions and arguments a call of a bound function goes through and nobody charges. */
  const weights = remembering<number>();
  const LIGHT = 16;
  each(
    Function.prototype,
    'bind',
    method((native, self, args) => {
      const bound = apply(native, self, args) as Callable;
      const added = args.length + 1;
      const weight = added + (weights.get(self as object) ?? 0);
      charge(added, added);
      if (weight <= LIGHT) {
        weights.set(bound, weight);
        return bound;
      }
      const heavy: Callable = standIn(bound, {
        apply(target, receiver, given) {
          charge(weight, 0);
          return apply(target, receiver, given) as unknown;
        },
        construct(target, given, newTarget): object {
          charge(weight, 0);
          return construct(target, given, newTarget === heavy ? target : newTarget) as object;
        },
      });
      return heavy;
    }),
  );

  /** A Proxy before a Proxy before a Proxy is gone through at each use: it is charged when it is made. */
  const depths = remembering<number>();
  const noted = (proxy: object, target: unknown): object => {
    const depth = 1 + (depths.get(target as object) ?? 0);
    charge(depth, 0);
    depths.set(proxy, depth);
    noteOdd(proxy);
    return proxy;
  };
  const counted: object = standIn(NativeProxy, {
    construct: (target, args, newTarget) =>
      noted(construct(target, args, newTarget === counted ? target : newTarget) as object, args[0]),
  });
  constructors.counted.set(NativeProxy, counted);
  (globalThis as unknown as Thing).Proxy = counted;
  each(
    NativeProxy,
    'revocable',
    method((_, self, args) => {
      const made = apply(revocable, self, args) as { proxy: object; revoke: () => void };
      noted(made.proxy, args[0]);
      return made;
    }),
  );
}
