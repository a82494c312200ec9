import { Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconAdjustmentsHorizontal, IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { listOpenings } from '#contract/openings';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { LinkButton } from '../../parts/LinkButton.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { PageWithPanel } from '../../parts/PageWithPanel.tsx';
import { useAddress } from '../../parts/useAddress.ts';
import { useNarrow } from '../../parts/useNarrow.ts';
import { count } from '../../words/count.ts';
import { KeptSearches } from './KeptSearches.tsx';
import { NoOpenings } from './NoOpenings.tsx';
import { OpeningFilters } from './OpeningFilters.tsx';
import { OpeningPanel } from './OpeningPanel.tsx';
import { OpeningRow } from './OpeningRow.tsx';
import styles from './Openings.module.css';
import { matches, SORTS, sorted } from './openingFilters.ts';
import { useOpeningFilter } from './useOpeningFilter.ts';

const TYPING_MS = 250;

/** Find a seat: filters with counts, best fit first with reasons, the breakdown of the selected one. */
export function Openings() {
  const [text, setText] = useAddress('text');
  const [typed, setTyped] = useState(text);
  const [sort, setSort] = useAddress('sort');
  const [state, setState] = useAddress('state', 'open');
  const [selectedId] = useAddress('opening');
  const { filter, change, clear, isSet } = useOpeningFilter();
  const [isFiltering, setIsFiltering] = useState(false);
  const isNarrow = useNarrow();
  const search = useDebouncedCallback(setText, TYPING_MS);
  const query = { text, state: state === 'closed' ? 'closed' : 'open' } as const;
  const found = useQuery({
    queryKey: ['openings', 'all', query],
    queryFn: ({ signal }) => call(listOpenings, { query, signal }),
    placeholderData: keepPreviousData,
  });
  const all = found.data?.openings ?? [];
  const shown = sorted(
    all.filter(opening => matches(opening, filter)),
    sort,
  );
  const selected = shown.find(opening => opening.openingId === selectedId) ?? shown[0];
  const filters = (
    <OpeningFilters
      openings={all}
      filter={filter}
      onFilter={change}
      state={state}
      onState={setState}
      foot={<KeptSearches filter={filter} />}
    />
  );
  return (
    <PageWithPanel panel={!isNarrow && selected ? <OpeningPanel opening={selected} /> : null}>
      <div className={styles.page}>
        {!isNarrow && (
          <aside aria-label="Filters" className={styles.side}>
            <h2 className={styles.sideTitle}>Filters</h2>
            {filters}
          </aside>
        )}
        <div className={styles.list}>
          <PageHead
            title="Openings"
            actions={
              <>
                <ActionButton to="/openings/topics">Map of topics</ActionButton>
                <ActionButton to="/cohorts">Cohorts</ActionButton>
                <ActionButton to="/applications">My applications</ActionButton>
              </>
            }
          />
          <div className={styles.search}>
            <TextInput
              aria-label="Topic or title"
              placeholder="Topic, specialty, person"
              leftSection={<IconSearch size={18} stroke={1.75} />}
              value={typed}
              onChange={event => {
                setTyped(event.target.value);
                search(event.target.value);
              }}
            />
            {isNarrow && (
              <ActionButton icon={<IconAdjustmentsHorizontal stroke={1.75} />} onClick={() => setIsFiltering(true)}>
                Filters
              </ActionButton>
            )}
            <Select
              aria-label="Order"
              data={SORTS.map(one => ({
                value: one.value || 'fit',
                label: one.value === '' && text !== '' ? 'Closest to the words' : one.label,
              }))}
              value={sort || 'fit'}
              onChange={value => setSort(value === 'fit' ? '' : (value ?? ''))}
            />
          </div>
          {found.isPending && <Loading shape="table" />}
          {found.isError && <ErrorNote problem={found.error} onRetry={() => void found.refetch()} />}
          {found.data && (
            <>
              <p className={styles.count} aria-live="polite">
                {count(shown.length)} of {count(all.length)}
                {isSet && <LinkButton onClick={clear}>Clear the filters</LinkButton>}
              </p>
              {all.some(opening => opening.fit === null) && (
                <p className={styles.hint}>
                  Your profile says nothing yet, so the order is by date. <Link to="/profile">Say what you bring</Link>
                </p>
              )}
              {shown.length === 0 ? (
                <NoOpenings all={all} filter={filter} hasText={text !== ''} onFilter={change} />
              ) : (
                <ul>
                  {shown.map(opening => (
                    <OpeningRow
                      key={opening.openingId}
                      opening={opening}
                      selects={!isNarrow}
                      isSelected={!isNarrow && opening === selected}
                    />
                  ))}
                </ul>
              )}
            </>
          )}
        </div>
      </div>
      {isFiltering && isNarrow && (
        <Dialog title="Filters" place="side" onClose={() => setIsFiltering(false)}>
          <div className={styles.sheet}>{filters}</div>
          <div className={styles.show}>
            <ActionButton kind="primary" isWide onClick={() => setIsFiltering(false)}>
              Show {count(shown.length)}
            </ActionButton>
          </div>
        </Dialog>
      )}
    </PageWithPanel>
  );
}
