import type { Rows } from '#core/numeric/matrices';
import {
  type AccuracyLogits,
  accuracyLogits,
  correctedDiagnosticTables,
  type DiagnosticTable,
} from '#core/synthesis/diagnostic/diagnosticTable';
import type { ZeroRule } from '#core/synthesis/effects/effectSize';
import { multivariateMeta } from '#core/synthesis/multilevel/multivariateMeta';
import type { FitSearch } from '#core/synthesis/pooledStudies';

/** Mean logit sensitivity and specificity over studies, and how both vary between them. */
export interface AccuracyFit {
  readonly k: number;
  /** Logit sensitivity, logit specificity. */
  readonly means: readonly [number, number];
  readonly covariance: Rows;
  /** Covariance between studies. */
  readonly between: Rows;
  readonly logLikelihood: number;
  readonly search: FitSearch;
}

export interface NormalAccuracyFit extends AccuracyFit {
  /** After the rule for zero cells. */
  readonly tables: readonly DiagnosticTable[];
  readonly logits: readonly AccuracyLogits[];
}

/**
 * The bivariate normal model of diagnostic accuracy: logit sensitivity and specificity of the studies, correlated between
 * studies, independent within. Scale: logit. Takes at least two tables without missing cells; standard errors hold the
 * covariance between studies fixed. Throws RangeError when a zero cell is left by the rule, or there are too few studies.
 * Source: Reitsma et al. (2005), doi:10.1016/j.jclinepi.2005.02.022. Agrees with the reference cases (metafor rma.mv;
 * the AUDIT-C example of mada) within 1e-5.
 */
export function bivariateAccuracy(
  given: readonly DiagnosticTable[],
  method: 'ML' | 'REML',
  zeroCells: { readonly add: number; readonly to: ZeroRule } = { add: 0.5, to: 'if0all' },
): NormalAccuracyFit {
  if (given.length < 2) throw new RangeError('bivariateAccuracy: at least two studies are needed');
  const tables = correctedDiagnosticTables(given, zeroCells.add, zeroCells.to);
  const logits = tables.map(accuracyLogits);
  if (logits.some(one => !Number.isFinite(one.sensitivityVariance + one.specificityVariance)))
    throw new RangeError('bivariateAccuracy: a study has a zero cell; add something to it');
  const fit = multivariateMeta(
    logits.map(one => ({
      y: [one.sensitivity, one.specificity],
      V: [
        [one.sensitivityVariance, 0],
        [0, one.specificityVariance],
      ],
    })),
    method,
  );
  const [sensitivity = Number.NaN, specificity = Number.NaN] = fit.estimates;
  return { ...fit, k: given.length, means: [sensitivity, specificity], tables, logits };
}
