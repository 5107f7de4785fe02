/**
 * What a terminal acts on instead of showing it, or shows as nothing: control characters, marks of direction and of no width,
 * ends of lines that are none here, half a surrogate pair, and letters that look like a space.
 */
const ACTING = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]/gu;

/** A character as the escape that stands for it in code, and in JSON. */
const escaped = (character: string): string => {
  if (character === '\n') return '\\n';
  if (character === '\t') return '\\t';
  return Array.from(
    { length: character.length },
    (_, i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`,
  ).join('');
};

/** Text of a stranger as one line that a terminal shows and does not act on: control characters as `\u001b`, tabs and ends of lines as `\t` and `\n`. */
export const visible = (text: string): string => text.replace(ACTING, escaped);

/** The same for text in lines, which stay lines. JSON keeps its meaning. */
export const visibleLines = (text: string): string =>
  text.replace(/\r\n/g, '\n').replace(ACTING, (character) => (character === '\n' ? character : escaped(character)));
