import { distance } from 'fastest-levenshtein';
import type { Clarification } from '../drill/defineDrill.ts';

/** Words that say the same in a question of an interview; the first stands for all. */
const SAME = [
  'tie equal equally same identical draw break',
  'large big huge size scale',
  'empty without zero none nothing',
  'missing nan null undefined infinite',
  'malformed invalid bad wrong ragged validate check throw error exception rangeerror',
  'twice duplicate repeat repeated again reuse reused',
  'deep depth recursion recursive stack overflow unbalanced',
  'fast slow speed time complexity efficient performance cost quick',
  'memory space allocate',
  'distance metric euclidean manhattan norm similarity far',
  'return output format give result',
  'order sorted sort',
  'stop converge convergence terminate finish until end criterion',
  'change mutate modify place',
  'exact precise precision rounding float accuracy',
  'class label category target',
  'larger exceed more greater bigger',
  'integer string number fraction negative 0',
  'row sample point data',
  'feature column dimension coordinate',
  'random chance draw',
];

const SMALL = new Set(
  'a an and any are as at be been but by can could do does for from get go have how i if in into is it its may me must my of on one or should so than that the their them then there these they this to up was we what when where which who will with would you your happens happen mean'.split(
    ' ',
  ),
);

/** A word without its ending: ties, tied and tie are one. */
const stem = (word: string): string =>
  word.length <= 3 && word !== 'tie' ? word : word.replace(/ies$/, 'ie').replace(/(?:ing|ed|es|s|e|ly)$/, '');

const meanings = new Map<string, string[]>();
for (const group of SAME) {
  const [first = '', ...others] = group.split(' ').map(stem);
  for (const word of [first, ...others]) meanings.set(word, [...(meanings.get(word) ?? []), first]);
}

/** The words of a text without the small ones, each as it is and as what it is another word for. */
const wordsOf = (text: string): (readonly string[])[] =>
  [...new Set(text.toLowerCase().split(/[^a-z0-9+]+/))]
    .filter((word) => word !== '' && !SMALL.has(word))
    .map(stem)
    .map((word) => [word, ...(meanings.get(word) ?? [])]);

/** How much of what was asked a question must have in common with it. */
const ENOUGH = 0.25;

/** How much a word counts of which no question knows: it may be what matters, or a word in passing. */
const UNKNOWN = 0.5;

/**
 * The question of an interviewer that comes nearest to what a candidate asks in their own words: rare words in common count
 * most, those of the question twice as much as those of its answer and its laws. Undefined where none comes near.
 */
export function nearestQuestion<Question extends Clarification>(
  text: string,
  questions: readonly Question[],
): Question | undefined {
  const known = questions.map(({ question, answer, laws = [] }) => ({
    asked: new Set(wordsOf(question).flat()),
    told: new Set(wordsOf([question, answer, ...laws].join(' ')).flat()),
  }));
  const all = new Set(known.flatMap(({ told }) => [...told]));
  const rarity = (word: string): number =>
    all.has(word) ? Math.log(1 + questions.length / known.filter(({ told }) => told.has(word)).length) : UNKNOWN;
  const asked = wordsOf(text).map((forms) => (forms.some((form) => all.has(form)) ? forms : misspelt(forms, all)));
  const most = sum(asked.map((forms) => 2 * Math.max(...forms.map(rarity))));
  const scores = known.map((one) =>
    sum(
      asked.map((forms) =>
        Math.max(...forms.map((form) => (one.asked.has(form) ? 2 : one.told.has(form) ? 1 : 0) * rarity(form))),
      ),
    ),
  );
  const best = Math.max(...scores);
  return best > 0 && best >= ENOUGH * most ? questions[scores.indexOf(best)] : undefined;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** What was meant where a word is spelt like another. */
function misspelt(forms: readonly string[], words: ReadonlySet<string>): readonly string[] {
  const [word = ''] = forms;
  if (word.length < 5) return forms;
  const close = [...words].find((known) => known.length > 4 && distance(word, known) <= (word.length < 8 ? 1 : 2));
  return close === undefined ? forms : [close];
}
