import type * as reference from '../../reference/k-nearest-neighbors/index.ts';
import { booleanValue, defineLevel, type Growth, integerIn, listOf, randomInteger, shuffled } from '../../src/index.ts';
import { dynamicLaws, rangeErrorLaws } from './createDynamicIndex/laws.ts';

type Solution = typeof reference;
type Gate = Growth<Solution>;
type Rows = readonly (readonly number[])[];

const times = <Item>(n: number, make: (i: number) => Item): Item[] => Array.from({ length: n }, (_, i) => make(i));

/** Rows of which no two share a coordinate. */
const distinctRows = (n: number, random: () => number, nFeatures = 2): Rows => {
  const columns = times(nFeatures, () =>
    shuffled(
      times(n, (i) => i),
      random,
    ),
  );
  return times(n, (i) => columns.map((column) => column[i]));
};

function filled({ createDynamicIndex }: Solution, X: Rows) {
  const index = createDynamicIndex(X[0].length);
  for (const row of X) index.insert(row);
  return index;
}

const gate = (on: string, workload: Gate['workload'], beyond?: Gate['workload']): Gate => ({
  variable: 'nSamples',
  on,
  measures: ['steps'],
  workload,
  ...(beyond ? { beyond } : {}),
});

const inserting = gate('inserts', (nSamples, random) => {
  const X = distinctRows(nSamples, random);
  return (solution) => {
    filled(solution, X);
  };
});

/** A list of what has gone is short for long: it shows less than half a power. */
const removing: Gate = {
  ...gate('inserts and then removals, shuffled', (nSamples, random) => {
    const X = distinctRows(nSamples, random);
    const order = shuffled(
      X.map((_, i) => i),
      random,
    );
    return (solution) => {
      const index = filled(solution, X);
      for (const id of order) index.remove(id);
    };
  }),
  limit: 0.25,
};

/** Rows that are found by what they hold are all in one place here. */
const removingEqual: Gate = {
  ...gate('inserts of equal rows and then removals, shuffled', (nSamples, random) => {
    const X = times(nSamples, () => [1, 2]);
    const order = shuffled([...X.keys()], random);
    return (solution) => {
      const index = filled(solution, X);
      for (const id of order) index.remove(id);
    };
  }),
  limit: 0.25,
};

const changing = gate('a query after each insert, k = 1', (nSamples, random) => {
  const X = distinctRows(nSamples, random);
  return ({ createDynamicIndex }) => {
    const index = createDynamicIndex(2);
    for (const row of X) {
      index.insert(row);
      index.query(row, 1);
    }
  };
});

/** Oldest first, as a window over a stream removes them. */
const ageing: Gate = {
  ...gate('inserts and then removals, oldest first', (nSamples, random) => {
    const X = distinctRows(nSamples, random);
    return (solution) => {
      const index = filled(solution, X);
      for (let id = 0; id < nSamples; id++) index.remove(id);
    };
  }),
  limit: 0.25,
};

const insertingEqual = gate('inserts of equal rows', (nSamples) => {
  const X = times(nSamples, () => [1, 2]);
  return (solution) => {
    filled(solution, X);
  };
});

/** The same with rows that go up in every feature: a tree that only grows at its leaves becomes a chain. */
const climbing: Gate = {
  ...gate('a query after each insert of ascending rows, k = 1', (nSamples) => {
    const X = times(nSamples, (i) => [i, 2 * i]);
    return ({ createDynamicIndex }) => {
      const index = createDynamicIndex(2);
      for (const row of X) {
        index.insert(row);
        index.query(row, 1);
      }
    };
  }),
  limit: 0.5,
};

const N_QUERIES = 64;
const N_LEFT = 16;

/** Rows of which most go again; then queries, or none. */
const thinned =
  (nQueries: number): Gate['workload'] =>
  (nSamples, random) => {
    const X = distinctRows(nSamples, random);
    const order = shuffled(
      X.map((_, i) => i),
      random,
    ).slice(N_LEFT);
    const queries = times(nQueries, () => times(2, () => randomInteger(random, 0, nSamples)));
    return (solution) => {
      const index = filled(solution, X);
      for (const id of order) index.remove(id);
      for (const query of queries) index.query(query, 3);
    };
  };

const thinning = gate(`${N_QUERIES} queries once all but ${N_LEFT} rows have gone`, thinned(N_QUERIES), thinned(0));

const querying = (nFeatures: number, on: string): Gate =>
  gate(
    on,
    (nSamples, random) => {
      const X = distinctRows(nSamples, random, nFeatures);
      const queries = times(N_QUERIES, () => times(nFeatures, () => randomInteger(random, 0, nSamples)));
      return (solution) => {
        const index = filled(solution, X);
        for (const query of queries) index.query(query, 3);
      };
    },
    (nSamples, random) => {
      const X = distinctRows(nSamples, random, nFeatures);
      return (solution) => {
        filled(solution, X);
      };
    },
  );

/** Level 5: exact search of rows that come and go. */
export const createDynamicIndexLevel = defineLevel<Solution>()({
  functions: ['createDynamicIndex'],
  title: 'Exact neighbours while rows come and go',
  returns: {},
  methods: {
    createDynamicIndex: {
      name: 'index',
      asks: ['query'],
      returns: {
        insert: () => integerIn(0, Infinity),
        remove: () => booleanValue,
        query: ([, k]) => listOf(integerIn(0, Infinity), k),
      },
    },
  },
  laws: [...dynamicLaws, ...rangeErrorLaws],
  growth: [
    inserting,
    insertingEqual,
    removing,
    removingEqual,
    ageing,
    changing,
    climbing,
    querying(2, `${N_QUERIES} queries, k = 3`),
    querying(3, `${N_QUERIES} queries of three features, k = 3`),
    thinning,
  ],
  hints: [
    'Building a good structure costs n log n. How often can you afford to build it while n rows come?',
    'Keep several structures: their answers can be put together, since the k nearest of all are among the k nearest of each.',
    'Like a binary counter: structures of 1, 2, 4, 8 ... rows. Two of one size become one of the next, so a row is built into log n of them.',
    'A removal only marks its row, and queries pass marked rows over. When half of all are marked, build what is left anew: that is paid for by the removals before.',
  ],
});
