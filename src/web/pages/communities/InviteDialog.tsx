import { Select } from '@mantine/core';
import { useState } from 'react';
import { COMMUNITY_PARTS, type CommunityPart } from '#core/mentoring/communityWords';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { CopyLink } from '../../parts/CopyLink.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { KnownPerson } from '../../parts/KnownPerson.tsx';
import { Note } from '../../parts/Note.tsx';
import { day } from '../../words/day.ts';
import styles from './Community.module.css';
import { PART_WORDS } from './communityWords.ts';
import { useInvite } from './useCommunities.ts';

/** A link for a whole group: whoever opens it becomes a member at once. */
export function InviteDialog({ communityId, onClose }: { communityId: string; onClose: () => void }) {
  const [part, setPart] = useState<CommunityPart>('mentee');
  const [personId, setPersonId] = useState<string | null>(null);
  const invite = useInvite(communityId);
  return (
    <Dialog title="Invite people" onClose={onClose}>
      <div className={styles.form}>
        {invite.isError && <ErrorNote problem={invite.error} safe="No link was made." />}
        <Select
          label="They join as"
          comboboxProps={{ withinPortal: false }}
          data={COMMUNITY_PARTS.map(one => ({ value: one, label: PART_WORDS[one].many }))}
          value={part}
          allowDeselect={false}
          onChange={value => {
            const chosen = COMMUNITY_PARTS.find(one => one === value);
            if (chosen) setPart(chosen);
            invite.reset();
          }}
        />
        <KnownPerson
          personId={personId}
          onChange={chosen => {
            setPersonId(chosen);
            invite.reset();
          }}
        />
        {invite.data ? (
          <Note
            kind="done"
            claim={`The link works until ${day(invite.data.expiresAt)}.`}
            action={<CopyLink text={invite.data.link}>Copy the link</CopyLink>}
          >
            {invite.data.toldName === null
              ? 'Hand it only to those who shall be members: whoever opens it is one.'
              : `${invite.data.toldName} is told, and the link works for nobody else.`}
          </Note>
        ) : (
          <p className={styles.quiet}>
            {personId === null
              ? 'Whoever opens the link within a month joins without a further question.'
              : 'They may join within a month without a further question.'}
          </p>
        )}
        <div className={styles.buttons}>
          <ActionButton onClick={onClose}>Close</ActionButton>
          <ActionButton kind="primary" isWorking={invite.isPending} onClick={() => invite.mutate({ part, personId })}>
            {personId === null ? 'Make a link' : 'Invite them'}
          </ActionButton>
        </div>
      </div>
    </Dialog>
  );
}
