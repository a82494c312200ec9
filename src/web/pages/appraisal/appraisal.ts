import type { getAppraisal, listAppraisals, planAppraisals } from '#contract/appraisal';
import type { BodyInputOf, ReplyOf } from '#contract/endpoint';
import { findTool } from '#core/appraisal/appraisalTools';
import { type Assessed, assess, OVERALL } from '#core/appraisal/assess';
import type { Judgement } from '#core/appraisal/judgements';
import type { AppraisalTool } from '#core/appraisal/tool';
import type { BiasDirection } from '#core/vocabulary';
import type { Source } from '../../parts/reading/reading.ts';

export type AppraisalList = ReplyOf<typeof listAppraisals>;
export type ListedAppraisal = AppraisalList['appraisals'][number];
export type Appraisal = ReplyOf<typeof getAppraisal>;
export type AssessmentOf = Appraisal['others'][number];
type Rects = Source['rects'];
export type PlanBody = BodyInputOf<typeof planAppraisals>;

export interface AnswerGiven {
  readonly answer: string | null;
  readonly quote: string;
  readonly page: string;
  readonly note: string;
  /** The report that the quote stands in, and where on its page, if it was selected there. */
  readonly recordId: string | null;
  readonly rects: Rects;
}

export interface JudgementGiven {
  readonly judgement: Judgement | null;
  readonly reason: string;
  readonly support: string;
  readonly direction: BiasDirection;
}

/** What one is writing: an own assessment, or a consensus. */
export interface Draft {
  readonly answers: Readonly<Record<string, AnswerGiven>>;
  readonly ownJudgements: Readonly<Record<string, JudgementGiven>>;
}

export const NO_ANSWER: AnswerGiven = {
  answer: null,
  quote: '',
  page: '',
  note: '',
  recordId: null,
  rects: [],
};
export const NO_JUDGEMENT: JudgementGiven = { judgement: null, reason: '', support: '', direction: '' };
export const EMPTY_DRAFT: Draft = { answers: {}, ownJudgements: {} };

/** The questions and rules of a stored appraisal; none where this version doesn't know its tool. */
export function toolOf({ tool, variant }: { readonly tool: string; readonly variant: string }): AppraisalTool | null {
  return findTool(tool, variant)?.tool ?? null;
}

/** The letters alone, as the rules read them. */
export function lettersOf({ answers }: Draft): Record<string, string | null> {
  return Object.fromEntries(Object.entries(answers).map(([question, { answer }]) => [question, answer]));
}

export function assessDraft(tool: AppraisalTool, draft: Draft): Assessed {
  return assess(tool, lettersOf(draft), draft.ownJudgements);
}

/** What two people say alike begins a consensus; what they say differently is left open. */
export function agreedDraft(assessments: readonly Draft[]): Draft {
  const [first, second] = assessments;
  if (!first || !second) return first ?? EMPTY_DRAFT;
  const answers = Object.entries(first.answers).filter(([question, own]) => {
    return own.answer !== null && second.answers[question]?.answer === own.answer;
  });
  const judgements = Object.entries(first.ownJudgements).filter(([domain, own]) => {
    return own.judgement !== null && second.ownJudgements[domain]?.judgement === own.judgement;
  });
  return { answers: Object.fromEntries(answers), ownJudgements: Object.fromEntries(judgements) };
}

/** "D1 Randomisation" on a narrow strip: a word or two. */
const SHORT_NAMES: Readonly<Record<string, string>> = {
  'Randomisation process': 'Randomisation',
  'Departures from the intended intervention': 'Departures',
  'Missing outcome data': 'Missing data',
  'Measurement of the outcome': 'Measurement',
  'Measurement of outcomes': 'Measurement',
  'Selection of the reported result': 'Reported result',
  'Selection of participants': 'Selection',
  'Selection of patients': 'Patients',
  'Classification of interventions': 'Classification',
};

export function shortName(name: string): string {
  return SHORT_NAMES[name] ?? name;
}

export interface DomainPlace {
  readonly id: string;
  readonly name: string;
}

/** The domains in order, and the whole at the end. */
export function placesOf(tool: AppraisalTool): readonly DomainPlace[] {
  return [...tool.domains.map(({ id, name }) => ({ id, name })), { id: OVERALL, name: 'Overall' }];
}

/** What stands in the way of finishing, as one sentence; none when nothing does. */
export function missingWords({ domains, overall }: Assessed): string | null {
  const questions = domains.flatMap(({ id, missing }) => missing.filter(one => one !== id));
  if (questions.length > 0) {
    const shown = questions.slice(0, 6).join(', ');
    const more = questions.length > 6 ? ` and ${questions.length - 6} more` : '';
    return `Still to answer: ${shown}${more}.`;
  }
  const unjudged = domains.filter(({ judgement }) => judgement === null).map(({ id }) => id);
  if (unjudged.length > 0) return `Still to judge: ${unjudged.join(', ')}.`;
  if (overall.judgement === null) return 'The overall judgement is yours to make.';
  const unreasoned = [...domains, overall].filter(({ needsReason }) => needsReason).map(({ id }) => id);
  return unreasoned.length > 0 ? `Write why ${unreasoned.join(', ')} differs from the suggestion.` : null;
}
