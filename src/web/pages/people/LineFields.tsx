import { Checkbox, NumberInput, Select, TagsInput, Textarea, TextInput } from '@mantine/core';
import { CAREER_STAGES, EXAM_STEPS, type ProfileLine, VISA_NEEDS } from '#core/people/vocabulary';
import { TimeZoneField } from '../../parts/TimeZoneField.tsx';
import type { FieldErrors } from '../../parts/useFieldErrors.ts';
import { RolePicker } from '../projects/RolePicker.tsx';
import { AwayFields } from './AwayFields.tsx';
import type { ProfileDraft } from './LineEditor.tsx';
import styles from './Profile.module.css';
import { EXAM_WORDS, LINE_WORDS, STAGE_WORDS, VISA_WORDS } from './words.ts';

interface FieldsProps {
  readonly line: ProfileLine;
  readonly draft: ProfileDraft;
  readonly errors: FieldErrors;
  readonly onChange: (change: Partial<ProfileDraft>) => void;
}

/** The fields of one line. */
export function LineFields(props: FieldsProps) {
  const { line, draft, errors, onChange } = props;
  const label = LINE_WORDS[line];
  switch (line) {
    case 'headline':
    case 'affiliation':
      return (
        <TextInput
          aria-label={label}
          name={line}
          placeholder={
            line === 'headline'
              ? 'Two years on a TB ward; careful extraction'
              : 'University of Ibadan, department of medicine'
          }
          value={draft[line]}
          error={errors.of(line)}
          onChange={event => onChange({ [line]: event.target.value })}
        />
      );
    case 'topics':
      return (
        <Textarea
          label="In your own words"
          name="interests"
          description="Three words are enough. Openings are compared with them and with your publications."
          autosize
          minRows={3}
          maxRows={10}
          value={draft.interests}
          error={errors.of('interests')}
          onChange={event => onChange({ interests: event.target.value })}
        />
      );
    case 'skills':
    case 'languages':
    case 'aims':
      return (
        <TagsInput
          aria-label={label}
          name={line}
          description="Press Enter after each."
          value={draft[line]}
          error={errors.of(line)}
          onChange={value => onChange({ [line]: value })}
        />
      );
    case 'rolesWanted':
      return (
        <RolePicker
          label="Roles you look for"
          name="rolesWanted"
          description="None means any role."
          roles={draft.rolesWanted}
          error={errors.of('rolesWanted')}
          onChange={rolesWanted => onChange({ rolesWanted })}
        />
      );
    case 'hoursPerWeek':
      return (
        <NumberInput
          aria-label={label}
          name="hoursPerWeek"
          min={0}
          max={80}
          allowDecimal={false}
          value={draft.hoursPerWeek ?? ''}
          error={errors.of('hoursPerWeek')}
          onChange={value => onChange({ hoursPerWeek: value === '' ? null : Number(value) })}
        />
      );
    case 'timeZone':
      return (
        <TimeZoneField
          label="The city whose clock you live by"
          value={draft.timeZone}
          error={errors.of('timeZone')}
          onChange={timeZone => onChange({ timeZone })}
        />
      );
    case 'away':
      return <AwayFields away={draft.away} errors={errors} onChange={away => onChange({ away })} />;
    default:
      return <PathFields {...props} />;
  }
}

/** What belongs to a person's path; none of it ever counts for a fit. */
function PathFields({ line, draft, errors, onChange }: FieldsProps) {
  const label = LINE_WORDS[line];
  switch (line) {
    case 'careerStage':
      return (
        <Select
          aria-label={label}
          name="careerStage"
          clearable
          data={CAREER_STAGES.map(stage => ({ value: stage, label: STAGE_WORDS[stage] }))}
          value={draft.careerStage}
          error={errors.of('careerStage')}
          onChange={value => onChange({ careerStage: CAREER_STAGES.find(stage => stage === value) ?? null })}
        />
      );
    case 'visa':
      return (
        <Select
          aria-label={label}
          name="visaNeed"
          clearable
          data={VISA_NEEDS.map(need => ({ value: need, label: VISA_WORDS[need] }))}
          value={draft.visaNeed}
          error={errors.of('visaNeed')}
          onChange={value => onChange({ visaNeed: VISA_NEEDS.find(need => need === value) ?? null })}
        />
      );
    case 'examSteps':
      return (
        <Checkbox.Group
          label="Passed so far"
          value={[...draft.examSteps]}
          error={errors.of('examSteps')}
          onChange={values => onChange({ examSteps: EXAM_STEPS.filter(step => values.includes(step)) })}
        >
          <div className={styles.ticks}>
            {EXAM_STEPS.map(step => (
              <Checkbox key={step} name="examSteps" value={step} label={EXAM_WORDS[step]} />
            ))}
          </div>
        </Checkbox.Group>
      );
    case 'school':
      return (
        <div className={styles.fields}>
          <TextInput
            label="School"
            name="medicalSchool"
            value={draft.medicalSchool}
            error={errors.of('medicalSchool')}
            onChange={event => onChange({ medicalSchool: event.target.value })}
          />
          <div className={styles.pair}>
            <TextInput
              label="Country"
              name="schoolCountry"
              value={draft.schoolCountry}
              error={errors.of('schoolCountry')}
              onChange={event => onChange({ schoolCountry: event.target.value })}
            />
            <NumberInput
              label="Year of graduation"
              name="graduationYear"
              allowDecimal={false}
              hideControls
              value={draft.graduationYear ?? ''}
              error={errors.of('graduationYear')}
              onChange={value => onChange({ graduationYear: value === '' ? null : Number(value) })}
            />
          </div>
        </div>
      );
    default:
      return null;
  }
}
