import { wilcoxonRankSum } from 'simple-statistics';
import type { ContenderReport, Report } from './schema.ts';
import { milliseconds } from './trust.ts';

/** Two medians differ beyond noise when the ranges of the middle halves are apart, and by more than this. */
const LEAST = 0.03;

/** Which times differ between two reports by more than the noise, in words. */
export function compareReports(before: Report, after: Report): string {
  const lines: string[] = [];
  if (before.machine.cpu !== after.machine.cpu || before.machine.node !== after.machine.node)
    lines.push(
      `They were measured on different machines (${before.machine.cpu}, Node ${before.machine.node}; ${after.machine.cpu}, Node ${after.machine.node}): differences are not of the code alone.`,
    );
  for (const workload of after.workloads) {
    const old = before.workloads.find(({ name }) => name === workload.name);
    if (!old) {
      lines.push(`${workload.name}: only in the second`);
      continue;
    }
    if (old.bytes !== workload.bytes) {
      lines.push(`${workload.name}: the inputs are not the same`);
      continue;
    }
    for (const contender of workload.contenders) {
      const earlier = old.contenders.find(({ name }) => name === contender.name);
      if (earlier) lines.push(`${workload.name}, ${contender.name}: ${difference(earlier, contender)}`);
    }
  }
  for (const { name } of before.workloads)
    if (!after.workloads.some((workload) => workload.name === name)) lines.push(`${name}: only in the first`);
  return lines.join('\n');
}

function difference(before: ContenderReport, after: ContenderReport): string {
  if (before.status !== after.status) return `was ${before.status}, is ${after.status}`;
  if (before.median === undefined || after.median === undefined) return after.status;
  const change = after.median / before.median - 1;
  const sizes = `${milliseconds(before.median)} to ${milliseconds(after.median)}`;
  if (Math.abs(change) < LEAST || !areApart(before.samples, after.samples))
    return `no difference beyond the noise (${sizes})`;
  return `${Math.abs(100 * change).toFixed(0)}% ${change > 0 ? 'slower' : 'faster'} (${sizes})`;
}

/** Whether ranks of the samples are too uneven for chance, at about 5%, by the rank-sum test's normal approximation. */
function areApart(a: readonly number[], b: readonly number[]): boolean {
  const [m, n] = [a.length, b.length];
  if (m < 3 || n < 3) return false;
  const sum = wilcoxonRankSum([...a], [...b]);
  const mean = (m * (m + n + 1)) / 2;
  const deviation = Math.sqrt((m * n * (m + n + 1)) / 12);
  return Math.abs(sum - mean) / deviation > 1.96;
}
