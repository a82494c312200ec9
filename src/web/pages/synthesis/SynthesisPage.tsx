import { IconTable } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { listAnalyses } from '#contract/synthesis';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { useAddress } from '../../parts/useAddress.ts';
import { AnalysisDesk } from './AnalysisDesk.tsx';
import { type AnalysisList, NEW } from './plan.ts';

/** What does the evidence say? One analysis at a time: the one of the protocol first. */
export function SynthesisPage() {
  const { reviewId = '' } = useParams({ strict: false });
  const list = useQuery({
    queryKey: ['reviews', reviewId, 'analyses'],
    queryFn: ({ signal }) => call(listAnalyses, { params: { reviewId }, signal }),
  });
  const [analysisId] = useAddress('analysis');
  const [wanted] = useAddress('outcome');
  if (list.isPending) return <Loading shape="figure" />;
  if (list.isError) {
    return (
      <ErrorNote
        problem={list.error}
        safe="Analyses and extracted numbers are stored; nothing was changed."
        onRetry={() => void list.refetch()}
      />
    );
  }
  const target = targetOf(list.data, analysisId, wanted);
  if (!target) return <NoOutcome reviewId={reviewId} />;
  return (
    <AnalysisDesk
      key={`${target.analysisId}/${target.outcomeId}`}
      reviewId={reviewId}
      list={list.data}
      analysisId={target.analysisId}
      outcomeId={target.outcomeId}
    />
  );
}

/** The analysis that the address names, else the first saved one, else a new one of the first outcome with studies. */
function targetOf({ analyses, outcomes }: AnalysisList, analysisId: string, wanted: string) {
  const saved = analyses.find(one => one.analysisId === analysisId) ?? (analysisId === NEW ? undefined : analyses[0]);
  if (saved) return { analysisId: saved.analysisId, outcomeId: saved.outcomeId };
  const outcome =
    outcomes.find(one => one.outcomeId === wanted) ?? outcomes.find(one => one.studies > 0) ?? outcomes[0];
  return outcome ? { analysisId: NEW, outcomeId: outcome.outcomeId } : null;
}

function NoOutcome({ reviewId }: { reviewId: string }) {
  return (
    <>
      <PageHead title="Synthesis" line="No outcome yet" />
      <EmptyState
        drawing="plot"
        title="Here the studies are pooled"
        ways={[
          {
            icon: <IconTable size={20} stroke={1.75} />,
            title: 'Extract the first numbers',
            line: 'Name an outcome, add the studies, and type what each arm reported.',
            action: (
              <ActionButton kind="primary" to="/reviews/$reviewId/extraction" params={{ reviewId }}>
                Go to extraction
              </ActionButton>
            ),
          },
        ]}
      >
        A forest plot needs an outcome and what the studies report on it. As soon as there are numbers, the figure is
        drawn here, and it follows each choice of model and method at once.
      </EmptyState>
    </>
  );
}
