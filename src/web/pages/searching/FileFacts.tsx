import { IconFileText, IconSearch } from '@tabler/icons-react';
import { day } from '../../words/day.ts';
import styles from './FileFacts.module.css';
import type { ImportStanding } from './imports.ts';
import { FORMAT_NAMES, KIND_NAMES } from './sourceNames.ts';

/** The file or search itself: name, format, source, day and who did it. */
export function FileFacts({ standing }: { standing: ImportStanding }) {
  const { fileName, format, encoding, source, createdByName } = standing;
  const Icon = fileName ? IconFileText : IconSearch;
  const facts = [
    format && FORMAT_NAMES[format],
    encoding?.toUpperCase(),
    `by ${createdByName}`,
    standing.sameFileAs || !fileName ? null : 'not imported before',
  ].filter(fact => fact !== null && fact !== undefined);
  return (
    <div className={styles.file}>
      <span className={styles.icon}>
        <Icon size={20} stroke={1.75} aria-hidden="true" />
      </span>
      <div className={styles.words}>
        <p className={styles.name}>{fileName ?? 'Search of PubMed'}</p>
        <p className="muted">{facts.join(' · ')}</p>
      </div>
      <dl className={styles.source}>
        <div>
          <dt>Source</dt>
          <dd>
            {source.name}
            {source.platform && `, ${source.platform}`}
          </dd>
        </div>
        <div>
          <dt>Kind</dt>
          <dd>{KIND_NAMES[source.kind]}</dd>
        </div>
        <div>
          <dt>Searched on</dt>
          <dd>{day(source.ranOn)}</dd>
        </div>
      </dl>
    </div>
  );
}
