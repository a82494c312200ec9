import { ActionButton } from '../../parts/ActionButton.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { Note } from '../../parts/Note.tsx';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import { since } from '../../words/since.ts';
import { ChangesList } from './ChangesList.tsx';
import type { Plan, SavedAnalysis } from './plan.ts';
import type { AnalysisDeeds } from './useAnalysisDeeds.ts';

/** The saved result is older than the data: it stays as it was until somebody computes it again. */
export function StaleNote({
  saved,
  deeds,
  outcomeId,
  plan,
}: {
  saved: SavedAnalysis;
  deeds: AnalysisDeeds;
  outcomeId: string;
  plan: Plan;
}) {
  const { change } = deeds;
  const errors = useFieldErrors(change.error, []);
  const count = saved.changes?.length ?? 0;
  return (
    <div style={{ marginBottom: 16 }}>
      <FormProblem problem={change.error} errors={errors} />
      <Note
        kind="warn"
        claim={saved.computedAt ? `The data changed since ${since(saved.computedAt)}.` : 'The data changed.'}
        action={
          <ActionButton
            size="small"
            isWorking={change.isPending}
            onClick={() => change.mutate({ analysisId: saved.analysisId, plan, outcomeId })}
          >
            Compute again
          </ActionButton>
        }
      >
        The figure stays as it was until it is computed again; this version is kept.
        {saved.changes && count > 0 && <ChangesList changes={saved.changes} />}
      </Note>
    </div>
  );
}
