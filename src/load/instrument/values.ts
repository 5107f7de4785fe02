import type { Node } from 'oxc-parser';
import { isNamed, isSwap, setsPrototype } from '../nodes.ts';
import { type Edits, isPlainTarget, type Marks } from './marks.ts';

/** What literals, spreads and rest elements make, and prototypes, however they are given. */
export const values: Edits = {
  ArrayExpression(marks, node, parent) {
    if (!isSwap(node, parent)) literal(marks, node, node.elements.length);
  },
  ObjectExpression: (marks, node) => literal(marks, node, node.properties.length),
  SpreadElement(marks, node, parent) {
    if (parent?.type === 'ObjectExpression') marks.through(node.argument, 'copied', node, 'the spread');
    else marks.through(node.argument, 'list', node, 'the spread', parent?.type === 'ArrayExpression');
  },
  VariableDeclarator(marks, { id, init, start, end }) {
    const charges = init ? marks.restCharges(id) : [];
    if (charges.length > 0) marks.text.prependLeft(end, `,${marks.meter}r${start}=[${charges}]`);
  },
  ClassDeclaration: extending,
  ClassExpression: extending,
  Property(marks, node, parent) {
    if (parent?.type === 'ObjectExpression' && setsPrototype(node)) chained(marks, node.value, 'this literal');
  },
  /** `{ constructor: F }` binds the constructor that its name stands for, as the name `Array` does. */
  ObjectPattern({ meter, text }, { properties }) {
    for (const property of properties) {
      if (property.type !== 'Property' || !isNamed(property.key, property.computed, 'constructor')) continue;
      const { key, computed, shorthand } = property;
      const counted = `${meter}.constructorKey`;
      if (shorthand) text.appendRight(property.start, `[${counted}]:`);
      else text.overwrite(key.start, key.end, computed ? counted : `[${counted}]`);
    }
  },
};

/** What is assigned to a pattern with a rest element, to `prototype`, or to the length of a list. */
export function assigned(marks: Marks, node: Extract<Node, { type: 'AssignmentExpression' }>): void {
  const { left, right } = node;
  const charges = marks.restCharges(left);
  if (charges.length > 0) marks.wrap(node, `${marks.meter}.first(`, `,${charges})`);
  if (left.type === 'MemberExpression' && isNamed(left.property, left.computed, 'prototype'))
    chained(marks, right, 'this assignment');
  if (left.type === 'MemberExpression' && isNamed(left.property, left.computed, 'length'))
    lengthened(marks, node, left);
}

/** A list that is made longer by its length is made anew: holes take their place too. */
function lengthened(
  marks: Marks,
  node: Extract<Node, { type: 'AssignmentExpression' }>,
  { object }: Extract<Node, { type: 'MemberExpression' }>,
): void {
  const { text, source } = marks;
  const name = source.text.slice(object.start, object.end);
  if (object.type === 'Super' || !(node.operator === '=' || isPlainTarget(name))) return;
  marks.wrap(node, `${marks.meter}.lengthened(${marks.site(node, 'this length')},`);
  const operator = node.operator.slice(0, -1);
  const lines = source.text.slice(object.end, node.right.start).replace(/[^\n]/g, '');
  const before = operator && `${name}.length${operator}`;
  text.overwrite(object.end, node.right.start, `,${before}${lines}`, { contentOnly: true });
}

function literal(marks: Marks, node: Node, length: number): void {
  if (length > 0) marks.wrap(node, `(${marks.meter}.made(${marks.site(node, 'this literal')},${length}),`);
}

function extending(
  marks: Marks,
  { superClass }: Extract<Node, { type: 'ClassDeclaration' | 'ClassExpression' }>,
): void {
  if (superClass) chained(marks, superClass, 'this class');
}

function chained(marks: Marks, prototype: Node, construct: string): void {
  if (prototype.type !== 'Literal') marks.through(prototype, 'chained', prototype, construct);
}
