import { useParams } from '@tanstack/react-router';
import { ActionButton } from '../../../parts/ActionButton.tsx';
import { ErrorNote } from '../../../parts/ErrorNote.tsx';
import { Loading } from '../../../parts/Loading.tsx';
import { Note } from '../../../parts/Note.tsx';
import { PageHead } from '../../../parts/PageHead.tsx';
import { useAddress } from '../../../parts/useAddress.ts';
import { counted } from '../../../words/counted.ts';
import { outcomeTitle } from '../extraction.ts';
import { useExtraction } from '../useExtraction.ts';
import { ReportedStudy } from './ReportedStudy.tsx';
import styles from './Unify.module.css';
import { useReporting } from './useReporting.ts';

/** One outcome as each study reports it: its name, time, unit and direction, and what is used for it. */
export function UnifyPage() {
  const { reviewId = '' } = useParams({ strict: false });
  const [outcomeId] = useAddress('outcome');
  const extraction = useExtraction(reviewId);
  const reporting = useReporting(reviewId, outcomeId);
  if (extraction.isError || reporting.isError) {
    return <ErrorNote problem={extraction.error ?? reporting.error} safe="What was extracted is stored." />;
  }
  if (extraction.isPending || reporting.isPending) return <Loading shape="table" />;
  const outcome = extraction.data.outcomes.find(one => one.outcomeId === outcomeId);
  const { studies, may } = reporting.data;
  const changed = studies.filter(study => study.sentence !== '').length;
  const barred = studies.filter(study => study.because !== null).length;
  const outside = studies.filter(study => study.isOutsideWindow).length;
  const line = [
    counted(studies.length, 'study', 'studies'),
    changed > 0 ? `${changed} used on the review’s scale` : null,
    outside > 0 ? `${outside} outside the time window` : null,
  ];
  if (!outcome) return <ErrorNote problem={new Error('There is no such outcome.')} safe="Nothing was changed." />;
  return (
    <>
      <PageHead
        title={outcomeTitle(outcome)}
        line={line.filter(Boolean).join(' · ')}
        actions={
          <ActionButton to="/reviews/$reviewId/extraction" params={{ reviewId }}>
            All outcomes
          </ActionButton>
        }
      />
      <p className={styles.intro}>
        {outcome.kind === 'dichotomous'
          ? 'What each study calls it, when it was measured, and whether it counts the opposite. What was extracted stays as it is; the synthesis counts what the review asks for.'
          : outcome.unit === ''
            ? 'This outcome has no unit yet: give it one, and studies that report another are converted.'
            : `The review uses ${outcome.unit}. A study that reports another unit, or the other direction, is converted for the synthesis; what was extracted stays as it is.`}
      </p>
      {barred > 0 && (
        <Note kind="warn" claim={`${counted(barred, 'study is', 'studies are')} left out of the synthesis.`}>
          Their unit can’t be converted into the outcome’s.
        </Note>
      )}
      {studies.length === 0 && <p className="muted">No study has numbers for this outcome that stand yet.</p>}
      <ul className={styles.studies}>
        {studies.map(study => (
          <ReportedStudy key={study.studyId} reviewId={reviewId} outcome={outcome} study={study} because={may.unify} />
        ))}
      </ul>
    </>
  );
}
