import { IconTable } from '@tabler/icons-react';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';

/** An outcome that no study has numbers on. */
export function NoNumbers({ reviewId, outcomeName }: { reviewId: string; outcomeName: string }) {
  return (
    <EmptyState
      drawing="plot"
      title={`No study has numbers on ${outcomeName} yet`}
      ways={[
        {
          icon: <IconTable size={20} stroke={1.75} />,
          title: 'Extract the first numbers',
          line: 'Open a study and type what its arms report.',
          action: (
            <ActionButton kind="primary" to="/reviews/$reviewId/extraction" params={{ reviewId }}>
              Go to extraction
            </ActionButton>
          ),
        },
      ]}
    >
      The forest plot is drawn as soon as the first study has numbers on this outcome.
    </EmptyState>
  );
}
