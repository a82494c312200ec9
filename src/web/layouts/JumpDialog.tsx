import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useId, useState } from 'react';
import { Dialog } from '../parts/Dialog.tsx';
import { useReviewOverview } from '../queries/useReviewOverview.ts';
import { useReviews } from '../queries/useReviews.ts';
import { DESTINATIONS, REVIEW_PLACES } from './destinations.ts';
import styles from './JumpDialog.module.css';
import { REVIEW_STEPS } from './steps.ts';
import { useHasPage } from './useHasPage.ts';

interface Jump {
  readonly key: string;
  readonly name: string;
  readonly of: string;
  readonly to: string;
  readonly params: Readonly<Record<string, string>>;
  readonly search?: Readonly<Record<string, string>>;
}

const RECORDS = '/reviews/$reviewId/records';

/** Ctrl K: type a part of the name of a place or a review, go there with Enter; in a review, words search its records. */
export function JumpDialog({ reviewId, onClose }: { reviewId: string | null; onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const listId = useId();
  const navigate = useNavigate();
  const hasPage = useHasPage();
  const title = useReviewOverview(reviewId).data?.title ?? 'This review';

  const reviews = useReviews().data?.reviews ?? [];

  const inReview: Jump[] = reviewId
    ? [{ name: 'Overview', to: '/reviews/$reviewId' }, ...REVIEW_STEPS, ...REVIEW_PLACES].map(({ name, to }) => ({
        key: to,
        name,
        to,
        of: title,
        params: { reviewId },
      }))
    : [];
  const others: Jump[] = reviews.map(review => ({
    key: review.reviewId,
    name: review.title,
    to: '/reviews/$reviewId',
    of: 'Review',
    params: { reviewId: review.reviewId },
  }));
  const main: Jump[] = DESTINATIONS.map(({ name, to }) => ({ key: to, name, to, of: 'Pooled', params: {} }));
  const places: readonly Jump[] = [...inReview, ...main, ...others];
  const wanted = typed.trim().toLocaleLowerCase();
  const named = places.filter(place => hasPage(place.to) && place.name.toLocaleLowerCase().includes(wanted));
  const search: Jump[] =
    reviewId && wanted !== '' && hasPage(RECORDS)
      ? [
          {
            key: 'records',
            name: `Search the records for “${typed.trim()}”`,
            to: RECORDS,
            of: '',
            params: { reviewId },
            search: { text: typed.trim() },
          },
        ]
      : [];
  const found = [...named, ...search];
  const chosen = found[Math.min(at, found.length - 1)];

  const go = (place: Jump) => {
    onClose();
    void navigate({ to: place.to, params: place.params, search: place.search ?? {} });
  };
  const onKey = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && found.length > 0) {
      event.preventDefault();
      setAt(now => (Math.min(now, found.length - 1) + step + found.length) % found.length);
    } else if (event.key === 'Enter' && chosen) {
      event.preventDefault();
      go(chosen);
    }
  };
  return (
    <Dialog title="Search or jump to" isTitleHidden place="top" onClose={onClose}>
      <input
        className={styles.input}
        placeholder="Where to?"
        role="combobox"
        aria-label="Where to?"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={chosen ? `${listId}-${chosen.key}` : undefined}
        value={typed}
        onChange={event => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKey}
      />
      <div id={listId} className={styles.places} role="listbox" aria-label="Places">
        {found.map(place => (
          <button
            key={place.key}
            id={`${listId}-${place.key}`}
            type="button"
            role="option"
            aria-selected={place === chosen}
            tabIndex={-1}
            className={styles.place}
            onClick={() => go(place)}
          >
            <span>{place.name}</span>
            <span className={styles.of}>{place.of}</span>
          </button>
        ))}
      </div>
      {found.length === 0 && <p className={styles.none}>No place has “{typed.trim()}” in its name.</p>}
    </Dialog>
  );
}
