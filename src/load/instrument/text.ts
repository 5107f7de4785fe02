import type { Node } from 'oxc-parser';
import { firstOperand, looksLikeText, withoutWrappers } from '../nodes.ts';
import type { Edits, Marks } from './marks.ts';
import { assigned } from './values.ts';

/** The instruments that comparisons go through. */
const COMPARISONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ '===': 'same', '!==': 'same', '==': 'equal', '!=': 'equal' },
    ...{ '<': 'below', '>': 'above', '<=': 'atMost', '>=': 'atLeast' },
  }),
);

/** Text that is put together, read as a number or compared, which operators do without a call. */
export const text: Edits = {
  // What is no text yet becomes text: a list by joining it.
  TemplateLiteral(marks, { expressions }) {
    for (const one of expressions) part(marks, one);
  },
  BinaryExpression(marks, node) {
    if (node.operator === '+') sum(marks, node);
    else comparison(marks, node);
  },
  UnaryExpression(marks, node) {
    if (node.operator === '+' && !marks.isNoText(node.argument))
      marks.through(node.argument, 'number', node, 'this text');
  },
  SwitchCase(marks, { test }) {
    if (test && !isShort(marks, test)) part(marks, test);
  },
  AssignmentExpression(marks, node) {
    assigned(marks, node);
    if (node.operator === '=') {
      // `s = s + x` does what `s += x` does.
      const first = firstOperand(node.right);
      if (first !== node.right && marks.slice(first) === marks.slice(node.left)) marks.addedTo.add(first);
    }
    if (node.operator !== '+=') return;
    if (looksLikeText(node.right)) marks.through(node.right, 'spread', node, 'the string +=', true);
    else if (!marks.isNoText(node.left)) part(marks, node.right, 'the string +=');
  },
};

/** Ropes make `+` cost its operands; what is charged before `+=` is what is added. */
function sum(marks: Marks, { left, right }: Extract<Node, { type: 'BinaryExpression' }>): void {
  if (marks.isNoText(left) || marks.isNoText(right)) return;
  part(marks, left);
  part(marks, right);
}

/** A part of a text that is put together; what is put together itself has paid for its own. */
function part(marks: Marks, node: Node, construct = 'this text'): void {
  const bare = withoutWrappers(node);
  const hasPaid = bare.type === 'TemplateLiteral' || (bare.type === 'BinaryExpression' && bare.operator === '+');
  if (hasPaid || bare.type === 'Literal' || marks.addedTo.has(bare) || marks.isNoText(node)) return;
  marks.through(node, 'part', node, construct);
}

/** Long text is read where it is compared. */
function comparison(marks: Marks, node: Extract<Node, { type: 'BinaryExpression' }>): void {
  const { left, right } = node;
  const compare = COMPARISONS.get(node.operator);
  if (compare === undefined || isShort(marks, left) || isShort(marks, right)) return;
  const isNegated = node.operator.startsWith('!');
  marks.wrap(node, `${isNegated ? '!' : ''}${marks.meter}.${compare}(${marks.site(node, 'this comparison')},`);
  const between = marks.source.text.slice(left.end, right.start).replace(/[^\n]/g, '');
  marks.text.overwrite(left.end, right.start, `,${between}`, { contentOnly: true });
}

function isShort(marks: Marks, node: Node): boolean {
  const bare = withoutWrappers(node);
  return bare.type === 'Literal' || bare.type === 'UnaryExpression' || marks.isNoText(node);
}
