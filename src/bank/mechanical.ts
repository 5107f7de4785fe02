import type { Node } from 'oxc-parser';
import { childrenOf, isTypeOnly, parse } from '../load/parse.ts';

/** A change of one place of a solution that a slip could have made. */
export interface Mechanical {
  /** The line as it was and as it is: the same wherever it stands. */
  readonly says: string;
  readonly line: number;
  /** The whole text, changed. */
  readonly text: string;
}

/** What stands in place of an operator. */
const OPERATORS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ '<': '<=', '<=': '<', '>': '>=', '>=': '>', '===': '!==', '!==': '===' },
    ...{ '+': '-', '-': '+', '*': '/', '/': '*', '%': '*', '&&': '||', '||': '&&', '+=': '-=', '-=': '+=' },
  }),
);

/** Functions of `Math` that stand for each other. */
const OPPOSITES: ReadonlyMap<string, string> = new Map(
  Object.entries({ min: 'max', max: 'min', floor: 'ceil', ceil: 'floor' }),
);

/**
 * All mutants of a solution that follow from its text: other operators, numbers one larger, statements left out, conditions
 * that always or never hold, `min` for `max`. Types stay as they are, and so do messages of errors.
 */
export function mechanicalMutants(file: string, text: string): Mechanical[] {
  const { program, position } = parse(file, text);
  const found: Mechanical[] = [];
  const change = ({ start, end }: Pick<Node, 'start' | 'end'>, to: string): void => {
    const changed = text.slice(0, start) + to + text.slice(end);
    const begin = text.lastIndexOf('\n', start - 1) + 1;
    const [before, after] = [lineFrom(text, begin, end), lineFrom(changed, begin, start + to.length)];
    found.push({ line: position(start).line, says: `${before} -> ${after}`, text: changed });
  };
  const visit = (node: Node): void => {
    if (isTypeOnly(node) || node.type === 'ThrowStatement') return;
    switch (node.type) {
      case 'BinaryExpression':
      case 'LogicalExpression':
      case 'AssignmentExpression': {
        const other = OPERATORS.get(node.operator);
        const at = text.indexOf(node.operator, node.left.end);
        if (other && at < node.right.start) change({ start: at, end: at + node.operator.length }, other);
        break;
      }
      case 'Literal':
        if (typeof node.value === 'number') change(node, String(node.value + 1));
        break;
      case 'IfStatement':
        change(node.test, 'false');
        // What always throws is refused by any call.
        if (!text.slice(node.consequent.start, node.consequent.end).includes('throw ')) change(node.test, 'true');
        break;
      case 'ConditionalExpression':
        change(node.test, 'true');
        change(node.test, 'false');
        break;
      case 'ExpressionStatement':
        if (!('directive' in node) || !node.directive) change(node, '');
        break;
      case 'UpdateExpression':
        if (node.operator === '++') change(node, text.slice(node.start, node.end).replace('++', '--'));
        break;
      case 'MemberExpression': {
        const [, name = ''] = /^Math\.(\w+)$/.exec(text.slice(node.start, node.end)) ?? [];
        const other = OPPOSITES.get(name);
        if (other) change(node, `Math.${other}`);
        break;
      }
      default:
        break;
    }
    for (const child of childrenOf(node)) visit(child);
  };
  visit(program);
  return found;
}

/** The lines from one place to the end of the one in which another is, on one line. */
function lineFrom(text: string, begin: number, end: number): string {
  const stop = text.indexOf('\n', end);
  return text
    .slice(begin, stop < 0 ? text.length : stop)
    .trim()
    .replace(/\s+/g, ' ');
}
