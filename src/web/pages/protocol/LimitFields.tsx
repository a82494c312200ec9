import { Checkbox, NumberInput, TagsInput } from '@mantine/core';
import { Note } from '../../parts/Note.tsx';
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
        {draft.ownString !== null && (
          <div className={styles.byHand}>
            <Note kind="info" claim="The string is written by hand.">
              What is ticked or limited here is no part of it: write it into the string, or let the string follow again.
              The report states what the string holds.
            </Note>
          </div>
        )}
        <fieldset disabled={isReadOnly} className={styles.filters}>
          {filters.map(({ name, label, citation, loses }) => (
            <Checkbox
              key={name}
              className={styles.filter}
              label={label}
              description={
                <>
                  <strong>What it loses:</strong> {loses} <span className="muted">{citation}</span>
                </>
              }
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
        <div className={styles.warnings}>
          {draft.languages.length > 0 && (
            <Note kind="warn" claim="A limit of language loses records.">
              Studies in other languages, and records whose language nobody has noted yet, are not found. Cochrane’s
              handbook advises against it: screen for language instead, if at all.
            </Note>
          )}
          {(draft.publishedFrom !== null || draft.publishedTo !== null) && (
            <Note kind="warn" claim="A limit of years needs a reason in the report.">
              It is sound where the thing studied didn’t exist before; otherwise it loses studies, and those that are
              ahead of print at its edge.
            </Note>
          )}
        </div>
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
