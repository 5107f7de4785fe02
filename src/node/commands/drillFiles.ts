/** The files of a new drill by their paths: one level, `mean`, with its laws, gate, hints and bank. */
export const drillFiles = (slug: string): Record<string, string> => ({
  [`drills/${slug}/README.md`]: `# ${title(slug)}

## Level 1: \`mean\`

"Give me the mean of these numbers."

\`\`\`ts
function mean(values: readonly number[]): number;
\`\`\`

- \`mean\` gives the sum of the values over how many there are, to 1e-9 relative.
- \`RangeError\`: \`values\` is empty.
- The input is never changed, and the same call always gives the same answer.
- Cost: steps may grow like the number of values.

\`\`\`ts
mean([1, 2, 6]); // 3
\`\`\`

## Rules for every level

One file of plain TypeScript: no packages, no \`Math.random\`, no clock, synchronous, no decorators, \`accessor\` or \`using\`, and no change to built-ins. What is not stated here is not judged.
`,
  [`drills/${slug}/drill.ts`]: `import type * as reference from '../../reference/${slug}/index.ts';
import { type AttemptOf, type CasesOf, defineDrill, type Exportable } from '../../src/index.ts';
import { meanLevel } from './mean.ts';

type Reference = typeof reference;

/** The exports of an attempt, held against the question. */
export type Check<Attempt extends Exportable<Reference, Attempt>> = AttemptOf<Reference, Attempt>;

/** The test cases of a candidate, by the function that they test. */
export type Cases = CasesOf<Reference>;

export default defineDrill<Reference>({
  title: '${title(slug)}',
  brief: 'Give me the mean of these numbers.',
  minutes: 10,
  clarifications: [
    {
      question: 'What is the mean of no numbers?',
      answer: 'There is none: a RangeError.',
      laws: ['mean throws a RangeError when values is empty'],
    },
    {
      question: 'Which mean?',
      answer: 'The arithmetic one.',
      laws: ['mean gives the sum of the values over how many there are'],
    },
    {
      question: 'How exact must it be?',
      answer: 'To 1e-9 relative.',
      laws: ['mean gives the sum of the values over how many there are'],
    },
    { question: 'May I change the list?', answer: 'No.', laws: ['mean never changes its inputs'] },
    { question: 'May the answer depend on earlier calls?', answer: 'No.', laws: ['mean gives the same answer when it is called again'] },
    { question: 'How long is the list?', answer: 'Up to some thousands of numbers; one pass is enough.' },
  ],
  levels: [meanLevel],
  costs: {
    variables: { nValues: ['n'] },
    atMost: [],
    of: { mean: { time: ['nValues'], memory: ['1'], because: 'each value is added once' } },
  },
  discussion: [
    { question: 'What if the numbers do not fit in memory?', answer: 'A running mean needs one number and a count.' },
  ],
  sources: [{ title: 'The Art of Computer Programming, volume 2', author: 'Knuth', year: 1997, section: '4.2.2' }],
});
`,
  [`drills/${slug}/mean.ts`]: `import fc from 'fast-check';
import type * as reference from '../../reference/${slug}/index.ts';
import { mean } from '../../reference/${slug}/index.ts';
import {
  broken,
  defineLevel,
  finiteNumber,
  isClose,
  lawsOf,
  sameTwice,
  throwsRangeError,
  unchanged,
} from '../../src/index.ts';

type Reference = typeof reference;
const law = lawsOf<Reference>();

const values = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 8 });

export const meanLevel = defineLevel<Reference>()({
  functions: ['mean'],
  title: 'the mean of a list',
  returns: { mean: () => finiteNumber },
  laws: [
    law('mean gives the sum of the values over how many there are', values, (solution, list) => {
      const came = solution.mean(list);
      return isClose(came, mean(list)) ? undefined : broken('the answer', came, mean(list));
    }),
    law('mean throws a RangeError when values is empty', fc.constant([]), (solution, list) =>
      throwsRangeError(() => solution.mean(list), 'no values'),
    ),
    unchanged('mean', ['values'], fc.tuple(values)),
    sameTwice('mean', fc.tuple(values)),
  ],
  growth: [
    {
      variable: 'nValues',
      on: 'any values',
      measures: ['steps'],
      workload: (size, random) => {
        const list = Array.from({ length: size }, () => Math.floor(random() * 100));
        return (solution) => solution.mean(list);
      },
    },
  ],
  hints: ['What do you need to know of the list?', 'A sum and a count.', 'One loop gives both.'],
});
`,
  [`drills/${slug}/mean.mutants.ts`]: `import type * as reference from '../../reference/${slug}/index.ts';
import type { Mutant } from '../../src/index.ts';

export const mutants: Mutant<typeof reference>[] = [
  {
    says: 'leaves the last value out',
    dies: 'mean gives the sum of the values over how many there are',
    solution: { mean: (values) => values.slice(0, -1).reduce((a, b) => a + b, 0) / values.length },
  },
];
`,
  [`drills/${slug}/mean.answers.ts`]: `import type * as reference from '../../reference/${slug}/index.ts';
import type { RightAnswer } from '../../src/index.ts';

export const answers: RightAnswer<typeof reference>[] = [
  {
    says: 'functional, in one expression',
    solution: {
      mean: (values) => {
        if (values.length === 0) throw new RangeError('values must not be empty');
        return values.reduce((a, b) => a + b) / values.length;
      },
    },
  },
];
`,
  [`drills/${slug}/stub.ts`]: `import type { Check } from 'ml-drills/drills/${slug}';

/** The mean of the values. */
export function mean(values: readonly number[]): number {
  throw new Error('TODO: mean');
}

/** What your code costs, in nValues (n), for the interview: \`time: 'n log n'\`, \`memory: '1'\`. */
export const complexity = {
  mean: { time: '', memory: '' },
};

/** Keep this line: the editor compares the exports of this file with the question. */
export type Exports = Check<typeof import('./stub.ts')>;
`,
  [`reference/${slug}/index.ts`]: `export { mean } from './mean.ts';
`,
  [`reference/${slug}/mean.ts`]: `/** Arithmetic mean of the values (nValues), in O(nValues) time and O(1) memory. Throws a RangeError when there are none. */
export function mean(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('values has length 0: give at least one value');
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}
`,
});

const title = (slug: string): string => slug.charAt(0).toUpperCase() + slug.slice(1).replaceAll('-', ' ');
