import type { Growth, Measure } from '../drill/growth.ts';
import type { SiteCount } from '../subject/subject.ts';
import { BASE } from './growthCounts.ts';
import { slope } from './slope.ts';
import type { GrowthVerdict, SizeCounts } from './verdict.ts';

/** The largest slope of log(attempt / reference) on log(size) that passes; tests/margins.test.ts prints how far right answers and slow ones stay from it. */
export const SLOPE_LIMIT = 0.4;

/** The largest slope at which a gate passes. */
export const limitOf = ({ limit = SLOPE_LIMIT }: { limit?: number }): number => limit;

export interface Sample extends SizeCounts {
  /** What was taken off of both. */
  readonly apart?: { readonly attempt: number; readonly reference: number };
  readonly sites: readonly SiteCount[];
}

/** The slope of log(attempt / reference) on log(size). */
export const slopeOf = (samples: readonly SizeCounts[]): number =>
  slope(
    samples.map(({ size }) => Math.log(size)),
    samples.map(({ attempt, reference }) => Math.log((attempt + BASE) / (reference + BASE))),
  );

/** Counts that can be compared: an attempt that does more in the part that is taken off than in the whole hides what it does. */
const isSound = ({ attempt }: Sample): boolean => Number.isFinite(attempt) && attempt >= 0;

/** How the part that is taken off grows: it must not be made large to hide the rest. */
const slopeOfApart = (samples: readonly Sample[]): number =>
  slopeOf(samples.flatMap(({ size, apart, sites }) => (apart ? [{ size, sites, ...apart }] : [])));

/** What a gate says of one measure; `stopped` is what ended the attempt before the last size. */
export function verdictOn<Solution>(
  growth: Growth<Solution>,
  measure: Measure,
  samples: readonly Sample[],
  stopped: Error | undefined,
): GrowthVerdict {
  const fitted = slopeOf(samples);
  const limit = limitOf(growth);
  const last = samples.at(-1);
  if (!last) throw new Error(`growth in ${growth.variable} declares no sizes`);
  const common = {
    variable: growth.variable,
    ...(growth.of === undefined ? {} : { of: growth.of }),
    on: growth.on,
    measure,
    slope: fitted,
    limit,
    size: last.size,
    attempt: Math.round(last.attempt),
    reference: Math.round(last.reference),
    counts: samples.map(({ size, attempt, reference }) => ({ size, attempt, reference })),
  };
  const steepest = steepestSite(samples, measure);
  const alone = {
    ...exponentsOf(stopped ? samples.slice(0, -1) : samples),
    ...(steepest ? { steepestLine: steepest.site.line } : {}),
  };
  const isFlatEnough = fitted <= limit && samples.every(isSound) && slopeOfApart(samples) <= SLOPE_LIMIT;
  const outOfFuel = stopped !== undefined && (measure === 'steps' || !growth.measures.includes('steps'));
  if (isFlatEnough && !outOfFuel) return { ...common, ...alone, status: 'passed' };
  const counts =
    `${count(common.attempt)} ${measure === 'steps' ? 'steps' : 'elements allocated'} at ${growth.variable} = ${last.size}` +
    `${outOfFuel ? ', where it was stopped' : ''}; the reference takes ${count(common.reference)}`;
  const where = steepest
    ? `Line ${steepest.site.line}: ${steepest.site.construct} ${exponentText(steepest.exponent, growth.variable)}`
    : `It grows too fast with ${growth.variable}`;
  return {
    ...common,
    ...alone,
    status: 'failed',
    ...(steepest ? { worstLine: steepest.site.line } : {}),
    message: `${where} on ${growth.on} (${counts})`,
  };
}

/** How attempt and reference grow, each by itself. */
function exponentsOf(samples: readonly Sample[]): Pick<GrowthVerdict, 'exponents'> {
  if (samples.length < 2) return {};
  const logSize = samples.map(({ size }) => Math.log(size));
  const exponentIn = (who: 'attempt' | 'reference'): number =>
    slope(
      logSize,
      samples.map((sample) => Math.log(Math.max(1, sample[who]))),
    );
  return { exponents: { attempt: exponentIn('attempt'), reference: exponentIn('reference') } };
}

const count = (value: number): string => Math.round(value).toLocaleString('en-US');

const exponentText = (exponent: number | undefined, variable: string): string =>
  exponent === undefined
    ? `is run far too often with ${variable}`
    : `grows like ${variable}^${exponent.toFixed(exponent > 1.95 && exponent < 2.05 ? 0 : 1)}`;

/** The place that grows fastest among those with a tenth of the count or more; the exponent is taken over the last doubling. */
function steepestSite(
  samples: readonly Sample[],
  measure: Measure,
): { site: SiteCount; exponent: number | undefined } | undefined {
  const last = samples.at(-1);
  if (!last) return undefined;
  const total = last.sites.reduce((sum, site) => sum + site[measure], 0);
  const earlier = samples.at(-2);
  const candidates = last.sites
    .filter((site) => site[measure] >= total / 10)
    .map((site) => ({
      site,
      exponent: exponentOf(site, earlier?.sites[last.sites.indexOf(site)], last.size, earlier?.size, measure),
    }));
  // Exponents that differ by rounding are one exponent: then the place with the larger count is named.
  const rank = (exponent: number | undefined) => Math.round((exponent ?? 0) * 5);
  candidates.sort((a, b) => rank(b.exponent) - rank(a.exponent) || b.site[measure] - a.site[measure]);
  return candidates[0];
}

function exponentOf(
  site: SiteCount,
  before: SiteCount | undefined,
  size: number,
  sizeBefore: number | undefined,
  measure: Measure,
): number | undefined {
  if (!before || sizeBefore === undefined || before[measure] === 0) return undefined;
  return Math.log(site[measure] / before[measure]) / Math.log(size / sizeBefore);
}
