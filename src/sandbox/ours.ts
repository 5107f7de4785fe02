/** What stands before the names of the modules that are not the learner's, where both are in one realm. */
export const OURS = 'ml-drills:';

/** What stands before the names of the modules of the attempt, where its test cases are in one realm with it. */
export const ATTEMPT = 'attempt:';
