/**
 * What the interviewer says of one level, and no more: the sentence in quotes and the signature, found in the README of the drill.
 * The rules that follow there are what a candidate asks for.
 */
export function demandText(readme: string, level: string): string {
  const section = readme
    .split(/^(?=## )/m)
    .find((text) => text.startsWith('## Level ') && (text.split('\n')[0] ?? '').includes(`\`${level}\``));
  if (section === undefined) throw new Error(`The question has no level ${level}`);
  const [heading = ''] = section.split('\n');
  const spoken = /^".*"$/m.exec(section)?.[0] ?? '';
  const signature = /^```ts\n[\s\S]*?^```$/m.exec(section)?.[0] ?? '';
  return [heading.replace(/^## /, ''), spoken, signature.replaceAll(/^```(ts)?$\n?/gm, '').trimEnd()]
    .filter((part) => part !== '')
    .join('\n\n');
}
