import { IsNull } from 'typeorm';
import type { DecisionOnRecord } from '#core/screening/disagreement';
import type { Stage } from '#core/vocabulary';
import { Membership } from '#entities/Membership';
import { PilotRound } from '#entities/PilotRound';
import { ScreeningDecision } from '#entities/ScreeningDecision';
import type { Context } from '#services/context';
import type { StageKey } from '#services/screening/assignmentBoard';

/** A pilot round with how far everybody is. */
export interface KnownRound {
  readonly round: PilotRound;
  /** Those who are asked and still in the team, with how many of the records they have decided. */
  readonly done: ReadonlyMap<string, number>;
  readonly isFinished: boolean;
  readonly decisions: ReadonlyMap<string, readonly DecisionOnRecord[]>;
}

/** The pilot rounds of a stage, the newest first. Who has left is waited for no more; their decisions stay. */
export async function loadRounds(ctx: Context, projectId: string, key: StageKey): Promise<KnownRound[]> {
  const rounds = await ctx.db.find(PilotRound, {
    where: { reviewId: key.reviewId, stage: key.stage },
    order: { number: 'DESC' },
  });
  if (rounds.length === 0) return [];
  const members = new Set(
    (await ctx.db.findBy(Membership, { projectId, leftAt: IsNull() })).map(member => member.personId),
  );
  return Promise.all(rounds.map(round => know(ctx, round, members)));
}

async function know(ctx: Context, round: PilotRound, members: ReadonlySet<string>): Promise<KnownRound> {
  const rows: {
    record_id: string;
    person_id: string;
    choice: ScreeningDecision['choice'];
    criterion_id: string | null;
  }[] = await ctx.db.query(
    `select record_id, person_id, choice, criterion_id from screening_decisions
       where review_id = $1 and stage = $2 and record_id = any($3) and person_id = any($4) order by person_id`,
    [round.reviewId, round.stage, round.recordIds, round.personIds],
  );
  const here = round.personIds.filter(personId => members.has(personId));
  const done = new Map(here.map(id => [id, rows.filter(row => row.person_id === id).length]));
  const decisions = new Map(
    round.recordIds.map(recordId => [
      recordId,
      rows
        .filter(row => row.record_id === recordId)
        .map(row => ({ personId: row.person_id, choice: row.choice, criterionId: row.criterion_id })),
    ]),
  );
  const isFinished = here.length > 0 && here.every(id => done.get(id) === round.recordIds.length);
  return { round, done, isFinished, decisions };
}

/** Whether screening may not begin yet at a stage: a pilot was drawn, and none has been passed. */
export function isGateShut(rounds: readonly PilotRound[]): boolean {
  return rounds.length > 0 && rounds.every(round => round.passedAt === null);
}

/** Why records can't be given out at a stage yet. */
export async function whyNotBegin(ctx: Context, reviewId: string, stage: Stage): Promise<string | null> {
  const rounds = await ctx.db.findBy(PilotRound, { reviewId, stage });
  return isGateShut(rounds)
    ? 'A pilot round is under way. Let screening begin on the page of the pilot, then give out the rest.'
    : null;
}
