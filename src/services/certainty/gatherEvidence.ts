import { OVERALL } from '#core/appraisal/assess';
import { isHighRisk, type Judgement } from '#core/appraisal/judgements';
import { canonicalJson } from '#core/audit/chain';
import type { Bounded, Evidence } from '#core/certainty/evidence';
import { kindOfOutcome } from '#core/extraction/kinds/outcomeKinds';
import { displayScale, type ScaleName } from '#core/reporting/displayScale';
import { measureOfOutcome, outcomeMeasure } from '#core/reporting/outcomeMeasure';
import { type Analysis as Analysed, type AnalysedStudy, analyse } from '#core/synthesis/analyse';
import { asymmetryTest } from '#core/synthesis/smallStudy/asymmetryTest';
import type { UsedStudy } from '#core/synthesis/whatChanged';
import type { Analysis } from '#entities/Analysis';
import type { GradingGrounds } from '#entities/CertaintyGrading';
import { MinimalDifference } from '#entities/MinimalDifference';
import { type ListedAppraisal, loadAppraisals, settledOf } from '#services/appraisal/readAppraisals';
import type { Context } from '#services/context';
import { studiesUsed } from '#services/synthesis/computeAnalysis';
import { type OutcomeData, outcomeDataOf, type SynthesisData } from '#services/synthesis/outcomeData';
import { choicesOf, isOlderThan } from '#services/synthesis/readAnalyses';

/** All that certainty looks at, read once for a review. */
export interface Ground {
  readonly all: SynthesisData;
  readonly appraisals: readonly ListedAppraisal[];
  readonly thresholds: ReadonlyMap<string, MinimalDifference>;
}

export async function loadGround(ctx: Context, reviewId: string, all: SynthesisData): Promise<Ground> {
  const thresholds = await ctx.db.findBy(MinimalDifference, { reviewId });
  return {
    all,
    appraisals: await loadAppraisals(ctx, reviewId),
    thresholds: new Map(thresholds.map(one => [one.outcomeId, one])),
  };
}

export interface Gathered {
  readonly evidence: Evidence;
  readonly data: OutcomeData;
  readonly grounds: GradingGrounds;
  /** The stored result was computed from other data than today's. */
  readonly isStale: boolean;
  /** Randomised trials were judged by RoB 2. */
  readonly isRandomised: boolean;
}

/** What the data say of an analysis, from its stored result; null where its outcome is gone. */
export function gatherEvidence(ctx: Context, row: Analysis, ground: Ground): Gathered | null {
  const outcome = ground.all.outcomes.find(one => one.outcomeId === row.outcomeId);
  if (!outcome) return null;
  const data = outcomeDataOf(ground.all, outcome);
  const choices = choicesOf(row);
  const { per } = choices.specification.doseResponse ?? { per: 1 };
  const result = row.result as Analysed | null; // written by computeAnalysis
  const ownWords = outcomeMeasure(outcome, data.isRatio, per);
  // What isn't told by arm has no absolute effect: its measure counts as the study's own estimate. Hazards have one.
  const ownMeasure = outcome.kind === 'time-to-event' ? 'HR' : 'GEN';
  const measure = ownWords ? ownMeasure : choices.specification.measure;
  const analysed = { spec: choices.specification, studies: result?.studies ?? [] };
  const { title: measureTitle, scale, noEffect } = measureOfOutcome(analysed, outcome, data.isRatio, per);
  const isRatio = scale === 'log' && noEffect !== null;
  const pooledIds = new Set((result?.studies ?? []).flatMap(one => (one.weightPercent === null ? [] : [one.studyId])));
  const pooled = studiesUsed(data, choices).filter(study => pooledIds.has(study.studyId));
  const judged = judgementsOf(ground.appraisals, row.outcomeId);
  const threshold = ground.thresholds.get(row.outcomeId)?.value ?? null;
  const evidence: Evidence = {
    outcomeKind: outcome.kind,
    measure,
    measureTitle,
    isRatio,
    isOfOneGroup: kindOfOutcome(outcome.kind).takes === 'whole',
    noEffect: noEffect === null ? null : displayScale(scale).show(noEffect),
    isLowerBetter: outcome.isLowerBetter,
    unit: outcome.unit,
    k: result?.k ?? 0,
    ...peopleIn(pooled),
    effect: result?.pooled.estimable ? shown(result.pooled.value, scale) : null,
    prediction: result?.predictionInterval.estimable ? shownEnds(result.predictionInterval.value, scale) : null,
    iSquaredPercent: result?.heterogeneity.estimable ? result.heterogeneity.value.iSquaredPercent : null,
    tauSquared: result?.heterogeneity.estimable ? result.heterogeneity.value.tauSquared : null,
    riskOfBias: biasIn(result, pooled, judged, scale),
    smallStudyP: smallStudyP(result),
    threshold,
  };
  const ofPooled = [...judged].filter(([studyId]) => pooledIds.has(studyId)).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    evidence,
    data,
    isStale: isOlderThan(ctx, row, data),
    isRandomised: ground.appraisals.some(
      one => one.appraisal.tool === 'rob2' && one.appraisal.outcomeId === row.outcomeId,
    ),
    grounds: {
      analysis: row.dataFingerprint ?? '',
      riskOfBias: ctx.sha256(canonicalJson(ofPooled)),
      threshold: String(threshold ?? ''),
    },
  };
}

