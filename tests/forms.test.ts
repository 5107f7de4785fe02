import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  anything,
  asItIsNow,
  broken,
  check,
  defineDrill,
  defineLevel,
  finiteNumber,
  formsOf,
  integerIn,
  lawsOf,
  listOf,
  objectWith,
  type Subject,
  writtenAs,
} from '../src/index.ts';
import { realmOf } from './sandboxed.ts';

interface Solution {
  createCounter(start: number): { add(value: number): void; total(): number };
  build(values: readonly number[]): unknown;
  largest(built: unknown): number;
  apply(run: (value: number) => number, value: number): number;
}

const law = lawsOf<Solution>();

/** A drill whose only law is tried on this one input. */
const drillOf = (name: string, holds: Parameters<typeof law>[2]) =>
  defineDrill<Solution>({
    title: 'forms',
    brief: '',
    minutes: 1,
    clarifications: [],
    costs: { variables: {}, atMost: [], of: {} },
    discussion: [],
    sources: [],
    levels: [
      defineLevel<Solution>()({
        functions: ['createCounter'],
        title: '',
        returns: { largest: () => integerIn(0, 9) },
        methods: {
          createCounter: { name: 'counter', returns: { add: () => anything, total: () => integerIn(0, 100) } },
        },
        kept: { build: 'built' },
        laws: [law(name, fc.constant(undefined), holds, { runs: 1 })],
        growth: [],
        hints: [],
      }),
    ],
  });

function judged(source: string, holds: Parameters<typeof law>[2]) {
  const drill = drillOf('a rule', holds);
  const { subject } = realmOf(source, formsOf(drill.levels));
  const [verdict] = check(drill, subject, { seed: 1 });
  return verdict?.laws[0];
}

const counter = `export function createCounter(start: number) {
  let total = start;
  return { add: (value: number) => { total += value; }, total: () => total };
}`;

describe('an object of functions', () => {
  test('is called function by function, and keeps its state', () => {
    const law = judged(counter, (solution) => {
      const made = solution.createCounter(1);
      made.add(2);
      return made.total() === 3 ? undefined : broken('the answer', made.total(), 3);
    });
    expect(law).toMatchObject({ status: 'passed' });
  });

  test('may be of a class', () => {
    const source = `class Counter {
      total_ = 0;
      constructor(start: number) { this.total_ = start; }
      add(value: number) { this.total_ += value; }
      total() { return this.total_; }
    }
    export const createCounter = (start: number) => new Counter(start);`;
    const law = judged(source, (solution) => {
      const made = solution.createCounter(1);
      made.add(2);
      return made.total() === 3 ? undefined : broken('the answer', made.total(), 3);
    });
    expect(law).toMatchObject({ status: 'passed' });
  });

  test('is shown as the calls that lead to the failure, without those of others', () => {
    const law = judged(counter, (solution) => {
      solution.createCounter(7).add(1);
      const made = solution.createCounter(1);
      made.add(2);
      return broken('the answer', made.total(), 4);
    });
    expect(law).toMatchObject({
      counterexample: 'const counter = createCounter(1)\ncounter.add(2)\ncounter.total()',
    });
  });

  test('is refused where a function is missing', () => {
    const law = judged('export const createCounter = () => ({ add() {} });', (solution) => {
      solution.createCounter(1);
      return undefined;
    });
    expect(law).toMatchObject({ message: 'The call gives back something without a function `total`' });
  });

  test('is stopped when a function of it does not end', () => {
    const law = judged('export const createCounter = () => ({ add() { for (;;); }, total: () => 0 });', (solution) => {
      solution.createCounter(1).add(1);
      return undefined;
    });
    expect(law).toMatchObject({ isEndless: true, line: 1 });
  });
});

describe('a result that is kept', () => {
  const tree = `class Tree { me = this; values = new Float64Array(2); }
  export function build(values: number[]) { const tree = new Tree(); tree.values[0] = Math.max(...values); return tree; }
  export const largest = (tree: unknown) => tree instanceof Tree && tree.me === tree ? tree.values[0] : -1;
  export const createCounter = 1 as never;`;

  test('comes back to the attempt as it was, whatever it is', () => {
    const { subject } = realmOf(tree, { build: { kind: 'kept' } });
    expect(subject.functions.largest?.(subject.functions.build?.([1, 5, 2]))).toBe(5);
  });

  test('is shown as the call that made it', () => {
    const law = judged(`${tree.replace('createCounter = 1 as never', 'createCounter = () => 1')}`, (solution) =>
      broken('the answer', solution.largest(solution.build([1, 5])), 6),
    );
    expect(law).toMatchObject({ counterexample: 'const built = build([1, 5])\nlargest(built)' });
  });
});

