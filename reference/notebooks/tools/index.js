import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parseHTML } from 'linkedom';

// What the notebooks need beside the references: a page to draw on, the data, and a way to show a picture in any kernel.

/** Where Observable Plot draws. */
export const page = parseHTML('<!doctype html><html><body></body></html>').document;

/** Reads one of the sets in reference/data: rows, classes by number, and the names of both. */
export function readData(name) {
  const file = path.join(
    import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname),
    '../../data',
    `${name}.csv`,
  );
  const [header, ...rows] = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  const classes = rows.map((row) => row.at(-1));
  const classNames = [...new Set(classes)].sort();
  return {
    X: rows.map((row) => row.slice(0, -1).map(Number)),
    y: classes.map((label) => classNames.indexOf(label)),
    featureNames: header.slice(0, -1),
    classNames,
  };
}

/**
 * The Deno kernel may say that a cell has ended before the pictures of that cell have left; programs that execute notebooks then
 * miss them. After so long they have left.
 */
const LEAVES_MS = 100;

/** Shows a picture, with its text alternative, in the Deno kernel and in tslab: resolves when the cell may end. */
export async function show(svg, alternative) {
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', alternative);
  for (const each of [svg, ...svg.querySelectorAll('svg')]) each.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  const html = svg.outerHTML;
  if (!('Deno' in globalThis)) {
    createRequire(import.meta.url)('tslab').display.html(html);
    return;
  }
  const data = { 'text/html': html, 'text/plain': alternative };
  await globalThis.Deno.jupyter.broadcast('display_data', { data, metadata: {}, transient: {} });
  await new Promise((resolve) => setTimeout(resolve, LEAVES_MS));
}

/** Colours of Okabe and Ito, which colour-blind people can tell apart. */
export const colours = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#000000'];
