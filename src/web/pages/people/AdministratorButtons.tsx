import { useMutation } from '@tanstack/react-query';
import { setAdministrator } from '#contract/account';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Note } from '../../parts/Note.tsx';

/** For administrators: hand the office over, or end it. Who holds it is told to nobody, so both can be said. */
export function AdministratorButtons({ personId, name }: { personId: string; name: string }) {
  const setting = useMutation({
    mutationFn: (isAdministrator: boolean) =>
      call(setAdministrator, { params: { personId }, body: { isAdministrator } }).then(() => isAdministrator),
  });
  return (
    <>
      {setting.isError && <ErrorNote problem={setting.error} safe="Nothing has changed." />}
      {setting.data !== undefined && (
        <Note
          kind="done"
          claim={setting.data ? `${name} is an administrator now.` : `${name} is no administrator now.`}
        />
      )}
      <ActionButton isWorking={setting.isPending} onClick={() => setting.mutate(true)}>
        Make {name} an administrator
      </ActionButton>
      <ActionButton kind="quiet" onClick={() => setting.mutate(false)}>
        End this office
      </ActionButton>
    </>
  );
}
