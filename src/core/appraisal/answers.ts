/** Answers to a signalling question, in the letters of the tools. */
export const ANSWERS = ['Y', 'PY', 'PN', 'N', 'NI', 'NA'] as const;
export type Answer = (typeof ANSWERS)[number];

export const ANSWER_WORDS: Readonly<Record<Answer, string>> = {
  Y: 'Yes',
  PY: 'Probably yes',
  PN: 'Probably no',
  N: 'No',
  NI: 'No information',
  NA: 'Not applicable',
};

/** What was answered so far, by question: a letter of the tool, or a person's judgement under the domain's id. */
export type Answers = Readonly<Record<string, string | null | undefined>>;

/** "Probably" counts like the plain word. */
export type PlainAnswer = 'Y' | 'N' | 'NI';

export function isAnswer(word: unknown): word is Answer {
  return ANSWERS.some(answer => answer === word);
}

/** The answer without its "probably"; none for what doesn't apply. */
export function plainAnswer(answer: Answer): PlainAnswer | undefined {
  switch (answer) {
    case 'Y':
    case 'PY':
      return 'Y';
    case 'N':
    case 'PN':
      return 'N';
    case 'NI':
      return 'NI';
    case 'NA':
      return undefined;
    default: {
      const missing: never = answer;
      throw new RangeError(`plainAnswer: no rule for ${String(missing)}`);
    }
  }
}
