import { IconDownload } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { EXTRACTION_TABLES } from '#core/extraction/vocabulary';
import { ActionButton } from '../../../parts/ActionButton.tsx';
import { Note } from '../../../parts/Note.tsx';
import { PageHead } from '../../../parts/PageHead.tsx';
import { Section } from '../../../parts/Section.tsx';
import { ComparedTable } from './ComparedTable.tsx';
import styles from './Tables.module.css';
import { TABLE_WORDS, type Upload, useTables } from './tables.ts';
import { UploadField } from './UploadField.tsx';

/** The extraction in a spreadsheet: out, edited there, and in again after a look at what it changes. */
export function TablesPage() {
  const { reviewId = '' } = useParams({ strict: false });
  const [upload, setUpload] = useState<Upload | null>(null);
  const { download } = useTables(reviewId);
  return (
    <>
      <PageHead
        title="Extraction in a spreadsheet"
        line="Take a table along, edit it, bring it back. Nothing changes before you have seen what would."
      />
      {download.error && <Note kind="error" claim={download.error.message} />}
      <Section title="Take along">
        <ul className={styles.tables}>
          {EXTRACTION_TABLES.map(table => (
            <li key={table} className={styles.table}>
              <div className={styles.words}>
                <p className={styles.name}>{TABLE_WORDS[table].name}</p>
                <p className={styles.line}>{TABLE_WORDS[table].line}</p>
              </div>
              <span className={styles.deeds}>
                {(['xlsx', 'csv'] as const).map(format => (
                  <ActionButton
                    key={format}
                    size="small"
                    icon={<IconDownload stroke={1.75} />}
                    label={`${TABLE_WORDS[table].name} as ${format === 'xlsx' ? 'Excel' : 'CSV'}`}
                    onClick={() => download.mutate({ table, format })}
                  >
                    {format === 'xlsx' ? 'Excel' : 'CSV'}
                  </ActionButton>
                ))}
              </span>
            </li>
          ))}
        </ul>
        <p className={styles.line}>
          Keep the names of studies, arms and columns: by them each cell finds its place. Where two people extract
          blind, the tables hold your own values and nobody else’s.
        </p>
      </Section>
      <Section title="Bring back">
        <UploadField onUpload={setUpload} />
        {upload && (
          <ComparedTable key={upload.key} reviewId={reviewId} upload={upload} onDone={() => setUpload(null)} />
        )}
      </Section>
    </>
  );
}
