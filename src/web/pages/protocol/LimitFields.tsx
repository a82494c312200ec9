import { Checkbox, NumberInput, TagsInput } from '@mantine/core';
import { Section } from '../../parts/Section.tsx';
import styles from './LimitFields.module.css';
import type { QuestionDraft, QuestionReply } from './questionDraft.ts';

const LANGUAGES = ['English', 'French', 'German', 'Spanish', 'Portuguese', 'Chinese', 'Japanese', 'Russian', 'Italian'];

/** Published filters, each with its citation, and limits of language and year, each to be reported with its reason. */
export function LimitFields({
  draft,
  filters,
  isReadOnly,
  onChange,
}: {
  draft: QuestionDraft;
  filters: QuestionReply['filters'];
  isReadOnly: boolean;
  onChange: (part: Partial<QuestionDraft>) => void;
}) {
  const toggle = (name: string) =>
    onChange({
      filters: draft.filters.includes(name) ? draft.filters.filter(one => one !== name) : [...draft.filters, name],
    });
  return (
    <>
      <Section title="Published filters" hint="cited in the report by themselves">
        <fieldset disabled={isReadOnly} className={styles.filters}>
          {filters.map(({ name, label, citation }) => (
            <Checkbox
              key={name}
              className={styles.filter}
              label={label}
              description={citation}
              checked={draft.filters.includes(name)}
              onChange={() => toggle(name)}
            />
          ))}
        </fieldset>
      </Section>
      <Section title="Limits" hint="leave them empty unless there is a reason to report">
        <fieldset disabled={isReadOnly} className={styles.limits}>
          <TagsInput
            label="Languages"
            description="Empty means all."
            data={LANGUAGES}
            acceptValueOnBlur
            value={[...draft.languages]}
            disabled={isReadOnly}
            onChange={languages => onChange({ languages })}
          />
          <YearField
            label="Published from"
            year={draft.publishedFrom}
            onChange={publishedFrom => onChange({ publishedFrom })}
          />
          <YearField
            label="Published to"
            year={draft.publishedTo}
            onChange={publishedTo => onChange({ publishedTo })}
          />
        </fieldset>
      </Section>
    </>
  );
}

function YearField({
  label,
  year,
  onChange,
}: {
  label: string;
  year: number | null;
  onChange: (year: number | null) => void;
}) {
  return (
    <NumberInput
      label={label}
      placeholder="any year"
      hideControls
      allowDecimal={false}
      allowNegative={false}
      min={1600}
      max={2200}
      value={year ?? ''}
      onChange={value => onChange(typeof value === 'number' ? value : null)}
    />
  );
}
