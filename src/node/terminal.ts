import pico from 'picocolors';
import type { Colours } from '../report/colours.ts';
import { noColours } from '../report/colours.ts';
import { wrapped } from '../report/wrap.ts';

/** Colours where a person looks on, and nowhere else. */
export const colours = (): Colours =>
  process.stdout.isTTY && !process.env.NO_COLOR ? pico.createColors(true) : noColours;

export const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** Text of some length, broken into lines where a person looks on. */
export const sayAtLength = (text: string): void => {
  say(process.stdout.isTTY ? wrapped(text, Math.min(process.stdout.columns, 110)) : text);
};

/** To where it does not disturb what other programs read. */
export const warn = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

/** Wrong usage: ends the program with exit code 2 and what is right. */
export class UsageError extends Error {}
