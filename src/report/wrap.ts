/** How the lines of a terminal are measured. */
export interface Measure {
  /** How many columns a part of a line takes. */
  readonly widthOf: (part: string) => number;
  /** Whether a line is code, which is left as it is. */
  readonly isCode: (line: string) => boolean;
}

const plain: Measure = { widthOf: (part) => part.length, isCode: () => false };

/**
 * Breaks long lines of Markdown at spaces, so that a terminal does not break them inside a word. Lines of a list go on below
 * their text; code is left as it is.
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

function wrappedLine(line: string, width: number, { widthOf }: Measure): string {
  if (widthOf(line) <= width) return line;
  const margin = ' '.repeat(/^ *(?:[-*|] |\d+(?:\.| ) )?/.exec(line)?.[0].length ?? 0);
  const [first = '', ...words] = line.slice(margin.length).split(' ');
  const lines: string[] = [];
  let current = line.slice(0, margin.length) + first;
  for (const word of words) {
    if (widthOf(`${current} ${word}`) <= width) current += ` ${word}`;
    else {
      lines.push(current);
      current = margin + word;
    }
  }
  return [...lines, current].join('\n');
}
