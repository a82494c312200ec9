import { In } from 'typeorm';
import { PROSPERO, REVIEW_KINDS, reviewKind, reviewsFirst } from '#core/protocol/priorReviews';
import { createReader } from '#core/searching/createReader';
import type { ReferenceRecord } from '#core/searching/record';
import { SearchRecord } from '#entities/SearchRecord';
import { insist } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import type { Actor, Context } from '#services/context';
import { authorsTextOf } from '#services/imports/recordRow';
import { loadActiveImports } from '#services/records/activeImports';
import { standInReview } from '#services/standing';

const MOST_SHOWN = 30;
/** Titles that may be those of reviews; core looks closer. */
const TITLE_WORDS =
  "'systematic':A | 'systematically':A | 'meta':A | 'metaanalysis':A | 'review':A | 'overview':A | 'evidence':A";
const IS_REVIEW_TYPE = `details @? '$.publicationTypes[*].name ? (@ like_regex "^(systematic review|meta-analysis|network meta-analysis|scoping review|review)$" flag "i")'`;

/** Reviews among the records, systematic ones first and the newest of them. */
export async function listPriorReviews(ctx: Context, actor: Actor, reviewId: string) {
  await standInReview(ctx, actor, reviewId);
  const imports = await loadActiveImports(ctx, reviewId);
  const candidates: { record_id: string }[] = await ctx.db.query(
    `select found.record_id from (
       select record_id from record_index where review_id = $1 and words @@ to_tsquery('simple', $3)
       union select record_id from search_records where review_id = $1 and ${IS_REVIEW_TYPE}) found
     join record_index record on record.review_id = $1 and record.record_id = found.record_id
     where record.import_id = any($2::uuid[]) and not record.is_copy
     order by record.year desc nulls last, record.record_id limit 2000`,
    [reviewId, imports.ids, TITLE_WORDS],
  );
  const recordIds = candidates.map(row => row.record_id);
  const rows = await ctx.db.find(SearchRecord, { where: { reviewId, recordId: In(recordIds) } });
  const byId = new Map(rows.map(row => [row.recordId, row]));
  const reviews = recordIds.flatMap(recordId => {
    const row = byId.get(recordId);
    if (!row) return [];
    const details = row.details as ReferenceRecord; // written by recordRow
    return [{ ...row, publicationTypes: details.publicationTypes.map(type => type.name) }];
  });
  return {
    reviews: reviewsFirst(reviews)
      .map(({ title, authorsText, year, pmid, recordId, publicationTypes }) => ({
        ...{ title, authorsText, year, pmid, recordId },
        kind: reviewKind({ title, publicationTypes }),
      }))
      .filter(({ kind }) => kind !== 'none')
      .slice(0, MOST_SHOWN),
    registerAddress: PROSPERO,
  };
}

const MOST_FETCHED = 20;

/** Systematic reviews among what a search finds in PubMed, before anything is imported. Writes nothing. */
export async function findPriorReviews(ctx: Context, actor: Actor, reviewId: string, query: string) {
  insist(whyNotAct(await standInReview(ctx, actor, reviewId), 'import'));
  const asked = `(${query}) AND systematic[sb]`;
  const address = `https://pubmed.ncbi.nlm.nih.gov/?sort=date&term=${encodeURIComponent(asked)}`;
  const { count } = await ctx.pubmed.count(asked);
  const pmids = count === 0 ? [] : (await ctx.pubmed.searchIds(asked)).slice(0, MOST_FETCHED);
  const records: ReferenceRecord[] = [];
  if (pmids.length > 0) {
    for await (const { xml } of ctx.pubmed.fetchXml(pmids)) {
      const reader = createReader(
        'pubmed-xml',
        record => records.push(record),
        () => {},
      );
      reader.write(xml);
      reader.end();
    }
  }
  const reviews = records.map(record => {
    const publicationTypes = record.publicationTypes.map(type => type.name);
    const title = record.title ?? record.vernacularTitle ?? '';
    const kind = reviewKind({ title, publicationTypes });
    // PubMed's own filter has called it systematic already.
    return {
      title,
      authorsText: authorsTextOf(record),
      year: record.date.year,
      pmid: record.pmid,
      recordId: null,
      publicationTypes,
      kind: kind === 'none' ? REVIEW_KINDS[0] : kind,
    };
  });
  return { count, reviews: reviewsFirst(reviews), address };
}
