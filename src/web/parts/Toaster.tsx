import { IconX } from '@tabler/icons-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import styles from './Toaster.module.css';
import { currentToast, onToast, toast } from './toast.ts';

const SHOWN_FOR_MS = 6_000;

/** The one place for messages: six seconds, or until the pointer or the focus leaves it. */
export function Toaster() {
  const shown = useSyncExternalStore(onToast, currentToast);
  const [isHeld, setIsHeld] = useState(false);
  useEffect(() => {
    if (!shown || isHeld) return;
    const ending = setTimeout(() => toast(null), SHOWN_FOR_MS);
    return () => clearTimeout(ending);
  }, [shown, isHeld]);
  return (
    <div className={styles.place} role="status">
      {shown && (
        <section
          aria-label="Message"
          className={styles.toast}
          onPointerEnter={() => setIsHeld(true)}
          onPointerLeave={() => setIsHeld(false)}
          onFocus={() => setIsHeld(true)}
          onBlur={() => setIsHeld(false)}
        >
          <span>{shown.text}</span>
          {shown.undo && (
            <button
              type="button"
              className={styles.undo}
              onClick={() => {
                shown.undo?.deed();
                toast(null);
                setIsHeld(false);
              }}
            >
              {shown.undo.word}
            </button>
          )}
          <button
            type="button"
            className={styles.close}
            aria-label="Close this message"
            onClick={() => {
              toast(null);
              setIsHeld(false);
            }}
          >
            <IconX size={18} stroke={1.75} />
          </button>
        </section>
      )}
    </div>
  );
}
