import { SegmentedControl } from '@mantine/core';
import { IconEyeClosed } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { Section } from '../../parts/Section.tsx';
import { useAddress } from '../../parts/useAddress.ts';
import { useFigurePalette } from '../../parts/useFigurePalette.ts';
import { usePhone } from '../../parts/usePhone.ts';
import { useReviewOverview } from '../../queries/useReviewOverview.ts';
import { counted } from '../../words/counted.ts';
import { Downloads } from './Downloads.tsx';
import { FlowCopies, FlowDownload, FreezeFlow } from './FlowDeeds.tsx';
import { FlowFigure } from './FlowFigure.tsx';
import { FlowList } from './FlowList.tsx';
import { Identities } from './Identities.tsx';
import styles from './ReportPage.module.css';
import { ReportTabs } from './ReportTabs.tsx';
import { useFlow, useFlowFigure } from './useFlow.ts';

const BLACK_AND_WHITE = 'black-and-white';

/** Counts that hold: the flow diagram, its identities, and everything that can be taken along. */
export function ReportPage() {
  const { reviewId = '' } = useParams({ strict: false });
  const overview = useReviewOverview(reviewId);
  const [fill, setFill] = useAddress('fill', 'colour');
  const scheme = useFigurePalette();
  const isPhone = usePhone();
  const isAllowed = overview.data?.may.seeFlow === null;
  const flow = useFlow(reviewId, isAllowed);
  const figure = useFlowFigure(reviewId, fill === BLACK_AND_WHITE ? BLACK_AND_WHITE : scheme, isAllowed);
  if (overview.isPending) return <Loading shape="figure" />;
  const problem = overview.error ?? flow.error ?? figure.error;
  if (problem || !overview.data) {
    return (
      <ErrorNote
        problem={problem}
        safe="Records and decisions are stored; the diagram is counted from them each time."
        onRetry={() => void Promise.all([overview.refetch(), flow.refetch(), figure.refetch()])}
      />
    );
  }
  const { may } = overview.data;
  const records = flow.data?.numbers.find(number => number.key === 'database_results')?.count ?? 0;
  const line =
    may.seeFlow !== null
      ? 'Opens when screening is no longer blind for you'
      : flow.data
        ? flow.data.isFinished
          ? 'Counted from the data a moment ago'
          : `In progress: ${counted(flow.data.left, 'record or report', 'records and reports')} left`
        : undefined;
  return (
    <>
      <ReportTabs reviewId={reviewId} />
      <PageHead
        title="Flow diagram"
        line={line}
        actions={
          isAllowed && (
            <>
              <SegmentedControl
                aria-label="Colours of the diagram"
                data={[
                  { value: 'colour', label: 'Colour' },
                  { value: BLACK_AND_WHITE, label: 'Black and white' },
                ]}
                value={fill}
                onChange={next => setFill(next)}
              />
              <FreezeFlow reviewId={reviewId} />
              <FlowDownload reviewId={reviewId} />
            </>
          )
        }
      />
      {may.seeFlow !== null ? (
        <EmptyState drawing="way" title="The diagram is closed to you for now">
          <IconEyeClosed size={16} stroke={1.75} aria-hidden="true" /> {may.seeFlow}
        </EmptyState>
      ) : (
        <div className={styles.flow}>
          <div className={styles.figure}>
            {isPhone && flow.data ? (
              <FlowList boxes={flow.data.boxes} footnotes={flow.data.footnotes} />
            ) : figure.data === undefined ? (
              <Loading shape="figure" />
            ) : (
              <FlowFigure svg={figure.data} />
            )}
          </div>
          {flow.data && <Identities checks={flow.data.checks} />}
          {flow.data && <FlowCopies reviewId={reviewId} earlier={flow.data.earlier} />}
          {flow.data && records === 0 && (
            <Section title="Nothing to count yet">
              <p className={styles.words}>The diagram fills itself as records are imported and screened.</p>
              <ActionButton to="/reviews/$reviewId/search" params={{ reviewId }}>
                Go to the search
              </ActionButton>
            </Section>
          )}
        </div>
      )}
      <Downloads reviewId={reviewId} becauseFlow={may.seeFlow} becauseExport={may.export} />
    </>
  );
}
