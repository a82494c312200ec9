import { Problem } from '#core/problem';
import { effectSizes, isEffectMeasure } from '#core/synthesis/effects/measures';
import { ratesOf } from '#core/synthesis/effects/rates';
import { isComplete, isDoubleZero, tableOf } from '#core/synthesis/effects/twoByTwoTable';
import { fitModel } from '#core/synthesis/fitModel';
import type { GeneralisedData } from '#core/synthesis/generalised/countsOfStudies';
import {
  type GeneralisedFit,
  type GeneralisedModel,
  generalisedMeta,
} from '#core/synthesis/generalised/generalisedMeta';
import type { CaseArguments } from '#scripts/commands/reference/caseArguments';
import type { ReferenceFile } from '#scripts/commands/reference/referenceFile';

function dataOf(file: ReferenceFile, args: CaseArguments): { data: GeneralisedData; k: number } {
  const studies = file.studies(args.named('columns'));
  switch (args.text('measure')) {
    case 'OR': {
      const tables = studies.map(tableOf).filter(table => isComplete(table) && !isDoubleZero(table));
      return { data: { kind: 'tables', tables }, k: tables.length };
    }
    case 'IRR': {
      const rates = studies.flatMap(study => {
        const [one, two] = ratesOf(study);
        const rate = { x1: one.events, t1: one.time, x2: two.events, t2: two.time };
        return rate.x1 + rate.x2 > 0 ? [rate] : [];
      });
      return { data: { kind: 'rates', rates }, k: rates.length };
    }
    case 'PLO': {
      const proportions = studies.flatMap(({ xi, ni }) =>
        typeof xi === 'number' && typeof ni === 'number' ? [{ x: xi, n: ni }] : [],
      );
      return { data: { kind: 'proportions', proportions }, k: proportions.length };
    }
    default:
      throw new Problem('invalid', `there is no mixed model for ${args.text('measure')}`);
  }
}

/** "Typical" sampling variance of the studies' own estimates, which I^2 and H^2 compare tau^2 with. */
function typicalVariance(file: ReferenceFile, args: CaseArguments): number {
  const measure = args.text('measure');
  if (!isEffectMeasure(measure)) return Number.NaN;
  const effects = effectSizes(measure, file.studies(args.named('columns')), { drop00: measure !== 'PLO' }).flatMap(
    effect => (effect.estimable ? [effect.value] : []),
  );
  return fitModel({ yi: effects.map(({ yi }) => yi), vi: effects.map(({ vi }) => vi) }, { method: 'EE', test: 'z' })
    .typicalVariance;
}

/**
 * The reference prints other likelihoods where quadrature is used: with one random effect it is relative to the saturated
 * model, and that of random-effects fits is the saturated one less half the deviance at the modes.
 */
function logLikelihoodAsPrinted(fit: GeneralisedFit, model: string, random: boolean): number {
  if (model === 'UM.RS') return random ? fit.logLikelihood : fit.logLikelihood - fit.saturatedLogLikelihood;
  return random && Number.isFinite(fit.logLikelihoodAtModes) ? fit.logLikelihoodAtModes : fit.logLikelihood;
}

export function rmaGlmm(file: ReferenceFile, args: CaseArguments): unknown {
  const { data, k } = dataOf(file, args);
  const model = args.text('model') === 'default' ? 'CM.AL' : (args.text('model') as GeneralisedModel); // one of four words
  const fit = generalisedMeta(data, model, args.text('method') === 'ML', args.number('level', 95));
  const typical = typicalVariance(file, args);
  return {
    estimate: fit.estimate,
    se: fit.standardError,
    stat: fit.statistic,
    pval: fit.p,
    ci_lb: fit.lower,
    ci_ub: fit.upper,
    tau2: fit.tauSquared,
    I2: (100 * fit.tauSquared) / (fit.tauSquared + typical),
    H2: fit.tauSquared / typical + 1,
    QE_Wld: fit.wald?.statistic ?? null,
    QEp_Wld: fit.wald?.p ?? null,
    QE_LRT: fit.likelihoodRatio.statistic,
    QEp_LRT: fit.likelihoodRatio.p,
    QE_df: fit.df,
    ll: logLikelihoodAsPrinted(fit, args.text('model'), args.text('method') === 'ML'),
    k,
    sigma2: fit.studyVariance,
  };
}
