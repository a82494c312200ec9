import { Problem } from '#core/problem';
import type { Choice } from '#core/vocabulary';
import { PracticeAttempt } from '#entities/PracticeAttempt';
import { PracticeDecision } from '#entities/PracticeDecision';
import { PracticeRecord } from '#entities/PracticeRecord';
import { whyNotFinishPractice, whyNotPractise } from '#policies/practice';
import { insist } from '#policies/refusal';
import type { Actor, Context } from '#services/context';
import { type DeedContext, perform } from '#services/perform';
import { type OfferedSet, requireOfferedSet } from '#services/screening/practiceAttempts';

export interface PracticeKey {
  readonly practiceSetId: string;
  readonly recordId: string;
}

/** Records or changes one's decision on a practice record; the first one begins the attempt. */
export async function decideInPractice(
  ctx: Context,
  actor: Actor,
  { practiceSetId, recordId }: PracticeKey,
  input: { readonly choice: Choice; readonly note: string },
): Promise<void> {
  const offered = await requireOfferedSet(ctx, actor, practiceSetId);
  const key = { practiceSetId, personId: actor.personId };
  await perform(ctx, actor, 'practise', async tx => {
    await tx.db
      .createQueryBuilder()
      .insert()
      .into(PracticeAttempt)
      .values({ ...key, startedAt: tx.now(), finishedAt: null, isShared: false })
      .orIgnore()
      .execute();
    await insistOpen(tx, offered, key);
    const isRecord = await tx.db.existsBy(PracticeRecord, { practiceSetId, recordId });
    if (!isRecord) throw new Problem('not-found', 'There is no such record in this practice set.');
    const stood = await tx.db.findOneBy(PracticeDecision, { ...key, recordId });
    if (stood?.choice === input.choice && stood.note === input.note) return tx.changedNothing();
    await tx.db.upsert(PracticeDecision, { ...key, recordId, ...input, decidedAt: tx.now() }, [
      'practiceSetId',
      'personId',
      'recordId',
    ]);
    // What somebody chose in practice is theirs: the log says that they practised, and no more.
    tx.witness({ subjectKind: 'practice-set', subjectId: practiceSetId });
  });
}

/** Takes one's own decision back. Without one there is nothing to do. */
export async function withdrawInPractice(ctx: Context, actor: Actor, at: PracticeKey): Promise<void> {
  const offered = await requireOfferedSet(ctx, actor, at.practiceSetId);
  const key = { practiceSetId: at.practiceSetId, personId: actor.personId };
  await perform(ctx, actor, 'practise', async tx => {
    await insistOpen(tx, offered, key);
    const { affected } = await tx.db.delete(PracticeDecision, { ...key, recordId: at.recordId });
    if (!affected) return tx.changedNothing();
    tx.witness({ subjectKind: 'practice-set', subjectId: at.practiceSetId });
  });
}

/** Ends one's attempt: from now on the decisions stand, and the answers are shown. */
export async function finishPractice(ctx: Context, actor: Actor, practiceSetId: string): Promise<void> {
  const offered = await requireOfferedSet(ctx, actor, practiceSetId);
  const key = { practiceSetId, personId: actor.personId };
  await perform(ctx, actor, 'finish-practice', async tx => {
    const attempt = await lockAttempt(tx, key);
    if (attempt?.finishedAt) return tx.changedNothing();
    const decided = await tx.db.countBy(PracticeDecision, key);
    const isRetired = offered.set.retiredAt !== null;
    insist(whyNotFinishPractice({ isFinished: false, isRetired, left: offered.records - decided }));
    await tx.db.update(PracticeAttempt, key, { finishedAt: tx.now() });
    tx.witness({ subjectKind: 'practice-set', subjectId: practiceSetId });
  });
}

/** Shows one's result to others, or keeps it to oneself again. */
export async function sharePassportPage(
  ctx: Context,
  actor: Actor,
  practiceSetId: string,
  isShared: boolean,
): Promise<void> {
  const key = { practiceSetId, personId: actor.personId };
  await perform(ctx, actor, isShared ? 'share-practice' : 'unshare-practice', async tx => {
    const attempt = await lockAttempt(tx, key);
    if (!attempt?.finishedAt) throw new Problem('not-found', 'You have no result there.');
    if (attempt.isShared === isShared) return tx.changedNothing();
    await tx.db.update(PracticeAttempt, key, { isShared });
    tx.witness({ subjectKind: 'practice-set', subjectId: practiceSetId });
  });
}

type AttemptKey = Pick<PracticeAttempt, 'practiceSetId' | 'personId'>;

async function insistOpen(tx: DeedContext, { set }: OfferedSet, key: AttemptKey): Promise<void> {
  const attempt = await lockAttempt(tx, key);
  insist(whyNotPractise({ isFinished: attempt?.finishedAt != null, isRetired: set.retiredAt !== null, left: 0 }));
}

/** Whoever decides and whoever finishes take turns: no decision comes in after the answers were shown. */
async function lockAttempt(tx: DeedContext, where: AttemptKey): Promise<PracticeAttempt | null> {
  return tx.db.findOne(PracticeAttempt, { where, lock: { mode: 'pessimistic_write' } });
}
