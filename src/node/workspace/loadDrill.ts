import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Drill } from '../../drill/defineDrill.ts';
import type { Home } from './home.ts';

/** The address of a compiled drill. */
export const drillUrl = (packageRoot: string, slug: string): string =>
  pathToFileURL(path.join(packageRoot, 'dist', 'drills', slug, 'drill.js')).href;

export async function loadDrill({ packageRoot }: Home, slug: string): Promise<Drill<unknown>> {
  const module = (await import(/* @vite-ignore */ drillUrl(packageRoot, slug))) as { default: Drill<unknown> }; // every drill.ts exports its drill
  return module.default;
}
