import type MagicString from 'magic-string';
import type { Node } from 'oxc-parser';
import { restTargets } from '../nodes.ts';
import type { Source } from '../parse.ts';
import type { Site } from '../sites.ts';

/** What is done at a node of each type; a node of a type that is not there stays as it is. */
export type Edits = {
  readonly [Type in Node['type']]?: (marks: Marks, node: Extract<Node, { type: Type }>, parent?: Node) => void;
};

/** A name, or a part of an object that can be read again: nothing is called for it. */
export const isPlainTarget = (text: string): boolean => /^[\p{L}\w$.[\]'"]+$/u.test(text);

/** The changes to one module. `meter` is the name under which the module finds its counters. */
export class Marks {
  readonly source: Source;
  readonly text: MagicString;
  readonly meter: string;
  /** Whether a value is certainly no text. */
  readonly isNoText: (node: Node) => boolean;
  /** Texts that are added to. */
  readonly addedTo = new Set<Node>();
  readonly #sites: Site[];

  constructor(source: Source, text: MagicString, meter: string, sites: Site[], isNoText: (node: Node) => boolean) {
    this.source = source;
    this.text = text;
    this.meter = meter;
    this.isNoText = isNoText;
    this.#sites = sites;
  }

  /** Notes a place that can be charged, and gives its number. */
  site(node: Node, construct: string): number {
    const { line } = this.source.position(node.start);
    return this.#sites.push({ file: this.source.file, line, construct }) - 1;
  }

  slice(node: Node): string {
    return this.source.text.slice(node.start, node.end).replace(/\s+/g, ' ').slice(0, 40);
  }

  /** Openers go right of what earlier (outer) nodes put there, closers left of it, so that they nest. */
  wrap(node: Node, opener: string, closer = ')'): void {
    const isList = node.type === 'SequenceExpression'; // which commas would take apart
    this.text.appendRight(node.start, isList ? `${opener}(` : opener);
    this.text.prependLeft(node.end, isList ? `)${closer}` : closer);
  }

  /** Hands a value through an instrument, which charges it to a place; `more` are the arguments between. */
  through(node: Node, instrument: string, at: Node, construct: string, ...more: readonly unknown[]): void {
    this.wrap(node, `${this.meter}.${instrument}(${[this.site(at, construct), ...more, '']}`);
  }

  /** One step, as a statement. */
  tick(node: Node, construct: string): string {
    return `${this.meter}.enter(${this.site(node, construct)});`;
  }

  /** What rest elements copy is charged once they have: each as a call that charges one. */
  restCharges(pattern: Node): string[] {
    const target = pattern.type === 'VariableDeclaration' ? pattern.declarations[0]?.id : pattern;
    if (!target) return [];
    const names = restTargets(target).map(({ start, end }) => this.source.text.slice(start, end));
    const plain = names.filter(isPlainTarget);
    return plain.map((name) => `${this.meter}.spread(${this.site(target, 'the rest element')},true,${name})`);
  }

  /** The same as statements. */
  restStatements(pattern: Node): string {
    return this.restCharges(pattern)
      .map((call) => `${call};`)
      .join('');
  }
}
