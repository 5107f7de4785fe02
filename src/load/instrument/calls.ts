import type { CallExpression, NewExpression, Node } from 'oxc-parser';
import { withoutWrappers } from '../nodes.ts';
import { isCostlyFunction, isCostlyMethod } from '../sites.ts';
import type { Edits, Marks } from './marks.ts';

/** Before a call that may be of a built-in with a cost, a note of where that is. */
export const calls: Edits = {
  CallExpression(marks, node) {
    const callee = withoutWrappers(node.callee);
    if (callee.type === 'Identifier' && isCostlyFunction(callee.name)) noteBefore(marks, node, callee.name);
    if (callee.type !== 'MemberExpression' || callee.object.type === 'Super') return;
    if (callee.computed) noteBefore(marks, node, 'this call');
    else if ('name' in callee.property && isCostlyMethod(callee.property.name))
      noteBefore(marks, node, `.${callee.property.name}`, callee.property);
  },
  NewExpression(marks, node) {
    noteBefore(marks, node, `new ${marks.slice(node.callee)}`);
    marks.wrap(node.callee, `(${marks.meter}.countedConstructor(`, '))');
  },
};

/** Notes where a call stands once its last argument is evaluated, so that the built-in can charge this place. */
function noteBefore(marks: Marks, node: CallExpression | NewExpression, construct: string, at: Node = node): void {
  const last = node.arguments.at(-1);
  if (last) marks.through(last.type === 'SpreadElement' ? last.argument : last, 'here', at, construct);
  else if (node.type === 'CallExpression')
    marks.text.prependLeft(node.end - 1, `...${marks.meter}.none(${marks.site(at, construct)})`);
}
