import type { FormField } from '#core/extraction/form/formField';
import type { FieldKind, FormBlock } from '#core/extraction/vocabulary';

export interface ReadyForm {
  readonly word: 'trial' | 'cohort' | 'diagnostic' | 'prevalence';
  readonly name: string;
  readonly line: string;
  readonly fields: readonly FormField[];
}

type More = Partial<Omit<FormField, 'name' | 'block' | 'kind'>>;

function field(block: FormBlock, name: string, kind: FieldKind, more: More = {}): FormField {
  const plain = { unit: '', help: '', isRequired: false, isPlanned: false, choices: [], lowest: null, highest: null };
  return { ...plain, ...more, name, block, kind };
}

const word = (block: FormBlock, name: string, choices: readonly string[], more: More = {}) =>
  field(block, name, 'category', { ...more, choices });
const percent = (block: FormBlock, name: string, more: More = {}) =>
  field(block, name, 'number', { unit: '%', lowest: 0, highest: 100, ...more });
const count = (block: FormBlock, name: string, more: More = {}) =>
  field(block, name, 'number', { unit: 'people', lowest: 0, ...more });

const WHERE_AND_WHEN = [
  field('study', 'Country', 'text', { isRequired: true, help: 'Where people took part; several with commas.' }),
  word('study', 'Setting', ['Hospital', 'Outpatient clinic', 'Primary care', 'Community', 'Several', 'Other']),
  field('study', 'Number of centres', 'number', { lowest: 1 }),
  field('study', 'First person entered on', 'date', { help: 'A year or a month will do: 2019, 2019-05.' }),
  field('study', 'Last person entered on', 'date'),
  field('study', 'Registration number', 'text', { help: 'As NCT01234567, with the register if it isn’t plain.' }),
];

const WHO = [
  field('population', 'Condition and how it was diagnosed', 'text', { isRequired: true }),
  field('population', 'Who could take part', 'text', { help: 'Criteria of the study, in its own words, shortened.' }),
  field('population', 'Who could not', 'text'),
  field('population', 'Mean age', 'number', { unit: 'years', lowest: 0, highest: 120 }),
  percent('population', 'Women'),
];

const MONEY = [
  word('funding', 'Kind of funding', ['Public', 'Charity', 'Industry', 'Public and industry', 'None', 'Not stated'], {
    isRequired: true,
  }),
  field('funding', 'Funded by', 'text', { help: 'Names as printed.' }),
  field('funding', 'Funder had a part in design, analysis or report', 'yes-no'),
  field('conflicts', 'Conflicts of interest declared', 'yes-no'),
  field('conflicts', 'What was declared', 'text'),
  field('notes', 'Notes', 'text', { help: 'What the team should know: oddities, questions to the authors.' }),
];

const TRIAL: ReadyForm = {
  word: 'trial',
  name: 'Randomised trials',
  line: 'Design, people, what each arm was given, follow-up, funding.',
  fields: [
    word('study', 'Design', ['Parallel', 'Cross-over', 'Cluster', 'Factorial', 'Other'], { isRequired: true }),
    ...WHERE_AND_WHEN,
    word('study', 'Who was blinded', [
      'Nobody',
      'Participants',
      'Assessors',
      'Participants and assessors',
      'Not stated',
    ]),
    field('study', 'Length of follow-up', 'number', { unit: 'months', lowest: 0, isRequired: true }),
    count('study', 'Number randomised', { lowest: 1, isRequired: true }),
    ...WHO,
    field('arms', 'What was given', 'text', { isRequired: true, help: 'Dose, route, how often, by whom.' }),
    field('arms', 'For how long', 'number', { unit: 'weeks', lowest: 0 }),
    field('arms', 'Given to all', 'text', { help: 'Other treatments that this arm had.' }),
    count('arms', 'Left the study'),
    field('outcomes', 'Primary outcome of the study', 'text'),
    word('outcomes', 'Analysed as', [
      'Intention to treat',
      'Modified intention to treat',
      'Per protocol',
      'Not stated',
    ]),
    ...MONEY,
  ],
};

const COHORT: ReadyForm = {
  word: 'cohort',
  name: 'Cohort studies',
  line: 'How groups were formed, what was adjusted for, follow-up, losses.',
  fields: [
    word('study', 'Design', ['Prospective cohort', 'Retrospective cohort', 'Ambispective cohort', 'Registry'], {
      isRequired: true,
    }),
    ...WHERE_AND_WHEN,
    field('study', 'Source of the data', 'text', { help: 'Records, registry, interview, measurement.' }),
    field('study', 'Median follow-up', 'number', { unit: 'years', lowest: 0, isRequired: true }),
    percent('study', 'Lost to follow-up'),
    ...WHO,
    field('arms', 'Exposure and how it was measured', 'text', { isRequired: true }),
    field('outcomes', 'How the outcome was found', 'text', { isRequired: true }),
    field('outcomes', 'Adjusted for', 'text', { isRequired: true, help: 'Every variable of the model that was used.' }),
    word('outcomes', 'Way of adjusting', ['Regression', 'Propensity score', 'Matching', 'Stratifying', 'None']),
    ...MONEY,
  ],
};

const DIAGNOSTIC: ReadyForm = {
  word: 'diagnostic',
  name: 'Diagnostic accuracy',
  line: 'Test, threshold, reference standard, how people came in, what lay between.',
  fields: [
    word('study', 'Design', ['Consecutive series', 'Random sample', 'Case–control', 'Nested in a trial', 'Other'], {
      isRequired: true,
    }),
    ...WHERE_AND_WHEN,
    ...WHO,
    field('population', 'Earlier tests', 'text', { help: 'What people had had before they came in.' }),
    percent('population', 'Have the condition'),
    field('outcomes', 'Index test', 'text', { isRequired: true, help: 'Maker and version with it.' }),
    field('outcomes', 'Threshold', 'text', { isRequired: true }),
    field('outcomes', 'Threshold was fixed beforehand', 'yes-no'),
    field('outcomes', 'Who read the test', 'text'),
    field('outcomes', 'Reference standard', 'text', { isRequired: true }),
    field('outcomes', 'Time between the tests', 'number', { unit: 'days', lowest: 0 }),
    count('outcomes', 'Results that could not be read'),
    ...MONEY,
  ],
};

const PREVALENCE: ReadyForm = {
  word: 'prevalence',
  name: 'Prevalence',
  line: 'Sampling frame, response, case definition, how it was measured.',
  fields: [
    word('study', 'Design', ['Cross-sectional survey', 'Cohort at its start', 'Registry', 'Other'], {
      isRequired: true,
    }),
    ...WHERE_AND_WHEN,
    field('study', 'Sampling frame', 'text', { isRequired: true }),
    word(
      'study',
      'Way of sampling',
      ['Random', 'Stratified random', 'Cluster', 'Consecutive', 'Convenience', 'Census'],
      {
        isRequired: true,
      },
    ),
    percent('study', 'Response rate'),
    ...WHO,
    field('outcomes', 'Case definition', 'text', { isRequired: true }),
    field('outcomes', 'How it was measured', 'choices', {
      choices: ['Interview', 'Questionnaire', 'Examination', 'Laboratory', 'Imaging', 'Records'],
      isRequired: true,
    }),
    word('outcomes', 'Kind of prevalence', ['Point', 'Period', 'Lifetime']),
    ...MONEY,
  ],
};

/** Forms to begin with; the lead changes them as the protocol asks. In our own words. */
export const READY_FORMS: readonly ReadyForm[] = [TRIAL, COHORT, DIAGNOSTIC, PREVALENCE];
