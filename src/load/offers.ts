import type { Node, Program } from 'oxc-parser';
import { CLAIMS } from './claims.ts';
import type { Exported } from './link.ts';
import { type Names, patternNames } from './names.ts';
import type { Source } from './parse.ts';

/** Something at the top of an attempt that may be meant for a function that the question asks for. */
export interface Offer {
  readonly name: string;
  readonly as: 'exported' | 'default' | 'not-exported';
  /** Whether the file itself uses it, as it would a helper. */
  readonly isUsed: boolean;
  readonly line?: number;
}

/** What stands at the top of a file, exported or not, but for what it says of its costs. */
export function offersOf(source: Source, names: Names, exports: ReadonlyMap<string, Exported>): Offer[] {
  // To be exported is no use of a name.
  const lists = source.program.body.filter(
    (node) =>
      (node.type === 'ExportNamedDeclaration' && !node.declaration) ||
      (node.type === 'ExportDefaultDeclaration' && node.declaration.type === 'Identifier'),
  );
  const used = names.references.filter(({ start }) => !lists.some((list) => isIn(list, start)));
  const offers = source.program.body.flatMap(topLevel).flatMap(({ name: local, node }): Offer[] => {
    const isUsed = used.some(({ name, start }) => name === local && !isIn(node, start));
    const { line } = source.position(node.start);
    const exported = [...exports].filter(([, { local: own, from }]) => own === local && from === undefined);
    const known = exported.map(([name]) =>
      name === 'default' ? ({ name: local, as: 'default' } as const) : ({ name, as: 'exported' } as const),
    );
    const offered = known.length > 0 ? known : [{ name: local, as: 'not-exported' } as const];
    return offered.map((offer) => ({ ...offer, isUsed, line }));
  });
  return offers.filter(({ name }) => name !== CLAIMS);
}

const isIn = ({ start, end }: Node, offset: number): boolean => start <= offset && offset < end;

interface TopLevel {
  readonly name: string;
  readonly node: Node;
}

/** The values that a statement declares. */
function topLevel(statement: Node): TopLevel[] {
  const isExport = statement.type === 'ExportNamedDeclaration' || statement.type === 'ExportDefaultDeclaration';
  const node = isExport ? statement.declaration : statement;
  if (node?.type === 'VariableDeclaration' && !node.declare)
    return node.declarations.flatMap((declarator) =>
      patternNames(declarator.id).map((name) => ({ name, node: declarator })),
    );
  if ((node?.type === 'FunctionDeclaration' || node?.type === 'ClassDeclaration') && node.id && !node.declare)
    return [{ name: node.id.name, node }];
  return [];
}

/** The functions at the top of a file that are still as the stub has them: `throw new Error('TODO...')` and nothing else. */
export const unwrittenFunctions = (program: Program): string[] =>
  program.body
    .flatMap(topLevel)
    .filter(({ node }) => isTodo(bodyOf(node)))
    .map(({ name }) => name);

function bodyOf(node: Node): Node | null {
  const value = node.type === 'VariableDeclarator' ? node.init : node;
  return value && 'body' in value ? (value.body as Node | null) : null; // of a function or a class, it is a node
}

function isTodo(body: Node | null): boolean {
  if (body?.type !== 'BlockStatement') return false;
  const [statement, ...others] = body.body;
  if (others.length > 0 || statement?.type !== 'ThrowStatement' || statement.argument.type !== 'NewExpression')
    return false;
  const [message] = statement.argument.arguments;
  return message?.type === 'Literal' && typeof message.value === 'string' && message.value.startsWith('TODO');
}
