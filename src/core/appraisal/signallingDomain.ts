import {
  ANSWER_WORDS,
  type Answer,
  type Answers,
  isAnswer,
  type PlainAnswer,
  plainAnswer,
} from '#core/appraisal/answers';
import type { Judgement } from '#core/appraisal/judgements';
import type { AppraisalDomain, AppraisalQuestion, PathStep, Suggestion } from '#core/appraisal/tool';

/** Gives the plain answer to an earlier question of the domain; none where it wasn't asked, or doesn't apply. */
export type Given = (question: string) => PlainAnswer | undefined;

/** Asks for an answer on the way to a suggestion; the path remembers it. */
export type Ask = (question: string) => PlainAnswer | 'NA';

export interface SignallingQuestion {
  readonly id: string;
  readonly text: string;
  /** When it is to be asked; always, if not said. It may look at earlier questions only. */
  readonly when?: (given: Given) => boolean;
  /** Whether "not applicable" is an answer even though it is asked. */
  readonly mayNotApply?: true;
  /** Whether "no information" is left out of the answers. */
  readonly needsInformation?: true;
}

export interface SignallingDomain {
  readonly id: string;
  readonly name: string;
  readonly questions: readonly SignallingQuestion[];
  /** The tool's rule; none where it leaves the judgement to a person. */
  readonly rule?: (ask: Ask) => Judgement;
}

function answersTo({ mayNotApply, needsInformation }: SignallingQuestion): readonly Answer[] {
  const usual: readonly Answer[] = needsInformation ? ['Y', 'PY', 'PN', 'N'] : ['Y', 'PY', 'PN', 'N', 'NI'];
  return mayNotApply ? [...usual, 'NA'] : usual;
}

function choices(question: SignallingQuestion): AppraisalQuestion {
  const { id, text } = question;
  return { id, text, choices: answersTo(question).map(answer => ({ answer, words: ANSWER_WORDS[answer] })) };
}

/** Answers to the questions that are asked: one that stands from before a change is no longer looked at. */
function standing(questions: readonly SignallingQuestion[], answers: Answers) {
  const asked: string[] = [];
  const missing: string[] = [];
  const stands = new Map<string, Answer>();
  const given: Given = id => {
    const answer = stands.get(id);
    return answer && plainAnswer(answer);
  };
  for (const question of questions) {
    if (question.when && !question.when(given)) continue;
    asked.push(question.id);
    const answer = answers[question.id];
    if (isAnswer(answer) && answersTo(question).includes(answer)) stands.set(question.id, answer);
    else missing.push(question.id);
  }
  return { asked, missing, stands };
}

/** Makes a domain of signalling questions with Y, PY, PN, N and NI from its table and its rule. */
export function signallingDomain(
  { id, name, questions, rule }: SignallingDomain,
  judge: (answers: Answers) => Judgement | undefined = () => undefined,
): AppraisalDomain {
  return {
    id,
    name,
    questions: questions.map(choices),
    asked: answers => standing(questions, answers).asked,
    suggest: (answers): Suggestion => {
      const { missing, stands } = standing(questions, answers);
      const path: PathStep[] = [];
      if (!rule) {
        const judgement = judge(answers);
        return judgement ? { judgement, path, missing } : { judgement: null, path, missing: [...missing, id] };
      }
      if (missing.length > 0) return { judgement: null, path, missing };
      const ask: Ask = question => {
        const answer = stands.get(question) ?? 'NA';
        if (answer !== 'NA') path.push({ question, answer });
        return plainAnswer(answer) ?? 'NA';
      };
      return { judgement: rule(ask), path, missing };
    },
  };
}
