import { IconFilterOff, IconFolderPlus } from '@tabler/icons-react';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { EmptyState, type Way } from '../../parts/EmptyState.tsx';
import { counted } from '../../words/counted.ts';
import type { OpeningDetails } from './openingBody.ts';
import { countWith, type OpeningFilter } from './openingFilters.ts';

/** Nothing fits: which filter costs most, and what else there is. */
export function NoOpenings({
  all,
  filter,
  hasText,
  onFilter,
}: {
  all: readonly OpeningDetails[];
  filter: OpeningFilter;
  hasText: boolean;
  onFilter: (change: Partial<OpeningFilter>) => void;
}) {
  if (all.length === 0) {
    return (
      <EmptyState
        drawing="search"
        title={hasText ? 'No opening has these words' : 'There is no opening now'}
        ways={[
          {
            icon: <IconFolderPlus stroke={1.75} />,
            title: 'Begin a project',
            line: 'You lead it, and open the seats yourself.',
            action: <ActionButton to="/projects/new">New project</ActionButton>,
          },
        ]}
      >
        {hasText
          ? 'Try another word for the topic, or fewer words.'
          : 'Openings appear here as soon as a lead looks for somebody.'}
      </EmptyState>
    );
  }
  const ways = (
    [
      { name: 'the role', change: { roles: [] } },
      { name: 'the hours', change: { mostHours: null } },
      { name: '“Where I can apply”', change: { isForMe: false } },
    ] as const
  )
    .map(way => ({ ...way, count: countWith(all, filter, way.change) }))
    .filter(way => way.count > 0)
    .sort((a, b) => b.count - a.count)
    .map(
      (way): Way => ({
        icon: <IconFilterOff stroke={1.75} />,
        title: `Without the filter on ${way.name}`,
        line: `${counted(way.count, 'opening')} would be here.`,
        action: <ActionButton onClick={() => onFilter(way.change)}>Take it away</ActionButton>,
      }),
    );
  return (
    <EmptyState drawing="search" title="No opening passes all filters" ways={ways}>
      {counted(all.length, 'opening')} in all; no one of them meets everything that you asked for.
    </EmptyState>
  );
}
