import { Section } from '../../parts/Section.tsx';
import { day } from '../../words/day.ts';
import { usePersonPassport } from '../screening/practiceQueries.ts';
import { ResultShares } from '../screening/ResultShares.tsx';
import styles from './Profile.module.css';

/** What a person shares of what they showed in practice; nothing stands here otherwise. */
export function SharedPassport({ personId }: { personId: string }) {
  const pages = usePersonPassport(personId).data?.pages ?? [];
  if (pages.length === 0) return null;
  return (
    <Section title="Skill passport" hint="practice sets with known answers">
      {pages.map(page => (
        <article key={page.practiceSetId} className={styles.passportPage}>
          <p>
            <strong>{page.name}</strong> <span className="muted">· {day(page.finishedAt)}</span>
          </p>
          <ResultShares result={page.result} />
        </article>
      ))}
    </Section>
  );
}
