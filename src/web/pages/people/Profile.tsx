import { IconEyeOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { getProfile } from '#contract/profiles';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { PageWithPanel } from '../../parts/PageWithPanel.tsx';
import { SidePanel } from '../../parts/SidePanel.tsx';
import { useNarrow } from '../../parts/useNarrow.ts';
import { useSession } from '../../queries/useSession.ts';
import { kindName } from './kindName.ts';
import styles from './Profile.module.css';
import { ProfileCard } from './ProfileCard.tsx';
import { ProfileForm } from './ProfileForm.tsx';

/** What do I bring, who sees it? The form, and beside it the very answer that others get. */
export function Profile() {
  const [isSeen, setIsSeen] = useState(false);
  const isNarrow = useNarrow();
  const session = useSession().data;
  const profile = useQuery({ queryKey: ['profile'], queryFn: ({ signal }) => call(getProfile, { signal }) });
  if (profile.isPending) return <Loading shape="page" />;
  if (profile.isError) return <ErrorNote problem={profile.error} onRetry={() => void profile.refetch()} />;
  return (
    <PageWithPanel
      panel={
        <SidePanel
          title="What others see"
          width={372}
          isOpen={!isNarrow || isSeen}
          onClose={() => setIsSeen(false)}
          foot={
            <ActionButton kind="secondary" size="large" to="/openings" search={{ me: '1' }}>
              Look at openings that fit
            </ActionButton>
          }
        >
          <ProfileCard profile={profile.data} />
          <h3 className={styles.hiddenTitle}>Hidden from everybody</h3>
          <p className={styles.hidden}>
            <IconEyeOff size={16} stroke={1.75} aria-hidden="true" /> Your e-mail address
          </p>
          <p className={styles.second}>
            This is the server’s answer to everybody who is signed in. Country, school, age and visa are not asked for,
            so they can’t be seen and never count.
          </p>
        </SidePanel>
      }
    >
      <PageHead
        title={profile.data.name}
        line={[kindName(profile.data.kind), session?.person?.email].filter(Boolean).join(' · ')}
        actions={
          <>
            {isNarrow && <ActionButton onClick={() => setIsSeen(true)}>What others see</ActionButton>}
            {session?.signIn.hasOrcid && (
              <ActionButton href="/api/orcid?returnTo=%2Fprofile">Connect your ORCID</ActionButton>
            )}
          </>
        }
      />
      <ProfileForm profile={profile.data} />
    </PageWithPanel>
  );
}
