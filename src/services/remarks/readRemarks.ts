import { phase } from '#core/screening/phase';
import { type LabelTint, type RemarkAudience, STAGES, type Stage } from '#core/vocabulary';
import { whyNotAct } from '#policies/reviews';
import type { ReviewStanding } from '#policies/standing';
import { maySeeOutcomes, maySeeRemark } from '#policies/visibility';
import type { Actor, Context } from '#services/context';
import { namesOf } from '#services/projects/readProjects';
import { requireRecords } from '#services/remarks/stageOfRemark';
import { loadSituationsOf } from '#services/screening/situations';
import { standInReview } from '#services/standing';

/** Labels and notes on one record, as far as the viewer may know. */
export async function readRemarks(ctx: Context, actor: Actor, key: { reviewId: string; recordId: string }) {
  const viewer = await standInReview(ctx, actor, key.reviewId);
  await requireRecords(ctx, key.reviewId, [key.recordId]);
  return {
    labels: (await labelsOn(ctx, viewer, [key.recordId])).get(key.recordId) ?? [],
    notes: await notesOn(ctx, viewer, key.recordId),
    may: { annotate: whyNotAct(viewer, 'annotate') },
  };
}

export interface LabelOnRecord {
  readonly labelId: string;
  readonly name: string;
  readonly tint: LabelTint;
  readonly audience: RemarkAudience;
  readonly isMine: boolean;
  readonly others: readonly string[];
}

interface Remark {
  /** The record that it is shown on: the one that stands for its copies. */
  readonly shown_on: string;
  readonly person_id: string;
  readonly audience: RemarkAudience;
  readonly stage: Stage;
}

interface LabelRow extends Remark {
  readonly label_id: string;
  readonly name: string;
  readonly tint: LabelTint;
}

/** A record and its merged copies count as one: a remark on a copy is shown on the record that stands for it. */
const SHOWN = `with shown as (
  select asked.record_id as shown_on, asked.record_id from unnest($2::uuid[]) asked(record_id)
  union select asked.record_id, copy.record_id from unnest($2::uuid[]) asked(record_id)
    join duplicate_members own on own.review_id = $1 and own.record_id = asked.record_id
    join duplicate_members copy on copy.review_id = $1 and copy.cluster_id = own.cluster_id)`;

/** The labels on some records, by record and in the order of their names. */
export async function labelsOn(
  ctx: Context,
  viewer: ReviewStanding,
  recordIds: readonly string[],
): Promise<Map<string, LabelOnRecord[]>> {
  const rows: LabelRow[] = await ctx.db.query(
    `${SHOWN} select shown.shown_on, put.person_id, put.stage, label.audience, label.label_id, label.name, label.tint
     from shown join record_labels put on put.review_id = $1 and put.record_id = shown.record_id
     join labels label on label.review_id = put.review_id and label.label_id = put.label_id
     order by lower(label.name), label.label_id, put.created_at`,
    [viewer.reviewId, recordIds],
  );
  const visible = await visibleRemarks(ctx, viewer, rows);
  const names = await namesOf(
    ctx,
    visible.map(row => row.person_id),
  );
  const byRecord = new Map<string, Map<string, LabelOnRecord>>();
  for (const { shown_on: recordId, label_id: labelId, person_id: personId, name, tint, audience } of visible) {
    const onRecord = byRecord.get(recordId) ?? new Map<string, LabelOnRecord>();
    byRecord.set(recordId, onRecord);
    const known = onRecord.get(labelId) ?? { labelId, name, tint, audience, isMine: false, others: [] };
    const other = names.get(personId) ?? 'former member';
    const isMine = personId === viewer.personId;
    onRecord.set(labelId, isMine ? { ...known, isMine } : { ...known, others: [...new Set([...known.others, other])] });
  }
  return new Map([...byRecord].map(([recordId, labels]) => [recordId, [...labels.values()]]));
}

interface NoteRow extends Remark {
  readonly note_id: string;
  readonly text: string;
  readonly written_at: Date;
  readonly changed_at: Date | null;
}

async function notesOn(ctx: Context, viewer: ReviewStanding, recordId: string) {
  const rows: NoteRow[] = await ctx.db.query(
    `${SHOWN} select shown.shown_on, note.person_id, note.stage, note.audience, note.note_id, note.text,
       note.written_at, note.changed_at
     from shown join record_notes note on note.review_id = $1 and note.record_id = shown.record_id
     order by note.written_at, note.note_id`,
    [viewer.reviewId, [recordId]],
  );
  const visible = await visibleRemarks(ctx, viewer, rows);
  const names = await namesOf(
    ctx,
    visible.map(row => row.person_id),
  );
  return visible.map(row => ({
    noteId: row.note_id,
    text: row.text,
    audience: row.audience,
    isMine: row.person_id === viewer.personId,
    authorName: names.get(row.person_id) ?? 'former member',
    writtenAt: row.written_at,
    changedAt: row.changed_at,
  }));
}

/** Those of the remarks that a person may see, by the rule of `visibility`. */
export async function visibleRemarks<R extends Remark>(
  ctx: Context,
  viewer: ReviewStanding,
  remarks: readonly R[],
): Promise<R[]> {
  const ofOthers = remarks.filter(remark => remark.person_id !== viewer.personId && remark.audience === 'shared');
  const phases = new Map<string, ReturnType<typeof phase>>();
  for (const stage of STAGES) {
    if (!maySeeOutcomes(viewer, stage)) continue;
    const recordIds = [...new Set(ofOthers.filter(remark => remark.stage === stage).map(remark => remark.shown_on))];
    if (recordIds.length === 0) continue;
    const situations = await loadSituationsOf(ctx, viewer, stage, recordIds);
    for (const [recordId, situation] of situations) phases.set(`${stage} ${recordId}`, phase(situation));
  }
  return remarks.filter(({ person_id: personId, audience, stage, shown_on: recordId }) =>
    maySeeRemark(viewer, { personId, audience, stage }, phases.get(`${stage} ${recordId}`) ?? 'independent'),
  );
}
