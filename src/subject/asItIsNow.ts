const readers = new WeakMap<object, () => unknown>();

/** Remembers how a result that was copied for the judge can be read once more where it came from. */
export function keepReader(copy: unknown, read: () => unknown): void {
  if (typeof copy === 'object' && copy !== null) readers.set(copy, read);
}

/** A result of an earlier call as it is now on the attempt's side: other than it was, where a later call has written to it. */
export function asItIsNow<Result>(result: Result): Result {
  const read = typeof result === 'object' && result !== null ? readers.get(result) : undefined;
  return read ? (read() as Result) : result; // read from where the result came from
}

/** Tells whenever a result is read once more, and what it is then. */
export function watchReading(result: unknown, tell: (now: unknown) => void): void {
  const read = readers.get(result as object); // what is no object has no reader
  if (!read) return;
  keepReader(result, () => {
    const now = read();
    tell(now);
    return now;
  });
}
