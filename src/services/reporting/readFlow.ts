import type { FlowCount } from '#core/reporting/flow';
import type { FlowCounts, NamedCount, OtherSourceKind } from '#core/reporting/flowCounts';
import { PALETTES, type PaletteName } from '#core/reporting/palette';
import { prismaFigure } from '#core/reporting/prismaFigure';
import { prismaFlow } from '#core/reporting/prismaFlow';
import { AND_ALSO } from '#core/searching/finding/listAddress';
import { Criterion } from '#entities/Criterion';
import { EarlierVersion } from '#entities/EarlierVersion';
import { Ranking } from '#entities/Ranking';
import { Report } from '#entities/Report';
import { insist } from '#policies/refusal';
import type { ReviewStanding } from '#policies/standing';
import { whyNotSeeFlow } from '#policies/visibility';
import type { Actor, Context } from '#services/context';
import { type FlowSets, loadFlowSets } from '#services/records/flowSets';
import { standInReview } from '#services/standing';

/** Where each number of the diagram leads, by its key: a box of the record list. */
const BOX_OF: Readonly<Record<string, string>> = {
  database_results: 'identified',
  database_specific_results: 'identified',
  register_results: 'identified',
  register_specific_results: 'identified',
  website_results: 'other-identified',
  organisation_results: 'other-identified',
  citations_results: 'other-identified',
  other_results: 'other-identified',
  duplicates: 'duplicates',
  excluded_automatic: 'not-screened',
  records_screened: 'screened',
  records_excluded: 'records-excluded',
  dbr_sought_reports: 'sought',
  other_sought_reports: 'other-sought',
  dbr_notretrieved_reports: 'not-retrieved',
  other_notretrieved_reports: 'other-not-retrieved',
  dbr_assessed: 'assessed',
  other_assessed: 'other-assessed',
  dbr_excluded: 'reports-excluded',
  other_excluded: 'other-reports-excluded',
  new_studies: 'included',
  new_reports: 'included',
};

/** Numbers of one kind of sources: the list is narrowed to all of that kind. */
const KIND_OF: Readonly<Record<string, string>> = {
  database_results: 'database',
  register_results: 'register',
  website_results: 'website',
  organisation_results: 'organisation',
  citations_results: 'citation',
};

/** The flow with every number counted from the data of this moment, for those whom blinding doesn't keep from it. */
export async function readFlow(ctx: Context, actor: Actor, reviewId: string) {
  const viewer = await standInReview(ctx, actor, reviewId);
  insist(whyNotSeeFlow(viewer));
  const { flow, counts, sets, reasons } = await buildFlow(ctx, viewer);
  const sources = countSources(sets);
  const shown = flow.boxes.flatMap(box => box.lines.flatMap(line => line.count ?? []));
  return {
    isFinished: flow.isFinal,
    earlier: counts.previous ?? null,
    left: flow.waiting,
    numbers: shown
      .filter(count => count.name === undefined)
      .map(({ key, n, unit }) => ({ key, count: n, unit, box: (BOX_OF[key] ?? null) as never })), // words of RECORD_BOXES, checked by the presenter
    sources,
    reasons,
    checks: flow.checks.map(({ identity, holds, sentence, sum, caption }) => ({
      identity,
      holds,
      sentence,
      sum,
      caption,
    })),
    boxes: flow.boxes.map(({ id, lines, waiting }) => ({
      id,
      waiting,
      lines: lines.map(({ text, isDetail, count }) => ({
        text,
        isDetail,
        n: count?.n ?? null,
        address: (count && linkOf(reviewId, count, { reasons, sources })) ?? null,
      })),
    })),
    footnotes: [...flow.footnotes],
  };
}

/** The diagram; on screen its numbers link to their records. */
export async function drawFlow(
  ctx: Context,
  actor: Actor,
  reviewId: string,
  options: { palette: PaletteName; hasLinks: boolean },
): Promise<string> {
  const viewer = await standInReview(ctx, actor, reviewId);
  insist(whyNotSeeFlow(viewer));
  const { flow, sets, reasons } = await buildFlow(ctx, viewer);
  const behind = { reasons, sources: countSources(sets) };
  return prismaFigure(flow, {
    palette: PALETTES[options.palette],
    ...(options.hasLinks ? { linkOf: count => linkOf(reviewId, count, behind) } : {}),
  });
}

/** What numbers within a box are told by. */
interface Behind {
  readonly reasons: readonly { readonly criterionId: string | null; readonly text: string }[];
  readonly sources: readonly { readonly name: string; readonly kind: string }[];
}

/** The list of records behind a number; none where no record stands behind it. */
function linkOf(reviewId: string, count: FlowCount, { reasons, sources }: Behind): string | undefined {
  const box = BOX_OF[count.key];
  if (!box) return undefined;
  const kind = KIND_OF[count.key];
  const ofKind = sources.filter(source => source.kind === kind).map(({ name }) => name);
  if (kind && ofKind.length === 0) return undefined;
  const isSource = count.key.endsWith('_specific_results') || count.key === 'other_results';
  const named = isSource && count.name !== undefined ? [count.name] : ofKind;
  const criterionId = isSource ? null : reasons.find(reason => reason.text === count.name)?.criterionId;
  const narrower = [
    ...(named.length > 0 ? [`&source=${encodeURIComponent(named.join(AND_ALSO))}`] : []),
    ...(criterionId ? [`&reason=${criterionId}`] : []),
  ];
  return `/reviews/${reviewId}/records?box=${box}${narrower.join('')}`;
}

