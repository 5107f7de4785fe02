import { type Node, parseSync } from 'oxc-parser';
import type { Injected } from './injected.ts';
import { childrenOf } from './parse.ts';
import { LoadProblem } from './problem.ts';

/** A module's code as it is run: one function, in strict mode. */
export const asRun = (body: string, { meter, require, publish }: Injected): string =>
  `(function(${meter},${require},${publish}){"use strict";\n${body}\n})`;

/**
 * Reads what is run once more, as the engine will read it: it must be that one function, and load nothing by itself.
 * What is refused before is refused in the source; this holds whatever was made of the source since.
 */
export function refuseAsRun(file: string, code: string): void {
  const { program, errors } = parseSync(file, code, { lang: 'js', sourceType: 'script' });
  const [statement, ...others] = program.body;
  const isOneFunction =
    others.length === 0 &&
    statement?.type === 'ExpressionStatement' &&
    statement.expression.type === 'ParenthesizedExpression' &&
    statement.expression.expression.type === 'FunctionExpression';
  if (errors.length > 0 || !isOneFunction || loadsModules(program))
    throw new LoadProblem({ kind: 'not-allowed', message: 'It holds code that cannot be told from a text', file });
}

const loadsModules = (node: Node): boolean =>
  node.type === 'ImportExpression' ||
  (node.type === 'MetaProperty' && node.meta.name === 'import') ||
  childrenOf(node).some(loadsModules);
