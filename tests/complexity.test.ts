import { describe, expect, test } from 'vitest';
import { differenceBetween, exponentAt, withoutDominated } from '../src/complexity/compare.ts';
import { parseComplexity, type Variables } from '../src/complexity/parse.ts';
import { complexityText } from '../src/complexity/text.ts';

const variables: Variables = { nSamples: ['n'], nClusters: ['k'], nFeatures: ['d'], nIter: ['i'], depth: [] };
const names = Object.keys(variables);

function sumOf(text: string) {
  const parsed = parseComplexity(text, variables);
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.sum;
}

const reasonFor = (text: string) => {
  const parsed = parseComplexity(text, variables);
  return parsed.ok ? undefined : parsed.reason;
};

const same = (a: string, b: string) => differenceBetween(sumOf(a), sumOf(b), names) === undefined;

describe('a complexity', () => {
  test.each([
    ['n * k * d', 'O(ndk)'],
    ['n * k * d', 'nSamples nClusters nFeatures'],
    ['n log n', 'O(n*log2(n))'],
    ['nlogn', 'n ln(n^2)'],
    ['n^2', 'n * n'],
    ['n²', 'n**2 + 3n'],
    ['n + k', 'max(n, k)'],
    ['(n + k) * d', 'n d + k d'],
    ['n log(n k)', 'n log n + n log k'],
    ['log^2 n', 'log(n) * log(n)'],
    ['sqrt(n)', 'n^0.5'],
    ['2^depth n', 'n * 2**depth + n^3'.replace(' + n^3', '')],
    ['1', 'O(5)'],
    ['n k', '2 * N * K - n'],
  ])('%s is %s', (a, b) => expect(same(a, b)).toBe(true));

  test.each([
    ['n', 'n log n'],
    ['n', 'n k'],
    ['n + k', 'n'],
    ['n + k', 'n k'],
    ['n^2', 'n^2 log n'],
    ['2^depth', '3^depth'],
    ['2^depth', 'depth^9'],
  ])('%s is not %s', (a, b) => expect(same(a, b)).toBe(false));

  test('may leave out what a bound makes smaller', () => {
    const atMost = [['nClusters', 'nSamples']] as const;
    expect(differenceBetween(sumOf('n + k'), sumOf('n'), names, atMost)).toBeUndefined();
    expect(differenceBetween(sumOf('k + d'), sumOf('n + d'), names, atMost)).toEqual({
      variables: ['nSamples'],
      relation: 'slower',
    });
  });

  test('parts from another in variables that one of them names', () => {
    const atMost = [['nClusters', 'nSamples']] as const;
    expect(differenceBetween(sumOf('1'), sumOf('k'), names, atMost)).toEqual({
      variables: ['nClusters'],
      relation: 'slower',
    });
  });

  test('parts from another where fewest variables grow', () => {
    expect(differenceBetween(sumOf('n^2 + k'), sumOf('n + k'), names)).toEqual({
      variables: ['nSamples'],
      relation: 'faster',
    });
    expect(differenceBetween(sumOf('n + k'), sumOf('n k'), names)).toEqual({
      variables: ['nSamples', 'nClusters'],
      relation: 'slower',
    });
  });

  test('is written without what does not matter', () => {
    expect(complexityText(withoutDominated(sumOf('n + 3 n k + k + n k + log n'), names))).toBe('nSamples * nClusters');
    expect(complexityText(withoutDominated(sumOf('n log(n)^2 + 2^depth + 7'), names))).toBe(
      'nSamples * log(nSamples)^2 + 2^depth',
    );
    expect(complexityText(sumOf('12'))).toBe('1');
  });

  test('predicts the exponent that counts show', () => {
    const counted = (f: (n: number) => number) => Math.log(f(2048) / f(1024)) / Math.log(2);
    expect(exponentAt(sumOf('n log n'), 'nSamples', 1448)).toBeCloseTo(
      counted((n) => n * Math.log(n)),
      2,
    );
    expect(exponentAt(sumOf('n^2 k'), 'nSamples', 1448)).toBe(2);
    expect(exponentAt(sumOf('n^2 k'), 'nClusters', 1448)).toBe(1);
  });

  test.each([
    ['', 'it is empty'],
    [
      'n * m',
      '"m" is not one of its variables, which are nSamples (n), nClusters (k), nFeatures (d), nIter (i), depth',
    ],
    ['n * (k', 'a ")" is missing'],
    ['n +', 'the end is not expected there'],
    ['n ^ k', 'only a number may stand above a variable, as in n^2'],
    ['2 ^ (n k)', 'only one variable may stand above a number, as in 2^depth'],
    ['log log n', 'a logarithm of a logarithm is not understood'],
    ['n % 2', '"%" is not understood'],
    [')', '")" is not expected there'],
  ])('that reads %j is refused with the reason', (text, reason) => expect(reasonFor(text)).toBe(reason));
});
