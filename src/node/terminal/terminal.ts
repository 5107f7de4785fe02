import { randomUUID } from 'node:crypto';
import type { Colours } from '../../report/colours.ts';
import { wrapped } from '../../report/wrap.ts';
import { visibleLines } from '../../values/visible.ts';

/**
 * Stands for the beginning of each colour code until the text leaves. What an attempt, a file name or a history brings along
 * cannot have it: so our own colours are told from all others, which are shown and not acted on.
 */
const OURS = randomUUID();

const OUR_CODES = new RegExp(`${OURS}(\\[\\d+m)`, 'g');

/** Each line has colours of its own, and a colour inside another gives way to it at its end. */
const between = (on: number, off: number) => {
  const [begin, end] = [`${OURS}[${on}m`, `${OURS}[${off}m`];
  return (text: string): string =>
    text
      .split('\n')
      .map((line) => (line === '' ? '' : `${begin}${line.replaceAll(end, end + begin)}${end}`))
      .join('\n');
};

const marks: Colours = {
  bold: between(1, 22),
  dim: between(2, 22),
  red: between(31, 39),
  green: between(32, 39),
  yellow: between(33, 39),
  cyan: between(36, 39),
};

/** Colours for text that leaves through this module, which leaves them out where nobody sees them. */
export const colours = (): Colours => marks;

/** Whether a person looks on, at a terminal that can clear its screen and show colours. */
export const isScreen = (): boolean => Boolean(process.stdout.isTTY) && process.env.TERM !== 'dumb';

const WIDEST = 110;

/** Text as it may go to the terminal: nothing in it acts on the terminal but our own colours. Long lines of words are broken where a person looks on. */
export function shown(text: string): string {
  const isCode = (line: string): boolean => line.includes(`${OURS}[36m`);
  const seen = (part: string): string => part.replace(OUR_CODES, '');
  const width = Math.min(process.stdout.columns || 80, WIDEST);
  const lines = visibleLines(text);
  const broken = process.stdout.isTTY ? wrapped(lines, width, { seen, isCode }) : lines;
  const hasColours = isScreen() && !process.env.NO_COLOR;
  return broken.replace(OUR_CODES, hasColours ? '\u001b$1' : '');
}

/** The only way out for text; `write` ends no line. */
export const write = (text: string): void => {
  process.stdout.write(shown(text));
};

export const say = (text: string): void => write(`${text}\n`);

/** JSON that means the same and does nothing to a terminal; its lines are never broken. */
export const sayJson = (json: string): void => {
  process.stdout.write(`${visibleLines(json)}\n`);
};

/** To where it does not disturb what other programs read. */
export const warn = (text: string): void => {
  process.stderr.write(`${visibleLines(text).replace(OUR_CODES, '')}\n`);
};

/** Leaves an empty screen, where there is one. */
export const clearScreen = (): void => {
  if (isScreen()) process.stdout.write('\u001b[2J\u001b[3J\u001b[H');
};

/** Leaves an empty line in the place of the one that was begun, where it can. */
export const clearLine = (): void => {
  process.stdout.write(isScreen() ? '\r\u001b[K' : '\n');
};

/** Wrong usage: ends the program with exit code 2 and what is right. */
export class UsageError extends Error {}
