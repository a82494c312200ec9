import { isComplete, type Table, tableOf } from '#core/synthesis/effects/twoByTwoTable';
import type { ModelOptions } from '#core/synthesis/fitModel';
import type { Line } from '#core/synthesis/leastSquares';
import { type Included, noValue, numbersOf } from '#core/synthesis/request/includedStudies';
import type { ReportPart } from '#core/synthesis/request/reportItems';
import { asymmetryTest } from '#core/synthesis/smallStudy/asymmetryTest';
import { excessSignificance } from '#core/synthesis/smallStudy/excessSignificance';
import { orwin, rosenberg, rosenthal, rosenthalFisher } from '#core/synthesis/smallStudy/failSafe';
import { lfkIndex } from '#core/synthesis/smallStudy/lfkIndex';
import { limitMeta } from '#core/synthesis/smallStudy/limitMeta';
import { pCurve } from '#core/synthesis/smallStudy/pCurve';
import { petPeese } from '#core/synthesis/smallStudy/petPeese';
import { rankCorrelation } from '#core/synthesis/smallStudy/rankCorrelation';
import {
  arcsineTest,
  debrayTest,
  deeksTest,
  harbordTest,
  macaskillTest,
  petersTest,
} from '#core/synthesis/smallStudy/tableAsymmetry';
import { trimAndFill } from '#core/synthesis/smallStudy/trimAndFill';

/** Below this many studies a test of asymmetry says next to nothing. Source: Sterne et al. (2011), doi:10.1136/bmj.d4002. */
const ENOUGH_FOR_ASYMMETRY = 10;

const cautionOf = ({ yi }: Included) => (yi.length < ENOUGH_FOR_ASYMMETRY ? 'fewer-than-10-studies' : null);

/** A result with what must be said beside it. */
const careful = <T extends object>(studies: Included, result: T) => ({ ...result, caution: cautionOf(studies) });

/** A test on tables; null beside a reason when a study has none. */
function onTables(test: (tables: readonly Table[]) => Line): ReportPart {
  return {
    least: 3,
    compute: studies => {
      const tables = studies.rows.map(row =>
        tableOf(Object.fromEntries(Object.entries(row).flatMap(([n, v]) => (typeof v === 'number' ? [[n, v]] : [])))),
      );
      return tables.every(isComplete) ? careful(studies, test(tables)) : noValue('no-tables');
    },
  };
}

function excessTests(studies: Included, { method }: ModelOptions) {
  return {
    chi2: excessSignificance(studies, method, 'chi2'),
    binomial: excessSignificance(studies, method, 'binom'),
    exact: excessSignificance(studies, method, 'exact'),
  };
}

/** Small-study effects and publication bias, by the words of a report. */
export const biasItems = {
  egger: {
    least: 3,
    compute: (studies, { level }) => careful(studies, asymmetryTest(studies, 'lm', 'sei', level)),
  },
  'egger-mixed': {
    least: 3,
    compute: (studies, { method, level }) => careful(studies, asymmetryTest(studies, method, 'sei', level)),
  },
  begg: { least: 3, compute: studies => careful(studies, rankCorrelation(studies)) },
  harbord: onTables(harbordTest),
  peters: onTables(petersTest),
  macaskill: onTables(tables => macaskillTest(tables, 'inverse-variance')),
  deeks: onTables(deeksTest),
  arcsine: onTables(arcsineTest),
  debray: {
    least: 3,
    compute: studies => {
      const first = numbersOf(studies.rows, 'd1i', 'column of events');
      const second = numbersOf(studies.rows, 'd2i', 'column of events');
      const events = first.map((d, i) => [d, second[i] ?? Number.NaN] as const);
      return careful(studies, {
        inverseVariance: debrayTest(studies, events, 'inverse-variance'),
        events: debrayTest(studies, events, 'events'),
      });
    },
  },
  'trim-and-fill': {
    least: 3,
    compute: (studies, { method }) => {
      const { missing, missingError, side, fit, filled } = trimAndFill(studies, method);
      return careful(studies, {
        missing,
        missingError,
        side,
        filled,
        estimate: fit.coefficients[0],
        standardError: fit.standardErrors[0],
        p: fit.pValues[0],
        lower: fit.lower[0],
        upper: fit.upper[0],
        tauSquared: fit.tauSquared,
        iSquaredPercent: fit.iSquaredPercent,
        q: fit.q,
        k: fit.k,
      });
    },
  },
  'pet-peese': { least: 3, compute: (studies, { level }) => careful(studies, petPeese(studies, level)) },
  'fail-safe': {
    least: 2,
    compute: studies => ({
      rosenthal: rosenthal(studies),
      rosenthalFisher: rosenthalFisher(studies),
      orwin: orwin(studies, false),
      rosenberg: rosenberg(studies),
    }),
  },
  'excess-significance': { least: 2, compute: excessTests },
  'p-curve': {
    least: 1,
    compute: ({ yi, vi }) => pCurve(yi.map((y, i) => ({ stat: 'z', value: y / Math.sqrt(vi[i] ?? Number.NaN) }))),
  },
  limit: {
    least: 3,
    compute: (studies, { method, level }) =>
      new Set(studies.vi).size < 2
        ? noValue('all-studies-equally-precise')
        : careful(studies, limitMeta(studies, method, level)),
  },
  lfk: { least: 3, compute: studies => lfkIndex(studies) },
} as const satisfies Readonly<Record<string, ReportPart>>;
