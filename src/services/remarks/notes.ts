import { Problem } from '#core/problem';
import type { RemarkAudience } from '#core/vocabulary';
import { RecordNote } from '#entities/RecordNote';
import { insist } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import type { Actor, Context } from '#services/context';
import { perform } from '#services/perform';
import { requireRecords, stagesOf } from '#services/remarks/stageOfRemark';
import { standInReview } from '#services/standing';

export async function writeNote(
  ctx: Context,
  actor: Actor,
  input: { reviewId: string; recordId: string; text: string; audience: RemarkAudience },
): Promise<{ id: string }> {
  const { reviewId, recordId, text, audience } = input;
  const { personId } = actor;
  const viewer = await standInReview(ctx, actor, reviewId);
  insist(whyNotAct(viewer, 'annotate'));
  return perform(ctx, actor, 'write-note', async tx => {
    await requireRecords(tx, reviewId, [recordId]);
    const stage = (await stagesOf(tx, viewer, [recordId]))(recordId);
    const noteId = tx.newId();
    const writtenAt = tx.now();
    await tx.db.insert(RecordNote, { reviewId, noteId, recordId, personId, audience, stage, text, writtenAt });
    tx.witness({ reviewId, subjectKind: 'note', subjectId: noteId, facts: { audience } });
    return { id: noteId };
  });
}

interface NoteKey {
  readonly reviewId: string;
  readonly noteId: string;
}

/** Changes one's own note. It counts as written at the stage at which the record stands now. */
export async function changeNote(
  ctx: Context,
  actor: Actor,
  key: NoteKey,
  change: { text: string; audience: RemarkAudience },
): Promise<void> {
  const { reviewId, noteId } = key;
  const { text, audience } = change;
  const viewer = await standInReview(ctx, actor, reviewId);
  insist(whyNotAct(viewer, 'annotate'));
  await perform(ctx, actor, 'change-note', async tx => {
    const note = await requireOwnNote(tx, actor, key);
    if (note.text === text && note.audience === audience) return tx.changedNothing();
    const stage = (await stagesOf(tx, viewer, [note.recordId]))(note.recordId);
    await tx.db.update(RecordNote, { reviewId, noteId }, { text, audience, stage, changedAt: tx.now() });
    tx.witness({ reviewId, subjectKind: 'note', subjectId: noteId, facts: { audience } });
  });
}

export async function removeNote(ctx: Context, actor: Actor, key: NoteKey): Promise<void> {
  const { reviewId, noteId } = key;
  insist(whyNotAct(await standInReview(ctx, actor, reviewId), 'annotate'));
  await perform(ctx, actor, 'remove-note', async tx => {
    await requireOwnNote(tx, actor, key);
    await tx.db.delete(RecordNote, { reviewId, noteId });
    tx.witness({ reviewId, subjectKind: 'note', subjectId: noteId });
  });
}

/** Somebody else's note is as good as none: whether there is one may not be learnt by asking. */
async function requireOwnNote(ctx: Context, actor: Actor, key: NoteKey): Promise<RecordNote> {
  const note = await ctx.db.findOneBy(RecordNote, {
    reviewId: key.reviewId,
    noteId: key.noteId,
    personId: actor.personId,
  });
  if (!note) throw new Problem('not-found', 'You have written no such note.');
  return note;
}
