import { type Check, CLOSED, ITERATED, rNumber, type ScriptPart } from '#core/reporting/rScript/scriptPart';
import type { Analysis } from '#core/synthesis/analyse';
import { analysedEffects } from '#core/synthesis/analysedEffects';
import type { AnalysisSpec } from '#core/synthesis/analysisSpec';
import { TEST_OF } from '#core/synthesis/poolRandom';
import type { TauSquaredMethod } from '#core/synthesis/tauSquared/tauSquaredMethod';

type Analysed = Pick<Analysis, 'spec' | 'studies' | 'pooled' | 'predictionInterval' | 'heterogeneity'>;

const ITERATES: ReadonlySet<TauSquaredMethod> = new Set(['REML', 'ML', 'EB', 'PM', 'PMM', 'DLIT', 'SJIT']);

/** Mixed models of counts end where their integrals and optimiser let them: rma.glmm's last digits are its own. */
const MIXED = 2e-3;

export function toleranceOf(spec: Pick<AnalysisSpec, 'model' | 'tauSquared' | 'generalised'>): number {
  if (spec.model === 'random' && spec.generalised) return MIXED;
  return spec.model === 'random' && ITERATES.has(spec.tauSquared) ? ITERATED : CLOSED;
}

/** The generalised Q with inverse variances for weights is DerSimonian and Laird's estimate. */
const METHOD_NAMES: Partial<Readonly<Record<TauSquaredMethod, string>>> = { GENQ: 'DL' };

/** metafor ends its iterations early by default; carried on, they end where ours do. */
const CONTROL = 'control = list(threshold = 1e-12, maxiter = 10000, tol = 1e-12)';

/**
 * What rma can't be asked for is computed before it: the iterated DL swings in metafor and often doesn't end, so the place
 * where it would stand still is searched for; the two-step DL is not there at all.
 */
export const SWINGS: ReadonlySet<TauSquaredMethod> = new Set(['DLIT', 'DL2']);
const TWO_STEPS = [
  'first <- rma(yi, vi, data = dat, method = "DL")',
  'tau2 <- rma(yi, vi, data = dat, method = "GENQ", weights = 1 / (dat$vi + first$tau2))$tau2',
];
const STANDSTILL = [
  'again <- function(tau2) {',
  '  w <- 1 / (dat$vi + tau2)',
  '  q <- sum(w * (dat$yi - weighted.mean(dat$yi, w))^2)',
  '  max(0, (q - (nrow(dat) - 1)) / (sum(w) - sum(w^2) / sum(w)))',
  '}',
  'tau2 <- if (again(0) == 0) 0 else uniroot(function(t) again(t) - t, c(0, 10 * (var(dat$yi) + max(dat$vi))), tol = 1e-14)$root',
];

/** What rma calls a tau^2 method, with what makes it end where ours does. */
export function plainModel(method: TauSquaredMethod): string {
  return method === 'EE' ? 'method = "EE"' : `method = "${METHOD_NAMES[method] ?? method}", ${CONTROL}`;
}

/** What rma is told of the model, but for the effects themselves. */
export function modelArguments(spec: Pick<AnalysisSpec, 'model' | 'tauSquared' | 'interval' | 'level'>): string {
  if (spec.model === 'fixed') return `method = "EE", level = ${rNumber(spec.level)}`;
  const model = SWINGS.has(spec.tauSquared)
    ? 'method = "DL", tau2 = tau2'
    : `method = "${METHOD_NAMES[spec.tauSquared] ?? spec.tauSquared}"`;
  return `${model}, test = "${TEST_OF[spec.interval]}", level = ${rNumber(spec.level)},\n           ${CONTROL}`;
}

/** What a mixed model of counts is called in R. Its conditional exact form needs the package BiasedUrn beside lme4. */
function mixedOfCounts({ measure, model, generalised, level }: AnalysisSpec): string[] | null {
  if (model === 'fixed' || !generalised) return null;
  const counts: Readonly<Record<string, string>> = {
    OR: 'ai = ai, bi = bi, ci = ci, di = di',
    IRR: 'x1i = x1i, t1i = t1i, x2i = x2i, t2i = t2i',
    PLO: 'xi = xi, ni = ni',
    IRLN: 'xi = xi, ti = ti',
  };
  const kind = measure === 'PLO' || measure === 'IRLN' ? '' : `, model = "${generalised}"`;
  return [
    '# needs the package lme4, and for CM.EL also BiasedUrn',
    `res <- rma.glmm(${counts[measure] ?? ''}, measure = "${measure}"${kind}, data = dat, level = ${rNumber(level)})`,
  ];
}

/** Whether the model is one of effects and variances, which metafor's further diagnostics need. */
export function isOfEffects(spec: AnalysisSpec): boolean {
  return spec.model === 'fixed' ? spec.fixedMethod === 'inverse-variance' : !spec.generalised;
}

function fixedFromTables(spec: AnalysisSpec): string[] | null {
  if (spec.model !== 'fixed' || spec.fixedMethod === 'inverse-variance') return null;
  const level = `level = ${rNumber(spec.level)}`;
  if (spec.fixedMethod === 'peto')
    return [`res <- rma.peto(ai = ai, bi = bi, ci = ci, di = di, data = dat, add = 0, to = "none", ${level})`];
  const counts =
    spec.measure === 'IRR' || spec.measure === 'IRD'
      ? 'x1i = x1i, t1i = t1i, x2i = x2i, t2i = t2i'
      : 'ai = ai, bi = bi, ci = ci, di = di';
  const zero = `add = c(${rNumber(spec.zeroCells.add)}, 0), to = c("${spec.zeroCells.to}", "none")`;
  return [
    `res <- rma.mh(${counts}, measure = "${spec.measure}", data = dat,`,
    `              ${zero}, drop00 = FALSE, correct = FALSE, ${level})`,
  ];
}

