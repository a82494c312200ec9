import { In, IsNull } from 'typeorm';
import { ScreeningAssignment } from '#entities/ScreeningAssignment';
import type { Actor } from '#services/context';
import { notify } from '#services/notifications/notify';
import { namesOfReview } from '#services/notifications/people';
import type { DeedContext } from '#services/perform';
import type { Gift } from '#services/screening/allotRecords';
import type { StageKey } from '#services/screening/assignmentBoard';

const ROWS_AT_ONCE = 1000;

/** Writes the gifts behind what each person has already. A record that was taken back from somebody may come to them again. */
export async function storeGifts(
  tx: DeedContext,
  actor: Actor,
  key: StageKey,
  input: { readonly dueOn: string | null; readonly seed: number; readonly facts?: Readonly<Record<string, unknown>> },
  gifts: readonly Gift[],
): Promise<string> {
  const batchId = tx.newId();
  const givenAt = tx.now();
  const next = await nextPositions(tx, key);
  const rows = gifts.map(({ recordId, personId }) => {
    const position = next.get(personId) ?? 0;
    next.set(personId, position + 1);
    return {
      ...{ reviewId: key.reviewId, stage: key.stage, assignmentId: tx.newId(), recordId, personId, batchId, position },
      ...{ dueOn: input.dueOn, givenBy: actor.personId, givenAt, withdrawnAt: null },
    };
  });
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    await tx.db
      .createQueryBuilder()
      .insert()
      .into(ScreeningAssignment)
      .values(rows.slice(from, from + ROWS_AT_ONCE))
      .orUpdate(
        ['batch_id', 'position', 'due_on', 'given_by', 'given_at', 'withdrawn_at'],
        ['review_id', 'stage', 'record_id', 'person_id'],
      )
      .execute();
  }
  tx.witness({
    reviewId: key.reviewId,
    subjectKind: 'batch',
    subjectId: batchId,
    facts: {
      ...{ stage: key.stage, assignments: rows.length, people: new Set(gifts.map(gift => gift.personId)).size },
      ...{ seed: input.seed, ...input.facts },
    },
  });
  await tellReceivers(tx, actor, key, { batchId, dueOn: input.dueOn }, gifts);
  return batchId;
}

/** Each hears of their own share alone: of what others got, and of how many share a record, nothing is said. */
async function tellReceivers(
  tx: DeedContext,
  actor: Actor,
  { reviewId, stage }: StageKey,
  batch: { readonly batchId: string; readonly dueOn: string | null },
  gifts: readonly Gift[],
): Promise<void> {
  const { title } = await namesOfReview(tx, reviewId);
  const [noun, verb] = stage === 'full-text' ? ['report', 'read'] : ['record', 'screen'];
  for (const personId of new Set(gifts.map(gift => gift.personId))) {
    if (personId === actor.personId) continue;
    const mine = gifts.filter(gift => gift.personId === personId).length;
    await notify(tx, [personId], {
      ...{ kind: 'work-given', about: batch.batchId, link: `/reviews/${reviewId}/screening/${stage}` },
      title: `${mine.toLocaleString('en-US')} ${noun}${mine === 1 ? '' : 's'} to ${verb}: ${title}`,
      line: batch.dueOn === null ? '' : `Due on ${batch.dueOn}.`,
    });
  }
}

/** Takes these open records off a person, since they have found another. */
export async function moveAway(
  tx: DeedContext,
  key: StageKey,
  personId: string,
  recordIds: ReadonlySet<string>,
): Promise<void> {
  const mine = { reviewId: key.reviewId, stage: key.stage, personId, recordId: In([...recordIds]) };
  await tx.db.update(ScreeningAssignment, { ...mine, withdrawnAt: IsNull() }, { withdrawnAt: tx.now() });
  tx.witness({
    reviewId: key.reviewId,
    subjectKind: 'person',
    subjectId: personId,
    facts: { stage: key.stage, movedAway: recordIds.size },
  });
}

async function nextPositions(tx: DeedContext, key: StageKey): Promise<Map<string, number>> {
  const rows: { person_id: string; next: number }[] = await tx.db.query(
    'select person_id, max(position) + 1 as next from screening_assignments where review_id = $1 and stage = $2 group by person_id',
    [key.reviewId, key.stage],
  );
  return new Map(rows.map(row => [row.person_id, row.next]));
}
