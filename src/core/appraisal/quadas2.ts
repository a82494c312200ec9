import type { Answers } from '#core/appraisal/answers';
import type { Judgement } from '#core/appraisal/judgements';
import type { AppraisalDomain, AppraisalTool, Choice, Suggestion } from '#core/appraisal/tool';

const JUDGEMENTS = ['low', 'unclear', 'high'] as const satisfies readonly Judgement[];
type Level = (typeof JUDGEMENTS)[number];

const CHOICES: readonly Choice[] = [
  { answer: 'Y', words: 'Yes' },
  { answer: 'N', words: 'No' },
  { answer: 'U', words: 'Unclear' },
];

function statedLevel(answers: Answers, id: string): Level | undefined {
  return JUDGEMENTS.find(judgement => judgement === answers[id]);
}

/** All yes suggests low; anything else is for a person to judge, under the domain's id. */
function biasDomain(id: string, name: string, questions: readonly (readonly [string, string])[]): AppraisalDomain {
  const ids = questions.map(([question]) => question);
  return {
    id,
    name,
    questions: questions.map(([question, text]) => ({ id: question, text, choices: CHOICES })),
    asked: () => ids,
    suggest: (answers): Suggestion => {
      const missing = ids.filter(question => !CHOICES.some(({ answer }) => answer === answers[question]));
      const path = ids.flatMap(question => {
        const answer = answers[question];
        return answer && !missing.includes(question) ? [{ question, answer }] : [];
      });
      const stated = statedLevel(answers, id);
      if (stated) return { judgement: stated, path, missing };
      if (missing.length > 0) return { judgement: null, path, missing };
      const isAllYes = path.every(({ answer }) => answer === 'Y');
      return isAllYes ? { judgement: 'low', path, missing } : { judgement: null, path, missing: [id] };
    },
  };
}

/** How far the study fits the review's question: a person judges, there are no signalling questions. */
function applicabilityDomain(id: string, name: string): AppraisalDomain {
  return {
    id,
    name,
    questions: [],
    asked: () => [],
    suggest: answers => {
      const stated = statedLevel(answers, id);
      return { judgement: stated ?? null, path: [], missing: stated ? [] : [id] };
    },
  };
}

/** Low only where all are low; one high makes it high. The tool itself asks for no overall judgement. */
function overall(judgements: readonly Judgement[]): Judgement {
  if (judgements.includes('high')) return 'high';
  return judgements.every(judgement => judgement === 'low') ? 'low' : 'unclear';
}

/**
 * Risk of bias and applicability of a study of diagnostic accuracy (Whiting PF et al. 2011,
 * doi:10.7326/0003-4819-155-8-201110180-00009). To be tailored for each review. Answers are Y, N and U.
 */
export const QUADAS2: AppraisalTool = {
  id: 'quadas-2',
  name: 'QUADAS-2',
  guidance: 'https://www.bristol.ac.uk/population-health-sciences/projects/quadas/quadas-2/',
  judgements: JUDGEMENTS,
  domains: [
    biasDomain('D1', 'Selection of patients', [
      ['1.1', 'Were the patients a consecutive or random sample?'],
      ['1.2', 'Was a case–control design avoided?'],
      ['1.3', 'Were patients left out only for good reasons?'],
    ]),
    biasDomain('D2', 'Index test', [
      ['2.1', 'Was the index test read without knowing the reference standard?'],
      ['2.2', 'Was a threshold, if any, fixed beforehand?'],
    ]),
    biasDomain('D3', 'Reference standard', [
      ['3.1', 'Is the reference standard likely to classify the condition correctly?'],
      ['3.2', 'Was the reference standard read without knowing the index test?'],
    ]),
    biasDomain('D4', 'Flow and timing', [
      ['4.1', 'Was the time between index test and reference standard suitable?'],
      ['4.2', 'Did all patients get a reference standard?'],
      ['4.3', 'Did all patients get the same reference standard?'],
      ['4.4', 'Were all patients in the analysis?'],
    ]),
    applicabilityDomain('A1', 'Applicability: patients'),
    applicabilityDomain('A2', 'Applicability: index test'),
    applicabilityDomain('A3', 'Applicability: reference standard'),
  ],
  overall,
};
