import { Link } from '@tanstack/react-router';
import { ActionButton } from '../../parts/ActionButton.tsx';
import styles from './Duplicates.module.css';
import type { Cluster } from './useDuplicates.ts';

/** Merged records: the one that stands for its copies, and each copy with the way back. */
export function MergedRecords({
  reviewId,
  clusters,
  because,
  onUnmerge,
}: {
  reviewId: string;
  clusters: readonly Cluster[];
  because: string | null;
  onUnmerge: (clusterId: string, recordId: string) => void;
}) {
  return (
    <ul className={styles.clusters}>
      {clusters.map(({ clusterId, primaryRecordId, records }) => (
        <li key={clusterId} className={styles.cluster}>
          {records.map(record => (
            <div key={record.recordId} className={styles.copy} data-primary={record.recordId === primaryRecordId}>
              <div>
                <Link
                  to="/reviews/$reviewId/records/$recordId"
                  params={{ reviewId, recordId: record.recordId }}
                  className={styles.title}
                >
                  {record.title || 'Without a title'}
                </Link>
                <p className={styles.facts}>
                  {[record.sourceName, record.journal, record.year].filter(Boolean).join(' · ')}
                  {record.recordId === primaryRecordId && ' · stands for its copies'}
                </p>
              </div>
              {record.recordId !== primaryRecordId && (
                <ActionButton
                  kind="quiet"
                  size="small"
                  because={because}
                  becauseAt="tip"
                  label={`Un-merge ${record.title}`}
                  onClick={() => onUnmerge(clusterId, record.recordId)}
                >
                  Un-merge
                </ActionButton>
              )}
            </div>
          ))}
        </li>
      ))}
    </ul>
  );
}