describe('a result with more than its form names', () => {
  const form = objectWith({ value: finiteNumber, below: listOf(objectWith({ value: finiteNumber })) });
  const source = `const node = (value, parent) => ({ value, parent, counts: new Map([[1, 2]]), seen: new Proxy({}, {}), print() {} });
  export const grow = () => {
    const root = node(1);
    root.below = Array.from({ length: 3 }, (_, i) => node(i, root));
    return root;
  };
  export const many = () => ({ value: 1, below: [], counts: Array.from({ length: 100_000 }, () => 0) });
  export const getter = () => new (class { get value() { return 4; } below = []; get parent() { throw new Error('not asked for'); } })();
  export const lacking = () => ({ value: 1 });`;
  const shapeFor = () => form;
  const forms = Object.fromEntries(
    ['grow', 'many', 'getter', 'lacking'].map((name) => [name, { kind: 'plain', shapeFor } as const]),
  );
  const { subject } = realmOf(source, forms);

  test.each([
    ['grow', { value: 1, below: [{ value: 0 }, { value: 1 }, { value: 2 }] }],
    ['many', { value: 1, below: [] }],
    ['getter', { value: 4, below: [] }],
    ['lacking', { value: 1 }],
  ])('is read by what it names alone: %s', (name, read) => {
    expect(subject.functions[name]?.()).toEqual(read);
  });
});

describe('a result of an earlier call', () => {
  const { subject } = realmOf(`const shared = [0];
  export const inOne = (value: number) => { shared[0] = value; return shared; };
  export const fresh = (value: number) => [value];`);

  test.each([
    ['inOne', [2]],
    ['fresh', [1]],
  ])('can be read again as a later call has left it: %s', (name, now) => {
    const first = subject.functions[name]?.(1);
    subject.functions[name]?.(2);
    expect(first).toEqual([1]);
    expect(asItIsNow(first)).toEqual(now);
  });
});

test('a frozen object is the same one inside wherever a list holds it', () => {
  const { subject } = realmOf('export const same = ([a, b], [c]) => [a === b, a === c, Object.isFrozen(a)];');
  const [tree, loose] = [Object.freeze({ value: 1 }), { value: 1 }];
  expect(subject.functions.same?.([tree, tree], [tree])).toEqual([true, true, true]);
  expect(subject.functions.same?.([loose, loose], [tree])).toEqual([false, false, false]);
});

describe('a function that an attempt is given', () => {
  const call = (subject: Subject, run: unknown): unknown => subject.functions.apply?.(run, 3);

  test('is called with numbers and arrays, and gives a number', () => {
    const { subject } = realmOf('export const apply = (run, value) => run([value, 1]);');
    expect(call(subject, (values: number[]) => (values[0] ?? 0) * 2)).toBe(6);
  });

  test('is shown by its expression', () => {
    const double = writtenAs((value: number) => 2 * value, '(value) => 2 * value');
    const source = 'export const apply = (run, value) => run(value); export const createCounter = () => 0;';
    const law = judged(source, (solution) => broken('the answer', solution.apply(double, 2), 5));
    expect(law).toMatchObject({ counterexample: 'apply((value) => 2 * value, 2)' });
  });

  test('hands over nothing of ours: neither its constructor nor what it throws', () => {
    const { subject } = realmOf(`export const apply = (run) => {
      const mine = (value) => value instanceof Object;
      let thrown;
      try { run(null); } catch (error) { thrown = error; }
      return mine(run) && mine(thrown) && thrown instanceof TypeError;
    };`);
    expect(call(subject, (values: number[]) => values.length)).toBe(true);
  });

  test('does not shield from running out of fuel', () => {
    const { subject } = realmOf(`export const apply = (run) => {
      const list = [1];
      Object.defineProperty(list, 0, { get() { for (;;); } });
      try { run(list); } catch {}
      return 1;
    };`);
    expect(() => call(subject, (values: number[]) => values.length)).toThrow('out-of-fuel');
  });
});
