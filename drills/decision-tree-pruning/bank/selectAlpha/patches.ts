import type { Patches } from '../../../../src/index.ts';

const ASKED = 'return alphas.map((alpha, k) => (k + 1 < alphas.length ? Math.sqrt(alpha * alphas[k + 1]) : Infinity));';
const ASK = 'const asked = alphasToAsk(path);';
const BISECTED = `let low = 0;
  let high = steps.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (steps[middle].ccpAlpha <= alpha) low = middle;
    else high = middle;
  }
  return low;`;
const ANSWER = 'return low;';
const RISK = 'return total(errors) / nSamples;';
const DEVIATION = 'return Math.sqrt((risk * (1 - risk)) / nSamples);';
const DEVIATIONS = 'const standardErrors = risks.map((risk) => standardError(risk, nSamples));';
const BEST = 'const best = risks.indexOf(least(risks));';
const LIMIT = 'const limit = risks[best] + standardErrors[best];';
const LAST = 'return risks.findLastIndex((risk) => risk <= limit);';
const CHOSEN = 'const chosen = choose(risks, standardErrors);';
const RETURN = 'return { ccpAlpha: path[chosen].ccpAlpha, risks, standardErrors };';

const BEGIN = 'if (path[0].ccpAlpha !== 0)';
const FINITE = 'if (!path.every(({ ccpAlpha }) => Number.isFinite(ccpAlpha)))';
const FALLS = 'if (path[k].ccpAlpha < path[k - 1].ccpAlpha)';
const OF_FOLD = 'checkAlphas(fold.path);';
const COUNTS = 'checkCounts(fold);';
const SAMPLES = 'if (!Number.isInteger(nSamples) || nSamples < 1)';
const WHOLE = 'if (!path.every(({ nErrors }) => Number.isInteger(nErrors)))';
const RANGE = 'if (path.some(({ nErrors }) => nErrors < 0 || nErrors > nSamples))';

const GEOMETRIC = 'asked at the geometric mean of two alphas, a fold answers with the last entry that is not above it';
const ALPHAS = 'alphas that do not begin at 0, fall, or are NaN, infinite or negative are a RangeError';
const OUT_OF_RANGE = 'nSamples below 1 or nErrors outside 0 to nSamples, or no integers, are a RangeError';

