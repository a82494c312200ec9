import { Select } from '@mantine/core';
import { useState } from 'react';
import { COMMUNITY_PARTS, type CommunityPart } from '#core/mentoring/communityWords';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { CopyLink } from '../../parts/CopyLink.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Note } from '../../parts/Note.tsx';
import { day } from '../../words/day.ts';
import styles from './Community.module.css';
import { PART_WORDS } from './communityWords.ts';
import { useInvite } from './useCommunities.ts';

/** A link for a whole group: whoever opens it becomes a member at once. */
export function InviteDialog({ communityId, onClose }: { communityId: string; onClose: () => void }) {
  const [part, setPart] = useState<CommunityPart>('mentee');
  const invite = useInvite(communityId);
  return (
    <Dialog title="Invite people" onClose={onClose}>
      <div className={styles.form}>
        {invite.isError && <ErrorNote problem={invite.error} safe="No link was made." />}
        <Select
          label="They join as"
          data={COMMUNITY_PARTS.map(one => ({ value: one, label: PART_WORDS[one].many }))}
          value={part}
          allowDeselect={false}
          onChange={value => {
            const chosen = COMMUNITY_PARTS.find(one => one === value);
            if (chosen) setPart(chosen);
            invite.reset();
          }}
        />
        {invite.data ? (
          <Note
            kind="done"
            claim={`The link works until ${day(invite.data.expiresAt)}.`}
            action={<CopyLink text={invite.data.link}>Copy the link</CopyLink>}
          >
            Hand it only to those who shall be members: whoever opens it is one.
          </Note>
        ) : (
          <p className={styles.quiet}>Whoever opens the link within a month joins without a further question.</p>
        )}
        <div className={styles.buttons}>
          <ActionButton onClick={onClose}>Close</ActionButton>
          <ActionButton kind="primary" isWorking={invite.isPending} onClick={() => invite.mutate({ part })}>
            Make a link
          </ActionButton>
        </div>
      </div>
    </Dialog>
  );
}
