import { useState } from 'react';
import { COMMUNITY_PARTS } from '#core/mentoring/communityWords';
import { AvatarRow } from '../../parts/AvatarRow.tsx';
import { LinkButton } from '../../parts/LinkButton.tsx';
import { Section } from '../../parts/Section.tsx';
import { count } from '../../words/count.ts';
import styles from './Community.module.css';
import { PART_WORDS } from './communityWords.ts';
import { MembersDialog } from './MembersDialog.tsx';
import type { Community } from './useCommunities.ts';

/** How many of each part, how much room there is, and who runs it. */
export function MembersSection({ community }: { community: Community }) {
  const [isOpen, setIsOpen] = useState(false);
  const { people, coreTeam, withoutMentor } = community;
  return (
    <Section
      title="Members"
      aside={<LinkButton onClick={() => setIsOpen(true)}>All {count(people.length)}</LinkButton>}
    >
      <ul className={styles.list}>
        {COMMUNITY_PARTS.map(part => {
          const own = people.filter(one => one.part === part);
          if (own.length === 0) return null;
          const [places, used] = [sum(own.map(one => one.places)), sum(own.map(one => one.used))];
          return (
            <li key={part}>
              <div className={styles.words}>
                <span className={styles.strong}>{PART_WORDS[part].many}</span>
                {places > 0 && (
                  <p className={styles.quiet}>
                    {used} of {places} places for newcomers taken
                  </p>
                )}
                {part === 'mentee' && withoutMentor !== null && withoutMentor > 0 && (
                  <p className={styles.warn}>{count(withoutMentor)} without a mentor</p>
                )}
              </div>
              <span className={styles.number}>{count(own.length)}</span>
            </li>
          );
        })}
      </ul>
      <p className={styles.core}>
        <AvatarRow names={coreTeam.map(one => one.name)} /> core team
      </p>
      {isOpen && <MembersDialog community={community} onClose={() => setIsOpen(false)} />}
    </Section>
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, one) => total + one, 0);
}
