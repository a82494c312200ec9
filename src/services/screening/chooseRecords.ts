import { randomFrom, shuffled } from '#core/random';
import type { ReviewStanding } from '#policies/standing';
import type { Context } from '#services/context';
import { ACTIVE_RECORDS } from '#services/records/activeRecords';
import type { RecordFilters } from '#services/records/recordFilters';
import { selectRecords } from '#services/records/selectRecords';
import { waitingRecords } from '#services/screening/assignmentBoard';
import type { Situations } from '#services/screening/situations';

/** Which records are to be given out. */
export type Which =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'found'; readonly text: string; readonly source: string | null }
  | { readonly kind: 'chosen'; readonly recordIds: readonly string[] }
  /** All that a list of records with these filters shows. */
  | { readonly kind: 'selected'; readonly filters: RecordFilters }
  /** What a person has not decided yet: it moves to others. */
  | { readonly kind: 'of-person'; readonly personId: string };

export interface Choosing {
  readonly which: Which;
  readonly count: number | null;
  readonly sharePercent: number | null;
  /** In the order of import, by lot from the seed, or in the order of the ranking. */
  readonly order: 'import' | 'lot' | 'ranked';
  readonly seed: number;
}

/** The situations as they would be without the open records of the person whose work moves. */
export function withoutOpenWork(situations: Situations, which: Which): Situations {
  if (which.kind !== 'of-person') return situations;
  return new Map(
    [...situations].map(([recordId, situation]) => [
      recordId,
      isOpenFor(situations, recordId, which.personId)
        ? {
            ...situation,
            asked: situation.asked.map(one => (one.personId === which.personId ? { ...one, isGone: true } : one)),
          }
        : situation,
    ]),
  );
}

export function isOpenFor(situations: Situations, recordId: string, personId: string): boolean {
  const { asked, decisions } = situations.get(recordId) ?? { asked: [], decisions: [] };
  return (
    asked.some(one => one.personId === personId && !one.isGone) && !decisions.some(one => one.personId === personId)
  );
}

/** Records that need more people, of those that were asked for. `before` tells who holds what now. */
export async function chooseRecords(
  ctx: Context,
  viewer: ReviewStanding,
  before: Situations,
  situations: Situations,
  choosing: Choosing,
  /** Puts records into the order of the ranking. */
  byRank: (recordIds: readonly string[]) => Promise<readonly string[]>,
): Promise<string[]> {
  const waiting = waitingRecords(situations);
  const wanted = await wantedOf(ctx, viewer, before, choosing.which);
  const open = wanted === null ? waiting : waiting.filter(recordId => wanted.has(recordId));
  const isByLot = choosing.order === 'lot' || choosing.sharePercent !== null;
  const drawn = isByLot ? shuffled(open, randomFrom(choosing.seed)) : open;
  const byShare =
    choosing.sharePercent === null ? drawn.length : Math.ceil((drawn.length * choosing.sharePercent) / 100);
  if (choosing.order !== 'ranked') return drawn.slice(0, Math.min(byShare, choosing.count ?? drawn.length));
  // A share is a fair sample whatever the order: it is drawn first, and what was drawn is then put in order.
  return (await byRank(drawn.slice(0, byShare))).slice(0, choosing.count ?? byShare);
}

async function wantedOf(
  ctx: Context,
  viewer: ReviewStanding,
  before: Situations,
  which: Which,
): Promise<ReadonlySet<string> | null> {
  switch (which.kind) {
    case 'waiting':
      return null;
    case 'chosen':
      return new Set(which.recordIds);
    case 'of-person':
      return new Set([...before.keys()].filter(recordId => isOpenFor(before, recordId, which.personId)));
    case 'found':
      return findRecords(ctx, viewer.reviewId, which);
    case 'selected':
      return new Set(await selectRecords(ctx, viewer, { filters: which.filters }));
    default: {
      const never: never = which;
      throw new RangeError(`chooseRecords: nothing is called ${String(never)}`);
    }
  }
}

/** Records whose title or abstract has the words, of one source where it is named. */
async function findRecords(
  ctx: Context,
  reviewId: string,
  { text, source }: { readonly text: string; readonly source: string | null },
): Promise<ReadonlySet<string>> {
  const rows: { record_id: string }[] = await ctx.db.query(
    `select record.record_id from ${ACTIVE_RECORDS} where record.review_id = $1
       and ($2 = '' or to_tsvector('english', record.title || ' ' || record.abstract_text) @@ websearch_to_tsquery('english', $2))
       and ($3::text is null or search.source_name = $3)`,
    [reviewId, text, source],
  );
  return new Set(rows.map(row => row.record_id));
}
