import { findTool } from '#core/appraisal/appraisalTools';
import { Appraisal } from '#entities/Appraisal';
import { AppraisalConsensus } from '#entities/AppraisalConsensus';
import { Assessment, type JudgedDomains } from '#entities/Assessment';
import { Outcome } from '#entities/Outcome';
import { Study } from '#entities/Study';
import { whyNotAssess } from '#policies/appraisal';
import { whyNotAct } from '#policies/reviews';
import type { ReviewStanding } from '#policies/standing';
import { maySeeAssessments } from '#policies/visibility';
import { agreementByDomain } from '#services/appraisal/agreementByDomain';
import { caseOf } from '#services/appraisal/loadAppraisal';
import type { Actor, Context } from '#services/context';
import { namesOf } from '#services/projects/readProjects';
import { standInReview } from '#services/standing';

type Seat = Pick<Assessment, 'appraisalId' | 'personId' | 'finishedAt' | 'judged'>;
type Settled = Pick<AppraisalConsensus, 'appraisalId' | 'judged' | 'settledAt' | 'importedFrom'>;

/** An appraisal of a review without its answers: enough for lists, judgements and figures. */
export interface ListedAppraisal {
  readonly appraisal: Appraisal;
  readonly study: Study;
  readonly outcome: Outcome | null;
  readonly assessments: readonly Seat[];
  readonly consensus: Settled | null;
}

/** All appraisals of a review: by tool, then outcome by outcome, studies in the order of year and label. */
export async function loadAppraisals(ctx: Context, reviewId: string): Promise<ListedAppraisal[]> {
  const rows = await ctx.db.findBy(Appraisal, { reviewId });
  const studies = await ctx.db.find(Study, { where: { reviewId }, order: { year: 'ASC', label: 'ASC' } });
  const outcomes = await ctx.db.find(Outcome, { where: { reviewId }, order: { position: 'ASC', name: 'ASC' } });
  const seats: Seat[] = await ctx.db.find(Assessment, {
    where: { reviewId },
    select: { reviewId: true, assessmentId: true, appraisalId: true, personId: true, finishedAt: true, judged: true },
    order: { startedAt: 'ASC', assessmentId: 'ASC' },
  });
  const settled: Settled[] = await ctx.db.find(AppraisalConsensus, {
    where: { reviewId },
    select: { reviewId: true, appraisalId: true, judged: true, settledAt: true, importedFrom: true },
  });
  const seatsOf = new Map<string, Seat[]>();
  for (const seat of seats) seatsOf.set(seat.appraisalId, [...(seatsOf.get(seat.appraisalId) ?? []), seat]);
  const consensusOf = new Map(settled.map(one => [one.appraisalId, one]));
  const placeOf = new Map(studies.map((study, place) => [study.studyId, place]));
  const outcomePlace = new Map(outcomes.map((outcome, place) => [outcome.outcomeId, place]));
  const place = (row: Appraisal) =>
    [outcomePlace.get(row.outcomeId ?? '') ?? -1, placeOf.get(row.studyId) ?? 0] as const;
  return rows
    .toSorted((a, b) => {
      const [[outcomeA, studyA], [outcomeB, studyB]] = [place(a), place(b)];
      return a.tool.localeCompare(b.tool) || outcomeA - outcomeB || studyA - studyB;
    })
    .flatMap(appraisal => {
      const study = studies[placeOf.get(appraisal.studyId) ?? -1];
      if (!study) return [];
      const outcome = outcomes[outcomePlace.get(appraisal.outcomeId ?? '') ?? -1] ?? null;
      const { appraisalId } = appraisal;
      return [
        {
          appraisal,
          study,
          outcome,
          assessments: seatsOf.get(appraisalId) ?? [],
          consensus: consensusOf.get(appraisalId) ?? null,
        },
      ];
    });
}

/** What stands: the consensus, or the one assessment that settles it alone. */
export function settledOf({
  appraisal,
  assessments,
  consensus,
}: ListedAppraisal): { judged: JudgedDomains; at: Date; importedFrom: string } | null {
  if (consensus) return { judged: consensus.judged, at: consensus.settledAt, importedFrom: consensus.importedFrom };
  if (appraisal.assessorsNeeded !== 1) return null;
  const only = assessments.find(one => one.finishedAt !== null);
  return only?.judged && only.finishedAt ? { judged: only.judged, at: only.finishedAt, importedFrom: '' } : null;
}

export function outcomeName(outcome: Pick<Outcome, 'name' | 'timepoint'> | null): string | null {
  return outcome && [outcome.name, outcome.timepoint].filter(Boolean).join(', ');
}

/** What is planned, how far it is, and what is settled. Of what isn't, each sees the own part only. */
export async function listAppraisals(ctx: Context, actor: Actor, reviewId: string) {
  const viewer = await standInReview(ctx, actor, reviewId);
  const listed = await loadAppraisals(ctx, reviewId);
  const names = await namesOf(
    ctx,
    listed.flatMap(({ assessments }) => assessments.map(one => one.personId)),
  );
  return {
    appraisals: listed.map(one => present(viewer, actor, one, names)),
    agreement: agreementByDomain(listed),
    may: {
      plan: whyNotAct(viewer, 'planAppraisals'),
      assess: whyNotAct(viewer, 'appraise'),
      settle: whyNotAct(viewer, 'settleAppraisals'),
    },
  };
}

function present(viewer: ReviewStanding, actor: Actor, one: ListedAppraisal, names: ReadonlyMap<string, string>) {
  const { appraisal, study, outcome, assessments } = one;
  const at = caseOf(one, actor);
  const settled = settledOf(one);
  const { appraisalId, tool, toolVersion, variant, assessorsNeeded, note } = appraisal;
  return {
    ...{ appraisalId, tool, toolVersion, variant, assessorsNeeded, note },
    studyId: study.studyId,
    studyLabel: study.label,
    outcomeId: outcome?.outcomeId ?? null,
    outcomeName: outcomeName(outcome),
    state: settled ? ('settled' as const) : maySeeAssessments(at) ? ('to-settle' as const) : ('open' as const),
    mine: at.isMineFinished ? ('finished' as const) : at.isMine ? ('begun' as const) : ('none' as const),
    waitsForMe: settled === null && !at.isMineFinished && whyNotAssess(viewer, at) === null,
    assessors: assessments.map(({ personId, finishedAt }) => ({
      personId,
      name: names.get(personId) ?? 'former member',
      isFinished: finishedAt !== null,
    })),
    judged: settled?.judged ?? null,
    importedFrom: settled?.importedFrom ?? '',
  };
}

/** The names of domains, for who reads judgements without the tools at hand. */
export function domainsOf({ tool, variant }: Pick<Appraisal, 'tool' | 'variant'>): { id: string; name: string }[] {
  return findTool(tool, variant)?.tool.domains.map(({ id, name }) => ({ id, name })) ?? [];
}
