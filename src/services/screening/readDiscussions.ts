import { In } from 'typeorm';
import { type DecisionOnRecord, disagreement } from '#core/screening/disagreement';
import { type Phase, phase } from '#core/screening/phase';
import { STAGES, type Stage } from '#core/vocabulary';
import { Adjudication } from '#entities/Adjudication';
import { DiscussionMessage } from '#entities/DiscussionMessage';
import { ScreeningDecision } from '#entities/ScreeningDecision';
import { ScreeningDiscussion } from '#entities/ScreeningDiscussion';
import { whyNotDiscuss } from '#policies/discussions';
import type { Refusal } from '#policies/refusal';
import type { ReviewStanding } from '#policies/standing';
import { maySeeDiscussion, whyNotChangeInPilot } from '#policies/visibility';
import type { Actor, Context } from '#services/context';
import { namesOf } from '#services/projects/readProjects';
import { listCriteria } from '#services/protocol/questions';
import { loadRecordsToRead } from '#services/records/readRecords';
import { type KnownRound, loadRounds } from '#services/screening/pilotRounds';
import { loadSituationsOf } from '#services/screening/situations';
import { standInReview } from '#services/standing';

interface Known {
  readonly discussion: ScreeningDiscussion;
  readonly phase: Phase;
  readonly isInvited: boolean;
}

/** The discussions that a person is invited to or may settle, the newest first, each with what was said. */
export async function listDiscussions(ctx: Context, actor: Actor, reviewId: string) {
  const viewer = await standInReview(ctx, actor, reviewId);
  const known = await knownTo(ctx, viewer);
  const discussions = known.length === 0 ? [] : await present(ctx, viewer, known);
  return {
    discussions,
    open: discussions.filter(one => one.state === 'open').length,
    criteria: await listCriteria(ctx, reviewId),
  };
}

async function knownTo(ctx: Context, viewer: ReviewStanding): Promise<Known[]> {
  const { reviewId, personId } = viewer;
  const all = await ctx.db.find(ScreeningDiscussion, {
    where: { reviewId },
    order: { openedAt: 'DESC', discussionId: 'DESC' },
  });
  const known = new Map<string, Known>();
  for (const stage of STAGES) {
    const here = all.filter(one => one.stage === stage);
    if (here.length === 0) continue;
    const recordIds = here.map(one => one.recordId);
    const situations = await loadSituationsOf(ctx, viewer, stage, recordIds);
    for (const discussion of here) {
      const situation = situations.get(discussion.recordId);
      const reached = situation ? phase(situation) : 'independent';
      const isInvited = discussion.asDecided.some(one => one.personId === personId);
      if (!maySeeDiscussion(viewer, { stage, phase: reached, isInvited })) continue;
      known.set(discussion.discussionId, { discussion, phase: reached, isInvited });
    }
  }
  return all.flatMap(one => known.get(one.discussionId) ?? []);
}

async function present(ctx: Context, viewer: ReviewStanding, known: readonly Known[]) {
  const { reviewId } = viewer;
  const recordIds = known.map(one => one.discussion.recordId);
  const on = { reviewId, recordId: In(recordIds) };
  const decisions = await ctx.db.findBy(ScreeningDecision, on);
  const adjudications = await ctx.db.findBy(Adjudication, on);
  const messages = await ctx.db.find(DiscussionMessage, {
    where: { reviewId, discussionId: In(known.map(one => one.discussion.discussionId)) },
    order: { writtenAt: 'ASC', messageId: 'ASC' },
  });
  const people = [
    ...known.flatMap(({ discussion }) => [discussion.openedBy, ...discussion.asDecided.map(one => one.personId)]),
    ...messages.map(one => one.personId),
    ...adjudications.map(one => one.adjudicatorId),
  ];
  const names = await namesOf(ctx, people);
  const pilots = await Promise.all(STAGES.map(stage => loadRounds(ctx, viewer.projectId, { reviewId, stage })));
  const name = (personId: string) => names.get(personId) ?? 'former member';
  const records = new Map((await loadRecordsToRead(ctx, reviewId, recordIds)).map(one => [one.recordId, one]));
  return known.flatMap(one => {
    const { discussion } = one;
    const { discussionId, stage, recordId, openedBy, openedAt } = discussion;
    const record = records.get(recordId);
    if (!record) return [];
    const isHere = (row: { stage: string; recordId: string }) => row.stage === stage && row.recordId === recordId;
    const settlement = adjudications.find(isHere);
    const given = decisions.filter(
      row => isHere(row) && discussion.asDecided.some(one => one.personId === row.personId),
    );
    const write = whyNotDiscuss(viewer, { stage, phase: one.phase });
    return [
      {
        ...{ discussionId, stage, record, openedBy: name(openedBy), openedAt },
        // Only of those who take part: who was asked later decides blind, and nobody here learns what.
        decisions: discussion.asDecided.map(({ personId, ...before }) => {
          const now = given.find(row => row.personId === personId) ?? null;
          const isAfterOpening = now !== null && now.decidedAt > openedAt;
          const isMine = personId === viewer.personId;
          return { person: { personId, name: name(personId) }, isMine, before, now, isAfterOpening };
        }),
        messages: messages
          .filter(message => message.discussionId === discussionId)
          .map(message => ({
            ...{ messageId: message.messageId, text: message.text, writtenAt: message.writtenAt },
            ...{ authorName: name(message.personId), isMine: message.personId === viewer.personId },
          })),
        state: stateOf(settlement !== undefined, given, stage),
        settled: settlement ? { ...settlement, by: name(settlement.adjudicatorId) } : null,
        may: { write, decide: decideIn(viewer, one, pilots.flat(), write) },
      },
    ];
  });
}

/** What was decided in a pilot that everybody has finished stands: the page offers no buttons that would be refused. */
function decideIn(viewer: ReviewStanding, known: Known, pilots: readonly KnownRound[], write: Refusal): Refusal {
  if (!known.isInvited) return 'You did not decide on this record.';
  const { stage, recordId } = known.discussion;
  const pilot = pilots.find(({ round }) => round.stage === stage && round.recordIds.includes(recordId));
  if (write || !pilot) return write;
  const hasTakenPart = pilot.round.personIds.includes(viewer.personId);
  return whyNotChangeInPilot({ isFinished: pilot.isFinished, hasTakenPart });
}

/** Told by those who take part alone: what a third person who is asked later chooses shows in it to nobody. */
function stateOf(isSettled: boolean, now: readonly DecisionOnRecord[], stage: Stage): 'open' | 'agreed' | 'settled' {
  if (isSettled) return 'settled';
  return disagreement(now, stage) === null ? 'agreed' : 'open';
}
