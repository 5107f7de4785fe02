/** How the lines of a terminal are measured. */
export interface Measure {
  /** What is seen of a part of a line: it may have colours. */
  readonly seen: (part: string) => string;
  /** Whether a line is code, which is left as it is. */
  readonly isCode: (line: string) => boolean;
}

const plain: Measure = { seen: (part) => part, isCode: () => false };

/**
 * Breaks long lines of Markdown at spaces, so that a terminal does not break them inside a word. Lines of a list or a table go on
 * below their last column; code is left as it is.
 */
export function wrapped(text: string, width: number, measure: Measure = plain): string {
  let isFenced = false;
  return text
    .split('\n')
    .map((line) => {
      if (line.startsWith('```')) isFenced = !isFenced;
      return isFenced || measure.isCode(line) ? line : wrappedLine(line, width, measure);
    })
    .join('\n');
}

function wrappedLine(line: string, width: number, { seen }: Measure): string {
  if (seen(line).length <= width) return line;
  const margin = ' '.repeat(marginOf(seen(line), width));
  const [first = '', ...words] = line.split(' ');
  const lines: string[] = [];
  let current = first;
  for (const word of words) {
    const longer = `${current} ${word}`;
    if (seen(longer).length <= width || seen(current).length < margin.length) current = longer;
    else {
      lines.push(current);
      current = margin + word;
    }
  }
  return [...lines, current].join('\n');
}

/** Where the text of a line begins: after the mark of a list, or in the last column of a table that leaves room for it. */
function marginOf(line: string, width: number): number {
  const columns = [...line.matchAll(/(?<=\S {2,})(?=\S)/g)].map(({ index }) => index);
  const column = columns.findLast((at) => at <= width / 2) ?? 0;
  return Math.max(column, /^ *(?:[-*|] |\d+\. )?/.exec(line)?.[0].length ?? 0);
}
