import type { Node } from 'oxc-parser';
import type { Names } from './names.ts';
import { childrenOf, isTypeOnly, type Source } from './parse.ts';
import { LoadProblem } from './problem.ts';

const CODE = 'runs text as code. Write the code itself';
const HOST = 'reaches outside the drill. An attempt gets everything it needs as arguments';
const MODULES =
  'belongs to another kind of module. Write `export` before each function that the question asks for: `export function f(...) { ... }`';
const CLOCK = 'depends on the clock. The same arguments must always give the same answer';
const LOCALE = 'depends on the machine and its clock. The same arguments must always give the same answer';
const ASYNC = 'runs later. Return the answer itself, without waiting for anything';
const THREADS = 'shares memory between threads. One thread is all that a drill needs';
const COLLECTOR = 'depends on the garbage collector. Use Map, Set or plain objects';

/** Globals that no drill needs, with the reason. None of them exists where attempts run; this gives the line and the remedy. */
const FORBIDDEN: Readonly<Record<string, string>> = {
  eval: CODE,
  Function: CODE,
  WebAssembly: CODE,
  globalThis: HOST,
  global: HOST,
  window: HOST,
  self: HOST,
  process: HOST,
  require: HOST,
  module: MODULES,
  exports: MODULES,
  __dirname: HOST,
  __filename: HOST,
  Deno: HOST,
  Bun: HOST,
  Buffer: HOST,
  crypto: HOST,
  navigator: HOST,
  fetch: HOST,
  XMLHttpRequest: HOST,
  WebSocket: HOST,
  EventSource: HOST,
  Worker: HOST,
  Date: CLOCK,
  Intl: LOCALE,
  performance: CLOCK,
  setTimeout: ASYNC,
  setInterval: ASYNC,
  setImmediate: ASYNC,
  queueMicrotask: ASYNC,
  SharedArrayBuffer: THREADS,
  Atomics: THREADS,
  WeakRef: COLLECTOR,
  FinalizationRegistry: COLLECTOR,
};

/** Throws `LoadProblem` at the first thing in a module that a drill does not allow. A local variable may have any name. */
export function refuseForbidden(source: Source, names: Names): void {
  for (const { name, start } of names.references) {
    const reason = Object.hasOwn(FORBIDDEN, name) && !names.bound.has(name) ? FORBIDDEN[name] : undefined;
    if (reason) refuse(source, start, `\`${name}\` is not allowed: it ${reason}`);
  }
  visit(source.program, source, { inFunction: false, hasArguments: false, isTop: false });
}

/** What surrounds a node: `await` needs a function, `arguments` one that is not an arrow, `export` the top of a file. */
interface Surroundings {
  readonly inFunction: boolean;
  readonly hasArguments: boolean;
  readonly isTop: boolean;
}

function visit(node: Node, source: Source, around: Surroundings): void {
  if (isTypeOnly(node)) return;
  const reason = reasonAgainst(node, around);
  if (reason) refuse(source, node.start, reason);
  const isArrow = node.type === 'ArrowFunctionExpression';
  const isFunction = node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression';
  const inside = {
    inFunction: around.inFunction || isArrow || isFunction,
    hasArguments: around.hasArguments || isFunction,
    isTop: node.type === 'Program' || node.type === 'TSModuleBlock',
  };
  for (const child of childrenOf(node)) visit(child, source, inside);
}

function reasonAgainst(node: Node, { inFunction, hasArguments, isTop }: Surroundings): string | undefined {
  switch (node.type) {
    case 'Identifier':
      return node.name === 'arguments' && !hasArguments
        ? '`arguments` stands outside a function: there are none'
        : undefined;
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportDefaultDeclaration':
    case 'ExportAllDeclaration':
      return isTop ? undefined : 'An import or export inside a block is not allowed: move it to the top of the file';
    case 'ImportExpression':
      return '`import()` is not allowed: it runs later. Use an import at the top of the file';
    case 'MetaProperty':
      return node.meta.name === 'import' ? '`import.meta` is not allowed: it reaches outside the drill' : undefined;
    case 'TSImportEqualsDeclaration':
      return node.moduleReference.type === 'TSExternalModuleReference'
        ? '`import x = require(...)` is not allowed: a drill is written from scratch'
        : undefined;
    case 'TSExportAssignment':
      return `\`export =\` is not allowed: it ${MODULES}`;
    case 'Decorator':
      return 'A decorator is not allowed: not every engine runs it as it is. Call the function that it stands for';
    case 'AccessorProperty':
      return '`accessor` is not allowed: not every engine runs it as it is. Write a field, or get and set';
    case 'VariableDeclaration':
      return node.kind === 'using' || node.kind === 'await using'
        ? `\`${node.kind}\` is not allowed: not every engine runs it as it is. Write const, and try with finally`
        : undefined;
    case 'AwaitExpression':
    case 'ForOfStatement':
      return inFunction || (node.type === 'ForOfStatement' && !node.await)
        ? undefined
        : '`await` at the top of the file is not allowed: it runs later';
    case 'MemberExpression':
      return isMathRandom(node)
        ? '`Math.random` is not allowed: the same arguments must always give the same answer. Randomness, where a drill has any, is an argument'
        : undefined;
    default:
      return undefined;
  }
}

function isMathRandom(node: Node): boolean {
  if (node.type !== 'MemberExpression' || node.object.type !== 'Identifier' || node.object.name !== 'Math')
    return false;
  const { property } = node;
  return property.type === 'Identifier' && !node.computed
    ? property.name === 'random'
    : property.type === 'Literal' && property.value === 'random';
}

/** Throws the problem of something that is not allowed at an offset. */
export function refuse({ file, position }: Source, offset: number, message: string): never {
  throw new LoadProblem({ kind: 'not-allowed', message, file, ...position(offset) });
}
