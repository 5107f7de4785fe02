/** What stands before the names of the modules that are not the learner's, where both are in one realm. */
export const OURS = 'ml-drills:';
