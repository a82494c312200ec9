import { z } from 'zod';
import { endpoint } from '#contract/endpoint';
import { Id, Instant, ReviewParams, WhyNot } from '#contract/shapes';
import { CERTAINTY_LEVELS, CERTAINTY_STARTS } from '#core/certainty/grading';

const Level = z.enum(CERTAINTY_LEVELS);
const ReasonAnswer = z.object({
  /** Levels down (negative) or up. */
  levels: z.number().int().min(-3).max(2),
  footnote: z.string().trim().max(2000).default(''),
});

const AbsoluteLine = z.object({
  source: z.string(),
  control: z.string(),
  intervention: z.string(),
  interval: z.string(),
  difference: z.string(),
  differenceInterval: z.string(),
  isClipped: z.boolean(),
});

export const listGradings = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/certainty',
  summary: 'The certainty of every analysis, and the smallest differences that matter',
  params: ReviewParams,
  reply: z.object({
    analyses: z.array(
      z.object({
        analysisId: Id,
        name: z.string(),
        outcomeId: Id,
        outcomeName: z.string(),
        isLocked: z.boolean(),
        result: z.string().nullable(),
        certainty: Level.nullable(),
        isAgreed: z.boolean(),
        /** Why it is out of date, one sentence a reason. */
        stale: z.array(z.string()),
      }),
    ),
    thresholds: z.array(
      z.object({
        outcomeId: Id,
        outcomeName: z.string(),
        unit: z.string(),
        value: z.number().nullable(),
        reason: z.string(),
        /** Whether it was set before any analysis of the outcome was computed. */
        isBeforehand: z.boolean().nullable(),
        setAt: Instant.nullable(),
      }),
    ),
    may: z.object({ grade: WhyNot, setThresholds: WhyNot }),
  }),
});

const AnalysisParams = ReviewParams.extend({ analysisId: Id });

export const getGrading = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/analyses/:analysisId/certainty',
  summary: 'What the data suggest for each reason of certainty, what people answered, and what it rests on',
  params: AnalysisParams,
  reply: z.object({
    analysisId: Id,
    name: z.string(),
    version: z.number().int(),
    isLocked: z.boolean(),
    outcomeId: Id,
    outcomeName: z.string(),
    studies: z.number().int(),
    people: z.number().nullable(),
    result: z.string().nullable(),
    absolute: z.array(AbsoluteLine),
    start: z.enum(CERTAINTY_STARTS),
    reasons: z.record(z.string(), ReasonAnswer),
    note: z.string(),
    certainty: Level,
    suggestions: z.record(z.string(), z.object({ levels: z.array(z.number().int()), because: z.string() })),
    draftWords: z.string(),
    plainWords: z.string(),
    agreed: z.object({ at: Instant, byName: z.string() }).nullable(),
    stale: z.array(z.string()),
    riskOfBias: z.object({ judged: z.number().int(), of: z.number().int() }),
    threshold: z.object({ value: z.number(), unit: z.string(), isBeforehand: z.boolean(), setAt: Instant }).nullable(),
    may: z.object({ grade: WhyNot, agree: WhyNot }),
  }),
});

export const saveGrading = endpoint({
  method: 'PUT',
  path: '/api/reviews/:reviewId/analyses/:analysisId/certainty',
  summary: 'Keep answers to GRADE’s reasons',
  params: AnalysisParams,
  body: z.object({
    start: z.enum(CERTAINTY_STARTS),
    /** By reason: risk-of-bias, inconsistency, indirectness, imprecision, publication-bias, large-effect … */
    reasons: z.record(z.string().max(40), ReasonAnswer),
    plainWords: z.string().trim().max(2000).default(''),
    note: z.string().trim().max(300).default(''),
  }),
});

export const agreeOnCertainty = endpoint({
  method: 'PUT',
  path: '/api/reviews/:reviewId/analyses/:analysisId/certainty/agreed',
  summary: 'Agree on the certainty that the answers add up to, or open it again with a reason',
  params: AnalysisParams,
  body: z.object({ isAgreed: z.boolean(), reason: z.string().trim().max(2000).default('') }),
});

export const setMinimalDifference = endpoint({
  method: 'PUT',
  path: '/api/reviews/:reviewId/outcomes/:outcomeId/minimal-difference',
  summary: 'Set the smallest difference that matters in an outcome, or take it away',
  params: ReviewParams.extend({ outcomeId: Id }),
  body: z.object({
    /** People per 1,000 for what is counted, units of the outcome for what is measured. */
    value: z.number().positive('It is above 0').max(1_000_000).nullable(),
    reason: z.string().trim().max(2000).default(''),
  }),
});

const Baseline = z.object({
  /** 0 to 1, exclusive. */
  risk: z.number().gt(0, 'Above 0').lt(1, 'Below 1'),
  source: z.string().trim().min(1, 'Say where it comes from').max(200),
});

export const FINDINGS_FILES = [
  'summary-of-findings.html',
  'summary-of-findings.docx',
  'summary-of-findings.csv',
  'evidence-profile.html',
  'evidence-profile.docx',
  'evidence-profile.csv',
] as const;

export const getFindings = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/findings',
  summary: 'The summary of findings: absolute beside relative effects, certainty, plain words, and what is out of date',
  params: ReviewParams,
  reply: z.object({
    title: z.string(),
    intervention: z.string(),
    comparator: z.string(),
    /** False: nobody has arranged it yet, and each outcome has a row of its own. */
    isArranged: z.boolean(),
    outcomes: z.array(
      z.object({
        outcomeId: Id,
        outcomeName: z.string(),
        remark: z.string(),
        analysisId: Id.nullable(),
        analysisName: z.string().nullable(),
        baselines: z.array(Baseline),
        absolute: z.array(AbsoluteLine),
        difference: z.string().nullable(),
        relative: z.string().nullable(),
        people: z.number().nullable(),
        studies: z.number().int(),
        because: z.string().nullable(),
        certainty: Level.nullable(),
        isAgreed: z.boolean(),
        levels: z.record(z.string(), z.number().int()),
        letters: z.array(z.string()),
        words: z.string(),
        stale: z.array(z.string()),
      }),
    ),
    footnotes: z.array(z.object({ letter: z.string(), text: z.string() })),
    notes: z.array(z.string()),
    may: z.object({ arrange: WhyNot }),
  }),
});

export const arrangeFindings = endpoint({
  method: 'PUT',
  path: '/api/reviews/:reviewId/findings',
  summary: 'Arrange the summary of findings: at most seven outcomes, each with its analysis and its risks',
  params: ReviewParams,
  body: z.object({
    rows: z
      .array(
        z.object({
          outcomeId: Id,
          analysisId: Id.nullable().default(null),
          /** Empty: taken from the comparator groups of the studies. */
          baselines: z.array(Baseline).max(5).default([]),
          comment: z.string().trim().max(300).default(''),
        }),
      )
      .max(50),
  }),
});

export const exportFindings = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/findings-files/:findingsFile',
  summary: 'Summary of findings or evidence profile as HTML, DOCX or CSV',
  params: ReviewParams.extend({ findingsFile: z.enum(FINDINGS_FILES) }),
  replyKind: 'file',
});
