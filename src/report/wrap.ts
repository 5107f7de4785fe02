/**
 * Breaks long lines of Markdown at spaces, so that a terminal does not break them inside a word. Lines of a list go on below
 * their text; code is left as it is.
 */
export function wrapped(text: string, width: number): string {
  let isCode = false;
  return text
    .split('\n')
    .map((line) => {
      if (line.startsWith('```')) isCode = !isCode;
      return isCode ? line : wrappedLine(line, width);
    })
    .join('\n');
}

function wrappedLine(line: string, width: number): string {
  if (line.length <= width) return line;
  const margin = ' '.repeat(/^ *(?:[-*] |\d+\. )?/.exec(line)?.[0].length ?? 0);
  const lines: string[] = [];
  let rest = line;
  while (rest.length > width) {
    const space = rest.lastIndexOf(' ', width);
    if (space <= margin.length) break; // one word that is too long
    lines.push(rest.slice(0, space));
    rest = margin + rest.slice(space + 1);
  }
  return [...lines, rest].join('\n');
}
