import type { ReplyOf } from '#contract/endpoint';
import type { getRecordEdits } from '#contract/records';
import { Section } from '../../parts/Section.tsx';
import { day } from '../../words/day.ts';
import styles from './RecordsPage.module.css';

const LONGEST = 160;

/** Who changed what, from where; what the source said before is kept. */
export function EditHistory({ edits }: { edits: ReplyOf<typeof getRecordEdits>['edits'] }) {
  return (
    <Section title="Put right" hint="what the source said before is kept">
      <ul>
        {edits.map(({ field, before, after, origin, personName, editedAt }) => (
          <li key={`${field} ${editedAt}`}>
            <p className={styles.second}>
              <strong>{field}</strong>
              <span>{`${personName}, ${day(editedAt)}, ${origin === 'pubmed' ? 'from PubMed' : 'typed'}`}</span>
            </p>
            <p className={styles.change}>
              {before === '' ? <span className="muted">nothing</span> : <del>{short(before)}</del>} →{' '}
              {after === '' ? <span className="muted">nothing</span> : <ins>{short(after)}</ins>}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function short(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST).trimEnd()}…` : text;
}
