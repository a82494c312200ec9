import { IconLink } from '@tabler/icons-react';
import { useState } from 'react';
import { ActionButton } from '../../../parts/ActionButton.tsx';
import { Note } from '../../../parts/Note.tsx';
import { saveFile } from '../../../parts/saveFile.ts';
import { toast } from '../../../parts/toast.ts';
import { LONGEST_ADDRESS, type OpenState, packState } from './openState.ts';

/** Ways to hand the table on: an address that holds all of it, or a file. */
export function ShareDeeds({ state }: { state: OpenState }) {
  const [isTooLong, setIsTooLong] = useState(false);
  const share = async () => {
    const { origin, pathname, search } = window.location;
    const address = `${origin}${pathname}${search}#${await packState(state)}`;
    if (address.length > LONGEST_ADDRESS) return setIsTooLong(true);
    window.history.replaceState(window.history.state, '', address);
    await navigator.clipboard.writeText(address);
    toast({ text: 'Address copied. It holds the table itself; whoever has it can read the numbers.' });
  };
  const save = () =>
    saveFile(new Blob([JSON.stringify(state, null, 2)], { type: 'application/json' }), `${state.title}, table.json`);
  return (
    <>
      {isTooLong && (
        <Note kind="info" claim="The table is too long for an address.">
          Save it as a file: “Open a file” reads it again.
        </Note>
      )}
      <ActionButton kind="primary" isWide icon={<IconLink stroke={1.75} />} onClick={() => void share()}>
        Copy the address
      </ActionButton>
      <ActionButton isWide onClick={save}>
        Save as a file
      </ActionButton>
    </>
  );
}
