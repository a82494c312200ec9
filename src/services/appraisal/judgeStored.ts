import { type Assessed, assess, OVERALL } from '#core/appraisal/assess';
import type { AppraisalTool } from '#core/appraisal/tool';
import type { JudgedDomains, StoredAnswer, StoredJudgement } from '#entities/Assessment';

/** Judges what is stored of an assessment or a consensus. */
export function judgeStored(
  tool: AppraisalTool,
  answers: Readonly<Record<string, StoredAnswer>>,
  ownJudgements: Readonly<Record<string, StoredJudgement>>,
): Assessed {
  const letters = Object.fromEntries(Object.entries(answers).map(([question, { answer }]) => [question, answer]));
  return assess(tool, letters, ownJudgements);
}

/** What stands at the end, domain by domain. Only of a complete assessment. */
export function judgedDomains({ domains, overall }: Assessed): JudgedDomains {
  return Object.fromEntries(
    [...domains, overall].map(({ id, judgement, suggested, stars }) => {
      if (judgement === null) throw new TypeError(`judgedDomains: ${id} has no judgement`);
      return [id, { judgement, suggested, stars }];
    }),
  );
}

/** What is missing before an assessment is finished, as a sentence. */
export function missingSentence({ domains, overall }: Assessed): string {
  const questions = domains.flatMap(({ id, missing }) => missing.filter(one => one !== id));
  const unjudged = domains.filter(({ id, missing }) => missing.includes(id)).map(({ id }) => id);
  const unreasoned = [...domains, overall].filter(one => one.needsReason).map(({ id }) => id);
  const parts = [
    questions.length > 0 && `questions ${questions.join(', ')} are not answered`,
    unjudged.length > 0 && `${unjudged.join(', ')} ${unjudged.length > 1 ? 'wait' : 'waits'} for your judgement`,
    questions.length === 0 &&
      unjudged.length === 0 &&
      overall.missing.includes(OVERALL) &&
      'the overall judgement is yours to make',
    unreasoned.length > 0 &&
      `${unreasoned.join(', ')} ${unreasoned.length > 1 ? 'differ' : 'differs'} from the suggestion without a reason`,
  ].filter(part => part !== false);
  return `This is not finished: ${parts.join('; ')}.`;
}
