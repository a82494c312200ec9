import type { Answers } from '#core/appraisal/answers';
import type { Judgement } from '#core/appraisal/judgements';
import type { AppraisalDomain, AppraisalTool, Choice, Suggestion, ToolId } from '#core/appraisal/tool';

const JUDGEMENTS = ['low', 'unclear', 'high', 'not-applicable'] as const satisfies readonly Judgement[];

const CHOICES: readonly Choice[] = [
  { answer: 'Y', words: 'Yes' },
  { answer: 'N', words: 'No' },
  { answer: 'U', words: 'Unclear' },
  { answer: 'NA', words: 'Not applicable' },
];
const SAID: Readonly<Record<string, Judgement>> = { Y: 'low', N: 'high', U: 'unclear', NA: 'not-applicable' };

/** Every question of a list stands for itself: yes speaks for a low risk of bias, no for a high one. */
function item(number: string, name: string, text: string): AppraisalDomain {
  return {
    id: `Q${number}`,
    name,
    questions: [{ id: number, text, choices: CHOICES }],
    asked: () => [number],
    suggest: (answers: Answers): Suggestion => {
      const answer = answers[number] ?? '';
      const judgement = SAID[answer];
      if (!judgement) return { judgement: null, path: [], missing: [number] };
      return { judgement, path: [{ question: number, answer }], missing: [] };
    },
  };
}

function list(id: ToolId, name: string, questions: readonly (readonly [string, string])[]): AppraisalTool {
  return {
    id,
    name,
    guidance: 'https://jbi.global/critical-appraisal-tools',
    judgements: JUDGEMENTS,
    domains: questions.map(([short, text], place) => item(String(place + 1), short, text)),
    overall: () => null,
  };
}

/**
 * Studies of prevalence (Munn Z et al. 2015, doi:10.1097/XEB.0000000000000054). The list has no rule for the whole: the
 * team says beforehand what it asks for, and a person judges.
 */
export const JBI_PREVALENCE = list('jbi-prevalence', 'JBI list for studies of prevalence', [
  ['Sampling frame', 'Did the frame that people were drawn from stand for the population in question?'],
  ['Way of sampling', 'Were people drawn in a fitting way?'],
  ['Sample size', 'Were there enough of them?'],
  ['People and setting', 'Are people and setting described in detail?'],
  ['Coverage', 'Do the data cover all parts of the sample well enough?'],
  ['Valid methods', 'Was the condition identified by valid methods?'],
  ['Same measurement', 'Was it measured in the same, reliable way for everybody?'],
  ['Analysis', 'Was the statistical analysis appropriate?'],
  ['Response', 'Did enough people respond, and if not, was that dealt with?'],
]);

/** Case series (Munn Z et al. 2020, doi:10.11124/JBISRIR-D-19-00099), as above. */
export const JBI_CASE_SERIES = list('jbi-case-series', 'JBI list for case series', [
  ['Criteria', 'Was it clear beforehand which cases belong to the series?'],
  ['Same measurement', 'Was the condition measured in the same, reliable way in everybody?'],
  ['Valid methods', 'Was the condition identified by valid methods in everybody?'],
  ['Consecutive', 'Were cases taken one after the other, as they came?'],
  ['Complete', 'Were all of them taken?'],
  ['Who they are', 'Is it clearly reported who the people were?'],
  ['Clinical details', 'Are their clinical details clearly reported?'],
  ['Outcomes', 'Are outcomes, or what was found at follow-up, clearly reported?'],
  ['Where', 'Are the clinics or places that they came from clearly described?'],
  ['Analysis', 'Was the statistical analysis appropriate?'],
]);
