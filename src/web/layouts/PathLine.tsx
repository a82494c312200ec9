import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { PageRoute } from '../PageRoute.ts';
import { useReviewOverview } from '../queries/useReviewOverview.ts';
import { Brand } from './Brand.tsx';
import { PhonePlaces } from './PhonePlaces.tsx';
import { useCurrentPlace } from './place.ts';
import styles from './TopBar.module.css';

interface Above {
  readonly title: string;
  readonly to: string;
}

/** The path to here: each part above a link, the last in full ink. On the phone one way back and the name. */
export function PathLine({ reviewId }: { reviewId: string | null }) {
  const { page, title, params } = useCurrentPlace();
  const overview = useReviewOverview(reviewId).data;
  const isOverview = page?.path === '/reviews/$reviewId';
  const reviewTitle = overview?.title ?? 'Review';
  const above: Above[] = [
    ...(reviewId ? [{ title: 'Reviews', to: '/reviews' }] : []),
    ...(reviewId && !isOverview ? [{ title: reviewTitle, to: '/reviews/$reviewId' }] : []),
    ...(page?.under ?? []),
    ...withinItself(page, title),
  ];
  const here = isOverview ? reviewTitle : title;
  const back = above.at(-1);
  return (
    <>
      <nav aria-label="Path" className={styles.path}>
        <ol>
          {above.map(part => (
            <li key={part.to}>
              <Link to={part.to} params={params} activeOptions={{ exact: true }}>
                {part.title}
              </Link>
              <IconChevronRight size={14} stroke={1.75} aria-hidden="true" />
            </li>
          ))}
          <li>
            <span aria-current="page">{here}</span>
          </li>
        </ol>
      </nav>
      <div className={styles.phone}>
        {back ? (
          <>
            <Link to={back.to} params={params} className={styles.back} aria-label={`Back to ${back.title}`}>
              <IconChevronLeft size={22} stroke={1.75} />
            </Link>
            {reviewId ? (
              <PhonePlaces reviewId={reviewId} here={here} above={isOverview ? null : reviewTitle} />
            ) : (
              <div className={styles.place}>{here}</div>
            )}
          </>
        ) : (
          <Brand to="/home" />
        )}
      </div>
    </>
  );
}

/** A study on the page of extraction, say: the address asks for it behind its "?", so the page itself is one step up. */
function withinItself(page: PageRoute | null, title: string): readonly Above[] {
  const isPlaceOfReview = page !== null && /^\/reviews\/\$reviewId\/[a-z-]+$/.test(page.path);
  return isPlaceOfReview && title !== page.title ? [{ title: page.title, to: page.path }] : [];
}
