import { plainModel, toleranceOf } from '#core/reporting/rScript/poolPart';
import { type Check, CLOSED, type ScriptPart } from '#core/reporting/rScript/scriptPart';
import type { Analysis } from '#core/synthesis/analyse';
import { analysedEffects, modelOptionsOf } from '#core/synthesis/analysedEffects';
import { asymmetryTest } from '#core/synthesis/smallStudy/asymmetryTest';
import { rankCorrelation } from '#core/synthesis/smallStudy/rankCorrelation';
import { trimAndFill } from '#core/synthesis/smallStudy/trimAndFill';

/** Egger's and Begg's tests and trim and fill, on the effects and their variances. Null with fewer than three studies. */
export function smallStudyPart(analysis: Pick<Analysis, 'spec' | 'studies'>): ScriptPart | null {
  const effects = analysedEffects(analysis);
  if (effects.yi.length < 3 || new Set(effects.vi).size < 2) return null;
  const { method } = modelOptionsOf(analysis.spec);
  const tolerance = toleranceOf(analysis.spec);
  const egger = asymmetryTest(effects, 'lm');
  const begg = rankCorrelation(effects);
  const hasTies = begg.variance !== begg.varianceWithoutTies;
  const fill = trimAndFill(effects, method);
  const checks: Check[] = [
    { what: 'Egger’s test, t', pooled: egger.statistic, r: 'egger$zval', tolerance: CLOSED },
    { what: 'Egger’s test, p-value', pooled: egger.p, r: 'egger$pval', tolerance: CLOSED },
    { what: 'Begg’s test, tau', pooled: begg.tau, r: 'begg$tau', tolerance: CLOSED },
    { what: 'Begg’s test, p-value', pooled: hasTies ? begg.p : begg.pExact, r: 'begg$pval', tolerance: CLOSED },
    { what: 'trim and fill, studies filled in', pooled: fill.missing, r: 'filled$k0', tolerance: CLOSED },
    {
      what: 'trim and fill, pooled effect',
      pooled: fill.fit.coefficients[0] ?? Number.NaN,
      r: 'coef(filled)',
      tolerance,
    },
  ];
  return {
    title: 'Small-study effects',
    lines: [
      'egger <- regtest(dat$yi, dat$vi, model = "lm")',
      'begg <- suppressWarnings(ranktest(dat$yi, dat$vi))',
      `plain <- rma(yi, vi, data = dat, ${plainModel(method)})`,
      'filled <- trimfill(plain)',
      'print(filled)',
      'print(egger)',
      'print(begg)',
    ],
    checks,
  };
}
