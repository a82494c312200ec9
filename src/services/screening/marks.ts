import { Problem } from '#core/problem';
import { phase } from '#core/screening/phase';
import type { LabelTint, RemarkAudience } from '#core/vocabulary';
import { FullTextMark } from '#entities/FullTextMark';
import { insist } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import { maySeeMark, maySeeOthersDecisions, maySeeOutcomes } from '#policies/visibility';
import type { Actor, Context } from '#services/context';
import { perform } from '#services/perform';
import { namesOf } from '#services/projects/readProjects';
import { requireFullText } from '#services/screening/fileFullTexts';
import { loadSituation } from '#services/screening/situations';
import { standInReview } from '#services/standing';

interface FileKey {
  readonly reviewId: string;
  readonly fullTextId: string;
}

interface MarkKey extends FileKey {
  readonly markId: string;
}

export interface Passage {
  readonly page: number;
  readonly quote: string;
  readonly rects: readonly {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }[];
}

interface MarkWords {
  readonly tint: LabelTint;
  readonly note: string;
  readonly audience: RemarkAudience;
}

/** The marks in a file that a person may know of: their own, and others' once the decisions at full text are open to them. */
export async function listMarks(ctx: Context, actor: Actor, key: FileKey) {
  const viewer = await standInReview(ctx, actor, key.reviewId);
  const { recordId } = await requireFullText(ctx, viewer, key.fullTextId);
  // Where nothing of the others' may be seen it is not even asked for: how long it takes would tell how much they marked.
  const isOpen = recordId !== null && maySeeOutcomes(viewer, 'full-text');
  const reached = isOpen ? phase(await loadSituation(ctx, viewer, 'full-text', recordId)) : 'independent';
  const marks = await ctx.db.find(FullTextMark, {
    where: maySeeOthersDecisions(viewer, 'full-text', reached) ? key : { ...key, personId: viewer.personId },
    order: { page: 'ASC', writtenAt: 'ASC', markId: 'ASC' },
  });
  const seen = marks.filter(mark => maySeeMark(viewer, mark, reached));
  const names = await namesOf(
    ctx,
    seen.map(mark => mark.personId),
  );
  return {
    marks: seen.map(({ markId, page, quote, rects, tint, note, audience, personId, writtenAt }) => ({
      ...{ markId, page, quote, rects, tint, note, audience, writtenAt },
      isMine: personId === viewer.personId,
      authorName: names.get(personId) ?? 'former member',
    })),
    may: { mark: whyNotAct(viewer, 'annotate') },
  };
}

export async function addMark(
  ctx: Context,
  actor: Actor,
  key: FileKey,
  input: Passage & MarkWords,
): Promise<{ id: string }> {
  const viewer = await standInReview(ctx, actor, key.reviewId);
  insist(whyNotAct(viewer, 'annotate'));
  const file = await requireFullText(ctx, viewer, key.fullTextId);
  if (file.pages !== null && input.page > file.pages) {
    const detail = `This file has ${file.pages} pages.`;
    throw new Problem('invalid', detail, {}, [{ pointer: '/body/page', detail }]);
  }
  return perform(ctx, actor, 'mark-full-text', async tx => {
    const markId = tx.newId();
    await tx.db.insert(FullTextMark, {
      ...{ ...key, markId, personId: actor.personId, writtenAt: tx.now(), changedAt: null },
      ...{ page: input.page, quote: input.quote, rects: [...input.rects] },
      ...{ tint: input.tint, note: input.note, audience: input.audience },
    });
    tx.witness({ reviewId: key.reviewId, subjectKind: 'mark', subjectId: markId, facts: { audience: input.audience } });
    return { id: markId };
  });
}

export async function changeMark(ctx: Context, actor: Actor, key: MarkKey, change: MarkWords): Promise<void> {
  insist(whyNotAct(await standInReview(ctx, actor, key.reviewId), 'annotate'));
  await perform(ctx, actor, 'change-mark', async tx => {
    const mark = await requireOwnMark(tx, actor, key);
    const { tint, note, audience } = change;
    if (mark.tint === tint && mark.note === note && mark.audience === audience) return tx.changedNothing();
    await tx.db.update(FullTextMark, key, { tint, note, audience, changedAt: tx.now() });
    tx.witness({ reviewId: key.reviewId, subjectKind: 'mark', subjectId: key.markId, facts: { audience } });
  });
}

export async function removeMark(ctx: Context, actor: Actor, key: MarkKey): Promise<void> {
  insist(whyNotAct(await standInReview(ctx, actor, key.reviewId), 'annotate'));
  await perform(ctx, actor, 'remove-mark', async tx => {
    await requireOwnMark(tx, actor, key);
    await tx.db.delete(FullTextMark, key);
    tx.witness({ reviewId: key.reviewId, subjectKind: 'mark', subjectId: key.markId });
  });
}

/** Somebody else's mark is as good as none: whether there is one may not be learnt by asking. */
async function requireOwnMark(ctx: Context, actor: Actor, key: MarkKey): Promise<FullTextMark> {
  const mark = await ctx.db.findOneBy(FullTextMark, { ...key, personId: actor.personId });
  if (!mark) throw new Problem('not-found', 'You have made no such mark.');
  return mark;
}
