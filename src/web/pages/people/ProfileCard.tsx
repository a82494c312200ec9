import type { ReplyOf } from '#contract/endpoint';
import type { getPerson } from '#contract/profiles';
import { Avatar } from '../../parts/Avatar.tsx';
import { roleList } from '../../words/roleList.ts';
import { kindName } from './kindName.ts';
import styles from './Profile.module.css';

export type ProfileReply = ReplyOf<typeof getPerson>;

/** A person as everybody who is signed in sees them. */
export function ProfileCard({ profile }: { profile: ProfileReply }) {
  const facts = [
    { name: 'Skills', value: profile.skills.join(', ') },
    { name: 'Looks for', value: profile.rolesWanted.length > 0 ? roleList(profile.rolesWanted) : '' },
    { name: 'Hours', value: profile.hoursPerWeek === null ? '' : `${profile.hoursPerWeek} a week` },
    { name: 'Time zone', value: profile.timeZone?.replaceAll('_', ' ') ?? '' },
    { name: 'Languages', value: profile.languages.join(', ') },
  ].filter(fact => fact.value !== '');
  return (
    <article className={styles.card}>
      <div className={styles.cardHead}>
        <Avatar name={profile.name} size={44} />
        <div>
          <p className={styles.name}>{profile.name}</p>
          <p className={styles.second}>{kindName(profile.kind, 'short')}</p>
        </div>
      </div>
      {profile.headline && <p>{profile.headline}</p>}
      {profile.interests && (
        <div>
          <p className={styles.second}>Topics</p>
          <p className={styles.interests}>{profile.interests}</p>
        </div>
      )}
      {facts.length > 0 && (
        <dl className={styles.facts}>
          {facts.map(fact => (
            <div key={fact.name}>
              <dt>{fact.name}</dt>
              <dd>{fact.value}</dd>
            </div>
          ))}
        </dl>
      )}
      {facts.length === 0 && profile.interests === '' && <p className={styles.second}>Nothing is said here yet.</p>}
    </article>
  );
}
