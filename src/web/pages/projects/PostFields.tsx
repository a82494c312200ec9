import { Checkbox, NumberInput, Select, TextInput } from '@mantine/core';
import type { ReplyOf } from '#contract/endpoint';
import type { getProject } from '#contract/projects';
import { EXAM_STEPS, LETTERS, PAYS, STUDY_TYPES, VISA_RULES, WORK_PLACES } from '#core/people/vocabulary';
import type { FieldErrors } from '../../parts/useFieldErrors.ts';
import { EXAM_WORDS } from '../people/words.ts';
import styles from './Project.module.css';
import { LETTER_WORDS, PAY_WORDS, PLACE_WORDS, STUDY_WORDS, VISA_RULE_WORDS } from './postWords.ts';

export type ProjectPostFields = ReplyOf<typeof getProject>['post'];

export const POST_FIELDS = [
  'studyType',
  'pay',
  'workPlace',
  'city',
  'months',
  'graduatedSince',
  'examStepsAsked',
  'visaRule',
  'mentor',
  'contactRule',
  'letter',
] as const;

/** A choice among words that may be left open. */
function Choice<Word extends string>({
  label,
  name,
  words,
  shown,
  value,
  errors,
  onChange,
}: {
  label: string;
  name: string;
  words: readonly Word[];
  shown: Readonly<Record<Word, string>>;
  value: Word | null;
  errors: FieldErrors;
  onChange: (word: Word | null) => void;
}) {
  return (
    <Select
      label={label}
      name={name}
      clearable
      placeholder="not said"
      data={words.map(word => ({ value: word as string, label: shown[word] }))}
      value={value}
      error={errors.of(name)}
      onChange={chosen => onChange(words.find(word => word === chosen) ?? null)}
    />
  );
}

/** What a post says beside the question: the kind of work, whom it asks, what help it may bring. All of it may be left open. */
export function PostFields({
  fields,
  errors,
  onChange,
}: {
  fields: ProjectPostFields;
  errors: FieldErrors;
  onChange: (change: Partial<ProjectPostFields>) => void;
}) {
  const { studyType, pay, workPlace, visaRule, letter } = fields;
  return (
    <>
      <div className={styles.pair}>
        <Choice
          {...{ label: 'Kind of study', name: 'studyType', words: STUDY_TYPES, shown: STUDY_WORDS, errors }}
          value={studyType}
          onChange={word => onChange({ studyType: word })}
        />
        <Choice
          {...{ label: 'Pay', name: 'pay', words: PAYS, shown: PAY_WORDS, errors }}
          value={pay}
          onChange={word => onChange({ pay: word })}
        />
        <Choice
          {...{ label: 'Where', name: 'workPlace', words: WORK_PLACES, shown: PLACE_WORDS, errors }}
          value={workPlace}
          onChange={word => onChange({ workPlace: word })}
        />
        <TextInput
          label="City, where on site"
          name="city"
          value={fields.city}
          error={errors.of('city')}
          onChange={event => onChange({ city: event.target.value })}
        />
        <NumberInput
          label="Months in all"
          name="months"
          min={1}
          max={60}
          allowDecimal={false}
          value={fields.months ?? ''}
          error={errors.of('months')}
          onChange={value => onChange({ months: value === '' ? null : Number(value) })}
        />
        <Choice
          {...{ label: 'Letter of recommendation', name: 'letter', words: LETTERS, shown: LETTER_WORDS, errors }}
          value={letter}
          onChange={word => onChange({ letter: word })}
        />
        <NumberInput
          label="Graduated in this year or later"
          name="graduatedSince"
          allowDecimal={false}
          hideControls
          placeholder="any year"
          value={fields.graduatedSince ?? ''}
          error={errors.of('graduatedSince')}
          onChange={value => onChange({ graduatedSince: value === '' ? null : Number(value) })}
        />
        <Choice
          {...{ label: 'Visa', name: 'visaRule', words: VISA_RULES, shown: VISA_RULE_WORDS, errors }}
          value={visaRule}
          onChange={word => onChange({ visaRule: word })}
        />
        <TextInput
          label="Who looks after those who join"
          name="mentor"
          value={fields.mentor}
          error={errors.of('mentor')}
          onChange={event => onChange({ mentor: event.target.value })}
        />
        <TextInput
          label="How you want to be reached"
          name="contactRule"
          placeholder="By application here; answers within 3 days"
          value={fields.contactRule}
          error={errors.of('contactRule')}
          onChange={event => onChange({ contactRule: event.target.value })}
        />
      </div>
      <Checkbox.Group
        label="Exam steps that must be passed"
        value={[...fields.examStepsAsked]}
        error={errors.of('examStepsAsked')}
        onChange={values => onChange({ examStepsAsked: EXAM_STEPS.filter(step => values.includes(step)) })}
      >
        <div className={styles.roles}>
          {EXAM_STEPS.map(step => (
            <Checkbox key={step} name="examStepsAsked" value={step} label={EXAM_WORDS[step]} />
          ))}
        </div>
      </Checkbox.Group>
    </>
  );
}
