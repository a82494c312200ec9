import { IconCloudCheck, IconCloudOff, IconCloudUp } from '@tabler/icons-react';
import { counted } from '../words/counted.ts';
import styles from './SaveState.module.css';

export type Saving = 'saved' | 'saving' | { readonly waiting: number };

/**
 * Always at the same place. `what` is the noun of that which waits: "decision". A narrow head on the phone has room for
 * the count only; then the sentence stands elsewhere on the page.
 */
export function SaveState({
  saving,
  what = 'decision',
  isShortOnPhone = false,
}: {
  saving: Saving;
  what?: string;
  isShortOnPhone?: boolean;
}) {
  if (saving === 'saved') {
    return (
      <span className={styles.state} data-state="saved" role="status">
        <IconCloudCheck size={18} stroke={1.75} /> Saved
      </span>
    );
  }
  if (saving === 'saving') {
    return (
      <span className={styles.state} data-state="saving" role="status">
        <IconCloudUp size={18} stroke={1.75} /> Saving
      </span>
    );
  }
  const { waiting } = saving;
  return (
    <span className={styles.state} data-state="waiting" role="status">
      <IconCloudOff size={18} stroke={1.75} />
      <span className={isShortOnPhone ? styles.sentence : undefined}>
        {counted(waiting, what)} {waiting === 1 ? 'waits for the network. It is' : 'wait for the network. They are'}{' '}
        safe on this device.
      </span>
      {isShortOnPhone && (
        <span className={styles.short} aria-hidden="true">
          {waiting} {waiting === 1 ? 'waits' : 'wait'}
        </span>
      )}
    </span>
  );
}
