import type { Answers } from '#core/appraisal/answers';
import type { Judgement } from '#core/appraisal/judgements';
import type { AppraisalDomain, Choice, PathStep, Suggestion } from '#core/appraisal/tool';

/** Answers of ROBINS-I V2: some questions grade their yes or their no. */
const WORDS = {
  Y: 'Yes',
  PY: 'Probably yes',
  PN: 'Probably no',
  N: 'No',
  NI: 'No information',
  WN: 'No, slightly',
  SN: 'No, substantially',
  WY: 'Yes, slightly',
  SY: 'Yes, substantially',
} as const;
type Letter = keyof typeof WORDS;

const KINDS = {
  plain: ['Y', 'PY', 'PN', 'N', 'NI'],
  /** Without "no information". */
  sure: ['Y', 'PY', 'PN', 'N'],
  gradedNo: ['Y', 'PY', 'WN', 'SN', 'NI'],
  gradedYes: ['SY', 'WY', 'PN', 'N', 'NI'],
} as const satisfies Record<string, readonly Letter[]>;

/** "Probably" counts like the plain word. */
export type GradedAnswer = 'Y' | 'N' | 'NI' | 'WN' | 'SN' | 'WY' | 'SY';

const PLAIN: Readonly<Record<Letter, GradedAnswer>> = {
  ...{ Y: 'Y', PY: 'Y', PN: 'N', N: 'N', NI: 'NI' },
  ...{ WN: 'WN', SN: 'SN', WY: 'WY', SY: 'SY' },
};

/** Whether an earlier question was answered by one of these; false where it wasn't asked. */
export type Is = (question: string, ...answers: readonly GradedAnswer[]) => boolean;

export interface GradedQuestion {
  readonly id: string;
  readonly text: string;
  readonly kind: keyof typeof KINDS;
  readonly when?: (is: Is) => boolean;
}

export interface GradedDomain {
  readonly id: string;
  readonly name: string;
  readonly questions: readonly GradedQuestion[];
  /** None where the rule says nothing: a person judges. */
  readonly rule: (is: Is) => Judgement | null;
}

function choicesOf(kind: keyof typeof KINDS): readonly Choice[] {
  return KINDS[kind].map(answer => ({ answer, words: WORDS[answer] }));
}

function standing(questions: readonly GradedQuestion[], answers: Answers) {
  const stands = new Map<string, Letter>();
  const asked: string[] = [];
  const missing: string[] = [];
  const is: Is = (question, ...wanted) => {
    const letter = stands.get(question);
    return letter !== undefined && wanted.includes(PLAIN[letter]);
  };
  for (const { id, kind, when } of questions) {
    if (when && !when(is)) continue;
    asked.push(id);
    const letter = KINDS[kind].find(one => one === answers[id]);
    if (letter) stands.set(id, letter);
    else missing.push(id);
  }
  return { stands, asked, missing, is };
}

/** Makes a domain of questions with graded answers from its table and its rule. */
export function gradedDomain({ id, name, questions, rule }: GradedDomain): AppraisalDomain {
  return {
    id,
    name,
    questions: questions.map(({ id: question, text, kind }) => ({ id: question, text, choices: choicesOf(kind) })),
    asked: answers => standing(questions, answers).asked,
    suggest: (answers): Suggestion => {
      const { stands, missing, is } = standing(questions, answers);
      if (missing.length > 0) return { judgement: null, path: [], missing };
      const path: PathStep[] = [];
      const judgement = rule((question, ...wanted) => {
        const answer = stands.get(question);
        if (answer && !path.some(step => step.question === question)) path.push({ question, answer });
        return is(question, ...wanted);
      });
      return { judgement, path, missing: judgement === null ? [id] : [] };
    },
  };
}
