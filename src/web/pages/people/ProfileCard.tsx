import type { ReplyOf } from '#contract/endpoint';
import type { getPerson } from '#contract/profiles';
import { Avatar } from '../../parts/Avatar.tsx';
import { roleList } from '../../words/roleList.ts';
import { Chips } from './Chips.tsx';
import { kindName } from './kindName.ts';
import { awayWords } from './lineValue.tsx';
import styles from './Profile.module.css';
import { EXAM_WORDS, STAGE_WORDS, VISA_WORDS } from './words.ts';

export type ProfileReply = ReplyOf<typeof getPerson>;

const PUBLICATIONS_SHOWN = 3;
const TOPICS_SHOWN = 8;

function factsOf(profile: ProfileReply) {
  return [
    { name: 'Skills', value: profile.skills.join(', ') },
    { name: 'Looks for', value: profile.rolesWanted.length > 0 ? roleList(profile.rolesWanted) : '' },
    { name: 'Hours', value: profile.hoursPerWeek === null ? '' : `${profile.hoursPerWeek} a week` },
    { name: 'Away', value: profile.away.map(awayWords).join('; ') },
    { name: 'Time zone', value: profile.timeZone?.replaceAll('_', ' ') ?? '' },
    { name: 'Languages', value: profile.languages.join(', ') },
    { name: 'Works at', value: profile.affiliation },
    { name: 'Stage', value: profile.careerStage ? STAGE_WORDS[profile.careerStage] : '' },
    {
      name: 'School',
      value: [profile.medicalSchool, profile.schoolCountry, profile.graduationYear].filter(Boolean).join(', '),
    },
    { name: 'Exam steps', value: profile.examSteps.map(step => EXAM_WORDS[step]).join(', ') },
    { name: 'Aims', value: profile.aims.join(', ') },
    { name: 'Visa', value: profile.visaNeed ? VISA_WORDS[profile.visaNeed] : '' },
    { name: 'ORCID', value: profile.orcid ?? '' },
    { name: 'E-mail', value: profile.email ?? '' },
  ].filter(fact => fact.value !== '');
}

/** A person as the server shows them to whoever asks. */
export function ProfileCard({ profile }: { profile: ProfileReply }) {
  const facts = factsOf(profile);
  const topics = profile.topics.filter(topic => topic.change !== 'removed').slice(0, TOPICS_SHOWN);
  const isEmpty = facts.length === 0 && topics.length === 0 && profile.publications.length === 0 && !profile.headline;
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
      {topics.length > 0 && (
        <div>
          <p className={styles.second}>Topics</p>
          <Chips words={topics.map(topic => topic.topic)} />
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
      {profile.publications.length > 0 && (
        <div>
          <p className={styles.second}>
            {profile.publications.length === 1 ? 'One publication' : `${profile.publications.length} publications`}
          </p>
          <ul className={styles.works}>
            {profile.publications.slice(0, PUBLICATIONS_SHOWN).map(one => (
              <li key={one.publicationId}>
                <span className={styles.workTitle}>{one.title}</span>
                <span className={styles.second}>{[one.journal, one.year].filter(Boolean).join(' · ')}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {isEmpty && <p className={styles.second}>Nothing is shared here yet.</p>}
    </article>
  );
}
