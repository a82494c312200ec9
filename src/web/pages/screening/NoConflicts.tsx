import { IconUsersGroup } from '@tabler/icons-react';
import type { Stage } from '#core/vocabulary';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { counted } from '../../words/counted.ts';
import { useAgreement } from './conflictQueries.ts';
import { kappaAloud, kappaWords } from './kappaWords.ts';

/** Nothing to settle: how far the screeners agree so far, and where to look meanwhile. */
export function NoConflicts({ reviewId, stage, show }: { reviewId: string; stage: Stage; show: 'open' | 'settled' }) {
  const agreement = useAgreement(reviewId, stage, show === 'open').data;
  if (show === 'settled') {
    return (
      <EmptyState drawing="people" title="Nothing is settled yet">
        Conflicts that somebody has settled stand here with their reasons, and can be reopened.
      </EmptyState>
    );
  }
  const kappa = agreement?.kappa;
  return (
    <EmptyState
      drawing="people"
      title="No conflicts"
      ways={[
        {
          icon: <IconUsersGroup size={20} stroke={1.75} />,
          title: 'Team and assignments',
          line: 'Who is screening what, and how far pairs agree.',
          action: (
            <ActionButton to="/reviews/$reviewId/team" params={{ reviewId }} search={{ stage }}>
              Look at the team
            </ActionButton>
          ),
        },
      ]}
    >
      As soon as two people have decided differently on a record, it waits here.
      {agreement && kappa && (
        <>
          <br />
          Agreement so far, on {counted(agreement.records, 'record')} that two people decided on: {kappaWords(kappa)}
          {kappa.value !== null && `, ${kappaAloud(kappa.value)}`}.
        </>
      )}
    </EmptyState>
  );
}
