import type { Estimable } from '#core/estimable';
import { disagreement } from '#core/screening/disagreement';
import { type TeamAgreement, teamAgreement } from '#core/screening/teamAgreement';
import { Adjudication } from '#entities/Adjudication';
import { whyNotAct } from '#policies/reviews';
import { maySeePilot } from '#policies/visibility';
import type { Actor, Context } from '#services/context';
import { namesOf } from '#services/projects/readProjects';
import { loadRecordsToRead } from '#services/records/readRecords';
import type { StageKey } from '#services/screening/assignmentBoard';
import { isGateShut, type KnownRound, loadRounds } from '#services/screening/pilotRounds';
import { byPair } from '#services/screening/readAgreement';
import { standInReview } from '#services/standing';

/** The pilot rounds of a stage. Until everybody has finished a round it tells only who has how many left. */
export async function readPilot(ctx: Context, actor: Actor, key: StageKey) {
  const viewer = await standInReview(ctx, actor, key.reviewId);
  const rounds = await loadRounds(ctx, viewer.projectId, key);
  const names = await namesOf(
    ctx,
    rounds.flatMap(({ round }) => [...round.personIds, ...(round.passedBy ? [round.passedBy] : [])]),
  );
  const person = (personId: string) => ({ personId, name: names.get(personId) ?? 'former member' });
  const shown = [];
  for (const known of rounds) {
    const { round, done, isFinished } = known;
    const hasTakenPart = round.personIds.includes(viewer.personId);
    shown.push({
      roundId: round.roundId,
      number: round.number,
      records: round.recordIds.length,
      bar: round.bar,
      createdAt: round.createdAt,
      people: [...done].map(([personId, decided]) => ({ ...person(personId), done: decided })),
      isFinished,
      isMine: hasTakenPart,
      passed:
        round.passedAt && round.passedBy
          ? { at: round.passedAt, by: person(round.passedBy).name, because: round.passedBecause }
          : null,
      outcome: maySeePilot(viewer, { isFinished, hasTakenPart, stage: round.stage })
        ? await outcomeOf(ctx, known)
        : null,
    });
  }
  const whyNot = whyNotAct(viewer, 'assign');
  const isShut = isGateShut(rounds.map(({ round }) => round));
  return { rounds: shown, isGateShut: isShut, may: { draw: whyNot, pass: whyNot } };
}

/** Agreement and disagreements of a finished round. */
async function outcomeOf(ctx: Context, known: KnownRound) {
  const { round, decisions } = known;
  const { reviewId, stage } = round;
  const differing = [...decisions].filter(([, given]) => disagreement(given, stage) !== null);
  const settled = await ctx.db.findBy(Adjudication, { reviewId, stage });
  const records = await loadRecordsToRead(
    ctx,
    reviewId,
    differing.map(([recordId]) => recordId),
  );
  const pairs = await byPair(ctx, pairsIn(known));
  return {
    agreement: presentAgreement(agreementOfRound(known)),
    pairs,
    passes: [...decisions.values()].flat().filter(one => one.choice !== 'exclude').length,
    decisions: [...decisions.values()].flat().length,
    disagreements: records.map(record => ({
      record,
      decisions: decisions.get(record.recordId) ?? [],
      settled: settled.find(one => one.recordId === record.recordId)?.choice ?? null,
    })),
  };
}

export function agreementOfRound({ round, decisions }: KnownRound): TeamAgreement {
  return teamAgreement([...decisions.values()], round.seed);
}

/** Each pair of people with the records that both decided. */
function pairsIn({ decisions }: KnownRound) {
  return [...decisions.values()].flatMap(given => {
    const inOrder = [...given].sort((a, b) => (a.personId < b.personId ? -1 : 1));
    return inOrder.flatMap((first, place) => inOrder.slice(place + 1).map(second => [first, second] as const));
  });
}

function presentAgreement({ coefficient, value, interval, ac1, alpha }: TeamAgreement) {
  return {
    coefficient,
    value: value.estimable ? value.value : null,
    lower: interval.estimable ? interval.value[0] : null,
    upper: interval.estimable ? interval.value[1] : null,
    because: value.estimable ? null : value.because,
    ac1: number(ac1),
    alpha: number(alpha),
  };
}

function number(found: Estimable<number>) {
  return found.estimable ? { value: found.value, because: null } : { value: null, because: found.because };
}
