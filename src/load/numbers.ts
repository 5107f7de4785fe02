import type { Node, Program } from 'oxc-parser';
import { boundBy, patternNames } from './names.ts';
import { withoutWrappers } from './nodes.ts';
import { childrenOf, isTypeOnly } from './parse.ts';

/**
 * Tells which expressions of a module are certainly no text: what their operators give, and the variables that are never
 * given anything else. Variables of one name are taken for one, and what comes from outside for anything.
 */
export function noTextIn(program: Program): (node: Node) => boolean {
  const given = valuesGiven(program);
  const others = new Set<string>();
  const isNoText = (node: Node): boolean => {
    const bare = withoutWrappers(node);
    switch (bare.type) {
      case 'Literal':
        return typeof bare.value !== 'string';
      case 'UnaryExpression':
        return bare.operator !== 'typeof';
      case 'UpdateExpression':
        return true;
      case 'BinaryExpression':
        return bare.operator !== '+' || (isNoText(bare.left) && isNoText(bare.right));
      case 'AssignmentExpression':
        if (bare.operator === '+=') return isNoText(bare.left) && isNoText(bare.right);
        return isNoText(bare.right) || !PASSING.has(bare.operator);
      case 'LogicalExpression':
        return isNoText(bare.left) && isNoText(bare.right);
      case 'ConditionalExpression':
        return isNoText(bare.consequent) && isNoText(bare.alternate);
      case 'Identifier':
        return (CONSTANTS.has(bare.name) && !given.has(bare.name)) || (given.has(bare.name) && !others.has(bare.name));
      default:
        return false;
    }
  };
  // What is left when nothing more is given to one variable from another that may be text.
  for (let size = -1; size !== others.size; ) {
    size = others.size;
    for (const [name, values] of given) if (!values.every((value) => value && isNoText(value))) others.add(name);
  }
  return isNoText;
}

const CONSTANTS = new Set(['NaN', 'Infinity', 'undefined']);

/** Assignments after which the variable is what stands on the right. */
const PASSING = new Set(['=', '&&=', '||=', '??=']);

/** What each variable is given; undefined for what is not seen. */
function valuesGiven(program: Program): Map<string, (Node | undefined)[]> {
  const given = new Map<string, (Node | undefined)[]>();
  const give = (names: readonly string[], value: Node | undefined): void => {
    for (const name of names) {
      const values = given.get(name) ?? [];
      values.push(value);
      given.set(name, values);
    }
  };
  const visit = (node: Node): void => {
    if (isTypeOnly(node)) return;
    if (node.type === 'VariableDeclarator') {
      give(patternNames(node.id), node.id.type === 'Identifier' ? (node.init ?? undefined) : undefined);
    } else if (node.type === 'AssignmentExpression') {
      const target = withoutWrappers(node.left);
      if (target.type !== 'Identifier') give(patternNames(target), undefined);
      else if (node.operator === '+=' || PASSING.has(node.operator)) give([target.name], node.right);
    } else if (node.type === 'ForOfStatement' || node.type === 'ForInStatement') {
      if (node.left.type !== 'VariableDeclaration') give(patternNames(node.left), undefined);
    } else give(boundBy(node), undefined);
    for (const child of childrenOf(node)) visit(child);
  };
  visit(program);
  return given;
}
