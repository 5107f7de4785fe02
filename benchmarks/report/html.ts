import { barsSvg } from './bars.ts';
import { growthSvg } from './growthPlot.ts';
import { cells } from './markdown.ts';
import { escaped, STYLE } from './page.ts';
import type { GrowthReport, Report, WorkloadReport } from './schema.ts';
import { bestOf, notToBeTrusted } from './trust.ts';

/** A report as one page that needs nothing else. */
export function reportHtml(report: Report): string {
  const { machine } = report;
  const doubts = notToBeTrusted(report);
  const facts = `${machine.cpu}, ${machine.cores} cores, ${machine.memoryGB} GB, ${machine.system}, Node ${machine.node}; seed ${report.seed}${report.commit === undefined ? '' : `; commit ${report.commit}`}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Benchmarks of ml-drills, ${report.startedAt.slice(0, 10)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>Benchmarks, ${report.startedAt.slice(0, 10)}</h1>
<p class="dim">${escaped(facts)}.</p>
<p>Each contender ran in a process of its own, in interleaved rounds, after one run that was checked and not counted. What takes less than 50 ms is called again and again for so long, and the mean of these calls is one time. A bar is a median, its line the range from minimum to third quartile; a bar that is broken is more than 8 times the best; a wrong result has no bar.</p>
${doubts.length === 0 ? '' : `<section><h2>Not to be trusted</h2><ul>${doubts.map((doubt) => `<li>${escaped(doubt)}</li>`).join('')}</ul></section>`}
${report.workloads.map(workloadSection).join('\n')}
${growthSection(report.growth)}
</main>
</body>
</html>
`;
}

function workloadSection(workload: WorkloadReport): string {
  const best = bestOf(workload.contenders);
  const rows = workload.contenders.map((contender) => {
    const [name = '', ...others] = cells(contender, best?.median);
    const result = others.pop() ?? '';
    return `<tr><th scope="row">${escaped(name)}</th>${others.map((cell) => `<td class="number">${cell}</td>`).join('')}<td class="${contender.status}">${escaped(result)}</td></tr>`;
  });
  return `<section><h2>${escaped(workload.name)}</h2><p>${escaped(workload.describes)}</p>
${barsSvg(workload)}
<details><summary>Numbers</summary><div class="wide"><table><thead><tr>${['', 'median', 'min', 'spread', 'times the best', 'memory', 'result'].map((column) => `<th scope="col">${column}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div></details></section>`;
}

/** A picture for each variable of each level; equal variables of a level share it. */
function growthSection(growth: readonly GrowthReport[]): string {
  if (growth.length === 0) return '';
  const groups = new Map<string, GrowthReport[]>();
  for (const ladder of growth) {
    const key = `${ladder.level} in ${ladder.variable}`;
    groups.set(key, [...(groups.get(key) ?? []), ladder]);
  }
  const pictures = [...groups].map(([title, ladders]) => growthSvg(title, ladders));
  return `<section><h2>Growth</h2><p>Steps counted on a logarithmic grid, where a power is a straight line. Exponents are slopes by least squares: of steps, and of the time of the same instrumented code.</p><div class="grid">${pictures.join('')}</div></section>`;
}