const CRITICAL: Readonly<Record<string, string>> = {
  't-k-1': 'qt(tail, df = res$k - 1)',
  't-k-2': 'qt(tail, df = res$k - 2)',
  normal: 'qnorm(tail)',
};

function predictionLines({ spec, predictionInterval }: Analysed): { lines: string[]; checks: Check[] } {
  const critical = CRITICAL[spec.predictionInterval];
  if (!predictionInterval.estimable || !critical) return { lines: [], checks: [] };
  const { lower, upper } = predictionInterval.value;
  const tolerance = toleranceOf(spec);
  return {
    lines: [
      '# Where the effect of a new study may lie; versions of metafor differ in which t they take, so it is spelt out',
      `tail <- 1 - (1 - ${rNumber(spec.level)} / 100) / 2`,
      `half <- ${critical} * sqrt(res$se^2 + res$tau2)`,
      'prediction <- as.numeric(coef(res)) + c(-half, half)',
    ],
    checks: [
      { what: 'prediction interval, lower', pooled: lower, r: 'prediction[1]', tolerance },
      { what: 'prediction interval, upper', pooled: upper, r: 'prediction[2]', tolerance },
    ],
  };
}

function heterogeneityChecks({ spec, heterogeneity }: Analysed): { lines: string[]; checks: Check[] } {
  if (!heterogeneity.estimable) return { lines: [], checks: [] };
  const { q, p, iSquaredPercent, tauSquared, tauSquaredInterval } = heterogeneity.value;
  const tolerance = toleranceOf(spec);
  const isRandom = spec.model === 'random';
  if (isRandom && spec.generalised) {
    const ofMixed = [
      { what: 'likelihood-ratio test of heterogeneity', pooled: q, r: 'res$QE.LRT', tolerance },
      ...(tauSquared === null ? [] : [{ what: 'tau squared', pooled: tauSquared, r: 'res$tau2', tolerance }]),
    ];
    return { lines: [], checks: ofMixed };
  }
  const checks: Check[] = [
    { what: 'Q', pooled: q, r: 'res$QE', tolerance: CLOSED },
    { what: 'Q, p-value', pooled: p, r: 'res$QEp', tolerance: CLOSED },
    { what: 'I squared, percent', pooled: iSquaredPercent, r: 'res$I2', tolerance },
    ...(isRandom && tauSquared !== null ? [{ what: 'tau squared', pooled: tauSquared, r: 'res$tau2', tolerance }] : []),
  ];
  if (!isRandom || !tauSquaredInterval || tauSquaredInterval.isEmpty) return { lines: [], checks };
  const { lower, upper } = tauSquaredInterval;
  return {
    lines: [
      'limits <- confint(rma(yi, vi, data = dat, method = "DL",',
      `                      level = ${rNumber(spec.level)}), control = list(tol = 1e-12, maxiter = 10000, tau2.max = ${rNumber(Math.max(100, 10 * upper))}))`,
    ],
    checks: [
      ...checks,
      { what: 'tau squared, lower limit', pooled: lower, r: 'limits$random["tau^2", "ci.lb"]', tolerance: ITERATED },
      { what: 'tau squared, upper limit', pooled: upper, r: 'limits$random["tau^2", "ci.ub"]', tolerance: ITERATED },
    ],
  };
}

/** The lines that pool the studies of `dat` as `res`. */
export function poolLines(spec: AnalysisSpec): string[] {
  const ofCounts = mixedOfCounts(spec) ?? fixedFromTables(spec);
  if (ofCounts) return ofCounts;
  return [
    ...(spec.model === 'random' && SWINGS.has(spec.tauSquared)
      ? spec.tauSquared === 'DL2'
        ? TWO_STEPS
        : STANDSTILL
      : []),
    `res <- rma(yi, vi, data = dat, slab = study, ${modelArguments(spec)})`,
  ];
}

/** Effects of the studies, the pooled effect, heterogeneity and the prediction interval, as `res`. */
export function poolPart(analysis: Analysed): ScriptPart {
  const { spec, pooled } = analysis;
  const { yi, vi, studies } = analysedEffects(analysis);
  const tolerance = toleranceOf(spec);
  const effects = studies.flatMap(({ label }, place): Check[] => [
    { what: `effect of ${label}`, pooled: yi[place] ?? 0, r: `dat$yi[${place + 1}]`, tolerance: CLOSED },
    { what: `variance of ${label}`, pooled: vi[place] ?? 0, r: `dat$vi[${place + 1}]`, tolerance: CLOSED },
  ]);
  const prediction = predictionLines(analysis);
  const heterogeneity = heterogeneityChecks(analysis);
  const checks: Check[] = pooled.estimable
    ? [
        { what: 'pooled effect', pooled: pooled.value.estimate, r: 'coef(res)', tolerance },
        { what: 'standard error', pooled: pooled.value.standardError, r: 'res$se', tolerance },
        { what: 'confidence interval, lower', pooled: pooled.value.lower, r: 'res$ci.lb', tolerance },
        { what: 'confidence interval, upper', pooled: pooled.value.upper, r: 'res$ci.ub', tolerance },
        { what: 'p-value', pooled: pooled.value.p, r: 'res$pval', tolerance },
      ]
    : [];
  return {
    title: 'The pooled effect',
    lines: [...poolLines(spec), 'print(res)', ...heterogeneity.lines, ...prediction.lines],
    checks: [...effects, ...checks, ...heterogeneity.checks, ...prediction.checks],
  };
}
