import { SegmentedControl } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { repeatSearch, setSearchRhythm } from '#contract/searching';
import { SEARCH_RHYTHMS, type SearchRhythm } from '#core/vocabulary';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { day } from '../../words/day.ts';
import type { ImportStanding } from './imports.ts';
import styles from './SearchRepeat.module.css';

const RHYTHM_NAMES: Readonly<Record<SearchRhythm, string>> = { never: 'Never', weekly: 'Weekly', monthly: 'Monthly' };

/** Running a search of PubMed again, now or by itself: it brings only what the review has not. */
export function SearchRepeat({ reviewId, standing }: { reviewId: string; standing: ImportStanding }) {
  const { searchId, source, may } = standing;
  const queries = useQueryClient();
  const navigate = useNavigate();
  const params = { reviewId, searchId };
  const setting = useMutation({
    mutationFn: (rhythm: SearchRhythm) => call(setSearchRhythm, { params, body: { rhythm } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['reviews', reviewId, 'imports'] }),
  });
  const repeating = useMutation({
    mutationFn: () => call(repeatSearch, { params }),
    onSuccess: async ({ importId }) => {
      await queries.invalidateQueries({ queryKey: ['reviews', reviewId] });
      await navigate({ to: '/reviews/$reviewId/search/$importId', params: { reviewId, importId } });
    },
  });
  const next = source.nextRunAt ? ` Next: ${day(source.nextRunAt.slice(0, 10))}.` : '';
  const problem = setting.error ?? repeating.error;
  return (
    <>
      {problem && <ErrorNote problem={problem} />}
      <section className={styles.card} aria-label="Run this search again">
        <IconRefresh size={18} stroke={1.75} aria-hidden="true" />
        <div className={styles.words}>
          <h2 className={styles.title}>Run this search again by itself</h2>
          <p className="muted">{`Brings only what is new, and says so if a record was retracted.${next}`}</p>
        </div>
        <SegmentedControl
          aria-label="How often"
          data={SEARCH_RHYTHMS.map(rhythm => ({ value: rhythm, label: RHYTHM_NAMES[rhythm] }))}
          value={setting.variables && setting.isPending ? setting.variables : source.rhythm}
          disabled={may.repeat !== null || setting.isPending}
          onChange={value => setting.mutate(SEARCH_RHYTHMS.find(rhythm => rhythm === value) ?? 'never')}
        />
        <ActionButton
          isWorking={repeating.isPending}
          because={may.repeat}
          becauseAt="tip"
          onClick={() => repeating.mutate()}
        >
          Run it now
        </ActionButton>
      </section>
    </>
  );
}
