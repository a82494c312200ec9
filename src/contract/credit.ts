import { z } from 'zod';
import { endpoint } from '#contract/endpoint';
import { Day, Id, Instant, JobStarted, Made, PersonName, ReviewParams, WhyNot } from '#contract/shapes';
import { CLAIM_VERDICTS } from '#core/credit/claimState';
import { CREDIT_DEGREES, CREDIT_ROLE_SLUGS } from '#core/credit/creditRoles';

const ShortNote = z.string().trim().max(500, 'Keep it under 500 characters').default('');

export const CreditLine = z.object({
  kind: z.string(),
  label: z.string(),
  count: z.number().int(),
  /** At least so long: time between two deeds no more than 30 minutes apart. */
  minutes: z.number(),
  roles: z.array(z.enum(CREDIT_ROLE_SLUGS)),
  firstAt: Instant,
  lastAt: Instant,
});

export const CreditPerson = PersonName.extend({
  isMe: z.boolean(),
  /** Former members keep their credit. */
  isMember: z.boolean(),
  /** Place among the authors, where a lead has put them in order. */
  place: z.number().int().nullable(),
  lines: z.array(CreditLine),
  proposals: z.array(z.object({ role: z.enum(CREDIT_ROLE_SLUGS), evidence: z.array(z.string()) })),
  icmje: z.object({
    criteria: z.array(
      z.object({
        criterion: z.number().int(),
        title: z.string(),
        state: z.enum(['supported', 'not-enough-alone', 'open']),
        evidence: z.array(z.string()),
      }),
    ),
    isSupportedInAll: z.boolean(),
    sentence: z.string(),
  }),
});

export const Claim = z.object({
  claimId: Id,
  personId: Id,
  role: z.enum(CREDIT_ROLE_SLUGS),
  degree: z.enum(CREDIT_DEGREES).nullable(),
  note: z.string(),
  claimedAt: Instant,
  state: z.enum(['claimed', 'confirmed', 'disputed']),
  /** Whose word would confirm it. */
  waitsFor: z.array(z.string()),
  answers: z.array(
    z.object({
      name: z.string(),
      isMine: z.boolean(),
      verdict: z.enum(CLAIM_VERDICTS),
      reason: z.string(),
      answeredAt: Instant,
    }),
  ),
  may: z.object({ answer: WhyNot, withdraw: WhyNot }),
});

export const getMentored = endpoint({
  method: 'GET',
  path: '/api/credit/mentored',
  summary: 'What one mentored oneself, counted from the check-ins that took place',
  reply: z.object({
    mentored: z
      .object({
        checkIns: z.number().int(),
        people: z.number().int(),
        /** Half an hour for each check-in. */
        hours: z.number(),
        firstOn: Day,
        lastOn: Day,
        sentence: z.string(),
      })
      .nullable(),
  }),
});

export const getCredit = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/credit',
  summary: 'Who did what with the hours that the log shows, claimed CRediT roles, and the four ICMJE criteria',
  params: ReviewParams,
  reply: z.object({
    reviewTitle: z.string(),
    people: z.array(CreditPerson),
    claims: z.array(Claim),
    /** Every claim, answer and declaration, newest first: nobody edits in silence. */
    history: z.array(z.object({ at: Instant, name: z.string(), sentence: z.string() })),
    certificates: z.array(z.object({ certificateId: Id, url: z.string(), issuedAt: Instant, lines: z.number().int() })),
    statement: z.string(),
    acknowledgements: z.string(),
    caveat: z.string(),
    may: z.object({ orderAuthors: WhyNot }),
  }),
});

export const claimRole = endpoint({
  method: 'POST',
  path: '/api/reviews/:reviewId/credit-claims',
  summary: 'Claim a CRediT role for oneself; another degree or note replaces the claim, and its answers begin anew',
  params: ReviewParams,
  body: z.object({
    role: z.enum(CREDIT_ROLE_SLUGS),
    degree: z.enum(CREDIT_DEGREES).nullable().default(null),
    note: ShortNote,
  }),
  reply: Made,
  status: 201,
});

const ClaimParams = ReviewParams.extend({ claimId: Id });

export const withdrawClaim = endpoint({
  method: 'DELETE',
  path: '/api/reviews/:reviewId/credit-claims/:claimId',
  summary: 'Withdraw an own claim; it stays in the history',
  params: ClaimParams,
});

