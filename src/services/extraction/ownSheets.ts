import { In } from 'typeorm';
import { placeIds, type SheetContent } from '#core/extraction/sheetContent';
import type { Arm } from '#entities/Arm';
import type { ArmResult } from '#entities/ArmResult';
import { ExtractionSheet } from '#entities/ExtractionSheet';
import type { StudyCounts } from '#entities/StudyCounts';
import type { StudyResult } from '#entities/StudyResult';
import type { Actor, Context } from '#services/context';
import { loadStudyCases, type StudyCase } from '#services/extraction/studyCases';

/** Whether a person sees the own sheet of a study, and nothing else of its values: two extract it blind, nothing is settled. */
export function seesOwnSheet({ at }: Pick<StudyCase, 'at'>): boolean {
  return at.mode === 'double' && !at.isSettled;
}

/** One's own sheets of the studies that are extracted blind, by study. */
export async function ownSheets(
  ctx: Context,
  reviewId: string,
  { personId }: Pick<Actor, 'personId'>,
  cases: ReadonlyMap<string, StudyCase>,
): Promise<ReadonlyMap<string, SheetContent>> {
  const blind = [...cases].filter(([, one]) => seesOwnSheet(one)).map(([studyId]) => studyId);
  if (blind.length === 0) return new Map();
  const sheets = await ctx.db.findBy(ExtractionSheet, { reviewId, personId, studyId: In(blind) });
  return new Map(sheets.map(sheet => [sheet.studyId, sheet.content]));
}

type SeenArmResult = Omit<ArmResult, 'reviewId' | 'armResultId'>;
type SeenStudyResult = Omit<StudyResult, 'reviewId' | 'studyResultId' | 'studyId'>;

type SeenCounts = Omit<StudyCounts, 'reviewId' | 'studyCountsId' | 'studyId'>;

interface Seen {
  readonly arms: readonly Arm[];
  readonly armResults: readonly SeenArmResult[];
  readonly studyResults: readonly SeenStudyResult[];
  readonly studyCounts: readonly SeenCounts[];
}

/** A study's values as its extractor wrote them; what belongs to an arm that is gone is left out. */
export function fromSheet(
  content: SheetContent | null,
  { arms }: Pick<Seen, 'arms'>,
  { personId }: Pick<Actor, 'personId'>,
): Seen {
  const known = new Set(arms.map(arm => arm.armId));
  return {
    arms: arms.map(arm => ({
      ...arm,
      randomised: content?.randomised[arm.armId] ?? null,
      randomisedSource: content?.randomisedSources?.[arm.armId] ?? null,
    })),
    armResults: Object.entries(content?.armResults ?? {}).flatMap(([key, { at, ...numbers }]) => {
      const { first: outcomeId, second: armId } = placeIds(key);
      if (armId === null || !known.has(armId)) return [];
      return [{ armId, outcomeId, personTime: null, ...numbers, extractedBy: personId, extractedAt: new Date(at) }];
    }),
    studyResults: Object.entries(content?.studyResults ?? {}).map(([outcomeId, { at, ...numbers }]) => ({
      ...{ outcomeId, ...numbers, extractedBy: personId, extractedAt: new Date(at) },
    })),
    studyCounts: Object.entries(content?.studyCounts ?? {}).map(([outcomeId, { at, ...counted }]) => ({
      ...{
        outcomeId,
        source: null,
        conversion: null,
        answered: [],
        ...counted,
        extractedBy: personId,
        extractedAt: new Date(at),
      },
    })),
  };
}

/** What one wrote oneself of studies that are extracted blind: seen by nobody else, and part of no synthesis yet. */
export async function ownModeratorValues(
  ctx: Context,
  reviewId: string,
  actor: Pick<Actor, 'personId'>,
  offered: readonly { readonly characteristicId: string }[],
) {
  const sheets = await ownSheets(ctx, reviewId, actor, await loadStudyCases(ctx, reviewId, actor));
  return [...sheets].flatMap(([studyId, { values }]) =>
    offered.flatMap(({ characteristicId }) => {
      const entry = values[characteristicId];
      if (!entry || entry.value === null) return [];
      const { value, foundAt, at } = entry;
      return [{ characteristicId, studyId, value, foundAt, recordedBy: actor.personId, recordedAt: new Date(at) }];
    }),
  );
}
