import { readFileSync } from 'node:fs';
import path from 'node:path';

export type DataName = 'iris' | 'wine' | 'breast_cancer' | 'digits' | 'penguins';

/** One of the sets in reference/data, which says where they come from. */
export interface Data {
  /** (nSamples, nFeatures); NaN is a missing value. */
  readonly X: readonly (readonly number[])[];
  /** The class of each row (nSamples), by its place in `classNames`. */
  readonly y: readonly number[];
  readonly featureNames: readonly string[];
  readonly classNames: readonly string[];
}

/** Reads a set. Names in a feature are numbered in alphabetical order, and so are classes. */
export function readData(name: DataName): Data {
  const file = path.join(import.meta.dirname, '../reference/data', `${name}.csv`);
  const [header = [], ...rows] = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  const columns = header.map((_, j) => rows.map((row) => row[j] ?? 'NA'));
  const labels = columns.pop() ?? [];
  const classNames = namesIn(labels);
  const features = columns.map(toNumbers);
  return {
    X: rows.map((_, i) => features.map((values) => values[i] ?? Number.NaN)),
    y: labels.map((label) => classNames.indexOf(label)),
    featureNames: header.slice(0, -1),
    classNames,
  };
}

const namesIn = (column: readonly string[]): string[] => [...new Set(column)].filter((cell) => cell !== 'NA').sort();

/** A column as numbers: those it has, or else the places of its names. */
function toNumbers(column: readonly string[]): number[] {
  const names = namesIn(column);
  const areNumbers = names.every((name) => Number.isFinite(Number(name)));
  return column.map((cell) => {
    if (cell === 'NA') return Number.NaN;
    return areNumbers ? Number(cell) : names.indexOf(cell);
  });
}
