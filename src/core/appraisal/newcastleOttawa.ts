import type { Answers } from '#core/appraisal/answers';
import { worstOf } from '#core/appraisal/judgements';
import type { AppraisalDomain, AppraisalTool, Suggestion } from '#core/appraisal/tool';

/** Each design has a scale of its own; both give at most nine stars. */
export const NOS_DESIGNS = ['cohort', 'case-control'] as const;
export type NosDesign = (typeof NOS_DESIGNS)[number];

export const NOS_QUALITIES = ['good', 'fair', 'poor'] as const;
export type NosQuality = (typeof NOS_QUALITIES)[number];

export type NosPart = 'selection' | 'comparability' | 'outcome';

interface NosChoice {
  readonly answer: string;
  readonly words: string;
  readonly hasStar: boolean;
}

export interface NosQuestion {
  readonly id: string;
  readonly text: string;
  readonly part: NosPart;
  readonly choices: readonly NosChoice[];
}

/** Choices are lettered from a; those that earn the star come first. */
function question(
  id: string,
  part: NosPart,
  text: string,
  starred: readonly string[],
  others: readonly string[],
): NosQuestion {
  const choices = [...starred, ...others].map((words, place) => ({
    answer: 'abcdef'.charAt(place),
    words,
    hasStar: place < starred.length,
  }));
  return { id, text, part, choices };
}

const COMPARABILITY = [
  question(
    'C1',
    'comparability',
    'Were groups comparable for the main factor?',
    ['by design or analysis'],
    ['no, or not said'],
  ),
  question(
    'C2',
    'comparability',
    'Were groups comparable for the additional factor?',
    ['by design or analysis'],
    ['no, or not said'],
  ),
];

export const NOS_QUESTIONS: Readonly<Record<NosDesign, readonly NosQuestion[]>> = {
  cohort: [
    question(
      'S1',
      'selection',
      'How well do the exposed stand for those in question?',
      ['truly representative', 'somewhat representative'],
      ['a selected group', 'not described'],
    ),
    question(
      'S2',
      'selection',
      'Where do the unexposed come from?',
      ['the same community'],
      ['another source', 'not described'],
    ),
    question(
      'S3',
      'selection',
      'How was exposure found out?',
      ['secure record', 'structured interview'],
      ['written by the person', 'not described'],
    ),
    question('S4', 'selection', 'Was it shown that nobody had the outcome at the start?', ['yes'], ['no']),
    ...COMPARABILITY,
    question(
      'O1',
      'outcome',
      'How was the outcome assessed?',
      ['independently and blind', 'by linked records'],
      ['told by the person', 'not described'],
    ),
    question('O2', 'outcome', 'Was follow-up long enough, by what the review fixed beforehand?', ['yes'], ['no']),
    question(
      'O3',
      'outcome',
      'How complete was follow-up?',
      ['everybody accounted for', 'few lost, unlikely to bias'],
      ['too many lost, and not described', 'not said'],
    ),
  ],
  'case-control': [
    question(
      'S1',
      'selection',
      'How were cases defined?',
      ['with independent validation'],
      ['by records or by the person', 'not described'],
    ),
    question(
      'S2',
      'selection',
      'How well do the cases stand for all cases?',
      ['consecutive, or obviously representative'],
      ['possibly selected, or not said'],
    ),
    question(
      'S3',
      'selection',
      'Where do the controls come from?',
      ['the community'],
      ['the hospital', 'not described'],
    ),
    question('S4', 'selection', 'Were controls shown to be free of the condition?', ['yes'], ['not described']),
    ...COMPARABILITY,
    question(
      'E1',
      'outcome',
      'How was exposure found out?',
      ['secure record', 'structured interview, blind to group'],
      ['interview, not blind', 'written by the person, or record only', 'not described'],
    ),
    question('E2', 'outcome', 'Was it found out in the same way for cases and controls?', ['yes'], ['no']),
    question(
      'E3',
      'outcome',
      'How many did not take part?',
      ['the same share in both groups'],
      ['those who did not are described', 'different shares, and not described'],
    ),
  ],
};

