import { questionText } from '#core/screening/questionText';
import type { RankingTexts } from '#core/screening/rankingDesk';
import { Question } from '#entities/Question';
import { Review } from '#entities/Review';
import type { Context } from '#services/context';
import { listCriteria } from '#services/protocol/questions';
import { ACTIVE_RECORDS, IS_PRIMARY, WITH_CLUSTER } from '#services/records/activeRecords';

/**
 * Which texts a review's orders are made of, by name. It is kept longer than a transaction: `load` reads the texts, where
 * somebody needs them, within the one at hand.
 */
export interface RankingBasis {
  /** SHA-256 of the records' ids in their order, of the last edit of one, and of the question. */
  readonly basis: string;
  readonly recordIds: readonly string[];
  readonly load: (ctx: Context) => Promise<RankingTexts>;
}

/** All records of a review but duplicates, in the order of import, and its question. */
export async function rankingBasis(ctx: Context, reviewId: string): Promise<RankingBasis> {
  const rows: { record_id: string }[] = await ctx.db.query(
    `select record.record_id from ${ACTIVE_RECORDS} ${WITH_CLUSTER} where record.review_id = $1 and ${IS_PRIMARY}
     order by import.created_at, record.import_id, record.position`,
    [reviewId],
  );
  const recordIds = rows.map(row => row.record_id);
  const question = await readQuestionText(ctx, reviewId);
  const [edit]: { last: string | null }[] = await ctx.db.query(
    'select max(edit_id::text) as last from record_edits where review_id = $1',
    [reviewId],
  );
  return {
    basis: ctx.sha256(`${recordIds.join(' ')}\n${edit?.last ?? ''}\n${question}`),
    recordIds,
    load: async within => ({
      question,
      count: recordIds.length,
      read: (from, to) => loadRecords(within, reviewId, recordIds.slice(from, to)),
    }),
  };
}

interface TextRow {
  readonly record_id: string;
  readonly title: string;
  readonly abstract_text: string;
  readonly mesh: readonly { readonly name: string }[] | null;
  readonly kinds: readonly { readonly name: string }[] | null;
  readonly keywords: readonly { readonly text: string }[] | null;
}

async function loadRecords(ctx: Context, reviewId: string, recordIds: readonly string[]) {
  const rows: TextRow[] = await ctx.db.query(
    `select record_id, title, abstract_text, details->'meshHeadings' as mesh, details->'publicationTypes' as kinds,
       details->'keywords' as keywords from search_records where review_id = $1 and record_id = any($2::uuid[])`,
    [reviewId, recordIds],
  );
  const byId = new Map(
    rows.map(row => [row.record_id, { title: row.title, abstract: row.abstract_text, keywords: keywordsOf(row) }]),
  );
  return recordIds.map(recordId => byId.get(recordId) ?? { title: '', abstract: '' });
}

/** MeSH headings, publication types and the authors' keywords: all that a record says of its matter besides its text. */
function keywordsOf({ mesh, kinds, keywords }: TextRow): string {
  const names = [...(mesh ?? []), ...(kinds ?? [])].map(one => one.name);
  return [...names, ...(keywords ?? []).map(one => one.text)].join('; ');
}

async function readQuestionText(ctx: Context, reviewId: string): Promise<string> {
  const review = await ctx.db.findOneByOrFail(Review, { reviewId });
  const question = await ctx.db.findOne(Question, { where: { reviewId }, order: { version: 'DESC' } });
  const criteria = await listCriteria(ctx, reviewId);
  return questionText({
    title: question?.title || review.title,
    slots: question?.slots,
    criteria,
  });
}
