import type { ReplyOf } from '#contract/endpoint';
import type { getRecord } from '#contract/records';
import { Section } from '../../parts/Section.tsx';
import styles from './FurtherFields.module.css';

/** Tags and columns that a record's source had and Pooled has no place for, under the source's own names. */
export function FurtherFields({ fields }: { fields: ReplyOf<typeof getRecord>['further'] }) {
  return (
    <Section
      title="As its source has it besides"
      hint="tags and columns without a place of their own, kept as they came"
    >
      <dl className={styles.fields}>
        {fields.map(({ name, values }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{values.join(' · ')}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
