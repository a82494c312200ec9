import { CONVERSION_FORMS } from '#core/extraction/conversionForms';
import { sentencesByStudy } from '#core/extraction/convertedResults';
import type { ManuscriptFacts } from '#core/reporting/manuscript/facts';
import { decimalText } from '#core/reporting/numbers';
import { Analysis } from '#entities/Analysis';
import { CertaintyGrading } from '#entities/CertaintyGrading';
import { Question } from '#entities/Question';
import { Review } from '#entities/Review';
import type { ReviewStanding } from '#policies/standing';
import { outcomeName } from '#services/appraisal/readAppraisals';
import { type Ground, loadGround } from '#services/certainty/gatherEvidence';
import type { Actor, Context } from '#services/context';
import { printedCredit } from '#services/credit/printedCredit';
import { listCriteria } from '#services/protocol/questions';
import { analysisFacts } from '#services/reporting/analysisFacts';
import { appraisalFacts } from '#services/reporting/appraisalFacts';
import { loadDeviations } from '#services/reporting/deviations';
import { loadOwnFields } from '#services/reporting/protocolFields';
import { buildFlow } from '#services/reporting/readFlow';
import { loadScreeningFacts } from '#services/reporting/screeningFacts';
import { loadSearchFacts } from '#services/reporting/searchFacts';
import { loadSynthesisData, outcomeDataOf } from '#services/synthesis/outcomeData';

/** All that a report looks at, read once. For those who may see the flow. */
export async function loadReportGround(ctx: Context, viewer: ReviewStanding) {
  const { reviewId } = viewer;
  const all = await loadSynthesisData(ctx, reviewId);
  return {
    review: await ctx.db.findOneByOrFail(Review, { reviewId }),
    ground: await loadGround(ctx, reviewId, all),
    ...(await buildFlow(ctx, viewer)),
    analyses: await ctx.db.find(Analysis, { where: { reviewId }, order: { isLocked: 'DESC', createdAt: 'ASC' } }),
    searches: await loadSearchFacts(ctx, reviewId),
  };
}
export type ReportGround = Awaited<ReturnType<typeof loadReportGround>>;

/** The facts that the draft of a manuscript is made from. */
export async function loadManuscriptFacts(
  ctx: Context,
  actor: Actor,
  viewer: ReviewStanding,
  report: ReportGround,
): Promise<ManuscriptFacts> {
  const { reviewId } = viewer;
  const { review, ground, counts, flow, analyses, searches } = report;
  const question = await ctx.db.findOne(Question, { where: { reviewId }, order: { version: 'DESC' } });
  const criteria = await listCriteria(ctx, reviewId);
  const textsOf = (kind: 'include' | 'exclude') => criteria.filter(one => one.kind === kind).map(one => one.text);
  const gradings = await ctx.db.findBy(CertaintyGrading, { reviewId });
  const { statement } = await printedCredit(ctx, viewer);
  const pooled = new Set(analyses.map(one => one.outcomeId));
  const { outcomes } = ground.all;
  return {
    title: review.title,
    registration: (await loadOwnFields(ctx, reviewId)).get('registration') ?? null,
    question,
    include: textsOf('include'),
    exclude: textsOf('exclude'),
    deviations: await loadDeviations(ctx, reviewId),
    searches,
    stages: await loadScreeningFacts(ctx, actor, viewer),
    flow: counts,
    waiting: flow.waiting,
    extraction: extractionFacts(ground),
    appraisals: appraisalFacts(ground.appraisals),
    thresholds: outcomes.flatMap(({ outcomeId, name, unit, kind }) => {
      const value = ground.thresholds.get(outcomeId)?.value;
      const written = value === undefined ? '' : decimalText(value, Number.isInteger(value) ? 0 : 2);
      return value === undefined
        ? []
        : [
            {
              outcome: name.toLowerCase(),
              value: kind === 'dichotomous' ? `${written} in 1,000 people` : `${written} ${unit}`.trim(),
            },
          ];
    }),
    analyses: analysisFacts(ctx, analyses, ground, new Map(gradings.map(one => [one.analysisId, one]))),
    notPooled: outcomes
      .filter(({ outcomeId }) => !pooled.has(outcomeId))
      .map(outcome => ({
        outcomeId: outcome.outcomeId,
        outcome: outcomeName(outcome) ?? '',
        studies: outcomeDataOf(ground.all, outcome).studies.length,
      })),
    contributions: statement,
  };
}

function extractionFacts({ all }: Ground): ManuscriptFacts['extraction'] {
  const results = [...all.armResults, ...all.studyResults, ...all.studyCounts];
  const years = all.studies.flatMap(({ year }) => year ?? []);
  const conversions = all.outcomes.flatMap(outcome => outcomeDataOf(all, outcome).conversions);
  return {
    studies: all.studies.length,
    people: new Set(results.map(one => one.extractedBy)).size,
    outcomes: all.outcomes.map(outcome => (outcomeName(outcome) ?? '').toLowerCase()),
    characteristics: all.characteristics.map(({ name }) => name.toLowerCase()),
    convertedStudies: sentencesByStudy(conversions).size,
    conversions: [
      ...new Set(
        conversions.map(({ provenance: { conversion } }) =>
          conversion === 'unit-or-direction' ? 'unit or direction' : CONVERSION_FORMS[conversion].title,
        ),
      ),
    ],
    firstYear: years.length > 0 ? Math.min(...years) : null,
    lastYear: years.length > 0 ? Math.max(...years) : null,
  };
}
