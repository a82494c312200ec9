import { Switch } from '@mantine/core';
import type { Stage } from '#core/vocabulary';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { KeyCap } from '../../parts/KeyCap.tsx';
import styles from './KeyListDialog.module.css';
import { keyList } from './keyList.ts';

export interface KeyListDialogProps {
  readonly stage: Stage;
  readonly areKeysOn: boolean;
  readonly onSwitch: (areOn: boolean) => void;
  readonly onClose: () => void;
}

/** All keys of the page, and the switch for who speaks to the computer or rests a hand on the keyboard. */
export function KeyListDialog({ stage, areKeysOn, onSwitch, onClose }: KeyListDialogProps) {
  return (
    <Dialog title="Keys of this page" onClose={onClose}>
      <dl className={styles.keys}>
        {keyList(stage).map(([key, deed]) => (
          <div key={key} className={styles.row}>
            <dt>
              <span className="for-screen-readers">{key}</span>
              <KeyCap>{key}</KeyCap>
            </dt>
            <dd>{deed}</dd>
          </div>
        ))}
      </dl>
      <p className="muted">Keys rest while you type. This browser remembers the switch.</p>
      <div className={styles.foot}>
        <Switch label="Keys are on" checked={areKeysOn} onChange={event => onSwitch(event.currentTarget.checked)} />
        <ActionButton onClick={onClose}>Close</ActionButton>
      </div>
    </Dialog>
  );
}
