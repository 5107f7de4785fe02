import { type Node, type Program, parseSync, visitorKeys } from 'oxc-parser';
import { LoadProblem, type Position, positionsOf } from './problem.ts';

/** A parsed source file. `file` is the name used in messages. */
export interface Source {
  readonly file: string;
  readonly text: string;
  readonly program: Program;
  readonly position: (offset: number) => Position;
}

/** Parses TypeScript. Throws `LoadProblem` with file, line and column at a syntax error. */
export function parse(file: string, text: string): Source {
  const position = positionsOf(text);
  const { program, errors } = parseSync(file, text, { lang: 'ts', sourceType: 'module', astType: 'ts' });
  const error = errors.find(({ severity }) => severity === 'Error');
  if (error) {
    const label = error.labels[0];
    const help = error.helpMessage ? ` (${error.helpMessage})` : '';
    throw new LoadProblem({
      kind: 'cannot-load',
      message: `Syntax error: ${error.message}${help}. Fix it and save again`,
      file,
      ...(label ? position(label.start) : {}),
    });
  }
  return { file, text, program, position };
}

/** The children of a node, in the order of the source. */
export function childrenOf(node: Node): Node[] {
  const fields = node as unknown as Readonly<Record<string, unknown>>; // the fields that visitorKeys names hold nodes
  const children: Node[] = [];
  for (const key of visitorKeys[node.type] ?? []) {
    const value = fields[key];
    if (Array.isArray(value)) children.push(...value.filter((item): item is Node => item !== null));
    else if (value !== null && value !== undefined) children.push(value as Node);
  }
  return children;
}

/** Whether a node is only about types, and gone once they are stripped. */
export const isTypeOnly = (node: Node): boolean =>
  node.type === 'TSTypeAnnotation' ||
  node.type === 'TSTypeParameterDeclaration' ||
  node.type === 'TSTypeParameterInstantiation' ||
  node.type === 'TSTypeAliasDeclaration' ||
  node.type === 'TSInterfaceDeclaration' ||
  node.type === 'TSClassImplements' ||
  node.type === 'TSDeclareFunction' ||
  node.type === 'TSEmptyBodyFunctionExpression' ||
  ('declare' in node && node.declare === true) ||
  /^TS(\w*Keyword|\w*Type|TypeReference|TypeQuery|TypeLiteral|TypeOperator|IndexSignature)$/.test(node.type);
