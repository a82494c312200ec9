import { Link } from '@tanstack/react-router';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Avatar } from '../../parts/Avatar.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import styles from './Community.module.css';
import { PART_WORDS } from './communityWords.ts';
import { type Community, useSetMember } from './useCommunities.ts';

/** Everybody in the community; the core team changes who is in it, and lets members go. */
export function MembersDialog({ community, onClose }: { community: Community; onClose: () => void }) {
  const set = useSetMember(community.communityId);
  const isCore = community.may.run === null;
  return (
    <Dialog title="Members" place="side" onClose={onClose}>
      {set.isError && <ErrorNote problem={set.error} safe="Nothing has changed." />}
      <ul className={styles.list}>
        {community.people.map(one => (
          <li key={one.personId}>
            <Avatar name={one.name} size={30} />
            <div className={styles.words}>
              <Link to="/people/$personId" params={{ personId: one.personId }} className={styles.strong}>
                {one.name}
              </Link>
              <p className={styles.quiet}>
                {PART_WORDS[one.part].one}
                {one.isCore && ', core team'}
              </p>
              {isCore && (
                <div className={styles.deeds}>
                  <ActionButton
                    kind="quiet"
                    size="small"
                    onClick={() => set.mutate({ personId: one.personId, body: { isCore: !one.isCore } })}
                  >
                    {one.isCore ? 'Out of the core team' : 'Into the core team'}
                  </ActionButton>
                  <ActionButton
                    kind="quiet"
                    size="small"
                    label={`Let ${one.name} go`}
                    onClick={() => set.mutate({ personId: one.personId, body: { state: 'left' } })}
                  >
                    Let go
                  </ActionButton>
                </div>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
