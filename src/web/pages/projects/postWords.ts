import type {
  DeclineReason,
  Earning,
  Letter,
  Pay,
  ReportReason,
  StudyType,
  VisaRule,
  WorkPlace,
  WorkUnit,
} from '#core/people/vocabulary';
import { count } from '../../words/count.ts';
import { duration } from '../../words/duration.ts';

export const EARNING_WORDS: Readonly<Record<Earning, string>> = {
  'authorship-possible': 'authorship possible',
  acknowledgement: 'acknowledgement',
};

export const PAY_WORDS: Readonly<Record<Pay, string>> = { unpaid: 'unpaid', stipend: 'a stipend', paid: 'paid' };

export const PLACE_WORDS: Readonly<Record<WorkPlace, string>> = {
  remote: 'remote',
  hybrid: 'partly on site',
  'on-site': 'on site',
};

export const VISA_RULE_WORDS: Readonly<Record<VisaRule, string>> = {
  any: 'any visa is fine',
  'no-need': 'only without need of a visa',
};

export const LETTER_WORDS: Readonly<Record<Letter, string>> = {
  none: 'none',
  possible: 'possible, after the work',
  planned: 'planned, if the work is done',
};

export const STUDY_WORDS: Readonly<Record<StudyType, string>> = {
  'systematic-review': 'systematic review',
  'meta-analysis': 'meta-analysis',
  'network-meta-analysis': 'network meta-analysis',
  'scoping-review': 'scoping review',
  trial: 'trial',
  cohort: 'cohort study',
  'case-control': 'case–control study',
  'cross-sectional': 'cross-sectional study',
  'case-report': 'case report',
  other: 'something else',
};

/** What a declined person reads; kind, and true whichever the lead chose. */
export const DECLINE_WORDS: Readonly<Record<DeclineReason, string>> = {
  'many-applied': 'More people applied than there are seats.',
  'other-skills': 'Other skills were needed this time.',
  'other-times': 'The hours or dates didn’t go together.',
  'other-topic': 'Somebody nearer to the topic was found.',
  'seat-filled': 'The seat was filled.',
};

export const REPORT_WORDS: Readonly<Record<ReportReason, string>> = {
  'asks-for-money': 'It asks for money',
  'not-research': 'It is no research',
  false: 'It says what is not true',
  unfair: 'It is unfair to those who join',
  other: 'Something else',
};

/** "400 records, about 6 h", as far as it is said. */
export function workWords(work: {
  readonly workCount: number | null;
  readonly workUnit: WorkUnit | null;
  readonly totalHours: number | null;
}): string | null {
  const amount = work.workCount !== null && work.workUnit !== null ? `${count(work.workCount)} ${work.workUnit}` : null;
  const hours = work.totalHours === null ? null : duration(work.totalHours * 3600);
  return [amount, hours].filter(Boolean).join(', ') || null;
}
