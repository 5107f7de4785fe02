/**
 * What built-ins are called on and with, as source that is run in a realm that counts and in one that does not: each function
 * makes one input of a size.
 */
export const INPUTS = `
const numbers = (n) => { const list = []; for (let i = 0; i < n; i++) list[i] = (i * 7919) % n; return list; };
const text = (n) => { let s = 'ab,cd '; while (s.length < n) s += s; return s.slice(0, n).split(',').join(','); };
const object = (n) => { const o = {}; for (let i = 0; i < n; i++) o['k' + i] = i; return o; };
const hidden = (n) => { const o = {}; for (let i = 0; i < n; i++) Object.defineProperty(o, 'k' + i, { value: i, writable: true, configurable: true }); return o; };
const map = (n) => { const m = new Map(); for (let i = 0; i < n; i++) m.set(i, i); return m; };
const set = (n) => { const s = new Set(); for (let i = 0; i < n; i++) s.add(i); return s; };
const chain = (n) => { let o = {}; for (let i = 0; i < depth(n); i++) { const next = {}; Object.setPrototypeOf(next, o); o = next; } return o; };
const depth = (n) => Math.min(n / 20, 500);
const made = new Map();
const once = (make, n) => { const key = make.name + n; if (!made.has(key)) made.set(key, make(n)); return made.get(key); };
const first = (a) => a;
export const inputs = {
  nothing: (n) => undefined,
  nil: (n) => null,
  zero: (n) => 0,
  size: (n) => n,
  big: (n) => 10n ** BigInt(n),
  digits: (n) => '1'.repeat(n).split('').join(''),
  word: (n) => 'zz',
  symbol: (n) => Symbol.iterator,
  text,
  wrapped: (n) => Object(text(n)),
  list: numbers,
  texts: (n) => numbers(n).map((i) => 'x' + i),
  pairs: (n) => numbers(n).map((i) => ['k' + i, i]),
  nested: (n) => [numbers(n), 1],
  empties: (n) => [numbers(n).map(() => [])],
  frozen: (n) => Object.freeze(numbers(n)),
  like: (n) => { const o = { length: n }; for (let i = 0; i < n; i++) o[i] = i; return o; },
  claims: (n) => ({ get length() { return n; } }),
  raw: (n) => ({ raw: numbers(n) }),
  typed: (n) => Float64Array.from(numbers(n)),
  integers: (n) => Uint8Array.from(numbers(n)),
  buffer: (n) => new Float64Array(n).buffer,
  view: (n) => new DataView(new Float64Array(n).buffer),
  object,
  hidden,
  omitted: (n) => { const o = object(n); for (const k of Object.keys(o)) o[k] = undefined; return [o]; },
  descriptors: (n) => Object.getOwnPropertyDescriptors(object(n)),
  sealed: (n) => Object.freeze(object(n)),
  map,
  set,
  chain,
  proxies: (n) => { let o = {}; for (let i = 0; i < depth(n); i++) o = new Proxy(o, {}); return o; },
  values: (n) => once(numbers, n).values(),
  keys: (n) => once(map, n).keys(),
  letters: (n) => once(text, n)[Symbol.iterator](),
  generated: (n) => (function* () { yield* []; yield 1; })(),
  pattern: (n) => /q/g,
  sticky: (n) => /[^x]*x/y,
  comma: (n) => /,/g,
  words: (n) => new RegExp(numbers(depth(n)).map((i) => 'x' + i).join('|')),
  builtIn: (n) => Boolean,
  first: (n) => first,
  bound: (n) => { let f = first; for (let i = 0; i < depth(n); i++) f = f.bind(null); return f; },
  loaded: (n) => Math.max.bind(null, ...numbers(depth(n))),
  promise: (n) => Promise.resolve(1),
  list64: (n) => Float64Array,
  made: (n) => Object,
};
`;
