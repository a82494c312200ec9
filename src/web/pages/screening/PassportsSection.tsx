import { IconPlus } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Avatar } from '../../parts/Avatar.tsx';
import { Badge } from '../../parts/Badge.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Section } from '../../parts/Section.tsx';
import { counted } from '../../words/counted.ts';
import { day } from '../../words/day.ts';
import styles from './Practice.module.css';
import { usePassports } from './practiceQueries.ts';
import { ResultShares } from './ResultShares.tsx';

const MakePracticeDialog = lazy(() =>
  import('./MakePracticeDialog.tsx').then(module => ({ default: module.MakePracticeDialog })),
);

/** What the team showed in practice, for leads: before work is given out, not as a mark. */
export function PassportsSection({ reviewId }: { reviewId: string }) {
  const passports = usePassports(reviewId);
  const [isMaking, setIsMaking] = useState(false);
  if (passports.isError) return <ErrorNote problem={passports.error} onRetry={() => void passports.refetch()} />;
  const people = passports.data?.people.filter(one => one.pages.length > 0) ?? [];
  const sets = passports.data?.sets ?? [];
  return (
    <Section
      title="Practice"
      hint="against known answers"
      aside={
        <ActionButton size="small" icon={<IconPlus size={16} stroke={1.75} />} onClick={() => setIsMaking(true)}>
          Make a practice set
        </ActionButton>
      }
    >
      <p className="muted">
        {sets.length === 0
          ? 'No practice set was made for this team yet. With one you see, before work is given out, how much each person would keep and leave.'
          : sets.map(set => `${set.name}: ${counted(set.finished, 'person has', 'people have')} finished`).join(' · ')}
      </p>
      {people.map(person => (
        <article key={person.personId} className={styles.person}>
          <h3 className={styles.personName}>
            <Avatar name={person.name} size={30} /> {person.name}
          </h3>
          {person.pages.map(page => (
            <div key={page.practiceSetId} className={styles.page}>
              <p>
                {page.name} <span className="muted">· {day(page.finishedAt)}</span>{' '}
                {!page.isOfReview && <Badge kind="neutral">shared by them</Badge>}
              </p>
              <ResultShares result={page.result} />
            </div>
          ))}
        </article>
      ))}
      {isMaking && (
        <Suspense fallback={null}>
          <MakePracticeDialog forReviewId={reviewId} onClose={() => setIsMaking(false)} />
        </Suspense>
      )}
    </Section>
  );
}
