import { z } from 'zod';
import { endpoint } from '#contract/endpoint';
import { Criterion } from '#contract/protocol';
import { RecordToRead } from '#contract/recordToRead';
import { Id, Instant, Made, PersonName, ReviewParams, WhyNot } from '#contract/shapes';
import { CHOICES, STAGES } from '#core/vocabulary';

const Chosen = z.object({ choice: z.enum(CHOICES), criterionId: Id.nullable() });

/** A conflict that is talked over by those who decided and those who settle it. */
export const Discussion = z.object({
  discussionId: Id,
  stage: z.enum(STAGES),
  record: RecordToRead,
  openedBy: z.string(),
  openedAt: Instant,
  /** Of each who had decided: what they chose independently, and what stands now. */
  decisions: z.array(
    z.object({
      person: PersonName,
      isMine: z.boolean(),
      before: Chosen,
      now: Chosen.extend({ note: z.string() }).nullable(),
      /** Decided once more after the discussion was opened: no independent choice. */
      isAfterOpening: z.boolean(),
    }),
  ),
  messages: z.array(
    z.object({ messageId: Id, authorName: z.string(), isMine: z.boolean(), text: z.string(), writtenAt: Instant }),
  ),
  /** Waits for a word, the decisions agree now, or the conflict was settled. */
  state: z.enum(['open', 'agreed', 'settled']),
  settled: z
    .object({ choice: z.enum(['include', 'exclude']), criterionId: Id.nullable(), reason: z.string(), by: z.string() })
    .nullable(),
  may: z.object({ write: WhyNot, decide: WhyNot }),
});

export const listDiscussions = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/discussions',
  summary: 'Discussions of conflicts that the viewer is invited to or may settle, the newest first',
  params: ReviewParams,
  reply: z.object({ discussions: z.array(Discussion), open: z.number().int(), criteria: z.array(Criterion) }),
});

const RecordAtStageParams = ReviewParams.extend({ stage: z.enum(STAGES), recordId: Id });

export const openDiscussion = endpoint({
  method: 'PUT',
  path: '/api/reviews/:reviewId/screening/:stage/records/:recordId/discussion',
  summary: 'Open a conflict to those who decided: from then on they see each other’s decisions on this record',
  params: RecordAtStageParams,
});

export const writeInDiscussion = endpoint({
  method: 'POST',
  path: '/api/reviews/:reviewId/screening/:stage/records/:recordId/discussion/messages',
  summary: 'Write in the discussion of a conflict',
  params: RecordAtStageParams,
  body: z.object({
    text: z.string().trim().min(1, 'Write something first').max(5000, 'Keep it under 5,000 characters'),
  }),
  reply: Made,
  status: 201,
});
