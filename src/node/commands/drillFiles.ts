/** The files of a new drill by their paths, to which its first level is added. */
export const drillFiles = (slug: string, name: string): Record<string, string> => ({
  [`drills/${slug}/README.md`]: `# ${title(slug)}

## Rules for every level

<details><summary>Plain TypeScript</summary>

One file of plain TypeScript: no packages, no \`Math.random\`, no clock, synchronous, no decorators, \`accessor\` or \`using\`, and no change to built-ins. What is not stated here is not judged.

</details>
`,
  [`drills/${slug}/drill.ts`]: `import type * as reference from '../../reference/${slug}/index.ts';
import { type AttemptOf, type CasesOf, defineDrill, type Exportable } from '../../src/index.ts';
import { costs } from './costs.ts';

export default defineDrill<typeof reference>({
  title: '${title(slug)}',
  brief: 'Give me the mean of these numbers.',
  minutes: 30,
  clarifications: [
    {
      question: 'What is the mean of no numbers?',
      answer: 'There is none: a RangeError.',
      laws: ['a RangeError is thrown when values is empty'],
    },
    {
      question: 'Can a value be missing?',
      answer: 'No: NaN and infinity are a RangeError.',
      laws: ['a RangeError is thrown when a value is NaN or infinite'],
    },
    {
      question: 'Which mean?',
      answer: 'The arithmetic one, to 1e-9 relative.',
      laws: ['${name} gives the sum of the values over how many there are'],
    },
    { question: 'May I change the list?', answer: 'No.', laws: ['the inputs are never changed'] },
    {
      question: 'May the answer depend on earlier calls?',
      answer: 'No.',
      laws: ['the same call always gives the same answer'],
    },
    {
      question: 'How long is the list?',
      answer: 'Up to some thousands of numbers; one pass is enough.',
      laws: ['grows with nValues no faster than it must, on different values'],
    },
  ],
  levels: [],
  costs,
  discussion: [
    { question: 'What if the numbers do not fit in memory?', answer: 'A running mean needs one number and a count.' },
    { question: 'Which test cases would you write?', answer: 'One value, negative ones, none, NaN, and large ones.' },
    { question: 'What goes wrong with many large values?', answer: 'Rounding adds up; compensated sums keep what is lost.' },
  ],
  sources: [{ title: 'The Art of Computer Programming, volume 2', author: 'Knuth', year: 1997, section: '4.2.2' }],
});

/** The question's functions. */
export interface Asked {
}

/** The exports of an attempt, held against the question: a misspelt or mistyped one is an error on the line that says so. */
export type Check<Attempt extends Exportable<Asked, Attempt>> = AttemptOf<Asked, Attempt>;

/** The test cases of a candidate, by the function that they test. */
export type Cases = CasesOf<Asked>;
`,
  [`drills/${slug}/costs.ts`]: `import type * as reference from '../../reference/${slug}/index.ts';
import type { Costs } from '../../src/index.ts';

export const costs: Costs<typeof reference> = {
  variables: { nValues: ['n'] },
  atMost: [],
  of: {
  },
};
`,
  [`drills/${slug}/stub.ts`]: `import type { Check } from 'ml-drills/drills/${slug}';

/** What your code costs, in nValues (n), for the interview: \`time: 'n log n'\`, \`memory: '1'\`. */
export const complexity = {
};

/** Keep this line: the editor compares the exports of this file with the question. */
export type Exports = Check<typeof import('./stub.ts')>;
`,
  [`reference/${slug}/index.ts`]: '',
});

const title = (slug: string): string => slug.charAt(0).toUpperCase() + slug.slice(1).replaceAll('-', ' ');
