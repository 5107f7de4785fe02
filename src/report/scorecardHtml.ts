import type { Scorecard } from '../interview/scorecard.ts';
import { counted } from '../values/counted.ts';
import { visible } from '../values/visible.ts';
import { standingOf } from './scorecardText.ts';

/** A scorecard as one page that needs nothing else: light or dark as the reader has it, on a phone too. */
export function scorecardHtml(card: Scorecard): string {
  const title = `Scorecard: ${card.drill}`;
  const over = card.minutesOver > 0 ? `, ${card.minutesOver} of them after the time was over` : '';
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
<p class="facts">${escaped(card.startedAt.slice(0, 10))}: ${card.minutesUsed} of ${counted(card.minutes, 'minute')}${over}; ${counted(card.hints, 'hint')}</p>
${[next(card), levels(card), complexity(card), cases(card), clarifications(card), discussion(card)].join('\n')}
</main>
</body>
</html>
`;
}

const next = ({ next: steps }: Scorecard): string =>
  `<section><h2>Next</h2><ol>${steps.map((step) => `<li>${escaped(step)}</li>`).join('')}</ol></section>`;

function levels({ levels: scores }: Scorecard): string {
  const rows = scores.map((level) => {
    const broken = level.broken === undefined ? '' : `<div class="detail">${escaped(level.broken)}</div>`;
    const remarks = level.remarks.map((name) => `<div class="detail">Remark: ${escaped(name)}</div>`).join('');
    const isReached = level.status !== 'not-reached';
    return `<tr><th scope="row"><code>${escaped(level.level)}</code>${broken}${remarks}</th><td class="${level.status}">${standingOf(level)}</td><td>${isReached ? level.minutes : ''}</td><td>${isReached ? level.saves : ''}</td><td>${isReached ? level.hints : ''}</td></tr>`;
  });
  return table('Levels', ['level', 'standing', 'minutes', 'grades', 'hints'], rows);
}

function complexity({ complexity: claims }: Scorecard): string {
  if (claims.length === 0) return '';
  const rows = claims.map(({ function: name, of, claim, right, verdict, message, counted, isMeasured }) => {
    const unseen = verdict === 'right' && !isMeasured ? ['Not measured on your code'] : [];
    const details = [...(message === undefined ? [] : [message]), ...counted, ...unseen].map(
      (text) => `<div class="detail">${escaped(text)}</div>`,
    );
    const said = claim === null ? '<span class="dim">not said</span>' : `<code>${escaped(claim)}</code>`;
    return `<tr><th scope="row"><code>${escaped(name)}</code>, ${of}${details.join('')}</th><td>${said}</td><td><code>${escaped(right)}</code></td><td class="${verdict === 'right' && counted.length > 0 ? 'unreadable' : verdict}">${verdict === 'right' && counted.length > 0 ? 'right, but not of this code' : verdict.replace('-', ' ')}</td></tr>`;
  });
  return table('Cost, as you said it', ['of', 'you said', 'it is', 'verdict'], rows);
}

function cases({ cases: score }: Scorecard): string {
  if (!score) return '<section><h2>Your test cases</h2><p class="dim">None written.</p></section>';
  if (score.problem)
    return `<section><h2>Your test cases</h2><p>They could not be run: ${escaped(score.problem.message)}.</p></section>`;
  const red = [
    ...score.setAside.map(({ name, reason }) => `${name}: set aside, as ${reason}`),
    ...score.failed.map(({ name, reason }) => `${name}: failed, as ${reason}`),
  ];
  return `<section><h2>Your test cases</h2><p>${score.killed} of ${score.mutants} wrong solutions refuted by ${counted(score.accepted, 'case')}.</p>${list(red)}${
    score.survivors.length === 0
      ? ''
      : `<details><summary>What slipped through: a solution that</summary>${list(score.survivors)}</details>`
  }</section>`;
}

function clarifications({ clarifications: { asked, notAsked, mattered, gaveUp } }: Scorecard): string {
  const mattering = mattered.map(({ question, laws }) => `${question} A save broke: ${laws.join('; ')}.`);
  const others = notAsked.filter((question) => !mattered.some((one) => one.question === question));
  return `<section><h2>Questions</h2><p>${asked.length} asked of the ${asked.length + notAsked.length} that were worth asking${gaveUp ? ', with the list of them' : ''}.</p>${
    mattering.length === 0 ? '' : `<h3>Not asked, and it mattered</h3>${list(mattering)}`
  }${others.length === 0 ? '' : `<details><summary>Not asked</summary>${list(others)}</details>`}</section>`;
}

function discussion({ discussion: cards }: Scorecard): string {
  if (cards.length === 0) return '';
  const rows = cards.map(
    ({ question, made, points }) => `<tr><th scope="row">${escaped(question)}</th><td>${made} of ${points}</td></tr>`,
  );
  return table('Discussion', ['question', 'points made'], rows);
}

const list = (items: readonly string[]): string =>
  items.length === 0 ? '' : `<ul>${items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`;

const table = (title: string, columns: readonly string[], rows: readonly string[]): string =>
  `<section><h2>${title}</h2><div class="wide"><table><thead><tr>${columns
    .map((column) => `<th scope="col">${column}</th>`)
    .join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div></section>`;

const escaped = (text: string): string =>
  visible(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const STYLE = `
:root { color-scheme: light dark; --ink: light-dark(#1d2129, #e6e6e6); --dim: light-dark(#5b6270, #a3a9b5);
  --paper: light-dark(#fdfdfc, #16181d); --line: light-dark(#d9dce2, #353a45); --good: light-dark(#14692f, #7bd88f);
  --bad: light-dark(#a3231f, #ff8f85); --so: light-dark(#7a5200, #e5c07b); }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
h1 { font-size: 1.5rem; margin: 0; } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; } h3 { font-size: 1rem; margin: 1rem 0 .3rem; }
.facts, .dim, .detail, .not-said, .not-reached, .not-started { color: var(--dim); }
.detail { font-weight: normal; font-size: .9rem; overflow-wrap: anywhere; }
.wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--line); }
thead th { color: var(--dim); font-weight: normal; font-size: .9rem; } tbody th { font-weight: normal; }
.passed, .failed, .not-reached, .not-started { white-space: nowrap; } .passed, .right { color: var(--good); } .failed, .wrong { color: var(--bad); } .unreadable { color: var(--so); }
code { font-family: ui-monospace, monospace; font-size: .92em; overflow-wrap: anywhere; } li { margin: .2rem 0; } summary { cursor: pointer; }
`;
