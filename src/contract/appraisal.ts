import { z } from 'zod';
import { endpoint } from '#contract/endpoint';
import { Id, Instant, PersonName, ReviewParams, WhyNot } from '#contract/shapes';
import { PageRects } from '#contract/valueSource';
import { JUDGEMENTS } from '#core/appraisal/judgements';
import { APPRAISAL_TOOLS, BIAS_DIRECTIONS } from '#core/vocabulary';

export const APPRAISAL_STATES = ['open', 'to-settle', 'settled'] as const;

export const JudgementWord = z.enum(JUDGEMENTS);
export const ToolWord = z.enum(APPRAISAL_TOOLS);
const Remark = z.string().trim().max(5000, 'Keep it under 5,000 characters').default('');

export const AnswerGiven = z.object({
  /** A letter that the question takes, or null where only a quote or a note is kept so far. */
  answer: z.string().max(10).nullable(),
  quote: Remark,
  page: z.string().trim().max(100).default(''),
  note: Remark,
  /** The report that the quote stands in, and where on its page, if it was selected there. */
  recordId: Id.nullable().default(null),
  rects: PageRects,
});

export const JudgementGiven = z.object({
  /** Null: the suggestion stands. */
  judgement: JudgementWord.nullable(),
  /** Why it is not what the answers suggest. */
  reason: Remark,
  /** In the assessor's own words, printed in tables. */
  support: Remark,
  direction: z.enum(BIAS_DIRECTIONS).default(''),
});

/** By domain, and `overall`. */
export const JudgedDomains = z.record(
  z.string(),
  z.object({ judgement: JudgementWord, suggested: JudgementWord.nullable(), stars: z.number().int().nullable() }),
);

const answers = z.record(z.string().max(40), AnswerGiven);
const ownJudgements = z.record(z.string().max(40), JudgementGiven);

const Assessor = PersonName.extend({ isFinished: z.boolean() });

export const AppraisalInList = z.object({
  appraisalId: Id,
  studyId: Id,
  studyLabel: z.string(),
  /** None where the tool judges studies. */
  outcomeId: Id.nullable(),
  outcomeName: z.string().nullable(),
  tool: ToolWord,
  toolVersion: z.string(),
  variant: z.string(),
  assessorsNeeded: z.number().int(),
  state: z.enum(APPRAISAL_STATES),
  mine: z.enum(['none', 'begun', 'finished']),
  waitsForMe: z.boolean(),
  assessors: z.array(Assessor),
  /** What is settled; null before. */
  judged: JudgedDomains.nullable(),
  importedFrom: z.string(),
  note: z.string(),
});

export const listAppraisals = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/appraisals',
  summary: 'What is to be judged for risk of bias, how far it is, and how far blind assessors agreed',
  params: ReviewParams,
  reply: z.object({
    appraisals: z.array(AppraisalInList),
    agreement: z.array(
      z.object({
        tool: ToolWord,
        variant: z.string(),
        /** How many both have finished. */
        appraisals: z.number().int(),
        domains: z.array(
          z.object({
            id: z.string(),
            name: z.string(),
            shareAgreed: z.number().nullable(),
            kappa: z.number().nullable(),
            interval: z.object({ lower: z.number(), upper: z.number() }).nullable(),
            because: z.string().nullable(),
          }),
        ),
      }),
    ),
    may: z.object({ plan: WhyNot, assess: WhyNot, settle: WhyNot }),
  }),
});

export const planAppraisals = endpoint({
  method: 'POST',
  path: '/api/reviews/:reviewId/appraisals',
  summary: 'Plan what is judged by which tool (lead); what is planned already stays',
  params: ReviewParams,
  body: z.object({
    tool: ToolWord,
    /** RoB 2 and ROBINS-I: assignment or adherence. Newcastle–Ottawa: cohort or case-control. */
    variant: z.string().max(40).default(''),
    assessorsNeeded: z.number().int().min(1).max(2).default(2),
    /** Stands under tables and figures of these judgements. */
    note: z.string().trim().max(300).default(''),
    outcomeIds: z.array(Id).max(200).default([]),
    studyIds: z.array(Id).max(2000).default([]),
  }),
  reply: z.object({ added: z.number().int() }),
  status: 201,
});

