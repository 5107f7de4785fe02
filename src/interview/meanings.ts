/** Words that say the same in a question of an interview; the first stands for all. */
const SAME = [
  'tie tied draw break broken',
  'equal equality same identical',
  'large big huge size',
  'many amount',
  'empty without',
  'zero 0',
  'missing nan null undefined infinite',
  'malformed invalid bad wrong ragged validate valid check throw error exception rangeerror',
  'twice duplicate repeat repeated again reuse reused',
  'deep depth unbalanced balanced',
  'stack recursion recursive recursively overflow',
  'fast faster slow speed time complexity efficient efficiency performance quick runtime',
  'memory space allocate',
  'distance metric euclidean manhattan norm similarity far',
  'scale rescale normalize normalise standardize standardise',
  'return output format give result',
  'order sorted sort',
  'stop converge convergence terminate finish until end criterion',
  'change mutate modify overwrite copy',
  'seed initialise initialize',
  'classifier classification classify',
  'exact precise precision rounding float accuracy accurate',
  'class label target',
  'category categorical',
  'larger exceed more greater bigger smaller less fewer least',
  'cluster k',
  'short shorter',
  'integer string number fraction negative 0',
  'row sample point n',
  'input data dataset x',
  'feature column dimension coordinate',
  'random chance draw',
  'iter iterate iteration update',
  'look structure shape represent',
  'arrive stream push',
  'index indices',
  'gini entropy impurity',
  'left right side',
];

const SMALL = new Set(
  `a an and any are as at be been but by can could do does for from get go have how i if in into is it its may me must my of on
  one or should so than that the their them then there these they this to up was we what when where which who will with would
  you your happens happen mean want need assume allow allowed always expect expected use using implement handle handled deal given
  possible between first times themselves about also just really please exactly supposed`.split(/\s+/),
);

/** What is said in several words, in one that says the same. */
const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:so far|one at a time|one by one)\b/gi, 'arrive'],
  [/\bhow (?:large|big|long) (?:is|are|can|will) (?:the |my )?(?:data\w*|inputs?|X)\b/gi, 'how many rows'],
  [/\bnumber of\b/gi, ''],
  [/\bin place\b/gi, 'change'],
  [/\bgrows? (?:with|like)\b/gi, 'fast'],
  [/\bequally\b/gi, 'tie equal'],
  [/\b(?:equal|same) distance\b/gi, 'tie distance'],
  [/\bdistance (?:function|metric|measure)\b/gi, 'distance'],
  [/\bno (?=rows|features|points|samples|data)\b/gi, 'empty '],
  [/>/g, ' larger '],
];

/** A text in which what is said in several words stands in one. */
export const worded = (text: string): string =>
  PHRASES.reduce((said, [phrase, word]) => said.replace(phrase, word), text);

/** A word without its endings: strings and string are one. */
function stem(word: string): string {
  const shorter = word.replace(/ies$/, 'ie').replace(/(?<=...)(?:ing|ed|es|s|e|ly)$/, '');
  return shorter === word ? word : stem(shorter);
}

const meanings = new Map<string, string[]>();
for (const group of SAME) {
  const [first = '', ...others] = group.split(' ').map(stem);
  for (const word of [first, ...others]) meanings.set(word, [...(meanings.get(word) ?? []), first]);
}

/** A word without its ending, and what it is another word for; nothing for a small one. */
export function meaningsOf(word: string): string[] {
  if (word === '' || SMALL.has(word)) return [];
  const plain = stem(word);
  return [...new Set([plain, ...(meanings.get(plain) ?? [])])];
}

/** All words that say the same as another, without their endings. */
export const wordsWithMeanings: readonly string[] = [...meanings.keys()];
