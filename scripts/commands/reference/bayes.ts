import { Problem } from '#core/problem';
import { bayesianMeta, type PosteriorSummary, type SummaryWithShortest } from '#core/synthesis/bayes/bayesianMeta';
import type { MeanPrior } from '#core/synthesis/bayes/givenTau';
import type { TauPrior } from '#core/synthesis/bayes/tauPrior';
import { type CaseArguments, caseArguments } from '#scripts/commands/reference/caseArguments';
import type { ReferenceFile } from '#scripts/commands/reference/referenceFile';

function tauPriorOf(args: CaseArguments): TauPrior {
  const given = caseArguments(args.named('tau_prior'));
  switch (given.text('dist')) {
    case 'half-normal':
      return { family: 'half-normal', scale: given.number('scale') };
    case 'half-cauchy':
      return { family: 'half-cauchy', scale: given.number('scale') };
    case 'half-t':
      return { family: 'half-t', scale: given.number('scale'), df: given.number('df') };
    case 'exponential':
      return { family: 'exponential', rate: given.number('rate') };
    case 'uniform':
      return { family: 'uniform', least: given.number('min', 0), most: given.number('max') };
    case 'lognormal-tau2':
      return { family: 'log-normal-tau-squared', mean: given.number('mean'), deviation: given.number('sd') };
    case 'log-t-tau2':
      return {
        family: 'log-t-tau-squared',
        location: given.number('location'),
        scale: given.number('scale'),
        df: given.number('df'),
      };
    default:
      throw new Problem('invalid', `there is no prior of tau called ${given.text('dist')}`);
  }
}

function meanPriorOf(args: CaseArguments): MeanPrior {
  if (!args.has('mu_prior')) return null;
  const given = caseArguments(args.named('mu_prior'));
  return { mean: given.number('mean', 0), deviation: given.number('sd') };
}

const spell = ({ mean, deviation, median, interval }: PosteriorSummary) => ({
  mean,
  sd: deviation,
  median,
  lb: interval.lower,
  ub: interval.upper,
});

const spellShortest = (summary: SummaryWithShortest) => ({
  ...spell(summary),
  lb_shortest: summary.shortest?.lower ?? null,
  ub_shortest: summary.shortest?.upper ?? null,
});

/** Estimates with `sei` (or `vi`); rows without either are left out. */
export function bayesianRandomEffects(file: ReferenceFile, args: CaseArguments): unknown {
  const studies = file.studies(args.named('columns')).flatMap(({ yi, sei, vi }) => {
    const variance = typeof sei === 'number' ? sei ** 2 : vi;
    return typeof yi === 'number' && typeof variance === 'number' && variance > 0 ? [{ yi, vi: variance }] : [];
  });
  const found = bayesianMeta(
    { yi: studies.map(({ yi }) => yi), vi: studies.map(({ vi }) => vi) },
    { tau: tauPriorOf(args), mean: meanPriorOf(args) },
    args.number('level', 95),
  );
  const column = (value: (one: PosteriorSummary) => number | null) => found.studies.map(value);
  return {
    k: found.k,
    mu: { ...spellShortest(found.mean), p_below_0: found.mean.probabilityBelowZero },
    tau: spellShortest(found.tau),
    predictive: { ...spellShortest(found.predictive), p_below_0: found.predictive.probabilityBelowZero },
    shrinkage: {
      mean: column(one => one.mean),
      sd: column(one => one.deviation),
      median: column(one => one.median),
      lb: column(one => one.interval.lower),
      ub: column(one => one.interval.upper),
    },
    log_bf_tau0: found.logBayesFactorNoHeterogeneity,
    log_marginal: found.logMarginal,
    log_bf_mu0: found.logBayesFactorNoEffect,
  };
}
