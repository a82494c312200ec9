import { STAGES, type Stage } from '#core/vocabulary';
import { Analysis } from '#entities/Analysis';
import { DuplicateCluster } from '#entities/DuplicateCluster';
import { DuplicateMember } from '#entities/DuplicateMember';
import { DuplicatePair } from '#entities/DuplicatePair';
import { Question } from '#entities/Question';
import { Study } from '#entities/Study';
import type { ReviewStanding } from '#policies/standing';
import { maySeeOutcomes, whyNotSeeFlow } from '#policies/visibility';
import type { Context } from '#services/context';
import { type ExtractionState, loadStudyCases } from '#services/extraction/studyCases';
import { conflictsAmong, verdictsAmong } from '#services/reviews/tallies';
import { waitingRecords } from '#services/screening/assignmentBoard';
import { conflictsToSettle } from '#services/screening/settlersOfStage';
import { loadStages, recordsToScreen, type Situations } from '#services/screening/situations';

export type StepWord =
  | 'question'
  | 'search'
  | 'duplicates'
  | 'screening'
  | 'full-text'
  | 'extraction'
  | 'risk-of-bias'
  | 'synthesis'
  | 'report';

export interface Step {
  readonly step: StepWord;
  readonly state: 'done' | 'under-way' | 'open' | 'waiting';
  readonly share: number;
  readonly figure: string;
  readonly unit: string;
}

/** What a review holds, as far as the viewer may know; what steps and next deeds are made of. */
export interface ReviewFacts {
  readonly questionVersion: number;
  readonly records: number;
  readonly sources: number;
  readonly removedDuplicates: number;
  readonly doubtfulPairs: number;
  readonly hasLookedForDuplicates: boolean;
  readonly toScreen: number;
  /** Verdicts for who may see them, own decisions of own assignments for who is blind. */
  readonly screened: number;
  readonly conflicts: Readonly<Record<Stage, number>> | null;
  /** Conflicts that this viewer may settle. */
  readonly toSettle: Readonly<Record<Stage, number>> | null;
  readonly reports: number;
  readonly assessed: number;
  readonly studies: number;
  /** Studies whose extraction is finished: settled, checked, or done where one person is enough. */
  readonly extracted: number;
  readonly includedReports: number;
  readonly analyses: number;
  readonly appraisals: number;
  readonly settledAppraisals: number;
  /** Records and reports that too few people were asked about; 0 for who is blind. */
  readonly waiting: number;
}

/** Gathers the facts. For a blind screener every number comes of their own work or of nobody's decisions. */
export async function loadFacts(ctx: Context, viewer: ReviewStanding): Promise<ReviewFacts> {
  const { reviewId } = viewer;
  const question = await ctx.db.findOne(Question, { where: { reviewId }, order: { version: 'DESC' } });
  const [counts]: { records: number; sources: number; looked: boolean }[] = await ctx.db.query(
    `select (select count(*)::int from search_records r join record_imports i on i.review_id = r.review_id
         and i.import_id = r.import_id and i.state = 'imported' where r.review_id = $1) as records,
       (select count(distinct s.source_name)::int from searches s join record_imports i on i.review_id = s.review_id
         and i.search_id = s.search_id and i.state = 'imported' where s.review_id = $1) as sources,
       exists (select 1 from jobs where review_id = $1 and kind = 'find-duplicates' and state = 'done') as looked`,
    [reviewId],
  );
  const members = await ctx.db.countBy(DuplicateMember, { reviewId });
  const clusters = await ctx.db.countBy(DuplicateCluster, { reviewId });
  const base = {
    questionVersion: question?.version ?? 0,
    records: counts?.records ?? 0,
    sources: counts?.sources ?? 0,
    removedDuplicates: members - clusters,
    doubtfulPairs: await ctx.db.countBy(DuplicatePair, { reviewId, state: 'doubtful' }),
    hasLookedForDuplicates: counts?.looked ?? false,
    studies: await ctx.db.countBy(Study, { reviewId }),
    extracted: await countExtracted(ctx, viewer),
    analyses: await ctx.db.countBy(Analysis, { reviewId }),
    ...(await countAppraisals(ctx, reviewId)),
  };
  return { ...base, ...(isSighted(viewer) ? await loadOutcomes(ctx, viewer) : await loadOwn(ctx, viewer)) };
}

