import { z } from 'zod';
import { endpoint } from '#contract/endpoint';
import { Id, Instant, Made, PersonName, ReviewParams, RoleWord, ShortText, WhyNot } from '#contract/shapes';
import { SCREENING_MODES, STAGES } from '#core/vocabulary';

const Mode = z.enum(SCREENING_MODES);
const SharePercent = z.number().int().min(1, 'At least 1 %').max(99, 'At most 99 %: choose two screeners for all');

/** The nine parts of a review, in the order of the work. */
export const STEPS = [
  'question',
  'search',
  'duplicates',
  'screening',
  'full-text',
  'extraction',
  'risk-of-bias',
  'synthesis',
  'report',
] as const;

export const STEP_STATES = ['done', 'under-way', 'open', 'waiting'] as const;

export const Step = z.object({
  step: z.enum(STEPS),
  state: z.enum(STEP_STATES),
  /** How much of it is done, 0 to 1, for the ring. */
  share: z.number(),
  /** The one count below its name, as text: "1,243", "v3", "–". */
  figure: z.string(),
  unit: z.string(),
});

/** The one next deed for the person who asks, or null when nothing waits for them. */
export const NextDeed = z.object({
  deed: z.string(),
  title: z.string(),
  detail: z.string(),
  button: z.string(),
  /** A path of the page below the review's own: "question", "screening/title-and-abstract". */
  path: z.string(),
});

export const ReviewOverview = z.object({
  reviewId: Id,
  projectId: Id,
  title: z.string(),
  modes: z.object({ 'title-and-abstract': Mode, 'full-text': Mode }),
  /** Where a second person screens only a share: of how many records in a hundred. */
  sharePercents: z.object({ 'title-and-abstract': z.number().int(), 'full-text': z.number().int() }),
  closedStages: z.array(z.enum(STAGES)),
  roles: z.array(RoleWord),
  team: z.array(PersonName.extend({ roles: z.array(RoleWord) })),
  steps: z.array(Step),
  next: NextDeed.nullable(),
  alsoPossible: z.array(NextDeed),
  /** Work given to people at the stage that is under way; their decisions counted, never shown. */
  progress: z.array(PersonName.extend({ given: z.number().int(), done: z.number().int(), lastAt: Instant.nullable() })),
  activity: z.array(z.object({ at: Instant, actor: z.string(), sentence: z.string() })),
  conflicts: z.number().int().nullable(),
  may: z.object({
    editQuestion: WhyNot,
    import: WhyNot,
    findDuplicates: WhyNot,
    assign: WhyNot,
    adjudicate: WhyNot,
    extract: WhyNot,
    analyse: WhyNot,
    seeFlow: WhyNot,
    seeAudit: WhyNot,
    export: WhyNot,
    configure: WhyNot,
  }),
});

export const createReview = endpoint({
  method: 'POST',
  path: '/api/projects/:projectId/review',
  summary: 'Begin the review of a project (lead)',
  params: z.object({ projectId: Id }),
  body: z.object({
    title: ShortText,
    titleAndAbstractMode: Mode.default('double'),
    fullTextMode: Mode.default('double'),
    titleAndAbstractSharePercent: SharePercent.default(10),
    fullTextSharePercent: SharePercent.default(10),
  }),
  reply: Made,
  status: 201,
});

export const listReviews = endpoint({
  method: 'GET',
  path: '/api/reviews',
  summary: 'The reviews that I am in',
  reply: z.object({
    reviews: z.array(
      z.object({
        reviewId: Id,
        projectId: Id,
        title: z.string(),
        roles: z.array(RoleWord),
        steps: z.array(Step),
        next: NextDeed.nullable(),
      }),
    ),
  }),
});

export const getReview = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId',
  summary: 'Where a review stands, and what is next for me',
  params: ReviewParams,
  reply: ReviewOverview,
});

export const configureReview = endpoint({
  method: 'PUT',
  path: '/api/reviews/:reviewId',
  summary: 'Change a review’s title and how many screen each record (lead)',
  params: ReviewParams,
  body: z.object({
    title: ShortText,
    titleAndAbstractMode: Mode,
    fullTextMode: Mode,
    /** What isn't given stays as it is. */
    titleAndAbstractSharePercent: SharePercent.optional(),
    fullTextSharePercent: SharePercent.optional(),
  }),
});

const Progress = z.object({
  /** Everybody asked has decided, and enough people have. */
  decided: z.number().int(),
  open: z.number().int(),
  /** Records that more people must be asked about. */
  toGiveOut: z.number().int(),
});

export const previewMode = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/stages/:stage/mode-preview',
  summary: 'What another way of screening would do to a stage; nothing changes and no decision is lost (lead)',
  params: ReviewParams.extend({ stage: z.enum(STAGES) }),
  query: z.object({ mode: Mode, sharePercent: z.coerce.number().int().min(1).max(99).default(10) }),
  reply: z.object({
    now: Progress,
    after: Progress,
    /** Decisions beyond those needed: they stay and are heard. */
    extraDecisions: z.number().int(),
  }),
});