export const answerClaim = endpoint({
  method: 'PUT',
  path: '/api/reviews/:reviewId/credit-claims/:claimId/answer',
  summary: 'Confirm another person’s claim, or dispute it with the reason',
  params: ClaimParams,
  body: z
    .object({ verdict: z.enum(CLAIM_VERDICTS), reason: ShortNote })
    .refine(({ verdict, reason }) => verdict === 'confirmed' || reason !== '', {
      path: ['reason'],
      message: 'Say why you see it differently',
    }),
});

/** The criteria that a person declares: writing, approval, accountability. The first follows from the log alone. */
export const DECLARED_CRITERIA = ['2', '3', '4'] as const;

export const declareAuthorship = endpoint({
  method: 'PUT',
  path: '/api/reviews/:reviewId/authorship-declarations/:criterion',
  summary: 'Declare for oneself, or take back, that an ICMJE criterion is met: 2 writing, 3 approval, 4 accountability',
  params: ReviewParams.extend({ criterion: z.enum(DECLARED_CRITERIA) }),
  body: z.object({ isDeclared: z.boolean() }),
});

export const orderAuthors = endpoint({
  method: 'PUT',
  path: '/api/reviews/:reviewId/authors',
  summary: 'Put the authors in the order of the paper (lead)',
  params: ReviewParams,
  body: z.object({ personIds: z.array(Id).max(500) }),
});

export const CREDIT_FILES = [
  'contributions.txt',
  'contributors.xml',
  'acknowledgements.txt',
  'evidence-sheet.md',
] as const;

export const exportCredit = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/credit/:document',
  summary: 'For the paper: contributions statement (text; JATS XML), acknowledgements; and one’s own evidence sheet',
  params: ReviewParams.extend({ document: z.enum(CREDIT_FILES) }),
  replyKind: 'file',
});

export const issueCertificate = endpoint({
  method: 'POST',
  path: '/api/reviews/:reviewId/certificates',
  summary: 'Issue a certificate of one’s own work, as the log stands now, with a link that anybody can check',
  params: ReviewParams,
  reply: Made,
  status: 201,
});

export const withdrawCertificate = endpoint({
  method: 'DELETE',
  path: '/api/reviews/:reviewId/certificates/:certificateId',
  summary: 'Withdraw an own certificate: its link ends',
  params: ReviewParams.extend({ certificateId: Id }),
});

export const checkCertificate = endpoint({
  method: 'GET',
  path: '/api/certificates/:reviewId/:code',
  summary: 'What a certificate says; for whoever was given its link',
  access: 'anyone',
  params: ReviewParams.extend({ code: z.string().max(100) }),
  reply: z.object({
    name: z.string(),
    reviewTitle: z.string(),
    issuedAt: Instant,
    lines: z.array(z.object({ label: z.string(), count: z.number().int(), minutes: z.number() })),
    roles: z.array(z.string()),
    firstAt: Instant,
    lastAt: Instant,
    fingerprint: z.string().nullable(),
  }),
});

export const rankJournals = endpoint({
  method: 'POST',
  path: '/api/reviews/:reviewId/journal-runs',
  summary: 'Look, as a job, for the journals that publish on this topic, by the records of the review',
  params: ReviewParams,
  reply: JobStarted,
  status: 202,
});

export const JournalOfTopic = z.object({
  journal: z.string(),
  /** Of the nearest records, how many it published. */
  near: z.number().int(),
  records: z.number().int(),
  /** Records of included studies; null while blind screening goes on. */
  included: z.number().int().nullable(),
  lastYear: z.number().int().nullable(),
  years: z.array(z.object({ year: z.number().int(), records: z.number().int() })),
  terms: z.array(z.string()),
  nearest: z.array(z.object({ recordId: Id, title: z.string(), year: z.number().int().nullable() })),
});

export const getJournals = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/journals',
  summary: 'Journals that publish on this topic, as the latest look found them, and how good the advice is',
  params: ReviewParams,
  reply: z.object({
    /** Null before the first look. */
    found: z
      .object({
        at: Instant,
        records: z.number().int(),
        nearest: z.number().int(),
        journals: z.array(JournalOfTopic),
        accuracy: z.object({ tried: z.number().int(), inFirstTen: z.number(), byChance: z.number() }).nullable(),
      })
      .nullable(),
    job: z.object({ jobId: Id }).nullable(),
  }),
});