async function countExtracted(ctx: Context, viewer: ReviewStanding): Promise<number> {
  const cases = await loadStudyCases(ctx, viewer.reviewId, viewer);
  return [...cases.values()].filter(({ state }) => EXTRACTED.includes(state)).length;
}

const EXTRACTED: readonly ExtractionState[] = ['done', 'checked', 'settled'];

/** How many are planned and settled. Settled says that all have finished, never what they said. */
async function countAppraisals(ctx: Context, reviewId: string) {
  const [counts]: { planned: number; settled: number }[] = await ctx.db.query(
    `select count(*)::int as planned, count(*) filter (where c.appraisal_id is not null or (a.assessors_needed = 1 and exists
         (select 1 from assessments s where s.review_id = a.review_id and s.appraisal_id = a.appraisal_id
           and s.finished_at is not null)))::int as settled
     from appraisals a left join appraisal_consensuses c on c.review_id = a.review_id and c.appraisal_id = a.appraisal_id
     where a.review_id = $1`,
    [reviewId],
  );
  return { appraisals: counts?.planned ?? 0, settledAppraisals: counts?.settled ?? 0 };
}

function isSighted(viewer: ReviewStanding): boolean {
  return whyNotSeeFlow(viewer) === null;
}

async function loadOutcomes(ctx: Context, viewer: ReviewStanding) {
  const stages = await loadStages(ctx, viewer);
  const { 'title-and-abstract': screening, 'full-text': fullText } = stages;
  const done = (situations: Situations) => {
    const verdicts = verdictsAmong(situations);
    return verdicts.included + verdicts.excluded;
  };
  return {
    toScreen: screening.size,
    screened: done(screening),
    conflicts: { 'title-and-abstract': conflictsAmong(screening), 'full-text': conflictsAmong(fullText) },
    toSettle: {
      'title-and-abstract': await conflictsToSettle(ctx, viewer, 'title-and-abstract', screening),
      'full-text': await conflictsToSettle(ctx, viewer, 'full-text', fullText),
    },
    reports: fullText.size,
    assessed: done(fullText),
    includedReports: verdictsAmong(fullText).included,
    waiting: STAGES.filter(stage => !viewer.closedStages.includes(stage)).reduce(
      (sum, stage) => sum + waitingRecords(stages[stage]).length,
      0,
    ),
  };
}

async function loadOwn(ctx: Context, viewer: ReviewStanding) {
  const rows: { stage: Stage; given: number; done: number }[] = await ctx.db.query(
    `select a.stage, count(*)::int as given, count(d.decision_id)::int as done from screening_assignments a
     left join screening_decisions d on d.review_id = a.review_id and d.stage = a.stage and d.record_id = a.record_id
       and d.person_id = a.person_id
     where a.review_id = $1 and a.person_id = $2 and a.withdrawn_at is null group by a.stage`,
    [viewer.reviewId, viewer.personId],
  );
  const of = (stage: Stage) => rows.find(row => row.stage === stage) ?? { given: 0, done: 0 };
  const isOwnWork = of('title-and-abstract').given > 0;
  return {
    toScreen: isOwnWork ? of('title-and-abstract').given : (await recordsToScreen(ctx, viewer.reviewId)).length,
    screened: of('title-and-abstract').done,
    conflicts: null,
    toSettle: null,
    reports: of('full-text').given,
    assessed: of('full-text').done,
    includedReports: maySeeOutcomes(viewer, 'full-text') ? of('full-text').done : 0,
    waiting: 0,
  };
}

