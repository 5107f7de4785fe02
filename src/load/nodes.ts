import type { Node, ObjectProperty } from 'oxc-parser';

/** Values that nothing is done for. */
export const COSTS_NOTHING: ReadonlySet<Node['type']> = new Set<Node['type']>([
  'Literal',
  'Identifier',
  'ArrowFunctionExpression',
  'FunctionExpression',
  'ClassExpression',
]);

/** A loop in words. */
export const loopName = (type: 'ForStatement' | 'WhileStatement' | 'DoWhileStatement'): string =>
  type === 'ForStatement' ? 'the for loop' : type === 'WhileStatement' ? 'the while loop' : 'the do loop';

/** A function in words. */
export function functionName(node: Node, parent: Node | undefined): string {
  if ('id' in node && node.id && 'name' in node.id) return `calling ${node.id.name}`;
  if (parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier') return `calling ${parent.id.name}`;
  if (parent?.type === 'MethodDefinition' && 'name' in parent.key) return `calling ${parent.key.name}`;
  const taker = parent?.type === 'CallExpression' && parent.callee !== node ? calleeName(parent.callee) : undefined;
  return taker === undefined ? 'this function' : `the function given to ${taker}`;
}

/** What is called, where it has a name. */
function calleeName(node: Node): string | undefined {
  const callee = withoutWrappers(node);
  if (callee.type === 'Identifier') return callee.name;
  return callee.type === 'MemberExpression' && callee.property.type === 'Identifier' && !callee.computed
    ? `.${callee.property.name}`
    : undefined;
}

/** Parentheses, casts, `!` and optional chains around a callee change nothing about what is called. */
export function withoutWrappers(node: Node): Node {
  switch (node.type) {
    case 'ParenthesizedExpression':
    case 'TSNonNullExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
    case 'TSInstantiationExpression':
    case 'ChainExpression':
      return withoutWrappers(node.expression);
    default:
      return node;
  }
}

/** The leftmost operand of a sum. */
export function firstOperand(node: Node): Node {
  const bare = withoutWrappers(node);
  return bare.type === 'BinaryExpression' && bare.operator === '+' ? firstOperand(bare.left) : bare;
}

/** Whether a node is read where its value is compared, kept or handed on. */
export function isValueIn(node: Node, parent: Node): boolean {
  switch (parent.type) {
    case 'BinaryExpression':
    case 'LogicalExpression':
    case 'ConditionalExpression':
    case 'SwitchStatement':
    case 'SwitchCase':
    case 'VariableDeclarator':
    case 'ReturnStatement':
    case 'ArrayExpression':
      return true;
    case 'CallExpression':
    case 'NewExpression':
      return parent.callee !== node;
    case 'AssignmentExpression':
      return parent.right === node;
    case 'ArrowFunctionExpression':
      return parent.body === node;
    default:
      return false;
  }
}

/** Whether it is `value.constructor`. */
export function namesConstructor(node: Node): boolean {
  const bare = withoutWrappers(node);
  return (
    bare.type === 'MemberExpression' &&
    isNamed(bare.property, bare.computed, 'constructor') &&
    bare.object.type !== 'Super'
  );
}

/** Whether a key, written as a name or in quotes, is this one. */
export const isNamed = (key: Node, isComputed: boolean, name: string): boolean =>
  key.type === 'Literal' ? key.value === name : !isComputed && 'name' in key && key.name === name;

/** Whether it is `__proto__: value`; a method, a shorthand and a key in brackets make a property of that name. */
export const setsPrototype = ({
  kind,
  method,
  shorthand,
  computed,
  key,
}: Pick<ObjectProperty, 'kind' | 'method' | 'shorthand' | 'computed' | 'key'>): boolean =>
  kind === 'init' && !method && !shorthand && !computed && isNamed(key, computed, '__proto__');

/** `[a, b] = [b, a]` exchanges two values; no engine allocates for it in a loop that matters. */
export const isSwap = (node: Node, parent: Node | undefined): boolean =>
  parent?.type === 'AssignmentExpression' && parent.right === node && parent.left.type === 'ArrayPattern';

/** What the rest elements of a pattern are put into: names, and parts of objects. */
export function restTargets(pattern: Node): Node[] {
  switch (pattern.type) {
    case 'RestElement':
      return /Pattern$/.test(pattern.argument.type) ? restTargets(pattern.argument) : [pattern.argument];
    case 'AssignmentPattern':
      return restTargets(pattern.left);
    case 'ArrayPattern':
      return pattern.elements.flatMap((element) => (element ? restTargets(element) : []));
    case 'ObjectPattern':
      return pattern.properties.flatMap((property) =>
        restTargets(property.type === 'RestElement' ? property : property.value),
      );
    default:
      return [];
  }
}

/** Whether an expression is certainly text: then `+=` copies it. (Ropes make it cost what is appended, not the whole.) */
export function looksLikeText(node: Node): boolean {
  if (node.type === 'TemplateLiteral') return true;
  if (node.type === 'Literal') return typeof node.value === 'string';
  return (
    node.type === 'BinaryExpression' && node.operator === '+' && (looksLikeText(node.left) || looksLikeText(node.right))
  );
}
