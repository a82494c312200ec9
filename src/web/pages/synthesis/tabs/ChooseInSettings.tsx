import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { ActionButton } from '../../../parts/ActionButton.tsx';
import { Note } from '../../../parts/Note.tsx';
import type { TabProps } from './TabProps.ts';

/** Says what is still to be chosen, and opens the settings where they don't stand beside the page. */
export function ChooseInSettings({
  what,
  onSettings,
  children,
}: Pick<TabProps, 'onSettings'> & { what: string; children: ReactNode }) {
  return (
    <Note
      kind="info"
      claim={`${what} in Settings.`}
      action={
        onSettings && (
          <ActionButton size="small" icon={<IconAdjustmentsHorizontal stroke={1.75} />} onClick={onSettings}>
            Open settings
          </ActionButton>
        )
      }
    >
      {children}
    </Note>
  );
}
