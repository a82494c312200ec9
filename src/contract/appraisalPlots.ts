import { z } from 'zod';
import { JudgementWord, ToolWord } from '#contract/appraisal';
import { endpoint } from '#contract/endpoint';
import { Id, Instant, ReviewParams } from '#contract/shapes';

/** Which appraisals stand in one figure: one tool, one variant, one outcome. */
const setQuery = {
  tool: ToolWord.default('rob2'),
  variant: z.string().max(40).default(''),
  outcomeId: Id.optional(),
};

export const listJudgements = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/judgements',
  summary: 'What is settled on risk of bias, by study and outcome',
  params: ReviewParams,
  reply: z.object({
    /** How many appraisals are planned; those without a judgement here aren't settled. */
    planned: z.number().int(),
    judgements: z.array(
      z.object({
        appraisalId: Id,
        studyId: Id,
        studyLabel: z.string(),
        /** None: the judgement holds for all results of the study. */
        outcomeId: Id.nullable(),
        tool: ToolWord,
        toolVersion: z.string(),
        variant: z.string(),
        note: z.string(),
        overall: JudgementWord,
        /** High, serious, critical or poor: what a sensitivity analysis leaves out. */
        isHighRisk: z.boolean(),
        domains: z.array(z.object({ id: z.string(), name: z.string(), judgement: JudgementWord.nullable() })),
        settledAt: Instant,
      }),
    ),
  }),
});

export const APPRAISAL_FIGURES = ['traffic-light.svg', 'summary.svg'] as const;

export const getAppraisalFigure = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/appraisal-figures/:figure',
  summary: 'Traffic lights by study, or the summary of all, as SVG; what is not settled is an open ring',
  params: ReviewParams.extend({ figure: z.enum(APPRAISAL_FIGURES) }),
  query: z.object({
    ...setQuery,
    palette: z.enum(['print', 'black-and-white', 'light', 'dark']).default('print'),
    colours: z.enum(['usual', 'safe']).default('usual'),
    by: z.enum(['study', 'weight']).default('study'),
  }),
  replyKind: 'file',
});

export const exportRobvis = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/robvis.csv',
  summary: 'Settled judgements as a table for robvis',
  params: ReviewParams,
  query: z.object(setQuery),
  replyKind: 'file',
});

export const importRobvis = endpoint({
  method: 'POST',
  path: '/api/reviews/:reviewId/robvis-imports',
  summary: 'Take judgements from a table of robvis (lead); what somebody assesses here stays',
  params: ReviewParams,
  body: z.object({
    tool: ToolWord,
    variant: z.string().max(40).default(''),
    outcomeId: Id.nullable().default(null),
    fileName: z.string().trim().min(1).max(200),
    text: z.string().min(1, 'The file is empty').max(2_000_000, 'The file is too large for a table of judgements'),
  }),
  reply: z.object({
    read: z.number().int(),
    settled: z.number().int(),
    skipped: z.array(z.object({ line: z.number().int(), label: z.string(), reason: z.string() })),
  }),
  status: 201,
});
