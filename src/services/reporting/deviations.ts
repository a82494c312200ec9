import { Not } from 'typeorm';
import type { Deviation } from '#core/reporting/manuscript/facts';
import { decimalText } from '#core/reporting/numbers';
import { Criterion } from '#entities/Criterion';
import { MinimalDifference } from '#entities/MinimalDifference';
import { Outcome } from '#entities/Outcome';
import { PilotRound } from '#entities/PilotRound';
import { ProtocolAmendment } from '#entities/ProtocolAmendment';
import { Question } from '#entities/Question';
import type { Context } from '#services/context';

const day = (at: Date) => at.toISOString().slice(0, 10);

/** When somebody was first asked to screen or decided; null before. What changes later is a deviation. */
async function screeningBegan(ctx: Context, reviewId: string): Promise<Date | null> {
  const [row]: { at: Date | null }[] = await ctx.db.query(
    `select least((select min(decided_at) from screening_decisions where review_id = $1),
       (select min(given_at) from screening_assignments where review_id = $1)) as at`,
    [reviewId],
  );
  return row?.at ?? null;
}

/**
 * Where the review left its protocol, as far as its data show it, with the reasons that people gave: questions and
 * criteria changed after screening began, a pilot passed below its bar, a threshold set late; and what people wrote
 * down themselves. Oldest first.
 */
export async function loadDeviations(ctx: Context, reviewId: string): Promise<Deviation[]> {
  const amendments = await ctx.db.find(ProtocolAmendment, {
    where: { reviewId },
    order: { amendedOn: 'ASC', writtenAt: 'ASC' },
  });
  const given = new Map(amendments.flatMap(one => (one.about === null ? [] : [[one.about, one.reason] as const])));
  const began = await screeningBegan(ctx, reviewId);
  const shown = [
    ...(began ? await changesSince(ctx, reviewId, began) : []),
    ...(await pilotsPassedLow(ctx, reviewId)),
    ...(await thresholdsSetLate(ctx, reviewId)),
  ].map(one => ({ ...one, reason: given.get(one.id) ?? one.reason }));
  const free = amendments
    .filter(one => one.about === null)
    .map(({ amendmentId, amendedOn, what, reason }) => ({ id: amendmentId, on: amendedOn, what, reason }));
  return [...shown, ...free].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

async function changesSince(ctx: Context, reviewId: string, began: Date): Promise<Deviation[]> {
  const questions = await ctx.db.find(Question, { where: { reviewId, version: Not(1) }, order: { version: 'ASC' } });
  const criteria = await ctx.db.find(Criterion, { where: { reviewId }, order: { position: 'ASC' } });
  return [
    ...questions
      .filter(one => one.createdAt > began)
      .map(({ version, createdAt, reason }) => ({
        id: `question-${version}`,
        on: day(createdAt),
        what: `the question was changed (version ${version}) after screening had begun`,
        reason,
      })),
    ...criteria
      .filter(one => one.createdAt > began)
      .map(({ criterionId, createdAt, text }) => ({
        id: `criterion-added-${criterionId}`,
        on: day(createdAt),
        what: `a criterion was added after screening had begun: ${text}`,
        reason: '',
      })),
    ...criteria.flatMap(({ criterionId, retiredAt, text }) =>
      retiredAt && retiredAt > began
        ? [
            {
              id: `criterion-retired-${criterionId}`,
              on: day(retiredAt),
              what: `a criterion was given up after screening had begun: ${text}`,
              reason: '',
            },
          ]
        : [],
    ),
  ];
}

async function pilotsPassedLow(ctx: Context, reviewId: string): Promise<Deviation[]> {
  const rounds = await ctx.db.find(PilotRound, { where: { reviewId }, order: { createdAt: 'ASC' } });
  return rounds.flatMap(({ roundId, bar, passedAt, passedBecause }) =>
    passedAt && passedBecause !== null
      ? [
          {
            id: `pilot-${roundId}`,
            on: day(passedAt),
            what: `screening began before agreement in the pilot round reached κ ${decimalText(bar, 2)}`,
            reason: passedBecause,
          },
        ]
      : [],
  );
}

async function thresholdsSetLate(ctx: Context, reviewId: string): Promise<Deviation[]> {
  const late = await ctx.db.findBy(MinimalDifference, { reviewId, isBeforehand: false });
  const outcomes = new Map((await ctx.db.findBy(Outcome, { reviewId })).map(one => [one.outcomeId, one.name]));
  return late.map(({ outcomeId, setAt }) => ({
    id: `threshold-${outcomeId}`,
    on: day(setAt),
    what: `the smallest difference that matters in ${(outcomes.get(outcomeId) ?? 'an outcome').toLowerCase()} was set after it had been analysed`,
    reason: '',
  }));
}
