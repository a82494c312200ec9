import { SegmentedControl } from '@mantine/core';
import { useNavigate, useParams } from '@tanstack/react-router';
import type { Stage } from '#core/vocabulary';
import { usePlace } from '../../layouts/place.ts';
import { Loading } from '../../parts/Loading.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { useAddress } from '../../parts/useAddress.ts';
import { counted } from '../../words/counted.ts';
import { ConflictAtHand } from './ConflictAtHand.tsx';
import { ConflictQueue } from './ConflictQueue.tsx';
import styles from './ConflictsPage.module.css';
import { ConflictsRefused } from './ConflictsRefused.tsx';
import { useConflicts } from './conflictQueries.ts';
import { NoConflicts } from './NoConflicts.tsx';
import { StageSwitch } from './StageSwitch.tsx';
import { stageOf } from './stageWords.ts';

/** Records on which independent decisions differ: queue, record, both decisions, and the one that settles them. */
export function ConflictsPage() {
  const { reviewId = '', stage: stageText } = useParams({ strict: false });
  const stage = stageOf(stageText);
  usePlace('Conflicts');
  const navigate = useNavigate();
  const [showText, setShow] = useAddress('show', 'open');
  const show = showText === 'settled' ? 'settled' : 'open';
  const [recordId, setRecordId] = useAddress('record');
  const conflicts = useConflicts(reviewId, stage, show);

  const goToStage = (next: Stage) =>
    void navigate({ to: '/reviews/$reviewId/conflicts/$stage', params: { reviewId, stage: next } });
  const found = conflicts.data;
  const list = found?.conflicts ?? [];
  const index = Math.max(
    0,
    list.findIndex(one => one.record.recordId === recordId),
  );
  const current = list[index];
  const switches = (
    <>
      <StageSwitch stage={stage} onSwitch={goToStage} />
      <SegmentedControl
        aria-label="Which"
        value={show}
        onChange={setShow}
        data={[
          { value: 'open', label: 'To settle' },
          { value: 'settled', label: 'Settled' },
        ]}
      />
    </>
  );
  if (!found || !current) {
    return (
      <>
        <PageHead title="Conflicts" actions={found && switches} />
        {conflicts.isError && <ConflictsRefused problem={conflicts.error} onRetry={() => void conflicts.refetch()} />}
        {conflicts.isPending && <Loading shape="lines" />}
        {found && <NoConflicts reviewId={reviewId} stage={stage} show={show} />}
      </>
    );
  }
  const settled = () => setRecordId(list[index + 1]?.record.recordId ?? list[index - 1]?.record.recordId ?? '');
  return (
    <div className={styles.panes}>
      <div className={styles.side}>
        <div className={styles.head}>
          <h1 className={styles.pageTitle}>Conflicts</h1>
          <p className="muted">
            {counted(found.open, 'waits', 'wait')} to be settled, {found.settled} settled.
          </p>
          {switches}
        </div>
        <ConflictQueue conflicts={list} current={current} onChoose={setRecordId} />
      </div>
      <ConflictAtHand
        key={current.record.recordId}
        at={{ reviewId, stage, recordId: current.record.recordId }}
        conflict={current}
        criteria={found.criteria}
        onSettled={settled}
      />
    </div>
  );
}
