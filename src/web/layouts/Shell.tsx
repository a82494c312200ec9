import { Outlet } from '@tanstack/react-router';
import { CallProblem } from '../CallProblem.ts';
import { NotFound } from '../pages/NotFound.tsx';
import { useReviewOverview } from '../queries/useReviewOverview.ts';
import { BottomBar } from './BottomBar.tsx';
import { useCurrentPlace } from './place.ts';
import styles from './Shell.module.css';
import { Sidebar } from './Sidebar.tsx';
import { SignedIn } from './SignedIn.tsx';
import { TopBar } from './TopBar.tsx';

/** Sidebar, top bar and content; on the phone a bar of five below. Inside a review the sidebar grows a second part. */
export function Shell() {
  const { params, page } = useCurrentPlace();
  const reviewId = page?.layout === 'review' ? (params.reviewId ?? null) : null;
  // One answer for every page of a review that isn't there, or isn't theirs to know of.
  const problem = useReviewOverview(reviewId).error;
  const isUnknown = problem instanceof CallProblem && problem.status === 404;
  return (
    <SignedIn>
      <a className={styles.skip} href="#content">
        Skip to the content
      </a>
      <Sidebar reviewId={reviewId} />
      <div className={styles.column}>
        <TopBar reviewId={reviewId} />
        <main id="content" tabIndex={-1} className={styles.content}>
          {isUnknown ? <NotFound /> : <Outlet />}
        </main>
      </div>
      <BottomBar />
    </SignedIn>
  );
}
