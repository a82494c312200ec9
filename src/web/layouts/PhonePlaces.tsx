import { IconChevronDown, IconX } from '@tabler/icons-react';
import { useLocation } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { Dialog } from '../parts/Dialog.tsx';
import { IconButton } from '../parts/IconButton.tsx';
import { ReviewPlaces } from './ReviewPlaces.tsx';
import sidebar from './Sidebar.module.css';
import styles from './TopBar.module.css';

/** On the phone the name of the place opens the review's places, which stand in the sidebar elsewhere. */
export function PhonePlaces({ reviewId, here, above }: { reviewId: string; here: string; above: string | null }) {
  const [isOpen, setOpen] = useState(false);
  const { pathname } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: who has gone somewhere needs the list no more.
  useEffect(() => setOpen(false), [pathname]);
  return (
    <>
      <button
        type="button"
        className={styles.places}
        aria-haspopup="dialog"
        aria-label={`${here}: go elsewhere in this review`}
        onClick={() => setOpen(true)}
      >
        <span className={styles.place}>
          <span className={styles.place}>{here}</span>
          {above !== null && <span className={styles.above}>{above}</span>}
        </span>
        <IconChevronDown size={18} stroke={1.75} aria-hidden="true" />
      </button>
      {isOpen && (
        <Dialog title="Places of this review" isTitleHidden place="side" onClose={() => setOpen(false)}>
          <div className={sidebar.sheet}>
            <span className={styles.closePlaces}>
              <IconButton label="Close" icon={<IconX size={18} stroke={1.75} />} onClick={() => setOpen(false)} />
            </span>
            <ReviewPlaces reviewId={reviewId} />
          </div>
        </Dialog>
      )}
    </>
  );
}
