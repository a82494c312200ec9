import { bayesPart } from '#core/reporting/rScript/bayesPart';
import { scriptOf } from '#core/reporting/rScript/metaforScript';
import { rNumber, rText, rVector } from '#core/reporting/rScript/scriptPart';
import type { Analysis } from '#core/synthesis/analyse';
import type { BayesianMeta } from '#core/synthesis/bayes/bayesianMeta';
import type { TauPrior } from '#core/synthesis/bayes/tauPrior';

/** A script for base R that integrates the Bayesian analysis of an outcome anew; a flat prior of the mean. */
export function bayesScript(
  { studies, spec }: Pick<Analysis, 'studies' | 'spec'>,
  found: BayesianMeta,
  tau: TauPrior,
): string {
  const used = studies.flatMap(({ label, effect }) => (effect.estimable ? [{ label, ...effect.value }] : []));
  return scriptOf(
    [`Bayesian random-effects analysis of ${used.length} studies, exported by Pooled`],
    [
      {
        title: 'Effects and their variances, on the analysis scale',
        lines: [
          'dat <- data.frame(',
          `  study = ${rVector(used.map(({ label }) => rText(label)))},`,
          `  yi = ${rVector(used.map(({ yi }) => rNumber(yi)))},`,
          `  vi = ${rVector(used.map(({ vi }) => rNumber(vi)))}`,
          ')',
        ],
        checks: [],
      },
      bayesPart(found, { tau, mean: null }, spec.level),
    ],
  );
}