export interface NosAppraisal {
  readonly domains: Readonly<Record<NosPart, number | null>>;
  readonly stars: number | null;
  /** By the conversion that many reviews use; it isn't part of the scale itself. */
  readonly overall: NosQuality | null;
  readonly missing: readonly string[];
}

/** Good: 3–4, 1–2, 2–3 stars. Fair: 2, 1–2, 2–3. Poor: 0–1 in selection, none in comparability, or 0–1 in outcome. */
export function nosQuality(selection: number, comparability: number, outcome: number): NosQuality {
  if (selection <= 1 || comparability === 0 || outcome <= 1) return 'poor';
  return selection >= 3 ? 'good' : 'fair';
}

/**
 * Stars of the Newcastle–Ottawa Scale (Wells GA et al., Ottawa Hospital Research Institute), added up here and never
 * typed in. Takes a letter for each question; the part of an unanswered question has no count.
 */
export function newcastleOttawa(design: NosDesign, answers: Answers): NosAppraisal {
  const questions = NOS_QUESTIONS[design];
  const chosen = questions.map(({ id, part, choices }) => ({
    id,
    part,
    choice: choices.find(({ answer }) => answer === answers[id]),
  }));
  const missing = chosen.filter(({ choice }) => !choice).map(({ id }) => id);
  const starsOf = (part: NosPart): number | null => {
    const own = chosen.filter(asked => asked.part === part);
    return own.every(({ choice }) => choice) ? own.filter(({ choice }) => choice?.hasStar).length : null;
  };
  const [selection, comparability, outcome] = [starsOf('selection'), starsOf('comparability'), starsOf('outcome')];
  const domains = { selection, comparability, outcome };
  if (selection === null || comparability === null || outcome === null) {
    return { domains, stars: null, overall: null, missing };
  }
  const overall = nosQuality(selection, comparability, outcome);
  return { domains, stars: selection + comparability + outcome, overall, missing };
}

const PART_NAMES: Readonly<Record<NosDesign, Readonly<Record<NosPart, string>>>> = {
  cohort: { selection: 'Selection', comparability: 'Comparability', outcome: 'Outcome' },
  'case-control': { selection: 'Selection', comparability: 'Comparability', outcome: 'Exposure' },
};

/** What each part allows by the conversion: the worst of the three is the quality of the whole. */
function qualityOfPart(part: NosPart, stars: number): NosQuality {
  if (part === 'selection') return nosQuality(stars, 1, 2);
  return part === 'comparability' ? nosQuality(3, stars, 2) : nosQuality(3, 1, stars);
}

function partDomain(design: NosDesign, part: NosPart): AppraisalDomain {
  const questions = NOS_QUESTIONS[design].filter(question => question.part === part);
  return {
    id: part,
    name: PART_NAMES[design][part],
    questions,
    asked: () => questions.map(({ id }) => id),
    suggest: (answers): Suggestion => {
      const ids = questions.map(({ id }) => id);
      const { domains, missing } = newcastleOttawa(design, answers);
      const open = missing.filter(id => ids.includes(id));
      const path = ids.flatMap(question => {
        const answer = answers[question];
        return answer && !open.includes(question) ? [{ question, answer }] : [];
      });
      const stars = domains[part];
      if (stars === null) return { judgement: null, path, missing: open };
      return { judgement: qualityOfPart(part, stars), path, missing: [], stars };
    },
  };
}

function nosFor(design: NosDesign): AppraisalTool {
  return {
    id: 'nos',
    name: `Newcastle–Ottawa Scale, ${design === 'cohort' ? 'cohort' : 'case–control'}`,
    guidance: 'https://www.ohri.ca/programs/clinical_epidemiology/oxford.asp',
    judgements: NOS_QUALITIES,
    domains: [partDomain(design, 'selection'), partDomain(design, 'comparability'), partDomain(design, 'outcome')],
    overall: judgements => worstOf(judgements, NOS_QUALITIES),
  };
}

/** The scale as a tool with three domains, each counted in stars. */
export const NOS: Readonly<Record<NosDesign, AppraisalTool>> = {
  cohort: nosFor('cohort'),
  'case-control': nosFor('case-control'),
};
