import { CallProblem } from '../../CallProblem.ts';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';

/** Who screens and doesn't settle learns what this place is, and why it is closed to them; other problems as ever. */
export function ConflictsRefused({ problem, onRetry }: { problem: Error; onRetry: () => void }) {
  if (problem instanceof CallProblem && problem.status === 403) {
    return (
      <EmptyState drawing="people" title="Somebody else settles these">
        Where two people decided differently on a record, a lead or an adjudicator of the team settles it. Screeners see
        it when the lead closes the stage, or in a discussion that is opened with both of them.
      </EmptyState>
    );
  }
  return <ErrorNote problem={problem} safe="Nothing was changed." onRetry={onRetry} />;
}
