import type MagicString from 'magic-string';
import type {
  ArrowFunctionExpression,
  CallExpression,
  Function as FunctionNode,
  NewExpression,
  Node,
} from 'oxc-parser';
import {
  COSTS_NOTHING,
  firstOperand,
  functionName,
  isNamed,
  isSwap,
  isValueIn,
  looksLikeText,
  loopName,
  namesConstructor,
  restTargets,
  setsPrototype,
  withoutWrappers,
} from './nodes.ts';
import { noTextIn } from './numbers.ts';
import { childrenOf, isTypeOnly, type Source } from './parse.ts';
import { isCostlyFunction, isCostlyMethod, type Site, THROW } from './sites.ts';

/**
 * Makes a module count what it does. `meter` is the name under which it finds the counters (see sandbox/inside):
 * one step at every function entry and every turn of a loop; allocations at literals and spreads; and, before a call
 * that may be a built-in with a cost, a note of where that is. Lines stay where they are.
 */
export function instrument(source: Source, text: MagicString, meter: string, sites: Site[]): void {
  new Instrumenter(source, text, meter, sites).visit(source.program, undefined);
}

class Instrumenter {
  readonly #source: Source;
  readonly #text: MagicString;
  readonly #meter: string;
  readonly #sites: Site[];
  readonly #isNoText: (node: Node) => boolean;
  /** Texts that are added to. */
  readonly #addedTo = new Set<Node>();

  constructor(source: Source, text: MagicString, meter: string, sites: Site[]) {
    this.#source = source;
    this.#text = text;
    this.#meter = meter;
    this.#sites = sites;
    this.#isNoText = noTextIn(source.program);
  }

  visit(node: Node, parent: Node | undefined): void {
    if (isTypeOnly(node)) return;
    if (parent && isValueIn(node, parent) && namesConstructor(node)) {
      // What `list.constructor` gives is the built-in itself; the name `Array` stands for the one that counts.
      this.#wrap(node, `${this.#meter}.countedConstructor(`);
    }
    this.#edit(node, parent);
    for (const child of childrenOf(node)) this.visit(child, node);
  }

  #edit(node: Node, parent: Node | undefined): void {
    switch (node.type) {
      case 'ForStatement':
      case 'WhileStatement':
      case 'DoWhileStatement':
        this.#tickBody(node.body, this.#tick(this.#site(node, loopName(node.type))));
        break;
      case 'ForOfStatement':
        this.#tickBody(
          node.body,
          this.#tick(this.#site(node, 'the for loop')) + statements(this.#restCharges(node.left)),
        );
        break;
      case 'ForInStatement':
        this.#wrap(node.right, `${this.#meter}.keys(${this.#site(node, 'the for loop')},`);
        this.#tickBody(node.body, statements(this.#restCharges(node.left)));
        break;
      case 'ClassDeclaration':
      case 'ClassExpression':
        if (node.superClass) this.#chained(node.superClass, 'this class');
        break;
      case 'Property':
        if (parent?.type === 'ObjectExpression' && setsPrototype(node)) this.#chained(node.value, 'this literal');
        break;
      case 'YieldExpression':
        if (node.delegate && node.argument)
          this.#wrap(node.argument, `${this.#meter}.delegated(${this.#site(node, 'yield*')},`);
        break;
      case 'BlockStatement':
        this.#longCode(node.body);
        break;
      case 'SwitchStatement':
        this.#longCode(node.cases.flatMap(({ consequent }) => consequent));
        break;
      case 'FunctionDeclaration':
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
        this.#tickFunction(node, parent);
        break;
      case 'SpreadElement':
        this.#spread(node, parent);
        break;
      case 'VariableDeclarator':
        this.#declared(node);
        break;
      case 'AssignmentExpression':
        this.#assignment(node);
        break;
      case 'ArrayExpression':
        if (!isSwap(node, parent)) this.#literal(node, node.elements.length);
        break;
      case 'ObjectExpression':
        this.#literal(node, node.properties.length);
        break;
      case 'CallExpression':
        this.#call(node);
        break;
      case 'TemplateLiteral':
        // What is no text yet becomes text: a list by joining it.
        for (const part of node.expressions) this.#part(part);
        break;
      case 'BinaryExpression':
        if (node.operator === '+') this.#sum(node);
        else this.#comparison(node);
        break;
      case 'UnaryExpression':
        if (node.operator === '+' && !this.#isNoText(node.argument))
          this.#wrap(node.argument, `${this.#meter}.number(${this.#site(node, 'this text')},`);
        break;
      case 'SwitchCase':
        if (node.test && !this.#isShort(node.test)) this.#part(node.test);
        break;
      case 'ObjectPattern':
        this.#constructorKeys(node);
        break;
      case 'NewExpression':
        this.#noteBefore(node, `new ${this.#slice(node.callee)}`);
        this.#wrap(node.callee, `(${this.#meter}.countedConstructor(`, '))');
        break;
      case 'ThrowStatement':
        // What is no error has no stack that would tell.
        if (node.argument.type !== 'NewExpression')
          this.#wrap(node.argument, `${this.#meter}.here(${this.#site(node, THROW)},`);
        break;
      case 'CatchClause':
        this.#caught(node);
        break;
      case 'PropertyDefinition':
        // Fields have their values made without a function being entered.
        if (node.value) this.#tickValue(node.value);
        break;
      case 'AssignmentPattern':
        // So have parameters that are left out, before their function is entered.
        this.#tickValue(node.right);
        break;
      default:
        break;
    }
  }

