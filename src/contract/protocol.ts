import { z } from 'zod';
import { endpoint } from '#contract/endpoint';
import { Id, Instant, Made, ReviewParams, WhyNot } from '#contract/shapes';
import { CRITERION_KINDS, FRAMES } from '#core/vocabulary';

export const Slot = z.object({
  slot: z.string().trim().min(1).max(40),
  text: z.string().trim().max(2000).default(''),
  synonyms: z.array(z.string().trim().min(1).max(200)).max(200).default([]),
  meshHeadings: z.array(z.string().trim().min(1).max(200)).max(100).default([]),
  explode: z.boolean().default(true),
  inSearch: z.boolean().default(true),
});

const questionFields = {
  frame: z.enum(FRAMES),
  title: z.string().trim().max(300).default(''),
  slots: z.array(Slot).max(20),
  filters: z.array(z.string().max(100)).max(10).default([]),
  languages: z.array(z.string().max(40)).max(20).default([]),
  publishedFrom: z.number().int().min(1600).max(2200).nullable().default(null),
  publishedTo: z.number().int().min(1600).max(2200).nullable().default(null),
};

const Warning = z.object({ code: z.string(), message: z.string(), slot: z.string().nullable() });

export const QueryProblem = z.object({
  code: z.string(),
  severity: z.string(),
  message: z.string(),
  start: z.number().int(),
  end: z.number().int(),
  line: z.number().int(),
  column: z.number().int(),
  repair: z.string().optional(),
});

/** What a question's slots make as a search string. */
export const Draft = z.object({
  query: z.string(),
  concepts: z.array(z.object({ slot: z.string(), line: z.string() })),
  warnings: z.array(Warning),
});

export const Criterion = z.object({
  criterionId: Id,
  kind: z.enum(CRITERION_KINDS),
  slot: z.string().nullable(),
  text: z.string(),
  position: z.number().int(),
});

export const QuestionVersion = z.object({
  version: z.number().int(),
  ...questionFields,
  searchString: z.string(),
  isSearchStringEdited: z.boolean(),
  reason: z.string(),
  createdByName: z.string(),
  createdAt: Instant,
});

export const getQuestion = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/question',
  summary: 'The question with its criteria and search string, and its earlier versions',
  params: ReviewParams,
  reply: z.object({
    current: QuestionVersion.nullable(),
    versions: z.array(QuestionVersion),
    criteria: z.array(Criterion),
    filters: z.array(z.object({ name: z.string(), label: z.string(), citation: z.string() })),
    may: z.object({ edit: WhyNot }),
  }),
});

export const saveQuestion = endpoint({
  method: 'POST',
  path: '/api/reviews/:reviewId/question-versions',
  summary: 'Save the question as its next version; a search string of one’s own replaces the drafted one',
  params: ReviewParams,
  body: z.object({
    ...questionFields,
    /** The version that the change was made on: somebody else's newer one is not overwritten. */
    basedOn: z.number().int().min(0),
    searchString: z.string().max(50_000).nullable().default(null),
    reason: z.string().trim().max(1000).default(''),
  }),
  reply: z.object({ version: z.number().int(), problems: z.array(QueryProblem) }),
  status: 201,
});

export const draftQuery = endpoint({
  method: 'POST',
  path: '/api/query-drafts',
  summary: 'The PubMed search string that follows from a question',
  access: 'anyone',
  body: z.object(questionFields),
  reply: Draft,
});

export const checkQueryString = endpoint({
  method: 'POST',
  path: '/api/query-checks',
  summary: 'What is wrong with a PubMed search string, and where',
  access: 'anyone',
  body: z.object({ query: z.string().max(50_000) }),
  reply: z.object({ isSound: z.boolean(), problems: z.array(QueryProblem) }),
});

export const addCriterion = endpoint({
  method: 'POST',
  path: '/api/reviews/:reviewId/criteria',
  summary: 'Add a criterion of eligibility (lead)',
  params: ReviewParams,
  body: z.object({
    kind: z.enum(CRITERION_KINDS),
    slot: z.string().max(40).nullable().default(null),
    text: z.string().trim().min(1, 'Write the criterion').max(500),
  }),
  reply: Made,
  status: 201,
});

const CriterionParams = ReviewParams.extend({ criterionId: Id });

export const changeCriterion = endpoint({
  method: 'PUT',
  path: '/api/reviews/:reviewId/criteria/:criterionId',
  summary: 'Change a criterion’s words or place (lead)',
  params: CriterionParams,
  body: z.object({
    slot: z.string().max(40).nullable(),
    text: z.string().trim().min(1, 'Write the criterion').max(500),
    position: z.number().int().min(0),
  }),
});

export const retireCriterion = endpoint({
  method: 'DELETE',
  path: '/api/reviews/:reviewId/criteria/:criterionId',
  summary: 'Retire a criterion; decisions that name it keep their reason (lead)',
  params: CriterionParams,
});
