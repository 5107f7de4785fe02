import { escaped } from './page.ts';
import type { ContenderReport, WorkloadReport } from './schema.ts';
import { bestOf, milliseconds } from './trust.ts';

const WIDTH = 420;
const ROW = 36;

/** Bars beyond so many times the best are cut. */
const CUT = 8;

/** Medians as bars from 0, ours in colour, each under its name and number: as wide as a phone, and no wider on a desk. */
export function barsSvg({ name, contenders }: WorkloadReport): string {
  const best = bestOf(contenders)?.median ?? 1;
  const right = contenders.filter(({ status, median }) => status === 'right' && median !== undefined);
  const longest = Math.min(Math.max(...right.map(({ median }) => median ?? 0), best), CUT * best);
  const rows = contenders.map((contender, i) => row(contender, i * ROW, longest, best));
  const said = right.map(({ name: who, median }) => `${who} ${milliseconds(median ?? 0)}`).join(', ');
  return `<svg class="bars" viewBox="0 0 ${WIDTH} ${contenders.length * ROW}" role="img" aria-label="${escaped(`${name}: ${said}`)}">${rows.join('')}</svg>`;
}

function row({ name, status, median, min, spread }: ContenderReport, y: number, longest: number, best: number): string {
  const label = `<text x="0" y="${y + 12}">${escaped(name)}</text>`;
  const value = (text: string): string =>
    `<text class="dim" x="${WIDTH}" y="${y + 12}" text-anchor="end">${text}</text>`;
  if (status !== 'right' || median === undefined || min === undefined || spread === undefined)
    return label + value(escaped(status.replace('-', ' ')));
  const at = (ms: number): string => ((Math.min(ms, longest) / longest) * WIDTH).toFixed(1);
  const isCut = median > longest;
  const kind = name.startsWith('reference') || name.startsWith('your') ? 'ours' : 'others';
  const bar = `<rect class="${kind}" x="0" y="${y + 17}" width="${at(median)}" height="11"/>`;
  const end = isCut
    ? `<path class="cut" d="M ${WIDTH - 14} ${y + 15} l -5 15 m 8 0 l 5 -15"/>`
    : `<line class="range" x1="${at(min)}" x2="${at(median + spread / 2)}" y1="${y + 22.5}" y2="${y + 22.5}"/>`;
  const ratio = median / best;
  const times = ratio < 1.05 ? '' : `, ${ratio.toFixed(ratio < 9.95 ? 1 : 0)} times`;
  return label + value(`${milliseconds(median)}${times}`) + bar + end;
}
