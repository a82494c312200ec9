import type { AbsoluteLine } from '#core/certainty/findings';
import {
  CERTAINTY_WORDS,
  type CertaintyLevel,
  type CertaintyReason,
  REASON_WORDS,
  REASONS_DOWN,
  REASONS_UP,
} from '#core/certainty/grading';
import { countText } from '#core/reporting/numbers';

/** One outcome of a summary of findings, in words. */
export interface FoundOutcome {
  readonly outcomeName: string;
  readonly remark: string;
  readonly absolute: readonly AbsoluteLine[];
  /** Of what is measured: "2.3 lower (…)". */
  readonly difference: string | null;
  readonly relative: string | null;
  readonly people: number | null;
  readonly studies: number;
  /** Why there is nothing to tell, or null. */
  readonly because: string | null;
  readonly certainty: CertaintyLevel | null;
  readonly isAgreed: boolean;
  readonly levels: Readonly<Partial<Record<CertaintyReason, number>>>;
  /** Footnotes of its certainty, by letter. */
  readonly letters: readonly string[];
  readonly words: string;
  readonly stale: readonly string[];
}

export interface Findings {
  readonly title: string;
  readonly intervention: string;
  readonly comparator: string;
  readonly outcomes: readonly FoundOutcome[];
  readonly footnotes: readonly { readonly letter: string; readonly text: string }[];
  readonly notes: readonly string[];
}

/** A table as text, ready for a spreadsheet, a document or a page. Lines in a cell are told apart by line breaks. */
export interface TextTable {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly below: readonly string[];
}

/** Circles for the certainty, as GRADE draws them: ⊕⊕◯◯. */
export function certaintyCircles(level: CertaintyLevel): string {
  const filled = { high: 4, moderate: 3, low: 2, 'very-low': 1 }[level];
  return '⊕'.repeat(filled) + '◯'.repeat(4 - filled);
}

function certaintyCell({ certainty, isAgreed, letters, stale, because }: FoundOutcome): string {
  if (because !== null) return 'no evidence';
  if (certainty === null) return 'not graded';
  const told = `${certaintyCircles(certainty)} ${CERTAINTY_WORDS[certainty]}${letters.length > 0 ? ` ${letters.join(', ')}` : ''}`;
  if (stale.length > 0) return `${told}\nout of date`;
  return isAgreed ? told : `${told}\nnot agreed yet`;
}

function peopleCell({ people, studies, because }: FoundOutcome): string {
  if (because !== null) return '–';
  const counted = `${studies} ${studies === 1 ? 'study' : 'studies'}`;
  return people === null ? counted : `${countText(people)}\n${counted}`;
}

const below = ({ footnotes, notes }: Findings) => [
  ...footnotes.map(({ letter, text }) => `${letter} ${text}`),
  ...notes,
];

/** The summary of findings: one line for each risk without treatment. */
export function findingsTable(findings: Findings): TextTable {
  const { intervention, comparator, outcomes } = findings;
  const rows = outcomes.flatMap(outcome => {
    const name = [outcome.outcomeName, outcome.remark].filter(Boolean).join('\n');
    const end = [
      outcome.relative ?? (outcome.because === null ? '–' : ''),
      peopleCell(outcome),
      certaintyCell(outcome),
      outcome.words,
    ];
    if (outcome.because !== null) return [[name, outcome.because, '', ...end]];
    if (outcome.absolute.length === 0) return [[name, '–', outcome.difference ?? '–', ...end]];
    return outcome.absolute.map((line, place) => {
      const risks = [`${line.control}\n${line.source}`, `${line.intervention} (${line.interval})\n${line.difference}`];
      return place === 0 ? [name, ...risks, ...end] : ['', ...risks, '', '', '', ''];
    });
  });
  return {
    title: findings.title,
    head: [
      'Outcome',
      `With ${comparator}, per 1,000`,
      `With ${intervention}, per 1,000 (95 % CI)`,
      'Relative effect (95 % CI)',
      'People',
      'Certainty',
      'In plain words',
    ],
    rows,
    below: below(findings),
  };
}

function ratingWord(reason: CertaintyReason, levels: number | undefined): string {
  if (levels === undefined) return 'not answered';
  const isUp = REASONS_UP.some(one => one === reason);
  if (levels === 0) return isUp ? 'no' : 'not serious';
  if (isUp) return `yes, +${levels}`;
  return levels === -1 ? 'serious, −1' : levels === -2 ? 'very serious, −2' : 'extremely serious, −3';
}

/** The evidence profile: every reason of every outcome beside its result. */
export function evidenceProfile(findings: Findings): TextTable {
  const reasons = [...REASONS_DOWN, ...REASONS_UP];
  return {
    title: `${findings.title}: evidence profile`,
    head: ['Outcome', 'Studies, people', ...reasons.map(reason => REASON_WORDS[reason]), 'Effect', 'Certainty'],
    rows: findings.outcomes.map(outcome => {
      const line = outcome.absolute[Math.floor((outcome.absolute.length - 1) / 2)];
      const absolute = line && `${line.difference} per 1,000 (${line.differenceInterval}) at ${line.control}`;
      const effect = outcome.because ?? [outcome.relative ?? outcome.difference, absolute].filter(Boolean).join('\n');
      const ratings = reasons.map(reason =>
        outcome.certainty === null
          ? '–'
          : ratingWord(reason, outcome.levels[reason] ?? (REASONS_UP.some(one => one === reason) ? 0 : undefined)),
      );
      return [outcome.outcomeName, peopleCell(outcome), ...ratings, effect, certaintyCell(outcome)];
    }),
    below: below(findings),
  };
}
