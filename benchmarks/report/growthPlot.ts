import { escaped } from './page.ts';
import type { GrowthReport } from './schema.ts';

const WIDTH = 300;
const HEIGHT = 190;
const LEFT = 46;
const RIGHT = 22;
const BOTTOM = 26;
const COLOURS = ['var(--ours)', 'var(--c2)', 'var(--c3)', 'var(--c4)', 'var(--c5)', 'var(--c6)'];

/** Steps counted on a logarithmic grid, a line for each kind of input. */
export function growthSvg(title: string, ladders: readonly GrowthReport[]): string {
  const sizesOfAll = ladders.flatMap(({ sizes }) => sizes);
  const x = scaleOf(sizesOfAll, LEFT, WIDTH - RIGHT);
  // At least as many powers as across, so that what hardly grows looks flat.
  const y = scaleOf(
    ladders.flatMap(({ steps }) => steps),
    HEIGHT - BOTTOM,
    10,
    Math.max(...sizesOfAll) / Math.min(...sizesOfAll),
  );
  const lines = ladders.map(({ sizes, steps, subject }, i) => {
    const points = sizes.map((size, j) => `${x.at(size).toFixed(1)},${y.at(steps[j] ?? 1).toFixed(1)}`);
    const colour = COLOURS[i % COLOURS.length];
    const dash = subject === 'attempt' ? ' stroke-dasharray="5 3"' : '';
    const dots = points.map(
      (point) => `<circle cx="${point.split(',')[0]}" cy="${point.split(',')[1]}" r="2.5" fill="${colour}"/>`,
    );
    return `<polyline points="${points.join(' ')}" fill="none" stroke="${colour}" stroke-width="1.5"${dash}/>${dots.join('')}`;
  });
  const ticks = [
    ...x.ticks.map(
      (tick) =>
        `<text class="dim" x="${x.at(tick).toFixed(1)}" y="${HEIGHT - 8}" text-anchor="middle">${short(tick)}</text>`,
    ),
    ...y.ticks.map(
      (tick) =>
        `<line class="axis" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y.at(tick).toFixed(1)}" y2="${y.at(tick).toFixed(1)}"/><text class="dim" x="${LEFT - 6}" y="${(y.at(tick) + 4).toFixed(1)}" text-anchor="end">${short(tick)}</text>`,
    ),
  ];
  const said = ladders
    .map(({ on, exponents }) => `${on}: steps grow with the power ${exponents.steps.toFixed(2)}`)
    .join('; ');
  const legend = ladders.map(
    ({ on, subject, exponents }, i) =>
      `<div><span style="color:${COLOURS[i % COLOURS.length]}" aria-hidden="true">\u25cf</span> ${escaped(on)}${subject === 'attempt' ? ' (your attempt)' : ''}: <span class="dim">steps ^${exponents.steps.toFixed(2)}${exponents.time === undefined ? '' : `, time ^${exponents.time.toFixed(2)}`}</span></div>`,
  );
  return `<figure><figcaption><b>${escaped(title)}</b></figcaption><svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escaped(`${title}. ${said}`)}">${ticks.join('')}${lines.join('')}</svg><figcaption class="dim">${legend.join('')}</figcaption></figure>`;
}

/** A logarithmic scale onto pixels, with ticks at powers of ten, or at the ends where there is none within. */
function scaleOf(values: readonly number[], from: number, to: number, leastRatio = 1.01) {
  const least = Math.max(1, Math.min(...values));
  const most = Math.max(least * leastRatio, ...values);
  const span = Math.log(most / least);
  const at = (value: number): number => from + (Math.log(Math.max(1, value) / least) / span) * (to - from);
  const powers = Array.from({ length: 12 }, (_, i) => 10 ** i).filter((power) => power >= least && power <= most);
  return { at, ticks: powers.length >= 2 ? powers : [least, Math.sqrt(least * most), most].map(Math.round) };
}

const short = (value: number): string => {
  if (value >= 1e6) return `${+(value / 1e6).toPrecision(2)}M`;
  return value >= 1e3 ? `${+(value / 1e3).toPrecision(2)}k` : String(Math.round(value));
};
