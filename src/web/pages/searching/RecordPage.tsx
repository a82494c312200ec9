import { IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { getRecord, getRecordEdits } from '#contract/records';
import { call } from '../../call.ts';
import { usePlace } from '../../layouts/place.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Badge } from '../../parts/Badge.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { Section } from '../../parts/Section.tsx';
import { RecordArticle } from '../screening/RecordArticle.tsx';
import { EditHistory } from './EditHistory.tsx';
import { EditRecordDialog } from './EditRecordDialog.tsx';
import { FurtherFields } from './FurtherFields.tsx';
import styles from './RecordsPage.module.css';
import { RemarksSection } from './RemarksSection.tsx';

/** One record as a person reads it: what was put right in it, labels and notes, and the copies merged into it. */
export function RecordPage() {
  const { reviewId = '', recordId = '' } = useParams({ strict: false });
  const [isEditing, setIsEditing] = useState(false);
  const {
    data: record,
    error,
    refetch,
  } = useQuery({
    queryKey: ['reviews', reviewId, 'records', 'one', recordId],
    queryFn: ({ signal }) => call(getRecord, { params: { reviewId, recordId }, signal }),
  });
  const edits = useQuery({
    queryKey: ['reviews', reviewId, 'records', 'edits', recordId],
    queryFn: ({ signal }) => call(getRecordEdits, { params: { reviewId, recordId }, signal }),
  }).data;
  usePlace(record && shortened(record.title));
  if (error) return <ErrorNote problem={error} onRetry={() => void refetch()} />;
  if (!record) return <Loading />;
  return (
    <>
      <div className={styles.article}>
        <RecordArticle
          record={record}
          highlights={null}
          badges={
            <>
              <Badge kind="fact">{`from ${record.sourceName}`}</Badge>
              {edits && edits.edits.length > 0 && <Badge kind="fact">put right by hand</Badge>}
            </>
          }
        >
          {edits && (
            <p className={styles.deed}>
              <ActionButton
                size="small"
                icon={<IconPencil stroke={1.75} />}
                because={edits.may.edit}
                becauseAt="tip"
                onClick={() => setIsEditing(true)}
              >
                Put the record right
              </ActionButton>
            </p>
          )}
        </RecordArticle>
      </div>
      <div className={styles.copies}>
        <RemarksSection reviewId={reviewId} recordId={recordId} />
        {edits && edits.edits.length > 0 && <EditHistory edits={edits.edits} />}
        {record.copies.length > 0 && (
          <Section title="Merged copies" hint="the same report as other sources have it">
            <ul>
              {record.copies.map(copy => (
                <li key={copy.recordId}>
                  <p className={styles.title}>{copy.title}</p>
                  <p className={styles.second}>
                    <span>{copy.sourceName}</span>
                    <span>{copy.citation}</span>
                  </p>
                </li>
              ))}
            </ul>
          </Section>
        )}
        {record.further.length > 0 && <FurtherFields fields={record.further} />}
      </div>
      {isEditing && edits && (
        <EditRecordDialog
          reviewId={reviewId}
          recordId={recordId}
          fields={edits.fields}
          onClose={() => setIsEditing(false)}
        />
      )}
    </>
  );
}

const LONGEST_PLACE = 48;

function shortened(title: string): string {
  return title.length > LONGEST_PLACE ? `${title.slice(0, LONGEST_PLACE).trimEnd()}…` : title;
}
