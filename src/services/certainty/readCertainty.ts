import { absoluteLines, baselinesFromStudies, differenceWords, relativeWords } from '#core/certainty/findings';
import { certaintyOf } from '#core/certainty/grading';
import { plainSentence } from '#core/certainty/plainSentence';
import { suggestRatings } from '#core/certainty/suggestRatings';
import { Problem } from '#core/problem';
import { Analysis } from '#entities/Analysis';
import { CertaintyGrading } from '#entities/CertaintyGrading';
import { whyNotAct } from '#policies/reviews';
import { outcomeName } from '#services/appraisal/readAppraisals';
import { type Gathered, gatherEvidence, loadGround } from '#services/certainty/gatherEvidence';
import { whyNotAgree } from '#services/certainty/gradings';
import { staleReasons } from '#services/certainty/staleReasons';
import type { Actor, Context } from '#services/context';
import { namesOf } from '#services/projects/readProjects';
import { standInReview } from '#services/standing';
import type { AnalysisKey } from '#services/synthesis/analyses';
import { loadSynthesisData } from '#services/synthesis/outcomeData';
import { choicesOf, loadAnalysis } from '#services/synthesis/readAnalyses';

/** Every analysis with the certainty that people agreed on, and the thresholds of the outcomes. */
export async function listGradings(ctx: Context, actor: Actor, reviewId: string) {
  const viewer = await standInReview(ctx, actor, reviewId);
  const all = await loadSynthesisData(ctx, reviewId);
  const ground = await loadGround(ctx, reviewId, all);
  const rows = await ctx.db.find(Analysis, { where: { reviewId }, order: { isLocked: 'DESC', createdAt: 'ASC' } });
  const gradings = new Map((await ctx.db.findBy(CertaintyGrading, { reviewId })).map(one => [one.analysisId, one]));
  return {
    analyses: rows.flatMap(row => {
      const gathered = gatherEvidence(ctx, row, ground);
      if (!gathered) return [];
      const grading = gradings.get(row.analysisId) ?? null;
      return [
        {
          analysisId: row.analysisId,
          name: row.name,
          outcomeId: row.outcomeId,
          outcomeName: outcomeName(gathered.data.outcome) ?? '',
          isLocked: row.isLocked,
          result: resultWords(gathered),
          certainty: grading ? certaintyOf(grading) : null,
          isAgreed: grading?.agreedAt != null,
          stale: staleReasons(grading, gathered.grounds, gathered.isStale),
        },
      ];
    }),
    thresholds: all.outcomes.map(outcome => {
      const set = ground.thresholds.get(outcome.outcomeId);
      return {
        outcomeId: outcome.outcomeId,
        outcomeName: outcomeName(outcome) ?? '',
        unit: thresholdUnit(outcome.kind, outcome.unit),
        value: set?.value ?? null,
        reason: set?.reason ?? '',
        isBeforehand: set?.isBeforehand ?? null,
        setAt: set?.setAt ?? null,
      };
    }),
    may: { grade: whyNotAct(viewer, 'gradeCertainty'), setThresholds: whyNotAct(viewer, 'setThresholds') },
  };
}

export function thresholdUnit(kind: string, unit: string): string {
  if (kind === 'dichotomous') return 'people per 1,000';
  return unit || 'units of the outcome';
}

function resultWords({ evidence }: Gathered): string | null {
  return relativeWords(evidence) ?? differenceWords(evidence) ?? plainEffect(evidence);
}

function plainEffect({ effect, measure }: Gathered['evidence']): string | null {
  if (effect === null) return null;
  return `${measure} ${effect.estimate.toFixed(3)} (${effect.lower.toFixed(3)} to ${effect.upper.toFixed(3)})`;
}

/** One analysis: what the data suggest for each reason, what people answered, and what it rests on. */
export async function readGrading(ctx: Context, actor: Actor, key: AnalysisKey) {
  const viewer = await standInReview(ctx, actor, key.reviewId);
  const row = await loadAnalysis(ctx, key);
  const { reviewId, analysisId } = row;
  const ground = await loadGround(ctx, reviewId, await loadSynthesisData(ctx, reviewId));
  const gathered = gatherEvidence(ctx, row, ground);
  if (!gathered) throw new Problem('not-found', 'The outcome of this analysis is gone.');
  const { evidence, data } = gathered;
  const stored = await ctx.db.findOneBy(CertaintyGrading, { reviewId, analysisId });
  const start = stored?.start ?? (gathered.isRandomised ? ('high' as const) : ('low' as const));
  const grading = { start, reasons: stored?.reasons ?? {} };
  const certainty = certaintyOf(grading);
  const names = await namesOf(ctx, stored?.agreedBy ? [stored.agreedBy] : []);
  const { comparison } = choicesOf(row).specification;
  const intervention = comparison ? comparison.first.join(' or ') : data.armNames.first;
  const threshold = ground.thresholds.get(row.outcomeId) ?? null;
  return {
    ...{ analysisId, name: row.name, version: row.version, isLocked: row.isLocked, outcomeId: row.outcomeId },
    outcomeName: outcomeName(data.outcome) ?? '',
    studies: evidence.k,
    people: evidence.people,
    result: resultWords(gathered),
    absolute: absoluteLines(evidence, baselinesFromStudies(evidence)),
    ...grading,
    note: stored?.note ?? '',
    certainty,
    suggestions: suggestRatings(evidence, start),
    draftWords: plainSentence(evidence, certainty, { intervention, outcome: data.outcome.name }),
    plainWords: stored?.plainWords ?? '',
    agreed:
      stored?.agreedAt && stored.agreedBy
        ? { at: stored.agreedAt, byName: names.get(stored.agreedBy) ?? 'former member' }
        : null,
    stale: staleReasons(stored, gathered.grounds, gathered.isStale),
    riskOfBias: { judged: evidence.riskOfBias.judged, of: evidence.k },
    threshold: threshold && {
      value: threshold.value,
      unit: thresholdUnit(data.outcome.kind, data.outcome.unit),
      isBeforehand: threshold.isBeforehand,
      setAt: threshold.setAt,
    },
    may: {
      grade: whyNotAct(viewer, 'gradeCertainty'),
      agree: whyNotAct(viewer, 'gradeCertainty') ?? whyNotAgree(grading),
    },
  };
}
