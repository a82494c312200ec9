import { useMutation, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { makePasswordResetLink } from '#contract/people';
import { getPerson } from '#contract/profiles';
import { CallProblem } from '../../CallProblem.ts';
import { call } from '../../call.ts';
import { usePlace } from '../../layouts/place.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { CopyLink } from '../../parts/CopyLink.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { Note } from '../../parts/Note.tsx';
import { useSession } from '../../queries/useSession.ts';
import { NotFound } from '../NotFound.tsx';
import { AdministratorButtons } from './AdministratorButtons.tsx';
import { MessageLink } from './MessageLink.tsx';
import styles from './Profile.module.css';
import { ProfileCard } from './ProfileCard.tsx';
import { SharedPassport } from './SharedPassport.tsx';

/** Another person, as everybody who is signed in sees them. */
export function Person() {
  const { personId = '' } = useParams({ strict: false });
  const me = useSession().data?.person;
  const person = useQuery({
    queryKey: ['people', personId],
    queryFn: ({ signal }) => call(getPerson, { params: { personId }, signal }),
  });
  usePlace(person.data?.name);
  if (person.isPending) return <Loading shape="page" />;
  if (person.isError) {
    if (person.error instanceof CallProblem && person.error.status === 404) return <NotFound />;
    return <ErrorNote problem={person.error} onRetry={() => void person.refetch()} />;
  }
  return (
    <div className={styles.person}>
      <h1 className="for-screen-readers">{person.data.name}</h1>
      <ProfileCard profile={person.data} />
      <SharedPassport personId={personId} />
      {me && me.personId !== personId && <MessageLink personId={personId} />}
      {me?.personId === personId && <ActionButton to="/profile">Change your profile</ActionButton>}
      {me?.isAdministrator && me.personId !== personId && (
        <>
          <PasswordLink personId={personId} />
          <AdministratorButtons personId={personId} name={person.data.name} />
        </>
      )}
    </div>
  );
}

/** For administrators, where no mail can be sent: a link with which this person sets a new password. */
function PasswordLink({ personId }: { personId: string }) {
  const making = useMutation({ mutationFn: () => call(makePasswordResetLink, { params: { personId } }) });
  if (making.data) {
    return (
      <Note
        kind="done"
        claim="The link is ready. Hand it over in person."
        action={<CopyLink text={making.data.link}>Copy the link</CopyLink>}
      >
        <code className={styles.address}>{making.data.link}</code>
      </Note>
    );
  }
  return (
    <>
      {making.isError && <ErrorNote problem={making.error} safe="The password is as it was." />}
      <ActionButton isWorking={making.isPending} onClick={() => making.mutate()}>
        Make a link for a new password
      </ActionButton>
    </>
  );
}