export const patches: Patches = {
  of: {
    'right/question.ts': {
      rare: [
        ['asks 21 folds at most', 'for (const fold of folds) {', 'for (const fold of folds.slice(0, 21)) {'],
        ['asks 255 folds at most', 'for (const fold of folds) {', 'for (const fold of folds.slice(0, 255)) {'],
        [
          'lets a fold answer with an entry that is above the alpha asked at by less than 1e-7',
          '= alpha',
          '= alpha + 1e-7',
        ],
        [
          'lets a fold answer with an entry that is above the alpha asked at by less than 3e-9',
          '= alpha',
          '= alpha + 3e-9',
        ],
        ['accepts a path that begins below 0', 'ccpAlpha !==', 'ccpAlpha >'],
        ['accepts a path that begins within 1e-9 of 0', 'path[0].ccpAlpha !== 0', 'Math.abs(path[0].ccpAlpha) > 1e-9'],
        ['looks at the first 20 folds only for errors in the input', 'folds.forEach', 'folds.slice(0, 20).forEach'],
        ['looks at `nErrors` of the first 64 entries of a fold only', 'of path', 'of path.slice(0, 64)'],
        ['looks at `nErrors` of the first entry of a fold only', 'of path', 'of path.slice(0, 1)'],
        ['looks at `nErrors` of the last entry of a fold only', 'of path', 'of path.slice(-1)'],
        ['looks at the last fold only for errors in the input', 'folds.forEach', 'folds.slice(-1).forEach'],
        ['counts no more than a million samples in the standard error', ') / nSamples', ') / Math.min(nSamples, 1e6)'],
        [
          'adds errors up in 32 bits without a sign',
          '+= fold.path[i].nErrors',
          '= (errors[k] + fold.path[i].nErrors) >>> 0',
        ],
        [
          'accepts alphas that fall by less than 1e-3',
          'ccpAlpha))',
          `ccpAlpha - 1e-3))
     `,
        ],
        [
          'accepts alphas that fall by less than 1e-9',
          'ccpAlpha))',
          `ccpAlpha - 1e-9))
     `,
        ],
        [
          'accepts a fold of infinitely many samples',
          '!Number.isInteger(nSamples)',
          'Math.floor(nSamples) !== nSamples',
        ],
        ['asks at the largest safe integer for the last entry, not at infinity', 'Infinity', 'Number.MAX_SAFE_INTEGER'],
        ['asks at a million for the last entry, not at infinity', 'Infinity', '1e6'],
        [
          'refuses NaN and infinity only where the last alpha of a path is one',
          '!Number.isFinite(ccpAlpha) || (k > 0 && ccpAlpha < path[k - 1].ccpAlpha))',
          `(k + 1 === path.length && !Number.isFinite(ccpAlpha)) || (k > 0 && ccpAlpha < path[k - 1].ccpAlpha))
     `,
        ],
        [
          'compares risks with the limit in single precision',
          'risks[k] <= limit',
          'Math.fround(risks[k]) <= Math.fround(limit)',
        ],
        ['chooses an entry whose risk is above the limit by less than 1e-6', '= limit', '= limit + 1e-6'],
        [
          'chooses an entry whose risk is above the limit by less than a millionth of it',
          '= limit',
          '= limit * (1 + 1e-6)',
        ],
        [
          'asks at a million where the geometric mean is larger',
          'sqrt(path[k].ccpAlpha * path[k + 1].ccpAlpha',
          'min(1e6, Math.sqrt(path[k].ccpAlpha * path[k + 1].ccpAlpha)',
        ],
        ['accepts NaN for `nErrors`', '!Number.isInteger(nErrors)', 'nErrors % 1 > 0'],
        [
          'accepts errors that are within 1e-6 of a whole number',
          'Number.isInteger(nErrors) || nErrors < 0 || nErrors > nSamples)',
          `(Math.abs(nErrors - Math.round(nErrors)) < 1e-6) || nErrors < 0 || nErrors > nSamples)
     `,
        ],
        ['looks at the first 64 alphas of a path only for their order', 'path.forEach', 'path.slice(0, 64).forEach'],
        [
          'looks at the last two alphas of a path only for their order',
          'ccpAlpha < path[k - 1].ccpAlpha))',
          `k + 1 === path.length && ccpAlpha < path[k - 1].ccpAlpha))
     `,
        ],
        ['adds samples up in 32 bits without a sign', '+= fold.nSamples', '= (nSamples + fold.nSamples) >>> 0'],
        [
          'gives the same list of risks at every call, overwritten',
          'export',
          `const risks: number[] = [];
export`,
          'const risks = errors.map((n) => n',
          `risks.length = 0;
  for (const n of errors) risks.push(n`,
        ],
        [
          'looks for the smallest risk in single precision',
          'let b',
          `const single = new Float32Array(risks);
  let b`,
          'risks[k] < risks',
          'single[k] < single',
        ],
        [
          'takes a risk for the smallest when another one is smaller by less than 3e-9',
          '< risks[best]',
          '< risks[best] - 3e-9',
        ],
      ],
    },
    'right/plain.ts': {
      wrong: [
        // Where a fold is asked, and what it answers.
        [
          'asks at the arithmetic mean of an alpha and the next',
          ASKED,
          ASKED.replace('Math.sqrt(alpha * alphas[k + 1])', '(alpha + alphas[k + 1]) / 2'),
        ],
        ["asks at the entry's own alpha", ASKED, 'return alphas;'],
        ['asks at the own alpha for the last entry, not at infinity', ASKED, ASKED.replace('Infinity', 'alpha')],
        [
          'asks at infinity when the next alpha is 0, by taking 0 for no alpha',
          ASKED,
          ASKED.replace('k + 1 < alphas.length', 'alphas[k + 1]'),
        ],
        [
          'asks at the mean of an alpha and the one before',
          ASKED,
          'return alphas.map((alpha, k) => Math.sqrt(alpha * (alphas[k - 1] ?? alpha)));',
        ],
        ['sorts the alphas asked at with sort(), as strings', ASK, 'const asked = alphasToAsk(path).sort();'],
        [
          'answers with the first of several entries of one alpha',
          ANSWER,
          'return steps.findIndex(({ ccpAlpha }) => ccpAlpha === steps[low].ccpAlpha);',
        ],
        [
          'answers with the first entry whose alpha is not below the one asked at',
          ANSWER,
          `const first = steps.findIndex(({ ccpAlpha }) => ccpAlpha >= alpha);
          return first < 0 ? low : first;`,
        ],
        [
          'answers with the entry of the nearest alpha',
          ANSWER,
          `const after = (steps[low + 1]?.ccpAlpha ?? Infinity) - alpha;
          return after < alpha - steps[low].ccpAlpha ? low + 1 : low;`,
        ],
        [
          'lets a fold answer within a tolerance of 1e-4',
          'if (steps[middle].ccpAlpha <= alpha)',
          'if (steps[middle].ccpAlpha <= alpha + 1e-4)',
        ],
        [
          'answers entry k by the entry k of the fold, or its last',
          'riskAt(alpha, folds, nSamples));',
          'riskAt(asked.indexOf(alpha), folds, nSamples));',
          BISECTED,
          'return Math.min(alpha, steps.length - 1);',
        ],
        ['asks ten folds at most', 'const errors = folds', 'const errors = folds.slice(0, 10)'],
        // Risks and standard errors.
        [
          'takes the mean of the risks of the folds, so that a small fold weighs as much as a large one',
          RISK,
          'return total(errors.map((n, v) => n / folds[v].nSamples)) / folds.length;',
        ],
        [
          'divides by the samples of the first fold times the folds',
          RISK,
          'return total(errors) / (folds[0].nSamples * folds.length);',
        ],
        ['adds errors up in 32 bits', 'values.reduce((a, b) => a + b, 0);', 'values.reduce((a, b) => (a + b) | 0, 0);'],
        [
          'divides by the number of folds in the standard error',
          DEVIATIONS,
          DEVIATIONS.replace('nSamples', 'folds.length'),
        ],
        ['gives the variance of a risk, without the root', DEVIATION, 'return (risk * (1 - risk)) / nSamples;'],
        [
          'gives the deviation of the risks of the folds, over the root of their number',
          DEVIATIONS,
          `const standardErrors = asked.map((alpha, k) => {
            const off = folds.map((fold) => riskAt(alpha, [fold], fold.nSamples) - risks[k]);
            return Math.sqrt(total(off.map((x) => x * x)) / Math.max(off.length - 1, 1) / off.length);
          });`,
        ],
        // The 1-SE rule.
        ['chooses the last entry of the smallest risk, without a standard error', LIMIT, 'const limit = risks[best];'],
        ['chooses the first entry within the limit', LAST, 'return risks.findIndex((risk) => risk <= limit);'],
        [
          'takes the standard error of each entry itself off its risk',
          LAST,
          'return risks.findLastIndex((risk, k) => risk - standardErrors[k] <= risks[best]);',
        ],
        [
          'adds the smallest standard error to the smallest risk',
          LIMIT,
          'const limit = risks[best] + least(standardErrors);',
        ],
        ['allows two standard errors', LIMIT, 'const limit = risks[best] + 2 * standardErrors[best];'],
        [
          'goes on from the smallest risk and stops at the first entry above the limit',
          LAST,
          `let k = best;
          while (risks[k + 1] <= limit) k++;
          return k;`,
        ],
        [
          'wants a risk below the limit, and takes the first smallest risk where none is',
          LAST,
          'return Math.max(best, risks.findLastIndex((risk) => risk < limit));',
        ],
        [
          'takes a smallest risk of 0 for none found yet',
          BEST,
          `let best = 0;
          for (const [k, risk] of risks.entries()) if (!risks[best] || risk < risks[best]) best = k;`,
        ],
        [
          'chooses the fewest nLeaves among the entries within the limit',
          CHOSEN,
          `const limit = risks[choose(risks, risks.map(() => 0))] + standardErrors[risks.indexOf(least(risks))];
          const within = [...path.keys()].filter((k) => risks[k] <= limit);
          const chosen = within.reduce((a, b) => (path[b].nLeaves < path[a].nLeaves ? b : a));`,
        ],
        [
          'adds the training risk of the entries to break ties between the smallest risks',
          CHOSEN,
          CHOSEN.replace('(risks', '(risks.map((risk, k) => risk + path[k].risk)'),
        ],
        [
          'answers with the alpha that was asked at, the geometric mean',
          RETURN,
          `const ccpAlpha = chosen + 1 < path.length ? asked[chosen] : path[chosen].ccpAlpha;
          return { ccpAlpha, risks, standardErrors };`,
        ],
        ['gives the index of the entry for its alpha', RETURN, 'return { ccpAlpha: chosen, risks, standardErrors };'],
        // What is refused.
        [
          'throws an Error that is no RangeError for an empty list of folds',
          "RangeError('no folds')",
          "TypeError('no folds')",
        ],
        [
          'gives NaN for no folds',
          'if (folds.length === 0)',
          'if (false)',
          BEST,
          `if (Number.isNaN(risks[0])) return 0;\n${BEST}`,
        ],
        [
          'looks at the first fold only for errors in the input',
          'for (const fold of folds) {',
          'for (const fold of folds.slice(0, 1)) {',
        ],
        [
          'accepts paths whose alphas begin above 0, and answers with their first entry below it',
          BEGIN,
          'if (path[0].ccpAlpha < 0)',
        ],
        ['accepts alphas that fall', FALLS, 'if (false)'],
        [
          'accepts alphas of a fold that fall',
          OF_FOLD,
          'checkAlphas(fold.path.toSorted((a, b) => a.ccpAlpha - b.ccpAlpha));',
        ],
        [
          'accepts NaN among the alphas, as it neither falls nor is negative',
          FINITE,
          'if (path.some(({ ccpAlpha }) => ccpAlpha === Infinity))',
        ],
        [
          'accepts an infinite last alpha of a fold',
          OF_FOLD,
          'checkAlphas(fold.path.filter(({ ccpAlpha }) => ccpAlpha < Infinity));',
        ],
        ['accepts more errors than samples', RANGE, 'if (path.some(({ nErrors }) => nErrors < 0))'],
        ['accepts errors that are no whole number', WHOLE, 'if (false)'],
        ['accepts samples that are no whole number', SAMPLES, 'if (!(nSamples >= 1 && nSamples < Infinity))'],
        ['accepts a fold of 0 samples', SAMPLES, 'if (!Number.isInteger(nSamples) || nSamples < 0)'],
        [
          'refuses folds whose paths differ in length',
          COUNTS,
          `${COUNTS}\nif (fold.path.length !== folds[0].path.length) throw new RangeError('lengths');`,
        ],
        // What is kept from call to call, and what is changed.
        [
          'remembers answers by the alphas of the path alone',
          RETURN,
          `const key = alphasToAsk(path).join();
          known.set(key, known.get(key) ?? { ccpAlpha: path[chosen].ccpAlpha, risks, standardErrors });
          return known.get(key);`,
          'function checkAlphas',
          'const known = new Map<string, object>();\nfunction checkAlphas',
        ],
        [
          'sorts the folds by their samples in place',
          ASK,
          `(folds as Fold[]).sort((a, b) => a.nSamples - b.nSamples);\n${ASK}`,
        ],
        [
          'leaves an entry at infinity at the end of the path given',
          ASK,
          `(path as object[]).push({ ccpAlpha: Infinity, nLeaves: 1, risk: 1 });
          const asked = alphasToAsk(path.slice(0, -1));`,
        ],
      ],
      slow: [
        [
          'looks through the path of a fold from its end for each entry',
          BISECTED,
          'return steps.findLastIndex(({ ccpAlpha }) => ccpAlpha <= alpha);',
        ],
        [
          'filters the path of a fold for each entry',
          BISECTED,
          'return steps.filter(({ ccpAlpha }) => ccpAlpha <= alpha).length - 1;',
        ],
        [
          'copies the path of a fold to reverse it for each entry',
          BISECTED,
          'return steps.length - 1 - steps.toReversed().findIndex(({ ccpAlpha }) => ccpAlpha <= alpha);',
        ],
        [
          'walks both paths side by side, but starts over in each fold for each entry',
          BISECTED,
          `let k = 0;
          while (k + 1 < steps.length && steps[k + 1].ccpAlpha <= alpha) k++;
          return k;`,
        ],
        [
          'looks for the smallest risk anew for each entry that it compares',
          LAST,
          `return risks.reduce((chosen, risk, k) => {
            const smallest = risks.indexOf(least(risks));
            return risk <= risks[smallest] + standardErrors[smallest] ? k : chosen;
          }, 0);`,
        ],
        [
          'checks each alpha of the path against all the alphas before it',
          FALLS,
          'if (path.slice(0, k).some(({ ccpAlpha }) => ccpAlpha > path[k].ccpAlpha))',
        ],
        [
          'copies the rest of the path with slice for each entry',
          ASKED,
          `const asked: number[] = [];
          for (let rest = alphas; rest.length > 0; rest = rest.slice(1))
            asked.push(rest.length > 1 ? Math.sqrt(rest[0] * rest[1]) : Infinity);
          return asked;`,
        ],
      ],
    },
  },
  told: {
    'asks at infinity when the next alpha is 0, by taking 0 for no alpha': GEOMETRIC,
    'answers with the first of several entries of one alpha': GEOMETRIC,
    'chooses the fewest nLeaves among the entries within the limit': 'nLeaves and risk of path play no part',
    'accepts NaN among the alphas, as it neither falls nor is negative': ALPHAS,
    'accepts a fold of 0 samples': OUT_OF_RANGE,
  },
};
