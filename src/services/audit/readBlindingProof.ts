import { csvText } from '#core/reporting/csvText';
import { askKey, blindingProof, type ProvenDecision, proofSentence } from '#core/screening/blindingProof';
import { DECISIONS_NEEDED } from '#core/screening/disagreement';
import { modeOfRecord } from '#core/screening/secondScreener';
import { STAGES, type Stage } from '#core/vocabulary';
import { insist } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import type { ReviewStanding } from '#policies/standing';
import { sealReview } from '#services/audit/sealEvents';
import { verifyReview } from '#services/audit/verifyAudit';
import type { Actor, Context } from '#services/context';
import { listMembers } from '#services/projects/readProjects';
import { standInReview } from '#services/standing';

/** From the sealed log, whether anybody could see what others chose before deciding. It holds times, and no choice. */
export async function readBlindingProof(ctx: Context, actor: Actor, reviewId: string) {
  const viewer = await standInReview(ctx, actor, reviewId);
  insist(whyNotAct(viewer, 'seeAudit'));
  await sealReview(ctx, reviewId);
  const proven = await proveReview(ctx, viewer);
  const { chain } = await verifyReview(ctx, reviewId);
  return {
    sentence: proofSentence(proven),
    decisions: proven.length,
    exceptions: proven.filter(one => one.couldHaveSeen !== null).length,
    fingerprint: chain.holds ? chain.fingerprint : null,
  };
}

/** The same decision by decision, for a paper's supplement: screeners by letter, each with its link of the chain. */
export async function blindingAsCsv(ctx: Context, viewer: ReviewStanding): Promise<string> {
  insist(whyNotAct(viewer, 'seeAudit'));
  await sealReview(ctx, viewer.reviewId);
  const proven = await proveReview(ctx, viewer);
  const hashes: { position: number; hash: string }[] = await ctx.db.query(
    'select position, hash from audit_seals where review_id = $1',
    [viewer.reviewId],
  );
  const hashAt = new Map(hashes.map(one => [one.position, one.hash]));
  const letters = new Map<string, string>();
  for (const { personId } of proven) {
    if (!letters.has(personId)) letters.set(personId, `Screener ${letters.size + 1}`);
  }
  return csvText([
    ['stage', 'record', 'screener', 'decided_at', 'others_before', 'could_have_seen', 'link', 'sha256'],
    ...proven.map(one => [
      ...[one.stage, one.recordId, letters.get(one.personId) ?? '', one.at, String(one.othersBefore)],
      ...[one.couldHaveSeen ?? 'no', String(one.position), hashAt.get(one.position) ?? ''],
    ]),
  ]);
}

const DEEDS = [
  'record-decision',
  'withdraw-decision',
  'open-discussion',
  'adjudicate-record',
  'close-stage',
  'reopen-stage',
];

async function proveReview(ctx: Context, viewer: ReviewStanding): Promise<readonly ProvenDecision[]> {
  const { reviewId, projectId } = viewer;
  const rows: {
    deed: string;
    actor_id: string | null;
    subject_id: string;
    stage: string | null;
    at: Date;
    position: number;
  }[] = await ctx.db.query(
    `select event.deed, event.actor_id, event.subject_id, event.facts->>'stage' as stage, event.at, seal.position
       from audit_seals seal join audit_events event on event.review_id = seal.review_id and event.event_id = seal.event_id
       where seal.review_id = $1 and event.deed = any($2) order by seal.position`,
    [reviewId, DEEDS],
  );
  const asked: { stage: Stage; record_id: string; person_id: string; given_at: Date }[] = await ctx.db.query(
    'select stage, record_id, person_id, given_at from screening_assignments where review_id = $1',
    [reviewId],
  );
  const members = await listMembers(ctx, projectId);
  return blindingProof({
    deeds: rows.map(row => ({
      ...{ deed: row.deed, actorId: row.actor_id, subjectId: row.subject_id, position: row.position },
      stage: STAGES.find(stage => stage === row.stage) ?? null,
      at: row.at.toISOString(),
    })),
    settlerIds: members
      .filter(({ roles }) => roles.includes('lead') || roles.includes('adjudicator'))
      .map(member => member.personId),
    askedAt: new Map(asked.map(one => [askKey(one.stage, one.record_id, one.person_id), one.given_at.toISOString()])),
    needed: (stage, recordId) => DECISIONS_NEEDED[modeOfRecord(viewer.rules[stage], recordId)],
  });
}
