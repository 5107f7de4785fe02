import type { Node, ObjectExpression, Program } from 'oxc-parser';
import { withoutTypes } from './claims.ts';
import type { LoadMachine } from './machine.ts';
import { parse, type Source } from './parse.ts';
import { LoadProblem, type OrProblem, orProblem } from './problem.ts';

/** One test case of a file of cases, found without running it. */
export interface FoundCase {
  /** Where it stands in the default export: its name, with that of its group before it where it has one. */
  readonly keys: readonly string[];
  /** The names that its first parameter gives: one, or several that it takes apart. */
  readonly takes: readonly string[];
  readonly takesObject: boolean;
  readonly line: number;
  readonly column: number;
}

const FORM = "export default { 'a rule in words': (kMeans, t) => { ... } }";

/** The test cases of a file. */
export const findCases = (
  { placeOf, read }: LoadMachine,
  entry: string,
): OrProblem<{ readonly cases: readonly FoundCase[] }> =>
  orProblem(() => {
    const { absolute, name } = placeOf(entry);
    return { cases: casesOf(parse(name, read(absolute, name))) };
  });

/** Throws `LoadProblem` where they cannot be told apart. */
function casesOf(source: Source): FoundCase[] {
  const object = exportedObject(source.program);
  if (!object) throw problem(source, undefined, `No test cases were found in it: write ${FORM}`);
  const cases = casesIn(source, object, []);
  const seen = new Set<string>();
  for (const { keys, line, column } of cases) {
    const name = keys.join(' / ');
    if (seen.has(name))
      throw new LoadProblem({
        kind: 'cannot-load',
        message: `Two cases are called "${name}", and the second would replace the first. Give each a name of its own`,
        file: source.file,
        line,
        column,
      });
    seen.add(name);
  }
  return cases;
}

function casesIn(source: Source, object: ObjectExpression, group: readonly string[]): FoundCase[] {
  return object.properties.flatMap((property) => {
    if (property.type !== 'Property' || property.computed)
      throw problem(source, property, `A test case is a property with a name of its own: write ${FORM}`);
    const name = property.key.type === 'Literal' ? String(property.key.value) : textOf(source, property.key);
    const value = withoutTypes(property.value);
    if (value.type === 'ObjectExpression' && group.length === 0) return casesIn(source, value, [name]);
    return [{ keys: [...group, name], ...firstParameter(value), ...source.position(property.start) }];
  });
}

function firstParameter(value: Node): { takes: string[]; takesObject: boolean } {
  if (value.type !== 'ArrowFunctionExpression' && value.type !== 'FunctionExpression')
    return { takes: [], takesObject: false };
  const [first] = value.params;
  if (first?.type === 'Identifier') return { takes: [first.name], takesObject: false };
  if (first?.type !== 'ObjectPattern') return { takes: [], takesObject: false };
  const takes = first.properties.flatMap((property) =>
    property.type === 'Property' && property.key.type === 'Identifier' ? [property.key.name] : [],
  );
  return { takes, takesObject: true };
}

/** The object that the file exports by default, written there or in a variable. */
function exportedObject(program: Program): ObjectExpression | undefined {
  const variables = new Map<string, Node>();
  let exported: Node | undefined;
  for (const node of program.body) {
    if (node.type === 'ExportDefaultDeclaration') exported = node.declaration;
    const declaration = node.type === 'ExportNamedDeclaration' ? node.declaration : node;
    if (declaration?.type !== 'VariableDeclaration') continue;
    for (const { id, init } of declaration.declarations)
      if (id.type === 'Identifier' && init) variables.set(id.name, init);
  }
  const value = exported && withoutTypes(exported);
  const object = value?.type === 'Identifier' ? variables.get(value.name) : value;
  const found = object && withoutTypes(object);
  return found?.type === 'ObjectExpression' ? found : undefined;
}

const textOf = ({ text }: Source, { start, end }: Node): string => text.slice(start, end);

const problem = (source: Source, node: Node | undefined, message: string): LoadProblem =>
  new LoadProblem({
    kind: 'cannot-load',
    message,
    file: source.file,
    ...(node ? source.position(node.start) : {}),
  });
