import { IconChevronRight, IconLayoutGrid } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { StageMark } from '../parts/StageMark.tsx';
import { useDiscussions } from '../queries/useDiscussions.ts';
import { useReviewOverview } from '../queries/useReviewOverview.ts';
import { REVIEW_PLACES, type ReviewPlace } from './destinations.ts';
import { useCurrentPlace } from './place.ts';
import styles from './Sidebar.module.css';
import { REVIEW_STEPS } from './steps.ts';
import { useHasPage } from './useHasPage.ts';

/** The sidebar's second part: the review's title, its nine stages with mark and count, and what stands beside them. */
export function ReviewPlaces({ reviewId }: { reviewId: string }) {
  const hasPage = useHasPage();
  const overview = useReviewOverview(reviewId).data;
  const discussions = useDiscussions(reviewId).data;
  const counts: Readonly<Record<string, number | null | undefined>> = {
    Conflicts: overview?.conflicts,
    Discussions: discussions?.open,
  };
  // Who was never invited to a discussion has no use for a place that is always empty.
  const isOffered = (name: string) => name !== 'Discussions' || (discussions?.discussions.length ?? 0) > 0;
  const offered = REVIEW_PLACES.filter(({ to, name }) => hasPage(to) && isOffered(name));
  const herePath = useCurrentPlace().page?.path;
  const more = offered.filter(({ group }) => group === 'more');
  const [isUnfolded, setUnfolded] = useRememberedFold();
  // Where one is, is never folded away.
  const isOpen = isUnfolded || more.some(({ to }) => to === herePath);
  const params = { reviewId };
  const rows = (group: ReviewPlace['group']) =>
    offered
      .filter(place => place.group === group)
      .map(place => <PlaceRow key={place.to} place={place} reviewId={reviewId} count={counts[place.name]} />);
  return (
    <nav aria-label="Review">
      <p className={styles.heading}>Review</p>
      <Link to="/reviews/$reviewId" params={params} className={styles.review}>
        {overview?.title ?? ' '}
      </Link>
      <ul>
        {hasPage('/reviews/$reviewId') && (
          <li>
            <Link
              to="/reviews/$reviewId"
              params={params}
              title="Overview"
              className={`${styles.row} ${styles.stage}`}
              activeOptions={{ exact: true }}
              activeProps={{ 'data-here': true }}
            >
              <IconLayoutGrid size={16} stroke={1.75} />
              <span className={styles.name}>Overview</span>
            </Link>
          </li>
        )}
        {REVIEW_STEPS.filter(({ to }) => hasPage(to)).map(({ step, name, to }) => {
          const standing = overview?.steps.find(one => one.step === step);
          const state = standing?.state ?? 'open';
          return (
            <li key={step}>
              <Link
                to={to}
                params={params}
                title={name}
                className={`${styles.row} ${styles.stage}`}
                data-waits={state === 'waiting' || undefined}
                data-here={(step === 'report' && REPORT_PARTS.has(herePath ?? '')) || undefined}
                activeProps={{ 'data-here': true }}
              >
                <StageMark state={state} share={standing?.share ?? 0} size={16} />
                <span className={styles.name}>{name}</span>
                {standing && standing.figure !== '–' && <span className={styles.count}>{standing.figure}</span>}
              </Link>
              {step === 'synthesis' && <ul className={styles.below}>{rows('judgement')}</ul>}
            </li>
          );
        })}
      </ul>
      <hr className={styles.divider} />
      <ul>{rows('team')}</ul>
      {more.length > 0 && (
        <>
          <button
            type="button"
            className={`${styles.row} ${styles.stage} ${styles.fold}`}
            aria-expanded={isOpen}
            title="More of this review"
            onClick={() => setUnfolded(!isOpen)}
          >
            <IconChevronRight size={16} stroke={1.75} />
            <span className={styles.name}>More</span>
          </button>
          {isOpen && <ul>{rows('more')}</ul>}
        </>
      )}
    </nav>
  );
}

/** Pages of the report that stand at addresses of their own. */
const REPORT_PARTS: ReadonlySet<string> = new Set(
  ['manuscript', 'report-tables', 'what-if', 'checklist', 'protocol', 'publication'].map(
    part => `/reviews/$reviewId/${part}`,
  ),
);

function PlaceRow({
  place,
  reviewId,
  count,
}: {
  place: ReviewPlace;
  reviewId: string;
  count: number | null | undefined;
}) {
  return (
    <li>
      <Link
        to={place.to}
        params={{ reviewId }}
        title={place.name}
        className={`${styles.row} ${styles.stage}`}
        activeProps={{ 'data-here': true }}
      >
        <place.icon size={16} stroke={1.75} />
        <span className={styles.name}>{place.name}</span>
        {count ? <span className={styles.count}>{count}</span> : null}
      </Link>
    </li>
  );
}

const FOLD = 'pooled:review-places-unfolded';

/** Whether the places beneath "More" are shown: a habit of this browser, not of the review. */
function useRememberedFold(): [boolean, (isUnfolded: boolean) => void] {
  const [isUnfolded, setUnfolded] = useState(() => localStorage.getItem(FOLD) === 'yes');
  const set = (next: boolean) => {
    localStorage.setItem(FOLD, next ? 'yes' : 'no');
    setUnfolded(next);
  };
  return [isUnfolded, set];
}
