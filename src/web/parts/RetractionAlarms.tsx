import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { listRetractionAlarms, settleRetractionAlarm } from '#contract/searching';
import { call } from '../call.ts';
import { counted } from '../words/counted.ts';
import { ErrorNote } from './ErrorNote.tsx';
import { LinkButton } from './LinkButton.tsx';
import { Note } from './Note.tsx';
import styles from './RetractionAlarms.module.css';

/** Records that were retracted after they came into the review: one alarm each, until somebody has read the notice. */
export function RetractionAlarms({ reviewId }: { reviewId: string }) {
  const queries = useQueryClient();
  const { data } = useQuery({
    queryKey: ['reviews', reviewId, 'retraction-alarms'],
    queryFn: ({ signal }) => call(listRetractionAlarms, { params: { reviewId }, signal }),
  });
  const settling = useMutation({
    mutationFn: (recordId: string) => call(settleRetractionAlarm, { params: { reviewId, recordId } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['reviews', reviewId, 'retraction-alarms'] }),
  });
  if (!data || data.alarms.length === 0) return null;
  const included = data.alarms.filter(alarm => alarm.isIncluded).length;
  const claim = `${counted(data.alarms.length, 'record was', 'records were')} retracted or doubted since ${data.alarms.length === 1 ? 'it' : 'they'} came.`;
  return (
    <div className={styles.box}>
      <Note kind="error" claim={claim}>
        {included > 0 && `${counted(included, 'of them is', 'of them are')} included. `}
        Read the notice before the record is used further.
        {settling.error && <ErrorNote problem={settling.error} />}
        <ul className={styles.alarms}>
          {data.alarms.map(({ recordId, title, isRetracted, notices, isIncluded }) => (
            <li key={recordId}>
              <Link to="/reviews/$reviewId/records/$recordId" params={{ reviewId, recordId }}>
                {title}
              </Link>{' '}
              <span className="muted">
                {isRetracted ? 'retracted' : 'its journal has expressed concern'}
                {isIncluded && ', included'}
              </span>{' '}
              {notices.map(pmid => (
                <a key={pmid} href={`https://pubmed.ncbi.nlm.nih.gov/${pmid}/`} rel="noreferrer" target="_blank">
                  Notice {pmid}
                </a>
              ))}{' '}
              {data.may.settle === null && (
                <LinkButton onClick={() => settling.mutate(recordId)}>We have read it</LinkButton>
              )}
            </li>
          ))}
        </ul>
      </Note>
    </div>
  );
}
