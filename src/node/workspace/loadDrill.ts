import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Patches } from '../../bank/patch.ts';
import type { Drill } from '../../drill/defineDrill.ts';
import { type BankPlace, type BankSolution, patchedSolutions, wholeSolutions } from './bank.ts';
import type { Home } from './home.ts';

/** The address of a compiled drill. */
export const drillUrl = (packageRoot: string, slug: string): string =>
  pathToFileURL(path.join(packageRoot, 'dist', 'drills', slug, 'drill.js')).href;

export async function loadDrill({ packageRoot }: Home, slug: string): Promise<Drill<unknown>> {
  const module = (await import(/* @vite-ignore */ drillUrl(packageRoot, slug))) as { default: Drill<unknown> }; // every drill.ts exports its drill
  return module.default;
}

/** The bank of a level; `addressOf` tells where its patches are, which are the compiled ones when it is left out. */
export async function loadBank(
  place: BankPlace,
  addressOf = ({ packageRoot, slug, functions }: BankPlace): string =>
    pathToFileURL(path.join(packageRoot, 'dist', 'drills', slug, 'bank', functions[0] ?? '', 'patches.js')).href,
): Promise<BankSolution[]> {
  const address = addressOf(place);
  const whole = wholeSolutions(place);
  if (!existsSync(fileURLToPath(address))) return whole;
  const { patches } = (await import(/* @vite-ignore */ address)) as { patches: Patches }; // every patches.ts exports them
  return [...whole, ...patchedSolutions(place, patches)];
}
