import { type Node, type OxcError, type Program, parseSync, visitorKeys } from 'oxc-parser';
import { LoadProblem, type Position, positionsOf, SYNTAX_ERROR } from './problem.ts';

/** A parsed source file. `file` is the name used in messages. */
export interface Source {
  readonly file: string;
  readonly text: string;
  readonly program: Program;
  readonly position: (offset: number) => Position;
}

/** More than anybody writes, and few enough for everything that walks through code, the engine too. */
const MAX_BRACKETS = 300;
const MAX_DEPTH = 500;

/** Parses TypeScript. Throws `LoadProblem` with file, line and column at a syntax error, and where it is nested too deep. */
export function parse(file: string, text: string): Source {
  const position = positionsOf(text);
  const tooDeep = (offset: number, what: string) =>
    new LoadProblem({
      kind: 'cannot-load',
      message: `It is nested too deep: ${what}. Take it apart`,
      file,
      ...position(offset),
    });
  const bracket = deepBracket(text);
  if (bracket !== undefined) throw tooDeep(bracket, `more than ${MAX_BRACKETS} brackets are open here`);
  const { program, errors } = parseSync(file, text, OPTIONS);
  const error = errors.find(isError);
  if (error) {
    const label = error.labels[0];
    throw syntaxError(file, messageOf(error), label && position(label.start));
  }
  let level: Node[] = [program];
  for (let depth = 0; level.length > 0; depth++) {
    const [first] = level;
    if (first && depth > MAX_DEPTH) throw tooDeep(first.start, `this stands in ${MAX_DEPTH} others, each in the next`);
    level = level.flatMap(childrenOf);
  }
  return { file, text, program, position };
}

/**
 * Where too many brackets are open, wherever they stand, in a text or comment too: the parser needs long where many are. Undefined
 * where they are not.
 */
function deepBracket(text: string): number | undefined {
  let open = 0;
  for (const { 0: bracket, index } of text.matchAll(/[([{)\]}]/g)) {
    open = '([{'.includes(bracket) ? open + 1 : Math.max(0, open - 1);
    if (open > MAX_BRACKETS) return index;
  }
  return undefined;
}

/** What the engine refuses at a line of a file that could be parsed, said by the parser, which knows it from the source. */
export function engineError({ file, text, position }: Source, message: string, line: number | undefined): LoadProblem {
  for (const error of parseSync(file, text, { ...OPTIONS, showSemanticErrors: true }).errors.filter(isError)) {
    // A name that is declared twice has two places.
    const places = error.labels.map(({ start }) => position(start)).reverse();
    const place = places.find((candidate) => line === undefined || candidate.line === line);
    if (place) return syntaxError(file, labelMessage(error, text) ?? messageOf(error), place);
  }
  return syntaxError(file, withoutStop(message), line === undefined ? undefined : { line });
}

/** The parser says of a label that is nowhere that it is in another function, and does not name it. */
function labelMessage({ message, labels: [label] }: OxcError, text: string): string | undefined {
  const isOfLabel = /^(?:Jump target cannot cross function boundary|Use of undefined label)/.test(message);
  return isOfLabel && label
    ? `The label \`${text.slice(label.start, label.end)}\` is not defined in this function`
    : undefined;
}

const OPTIONS = { lang: 'ts', sourceType: 'module', astType: 'ts' } as const;

const isError = ({ severity }: OxcError): boolean => severity === 'Error';

const messageOf = ({ message, helpMessage }: OxcError): string =>
  withoutStop(message) + (helpMessage ? ` (${withoutStop(helpMessage)})` : '');

const withoutStop = (sentence: string): string => sentence.replace(/\.$/, '');

/** The problem of something that is not the language. */
export const syntaxError = (file: string, message: string, place: Partial<Position> | undefined): LoadProblem =>
  new LoadProblem({ kind: 'cannot-load', message: `${SYNTAX_ERROR}${message}. Fix it and save again`, file, ...place });

/** The children of a node, in the order of the source. */
export function childrenOf(node: Node): Node[] {
  const fields = node as unknown as Readonly<Record<string, unknown>>; // the fields that visitorKeys names hold nodes
  const children: Node[] = [];
  for (const key of visitorKeys[node.type] ?? []) {
    const value = fields[key];
    if (Array.isArray(value)) {
      for (const item of value as (Node | null)[]) if (item) children.push(item);
    } else if (value !== null && value !== undefined) children.push(value as Node);
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
