import type { Report } from './schema.ts';

/** The format that github-action-benchmark calls customSmallerIsBetter. */
export const reportForAction = ({ workloads }: Report): object[] =>
  workloads.flatMap(({ name, contenders }) =>
    contenders.flatMap(({ name: who, status, median, min, spread, samples }) =>
      status !== 'right' || median === undefined
        ? []
        : {
            name: `${name}: ${who}`,
            unit: 'ms',
            value: median,
            range: `\u00b1 ${((spread ?? 0) / 2).toPrecision(3)}`,
            extra: `min ${min?.toPrecision(4)} ms of ${samples.length} samples`,
          },
    ),
  );
