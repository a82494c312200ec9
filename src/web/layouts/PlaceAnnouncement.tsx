import { useEffect } from 'react';
import { useCurrentPlace } from './place.ts';

/** Names the window after the place, and says it to screen readers, which don't notice when only a part of the page changes. */
export function PlaceAnnouncement() {
  const { title } = useCurrentPlace();
  useEffect(() => {
    document.title = title === '' || title === 'Pooled' ? 'Pooled' : `${title} · Pooled`;
  }, [title]);
  return (
    <p className="for-screen-readers" role="status">
      {title}
    </p>
  );
}
