import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/** A link to a page of the review by its own part of the address, such as `synthesis?analysis=…`. */
export function PageLink({ reviewId, page, children }: { reviewId: string; page: string; children: ReactNode }) {
  const [path = '', query = ''] = page.split('?');
  return (
    <Link to={`/reviews/${reviewId}/${path}`} search={Object.fromEntries(new URLSearchParams(query))}>
      {children}
    </Link>
  );
}
