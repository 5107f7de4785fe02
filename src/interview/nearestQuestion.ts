import { distance } from 'fastest-levenshtein';
import type { Clarification } from '../drill/defineDrill.ts';
import { meaningsOf, worded, wordsWithMeanings } from './meanings.ts';

/** A word of a text: as it is, and as what it is another word for. */
type Word = readonly string[];

/** The words of a text without the small ones; a name such as maxIter is also its parts. */
const wordsOf = (text: string): Word[] =>
  [...new Set(worded(text).split(/[^A-Za-z0-9+]+/))]
    .map((name) => [name.toLowerCase(), ...(/[a-z][A-Z]/.test(name) ? name.split(/(?=[A-Z])/) : [])])
    .map((parts) => parts.flatMap((part) => meaningsOf(part.toLowerCase())))
    .filter((forms) => forms.length > 0);

/** How much of what a candidate says a question must cover: what is left over may be what they mean. */
const ENOUGH = 0.69;

/** How much nearer it must come than any other: where two are as near, nobody knows which is meant. */
const CLEARLY = 1.1;

/** How much a word counts that stands in the answer, or in the laws only. */
const ANSWERED = 0.8;
const JUDGED = 0.7;

/** How much a word counts of which no question knows, where the rarest of those that some know counts about 2.5. */
const UNKNOWN = 1.6;

/** How much it counts for a question that little of it was left unsaid: "Which distance?" is nearer to "distance?" than others are. */
const WHOLE = 0.4;

/** How near a question is that is about something else than was said: a stream, when nobody spoke of one. */
const ELSEWHERE = 0.7;

/** What is known of a question. */
interface Known {
  readonly words: readonly Word[];
  /** The words of what stands before it and says when it is of interest: "When the catalogue changes: ...". */
  readonly scope: ReadonlySet<string>;
  /** What each word counts that a candidate may say of it. */
  readonly worth: ReadonlyMap<string, number>;
}

function knownOf({ question, answer, laws = [] }: Clarification): Known {
  const [, scope = '', core = question] = /^(?!What|Which|How)([^:?]*): (.*)$/.exec(question) ?? [];
  const worth = new Map<string, number>();
  for (const [text, value] of [[laws.join(' '), JUDGED] as const, [answer, ANSWERED] as const, [core, 1] as const])
    for (const form of wordsOf(text).flat()) worth.set(form, value);
  return { words: wordsOf(question), scope: new Set(wordsOf(scope).flat()), worth };
}

/**
 * The question of an interviewer that a candidate asks in their own words: the one that covers most of what they say, where
 * rare words count most, and those of the question more than those of its answer and its laws. None where no question covers
 * enough of it, or several cover about as much; but both where two cover all of it, as two do of "how are ties broken?".
 */
export function nearestQuestions<Question extends Clarification>(
  text: string,
  questions: readonly Question[],
): Question[] {
  const known = questions.map(knownOf);
  const all = new Set(known.flatMap(({ worth, scope }) => [...worth.keys(), ...scope]));
  const rarity = (form: string): number =>
    all.has(form)
      ? Math.log(1 + questions.length / known.filter(({ worth, scope }) => worth.has(form) || scope.has(form)).length)
      : 0;
  const weight = (forms: Word): number => Math.max(...forms.map(rarity)) || UNKNOWN;
  const asked = eachOnce(
    wordsOf(text).map((forms) => (forms.some((form) => all.has(form)) ? forms : spelt(forms, all))),
  );
  const said = (forms: Word): boolean => forms.some((form) => asked.some((other) => other.includes(form)));
  const spoken = asked
    .flat()
    .filter((form) => known.every(({ worth, scope }) => scope.has(form) || !worth.has(form)) && all.has(form));
  const near = known.map(({ words, scope, worth }) => {
    const valued = (form: string): number => rarity(form) * (scope.has(form) ? 1 : (worth.get(form) ?? 0));
    const found = sum(asked.map((forms) => Math.max(...forms.map(valued))));
    const isAbout = asked.flat().some((form) => worth.has(form));
    const covered = isAbout ? found / sum(asked.map(weight)) : 0;
    const whole = sum(words.filter(said).map(weight)) / sum(words.map(weight));
    const isHere = spoken.length === 0 ? scope.size === 0 : spoken.some((form) => scope.has(form));
    return { covered, rank: covered * (1 - WHOLE + WHOLE * whole) * (isHere ? 1 : ELSEWHERE) };
  });
  const best = Math.max(...near.map(({ rank }) => rank));
  const isNearest = near.map(({ covered, rank }) => covered >= ENOUGH && rank * CLEARLY > best);
  const nearest = near.filter((_, i) => isNearest[i]);
  const isMeant = nearest.length < 2 || (nearest.length === 2 && nearest.every(({ covered }) => covered > 0.99));
  return isMeant ? questions.filter((_, i) => isNearest[i]) : [];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** Words that say the same count once: "break ties". */
const eachOnce = (words: readonly Word[]): Word[] => [...new Map(words.map((forms) => [forms.at(-1), forms])).values()];

/** What was meant where a word that no question knows is spelt like another. */
function spelt(forms: Word, words: ReadonlySet<string>): Word {
  const [word = ''] = forms;
  const slips = word.length < 5 ? 0 : word.length < 9 ? 1 : 2;
  const close = [...words, ...wordsWithMeanings].find(
    (known) => Math.abs(known.length - word.length) < 2 && distance(word, known) <= slips,
  );
  return close === undefined ? forms : meaningsOf(close);
}
