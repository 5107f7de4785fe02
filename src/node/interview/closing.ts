import path from 'node:path';
import type { Drill } from '../../drill/defineDrill.ts';
import type { Interview } from '../../interview/interview.ts';
import type { Typed } from '../../interview/nextSteps.ts';
import { type Ended, type Scorecard, scorecardOf } from '../../interview/scorecard.ts';
import { scorecardHtml } from '../../report/scorecardHtml.ts';
import { visibleLines } from '../../values/visible.ts';
import { loadingFor } from '../grading/loading.ts';
import { warn } from '../terminal/terminal.ts';
import { commandLine } from '../workspace/commandLine.ts';
import { historyPath } from '../workspace/history.ts';
import { attemptPath, type Home } from '../workspace/home.ts';
import { writeNew } from '../workspace/writeNew.ts';
import { note } from './note.ts';

/** Ends an interview: makes its scorecard, keeps it beside the log, and notes the end. */
export async function closeInterview({
  home,
  drill,
  interview,
  ...rest
}: Pick<Ended, 'verdict' | 'cases' | 'questionOf'> & {
  readonly home: Home;
  readonly drill: Drill<unknown>;
  readonly interview: Interview;
}): Promise<{ scorecard: Scorecard; files: Record<string, string> }> {
  const loaded = await loadingFor(home).load(attemptPath(home, interview.drill));
  const claims = loaded.ok ? loaded.code.claims : {};
  const typed: Typed = (...words) => commandLine(home, ...words);
  const scorecard = scorecardOf({ drill, interview, now: new Date(), claims, typed, ...rest });
  if (interview.endedAt === undefined)
    note(home, interview.drill, { event: 'interview-ended', interview: interview.id });
  return { scorecard, files: keep(home, scorecard) };
}

/** Writes the scorecard as JSON and as a page. An interview does not fail because its files cannot be written. */
function keep(home: Home, scorecard: Scorecard): Record<string, string> {
  const stem = path.join(path.dirname(historyPath(home)), 'interviews', scorecard.interview.replaceAll(/[^\w-]/g, '-'));
  try {
    writeNew(`${stem}.json`, `${visibleLines(JSON.stringify(scorecard, null, 2))}\n`);
    writeNew(`${stem}.html`, scorecardHtml(scorecard));
    return { json: `${stem}.json`, html: `${stem}.html` };
  } catch (error) {
    warn(`The scorecard could not be kept (${error instanceof Error ? error.message : String(error)})`);
    return {};
  }
}
