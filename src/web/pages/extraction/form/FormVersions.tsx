import { LinkButton } from '../../../parts/LinkButton.tsx';
import { Section } from '../../../parts/Section.tsx';
import { counted } from '../../../words/counted.ts';
import { since } from '../../../words/since.ts';
import styles from '../Rows.module.css';
import type { FormVersion } from './formDraft.ts';

/** Every version with who saved it, when and why. */
export function FormVersions({
  versions,
  onTake,
}: {
  versions: readonly FormVersion[];
  /** Takes an earlier version as the draft of the next one; null where one may not. */
  onTake: ((version: FormVersion) => void) | null;
}) {
  if (versions.length === 0) return null;
  return (
    <Section title="Versions" hint="none is ever overwritten">
      <ul className={styles.rows}>
        {versions.map((one, place) => (
          <li key={one.version} className={styles.row}>
            <div className={styles.words}>
              <p className={styles.first}>
                Version {one.version}
                {one.note && <span className="muted"> · {one.note}</span>}
              </p>
              <p className={styles.second}>
                {counted(one.fields.length, 'field')} · {one.savedByName}, {since(one.savedAt)}
              </p>
            </div>
            {onTake && place > 0 && (
              <LinkButton onClick={() => onTake(one)}>{`Go back to version ${one.version}`}</LinkButton>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
