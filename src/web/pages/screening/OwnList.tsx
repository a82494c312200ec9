import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import { Badge } from '../../parts/Badge.tsx';
import { KeyCap } from '../../parts/KeyCap.tsx';
import { LinkButton } from '../../parts/LinkButton.tsx';
import { useNarrow } from '../../parts/useNarrow.ts';
import { count } from '../../words/count.ts';
import { CHOICE_WORDS } from './choiceWords.ts';
import { firstAuthors } from './firstAuthors.ts';
import styles from './OwnList.module.css';
import { useMyReasons } from './rankingQueries.ts';
import { FILTERS, useOwnCounts } from './useOwnCounts.ts';
import type { QueueShow, RecordToScreen, useQueue } from './useQueue.ts';
import type { Screening, ScreeningPlace } from './useScreening.ts';
import type { Ticks } from './useTicks.ts';

export interface OwnListProps {
  readonly place: ScreeningPlace;
  readonly records: readonly RecordToScreen[];
  readonly screening: Screening;
  /** Ticks for a decision on several; null where each needs its own. */
  readonly ticks: Ticks | null;
  readonly show: QueueShow;
  readonly onShow: (show: QueueShow) => void;
  readonly queue: Pick<
    ReturnType<typeof useQueue>,
    'isSuccess' | 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'
  >;
  /** Words, an author, a PMID: what the list is narrowed to. */
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly search: RefObject<HTMLInputElement | null>;
}

/** Own records, each with the own decision; filters count own decisions and nothing else. */
export function OwnList(props: OwnListProps) {
  const { place, records, screening, ticks, show, onShow, queue, text, onText, search } = props;
  const counts = useOwnCounts(place, screening.saving);
  const isRanked = (useMyReasons(place.reviewId, place.stage).data?.learnsFrom ?? null) !== null;
  const isNarrow = useNarrow();
  const navigate = useNavigate();
  const current = useRef<HTMLButtonElement>(null);
  const { index } = screening;
  useEffect(() => {
    if (index >= 0) current.current?.scrollIntoView({ block: 'nearest' });
  }, [index]);
  const open = (place: number, record: RecordToScreen) => {
    // Where there is no room beside the list, the record opens in focus mode.
    if (isNarrow) void navigate({ to: '.', search: { at: String(record.position) } });
    else screening.goTo(place);
  };
  return (
    <nav aria-label="Your records">
      <div className={styles.head}>
        <SearchField text={text} onText={onText} field={search} />
        <div className={styles.filters}>
          {FILTERS.map((filter, place) => (
            <button
              key={filter.show}
              type="button"
              className={styles.filter}
              aria-pressed={filter.show === show}
              onClick={() => onShow(filter.show)}
            >
              {filter.name} <span className="number">{counts[place] === null ? '' : count(counts[place] ?? 0)}</span>
            </button>
          ))}
        </div>
        <p className="muted">
          Order: {isRanked ? 'most promising first' : 'as given by the lead'}. Only your own decisions are shown.
        </p>
        {ticks && records.length > 0 && <TickLine ticks={ticks} shown={records.length} />}
      </div>
      {queue.isSuccess && records.length === 0 && (
        <p className={styles.none}>{text === '' ? NONE[show] : 'None of your records here has these words.'}</p>
      )}
      <ul>
        {records.map((record, at) => {
          const decision = screening.decisionOf(record);
          return (
            <li key={record.recordId} className={styles.line}>
              {ticks && (
                <label className={styles.tick}>
                  <input
                    type="checkbox"
                    aria-label={`Tick: ${record.title}`}
                    checked={ticks.ids.has(record.recordId)}
                    onChange={() => undefined}
                    onClick={event => ticks.toggle(record.recordId, event.shiftKey)}
                  />
                </label>
              )}
              <button
                type="button"
                ref={at === index ? current : undefined}
                className={styles.row}
                aria-current={at === index || undefined}
                onClick={() => open(at, record)}
              >
                <span className={styles.words}>
                  <span className={styles.title}>{record.title}</span>
                  <span className="muted">
                    {firstAuthors(record.authorsText)} {record.year}
                  </span>
                </span>
                {decision && <Badge kind={decision.choice}>{CHOICE_WORDS[decision.choice]}</Badge>}
              </button>
            </li>
          );
        })}
      </ul>
      {queue.hasNextPage && (
        <p className={styles.none}>
          <LinkButton onClick={() => void queue.fetchNextPage()}>
            {queue.isFetchingNextPage ? 'Fetching more' : 'Show 20 more'}
          </LinkButton>
        </p>
      )}
    </nav>
  );
}

/** All that is shown at one press, and how many are ticked: the decision buttons then decide on these. */
function TickLine({ ticks, shown }: { ticks: Ticks; shown: number }) {
  const { size } = ticks.ids;
  return (
    <div className={styles.tickLine}>
      <label className={styles.tickAll}>
        <input
          type="checkbox"
          checked={size === shown}
          ref={box => {
            if (box) box.indeterminate = size > 0 && size < shown;
          }}
          onChange={ticks.toggleAll}
        />
        {size === 0 ? `Tick all ${shown} shown, to decide on several at once` : `${count(size)} ticked`}
      </label>
      {size > 0 && <LinkButton onClick={ticks.clear}>Untick</LinkButton>}
    </div>
  );
}

const SEARCH_AFTER_MS = 300;

/** What is typed is looked for a moment later; Escape gives the keys back to the page. */
function SearchField({
  text,
  onText,
  field,
}: {
  text: string;
  onText: (text: string) => void;
  field: OwnListProps['search'];
}) {
  const [typed, setTyped] = useState(text);
  const look = useEffectEvent((next: string) => {
    if (next !== text) onText(next);
  });
  useEffect(() => {
    const timer = setTimeout(() => look(typed.trim()), SEARCH_AFTER_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <TextInput
      ref={field}
      type="search"
      size="sm"
      aria-label="Find among your records"
      placeholder="Words, author, PMID"
      leftSection={<IconSearch size={16} stroke={1.75} />}
      rightSection={<KeyCap>/</KeyCap>}
      value={typed}
      onChange={event => setTyped(event.currentTarget.value)}
      onKeyDown={event => {
        if (event.key === 'Escape') event.currentTarget.blur();
      }}
    />
  );
}

const NONE: Readonly<Record<QueueShow, string>> = {
  undecided: 'Nothing is left to screen here.',
  include: 'You have included nothing yet.',
  exclude: 'You have excluded nothing yet.',
  unsure: 'You have marked nothing unsure.',
  all: 'Nothing was given to you.',
};
