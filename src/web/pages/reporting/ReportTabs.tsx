import { Link, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import styles from './ReportTabs.module.css';

const PLACES = [
  { to: '/reviews/$reviewId/report', name: 'Flow diagram' },
  { to: '/reviews/$reviewId/manuscript', name: 'Manuscript' },
  { to: '/reviews/$reviewId/report-tables', name: 'Tables' },
  { to: '/reviews/$reviewId/findings', name: 'Findings' },
  { to: '/reviews/$reviewId/what-if', name: 'Without some studies' },
  { to: '/reviews/$reviewId/checklist', name: 'Checklist' },
  { to: '/reviews/$reviewId/protocol', name: 'Protocol' },
  { to: '/reviews/$reviewId/publication', name: 'Public page' },
] as const;

/** The parts of the report, above each of its pages. */
export function ReportTabs({ reviewId }: { reviewId: string }) {
  const path = useRouterState({ select: state => state.location.pathname });
  const bar = useRef<HTMLElement>(null);
  // On a phone the bar is wider than the window: where one stands is in sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page stands elsewhere in the bar.
  useEffect(() => {
    const here = bar.current?.querySelector<HTMLElement>('[aria-current]');
    if (bar.current && here)
      bar.current.scrollLeft = here.offsetLeft - (bar.current.clientWidth - here.offsetWidth) / 2;
  }, [path]);
  return (
    <nav ref={bar} className={styles.tabs} aria-label="Parts of the report">
      {PLACES.map(({ to, name }) => (
        <Link
          key={to}
          to={to}
          params={{ reviewId }}
          className={styles.tab}
          aria-current={path === to.replace('$reviewId', reviewId) ? 'page' : undefined}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}
