import { type Drill, levelName } from '../drill/defineDrill.ts';
import type { Growth } from '../drill/growth.ts';
import type { Level } from '../drill/level.ts';
import type { LevelCases } from './casesVerdict.ts';
import { limitOf, slopeOf } from './growthVerdict.ts';
import { sizesOf } from './judgeGrowth.ts';
import type { GrowthVerdict, LawVerdict, LevelVerdict, Problem, Remark } from './verdict.ts';

/** The law of a level with gates: the answers to what they count are held against the reference's. */
export const LARGER = 'larger inputs are answered right too';

/** All laws of a level by name, in the order of a verdict. */
export const lawNames = ({ laws, growth }: Pick<Level<unknown>, 'laws' | 'growth'>): string[] => [
  ...laws.map(({ name }) => name),
  ...(growth.length > 0 ? [LARGER] : []),
];

/** Whether a law was tried and could not be judged, as the attempt is too slow. */
export const isTooSlow = (law: LawVerdict): boolean => law.status === 'not-judged' && law.message !== undefined;

/** Where a level stands, worked out from what became of its laws and gates; growth counts once the answer is right. */
export function standingOf(
  facts: Pick<LevelVerdict, 'level' | 'laws' | 'remarks' | 'growth' | 'gatesLeft'>,
  hasGrowth: boolean,
): LevelVerdict {
  const correct = !facts.laws.some(({ status }) => status === 'failed');
  const isSlow = facts.growth.some(({ status }) => status !== 'passed') || facts.laws.some(isTooSlow);
  const efficient = correct && (hasGrowth || isSlow) ? !isSlow : null;
  return { ...facts, status: correct && efficient !== false ? 'passed' : 'failed', correct, efficient };
}

/**
 * Levels as another process tells them, if they add up: they are those of the drill, with its laws and gates, and what they
 * are called follows from these and from the counts. Undefined when they do not. While the rest is being judged, only the
 * first of them are there.
 */
export function workedOut(
  drill: Drill<unknown>,
  wanted: string | undefined,
  said: unknown,
  isWhole = true,
): readonly LevelVerdict[] | undefined {
  const levels = drill.levels.filter((level) => wanted === undefined || levelName(level) === wanted);
  if (!Array.isArray(said) || (isWhole ? said.length !== levels.length : said.length > levels.length)) return undefined;
  return said.every((one: unknown, i) => isRecord(one) && addsUp(levels[i] as Level<unknown>, one)) // said is no longer than levels
    ? (said as LevelVerdict[]) // as just found
    : undefined;
}

/** Whether a problem as another process tells it can be shown as one. */
export const isProblem = ({
  kind,
  message,
  file = '',
  line = 1,
  column = 1,
  printed = [],
}: Unknown<Problem>): boolean =>
  isText(kind) && isText(message) && isText(file) && isCount(line) && isCount(column) && isTexts(printed);

type Unknown<Known> = { readonly [Key in keyof Known]?: unknown };

function addsUp(level: Level<unknown>, said: Unknown<LevelVerdict>): boolean {
  const name = levelName(level);
  const { laws, remarks, growth, gatesLeft, note = '' } = said;
  const gates = level.growth.flatMap((gate) => gate.measures.map((measure) => ({ gate, measure })));
  if (said.level !== name || !Array.isArray(laws) || !Array.isArray(growth) || !isCount(gatesLeft) || !isText(note))
    return false;
  if (!Array.isArray(remarks) || !remarks.every((one: unknown) => isRecord(one) && isRemark(level, one))) return false;
  if (said.status === 'not-started')
    return laws.length + growth.length === 0 && said.correct === null && said.efficient === null;
  const names = lawNames(level).filter((one) => !remarks.some((remark: Remark) => remark.name === one));
  const isLaws = laws.every((law: unknown, i) => isRecord(law) && law.name === names[i] && isLaw(law));
  const isGates = growth.every((one: unknown, i) => {
    const { gate, measure } = gates[i] ?? {};
    return isRecord(one) && gate !== undefined && one.measure === measure && isGate(gate, one);
  });
  if (!isLaws || !isGates) return false;
  const { status, correct, efficient } = standingOf({ level: name, laws, remarks, growth, gatesLeft }, true);
  const isComplete =
    laws.length === names.length &&
    laws.every((law: LawVerdict) => law.status === 'passed') &&
    growth.length === gates.length &&
    growth.every(({ counts }: GrowthVerdict) => counts.length > 1);
  return (
    said.status === status &&
    said.correct === correct &&
    said.efficient === efficient &&
    (status === 'failed' || isComplete)
  );
}

