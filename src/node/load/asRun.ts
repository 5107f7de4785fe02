import vm from 'node:vm';
import { type Node, parseSync } from 'oxc-parser';
import type { Injected } from './injected.ts';
import { childrenOf, engineError, type Source } from './parse.ts';
import { LoadProblem } from './problem.ts';
import { sourceLine } from './sourceLine.ts';

/** A module's code as it is run: one function, in strict mode. */
export const asRun = (body: string, { meter, require, publish }: Injected): string =>
  `(function(${meter},${require},${publish}){"use strict";\n${body}\n})`;

/**
 * Reads what is run once more, as the engine will read it: it must be that one function, and load nothing by itself.
 * What is refused before is refused in the source; this holds whatever was made of the source since.
 */
export function refuseAsRun(source: Source, { code, mappings }: { code: string; mappings: string }): void {
  try {
    new vm.Script(code, { filename: source.file });
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw engineError(source, error.message, lineOf(error, mappings));
  }
  const { program } = parseSync(source.file, code, { lang: 'js', sourceType: 'script' });
  const [statement, ...others] = program.body;
  const isOneFunction =
    others.length === 0 &&
    statement?.type === 'ExpressionStatement' &&
    statement.expression.type === 'ParenthesizedExpression' &&
    statement.expression.expression.type === 'FunctionExpression';
  if (!isOneFunction || loadsModules(program))
    throw new LoadProblem({
      kind: 'not-allowed',
      message: 'It holds code that cannot be told from a text',
      file: source.file,
    });
}

/** The line of the source at which the engine stopped: it shows the place below the line, marked with ^. */
function lineOf({ stack = '' }: SyntaxError, mappings: string): number | undefined {
  const [place = '', , marked = ''] = stack.split('\n');
  return sourceLine(mappings, Number(/\d+$/.exec(place)?.[0]), marked.indexOf('^') + 1);
}

const loadsModules = (node: Node): boolean =>
  node.type === 'ImportExpression' ||
  (node.type === 'MetaProperty' && node.meta.name === 'import') ||
  childrenOf(node).some(loadsModules);
