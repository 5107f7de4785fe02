/**
 * A small change of a solution: what it then does wrong, as the end of the sentence "this attempt ...", and a text of the
 * solution with the text in its place. More pairs may follow where one change needs another.
 */
export type Patch = readonly [says: string, text: string, instead: string, ...more: string[]];

/**
 * Changes of one solution that give wrong answers, and changes that only make it slow. `rare` ones are wrong at one size, scale or
 * history only: a judge must find them, and nobody asks it of a learner's test cases.
 */
export interface PatchedSolution {
  readonly wrong?: readonly Patch[];
  readonly rare?: readonly Patch[];
  readonly slow?: readonly Patch[];
}

/** The patches of a level, by the solution that they change: `reference`, or a file of its bank, as `right/oneLoop.ts`. */
export interface Patches {
  readonly of: Readonly<Record<string, PatchedSolution>>;
  /** Where one law must be the first that is told of a mistake: its name, by what the patch says. */
  readonly told?: Readonly<Record<string, string>>;
}

/** Texts of files, by their names. */
export type Texts = Readonly<Record<string, string>>;

/** The files of a solution that a patch changes, as they are then. Each text must stand in one place of all files together. */
export function patched(files: Texts, [says, ...pairs]: Patch): Texts {
  const changed: Record<string, string> = {};
  for (let i = 0; i < pairs.length; i += 2) {
    const [text = '', instead] = pairs.slice(i, i + 2);
    const now: Texts = { ...files, ...changed };
    const places = Object.entries(now).flatMap(([file, whole]) => placesOf(whole, text).map((at) => ({ file, at })));
    const [place] = places;
    if (!place || places.length > 1 || instead === undefined || text === '')
      throw new Error(
        `The patch "${says}" needs a text that stands once, and this stands ${places.length} times: ${text}`,
      );
    const { file, at } = place;
    const whole = now[file] ?? '';
    changed[file] = whole.slice(0, at) + instead + whole.slice(at + text.length);
  }
  return changed;
}

function placesOf(whole: string, text: string): number[] {
  const places: number[] = [];
  for (let at = whole.indexOf(text); at >= 0 && text !== ''; at = whole.indexOf(text, at + 1)) places.push(at);
  return places;
}
