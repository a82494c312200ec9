import type { ExtractionMode } from '#core/extraction/vocabulary';
import { ExtractionConsensus } from '#entities/ExtractionConsensus';
import { ExtractionSheet } from '#entities/ExtractionSheet';
import { Study } from '#entities/Study';
import type { ExtractCase } from '#policies/extraction';
import { maySeeSheets } from '#policies/visibility';
import type { Actor, Context } from '#services/context';

/** A seat at a study without what was written there. */
export type Seat = Pick<ExtractionSheet, 'studyId' | 'personId' | 'finishedAt'>;

/** How far the extraction of a study is, for lists and badges. */
export type ExtractionState = 'open' | 'done' | 'to-settle' | 'settled' | 'to-check' | 'checked';

/** Where a person and everybody else stand with a study. */
export interface StudyCase {
  readonly at: ExtractCase;
  readonly seats: readonly Seat[];
  readonly consensus: Pick<ExtractionConsensus, 'settledBy' | 'settledAt' | 'note' | 'picks'> | null;
  readonly state: ExtractionState;
}

export function studyCase(
  mode: ExtractionMode,
  seats: readonly Seat[],
  consensus: StudyCase['consensus'],
  actor: Pick<Actor, 'personId'>,
): StudyCase {
  const mine = seats.find(seat => seat.personId === actor.personId);
  const at: ExtractCase = {
    mode,
    begun: seats.length,
    finished: seats.filter(seat => seat.finishedAt !== null).length,
    isSettled: consensus !== null,
    isMine: mine !== undefined,
    isMineFinished: (mine?.finishedAt ?? null) !== null,
  };
  return { at, seats, consensus, state: stateOf(at) };
}

function stateOf(at: ExtractCase): ExtractionState {
  switch (at.mode) {
    case 'double':
      return at.isSettled ? 'settled' : maySeeSheets(at) ? 'to-settle' : 'open';
    case 'checked':
      return at.isSettled ? 'checked' : at.finished > 0 ? 'to-check' : 'open';
    case 'single':
      return at.finished > 0 ? 'done' : 'open';
    default:
      return at.mode satisfies never;
  }
}

const SEAT = { reviewId: true, sheetId: true, studyId: true, personId: true, finishedAt: true } as const;
const ORDER = { startedAt: 'ASC', sheetId: 'ASC' } as const;

/** The cases of all studies of a review, by study. What stands in sheets is not read. */
export async function loadStudyCases(
  ctx: Context,
  reviewId: string,
  actor: Pick<Actor, 'personId'>,
): Promise<Map<string, StudyCase>> {
  const studies = await ctx.db.find(Study, {
    where: { reviewId },
    select: { reviewId: true, studyId: true, extractionMode: true },
  });
  const seats = await ctx.db.find(ExtractionSheet, { where: { reviewId }, select: SEAT, order: ORDER });
  const consensuses = new Map(
    (await ctx.db.findBy(ExtractionConsensus, { reviewId })).map(one => [one.studyId, one] as const),
  );
  return new Map(
    studies.map(({ studyId, extractionMode }) => {
      const own = seats.filter(seat => seat.studyId === studyId);
      return [studyId, studyCase(extractionMode, own, consensuses.get(studyId) ?? null, actor)] as const;
    }),
  );
}

/** The case of one study, with the sheets as they are. */
export async function loadWholeStudy(ctx: Context, study: Study, actor: Pick<Actor, 'personId'>) {
  const { reviewId, studyId } = study;
  const sheets = await ctx.db.find(ExtractionSheet, { where: { reviewId, studyId }, order: ORDER });
  const consensus = await ctx.db.findOneBy(ExtractionConsensus, { reviewId, studyId });
  return { study, sheets, ...studyCase(study.extractionMode, sheets, consensus, actor) };
}
export type WholeStudy = Awaited<ReturnType<typeof loadWholeStudy>>;
