import { IconTable } from '@tabler/icons-react';
import { ActionButton } from '../../../parts/ActionButton.tsx';
import { EmptyState } from '../../../parts/EmptyState.tsx';

/** Nothing is known of the studies by which they could be divided or compared. */
export function NoCharacteristic({ reviewId, use }: { reviewId: string | null; use: string }) {
  return (
    <EmptyState
      drawing="plot"
      title="What are the studies like?"
      ways={
        reviewId === null
          ? []
          : [
              {
                icon: <IconTable size={20} stroke={1.75} />,
                title: 'Describe the studies',
                line: 'Name a characteristic (latitude, dose, way of allocation) and write what each study has.',
                action: (
                  <ActionButton kind="primary" to="/reviews/$reviewId/characteristics" params={{ reviewId }}>
                    Add characteristics
                  </ActionButton>
                ),
              },
            ]
      }
    >
      {reviewId === null
        ? `Give your table a further column, of numbers or words, to ${use}.`
        : `As soon as a characteristic is known of the studies, it can ${use}.`}
    </EmptyState>
  );
}
