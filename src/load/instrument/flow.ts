import type { ArrowFunctionExpression, Function as FunctionNode, Node } from 'oxc-parser';
import { COSTS_NOTHING, functionName, loopName } from '../nodes.ts';
import { THROW } from '../sites.ts';
import type { Edits, Marks } from './marks.ts';

/** Statements of one block that are a step when they are done one after the other. */
const STATEMENTS_PER_STEP = 20;

/** One step at every function entry and every turn of a loop. */
export const flow: Edits = {
  ForStatement: loop,
  WhileStatement: loop,
  DoWhileStatement: loop,
  ForOfStatement: (marks, node) =>
    tickBody(marks, node.body, marks.tick(node, 'the for loop') + marks.restStatements(node.left)),
  ForInStatement(marks, node) {
    marks.through(node.right, 'keys', node, 'the for loop');
    tickBody(marks, node.body, marks.restStatements(node.left));
  },
  YieldExpression(marks, node) {
    if (node.delegate && node.argument) marks.through(node.argument, 'delegated', node, 'yield*');
  },
  BlockStatement: (marks, { body }) => longCode(marks, body),
  SwitchStatement: (marks, { cases }) =>
    longCode(
      marks,
      cases.flatMap(({ consequent }) => consequent),
    ),
  FunctionDeclaration: tickFunction,
  FunctionExpression: tickFunction,
  ArrowFunctionExpression: tickFunction,
  // Fields have their values made without a function being entered.
  PropertyDefinition(marks, { value }) {
    if (value) tickValue(marks, value);
  },
  // So have parameters that are left out, before their function is entered.
  AssignmentPattern: (marks, { right }) => tickValue(marks, right),
  // What is no error has no stack that would tell where it was thrown.
  ThrowStatement(marks, node) {
    if (node.argument.type !== 'NewExpression') marks.through(node.argument, 'here', node, THROW);
  },
  /** What is caught goes through the meter, which lets no object of another realm in. */
  CatchClause(marks, { param, body }) {
    const { meter, text } = marks;
    if (!param) return;
    if (param.type === 'Identifier') {
      text.appendRight(body.start + 1, `${param.name}=${meter}.caught(${param.name});`);
      return;
    }
    text.appendRight(param.start, `${meter}Error){let `);
    text.overwrite(param.end, body.start + 1, `=${meter}.caught(${meter}Error);${marks.restStatements(param)}`);
  },
};

type Loop = Extract<Node, { type: 'ForStatement' | 'WhileStatement' | 'DoWhileStatement' }>;

function loop(marks: Marks, node: Loop): void {
  tickBody(marks, node.body, marks.tick(node, loopName(node.type)));
}

function tickBody(marks: Marks, body: Node, tick: string): void {
  if (body.type === 'BlockStatement') marks.text.appendRight(body.start + 1, tick);
  else marks.wrap(body, `{${tick}`, '}');
}

/** Code that is written out instead of going round in a loop takes as long; one step at so many statements tells that it grows. */
function longCode(marks: Marks, statements: readonly Node[]): void {
  for (let i = STATEMENTS_PER_STEP; i < statements.length; i += STATEMENTS_PER_STEP) {
    const node = statements[i] as Node; // i is in range
    marks.text.appendRight(node.start, marks.tick(node, 'this code'));
  }
}

function tickFunction(marks: Marks, node: FunctionNode | ArrowFunctionExpression, parent?: Node): void {
  if (!node.body) return;
  const tick = marks.tick(node, functionName(node, parent));
  const rest = node.params.map((param) => marks.restStatements(param)).join('');
  if (node.body.type === 'BlockStatement') marks.text.appendRight(node.body.start + 1, tick + rest);
  else marks.wrap(node.body, `(${(tick + rest).replaceAll(';', ',')}`);
}

function tickValue(marks: Marks, value: Node): void {
  if (!COSTS_NOTHING.has(value.type)) marks.wrap(value, `(${marks.tick(value, 'this value').replace(';', ',')}`);
}
