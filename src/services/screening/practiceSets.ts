import { Problem } from '#core/problem';
import { drawPractice, type PracticeDraw } from '#core/screening/drawPractice';
import { standing } from '#core/screening/standing';
import type { PracticeAnswer } from '#core/vocabulary';
import { PracticeSet } from '#entities/PracticeSet';
import { whyNotOfferEverybody, whyNotOfferTeam, whyNotTakeAnswers } from '#policies/practice';
import { insist } from '#policies/refusal';
import type { Actor, Context } from '#services/context';
import { RECORD_COLUMNS, recordRow } from '#services/imports/recordRow';
import { type DeedContext, perform } from '#services/perform';
import { type LabelledRecord, readLabelledTable } from '#services/screening/labelledTable';
import { loadSituations } from '#services/screening/situations';
import { standInReview } from '#services/standing';

export interface NewPracticeSet extends PracticeDraw {
  readonly name: string;
  readonly includeWhen: string;
  readonly excludeWhen: string;
  readonly forReviewId: string | null;
  readonly from:
    | { readonly kind: 'finished-review'; readonly reviewId: string }
    | { readonly kind: 'table'; readonly text: string };
}

/** Makes a practice set for the team of a review that one leads, or, as an administrator, for everybody here. */
export async function createPracticeSet(ctx: Context, actor: Actor, input: NewPracticeSet): Promise<{ id: string }> {
  const { forReviewId, from } = input;
  insist(
    forReviewId === null
      ? whyNotOfferEverybody(actor.isAdministrator)
      : whyNotOfferTeam(await standInReview(ctx, actor, forReviewId)),
  );
  return perform(ctx, actor, 'make-practice-set', async tx => {
    const practiceSetId = tx.newId();
    await tx.db.insert(PracticeSet, {
      ...{ practiceSetId, name: input.name, includeWhen: input.includeWhen, excludeWhen: input.excludeWhen },
      ...{ audience: forReviewId === null ? 'everybody' : 'team', forReviewId, origin: from.kind, seed: input.seed },
      ...{ createdBy: actor.personId, createdAt: tx.now(), retiredAt: null },
    });
    const records =
      from.kind === 'table'
        ? await storeFromTable(tx, practiceSetId, drawn(readLabelledTable(from.text), input))
        : await storeFromReview(tx, practiceSetId, from.reviewId, drawn(await answersOf(tx, actor, from), input));
    tx.witness({
      ...(forReviewId === null ? {} : { reviewId: forReviewId }),
      ...{ subjectKind: 'practice-set', subjectId: practiceSetId, facts: { records, origin: from.kind } },
    });
    return { id: practiceSetId };
  });
}

/** Offers a practice set no more. What people showed in it stays. */
export async function retirePracticeSet(ctx: Context, actor: Actor, practiceSetId: string): Promise<void> {
  const set = await requireOwnSet(ctx, actor, practiceSetId);
  await perform(ctx, actor, 'retire-practice-set', async tx => {
    if (set.retiredAt !== null) return tx.changedNothing();
    await tx.db.update(PracticeSet, { practiceSetId }, { retiredAt: tx.now() });
    tx.witness({
      ...(set.forReviewId === null ? {} : { reviewId: set.forReviewId }),
      ...{ subjectKind: 'practice-set', subjectId: practiceSetId },
    });
  });
}

async function requireOwnSet(ctx: Context, actor: Actor, practiceSetId: string): Promise<PracticeSet> {
  const set = await ctx.db.findOneBy(PracticeSet, { practiceSetId });
  if (!set) throw new Problem('not-found', 'There is no such practice set, or it is not offered to you.');
  if (set.forReviewId !== null) insist(whyNotOfferTeam(await standInReview(ctx, actor, set.forReviewId)));
  else insist(whyNotOfferEverybody(actor.isAdministrator));
  return set;
}

interface KnownAnswer {
  readonly recordId: string;
  readonly answer: PracticeAnswer;
}

/** What title and abstract came to, of a review whose stage is closed. */
async function answersOf(ctx: Context, actor: Actor, from: { readonly reviewId: string }): Promise<KnownAnswer[]> {
  const viewer = await standInReview(ctx, actor, from.reviewId);
  insist(whyNotTakeAnswers(viewer, viewer.closedStages.includes('title-and-abstract')));
  const situations = await loadSituations(ctx, viewer, 'title-and-abstract');
  return [...situations].flatMap(([recordId, situation]): KnownAnswer[] => {
    const { verdict } = standing(situation);
    if (verdict === 'included') return [{ recordId, answer: 'include' }];
    return verdict === 'excluded' ? [{ recordId, answer: 'exclude' }] : [];
  });
}

function drawn<T extends { readonly answer: PracticeAnswer }>(known: readonly T[], draw: PracticeDraw): readonly T[] {
  const records = drawPractice(known, draw);
  if (records) return records;
  const detail = 'Practice needs records of both kinds: some that were included and some that were excluded.';
  throw new Problem('invalid', detail, {}, [{ pointer: '/body/from', detail }]);
}

const COPIED =
  'title, abstract_text, authors_text, year, journal, volume, issue, pages, doi, pmid, pmcid, details' as const;

async function storeFromReview(
  tx: DeedContext,
  practiceSetId: string,
  reviewId: string,
  records: readonly KnownAnswer[],
): Promise<number> {
  await tx.db.query(
    `insert into practice_records (practice_set_id, record_id, position, answer, ${COPIED})
     select $1, drawn.copy_id, drawn.position, drawn.answer, ${COPIED}
     from unnest($3::uuid[], $4::uuid[], $5::int[], $6::text[]) as drawn (record_id, copy_id, position, answer)
     join search_records record on record.review_id = $2 and record.record_id = drawn.record_id`,
    [
      ...[practiceSetId, reviewId, records.map(one => one.recordId), records.map(() => tx.newId())],
      ...[records.map((_, position) => position), records.map(one => one.answer)],
    ],
  );
  return records.length;
}

async function storeFromTable(
  tx: DeedContext,
  practiceSetId: string,
  records: readonly LabelledRecord[],
): Promise<number> {
  // The same row as a record of a review has, but for what belongs to a review alone.
  const kept = RECORD_COLUMNS.flatMap((column, place) =>
    ['review_id', 'import_id', 'created_at'].includes(column) ? [] : [place],
  );
  const columns = ['practice_set_id', ...kept.map(place => RECORD_COLUMNS[place] ?? ''), 'answer'];
  const rows = records.map(({ record, answer }, position) => {
    const place = { reviewId: '', importId: '', recordId: tx.newId(), position, createdAt: tx.now() };
    const row = recordRow(record, place);
    return [practiceSetId, ...kept.map(at => row[at] ?? null), answer];
  });
  await tx.copyRows(tx.db, 'practice_records', columns, rows);
  return rows.length;
}
