import { z } from 'zod';
import { endpoint } from '#contract/endpoint';
import { Day, Id, Instant, PersonName, WhyNot } from '#contract/shapes';
import { AGREED_EARNINGS, AUTHOR_POINTS } from '#core/projects/agreement';

const ProjectParams = z.object({ projectId: Id });
const Version = z.coerce.number().int().min(1);

const Line = z.object({
  personId: Id,
  does: z.string().trim().min(1, 'Say what this person does').max(1000),
  byOn: Day.nullable().default(null),
  earns: z.enum(AGREED_EARNINGS),
  points: z.array(z.enum(AUTHOR_POINTS)).max(AUTHOR_POINTS.length).default([]),
});

export const getAuthorshipAgreement = endpoint({
  method: 'GET',
  path: '/api/projects/:projectId/agreement',
  summary: 'The authorship agreement of a project: its newest version, or an earlier one',
  params: ProjectParams,
  query: z.object({ version: Version.optional() }),
  reply: z.object({
    projectTitle: z.string(),
    versions: z.array(
      z.object({ version: z.number().int(), draftedAt: Instant, signed: z.number().int(), of: z.number().int() }),
    ),
    agreement: z
      .object({
        version: z.number().int(),
        isNewest: z.boolean(),
        fingerprint: z.string(),
        draftedBy: z.string(),
        draftedAt: Instant,
        orderRule: z.string(),
        ifChanges: z.string(),
        lines: z.array(
          Line.extend({
            name: z.string(),
            roles: z.array(z.string()),
            signedAt: Instant.nullable(),
            isMine: z.boolean(),
          }),
        ),
        /** What is different from the version before. */
        changes: z.array(z.object({ name: z.string().nullable(), sentence: z.string() })),
        /** What those named ask to change before they sign this version. */
        wishes: z.array(z.object({ name: z.string(), isMine: z.boolean(), text: z.string(), askedAt: Instant })),
      })
      .nullable(),
    members: z.array(PersonName),
    may: z.object({ draft: WhyNot, sign: WhyNot, askForChange: WhyNot }),
  }),
});

export const draftAuthorshipAgreement = endpoint({
  method: 'POST',
  path: '/api/projects/:projectId/agreement',
  summary: 'Write a new version of the authorship agreement; earlier signatures stay with earlier versions (lead)',
  params: ProjectParams,
  body: z.object({
    /** The version that it was written from; 0 for the first. */
    basedOn: z.number().int().min(0),
    lines: z.array(Line).min(1, 'Name at least one person').max(50),
    orderRule: z.string().trim().max(2000).default(''),
    ifChanges: z.string().trim().max(4000).default(''),
  }),
  reply: z.object({ version: z.number().int() }),
  status: 201,
});

export const signAuthorshipAgreement = endpoint({
  method: 'POST',
  path: '/api/projects/:projectId/agreement/:version/signature',
  summary: 'Sign a version of the agreement with my password',
  params: ProjectParams.extend({ version: Version }),
  body: z.object({
    password: z.string().min(1, 'Write your password').max(200),
    /** Of the text that I read: another one is refused. */
    fingerprint: z.string().max(100),
  }),
});

export const askForAgreementChange = endpoint({
  method: 'PUT',
  path: '/api/projects/:projectId/agreement/:version/change-request',
  summary: 'Ask for a change of the newest version before signing it (whoever is named in it)',
  params: ProjectParams.extend({ version: Version }),
  body: z.object({ text: z.string().trim().min(1, 'Say what should be different').max(1000) }),
});

export const exportAuthorshipAgreement = endpoint({
  method: 'GET',
  path: '/api/projects/:projectId/agreement/:version/text',
  summary: 'A version of the agreement with its signatures, as a text file',
  params: ProjectParams.extend({ version: Version }),
  replyKind: 'file',
});