  #site(node: Node, construct: string): number {
    const { line } = this.#source.position(node.start);
    return this.#sites.push({ file: this.#source.file, line, construct }) - 1;
  }

  #slice(node: Node): string {
    return this.#source.text.slice(node.start, node.end).replace(/\s+/g, ' ').slice(0, 40);
  }

  /** Openers go right of what earlier (outer) nodes put there, closers left of it, so that they nest. */
  #wrap(node: Node, opener: string, closer = ')'): void {
    const isList = node.type === 'SequenceExpression'; // which commas would take apart
    this.#text.appendRight(node.start, isList ? `${opener}(` : opener);
    this.#text.prependLeft(node.end, isList ? `)${closer}` : closer);
  }

  #tick(site: number): string {
    return `${this.#meter}.enter(${site});`;
  }

  #tickBody(body: Node, tick: string): void {
    if (body.type === 'BlockStatement') this.#text.appendRight(body.start + 1, tick);
    else this.#wrap(body, `{${tick}`, '}');
  }

  /** Code that is written out instead of going round in a loop takes as long; one step at so many statements tells that it grows. */
  #longCode(statements: readonly Node[]): void {
    for (let i = STATEMENTS_PER_STEP; i < statements.length; i += STATEMENTS_PER_STEP) {
      const node = statements[i] as Node; // i is in range
      this.#text.appendRight(node.start, this.#tick(this.#site(node, 'this code')));
    }
  }

  #tickFunction(node: FunctionNode | ArrowFunctionExpression, parent: Node | undefined): void {
    if (!node.body) return;
    const site = this.#site(node, functionName(node, parent));
    const rest = node.params.flatMap((param) => this.#restCharges(param));
    if (node.body.type === 'BlockStatement')
      this.#text.appendRight(node.body.start + 1, this.#tick(site) + statements(rest));
    else this.#wrap(node.body, `(${[`${this.#meter}.enter(${site})`, ...rest, '']}`);
  }

  #tickValue(value: Node): void {
    if (COSTS_NOTHING.has(value.type)) return;
    this.#wrap(value, `(${this.#meter}.enter(${this.#site(value, 'this value')}),`);
  }

  #spread(node: Extract<Node, { type: 'SpreadElement' }>, parent: Node | undefined): void {
    const site = this.#site(node, 'the spread');
    const charge =
      parent?.type === 'ObjectExpression' ? `copied(${site},` : `list(${site},${parent?.type === 'ArrayExpression'},`;
    this.#wrap(node.argument, `${this.#meter}.${charge}`);
  }

  /** What rest elements copy is charged once they have: each as a call that charges one. */
  #restCharges(pattern: Node): string[] {
    const target = pattern.type === 'VariableDeclaration' ? pattern.declarations[0]?.id : pattern;
    if (!target) return [];
    const names = restTargets(target).map(({ start, end }) => this.#source.text.slice(start, end));
    const plain = names.filter((name) => PLAIN_TARGET.test(name));
    return plain.map((name) => `${this.#meter}.spread(${this.#site(target, 'the rest element')},true,${name})`);
  }

  #declared({ id, init, end }: Extract<Node, { type: 'VariableDeclarator' }>): void {
    const charges = init ? this.#restCharges(id) : [];
    if (charges.length > 0) this.#text.prependLeft(end, `,${this.#meter}r${this.#sites.length}=[${charges}]`);
  }

  #assignment(node: Extract<Node, { type: 'AssignmentExpression' }>): void {
    const { left, right } = node;
    const charges = this.#restCharges(left);
    if (charges.length > 0) this.#wrap(node, `${this.#meter}.first(`, `,${charges})`);
    if (left.type === 'MemberExpression' && isNamed(left.property, left.computed, 'prototype'))
      this.#chained(right, 'this assignment');
    if (node.operator === '=') {
      // `s = s + x` does what `s += x` does.
      const first = firstOperand(node.right);
      if (first !== node.right && this.#slice(first) === this.#slice(node.left)) this.#addedTo.add(first);
    }
    if (node.operator !== '+=') return;
    if (looksLikeText(node.right))
      this.#wrap(node.right, `${this.#meter}.spread(${this.#site(node, 'the string +=')},true,`);
    else if (!this.#isNoText(node.left)) this.#part(node.right, 'the string +=');
  }

  /** Ropes make `+` cost its operands; what is charged before `+=` is what is added. */
  #sum({ left, right }: Extract<Node, { type: 'BinaryExpression' }>): void {
    if (this.#isNoText(left) || this.#isNoText(right)) return;
    this.#part(left);
    this.#part(right);
  }

  /** A part of a text that is put together; what is put together itself has paid for its own. */
  #part(node: Node, construct = 'this text'): void {
    const bare = withoutWrappers(node);
    const hasPaid = bare.type === 'TemplateLiteral' || (bare.type === 'BinaryExpression' && bare.operator === '+');
    if (hasPaid || bare.type === 'Literal' || this.#addedTo.has(bare) || this.#isNoText(node)) return;
    this.#wrap(node, `${this.#meter}.part(${this.#site(node, construct)},`);
  }

  /** Long text is read where it is compared. */
  #comparison(node: Extract<Node, { type: 'BinaryExpression' }>): void {
    const { left, right } = node;
    const compare = COMPARISONS.get(node.operator);
    if (compare === undefined || this.#isShort(left) || this.#isShort(right)) return;
    const isNegated = node.operator.startsWith('!');
    this.#wrap(node, `${isNegated ? '!' : ''}${this.#meter}.${compare}(${this.#site(node, 'this comparison')},`);
    const between = this.#source.text.slice(left.end, right.start).replace(/[^\n]/g, '');
    this.#text.overwrite(left.end, right.start, `,${between}`, { contentOnly: true });
  }

  #isShort(node: Node): boolean {
    const bare = withoutWrappers(node);
    return bare.type === 'Literal' || bare.type === 'UnaryExpression' || this.#isNoText(node);
  }

  /** `{ constructor: F }` binds the constructor that its name stands for, as the name `Array` does. */
  #constructorKeys({ properties }: Extract<Node, { type: 'ObjectPattern' }>): void {
    for (const property of properties) {
      if (property.type !== 'Property' || !isNamed(property.key, property.computed, 'constructor')) continue;
      const { key, computed, shorthand } = property;
      const counted = `${this.#meter}.constructorKey`;
      if (shorthand) this.#text.appendRight(property.start, `[${counted}]:`);
      else this.#text.overwrite(key.start, key.end, computed ? counted : `[${counted}]`);
    }
  }

  /** What is caught goes through the meter, which lets no object of another realm in. */
  #caught({ param, body }: Extract<Node, { type: 'CatchClause' }>): void {
    if (!param) return;
    const m = this.#meter;
    if (param.type === 'Identifier') {
      this.#text.appendRight(body.start + 1, `${param.name}=${m}.caught(${param.name});`);
      return;
    }
    this.#text.appendRight(param.start, `${m}Error){let `);
    this.#text.overwrite(param.end, body.start + 1, `=${m}.caught(${m}Error);${statements(this.#restCharges(param))}`);
  }

  #chained(prototype: Node, construct: string): void {
    if (prototype.type !== 'Literal')
      this.#wrap(prototype, `${this.#meter}.chained(${this.#site(prototype, construct)},`);
  }

  #literal(node: Node, length: number): void {
    if (length === 0) return;
    this.#wrap(node, `(${this.#meter}.made(${this.#site(node, 'this literal')},${length}),`);
  }

  #call(node: CallExpression): void {
    const callee = withoutWrappers(node.callee);
    if (callee.type === 'Identifier' && isCostlyFunction(callee.name)) this.#noteBefore(node, callee.name);
    if (callee.type !== 'MemberExpression' || callee.object.type === 'Super') return;
    if (callee.computed) this.#noteBefore(node, 'this call');
    else if ('name' in callee.property && isCostlyMethod(callee.property.name)) {
      this.#noteBefore(node, `.${callee.property.name}`, callee.property);
    }
  }

  /** Notes where a call stands once its last argument is evaluated, so that the built-in can charge this place. */
  #noteBefore(node: CallExpression | NewExpression, construct: string, at: Node = node): void {
    const site = this.#site(at, construct);
    const last = node.arguments.at(-1);
    if (last) {
      const value = last.type === 'SpreadElement' ? last.argument : last;
      this.#wrap(value, `${this.#meter}.here(${site},`);
    } else if (node.type === 'CallExpression') {
      this.#text.prependLeft(node.end - 1, `...${this.#meter}.none(${site})`);
    }
  }
}

/** A name, or a part of an object that can be read again: nothing is called for it. */
const PLAIN_TARGET = /^[\p{L}\w$.[\]'"]+$/u;

const statements = (calls: readonly string[]): string => calls.map((call) => `${call};`).join('');

/** Statements of one block that are a step when they are done one after the other. */
const STATEMENTS_PER_STEP = 20;

/** The instruments that comparisons go through. */
const COMPARISONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ '===': 'same', '!==': 'same', '==': 'equal', '!=': 'equal' },
    ...{ '<': 'below', '>': 'above', '<=': 'atMost', '>=': 'atLeast' },
  }),
);
