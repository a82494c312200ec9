import { EMPTY_SHEET, type SheetContent } from '#core/extraction/sheetContent';
import { Problem } from '#core/problem';
import { ExtractionConsensus } from '#entities/ExtractionConsensus';
import { ExtractionSheet } from '#entities/ExtractionSheet';
import { Study } from '#entities/Study';
import { whyNotFill, whyNotReshape } from '#policies/extraction';
import { insist } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import type { ReviewStanding } from '#policies/standing';
import type { Actor, Context } from '#services/context';
import { loadWholeStudy, type WholeStudy } from '#services/extraction/studyCases';
import { type DeedContext, perform } from '#services/perform';
import { standInReview } from '#services/standing';

export interface StudyKey {
  readonly reviewId: string;
  readonly studyId: string;
}

type Facts = Readonly<Record<string, unknown>> | undefined;

/** A value of a study that is to be written: into the own sheet where two extract blind, else where it stands for all. */
export interface Writing {
  /** The deed where it stands for all. What is written blind is told by one deed for all, without facts. */
  readonly deed: string;
  toSheet(content: SheetContent, tx: DeedContext): Promise<SheetContent>;
  toTables(tx: DeedContext): Promise<Facts>;
}

/** Writes a value of a study, for who may extract it. The first value takes a seat. */
export async function writeValue(ctx: Context, actor: Actor, key: StudyKey, writing: Writing): Promise<void> {
  const viewer = await standInReview(ctx, actor, key.reviewId);
  const isBlind = await writesBlind(ctx, viewer, key);
  await perform(ctx, actor, isBlind ? 'fill-sheet' : writing.deed, async tx => {
    const whole = await holdStudy(tx, key, actor);
    insist(whyNotFill(viewer, whole.at));
    if (isBlind !== goesToSheet(whole)) {
      throw new Problem(
        'conflict',
        'This study was settled or planned anew at the same moment. Load it and try again.',
      );
    }
    const { reviewId, studyId } = key;
    if (isBlind) {
      await writeSheet(tx, actor, whole, content => writing.toSheet(content, tx));
      tx.witness({ reviewId, subjectKind: 'study', subjectId: studyId });
      return;
    }
    const facts = await writing.toTables(tx);
    if (whole.at.mode === 'checked') {
      // What was checked is not what stands any more; and who extracted is known, so that somebody else checks.
      await tx.db.delete(ExtractionConsensus, { reviewId, studyId });
      if (whole.at.finished === 0) await writeSheet(tx, actor, whole, async content => content);
    }
    tx.witness({ reviewId, subjectKind: 'study', subjectId: studyId, ...(facts ? { facts } : {}) });
  });
}

const goesToSheet = ({ at }: Pick<WholeStudy, 'at'>) => at.mode === 'double' && !at.isSettled;

async function writesBlind(ctx: Context, viewer: ReviewStanding, { reviewId, studyId }: StudyKey): Promise<boolean> {
  const study = await ctx.db.findOneBy(Study, { reviewId, studyId });
  if (!study) {
    insist(whyNotAct(viewer, 'extract'));
    throw new Problem('not-found', 'There is no such study.');
  }
  if (study.extractionMode !== 'double') return false;
  return !(await ctx.db.existsBy(ExtractionConsensus, { reviewId, studyId }));
}

async function writeSheet(
  tx: DeedContext,
  actor: Actor,
  whole: WholeStudy,
  change: (content: SheetContent) => Promise<SheetContent>,
): Promise<void> {
  const { reviewId, studyId } = whole.study;
  const mine = whole.sheets.find(sheet => sheet.personId === actor.personId);
  const content = await change(mine?.content ?? EMPTY_SHEET);
  const changedAt = tx.now();
  if (mine) {
    await tx.db.update(ExtractionSheet, { reviewId, sheetId: mine.sheetId }, { content, changedAt });
    return;
  }
  await tx.db.insert(ExtractionSheet, {
    ...{ reviewId, sheetId: tx.newId(), studyId, personId: actor.personId, content },
    ...{ startedAt: changedAt, changedAt, finishedAt: null },
  });
}

/** A study with its sheets, held against everybody else until the deed is done: two may begin at the same moment. */
export async function holdStudy(tx: DeedContext, { reviewId, studyId }: StudyKey, actor: Actor): Promise<WholeStudy> {
  const study = await tx.db.findOne(Study, { where: { reviewId, studyId }, lock: { mode: 'pessimistic_write' } });
  if (!study) throw new Problem('not-found', 'There is no such study.');
  return loadWholeStudy(tx, study, actor);
}

/** Changes what both extractors build on (label, arms, reports), under one audit event with the facts that `work` gives back. */
export async function reshapeStudy(
  ctx: Context,
  actor: Actor,
  deed: string,
  key: StudyKey,
  work: (tx: DeedContext, whole: WholeStudy, viewer: ReviewStanding) => Promise<Facts>,
): Promise<void> {
  const { reviewId, studyId } = key;
  const viewer = await standInReview(ctx, actor, reviewId);
  insist(whyNotAct(viewer, 'extract'));
  await perform(ctx, actor, deed, async tx => {
    const whole = await holdStudy(tx, key, actor);
    insist(whyNotReshape(viewer, whole.at));
    const facts = await work(tx, whole, viewer);
    tx.witness({ reviewId, subjectKind: 'study', subjectId: studyId, ...(facts ? { facts } : {}) });
  });
}
