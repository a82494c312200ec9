import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { getRecord } from '#contract/records';
import { call } from '../../call.ts';
import { usePlace } from '../../layouts/place.ts';
import { Badge } from '../../parts/Badge.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { Section } from '../../parts/Section.tsx';
import { RecordArticle } from '../screening/RecordArticle.tsx';
import styles from './RecordsPage.module.css';

/** One record as a person reads it, and the copies that were merged into it, each as its source has it. */
export function RecordPage() {
  const { reviewId = '', recordId = '' } = useParams({ strict: false });
  const {
    data: record,
    error,
    refetch,
  } = useQuery({
    queryKey: ['reviews', reviewId, 'records', 'one', recordId],
    queryFn: ({ signal }) => call(getRecord, { params: { reviewId, recordId }, signal }),
  });
  usePlace(record && shortened(record.title));
  if (error) return <ErrorNote problem={error} onRetry={() => void refetch()} />;
  if (!record) return <Loading />;
  return (
    <>
      <div className={styles.article}>
        <RecordArticle
          record={record}
          highlights={null}
          badges={<Badge kind="fact">{`from ${record.sourceName}`}</Badge>}
        />
      </div>
      {record.copies.length > 0 && (
        <div className={styles.copies}>
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
        </div>
      )}
    </>
  );
}

const LONGEST_PLACE = 48;

function shortened(title: string): string {
  return title.length > LONGEST_PLACE ? `${title.slice(0, LONGEST_PLACE).trimEnd()}…` : title;
}
