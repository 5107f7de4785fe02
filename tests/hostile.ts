/** An attempt that tries to do harm, to cheat or to confuse, at `kMeans`. */
export interface Attack {
  readonly name: string;
  /** What must be told: the kind of problem, or 'failed' where it is judged and refuted. */
  readonly ends: RegExp;
  readonly source: string;
}

const body = (code: string): string =>
  `export function kMeans(X: number[][], centroids: number[][]): unknown {\n${code}\n}`;
/** A result that has the right shape and is nearly always wrong. */
const SHAPED = '{ centroids, labels: X.map(() => 0), inertia: 0, nIter: 0, converged: false }';

export const attacks: readonly Attack[] = [
  { name: 'an endless loop', ends: /failed: .*did not end.*line 2.*while loop/, source: body('while (true) {}') },
  {
    name: 'an endless loop while the file is loaded',
    ends: /threw-on-load: .*line 1/,
    source: `for (;;) {}\n${body('return 1;')}`,
  },
  {
    name: 'an endless loop that catches everything',
    ends: /failed: .*did not end/,
    source: body('for (;;) { try { for (;;); } catch {} }'),
  },
  {
    name: 'an endless loop in finally',
    ends: /failed: .*did not end/,
    source: body('for (;;) { try { throw 1; } finally { continue; } }'),
  },
  {
    name: 'running out of fuel and hiding it',
    ends: /failed: .*did not end/,
    source: body(`try { for (;;); } catch {}\nreturn ${SHAPED};`),
  },
  {
    name: 'a regular expression that backtracks for ever',
    ends: /timed-out: .*on and on.*at "assigning.*regular expression/,
    source: body('return /^(a+)+$/.test("a".repeat(40) + "b");'),
  },
  {
    name: 'microtasks without end',
    ends: /failed: .*a Promise/,
    source: body('return (async () => { for (;;) await null; })();'),
  },
  {
    name: 'an async answer',
    ends: /failed: .*a Promise/,
    source: `export async function kMeans(X: number[][], centroids: number[][]) { return ${SHAPED}; }`,
  },
  { name: 'a promise that never resolves', ends: /failed: .*a Promise/, source: body('return new Promise(() => {});') },
  {
    name: 'a heap bomb',
    ends: /failed: .*did not end|out-of-memory/,
    source: body('const a: unknown[] = []; for (;;) a.push({ x: a.length, y: [1, 2, 3] });'),
  },
  {
    name: 'a heap bomb kept between calls',
    ends: /failed: |out-of-memory/,
    source: `const kept: unknown[] = [];\n${body(`kept.push(new Float64Array(200_000).fill(1)); return ${SHAPED};`)}`,
  },
  {
    name: 'a heap bomb of small things kept between calls',
    ends: /failed: |out-of-memory/,
    source: `const kept: unknown[] = [];\n${body(`for (let i = 0; i < 10_000; i++) kept.push({ i, of: [i] }); return ${SHAPED};`)}`,
  },
  {
    name: 'a bomb of array buffers',
    ends: /failed: .*did not end/,
    source: body('const a: unknown[] = []; for (;;) a.push(new Float64Array(1 << 20).fill(1));'),
  },
  {
    name: 'a string bomb',
    ends: /failed: .*did not end/,
    source: body(
      'let s = "x"; const k: string[] = []; for (;;) { s = "x".repeat(1 << 20) + k.length; k.push(s.split("").join("-")); }',
    ),
  },
  {
    name: 'one huge allocation',
    ends: /failed: .*did not end.*new Array|failed: .*did not end/,
    source: body('return new Array(2 ** 30).fill(0).length;'),
  },
  {
    name: 'recursion without end',
    ends: /failed: .*overflows the call stack.*line 1/,
    source: `const deeper = (n: number): number => deeper(n + 1) + 1;\n${body('return deeper(0);')}`,
  },
  { name: 'process.exit', ends: /not-allowed: .*process/, source: body('process.exit(0);') },
  {
    name: 'process by another name',
    ends: /failed: /,
    source: body('const it = ["pro", "cess"].join(""); return (this as any)[it].exit(0);'),
  },
  {
    name: 'the file system by require',
    ends: /not-allowed: .*require/,
    source: body('return require("fs").readFileSync("/etc/hostname", "utf8");'),
  },
  {
    name: 'the file system by import',
    ends: /not-allowed: .*package `node:fs`/,
    source: `import { readFileSync } from 'node:fs';\n${body('return readFileSync("/etc/hostname", "utf8");')}`,
  },
  { name: 'a dynamic import', ends: /not-allowed: .*import\(\)/, source: body('return import("node:fs");') },
  {
    name: 'the reference by import',
    ends: /not-allowed: .*outside/,
    source: `export { kMeans } from '../../reference/k-means/index.ts';`,
  },
  { name: 'eval', ends: /not-allowed: .*eval/, source: body('return eval("1");') },
  { name: 'Function', ends: /not-allowed: .*Function/, source: body('return new Function("return 1")();') },
  {
    name: 'Function by its constructor',
    ends: /failed: .*EvalError/,
    source: body('return (kMeans as any)["constr" + "uctor"]("return process")();'),
  },
  {
    name: 'the generator function constructor',
    ends: /failed: .*EvalError/,
    source: body('return Object.getPrototypeOf(function* () {})["constr" + "uctor"]("yield 1")();'),
  },
  { name: 'fetch', ends: /not-allowed: .*fetch/, source: body('return fetch("http://127.0.0.1");') },
  { name: 'globalThis', ends: /not-allowed: .*globalThis/, source: body('return globalThis;') },
  {
    name: 'the global object by a sloppy this',
    ends: /failed: /,
    source: body(`return (function (this: any) { return this.process; }).call(undefined) ?? ${SHAPED};`),
  },
  { name: 'Math.random', ends: /not-allowed: .*Math\.random/, source: body('return Math.random();') },
  {
    name: 'Math.random by another name',
    ends: /failed: .*Math\.random is not allowed/,
    source: body('const { random } = Math; return random();'),
  },
  { name: 'the clock', ends: /not-allowed: .*Date/, source: body('return new Date();') },
  { name: 'a timer', ends: /not-allowed: .*setTimeout/, source: body('setTimeout(() => {}, 1); return 1;') },
  {
    name: 'patched array methods',
    ends: /not-allowed: .*changes Array\.prototype\.map.*line 1\)/,
    source: `Array.prototype.map = (() => [42]) as any;\n${body(`return ${SHAPED};`)}`,
  },
  {
    name: 'methods patched while judged',
    ends: /not-allowed: .*changes Array\.prototype\.every.*line 2\)/,
    source: body(`Array.prototype.every = () => true; return ${SHAPED};`),
  },
  {
    name: 'a patched JSON',
    ends: /not-allowed: .*changes JSON\.stringify.*line 1\)/,
    source: `JSON.stringify = () => '{"ok":true}';\n${body(`return ${SHAPED};`)}`,
  },
  {
    name: 'a built-in that is read before it is changed',
    ends: /not-allowed: .*changes Array\.prototype\.map.*line 8\)/,
    source: `const map = Array.prototype.map;\nclass Own { map = 1; }\n${body('')}\n// Array.prototype.map = 1\nObject.assign(\n  Array.prototype, { map: (run: never) => [42] });`,
  },
  {
    name: 'a built-in that is taken away',
    ends: /not-allowed: .*changes Array\.prototype\.map.*line 3\)/,
    source: `${body('')};\ndelete (Array.prototype as any).map;`.replace('\n', ''),
  },
  {
    name: 'a polluted Object.prototype',
    ends: /not-allowed: .*changes Object\.prototype\.evil.*line 1\)/,
    source: `(Object.prototype as any).evil = 1;\n${body(`return ${SHAPED};`)}`,
  },
  {
    name: 'a setter on Array.prototype',
    ends: /not-allowed: .*changes Array\.prototype\.0.*line 1\)/,
    source: `Object.defineProperty(Array.prototype, '0', { set() {} });\n${body(`return ${SHAPED};`)}`,
  },
  {
    name: 'a patched RangeError',
    ends: /not-allowed: .*changes RangeError.*line 1\)/,
    source: `Object.defineProperty(RangeError, Symbol.hasInstance, { value: () => true });\n${body(`return ${SHAPED};`)}`,
  },
  {
    name: 'a stack formatter',
    ends: /threw-on-load: .*TypeError/,
    source: `(Error as any).prepareStackTrace = (_: unknown, sites: unknown[]) => sites;\n${body(`return ${SHAPED};`)}`,
  },
  {
    name: 'a stack read for what stands around it',
    ends: /failed: .*throws Error at line 2: Error: here\\n {4}at kMeans \(attempt\.ts:\d+:\d+\)$/,
    source: body("throw new Error(String(new Error('here').stack));"),
  },
  {
    name: 'an error whose message never ends',
    ends: /failed: .*throws RangeError at line 4/,
    source: `class Endless extends RangeError {\n  get message(): string { for (;;); } get stack(): string { for (;;); }\n}\n${body('throw new Endless();').replace('\n', '')}`,
  },
  {
    name: 'an error that writes over the report',
    ends: /failed: .*throws Error at line 2: \\u001b\[2J\\u001b\[H\\npassed\\u0007$/,
    source: body("throw new Error('\\u001b[2J\\u001b[H\\npassed\\u0007');"),
  },
  {
    name: 'the clock of dates in words',
    ends: /not-allowed: .*`Intl`/,
    source: body('return new Intl.DateTimeFormat();'),
  },
  {
    name: 'recursion in the fields of a class',
    ends: /failed: .*did not end.*line 1/,
    source: `let d = 0; class Node { low = d < 60 ? (d++, new Node()) : 0; high: unknown = d < 60 ? (d++, new Node(), d--) : d--; }\n${body('d = 0; return new Node();')}`,
  },
  {
    name: 'recursion in the parameters that are left out',
    ends: /failed: .*did not end.*line 1/,
    source: `const g = (n: number, a: number = n > 0 ? g(n - 1) : 0, b: number = n > 0 ? g(n - 1) : 0): number => 0;\n${body('return g(60);')}`,
  },
  {
    name: 'a text cut into more pieces than there is memory for',
    ends: /failed: .*did not end|out-of-memory/,
    source: body("let s = 'x'; for (let i = 0; i < 28; i++) s += s; return s.split('');"),
  },
  {
    name: 'a list longer than any',
    ends: /failed: |out-of-memory/,
    source: body("let s = 'x'; for (let i = 0; i < 28; i++) s += s; return [...Object.keys(Object(s))];"),
  },
  {
    name: 'a forged verdict',
    ends: /not-allowed: .*process/,
    source: `process.send?.({ type: 'done', problem: null, levels: [] });\n${body('return 1;')}`,
  },
  { name: 'the counters by name', ends: /failed: .*ReferenceError/, source: body('return $meter;') },
  {
    name: 'the counters by a name that is spelt otherwise',
    ends: /threw-on-load: .*ReferenceError/,
    source: `\\u0024meter.taken = NaN;\n${body(`return ${SHAPED};`)}`,
  },
  {
    name: 'an endless loop in an enum',
    ends: /threw-on-load: .*line 2/,
    source: `enum Endless {\n  A = (() => { for (;;); })(),\n}\n${body('return Endless.A;')}`,
  },
  {
    name: 'the counters by arguments',
    ends: /not-allowed: .*arguments/,
    source: `const counters = () => arguments[0];\n${body('return counters();')}`,
  },
  {
    name: 'a thrown object with getters',
    ends: /failed: .*throws/,
    source: body('throw { get message() { throw 1; }, toString() { throw 2; } };'),
  },
  {
    name: 'a thrown Proxy',
    ends: /failed: .*throws/,
    source: body('throw new Proxy({}, { get() { throw 1; }, getPrototypeOf() { throw 2; } });'),
  },
  { name: 'a thrown undefined', ends: /failed: .*throws/, source: body('throw undefined;') },
  {
    name: 'a result whose getter throws',
    ends: /failed: .*getter/,
    source: body(
      'return { ...{ centroids, inertia: 0, nIter: 0, converged: true }, get labels() { throw new Error("boo"); } };',
    ),
  },
  {
    name: 'a result whose getter never ends',
    ends: /failed: .*did not end/,
    source: body('return { get labels() { for (;;); } };'),
  },
  { name: 'a Proxy result', ends: /failed: .*Proxy/, source: body(`return new Proxy(${SHAPED}, {});`) },
  {
    name: 'a Proxy in a result',
    ends: /failed: .*Proxy/,
    source: body(`return { ...${SHAPED}, labels: new Proxy([], { get: () => 0 }) };`),
  },
  {
    name: 'a Proxy as prototype of a result',
    ends: /failed: /,
    source: body(
      `return Object.setPrototypeOf(${SHAPED}, new Proxy({}, { get: () => 0, ownKeys: () => { throw 1; } }));`,
    ),
  },
  {
    name: 'a result with a million entries',
    ends: /failed: .*more than .* values/,
    source: body('const labels: number[] = []; labels.length = 1_000_000; return { labels };'),
  },
  {
    name: 'a cycle',
    ends: /failed: .*contains itself/,
    source: body('const a: any = { centroids }; a.labels = a; return a;'),
  },
  {
    name: 'functions in a result',
    ends: /failed: .*a function/,
    source: body(`return { ...${SHAPED}, labels: () => 0 };`),
  },
  {
    name: 'an answer for every comparison',
    ends: /failed: /,
    source: body('return { valueOf: () => 0, toString: () => "0", toJSON: () => "ok" };'),
  },
  {
    name: 'printing without end',
    ends: /failed: .*did not end/,
    source: body('for (;;) console.log("over the report", X);'),
  },
  {
    name: 'printing lists in lists in lists',
    ends: /failed: /,
    source: body(
      'let a: unknown = 1; for (let i = 0; i < 8; i++) a = new Array(50).fill(a); console.log(a); return 1;',
    ),
  },
  {
    name: 'printing a Proxy',
    ends: /failed: /,
    source: body('console.log(new Proxy({}, { ownKeys() { throw 1; } })); return 1;'),
  },
  {
    name: 'an import of a sibling that is not there',
    ends: /not-allowed: .*does not exist/,
    source: `import { x } from './x.ts';\n${body('return x;')}`,
  },
  {
    name: 'a syntax error',
    ends: /cannot-load: Syntax error.*line 2/,
    source: 'export function kMeans() {\n  const x = ;\n}',
  },
  {
    name: 'an error while the file is loaded',
    ends: /threw-on-load: .*TypeError.*line 1/,
    source: `(null as any).x;\n${body('return 1;')}`,
  },
  {
    name: 'another name than the one asked for',
    ends: /missing-export: .*`kmeans`.*`kMeans`/,
    source: 'export function kmeans() { return 1; }',
  },
];
