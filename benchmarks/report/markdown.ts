import type { ContenderReport, GrowthReport, Report, WorkloadReport } from './schema.ts';
import { bestOf, milliseconds, notToBeTrusted } from './trust.ts';

/** A report to read in a terminal or on a forge. */
export function reportMarkdown(report: Report): string {
  const { machine } = report;
  const parts = [
    `# Benchmarks, ${report.startedAt.slice(0, 10)}`,
    `${machine.cpu}, ${machine.cores} cores, ${machine.memoryGB} GB, ${machine.system}, Node ${machine.node}; seed ${report.seed}${report.commit === undefined ? '' : `; commit ${report.commit}`}.`,
    'Each contender ran in a process of its own, one after the other in interleaved rounds, after one run that was checked and not counted. What takes less than 50 ms is called again and again for so long, and the mean of these calls is one time. Times are medians; the range is from the first to the third quartile.',
    ...report.workloads.map(workloadTable),
    growthTable(report.growth),
  ];
  const doubts = notToBeTrusted(report);
  if (doubts.length > 0) parts.push(`## Not to be trusted\n\n${doubts.map((doubt) => `- ${doubt}`).join('\n')}`);
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function workloadTable({ name, describes, contenders }: WorkloadReport): string {
  const best = bestOf(contenders);
  const rows = contenders.map((contender) => `| ${[...cells(contender, best?.median)].join(' | ')} |`);
  return `## ${name}\n\n${describes}\n\n| | median | min | spread | times the best | memory | result |\n|---|---:|---:|---:|---:|---:|---|\n${rows.join('\n')}`;
}

/** Name, median, minimum, spread, ratio to the best, memory, result. */
export function cells(
  { name, version, status, reason, median, min, spread, megabytes }: ContenderReport,
  best: number | undefined,
): string[] {
  const title = version === undefined ? name : `${name} ${version}`;
  const result = reason === undefined ? status : `${status.replace('-', ' ')}: ${reason}`;
  if (median === undefined || min === undefined || spread === undefined) return [title, '', '', '', '', '', result];
  const ratio = best === undefined || status !== 'right' ? '' : (median / best).toFixed(median / best < 9.95 ? 1 : 0);
  return [title, milliseconds(median), milliseconds(min), milliseconds(spread), ratio, `${megabytes ?? 0} MB`, result];
}

function growthTable(growth: readonly GrowthReport[]): string {
  if (growth.length === 0) return '';
  const rows = growth.map(
    ({ level, subject, variable, on, sizes, exponents }) =>
      `| ${level}${subject === 'attempt' ? ' (your attempt)' : ''} | ${variable} | ${on} | ${sizes[0]} to ${sizes.at(-1)} | ${exponents.steps.toFixed(2)} | ${exponents.time?.toFixed(2) ?? ''} |`,
  );
  return `## Growth\n\nExponents of steps counted and of time on the same code, instrumented: least squares on logarithms.\n\n| function | in | on | sizes | steps | time |\n|---|---|---|---|---:|---:|\n${rows.join('\n')}`;
}
