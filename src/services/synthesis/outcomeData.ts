import { isHighRisk, type Judgement } from '#core/appraisal/judgements';
import { type Estimable, estimable, notEstimable } from '#core/estimable';
import { type ReportedArm, treatmentsOfArms } from '#core/extraction/comparedArms';
import type { Provenance } from '#core/extraction/convert';
import type { ConvertedResult } from '#core/extraction/convertedResults';
import { type CountedNumbers, type Counts, countedNumbers } from '#core/extraction/counts';
import { armNumbersOf } from '#core/extraction/impossibleResult';
import { kindOfOutcome } from '#core/extraction/kinds/outcomeKinds';
import { type ExtractedStudy, studyNumbers } from '#core/extraction/studyNumbers';
import { isByArm, isEstimated, type OutcomeKind } from '#core/extraction/vocabulary';
import { Problem } from '#core/problem';
import { becauseWords } from '#core/reporting/becauseWords';
import { JUDGEMENT_MARKS } from '#core/reporting/judgementMark';
import type { StudyAtHand } from '#core/synthesis/usedStudies';
import type { Measure } from '#core/vocabulary';
import type { Arm } from '#entities/Arm';
import type { ArmResult } from '#entities/ArmResult';
import type { Outcome } from '#entities/Outcome';
import type { Study } from '#entities/Study';
import type { StudyResult } from '#entities/StudyResult';
import { loadJudgements } from '#services/appraisal/readJudgements';
import type { Actor, Context } from '#services/context';
import { loadModerators, type Moderator } from '#services/extraction/moderators';
import { loadExtraction } from '#services/extraction/readExtraction';
import { loadReportedOutcomes } from '#services/extraction/reportedOutcomes';
import { grouped } from '#services/grouped';
import { standInReview } from '#services/standing';
import { unifyOutcome } from '#services/synthesis/unifyOutcome';

/** Which measures an outcome's numbers can be pooled as, the usual one first. */
export function measuresOf(kind: OutcomeKind): readonly Measure[] {
  return kindOfOutcome(kind).measures;
}

export interface OutcomeStudy extends StudyAtHand {
  /** What is settled on its risk of bias for this outcome; null while nothing is. */
  readonly riskOfBias: Judgement | null;
  readonly isHighRisk: boolean;
}

export interface OutcomeData {
  readonly outcome: Outcome;
  readonly studies: readonly OutcomeStudy[];
  readonly treatments: readonly string[];
  readonly characteristics: readonly Moderator[];
  /** Of the arms that were pooled, so that a figure can name its columns. */
  readonly armNames: { readonly first: string; readonly second: string };
  /** Of a generic outcome: whether its estimates are ratios; null where studies differ. */
  readonly isRatio: boolean | null;
  /** Results whose numbers were converted from what the report gives. */
  readonly conversions: readonly ConvertedResult[];
}

/** All that analyses of a review look at, read once. */
export async function loadSynthesisData(ctx: Context, reviewId: string) {
  return {
    ...(await loadExtraction(ctx, reviewId)),
    ...(await loadModerators(ctx, reviewId)),
    judgements: await loadJudgements(ctx, reviewId),
    reportedAs: await loadReportedOutcomes(ctx, reviewId),
  };
}
export type SynthesisData = Awaited<ReturnType<typeof loadSynthesisData>>;

/** What was worked out of data that are at hand: several parts of a page ask for the same outcome. It goes with the data. */
const workedOut = new WeakMap<SynthesisData, Map<Outcome, OutcomeData>>();

/** What the studies of a review report on one outcome, in the order of year and label. Studies without any number are left out. */
export function outcomeDataOf(all: SynthesisData, outcome: Outcome): OutcomeData {
  const ofAll = workedOut.get(all) ?? new Map<Outcome, OutcomeData>();
  workedOut.set(all, ofAll);
  const data = ofAll.get(outcome) ?? workOut(all, outcome);
  ofAll.set(outcome, data);
  return data;
}

