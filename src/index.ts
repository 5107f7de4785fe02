export type { Patch, PatchedSolution, Patches, Texts } from './bank/patch.ts';
export type { AtMost } from './complexity/compare.ts';
export type { Variables } from './complexity/parse.ts';
export type { CasesOf, Tester } from './drill/cases.ts';
export type { Claims, Cost, Costs } from './drill/costs.ts';
export {
  type AttemptOf,
  type Clarification,
  type Drill,
  defineDrill,
  type Exportable,
  levelName,
  type Source,
} from './drill/defineDrill.ts';
export { type Form, type Forms, formsOf } from './drill/form.ts';
export type { Growth, Measure, Workload } from './drill/growth.ts';
export { type Law, type LawOptions, lawsOf, ON_DEPTH, type RemarkOn } from './drill/law.ts';
export { defineLevel, type Level } from './drill/level.ts';
export {
  anything,
  booleanValue,
  finiteNumber,
  integerIn,
  listOf,
  objectWith,
  readBy,
  type Shape,
} from './drill/shape.ts';
export { STAGES, type Stage } from './drill/stage.ts';
export { type CheckOptions, check } from './judge/check.ts';
export { plainSubject } from './judge/plainSubject.ts';
export type {
  GrowthVerdict,
  LawFailed,
  LawNotJudged,
  LawPassed,
  LawVerdict,
  LevelVerdict,
  Problem,
  Remark,
  SizeCounts,
  Status,
  Verdict,
} from './judge/verdict.ts';
export { type Contract, contractLaws } from './laws/contract.ts';
export {
  emptyList,
  type Fault,
  malformedTable,
  notFinite,
  notInteger,
  otherLength,
  type Spoil,
  type Spoiled,
  type Table,
} from './laws/faults.ts';
export { independent, leavesNoTrace, sameTwice, type TwoCalls, unchanged } from './laws/hygiene.ts';
export { throwsRangeError } from './laws/rangeError.ts';
export { createRandom, randomInteger, shuffled } from './random.ts';
export { asItIsNow } from './subject/asItIsNow.ts';
export { type Broken, broken, brokenByAll, firstBroken, type Judgement } from './subject/broken.ts';
export { type Outcome, outcomeOf, ownAnswer } from './subject/outcome.ts';
export {
  describeFailure,
  type Meter,
  type Place,
  type SiteCount,
  type Subject,
  SubjectError,
  type SubjectFailure,
  type SubjectFunction,
} from './subject/subject.ts';
export { isClose } from './values/close.ts';
export { type Style, toCode, writtenAs } from './values/code.ts';
export { deepFrozen } from './values/freeze.ts';
export { firstDifference, isSame } from './values/same.ts';
