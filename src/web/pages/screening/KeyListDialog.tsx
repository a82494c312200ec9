import { SegmentedControl, Switch } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import type { Stage } from '#core/vocabulary';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { KeyCap } from '../../parts/KeyCap.tsx';
import styles from './KeyListDialog.module.css';
import { keyList } from './keyList.ts';
import { capOf, type KeyDeed, PRESETS, type Preset } from './screeningKeys.ts';
import { useKeyMap } from './useKeyMap.ts';

export interface KeyListDialogProps {
  readonly stage: Stage;
  readonly areKeysOn: boolean;
  readonly onSwitch: (areOn: boolean) => void;
  readonly onClose: () => void;
}

/** All keys of the page: those of the tool one came from, or one's own; and the switch for who wants none. */
export function KeyListDialog({ stage, areKeysOn, onSwitch, onClose }: KeyListDialogProps) {
  const { preset, keys, choosePreset, change } = useKeyMap();
  const [asked, setAsked] = useState<KeyDeed | null>(null);
  const [because, setBecause] = useState<string | null>(null);
  const take = (event: KeyboardEvent) => {
    if (asked === null || event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') return setAsked(null);
    const whyNot = change(asked, event.key.toLowerCase());
    setBecause(whyNot);
    if (whyNot === null) setAsked(null);
  };
  return (
    <Dialog title="Keys of this page" onClose={onClose}>
      <SegmentedControl
        fullWidth
        mt={14}
        aria-label="Keys as in"
        value={preset ?? 'own'}
        onChange={next => {
          if (next in PRESETS) choosePreset(next as Preset); // just looked up
          setAsked(null);
        }}
        data={[
          ...Object.entries(PRESETS).map(([value, { name }]) => ({ value, label: name })),
          ...(preset === null ? [{ value: 'own', label: 'My own' }] : []),
        ]}
      />
      <dl className={styles.keys}>
        {keyList(stage).map(([deed, words]) => (
          <div key={deed} className={styles.row}>
            <dt>
              <button
                type="button"
                className={styles.change}
                aria-label={`${words}: ${capOf(keys[deed])}. Press to change the key`}
                aria-pressed={asked === deed}
                onClick={() => {
                  setAsked(asked === deed ? null : deed);
                  setBecause(null);
                }}
                onKeyDown={take}
              >
                <KeyCap>{asked === deed ? '…' : capOf(keys[deed])}</KeyCap>
              </button>
            </dt>
            <dd>{asked === deed ? (because ?? 'Press the new key; Escape leaves it as it is') : words}</dd>
          </div>
        ))}
        {stage === 'full-text' && <Fixed cap="1–9">Choose the one main reason</Fixed>}
        <Fixed cap="?">This list</Fixed>
      </dl>
      <p className="muted">
        Choose a key to change it. Keys rest while you type. They follow you to your other devices.
      </p>
      <div className={styles.foot}>
        <Switch label="Keys are on" checked={areKeysOn} onChange={event => onSwitch(event.currentTarget.checked)} />
        <ActionButton onClick={onClose}>Close</ActionButton>
      </div>
    </Dialog>
  );
}

function Fixed({ cap, children }: { cap: string; children: string }) {
  return (
    <div className={styles.row}>
      <dt>
        <span className="for-screen-readers">{cap}</span>
        <KeyCap>{cap}</KeyCap>
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
