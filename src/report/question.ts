/**
 * What the README of a drill says of one level: its opening, that level, and what holds for all levels.
 * A level is a section headed `## Level 2: \`name\``; a README without it is shown whole.
 */
export function questionText(readme: string, level: string): string {
  const sections = readme.split(/^(?=## )/m);
  const isLevel = (section: string): boolean => section.startsWith('## Level ');
  const isWanted = (section: string): boolean =>
    isLevel(section) && (section.split('\n')[0] ?? '').includes(`\`${level}\``);
  if (!sections.some(isWanted)) return readme.trimEnd();
  return sections
    .filter((section) => !isLevel(section) || isWanted(section))
    .join('')
    .trimEnd();
}
