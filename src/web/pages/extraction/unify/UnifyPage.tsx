import { useParams } from '@tanstack/react-router';
import { kindOfOutcome } from '#core/extraction/kinds/outcomeKinds';
import { countsOpposite } from '#core/extraction/usedNumbers';
import { ActionButton } from '../../../parts/ActionButton.tsx';
import { ErrorNote } from '../../../parts/ErrorNote.tsx';
import { Loading } from '../../../parts/Loading.tsx';
import { Note } from '../../../parts/Note.tsx';
import { PageHead } from '../../../parts/PageHead.tsx';
import { useAddress } from '../../../parts/useAddress.ts';
import { counted } from '../../../words/counted.ts';
import { type Outcome, outcomeTitle } from '../extraction.ts';
import { useExtraction } from '../useExtraction.ts';
import { ReportedStudy } from './ReportedStudy.tsx';
import styles from './Unify.module.css';
import { useReporting } from './useReporting.ts';

/** One outcome as each study reports it; without one in the address, the review's first. */
export function UnifyPage() {
  const { reviewId = '' } = useParams({ strict: false });
  const [chosen] = useAddress('outcome');
  const extraction = useExtraction(reviewId);
  if (extraction.isError) return <ErrorNote problem={extraction.error} safe="What was extracted is stored." />;
  if (extraction.isPending) return <Loading shape="table" />;
  const { outcomes } = extraction.data;
  const outcome = chosen === '' ? outcomes[0] : outcomes.find(one => one.outcomeId === chosen);
  if (outcome) return <ReportedOutcome key={outcome.outcomeId} reviewId={reviewId} outcome={outcome} />;
  return (
    <>
      <PageHead title="As studies report it" />
      <p className="muted">{chosen === '' ? 'This review has no outcome yet.' : 'There is no such outcome.'}</p>
    </>
  );
}

/** Its name, time, unit and direction in each study, and what is used for it. */
function ReportedOutcome({ reviewId, outcome }: { reviewId: string; outcome: Outcome }) {
  const reporting = useReporting(reviewId, outcome.outcomeId);
  if (reporting.isError) return <ErrorNote problem={reporting.error} safe="What was extracted is stored." />;
  if (reporting.isPending) return <Loading shape="table" />;
  const { studies, may } = reporting.data;
  const changed = studies.filter(study => study.sentence !== '').length;
  const barred = studies.filter(study => study.because !== null).length;
  const outside = studies.filter(study => study.isOutsideWindow).length;
  const line = [
    counted(studies.length, 'study', 'studies'),
    changed > 0 ? `${changed} used on the review’s scale` : null,
    outside > 0 ? `${outside} outside the time window` : null,
  ];
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
        {countsOpposite(outcome.kind)
          ? 'What each study calls it, when it was measured, and whether it counts the opposite. What was extracted stays as it is; the synthesis counts what the review asks for.'
          : kindOfOutcome(outcome.kind).unit === null
            ? 'What each study calls it, when it was measured, and in which direction. What was extracted stays as it is.'
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
