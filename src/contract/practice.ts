import { z } from 'zod';
import { endpoint } from '#contract/endpoint';
import { RecordToScreen } from '#contract/screening';
import { Id, Instant, LongText, Made, PersonName, ReviewParams, ShortText, WhyNot } from '#contract/shapes';
import { CHOICES, PRACTICE_ANSWERS, PRACTICE_AUDIENCES, PRACTICE_ORIGINS } from '#core/vocabulary';

const SetParams = z.object({ practiceSetId: Id });
const RecordInSetParams = SetParams.extend({ recordId: Id });
const Seed = z
  .number()
  .int()
  .min(0)
  .max(2 ** 31 - 1)
  .default(1);

/** A share with its 95 % interval (Wilson), or why there is none. */
const Share = z.object({
  hits: z.number().int(),
  of: z.number().int(),
  value: z.number().nullable(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
  because: z.string().nullable(),
});

/** How a person's choices stand against the known answers. Unsure counts as passed on. */
export const PracticeResult = z.object({ sensitivity: Share, specificity: Share });

export const PracticeSet = z.object({
  practiceSetId: Id,
  name: z.string(),
  includeWhen: z.string(),
  excludeWhen: z.string(),
  audience: z.enum(PRACTICE_AUDIENCES),
  origin: z.enum(PRACTICE_ORIGINS),
  records: z.number().int(),
  /** The review whose team practises, and whose leads see the result. */
  forReview: z.object({ reviewId: Id, title: z.string() }).nullable(),
  isRetired: z.boolean(),
  /** My own way through it. */
  decided: z.number().int(),
  startedAt: Instant.nullable(),
  finishedAt: Instant.nullable(),
  isShared: z.boolean(),
  /** Only after I have finished. */
  result: PracticeResult.nullable(),
  may: z.object({ decide: WhyNot, finish: WhyNot, retire: WhyNot }),
});

export const listPracticeSets = endpoint({
  method: 'GET',
  path: '/api/practice-sets',
  summary: 'Practice sets that are offered to me or that I have worked on, with how far I am',
  reply: z.object({ sets: z.array(PracticeSet), may: z.object({ offerEverybody: WhyNot }) }),
});

export const createPracticeSet = endpoint({
  method: 'POST',
  path: '/api/practice-sets',
  summary: 'Make a practice set of records with known answers: of a finished review, or of a labelled table',
  body: z.object({
    name: ShortText,
    includeWhen: LongText.min(1, 'Write what is to be included'),
    excludeWhen: LongText.default(''),
    /** The review whose team practises; null offers it to everybody here (administrators). */
    forReviewId: Id.nullable(),
    from: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('finished-review'), reviewId: Id }),
      z.object({
        kind: z.literal('table'),
        /** CSV with a title, an abstract, and a column "label_included", "included" or "decision". */
        text: z.string().min(1, 'Choose a file').max(1_800_000, 'Keep the table under 1.8 MB'),
      }),
    ]),
    count: z.number().int().min(4, 'At least four records').max(200, 'At most 200 records').default(50),
    included: z.number().int().min(1).max(199).nullable().default(null),
    seed: Seed,
  }),
  reply: Made,
  status: 201,
});

export const getPracticeSet = endpoint({
  method: 'GET',
  path: '/api/practice-sets/:practiceSetId',
  summary: 'A practice set and my own way through it',
  params: SetParams,
  reply: PracticeSet,
});

export const retirePracticeSet = endpoint({
  method: 'DELETE',
  path: '/api/practice-sets/:practiceSetId',
  summary: 'Offer a practice set no more; results stay',
  params: SetParams,
});

export const listPracticeRecords = endpoint({
  method: 'GET',
  path: '/api/practice-sets/:practiceSetId/records',
  summary: 'The records of a practice set with my own decisions; never the answers',
  params: SetParams,
  reply: z.object({ records: z.array(RecordToScreen), total: z.number().int() }),
});

export const decideInPractice = endpoint({
  method: 'PUT',
  path: '/api/practice-sets/:practiceSetId/records/:recordId/decision',
  summary: 'Record or change my decision on a practice record; the answer tells nothing',
  params: RecordInSetParams,
  body: z.object({ choice: z.enum(CHOICES), note: z.string().trim().max(5000).default('') }),
});

export const withdrawInPractice = endpoint({
  method: 'DELETE',
  path: '/api/practice-sets/:practiceSetId/records/:recordId/decision',
  summary: 'Take my decision on a practice record back',
  params: RecordInSetParams,
});

export const finishPractice = endpoint({
  method: 'POST',
  path: '/api/practice-sets/:practiceSetId/completion',
  summary: 'Finish a practice set: decisions stand from now on, and the answers are shown',
  params: SetParams,
});

export const getPracticeOutcome = endpoint({
  method: 'GET',
  path: '/api/practice-sets/:practiceSetId/outcome',
  summary: 'My result in a practice set that I have finished, and the records on which I differ from the known answer',
  params: SetParams,
  reply: z.object({
    result: PracticeResult,
    differing: z.array(z.object({ record: RecordToScreen, answer: z.enum(PRACTICE_ANSWERS) })),
  }),
});

/** What a person showed in one practice set. */
export const PassportPage = z.object({
  practiceSetId: Id,
  name: z.string(),
  finishedAt: Instant,
  result: PracticeResult,
});

export const getPassport = endpoint({
  method: 'GET',
  path: '/api/passport',
  summary: 'My skill passport: what I showed in practice sets, and who sees it',
  reply: z.object({
    pages: z.array(PassportPage.extend({ isShared: z.boolean(), forReview: z.string().nullable() })),
  }),
});

export const sharePassportPage = endpoint({
  method: 'PUT',
  path: '/api/passport/:practiceSetId',
  summary: 'Show a result of mine on my profile, or keep it to myself again',
  params: SetParams,
  body: z.object({ isShared: z.boolean() }),
});

export const getPersonPassport = endpoint({
  method: 'GET',
  path: '/api/people/:personId/passport',
  summary: 'What a person shares of their skill passport',
  params: z.object({ personId: Id }),
  reply: z.object({ pages: z.array(PassportPage) }),
});

export const listPassports = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/passports',
  summary: 'What the team showed in practice: in sets of this review, and whatever else each shares (lead)',
  params: ReviewParams,
  reply: z.object({
    people: z.array(PersonName.extend({ pages: z.array(PassportPage.extend({ isOfReview: z.boolean() })) })),
    sets: z.array(z.object({ practiceSetId: Id, name: z.string(), finished: z.number().int() })),
    may: z.object({ make: WhyNot }),
  }),
});
