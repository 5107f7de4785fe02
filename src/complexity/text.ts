import type { Growing, Sum, Term } from './term.ts';

/** A sum as it would be written: `nSamples * nClusters + nSamples * log(nSamples)`. */
export const complexityText = (sum: Sum): string => sum.map(termText).join(' + ');

function termText(term: Term): string {
  const factors = [...term].flatMap(([variable, growing]) => factorTexts(variable, growing));
  return factors.length === 0 ? '1' : factors.join(' * ');
}

function factorTexts(variable: string, { power, logs, exponential }: Growing): string[] {
  const texts: string[] = [];
  if (exponential !== 0) texts.push(`${Number((2 ** exponential).toFixed(3))}^${variable}`);
  if (power !== 0) texts.push(power === 1 ? variable : `${variable}^${power}`);
  if (logs !== 0) texts.push(logs === 1 ? `log(${variable})` : `log(${variable})^${logs}`);
  return texts;
}
