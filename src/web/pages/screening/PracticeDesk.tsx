import { useNavigate, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { usePlace } from '../../layouts/place.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { useSession } from '../../queries/useSession.ts';
import { PracticeFocus } from './PracticeFocus.tsx';
import { usePracticeRecords, usePracticeSet } from './practiceQueries.ts';
import styles from './ScreeningPage.module.css';

/** A practice set, screened as any other records are. Who has finished it sees the answers instead. */
export function PracticeDesk() {
  const { practiceSetId = '' } = useParams({ strict: false });
  const personId = useSession().data?.person?.personId ?? '';
  const set = usePracticeSet(practiceSetId);
  const records = usePracticeRecords(practiceSetId, personId);
  const navigate = useNavigate();
  usePlace(set.data?.name);
  const isFinished = set.data?.finishedAt != null;
  useEffect(() => {
    const params = { practiceSetId };
    if (isFinished) void navigate({ to: '/practice/$practiceSetId/outcome', params, replace: true });
  }, [isFinished, practiceSetId, navigate]);
  const problem = set.error ?? records.error;
  if (problem) {
    return (
      <div className={styles.alone}>
        <ErrorNote
          problem={problem}
          safe="Decisions that were made on this device are kept until the server has them."
          onRetry={() => void Promise.all([set.refetch(), records.refetch()])}
          actions={<ActionButton to="/practice">Back to practice</ActionButton>}
        />
      </div>
    );
  }
  if (!set.data || !records.data || isFinished) return <Loading shape="lines" />;
  return <PracticeFocus key={practiceSetId} set={set.data} records={records.data.records} personId={personId} />;
}
