import { z } from 'zod';
import { SequentialChoices } from '#contract/sequentialChoices';
import { Problem } from '#core/problem';
import { becauseWords } from '#core/reporting/becauseWords';
import type { DoseResponseData } from '#core/reporting/doseResponseFigure';
import { measureOfAnalysis } from '#core/reporting/measureOfAnalysis';
import type { PosteriorData } from '#core/reporting/posteriorFigure';
import type { SequentialData } from '#core/reporting/sequentialFigure';
import { analysedEffects } from '#core/synthesis/analysedEffects';
import { bayesianMeta } from '#core/synthesis/bayes/bayesianMeta';
import { posteriorDensities } from '#core/synthesis/bayes/posteriorDensities';
import { whyNotPrior } from '#core/synthesis/bayes/tauPrior';
import { USUAL_KNOTS } from '#core/synthesis/doseResponse/doseBasis';
import { doseResponse } from '#core/synthesis/doseResponse/doseResponse';
import { DOSE_DESIGNS } from '#core/synthesis/doseResponse/greenlandLongnecker';
import { completedBy } from '#core/synthesis/sequential/sequentialAnalysis';
import { whyNotPlan } from '#core/synthesis/sequential/sequentialChoices';
import { spendingNamed } from '#core/synthesis/sequential/spending';
import { trialSequential } from '#core/synthesis/sequential/trialSequential';
import { type PCurve, pCurve } from '#core/synthesis/smallStudy/pCurve';
import { analysisInput } from '#scripts/commands/plot/analysisInput';
import { parseJson } from '#scripts/commands/plot/parseJson';

const positive = z.number().gt(0);

/** What is believed of τ before the data. */
const tauPrior = z.discriminatedUnion('family', [
  z.object({ family: z.literal('half-normal'), scale: positive }),
  z.object({ family: z.literal('half-cauchy'), scale: positive }),
  z.object({ family: z.literal('half-t'), scale: positive, df: positive }),
  z.object({ family: z.literal('exponential'), rate: positive }),
  z.object({ family: z.literal('uniform'), least: z.number().min(0), most: positive }),
  z.object({ family: z.literal('log-normal-tau-squared'), mean: z.number(), deviation: positive }),
  z.object({ family: z.literal('log-t-tau-squared'), location: z.number(), scale: positive, df: positive }),
]);

const priors = z.object({
  tau: tauPrior.prefault({ family: 'half-normal', scale: 0.5 }),
  mean: z.object({ mean: z.number(), deviation: positive }).nullable().default(null),
});

export const posteriorSchema = z.looseObject({ prior: priors.prefault({}) });

/** An analysis with priors beside it. */
export function posteriorInput(source: string): PosteriorData {
  const { prior, ...rest } = parseJson(posteriorSchema, source);
  const { analysis } = analysisInput(JSON.stringify(rest));
  const effects = analysedEffects(analysis);
  if (effects.yi.length === 0) throw new Problem('invalid', 'no study has an effect');
  const why = whyNotPrior(prior.tau);
  if (why) throw new Problem('invalid', `prior: ${why}`);
  const { mean, predictive, tau } = bayesianMeta(effects, prior, analysis.spec.level);
  const { title, scale, noEffect } = measureOfAnalysis(analysis);
  return {
    ...{ measure: title, scale, noEffect, densities: posteriorDensities(effects, prior) },
    ...{ mean: mean.interval, predictive: predictive.interval, tau: tau.interval },
  };
}

export const sequentialSchema = z.looseObject({
  plan: SequentialChoices,
});

/** A request of a synthesis, its studies in the order of their coming, with a plan of the size that is needed. */
export function sequentialInput(source: string): SequentialData {
  const { plan, ...rest } = parseJson(sequentialSchema, source);
  const { analysis, numbers } = analysisInput(JSON.stringify(rest));
  const { studies, ...effects } = analysedEffects(analysis);
  const persons = studies.map(({ studyId, label }) => {
    const { n1i, n2i, ai, bi, ci, di, ni } = numbers.get(studyId) ?? {};
    const total = (n1i ?? (ai ?? 0) + (bi ?? Number.NaN)) + (n2i ?? (ci ?? 0) + (di ?? Number.NaN));
    const known = Number.isFinite(total) ? total : ni;
    if (!known) throw new Problem('invalid', `${label} doesn't say how many people it had`);
    return known;
  });
  if (studies.length === 0) throw new Problem('invalid', 'no study has an effect');
  const { alpha, beta, heterogeneity } = plan;
  const completed = completedBy(
    plan.anticipated,
    studies.map(({ studyId }) => numbers.get(studyId) ?? {}),
  );
  if (!completed.estimable) throw new Problem('invalid', `the plan leaves to the data what these don't tell`);
  const refusal = whyNotPlan(completed.value);
  if (refusal) throw new Problem('invalid', `no size can be planned: ${becauseWords(refusal)}`);
  return {
    labels: studies.map(({ label }) => label),
    sides: plan.sides,
    alpha,
    analysis: trialSequential(effects, persons, {
      anticipated: completed.value,
      errors: { alpha, beta, sides: plan.sides },
      heterogeneity,
      spending: spendingNamed(plan.spending),
      model: analysis.spec.model === 'fixed' ? 'EE' : 'DL',
    }),
  };
}

export const pCurveSchema = z.object({
  tests: z
    .array(
      z.discriminatedUnion('stat', [
        z.object({ stat: z.literal('t'), value: z.number(), df: positive }),
        z.object({ stat: z.literal('r'), value: z.number(), df: positive }),
        z.object({ stat: z.literal('F'), value: positive, df1: positive, df2: positive }),
        z.object({ stat: z.literal('chi2'), value: positive, df: positive }),
        z.object({ stat: z.literal('z'), value: z.number() }),
      ]),
    )
    .min(1),
});

/** Tests as reported. */
export function pCurveInput(source: string): PCurve {
  const curve = pCurve(parseJson(pCurveSchema, source).tests);
  if (curve.significant === 0) throw new Problem('invalid', 'no test is significant: a p-curve needs p < 0.05');
  return curve;
}

const category = { dose: z.number(), cases: positive, total: positive };
export const doseResponseSchema = z.object({
  dose: z.string().default('Dose').describe('name of the axis, with its unit'),
  measure: z.string().default('Risk ratio'),
  reference: z.number().default(0),
  level: z.number().gt(0).lt(100).default(95),
  curve: z.enum(['linear', 'spline']).default('spline'),
  method: z.enum(['FE', 'ML', 'REML']).default('REML'),
  studies: z
    .array(
      z.object({
        studyId: z.string(),
        design: z.enum(DOSE_DESIGNS),
        reference: z.object(category),
        categories: z.array(z.object({ ...category, logRatio: z.number(), standardError: positive })).min(1),
      }),
    )
    .min(1),
});

/** Categories of exposure of each study. */
export function doseResponseInput(source: string): DoseResponseData {
  const { curve, method, studies, ...words } = parseJson(doseResponseSchema, source);
  const kind = curve === 'linear' ? { kind: curve } : { kind: curve, knotPercentiles: USUAL_KNOTS[3] };
  return { ...words, studies, fit: doseResponse(studies, { curve: kind, method, level: words.level }) };
}
