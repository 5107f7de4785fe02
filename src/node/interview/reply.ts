/** What the interviewer answers to one command: for a person, and the same for a program. */
export interface Reply {
  readonly text: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** The interview is over, or the candidate has left the room. */
  readonly isOver?: true;
}

/** A command that cannot be followed, and what is right. */
export const mistake = (text: string): Reply => ({
  text: /[.?]$/.test(text) ? text : `${text}.`,
  data: { mistake: text },
});
