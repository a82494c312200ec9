import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { getCommunityInvitation } from '#contract/communities';
import { call } from '../../call.ts';
import { BareLayout } from '../../layouts/BareLayout.tsx';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { Note } from '../../parts/Note.tsx';
import { useSession } from '../../queries/useSession.ts';
import styles from './Community.module.css';
import { PART_WORDS } from './communityWords.ts';
import { OwnPlaceFields } from './OwnPlaceFields.tsx';
import { type OwnPlaceBody, useAccept } from './useCommunities.ts';

/** Where a community's link leads. Visitors sign in and come back here. */
export function CommunityInvitation() {
  const { token = '' } = useParams({ strict: false });
  const person = useSession().data?.person;
  const navigate = useNavigate();
  const accept = useAccept(token);
  const [own, setOwn] = useState<OwnPlaceBody>({ part: 'mentee' });
  const invitation = useQuery({
    queryKey: ['community-invitations', token],
    queryFn: ({ signal }) => call(getCommunityInvitation, { params: { token }, signal }),
  });
  const said = invitation.data;
  const back = { back: `/community-invitations/${token}` };
  const join = () => {
    const { part: _, ...rest } = own;
    accept.mutate(rest, {
      onSuccess: ({ id }) => void navigate({ to: '/mentoring/communities/$communityId', params: { communityId: id } }),
    });
  };
  return (
    <BareLayout
      title={said ? `Join ${said.name}` : 'Invitation'}
      {...(person ? { foot: `You are signed in as ${person.name}, ${person.email}.` } : {})}
    >
      {invitation.isPending && <Loading shape="lines" rows={3} />}
      {invitation.isError && (
        <ErrorNote problem={invitation.error} actions={<ActionButton to="/">Go to the first page</ActionButton>} />
      )}
      {said && (
        <div className={styles.form}>
          <p>
            {said.invitedBy} invites you as: {PART_WORDS[said.part].one.toLowerCase()}. {said.about}
          </p>
          {said.whyNot !== null && <Note kind="warn" claim={said.whyNot} />}
          {accept.isError && <ErrorNote problem={accept.error} safe="You have not joined." />}
          {said.whyNot === null && person && (
            <>
              <OwnPlaceFields part={said.part} own={own} onChange={setOwn} />
              <ActionButton kind="primary" isWorking={accept.isPending} onClick={join} isWide>
                Join the community
              </ActionButton>
            </>
          )}
          {said.whyNot === null && !person && (
            <>
              <ActionButton kind="primary" to="/sign-up" search={back} isWide>
                Create an account and join
              </ActionButton>
              <ActionButton to="/sign-in" search={back} isWide>
                Sign in and join
              </ActionButton>
            </>
          )}
        </div>
      )}
    </BareLayout>
  );
}
