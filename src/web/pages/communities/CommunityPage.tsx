import { IconUserPlus } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { usePlace } from '../../layouts/place.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { PageWithPanel } from '../../parts/PageWithPanel.tsx';
import { useNarrow } from '../../parts/useNarrow.ts';
import { counted } from '../../words/counted.ts';
import styles from './Community.module.css';
import { EventsSection } from './EventsSection.tsx';
import { InviteDialog } from './InviteDialog.tsx';
import { MembersSection } from './MembersSection.tsx';
import { MyPairs } from './MyPairs.tsx';
import { Newcomers } from './Newcomers.tsx';
import { OutcomesPanel } from './OutcomesPanel.tsx';
import { OwnPlaceDialog } from './OwnPlaceDialog.tsx';
import { Requests } from './Requests.tsx';
import { type Community, useCommunity } from './useCommunities.ts';
import { WorkSection } from './WorkSection.tsx';

/** Nobody new stays alone: newcomers first, then events, members, work; outcomes in numbers at the right. */
export function CommunityPage() {
  const { communityId = '' } = useParams({ strict: false });
  const { data, error, refetch } = useCommunity(communityId);
  usePlace(data?.name);
  if (error && !data) return <ErrorNote problem={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading shape="page" />;
  return <Inside community={data} />;
}

function Inside({ community }: { community: Community }) {
  const [opened, setOpened] = useState<'own' | 'invite' | null>(null);
  const [isOutcomes, setIsOutcomes] = useState(false);
  const isNarrow = useNarrow();
  const { may, mine, communityId } = community;
  const isCore = may.run === null;
  const close = () => setOpened(null);
  const page = (
    <>
      <PageHead
        title={community.name}
        line={[community.about, counted(community.members, 'member')].filter(Boolean).join(' · ')}
        actions={
          <>
            {may.join === null && (
              <ActionButton kind="primary" onClick={() => setOpened('own')}>
                Ask to join
              </ActionButton>
            )}
            {mine?.state === 'asked' && <ActionButton onClick={() => setOpened('own')}>What you said</ActionButton>}
            {mine?.state === 'member' && <ActionButton onClick={() => setOpened('own')}>Your place here</ActionButton>}
            {may.seeOutcomes === null && isNarrow && (
              <ActionButton onClick={() => setIsOutcomes(true)}>Outcomes</ActionButton>
            )}
            {isCore && (
              <ActionButton icon={<IconUserPlus size={18} stroke={1.75} />} onClick={() => setOpened('invite')}>
                Invite
              </ActionButton>
            )}
          </>
        }
      />
      {mine?.state === 'asked' && <p className={styles.quiet}>The core team will answer your request.</p>}
      {isCore && <Requests communityId={communityId} requests={community.requests} />}
      <MyPairs pairs={community.pairs} />
      {isCore && <Newcomers community={community} />}
      {may.see === null ? (
        <>
          <div className={styles.columns}>
            <EventsSection community={community} />
            <MembersSection community={community} />
          </div>
          <WorkSection community={community} />
        </>
      ) : (
        <p className={styles.quiet}>{may.see}</p>
      )}
      {opened === 'own' && <OwnPlaceDialog community={community} onClose={close} />}
      {opened === 'invite' && <InviteDialog communityId={communityId} onClose={close} />}
    </>
  );
  if (may.seeOutcomes !== null) return page;
  return (
    <PageWithPanel
      panel={
        <OutcomesPanel
          communityId={communityId}
          isOpen={!isNarrow || isOutcomes}
          onClose={() => setIsOutcomes(false)}
        />
      }
    >
      {page}
    </PageWithPanel>
  );
}
