import { whyNotAssess, whyNotSettle } from '#policies/appraisal';
import { whyNotCheck, whyNotFill, whyNotSettleExtraction } from '#policies/extraction';
import type { ReviewStanding } from '#policies/standing';
import { caseOf } from '#services/appraisal/loadAppraisal';
import { loadAppraisals } from '#services/appraisal/readAppraisals';
import type { Context } from '#services/context';
import { loadStudyCases } from '#services/extraction/studyCases';
import type { Due } from '#services/notifications/remind';
import { standInReview } from '#services/standing';

/** What waits in a review comes of its events: where there were none lately, nothing new waits. */
const LATELY_MS = 6 * 3_600_000;

interface Source {
  readonly kind: 'extraction-waiting' | 'appraisal-waiting';
  /** Deeds after which something may wait for somebody else. */
  readonly deeds: readonly string[];
  readonly page: string;
  /** What waits for this person, in words; null where nothing does. */
  readonly waiting: (ctx: Context, viewer: ReviewStanding) => Promise<string | null>;
}

const EXTRACTION: Source = {
  kind: 'extraction-waiting',
  deeds: ['add-study', 'finish-extraction', 'free-extraction-seat', 'set-extraction-mode', 'reopen-extraction'],
  page: 'extraction',
  waiting: async (ctx, viewer) => {
    const cases = [...(await loadStudyCases(ctx, viewer.reviewId, viewer)).values()].map(one => one.at);
    const open = cases.filter(at => !at.isSettled);
    return sentence([
      [
        open.filter(at => !at.isMine && at.begun < (at.mode === 'double' ? 2 : 1) && whyNotFill(viewer, at) === null),
        'to extract',
      ],
      [open.filter(at => whyNotSettleExtraction(viewer, at) === null), 'to settle'],
      [open.filter(at => whyNotCheck(viewer, at) === null), 'to check'],
    ]);
  },
};

const APPRAISAL: Source = {
  kind: 'appraisal-waiting',
  deeds: ['appraise-result', 'withdraw-assessment', 'reopen-appraisal'],
  page: 'risk-of-bias',
  waiting: async (ctx, viewer) => {
    const cases = (await loadAppraisals(ctx, viewer.reviewId)).map(one => caseOf(one, viewer));
    const open = cases.filter(at => !at.isSettled);
    return sentence([
      [open.filter(at => !at.isMine && whyNotAssess(viewer, at) === null), 'to judge'],
      [open.filter(at => whyNotSettle(viewer, at) === null), 'to agree on'],
    ]);
  },
};

function sentence(parts: readonly (readonly [readonly unknown[], string])[]): string | null {
  const said = parts.flatMap(([found, what]) => (found.length === 0 ? [] : [`${found.length} ${what}`]));
  return said.length === 0 ? null : said.join(', ');
}

/**
 * Studies that wait to be extracted, settled or checked, and appraisals to be judged or agreed on: each person is told what
 * they themselves may do, by the policies of the pages. Both who work blind must have finished before anybody is told that
 * something can be settled, so the notice says nothing that the page doesn't.
 */
async function waitingIn(ctx: Context, source: Source): Promise<Due[]> {
  const rows: { review_id: string; title: string; person_id: string; last_on: string }[] = await ctx.db.query(
    `select review.review_id, review.title, seat.person_id, to_char(max(e.at) at time zone 'UTC', 'YYYY-MM-DD') as last_on
     from reviews review
     join audit_events e on e.review_id = review.review_id and e.at > $1 and e.deed = any($2::text[])
     join memberships seat on seat.project_id = review.project_id and seat.left_at is null
       and seat.roles && array['lead', 'extractor', 'adjudicator', 'statistician'] and e.actor_id is distinct from seat.person_id
     where not exists (select 1 from notifications n where n.person_id = seat.person_id and n.kind = $3
       and n.about_key = review.review_id || ':' || to_char(e.at at time zone 'UTC', 'YYYY-MM-DD'))
     group by review.review_id, review.title, seat.person_id`,
    [new Date(ctx.now().getTime() - LATELY_MS), [...source.deeds], source.kind],
  );
  const dues: Due[] = [];
  for (const row of rows) {
    const viewer = await standInReview(ctx, { personId: row.person_id, isAdministrator: false }, row.review_id);
    const said = await source.waiting(ctx, viewer);
    if (said === null) continue;
    dues.push({
      ...{ kind: source.kind, personIds: [row.person_id], about: `${row.review_id}:${row.last_on}` },
      title: `${source.kind === 'extraction-waiting' ? 'Studies' : 'Appraisals of risk of bias'}, ${said}: ${row.title}`,
      link: `/reviews/${row.review_id}/${source.page}`,
    });
  }
  return dues;
}

export const extractionWaiting = (ctx: Context) => waitingIn(ctx, EXTRACTION);
export const appraisalsWaiting = (ctx: Context) => waitingIn(ctx, APPRAISAL);
