import type MagicString from 'magic-string';
import type { Node } from 'oxc-parser';
import { calls } from './instrument/calls.ts';
import { flow } from './instrument/flow.ts';
import { type Edits, Marks } from './instrument/marks.ts';
import { text as ofText } from './instrument/text.ts';
import { values } from './instrument/values.ts';
import { isValueIn, namesConstructor } from './nodes.ts';
import { noTextIn } from './numbers.ts';
import { childrenOf, isTypeOnly, type Source } from './parse.ts';
import type { Site } from './sites.ts';

const EDITS: Edits = { ...flow, ...values, ...ofText, ...calls };

/**
 * Makes a module count what it does. `meter` is the name under which it finds the counters (see sandbox/inside):
 * one step at every function entry and every turn of a loop; allocations at literals and spreads; and, before a call
 * that may be a built-in with a cost, a note of where that is. Lines stay where they are.
 */
export function instrument(source: Source, text: MagicString, meter: string, sites: Site[]): void {
  visit(new Marks(source, text, meter, sites, noTextIn(source.program)), source.program);
}

function visit(marks: Marks, node: Node, parent?: Node): void {
  if (isTypeOnly(node)) return;
  // What `list.constructor` gives is the built-in itself; the name `Array` stands for the one that counts.
  if (parent && isValueIn(node, parent) && namesConstructor(node))
    marks.wrap(node, `${marks.meter}.countedConstructor(`);
  const edit = EDITS[node.type] as ((marks: Marks, node: Node, parent?: Node) => void) | undefined; // by its own type
  edit?.(marks, node, parent);
  for (const child of childrenOf(node)) visit(marks, child, node);
}
