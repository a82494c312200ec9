import { Select } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { changeProfile } from '#contract/profiles';
import { orcidRefusal } from '#core/people/orcidRefusals';
import { PROFILE_KINDS, type ProfileKind } from '#core/people/vocabulary';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Avatar } from '../../parts/Avatar.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { Note } from '../../parts/Note.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { PageWithPanel } from '../../parts/PageWithPanel.tsx';
import { SidePanel } from '../../parts/SidePanel.tsx';
import { useAddress } from '../../parts/useAddress.ts';
import { useNarrow } from '../../parts/useNarrow.ts';
import { useSession } from '../../queries/useSession.ts';
import { kindName } from './kindName.ts';
import { PassportSection } from './PassportSection.tsx';
import styles from './Profile.module.css';
import { ProfileLines } from './ProfileLines.tsx';
import { SeenPanel } from './SeenPanel.tsx';
import { useOwnProfile } from './useOwnProfile.ts';
import { useRefreshProfile } from './useRefreshProfile.ts';

/** What do I bring, who sees it? Line by line, and beside it the very answer that others get. */
export function Profile() {
  const [isSeen, setIsSeen] = useState(false);
  const isNarrow = useNarrow();
  const whyNoOrcid = orcidRefusal(useAddress('orcid')[0]);
  const session = useSession().data;
  const profile = useOwnProfile();
  const refresh = useRefreshProfile();
  const changing = useMutation({
    mutationFn: (kind: ProfileKind) => call(changeProfile, { body: { kind } }),
    onSuccess: refresh,
  });
  if (profile.isPending) return <Loading shape="page" />;
  if (profile.isError) return <ErrorNote problem={profile.error} onRetry={() => void profile.refetch()} />;
  const { name, kind, timeZone, orcid } = profile.data;
  return (
    <PageWithPanel
      panel={
        <SidePanel
          title="What others see"
          width={372}
          isOpen={!isNarrow || isSeen}
          onClose={() => setIsSeen(false)}
          foot={
            <ActionButton kind="primary" size="large" to="/openings" search={{ me: '1' }}>
              Look at openings that fit
            </ActionButton>
          }
        >
          <SeenPanel />
        </SidePanel>
      }
    >
      <div className={styles.head}>
        <Avatar name={name} size={56} />
        <PageHead
          title={name}
          line={[kindName(kind), timeZone && `${timeZone.replaceAll('_', ' ')} time`, orcid && `ORCID ${orcid}`]
            .filter(Boolean)
            .join(' · ')}
          actions={
            <>
              {isNarrow && <ActionButton onClick={() => setIsSeen(true)}>What others see</ActionButton>}
              {session?.signIn.hasOrcid && orcid === null && (
                <ActionButton href="/api/orcid?returnTo=%2Fprofile">Connect your ORCID</ActionButton>
              )}
            </>
          }
        />
      </div>
      {whyNoOrcid !== null && <Note kind="warn" claim={whyNoOrcid} />}
      {changing.isError && <ErrorNote problem={changing.error} safe="Your profile is as it was." />}
      <ProfileLines profile={profile.data} />
      <div className={styles.kind}>
        <Select
          label="You are"
          data={PROFILE_KINDS.map(one => ({ value: one, label: kindName(one) }))}
          value={kind}
          allowDeselect={false}
          onChange={value => {
            const chosen = PROFILE_KINDS.find(one => one === value);
            if (chosen && chosen !== kind) changing.mutate(chosen);
          }}
        />
      </div>
      <PassportSection />
    </PageWithPanel>
  );
}
