/** A place in the source that steps and allocations are charged to. */
export interface Site {
  readonly file: string;
  readonly line: number;
  /** What stands there, in words: "the for loop", ".indexOf". */
  readonly construct: string;
}

/** What stands where something is thrown. */
export const THROW = 'throw';

/** Built-ins whose cost depends on a length: where one of these names is called, the place is noted before the call. */
const COSTLY_METHODS = new Set(
  `includes indexOf lastIndexOf find findIndex findLast findLastIndex some every forEach map filter reduce reduceRight
  flatMap flat slice splice shift unshift push concat sort toSorted reverse toReversed fill copyWithin join with toSpliced
  set add from of keys values entries assign fromEntries getOwnPropertyNames ownKeys groupBy stringify parse
  split repeat replace replaceAll padStart padEnd match matchAll search toUpperCase toLowerCase trim normalize
  localeCompare substring substr startsWith endsWith call apply union intersection difference symmetricDifference
  isSubsetOf isSupersetOf isDisjointFrom getOwnPropertyDescriptors getOwnPropertySymbols toString toLocaleString
  exec test compile raw fromCharCode fromCodePoint trimStart trimEnd trimLeft trimRight isWellFormed toWellFormed
  toLocaleUpperCase toLocaleLowerCase anchor fontcolor fontsize link freeze seal isFrozen isSealed create
  defineProperties setPrototypeOf bind construct revocable resize transfer transferToFixedLength
  all allSettled any race take drop toArray getOrInsert getOrInsertComputed fromAsync rawJSON escape`.split(/\s+/),
);

export const isCostlyMethod = (name: string): boolean => COSTLY_METHODS.has(name);

/** Functions called by their plain name that cost by a length. */
const COSTLY_FUNCTIONS = new Set(['Array', 'String', 'RegExp', 'BigInt', 'structuredClone']);

export const isCostlyFunction = (name: string): boolean => COSTLY_FUNCTIONS.has(name);
