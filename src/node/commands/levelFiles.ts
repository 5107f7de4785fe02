/** What a new level adds: files of its own, and texts that go into those that its drill has. */
export interface NewLevel {
  readonly files: Readonly<Record<string, string>>;
  /** The section of the question. */
  readonly question: string;
  readonly stub: string;
}

const patchesOf = (): string => `import type { Patches } from '../../../../src/index.ts';

const EMPTY = 'if (values.length === 0)';
const FINITE = 'if (!values.every(Number.isFinite))';
const SUM = 'sum += value;';
const GIVE = 'return sum / values.length;';

export const patches: Patches = {
  of: {
    'right/plain.ts': {
      wrong: [
        ['gives the sum', GIVE, 'return sum;'],
        ['divides by one less than there are', GIVE, 'return sum / Math.max(1, values.length - 1);'],
        ['rounds the answer', GIVE, 'return Math.round(sum / values.length);'],
        ['cuts the answer down to whole numbers', GIVE, 'return Math.trunc(sum / values.length);'],
        ['keeps the sum in single precision', SUM, 'sum = Math.fround(sum + value);'],
        ['leaves negative values out', SUM, 'if (value > 0) sum += value;'],
        ['adds up sizes without their signs', SUM, 'sum += Math.abs(value);'],
        ['counts equal values once', 'of values) {', 'of new Set(values)) {'],
        ['leaves the last value out', 'of values) {', 'of values.slice(0, -1)) {'],
        ['leaves the first value out', 'of values) {', 'of values.slice(1)) {'],
        ['gives the median', GIVE, 'return values.toSorted((a, b) => a - b)[values.length >> 1];'],
        ['gives the middle of the smallest and the largest', GIVE, 'return (Math.min(...values) + Math.max(...values)) / 2;'],
        ['sorts the values in place', GIVE, \`(values as number[]).sort((a, b) => a - b);
          \${GIVE}\`],
        ['keeps the sum of earlier calls', 'let sum = 0;', '', 'export function', 'let sum = 0;\\n\\nexport function'],
        ['gives 0 for no values', EMPTY, \`\${EMPTY} return 0;
          if (false)\`],
        ['takes NaN and infinity', FINITE, 'if (false)'],
        ['takes infinity', FINITE, 'if (values.some(Number.isNaN))'],
        ['throws an Error that is no RangeError', "RangeError('no values')", "Error('no values')"],
      ],
      slow: [['copies the values so far for each of them', SUM, 'sum += values.slice(0, values.length).includes(value) ? value : 0;']],
    },
  },
};
`;

const rightOf = (name: string): Record<string, string> => {
  const check = `  if (values.length === 0) throw new RangeError('no values');
  if (!values.every(Number.isFinite)) throw new RangeError('a value that is not finite');
`;
  const answer = (says: string, body: string): string => `// ${says}
export function ${name}(values: readonly number[]): number {
${check}${body}}
`;
  return {
    plain: answer(
      'plain: a loop',
      '  let sum = 0;\n  for (const value of values) {\n    sum += value;\n  }\n  return sum / values.length;\n',
    ),
    functional: answer('functional, in one expression', '  return values.reduce((a, b) => a + b) / values.length;\n'),
    halves: answer(
      'recursion on halves',
      '  const sum = (from: number, to: number): number =>\n    to - from === 1 ? values[from] : sum(from, (from + to) >> 1) + sum((from + to) >> 1, to);\n  return sum(0, values.length) / values.length;\n',
    ),
    typed: answer('typed arrays', '  return Float64Array.from(values).reduce((a, b) => a + b, 0) / values.length;\n'),
  };
};

const lawsOf = (slug: string, name: string): string => `import fc from 'fast-check';
import * as reference from '../../reference/${slug}/index.ts';
import { broken, contractLaws, defineLevel, emptyList, finiteNumber, isClose, lawsOf, notFinite } from '../../src/index.ts';

type Reference = typeof reference;
interface Input {
  readonly values: readonly number[];
}
const law = lawsOf<Reference>();

/** Whole numbers, of which there are few: what fails can be shrunk to something short. */
const few = fc.record({ values: fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 8 }) });
const dozens = fc.record({
  values: fc.array(fc.integer({ min: -1e6, max: 1e6 }), { minLength: 30, maxLength: 90, size: 'max' }),
});

const judge = (solution: Reference, { values }: Input) => {
  const [actual, expected] = [solution.${name}(values), reference.${name}(values)];
  return isClose(actual, expected) ? undefined : broken('the answer', actual, expected);
};

/** What it is about, in a sentence. */
export const ${name}Level = defineLevel<Reference>()({
  functions: ['${name}'],
  title: 'the mean of a list',
  returns: { ${name}: () => finiteNumber },
  laws: [
    law('${name} gives the sum of the values over how many there are', few, judge, { examples: [{ values: [1, 2, 6] }] }),
    law('dozens of values are no different from a few', dozens, judge, {
      stage: 'larger',
      examples: [{ values: [16777216, 1, 1, 1] }], // more than single precision holds
      runs: 40,
    }),
    ...contractLaws<Reference>()<Input>({
      takes: { ${name}: ['values'] },
      inputs: few,
      faults: [emptyList('values'), notFinite('a value', 'values')],
    }),
  ],
  growth: [
    {
      variable: 'nValues',
      on: 'different values',
      measures: ['steps'],
      workload: (nValues) => {
        const values = Array.from({ length: nValues }, (_, i) => i);
        return (solution) => solution.${name}(values);
      },
    },
  ],
  hints: ['What do you need to know of the list?', 'A sum and a count.', 'One loop gives both.'],
});
`;

/** The level \`name\` of a drill, as it is written first: the mean of a list, to be turned into another. */
export const levelFiles = (slug: string, name: string, number: number): NewLevel => ({
  files: {
    [`drills/${slug}/${name}.ts`]: lawsOf(slug, name),
    [`drills/${slug}/bank/${name}/patches.ts`]: patchesOf(),
    ...Object.fromEntries(
      Object.entries(rightOf(name)).map(([style, text]) => [`drills/${slug}/bank/${name}/right/${style}.ts`, text]),
    ),
    [`reference/${slug}/${name}.ts`]: `/**
 * Arithmetic mean of the values (nValues), in O(nValues) time and O(1) memory.
 *
 * @throws RangeError when there are none, and when one is NaN or infinite.
 * @example ${name}([1, 2, 6]) // => 3
 */
export function ${name}(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('values has length 0: give at least one value');
  let sum = 0;
  for (const [i, value] of values.entries()) {
    if (!Number.isFinite(value)) throw new RangeError(\`values[\${i}] = \${value} must be finite\`);
    sum += value;
  }
  return sum / values.length;
}
`,
  },
  question: `## Level ${number}: \`${name}\` (easy, 5 minutes)

"Give me the mean of these numbers."

\`\`\`ts
function ${name}(values: number[]): number;
\`\`\`

\`\`\`ts
${name}([1, 2, 6]); // 3
\`\`\`

- \`${name}\` gives the sum of the values over how many there are, to 1e-9 relative.
- The inputs are never changed; the same call always gives the same answer.
- \`RangeError\`: there are no values, or one is NaN or infinite.
- Cost: steps may grow like the number of values.

<details><summary>Small print</summary>

Malformed input throws a RangeError: values is empty; a value is NaN or infinite. Dozens of values are no different from a few.

</details>

`,
  stub: `/** The mean of the values. */
export function ${name}(values: readonly number[]): number {
  throw new Error('TODO: ${name}');
}

`,
});
