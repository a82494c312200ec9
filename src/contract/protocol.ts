import { z } from 'zod';
import { endpoint } from '#contract/endpoint';
import { Id, Instant, Made, ReviewParams, WhyNot } from '#contract/shapes';
import { REVIEW_KINDS } from '#core/protocol/priorReviews';
import { CRITERION_KINDS, FRAMES } from '#core/vocabulary';

export const Slot = z.object({
  slot: z.string().trim().min(1).max(40),
  text: z.string().trim().max(2000).default(''),
  synonyms: z.array(z.string().trim().min(1).max(200)).max(200).default([]),
  meshHeadings: z.array(z.string().trim().min(1).max(200)).max(100).default([]),
  explode: z.boolean().default(true),
  /** Only records in which the heading is a main topic. */
  majorOnly: z.boolean().default(false),
  /** Words of a phrase within so many others, in any order; null: as a phrase. */
  proximity: z.number().int().min(0).max(99).nullable().default(null),
  truncate: z.boolean().default(true),
  /** Words that speak for a record and against it: marked while screening, not searched for. */
  includeWords: z.array(z.string().trim().min(1).max(200)).max(200).default([]),
  excludeWords: z.array(z.string().trim().min(1).max(200)).max(200).default([]),
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
    filters: z.array(z.object({ name: z.string(), label: z.string(), citation: z.string(), loses: z.string() })),
    /** Screening has begun: each further version says why. */
    needsReason: z.boolean(),
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

export const suggestMesh = endpoint({
  method: 'GET',
  path: '/api/mesh-headings',
  summary: 'MeSH headings for what a person types, misspellings forgiven; none where the operator has loaded no MeSH',
  query: z.object({
    text: z.string().trim().max(200).default(''),
    limit: z.coerce.number().int().min(1).max(50).default(12),
  }),
  reply: z.object({
    isLoaded: z.boolean(),
    headings: z.array(z.object({ ui: z.string(), name: z.string(), matched: z.string() })),
  }),
});

const CarriedTerm = z.object({ term: z.string(), included: z.number().int(), others: z.number().int() });

export const suggestTerms = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/term-suggestions',
  summary:
    'Headings and phrases that included records carry more often than others, as far as the viewer may know which',
  params: ReviewParams,
  reply: z.object({
    /** Whose inclusions they are: everybody's, the viewer's own, or of all records while nothing is included. */
    basis: z.enum(['included', 'own', 'all']),
    includedCount: z.number().int(),
    otherCount: z.number().int(),
    headings: z.array(CarriedTerm),
    phrases: z.array(CarriedTerm),
  }),
});

export const PriorReview = z.object({
  title: z.string(),
  authorsText: z.string(),
  year: z.number().int().nullable(),
  kind: z.enum(REVIEW_KINDS),
  pmid: z.string().nullable(),
  recordId: Id.nullable(),
});

export const listPriorReviews = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/prior-reviews',
  summary: 'Reviews among the records that may have answered the question, by publication type and title',
  params: ReviewParams,
  reply: z.object({ reviews: z.array(PriorReview), registerAddress: z.string() }),
});

export const findPriorReviews = endpoint({
  method: 'POST',
  path: '/api/reviews/:reviewId/prior-review-searches',
  summary: 'Systematic reviews among what a search finds in PubMed, the newest of them',
  params: ReviewParams,
  body: z.object({ query: z.string().trim().min(1, 'Write a search').max(50_000) }),
  reply: z.object({ count: z.number().int(), reviews: z.array(PriorReview), address: z.string() }),
});
