import type { ContenderReport, Report } from './schema.ts';

/** What of a report is not to be trusted, and why; each a sentence. */
export function notToBeTrusted(report: Report): string[] {
  const doubts: string[] = [];
  if (report.isInterrupted) doubts.push('It was interrupted: workloads after the last one shown were not measured.');
  if (report.machine.load > 0.5)
    doubts.push(
      `The machine was busy when it began (a load of ${report.machine.load.toFixed(1)}): prefer minima to medians.`,
    );
  for (const { name, contenders } of report.workloads) {
    for (const contender of contenders) {
      if (contender.status === 'wrong')
        doubts.push(`${contender.name} in ${name} is wrong, so its time means nothing: ${contender.reason}.`);
      const { median, spread } = contender;
      if (median !== undefined && spread !== undefined && spread > 0.25 * median)
        doubts.push(`${contender.name} in ${name} varies by ${Math.round((100 * spread) / median)}% of its median.`);
      if (contender.samples.length > 0 && contender.samples.length < 3)
        doubts.push(`${contender.name} in ${name} has ${contender.samples.length} samples only.`);
    }
  }
  const short = report.growth.filter(({ milliseconds }) => Math.max(...milliseconds) < 1);
  if (short.length > 0)
    doubts.push(
      `${short.length} of ${report.growth.length} exponents of time come from runs of less than a millisecond, a good part of which goes into handing over inputs: steps tell how these grow.`,
    );
  return doubts;
}

/** The contender that was fastest of those that are right, by median. */
export const bestOf = (contenders: readonly ContenderReport[]): ContenderReport | undefined =>
  contenders
    .filter(({ status, median }) => status === 'right' && median !== undefined)
    .sort((a, b) => (a.median ?? 0) - (b.median ?? 0))[0];

/** Milliseconds as they are read: 0.42 ms, 17.3 ms, 1,240 ms. */
export const milliseconds = (value: number): string =>
  `${value >= 100 ? Math.round(value).toLocaleString('en-US') : value.toPrecision(3)} ms`;
