import type { Node, Program } from 'oxc-parser';

/** The export in which an attempt says what it costs. */
export const CLAIMS = 'complexity';

/** What an attempt says of the cost of each function, as it is written; nothing of it is run. */
export type ClaimTexts = Readonly<Record<string, { readonly time?: string; readonly memory?: string }>>;

/** Reads `export const complexity = { kMeans: { time: '...', memory: '...' } }`. Empty strings say nothing. */
export function claimsOf(program: Program): ClaimTexts {
  for (const node of program.body) {
    if (node.type !== 'ExportNamedDeclaration' || node.declaration?.type !== 'VariableDeclaration') continue;
    for (const { id, init } of node.declaration.declarations)
      if (id.type === 'Identifier' && id.name === CLAIMS && init)
        return mapFields(init, (claim) => mapFields(claim, textOf));
  }
  return {};
}

/** What is left of the fields of an object literal; nothing of anything else. */
function mapFields<Value>(node: Node, read: (value: Node) => Value | undefined): Record<string, Value> {
  const object = withoutTypes(node);
  if (object.type !== 'ObjectExpression') return {};
  const fields: Record<string, Value> = {};
  for (const property of object.properties) {
    if (property.type !== 'Property' || property.computed) continue;
    const { key } = property;
    const name = key.type === 'Identifier' ? key.name : key.type === 'Literal' ? String(key.value) : undefined;
    const value = read(property.value);
    if (name !== undefined && value !== undefined) fields[name] = value;
  }
  return fields;
}

function textOf(node: Node): string | undefined {
  const value = withoutTypes(node);
  if (value.type === 'Literal' && typeof value.value === 'string') return value.value.trim() || undefined;
  if (value.type === 'TemplateLiteral' && value.expressions.length === 0)
    return value.quasis[0]?.value.cooked?.trim() || undefined;
  return undefined;
}

/** An expression without what is only about types. */
export function withoutTypes(node: Node): Node {
  return node.type === 'TSSatisfiesExpression' ||
    node.type === 'TSAsExpression' ||
    node.type === 'ParenthesizedExpression'
    ? withoutTypes(node.expression)
    : node;
}
