import { IconSearch } from '@tabler/icons-react';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';

/** Nothing found, or nothing there yet. */
export function NoRecords({ reviewId, isFiltered }: { reviewId: string; isFiltered: boolean }) {
  if (isFiltered) {
    return (
      <EmptyState drawing="search" title="No record has all of this">
        Words side by side must all be there; OR between them asks for any. A star finds all endings (randomi*), quotes
        a phrase. The counts beside the filters say which one to take away.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      drawing="records"
      title="There are no records yet"
      ways={[
        {
          icon: <IconSearch stroke={1.75} />,
          title: 'Search PubMed, or bring a file',
          line: 'You see what was found before anything is stored.',
          action: (
            <ActionButton kind="primary" to="/reviews/$reviewId/search" params={{ reviewId }}>
              Find the records
            </ActionButton>
          ),
        },
      ]}
    >
      Records are titles and abstracts as databases have them. They come from searches and files.
    </EmptyState>
  );
}