const AppraisalParams = ReviewParams.extend({ appraisalId: Id });

export const removeAppraisal = endpoint({
  method: 'DELETE',
  path: '/api/reviews/:reviewId/appraisals/:appraisalId',
  summary: 'Take an appraisal out of the plan while nobody has finished it (lead)',
  params: AppraisalParams,
});

export const AssessmentOf = PersonName.extend({
  answers,
  ownJudgements,
  judged: JudgedDomains.nullable(),
  finishedAt: Instant.nullable(),
});

export const getAppraisal = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/appraisals/:appraisalId',
  summary: 'One appraisal: my own assessment, and what others said once all have finished',
  params: AppraisalParams,
  reply: z.object({
    reviewId: Id,
    appraisalId: Id,
    studyId: Id,
    studyLabel: z.string(),
    outcomeId: Id.nullable(),
    outcomeName: z.string().nullable(),
    tool: ToolWord,
    toolVersion: z.string(),
    variant: z.string(),
    note: z.string(),
    assessorsNeeded: z.number().int(),
    state: z.enum(APPRAISAL_STATES),
    mine: AssessmentOf.nullable(),
    others: z.array(AssessmentOf),
    consensus: z
      .object({
        answers,
        ownJudgements,
        judged: JudgedDomains,
        importedFrom: z.string(),
        settledByName: z.string(),
        settledAt: Instant,
      })
      .nullable(),
    assessors: z.array(Assessor),
    reports: z.array(z.object({ recordId: Id, title: z.string(), citation: z.string() })),
    may: z.object({ assess: WhyNot, reopenOwn: WhyNot, settle: WhyNot, reopen: WhyNot }),
  }),
});

export const saveAnswer = endpoint({
  method: 'PUT',
  path: '/api/reviews/:reviewId/appraisals/:appraisalId/answers/:question',
  summary: 'Keep my answer to a question, with quote, page and note',
  params: AppraisalParams.extend({ question: z.string().max(40) }),
  body: AnswerGiven,
});

export const saveOwnJudgement = endpoint({
  method: 'PUT',
  path: '/api/reviews/:reviewId/appraisals/:appraisalId/judgements/:domain',
  summary: 'Keep my judgement of a domain, or overall',
  params: AppraisalParams.extend({ domain: z.string().max(40) }),
  body: JudgementGiven,
});

export const saveAssessment = endpoint({
  method: 'PUT',
  path: '/api/reviews/:reviewId/appraisals/:appraisalId/assessment',
  summary: 'Keep many of my answers and judgements at once; what is not named stays',
  params: AppraisalParams,
  body: z.object({ answers: answers.default({}), ownJudgements: ownJudgements.default({}) }),
});

export const finishAssessment = endpoint({
  method: 'PUT',
  path: '/api/reviews/:reviewId/appraisals/:appraisalId/finished',
  summary: 'Finish my assessment, or open it again while nobody can have seen it',
  params: AppraisalParams,
  body: z.object({ isFinished: z.boolean() }),
});

export const withdrawAssessment = endpoint({
  method: 'DELETE',
  path: '/api/reviews/:reviewId/appraisals/:appraisalId/assessors/:personId',
  summary: 'Give up a seat of an assessor with what was answered; a lead may free anybody’s',
  params: AppraisalParams.extend({ personId: Id }),
});

export const settleAppraisal = endpoint({
  method: 'PUT',
  path: '/api/reviews/:reviewId/appraisals/:appraisalId/consensus',
  summary: 'Write down what two assessors agreed on',
  params: AppraisalParams,
  body: z.object({ answers, ownJudgements }),
});

export const reopenAppraisal = endpoint({
  method: 'POST',
  path: '/api/reviews/:reviewId/appraisals/:appraisalId/reopening',
  summary: 'Take a consensus back, with a reason',
  params: AppraisalParams,
  body: z.object({ reason: z.string().trim().min(1, 'Write why').max(2000) }),
});
