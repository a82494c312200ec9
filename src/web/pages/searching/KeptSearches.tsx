import { IconX } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { keepFilter, removeKeptFilter } from '#contract/keptFilters';
import { call } from '../../call.ts';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { IconButton } from '../../parts/IconButton.tsx';
import { LinkButton } from '../../parts/LinkButton.tsx';
import { toast } from '../../parts/toast.ts';
import styles from './KeepSearch.module.css';
import { filtersKept, type KeptFilter, useKeptFilters } from './useKeptFilters.ts';
import { askedFilters, type RecordFilters } from './useRecordFilters.ts';

/** The kept searches, each a press away; one that is removed comes back from the message. */
export function KeptSearches({
  reviewId,
  filters,
  onChoose,
}: {
  reviewId: string;
  filters: RecordFilters;
  onChoose: (filters: RecordFilters) => void;
}) {
  const kept = useKeptFilters(reviewId).data?.filters ?? [];
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: ['reviews', reviewId, 'kept-filters'] });
  const again = useMutation({
    mutationFn: (filter: KeptFilter) =>
      call(keepFilter, {
        params: { reviewId },
        body: { name: filter.name, audience: filter.audience, asked: askedFilters(filtersKept(filter)) },
      }),
    onSuccess: refresh,
  });
  const remove = useMutation({
    mutationFn: (filter: KeptFilter) => call(removeKeptFilter, { params: { reviewId, filterId: filter.filterId } }),
    onSuccess: async (_, filter) => {
      await refresh();
      toast({ text: `“${filter.name}” is kept no longer`, undo: { word: 'Undo', deed: () => again.mutate(filter) } });
    },
  });
  const problem = remove.error ?? again.error;
  if (kept.length === 0) return null;
  const now = JSON.stringify(askedFilters(filters));
  return (
    <section className={styles.kept}>
      <h3>Kept searches</h3>
      <ul>
        {kept.map(filter => (
          <li
            key={filter.filterId}
            className={styles.row}
            data-current={JSON.stringify(askedFilters(filtersKept(filter))) === now || undefined}
          >
            <span>
              <LinkButton onClick={() => onChoose(filtersKept(filter))}>{filter.name}</LinkButton>
              {filter.audience === 'shared' && <span className={styles.team}> · team</span>}
            </span>
            {filter.may.remove === null && (
              <IconButton
                label={`Keep “${filter.name}” no longer`}
                icon={<IconX size={14} stroke={1.75} />}
                onClick={() => remove.mutate(filter)}
              />
            )}
          </li>
        ))}
      </ul>
      {problem && <ErrorNote problem={problem} />}
    </section>
  );
}