const count = (n: number) => n.toLocaleString('en-US');

/** The nine marks of the stepper. */
export function stepsOf(facts: ReviewFacts): Step[] {
  const { records, toScreen, screened, reports, assessed } = facts;
  const waiting = (step: StepWord, unit: string): Step => ({ step, state: 'waiting', share: 0, figure: '–', unit });
  return [
    facts.questionVersion > 0
      ? { step: 'question', state: 'done', share: 1, figure: `v${facts.questionVersion}`, unit: 'saved' }
      : { step: 'question', state: 'open', share: 0, figure: '–', unit: 'begin here' },
    records > 0
      ? { step: 'search', state: 'done', share: 1, figure: count(records), unit: plural(facts.sources, 'source') }
      : { step: 'search', state: 'open', share: 0, figure: '0', unit: 'records' },
    duplicateStep(facts),
    toScreen > 0 ? shareStep('screening', screened, toScreen, 'records') : waiting('screening', 'after the search'),
    reports > 0 ? shareStep('full-text', assessed, reports, 'reports') : waiting('full-text', 'after screening'),
    extractionStep(facts),
    riskOfBiasStep(facts),
    facts.studies > 1
      ? {
          step: 'synthesis',
          state: facts.analyses > 0 ? 'done' : 'open',
          share: facts.analyses > 0 ? 1 : 0,
          figure: count(facts.analyses),
          unit: facts.analyses === 1 ? 'analysis' : 'analyses',
        }
      : waiting('synthesis', 'needs 2 studies'),
    records > 0
      ? { step: 'report', state: 'open', share: 0, figure: '–', unit: 'from the data' }
      : waiting('report', 'from the data'),
  ];
}

function extractionStep({ studies, extracted, includedReports }: ReviewFacts): Step {
  if (studies === 0 && includedReports === 0) {
    return { step: 'extraction', state: 'waiting', share: 0, figure: '–', unit: 'after full text' };
  }
  const isDone = studies > 0 && extracted === studies;
  const noun = studies === 1 ? 'study' : 'studies';
  return {
    step: 'extraction',
    state: isDone ? 'done' : studies > 0 ? 'under-way' : 'open',
    share: studies > 0 ? extracted / studies : 0,
    figure: count(studies),
    unit: isDone || extracted === 0 ? noun : `${noun}, ${count(extracted)} finished`,
  };
}

function riskOfBiasStep({ studies, appraisals, settledAppraisals }: ReviewFacts): Step {
  if (appraisals > 0) return shareStep('risk-of-bias', settledAppraisals, appraisals, 'judged');
  if (studies === 0) return { step: 'risk-of-bias', state: 'waiting', share: 0, figure: '–', unit: 'after extraction' };
  return { step: 'risk-of-bias', state: 'open', share: 0, figure: '–', unit: 'not planned yet' };
}

function duplicateStep(facts: ReviewFacts): Step {
  if (facts.records === 0)
    return { step: 'duplicates', state: 'waiting', share: 0, figure: '–', unit: 'after the search' };
  if (!facts.hasLookedForDuplicates) {
    return { step: 'duplicates', state: 'open', share: 0, figure: '–', unit: 'not looked for yet' };
  }
  const isDone = facts.doubtfulPairs === 0;
  return {
    step: 'duplicates',
    state: isDone ? 'done' : 'under-way',
    share: isDone ? 1 : 0.5,
    figure: count(facts.removedDuplicates),
    unit: isDone ? 'removed' : `removed, ${facts.doubtfulPairs} to decide`,
  };
}

function shareStep(step: StepWord, done: number, total: number, noun: string): Step {
  return {
    step,
    state: done === total ? 'done' : done > 0 ? 'under-way' : 'open',
    share: done / total,
    figure: count(done),
    unit: `of ${count(total)} ${noun}`,
  };
}

function plural(n: number, noun: string): string {
  return `records, ${n} ${noun}${n === 1 ? '' : 's'}`;
}
