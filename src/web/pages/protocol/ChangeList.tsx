import type { QuestionChange } from '#core/protocol/compareQuestions';
import styles from './ChangeList.module.css';

const PARTS: Readonly<Record<string, string>> = {
  text: 'words',
  meshHeadings: 'MeSH headings',
  explode: 'narrower headings too',
  inSearch: 'searched for',
  published: 'years',
};

/** What one version changes against another: taken out struck through, put in after it. */
export function ChangeList({
  changes,
  isStringChanged,
}: {
  changes: readonly QuestionChange[];
  isStringChanged: boolean;
}) {
  return (
    <ul className={styles.changes}>
      {changes.map(({ slot, part, removed, added }) => (
        <li key={`${slot} ${part}`}>
          <span className="muted">{[slot, PARTS[part] ?? part].filter(word => word !== null).join(', ')}:</span>{' '}
          {removed.map(word => (
            <del key={word}>{sayable(word)}</del>
          ))}
          {added.map(word => (
            <ins key={word}>{sayable(word)}</ins>
          ))}
        </li>
      ))}
      {isStringChanged && <li>The search string is another one.</li>}
    </ul>
  );
}

function sayable(word: string): string {
  if (word === 'true') return 'yes';
  return word === 'false' ? 'no' : word;
}
