import type * as reference from '../../../reference/decision-tree-inference/index.ts';
import type { Mutant } from '../../../src/index.ts';
import { type Parts, walking } from './shared.mutants.ts';

const listing = (isListed: Parts['isListed']) => ({ predictWithMissing: walking({ isListed }) });

function inSorted(list: readonly number[], v: number): boolean {
  let low = 0;
  let high = list.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (list[middle] === v) return true;
    if (list[middle] < v) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}

const sides: Mutant<typeof reference>[] = [
  {
    says: 'sends every category right that is not listed left',
    dies: 'a category goes to the side that lists it, and to `missing` if neither does',
    solution: {
      predictWithMissing: walking({
        category: ({ categories }, v, isListed) => (isListed(categories.left, v) ? 'left' : 'right'),
      }),
    },
  },
  {
    says: 'sends every category left that is not listed right',
    dies: 'a category goes to the side that lists it, and to `missing` if neither does',
    solution: {
      predictWithMissing: walking({
        category: ({ categories }, v, isListed) => (isListed(categories.right, v) ? 'right' : 'left'),
      }),
    },
  },
  {
    says: 'throws a `RangeError` for a category that training never saw',
    dies: 'a category goes to the side that lists it, and to `missing` if neither does',
    solution: {
      predictWithMissing: walking({
        category: ({ categories }, v, isListed) => {
          if (isListed(categories.left, v)) return 'left';
          if (isListed(categories.right, v)) return 'right';
          throw new RangeError('an unknown category');
        },
      }),
    },
  },
  {
    says: 'sends a category that training never saw to the side that lists more of them',
    dies: 'a category goes to the side that lists it, and to `missing` if neither does',
    solution: {
      predictWithMissing: walking({
        category: ({ categories: { left, right } }, v, isListed) => {
          if (isListed(left, v)) return 'left';
          return isListed(right, v) || right.length > left.length ? 'right' : 'left';
        },
      }),
    },
  },
  {
    says: 'takes an empty list for "all the others"',
    dies: 'a category goes to the side that lists it, and to `missing` if neither does',
    solution: {
      predictWithMissing: walking({
        category: ({ categories: { left, right }, missing }, v, isListed) => {
          if (isListed(left, v) || (left.length === 0 && !isListed(right, v))) return 'left';
          return isListed(right, v) || right.length === 0 ? 'right' : missing;
        },
      }),
    },
  },
  {
    says: 'takes a category between the listed ones for one of the side',
    dies: 'a category goes to the side that lists it, and to `missing` if neither does',
    solution: listing((list, v) => list.length > 0 && v >= Math.min(...list) && v <= Math.max(...list)),
  },
  {
    says: 'sends a category to the side that lists the nearest one',
    dies: 'a category goes to the side that lists it, and to `missing` if neither does',
    solution: {
      predictWithMissing: walking({
        category: ({ categories: { left, right }, missing }, v) => {
          const nearest = (list: readonly number[]) => Math.min(...list.map((c) => Math.abs(c - v)));
          if (left.length === 0 && right.length === 0) return missing;
          return nearest(left) <= nearest(right) ? 'left' : 'right';
        },
      }),
    },
  },
  {
    says: 'reads a category split as a split at the largest category of the left side',
    dies: 'a category goes to the side that lists it, and to `missing` if neither does',
    solution: {
      predictWithMissing: walking({
        category: ({ categories: { left } }, v) => (v <= Math.max(...left) ? 'left' : 'right'),
      }),
    },
  },
];

const lookups: Mutant<typeof reference>[] = [
  {
    says: 'searches the lists by halves, as if they were sorted',
    dies: 'a category goes to the side that lists it, and to `missing` if neither does',
    solution: listing(inSorted),
  },
  {
    says: 'uses what `find` gives as the truth, so that category 0 is never found',
    dies: 'a category goes to the side that lists it, and to `missing` if neither does',
    solution: listing((list, v) => Boolean(list.find((category) => category === v))),
  },
  {
    says: 'takes the index that `indexOf` gives for the truth, so that the first category is not found and unknown ones are',
    dies: 'a category goes to the side that lists it, and to `missing` if neither does',
    solution: listing((list, v) => Boolean(list.indexOf(v))),
  },
  {
    says: 'does not find the first category of a list, for `indexOf` gives 0',
    dies: 'a category goes to the side that lists it, and to `missing` if neither does',
    solution: listing((list, v) => list.indexOf(v) > 0),
  },
  {
    says: 'asks with `in`, which looks for an index',
    dies: 'a category goes to the side that lists it, and to `missing` if neither does',
    solution: listing((list, v) => v in list),
  },
  {
    says: 'compares categories with `Object.is`, so that 0 and -0 are two',
    dies: 'categories are equal as numbers: 0 and -0 are one, and no two others are',
    solution: listing((list, v) => list.some((category) => Object.is(category, v))),
  },
  {
    says: 'cuts the fractions off the categories',
    dies: 'categories are equal as numbers: 0 and -0 are one, and no two others are',
    solution: listing((list, v) => Int32Array.from(list).includes(Math.trunc(v))),
  },
  {
    says: 'keeps the categories in a `Float32Array`',
    dies: 'categories are equal as numbers: 0 and -0 are one, and no two others are',
    solution: listing((list, v) => Float32Array.from(list).includes(v)),
  },
  {
    says: 'compares the categories in single precision',
    dies: 'categories are equal as numbers: 0 and -0 are one, and no two others are',
    solution: listing((list, v) => Float32Array.from(list).includes(Math.fround(v))),
  },
  {
    says: 'compares categories within 1e-9',
    dies: 'categories are equal as numbers: 0 and -0 are one, and no two others are',
    solution: listing((list, v) => list.some((category) => Math.abs(category - v) < 1e-9)),
  },
  {
    says: 'keeps the categories as bits of one integer, so that 32 is taken for 0',
    dies: 'categories are equal as numbers: 0 and -0 are one, and no two others are',
    solution: listing((list, v) => (list.reduce((bits, category) => bits | (1 << category), 0) & (1 << v)) !== 0),
  },
  {
    says: 'keys the categories by their absolute value',
    dies: 'categories are equal as numbers: 0 and -0 are one, and no two others are',
    solution: listing((list, v) => new Set(list.map(Math.abs)).has(Math.abs(v))),
  },
  {
    says: 'writes the list as one text and looks for the number in it',
    dies: 'a category goes to the side that lists it, and to `missing` if neither does',
    solution: listing((list, v) => list.join().includes(String(v))),
  },
  {
    says: 'keys the categories by a text of six decimals',
    dies: 'categories are equal as numbers: 0 and -0 are one, and no two others are',
    solution: listing((list, v) => new Set(list.map((category) => category.toFixed(6))).has(v.toFixed(6))),
  },
];

export const categories: Mutant<typeof reference>[] = [...sides, ...lookups];
