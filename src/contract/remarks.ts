import { z } from 'zod';
import { endpoint } from '#contract/endpoint';
import { Id, Instant, Made, ReviewParams, WhyNot } from '#contract/shapes';
import { LABEL_TINTS, REMARK_AUDIENCES } from '#core/vocabulary';

const Audience = z.enum(REMARK_AUDIENCES);
const Tint = z.enum(LABEL_TINTS);
const labelName = z.string().trim().min(1, 'Write a name').max(40, 'Keep it under 40 characters');
const noteText = z.string().trim().min(1, 'Write the note').max(5000, 'Keep it under 5,000 characters');

export const Label = z.object({
  labelId: Id,
  name: z.string(),
  tint: Tint,
  audience: Audience,
  may: z.object({ change: WhyNot, remove: WhyNot }),
});

export const listLabels = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/labels',
  summary: 'The labels that the team shares, and the viewer’s own',
  params: ReviewParams,
  reply: z.object({ labels: z.array(Label), may: z.object({ annotate: WhyNot }) }),
});

export const addLabel = endpoint({
  method: 'POST',
  path: '/api/reviews/:reviewId/labels',
  summary: 'Make a label: one of one’s own, or one that the team shares',
  params: ReviewParams,
  body: z.object({ name: labelName, tint: Tint.default('plain'), audience: Audience.default('shared') }),
  reply: Made,
  status: 201,
});

const LabelParams = ReviewParams.extend({ labelId: Id });

export const changeLabel = endpoint({
  method: 'PUT',
  path: '/api/reviews/:reviewId/labels/:labelId',
  summary: 'Change a label’s name or tint: its maker, or a lead',
  params: LabelParams,
  body: z.object({ name: labelName, tint: Tint }),
});

export const removeLabel = endpoint({
  method: 'DELETE',
  path: '/api/reviews/:reviewId/labels/:labelId',
  summary: 'Remove a label from all records: an own one its maker, a shared one a lead',
  params: LabelParams,
});

const LabelOnRecordParams = LabelParams.extend({ recordId: Id });

export const putLabel = endpoint({
  method: 'PUT',
  path: '/api/reviews/:reviewId/records/:recordId/labels/:labelId',
  summary: 'Put a label on a record; others see it when they see the decisions',
  params: LabelOnRecordParams,
});

export const takeLabel = endpoint({
  method: 'DELETE',
  path: '/api/reviews/:reviewId/records/:recordId/labels/:labelId',
  summary: 'Take one’s label off a record; what others put on stays',
  params: LabelOnRecordParams,
});

/** A label on a record, as far as the viewer may know. */
export const LabelOnRecord = z.object({
  labelId: Id,
  name: z.string(),
  tint: Tint,
  audience: Audience,
  isMine: z.boolean(),
  /** Names of the others who put it on. */
  others: z.array(z.string()),
});

export const Note = z.object({
  noteId: Id,
  text: z.string(),
  audience: Audience,
  isMine: z.boolean(),
  authorName: z.string(),
  writtenAt: Instant,
  changedAt: Instant.nullable(),
});

export const getRemarks = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/records/:recordId/remarks',
  summary: 'Labels and notes on a record: the viewer’s own, and those of others once their decisions may be seen',
  params: ReviewParams.extend({ recordId: Id }),
  reply: z.object({
    labels: z.array(LabelOnRecord),
    notes: z.array(Note),
    may: z.object({ annotate: WhyNot }),
  }),
});

export const writeNote = endpoint({
  method: 'POST',
  path: '/api/reviews/:reviewId/records/:recordId/notes',
  summary: 'Write a note on a record, for oneself or for the team',
  params: ReviewParams.extend({ recordId: Id }),
  body: z.object({ text: noteText, audience: Audience.default('shared') }),
  reply: Made,
  status: 201,
});

const NoteParams = ReviewParams.extend({ noteId: Id });

export const changeNote = endpoint({
  method: 'PUT',
  path: '/api/reviews/:reviewId/notes/:noteId',
  summary: 'Change a note of one’s own',
  params: NoteParams,
  body: z.object({ text: noteText, audience: Audience }),
});

export const removeNote = endpoint({
  method: 'DELETE',
  path: '/api/reviews/:reviewId/notes/:noteId',
  summary: 'Remove a note of one’s own',
  params: NoteParams,
});
