import { ActionButton } from '../../../parts/ActionButton.tsx';
import { Section } from '../../../parts/Section.tsx';
import styles from '../Rows.module.css';
import { BLOCK_WORDS, type FieldOfForm, fieldLine } from './formDraft.ts';

/** Fields that the form doesn't ask for any more: their values wait with them. */
export function PutAwayFields({
  fields,
  because,
  onBringBack,
}: {
  fields: readonly FieldOfForm[];
  because: string | null;
  onBringBack: (field: FieldOfForm) => void;
}) {
  if (fields.length === 0) return null;
  return (
    <Section title="Put away" hint="not asked any more; values are kept">
      <ul className={styles.rows}>
        {fields.map(field => (
          <li key={field.characteristicId} className={styles.row}>
            <div className={styles.words}>
              <p className={styles.first}>{field.name}</p>
              <p className={styles.second}>{`${BLOCK_WORDS[field.block]} · ${fieldLine(field)}`}</p>
            </div>
            <ActionButton
              size="small"
              because={because}
              becauseAt="tip"
              label={`Bring back ${field.name}`}
              onClick={() => onBringBack(field)}
            >
              Bring back
            </ActionButton>
          </li>
        ))}
      </ul>
    </Section>
  );
}