/** Counts the flow for exports too, where the caller has asked the policies. */
export async function buildFlow(ctx: Context, viewer: ReviewStanding) {
  const sets = await loadFlowSets(ctx, viewer);
  const reasons = await countReasons(ctx, viewer.reviewId, sets);
  const counts = await countsOf(ctx, viewer.reviewId, sets);
  return { flow: prismaFlow(counts), counts, sets, reasons };
}

async function countsOf(ctx: Context, reviewId: string, sets: FlowSets): Promise<FlowCounts> {
  const others = new Set(sets.byOtherMethods);
  const ofWay = (isOther: boolean, ids: readonly string[]) => ids.filter(id => others.has(id) === isOther);
  const reports = async (isOther: boolean, sought: number) => {
    const notRetrieved = ofWay(isOther, sets.notRetrieved).length;
    const assessed = ofWay(isOther, sets.assessed);
    const waiting = ofWay(isOther, sets.awaitingAssessment);
    const atHand = new Set(sets.retrieved);
    const excluded = sets.reportsExcluded.filter(one => others.has(one.recordId) === isOther);
    return {
      sought,
      notRetrieved,
      // A report that was read was at hand, whether anybody noted where it came from or not.
      retrievalWaiting: waiting.filter(id => !atHand.has(id)).length,
      assessed: assessed.length,
      eligibilityWaiting: waiting.filter(id => atHand.has(id)).length,
      excluded: await countReasons(ctx, reviewId, { ...sets, reportsExcluded: excluded }).then(counted =>
        counted.map(({ text, reports: n }) => ({ name: text, n })),
      ),
      included: ofWay(isOther, sets.included).length,
    };
  };
  const databases = namedCounts(sets, ['database']);
  const registers = namedCounts(sets, ['register']);
  const linked = await studiesBehind(ctx, reviewId, sets.included);
  const earlier = await ctx.db.findOneBy(EarlierVersion, { reviewId });
  return {
    ...(earlier
      ? { kind: 'updated', previous: { studies: earlier.studies, reports: earlier.reports } }
      : { kind: 'new' }),
    databases,
    registers,
    removed: {
      ...{ duplicates: sets.duplicates.length, byAutomation: sets.notScreened.length, otherReasons: 0 },
      ...(sets.notScreened.length > 0 ? { automation: await automationOf(ctx, reviewId) } : {}),
    },
    screening: {
      screened: sets.screened.length,
      waiting: sets.awaitingScreening.length,
      excluded: sets.recordsExcluded.length,
      passed: { records: sets.recordsPassed.length, reports: sets.recordsPassed.length },
    },
    reports: await reports(false, sets.recordsPassed.length),
    ...(others.size > 0
      ? {
          other: {
            identified: otherSources(sets),
            removed: { duplicates: 0, irrelevant: 0 },
            reports: await reports(true, others.size),
          },
        }
      : {}),
    included: {
      // An included report that nobody has linked yet is taken to be a study of its own.
      studies: linked.studies + linked.unlinked,
      reports: sets.included.length,
    },
  };
}

/** Which tool, and by which rule: PRISMA asks for the name. */
async function automationOf(ctx: Context, reviewId: string): Promise<string> {
  const at = { reviewId, stage: 'title-and-abstract' } as const;
  const ranking = await ctx.db.findOneBy(Ranking, at);
  const rules = {
    test: `a hypergeometric test of ${Math.round((ranking?.targetRecall ?? 0) * 1000) / 10} % recall`,
    run: `${ranking?.irrelevantRun} irrelevant records in a row`,
    sample: 'a random sample of the rest',
  };
  const rule = ranking ? `, where the protocol’s rule is ${rules[ranking.stoppingRule]}` : '';
  return `not screened when screening in the order of Pooled’s ranking ended${rule}`;
}

async function studiesBehind(ctx: Context, reviewId: string, included: readonly string[]) {
  const reports = new Map((await ctx.db.findBy(Report, { reviewId })).map(one => [one.recordId, one.studyId]));
  const studyIds = included.map(recordId => reports.get(recordId) ?? null);
  return {
    studies: new Set(studyIds.filter(studyId => studyId !== null)).size,
    unlinked: studyIds.filter(studyId => studyId === null).length,
  };
}

function namedCounts(sets: FlowSets, kinds: readonly string[]): NamedCount[] {
  const counts = new Map<string, number>();
  for (const record of sets.identified) {
    if (kinds.includes(record.sourceKind)) counts.set(record.sourceName, (counts.get(record.sourceName) ?? 0) + 1);
  }
  return [...counts].map(([name, n]) => ({ name, n }));
}

function otherSources(sets: FlowSets) {
  const kinds: readonly OtherSourceKind[] = ['website', 'organisation', 'citation', 'other'];
  return kinds.flatMap(kind => namedCounts(sets, [kind]).map(count => ({ ...count, kind })));
}

function countSources(sets: FlowSets) {
  const kinds = [...new Set(sets.identified.map(record => record.sourceKind))];
  return kinds.flatMap(kind => namedCounts(sets, [kind]).map(({ name, n }) => ({ name, kind, records: n })));
}

async function countReasons(ctx: Context, reviewId: string, sets: FlowSets) {
  const criteria = await ctx.db.find(Criterion, { where: { reviewId }, order: { position: 'ASC' } });
  const counts = new Map<string | null, number>();
  for (const { criterionId } of sets.reportsExcluded) counts.set(criterionId, (counts.get(criterionId) ?? 0) + 1);
  const named = criteria
    .filter(criterion => counts.has(criterion.criterionId))
    .map(({ criterionId, text }) => ({ criterionId, text, reports: counts.get(criterionId) ?? 0 }));
  const withoutReason = counts.get(null) ?? 0;
  return withoutReason > 0 ? [...named, { criterionId: null, text: 'No reason given', reports: withoutReason }] : named;
}
