import { useQuery } from '@tanstack/react-query';
import { getMentored } from '#contract/credit';
import { call } from '../../call.ts';
import { Section } from '../../parts/Section.tsx';
import { day } from '../../words/day.ts';
import styles from './Credit.module.css';

/** Mentoring belongs to no review: it is counted beside the ledgers, from the check-ins that took place. */
export function MentoredCard() {
  const { data } = useQuery({
    queryKey: ['credit', 'mentored'],
    queryFn: ({ signal }) => call(getMentored, { signal }),
  });
  const mentored = data?.mentored;
  if (!mentored) return null;
  return (
    <Section title="Mentoring" hint="of yours, in all; nobody else sees it">
      <p>
        You {mentored.sentence}, from {day(mentored.firstOn)} to {day(mentored.lastOn)}.
      </p>
      <p className={styles.caption}>Half an hour for each check-in that took place, as the calendar plans them.</p>
    </Section>
  );
}
