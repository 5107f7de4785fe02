import type { Colours } from './colours.ts';

/** Markdown of a question as it reads in a terminal: code without its fences, and folded parts below their names. */
export function readable(markdown: string, { bold, cyan }: Colours): string {
  let isCode = false;
  const lines = markdown.split('\n').flatMap((line) => {
    if (line.startsWith('```')) {
      isCode = !isCode;
      return [];
    }
    if (isCode) return [line === '' ? line : cyan(line)];
    if (line.startsWith('#')) return [bold(line)];
    const [, folded] = /^<details><summary>(.*)<\/summary>$/.exec(line) ?? [];
    if (folded !== undefined) return [bold(folded)];
    return line === '</details>' ? [] : [line];
  });
  return lines
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trimEnd();
}
