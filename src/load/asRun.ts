import { parseSync } from 'oxc-parser';
import type { Injected } from './injected.ts';
import type { LoadMachine } from './machine.ts';
import { engineError, type Source } from './parse.ts';
import { LoadProblem } from './problem.ts';

/** Code with what leads from its lines back to those of its source. */
export interface Mapped {
  readonly code: string;
  /** The `mappings` of a source map. */
  readonly mappings: string;
}

/** A module as it is run: a function in strict mode. What stands before its body is one line. */
export const asRun = (body: string, injected: Injected): string =>
  `(function(${parametersOf(injected)}){${STRICT}${body}\n})`;

/**
 * Reads what is run once more as the engine will read it: the body must be that of one function, and load nothing by itself.
 * What is refused before is refused in the source; this holds whatever was made of the source since.
 */
export function checkedAsRun(machine: LoadMachine, source: Source, body: Mapped, injected: Injected): Mapped {
  const mappings = `;${body.mappings}`;
  try {
    machine.compile(parametersOf(injected), STRICT + body.code, source.file);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw engineError(source, error.message, lineOf(machine, error, mappings));
  }
  const code = asRun(body.code, injected);
  const { module } = parseSync(source.file, code, { lang: 'js', sourceType: 'script' });
  if (module.dynamicImports.length === 0) return { code, mappings };
  throw new LoadProblem({ kind: 'not-allowed', message: 'It loads a module by `import()`', file: source.file });
}

const STRICT = '"use strict";\n';

const parametersOf = ({ meter, require, publish }: Injected): string[] => [meter, require, publish];

/** The line of the source at which the engine stopped: it shows the place below the line, marked with ^. */
function lineOf({ sourceLine }: LoadMachine, { stack = '' }: SyntaxError, mappings: string): number | undefined {
  const [place = '', , marked = ''] = stack.split('\n');
  return sourceLine(mappings, Number(/\d+$/.exec(place)?.[0]), marked.indexOf('^') + 1);
}