/** The overall judgement of each study for an outcome: that of the result, or else that of the study. */
export function judgementsOf(appraisals: readonly ListedAppraisal[], outcomeId: string): Map<string, Judgement> {
  const judged = new Map<string, Judgement>();
  const inOrder = [
    ...appraisals.filter(one => one.outcome === null),
    ...appraisals.filter(one => one.outcome?.outcomeId === outcomeId),
  ];
  for (const one of inOrder) {
    const overall = settledOf(one)?.judged[OVERALL]?.judgement;
    if (overall) judged.set(one.study.studyId, overall);
  }
  return judged;
}

function shown({ estimate, lower, upper }: Bounded, scale: ScaleName): Bounded {
  const { show } = displayScale(scale);
  return { estimate: show(estimate), lower: show(lower), upper: show(upper) };
}

function shownEnds({ lower, upper }: { lower: number; upper: number }, scale: ScaleName) {
  const { show } = displayScale(scale);
  return { lower: show(lower), upper: show(upper) };
}

/** People, events, and the comparator groups of the pooled studies, as far as their numbers say. */
function peopleIn(studies: readonly UsedStudy[]) {
  const groups = studies.map(({ numbers }) => numbers);
  const isCounted = groups.length > 0 && groups.every(({ n1i, n2i }) => n1i !== undefined && n2i !== undefined);
  const isOneGroup = groups.length > 0 && groups.every(({ ni }) => ni !== undefined);
  const hasEvents = isCounted && groups.every(({ ai, ci }) => ai !== undefined && ci !== undefined);
  const sum = (of: (numbers: UsedStudy['numbers']) => number) =>
    groups.reduce((total, numbers) => total + of(numbers), 0);
  return {
    people: isCounted ? sum(({ n1i = 0, n2i = 0 }) => n1i + n2i) : isOneGroup ? sum(({ ni = 0 }) => ni) : null,
    events: hasEvents ? sum(({ ai = 0, ci = 0 }) => ai + ci) : null,
    controlRisks: hasEvents ? groups.flatMap(({ ci = 0, n2i = 0 }) => (n2i > 0 ? [ci / n2i] : [])) : [],
  };
}

function biasIn(
  result: Analysed | null,
  pooled: readonly UsedStudy[],
  judged: ReadonlyMap<string, Judgement>,
  scale: ScaleName,
): Evidence['riskOfBias'] {
  const high = new Set(pooled.flatMap(({ studyId }) => (isHighRisk(judged.get(studyId) ?? 'low') ? [studyId] : [])));
  const weight = (result?.studies ?? []).reduce(
    (sum, one) => sum + (high.has(one.studyId) ? (one.weightPercent ?? 0) : 0),
    0,
  );
  const rest: AnalysedStudy[] = pooled.filter(({ studyId }) => !high.has(studyId));
  const again = result && high.size > 0 && rest.length > 0 ? analyse(result.spec, rest) : null;
  return {
    judged: pooled.filter(({ studyId }) => judged.has(studyId)).length,
    high: high.size,
    percentHigh: weight,
    withoutHigh: again?.pooled.estimable ? { ...shown(again.pooled.value, scale), k: again.k } : null,
  };
}

/** Egger's regression, from ten studies on. */
function smallStudyP(result: Analysed | null): number | null {
  const effects = (result?.studies ?? []).flatMap(one =>
    one.effect.estimable && one.weightPercent !== null ? [one.effect.value] : [],
  );
  if (effects.length < 10) return null;
  const { p } = asymmetryTest({ yi: effects.map(({ yi }) => yi), vi: effects.map(({ vi }) => vi) }, 'lm');
  return Number.isFinite(p) ? p : null;
}
