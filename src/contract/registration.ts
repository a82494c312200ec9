import { z } from 'zod';
import { endpoint } from '#contract/endpoint';
import { Day, Id, LongText, Made, ReviewParams, ShortText, WhyNot } from '#contract/shapes';

export const getProtocol = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/protocol',
  summary: 'The protocol field by field as PROSPERO asks for it: drafted from the data, or in people’s words',
  params: ReviewParams,
  reply: z.object({
    fields: z.array(
      z.object({
        id: z.string(),
        section: z.string(),
        label: z.string(),
        hint: z.string(),
        drafted: z.string(),
        own: z.string().nullable(),
      }),
    ),
    may: z.object({ write: WhyNot }),
  }),
});

export const writeProtocolField = endpoint({
  method: 'PUT',
  path: '/api/reviews/:reviewId/protocol/fields/:field',
  summary: 'Write a field of the protocol, or go back to what the data say',
  params: ReviewParams.extend({ field: z.string().max(60) }),
  body: z.object({ text: LongText.nullable() }),
});

export const PROTOCOL_FILES = ['protocol.docx', 'protocol.md', 'prospero.csv'] as const;

export const exportProtocol = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/protocol-files/:protocolFile',
  summary: 'The protocol as Word or Markdown, or its fields as CSV for the form of a register',
  params: ReviewParams.extend({ protocolFile: z.enum(PROTOCOL_FILES) }),
  replyKind: 'file',
});

export const listDeviations = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/deviations',
  summary: 'Where the review left its protocol, as the data show it and as people wrote it down, with reasons',
  params: ReviewParams,
  reply: z.object({
    deviations: z.array(
      z.object({
        id: z.string(),
        on: Day,
        what: z.string(),
        reason: z.string(),
        isFromData: z.boolean(),
        amendmentId: Id.nullable(),
      }),
    ),
    may: z.object({ amend: WhyNot }),
  }),
});

export const amendProtocol = endpoint({
  method: 'POST',
  path: '/api/reviews/:reviewId/amendments',
  summary: 'Write down a change of the protocol, or the reason of a deviation that the data show',
  params: ReviewParams,
  body: z.object({
    about: z.string().max(200).nullable().default(null),
    amendedOn: Day,
    what: ShortText,
    reason: z.string().trim().min(1, 'Write why').max(2000),
  }),
  reply: Made,
  status: 201,
});

export const withdrawAmendment = endpoint({
  method: 'DELETE',
  path: '/api/reviews/:reviewId/amendments/:amendmentId',
  summary: 'Take an amendment of the protocol back',
  params: ReviewParams.extend({ amendmentId: Id }),
});
