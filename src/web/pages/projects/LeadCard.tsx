import { ActionButton } from '../../parts/ActionButton.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import styles from './Opening.module.css';
import type { OpeningDetails } from './openingBody.ts';
import { useOpeningState } from './useOpeningState.ts';

/** What the lead of an opening does with it. */
export function LeadCard({ opening }: { opening: OpeningDetails }) {
  const changing = useOpeningState();
  const isOpen = opening.state === 'open';
  return (
    <section className={styles.card} aria-label="Your opening">
      <h2 className={styles.cardTitle}>You lead this project</h2>
      <p className={styles.second}>Others see this page with a field for their note.</p>
      <div className={styles.cardForm}>
        <ActionButton kind="primary" to={`/openings/${opening.openingId}/applicants`}>
          See applicants
        </ActionButton>
        <ActionButton to={`/openings/${opening.openingId}/edit`}>Change the opening</ActionButton>
        <ActionButton
          isWorking={changing.isPending}
          onClick={() => changing.mutate({ opening, state: isOpen ? 'closed' : 'open' })}
        >
          {isOpen ? 'Close the opening' : 'Open it again'}
        </ActionButton>
        <ActionButton kind="quiet" to={`/projects/${opening.projectId}`}>
          Go to the project
        </ActionButton>
      </div>
      {changing.isError && <ErrorNote problem={changing.error} safe="The opening is as it was." />}
    </section>
  );
}
