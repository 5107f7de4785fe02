import { expect, test } from 'vitest';
import { isCostlyMethod } from '../src/load/sites.ts';
import { type Finding, survey } from './builtIns/survey.ts';

/** What is not charged as its CPU time grows, on purpose, and why. Each part that is given has to fit. */
const ON_PURPOSE: readonly {
  readonly name?: RegExp;
  readonly input?: RegExp;
  readonly fault: Finding['fault'];
  readonly why: string;
}[] = [
  {
    name: /^(Array|ArrayBuffer|\w+Array)\.prototype\.constructor$/,
    fault: 'not charged',
    why: 'Another constructor there makes the engine slow; code is instrumented to get the one that counts.',
  },
  {
    input: /\bproxies\b/,
    fault: 'not charged',
    why: 'A proxy before proxies pays when it is made for all those behind it.',
  },
  {
    input: /\bbig\b/,
    fault: 'not charged',
    why: 'The digits of a BigInt are paid for by nobody: arithmetic on them is an operator.',
  },
  {
    name: /^(Math\.|Number$|isNaN|isFinite|String\.fromCharCode)/,
    input: /digits/,
    fault: 'not charged',
    why: 'A text becomes a number where an operator takes it too, once for a text that is paid for where it is made.',
  },
  {
    name: /^(Error\.captureStackTrace|Reflect\.set)$/,
    fault: 'not charged',
    why: 'A first property with a name makes the engine look through a new list.',
  },
  { input: /\bclaims\b/, fault: 'charged for nothing', why: 'What only says how long it is could be that long.' },
  { input: /\bloaded\b/, fault: 'charged for nothing', why: 'Hundreds of bound arguments are handed on, if quickly.' },
  {
    input: /\bwords\b/,
    fault: 'charged for nothing',
    why: 'A long expression has much to try, if often one look at the text is enough.',
  },
  {
    name: /^(RegExp\.prototype\.|String\.prototype\.)/,
    input: /\btext\b/,
    fault: 'charged for nothing',
    why: 'A text that is made is paid for, though the engine puts off copying it; and it looks for one letter at 16 places at a time.',
  },
  {
    name: /^String\.prototype\.(repeat|padStart|padEnd)$/,
    fault: 'charged for nothing',
    why: 'A text that is made is paid for, though the engine puts off copying it.',
  },
  {
    name: /^((Map|Set)\.prototype\.|Symbol\.for|Object\.is)/,
    input: /text|digits|wrapped/,
    fault: 'charged for nothing',
    why: 'A long text is read to be looked up, but for the same one that was looked up before.',
  },
  {
    name: /^(Number|parseInt|parseFloat|isNaN|isFinite)/,
    input: /text|wrapped/,
    fault: 'charged for nothing',
    why: 'A text that is no number is read up to where that shows.',
  },
  {
    name: /^(Object|Reflect)\.(create|setPrototypeOf)$/,
    input: /chain/,
    fault: 'charged for nothing',
    why: 'A chain of prototypes pays when it is made for what is looked up in it later.',
  },
  {
    name: /^Object\.(getOwnPropertySymbols|freeze|seal)$/,
    input: /wrapped|like|typed|integers|digits|text/,
    fault: 'charged for nothing',
    why: 'Keys that are indices are passed over quickly, or are letters.',
  },
  {
    name: /copyWithin$/,
    input: /^typed/,
    fault: 'charged for nothing',
    why: 'Copying a part to where it stands is seen through.',
  },
];

const isOnPurpose = (finding: Finding): boolean =>
  ON_PURPOSE.some(
    ({ name, input, fault }) =>
      fault === finding.fault &&
      (name?.test(finding.name) ?? true) &&
      (input?.test(`${finding.self} ${finding.args}`) ?? true),
  );

/** The console is the grader's own, and shows no more than the start of what it is given. */
const isLanguage = (name: string): boolean => !name.startsWith('console.');

/** Called so often, and charged only for long text, that a note of where each call stands would cost more than it tells. */
const NOT_NOTED =
  /\.(get|has|delete|is|for)$|^(Number|parseInt|parseFloat|isNaN|isFinite|(de|en)codeURI(Component)?)\b/;
/** Where `new` stands is noted whatever it makes. */
const isMade = (name: string): boolean => /^[A-Z]\w*(\.prototype\.constructor)?$/.test(name);

test('every built-in is charged as its CPU time grows, but for what is listed', { timeout: 900_000 }, () => {
  const { findings, charged } = survey(isLanguage);
  expect(findings.filter((finding) => !isOnPurpose(finding))).toEqual([]);
  const named = [...charged].filter((name) => !isMade(name) && !NOT_NOTED.test(name) && !/Symbol\(|\)$/.test(name));
  expect(named.filter((name) => !isCostlyMethod(name.slice(name.lastIndexOf('.') + 1)))).toEqual([]);
  expect(charged.size).toBeGreaterThan(100);
});
