import { useMutation } from '@tanstack/react-query';
import { countPubmed } from '#contract/searching';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { counted } from '../../words/counted.ts';
import styles from './CountLine.module.css';

/** Asks PubMed how many records the string finds. Nothing is fetched or stored; a count of another string stays, muted. */
export function CountLine({ reviewId, query, because }: { reviewId: string; query: string; because: string | null }) {
  const counting = useMutation({
    mutationFn: async (asked: string) => ({
      asked,
      ...(await call(countPubmed, { params: { reviewId }, body: { query: asked } })),
    }),
  });
  const found = counting.data;
  const isOfThis = found?.asked === query;
  return (
    <div className={styles.count}>
      <ActionButton
        size="small"
        isWorking={counting.isPending}
        because={because ?? (query.trim() === '' ? 'There is nothing to search for yet.' : null)}
        onClick={() => counting.mutate(query)}
      >
        Count in PubMed
      </ActionButton>
      {found && (
        <p className={isOfThis ? undefined : 'muted'} role="status">
          <strong>{counted(found.count, 'record')}</strong> {isOfThis ? 'now' : 'for an earlier string'}
          {isOfThis && found.warnings.length > 0 && <>. PubMed says: {found.warnings.join(' ')}</>}
        </p>
      )}
      {counting.error && (
        <ErrorNote
          problem={counting.error}
          safe="The string is kept as it stands."
          onRetry={() => counting.mutate(query)}
        />
      )}
    </div>
  );
}