function workOut(all: SynthesisData, outcome: Outcome): OutcomeData {
  const { arms, armResults, studyResults, studyCounts } = all;
  const studyOf = new Map(arms.map(arm => [arm.armId, arm.studyId]));
  const armsOf = grouped(arms, arm => arm.studyId);
  const judgementsOf = grouped(all.judgements, judgement => judgement.studyId);
  const countsOf = new Map(
    studyCounts.filter(one => one.outcomeId === outcome.outcomeId).map(one => [one.studyId, one]),
  );
  const unified = unifyOutcome(outcome, studyId => all.reportedAs.get(`${studyId} ${outcome.outcomeId}`) ?? null);
  const results = armResults
    .filter(result => result.outcomeId === outcome.outcomeId)
    .map(result => unified.arm(studyOf.get(result.armId) ?? '', result));
  const estimates = studyResults
    .filter(result => result.outcomeId === outcome.outcomeId)
    .map(result => unified.estimate(result.studyId, result));
  const resultOf = new Map(results.map(result => [result.armId, result]));
  const estimateOf = new Map(estimates.map(estimate => [estimate.studyId, estimate]));
  const known = characteristicsOfStudies(all);
  const studies = all.studies.flatMap((study): OutcomeStudy[] => {
    const { studyId, label } = study;
    const riskOfBias = judgementOf(judgementsOf.get(studyId) ?? [], outcome.outcomeId);
    // An arm that reports nothing on this outcome doesn't stand in the way of the others of its kind.
    const reported = (armsOf.get(studyId) ?? []).flatMap((arm): ReportedArm[] => {
      const numbers = resultOf.get(arm.armId);
      if (!numbers) return [];
      return [{ name: arm.name, kind: arm.kind, numbers: armNumbersOf(numbers) }];
    });
    const estimate = estimateOf.get(studyId) ?? null;
    const counted = countsOf.get(studyId);
    const counts = counted && unified.counts(studyId, counted.counts);
    if (reported.length === 0 && !estimate && !counts) return [];
    const barred = unified.because(studyId);
    const numbers = barred ?? numbersOf(outcome.kind, { arms: reported, estimate }, counts);
    return [
      {
        studyId,
        label,
        numbers: numbers.estimable ? { ...numbers.value.numbers } : {},
        ...(numbers.estimable && numbers.value.dose ? { dose: numbers.value.dose } : {}),
        because: numbers.estimable ? null : becauseWords(numbers.because),
        // In a unit with no way into the review's, they are compared with nothing.
        arms: barred ? [] : reported,
        characteristics: {
          ...known.get(studyId),
          ...(riskOfBias ? { 'risk-of-bias': JUDGEMENT_MARKS[riskOfBias].word } : {}),
        },
        riskOfBias,
        isHighRisk: riskOfBias !== null && isHighRisk(riskOfBias),
      },
    ];
  });
  const nameOf = (kind: string, otherwise: string) => {
    const names = new Set(arms.filter(arm => arm.kind === kind).map(arm => arm.name));
    return names.size === 1 ? ([...names][0] ?? otherwise) : otherwise;
  };
  return {
    outcome,
    studies,
    treatments: treatmentsOfArms(studies.flatMap(study => study.arms)),
    characteristics: all.characteristics,
    armNames: groupNames(outcome.kind) ?? {
      first: nameOf('intervention', 'Intervention'),
      second: nameOf('comparator', 'Comparator'),
    },
    isRatio: isRatioOf(outcome.kind, estimates),
    conversions: studies.flatMap(({ studyId, label }) => [
      ...unified.converted({ studyId, label }),
      ...conversionsOf(
        { studyId, label },
        armsOf.get(studyId) ?? [],
        resultOf,
        (estimateOf.get(studyId) ?? countsOf.get(studyId))?.conversion ?? null,
      ),
    ]),
  };
}

/** Of what studies report as a whole: the columns of a figure. */
function groupNames(kind: OutcomeKind) {
  const entry = kindOfOutcome(kind);
  return entry.takes === 'whole' ? entry.groups : null;
}

/** Slopes over levels of exposure are logarithms of ratios, and so are hazards. */
function isRatioOf(kind: OutcomeKind, estimates: readonly StudyResult[]): boolean | null {
  const entry = kindOfOutcome(kind);
  if (kind === 'dose-response' || (entry.takes === 'estimate' && entry.isRatio)) return true;
  const ratios = new Set(estimates.map(estimate => estimate.isRatio));
  return ratios.size === 1 ? (estimates[0]?.isRatio ?? null) : null;
}

/** What a study brings to the outcome, by its kind. */
function numbersOf(kind: OutcomeKind, study: ExtractedStudy, counts: Counts | undefined): Estimable<CountedNumbers> {
  if (!isByArm(kind) && !isEstimated(kind)) return counts ? countedNumbers(counts) : notEstimable('numbers-missing');
  const numbers = studyNumbers(kind, study);
  return numbers.estimable ? estimable({ numbers: numbers.value }) : numbers;
}

/** The judgement on this very outcome, else the one on the whole study. */
function judgementOf(own: readonly SynthesisData['judgements'][number][], outcomeId: string): Judgement | null {
  const best = own.find(one => one.outcomeId === outcomeId) ?? own.find(one => one.outcomeId === null);
  return best?.overall ?? null;
}

/** What was converted of one study: of its arms in their order, and of what it says as a whole. */
function conversionsOf(
  study: { readonly studyId: string; readonly label: string },
  arms: readonly Arm[],
  resultOf: ReadonlyMap<string, ArmResult>,
  own: Provenance | null,
): ConvertedResult[] {
  return [
    ...arms.flatMap(({ armId, name, kind }) => {
      const provenance = resultOf.get(armId)?.conversion;
      return provenance ? [{ ...study, arm: { name, kind }, provenance }] : [];
    }),
    ...(own ? [{ ...study, arm: null, provenance: own }] : []),
  ];
}

/** What is known of each study: its year, and every recorded characteristic by id. */
function characteristicsOfStudies({ studies, values }: SynthesisData): Map<string, Record<string, number | string>> {
  const known = new Map(studies.map(({ studyId, year }: Study) => [studyId, year === null ? {} : { year }]));
  const all = new Map<string, Record<string, number | string>>(known);
  for (const value of values) {
    const own = all.get(value.studyId);
    if (own) own[value.characteristicId] = value.value;
  }
  return all;
}

/** The same for one outcome. */
export async function loadOutcomeData(
  ctx: Context,
  { reviewId, outcomeId }: { reviewId: string; outcomeId: string },
): Promise<OutcomeData> {
  const all = await loadSynthesisData(ctx, reviewId);
  const outcome = all.outcomes.find(one => one.outcomeId === outcomeId);
  if (!outcome) throw new Problem('not-found', 'There is no such outcome.');
  return outcomeDataOf(all, outcome);
}

/** As the page's live analysis reads it. */
export async function readOutcomeData(ctx: Context, actor: Actor, key: { reviewId: string; outcomeId: string }) {
  await standInReview(ctx, actor, key.reviewId);
  const data = await loadOutcomeData(ctx, key);
  return { ...data, measures: [...measuresOf(data.outcome.kind)] };
}
