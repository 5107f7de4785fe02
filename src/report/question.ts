/**
 * What the README of a drill says of one level, on one screen: its opening, that level, and what holds for all levels, without
 * the small print, which is folded in the README. A level is a section headed `## Level 2: \`name\``; a README without it is
 * shown whole.
 */
export function questionText(readme: string, level: string): string {
  const sections = readme.split(/^(?=## )/m);
  const isLevel = (section: string): boolean => section.startsWith('## Level ');
  const isWanted = (section: string): boolean =>
    isLevel(section) && (section.split('\n')[0] ?? '').includes(`\`${level}\``);
  if (!sections.some(isWanted)) return readme.trimEnd();
  return sections
    .filter((section) => !isLevel(section) || isWanted(section))
    .map((section) => section.replaceAll(/<details>[\s\S]*?<\/details>\n*/g, ''))
    .filter((section) => section.trim().includes('\n') || section.startsWith('# ')) // nothing is left below other headings
    .join('')
    .trimEnd();
}
