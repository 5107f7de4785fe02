/** A wrong, or slow, solution of a level: a plausible mistake that must be refuted. */
export interface Mutant<Solution> {
  /** The mistake as the end of the sentence "this attempt ...": "sends an empty cluster to the origin". */
  readonly says: string;
  /** The law or gate that refutes it, by name: a law's sentence, or `growth in nSamples` for a gate. */
  readonly dies: string;
  readonly solution: Partial<Solution>;
}

/** A right solution in a style of its own, that must pass everything. */
export interface RightAnswer<Solution> {
  /** Its style: "functional, no loops", "typed arrays". */
  readonly says: string;
  readonly solution: Partial<Solution>;
}