interface Told {
  readonly waitsFor?: unknown;
  readonly status?: unknown;
  readonly message?: unknown;
  readonly counterexample?: unknown;
  readonly printed?: unknown;
  readonly line?: unknown;
}

const isLaw = (said: Told): boolean =>
  said.status === 'failed'
    ? isTold(said)
    : said.status === 'passed' ||
      (said.status === 'not-judged' && isText(said.waitsFor ?? '') && isTold({ message: '', ...said }));

function isTold({ message, counterexample = '', printed = [], line = 1 }: Told): boolean {
  return isText(message) && isText(counterexample) && isTexts(printed) && isCount(line);
}

/** Whether a remark is on a rule of the level that is one. */
const isRemark = ({ laws }: Level<unknown>, said: Unknown<Remark>): boolean =>
  said.status === 'remark' &&
  isText(said.advice) &&
  isTold(said) &&
  laws.some(({ name, remark }) => remark && name === said.name);

/** Whether a gate is that of the drill, and passes only where the counts say so. */
function isGate(gate: Growth<unknown>, said: Unknown<GrowthVerdict>): boolean {
  const { counts, message = '', worstLine = 1 } = said;
  const limit = limitOf(gate);
  if (said.variable !== gate.variable || said.on !== gate.on || said.of !== gate.of || said.limit !== limit)
    return false;
  const isCounts =
    Array.isArray(counts) &&
    counts.every(
      (one: unknown, i) =>
        isRecord(one) && one.size === sizesOf(gate)[i] && [one.attempt, one.reference].every(Number.isFinite),
    );
  if (!isCounts || ![said.size, said.attempt, said.reference, worstLine].every(Number.isFinite) || !isText(message))
    return false;
  const slope = slopeOf(counts);
  return said.slope === slope && (said.status === 'failed' || (said.status === 'passed' && slope <= limit));
}

/** Test cases as another process tells how they did, if these are those that were asked about; undefined when not. */
export function workedOutCases(
  wanted: readonly { readonly level: string; readonly cases: readonly { readonly name: string }[] }[],
  said: unknown,
): readonly LevelCases[] | undefined {
  const isWhole = isListOf(
    wanted,
    said,
    (one, { level, cases }) =>
      one.level === level &&
      isListOf(cases, one.cases, (each, { name }) => isCase(each, name)) &&
      isTexts(one.survivors) &&
      [one.mutants, one.killed].every(isCount),
  );
  return isWhole ? (said as LevelCases[]) : undefined; // as just found
}

const isCase = (said: Record<string, unknown>, name: string): boolean => {
  const attempt = isRecord(said.attempt) ? said.attempt : { status: 'passed' };
  return (
    said.name === name &&
    isTexts(said.tests) &&
    isTexts(said.printed ?? []) &&
    (said.status === 'accepted'
      ? isCount(said.kills) && isCount(said.alone) && (attempt.status === 'passed' || isReason(attempt))
      : said.status === 'set-aside' && isReason(said))
  );
};

const isReason = ({ reason, line = 1 }: { readonly reason?: unknown; readonly line?: unknown }): boolean =>
  isText(reason) && isCount(line);

/** Whether something is a list of records, one for each of these. */
const isListOf = <One>(
  ones: readonly One[],
  said: unknown,
  isOne: (each: Record<string, unknown>, one: One) => boolean,
): boolean =>
  Array.isArray(said) &&
  said.length === ones.length &&
  ones.every((one, i) => isRecord(said[i]) && isOne(said[i], one));

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isText = (value: unknown): value is string => typeof value === 'string';
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);
const isCount = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value < Infinity;
