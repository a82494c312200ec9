import styles from './Cohort.module.css';
import type { AllocationReply } from './PlacementTable.tsx';

type Because = AllocationReply['unplacedBecause'][number];

const isStable = ({ method }: AllocationReply) => method === 'people-first' || method === 'leads-first';

/** Why an opening was not for somebody, in words that hold for the method: only a stable one heeds the lead's order. */
function wordsOf(why: Because['why'], allocation: AllocationReply): string {
  switch (why) {
    case 'ruled-out':
      return 'a rule of the post speaks against it';
    case 'kept-apart':
      return 'kept apart by hand';
    case 'no-seat':
      return 'has no seat';
    case 'opening-full':
      return isStable(allocation)
        ? 'full, and the lead would rather have those who are in it'
        : 'full, and together the cohort fits better so';
    case 'lead-full':
      return isStable(allocation)
        ? 'its lead takes no more people, and would rather have those whom they take'
        : 'its lead takes no more people, and together the cohort fits better so';
    case 'left-free':
      return 'a seat stays free: a rule on teams, or the whole, speaks against it';
  }
}

/** Everybody whom this leaves without a seat, and what became of each opening on their list. */
export function WithoutSeat({
  allocation,
  nameOf,
  titleOf,
}: {
  allocation: AllocationReply;
  nameOf: (personId: string) => string;
  titleOf: (openingId: string) => string;
}) {
  if (allocation.unplaced.length === 0) return null;
  return (
    <section className={styles.withoutSeat} aria-label="Without a seat">
      <h3 className={styles.subhead}>Without a seat</h3>
      <ul className={styles.left}>
        {allocation.unplaced.map(personId => {
          const wishes = allocation.unplacedBecause.filter(one => one.personId === personId);
          return (
            <li key={personId}>
              <span className={styles.name}>{nameOf(personId)}</span>
              <span className={styles.second}>
                {wishes.length === 0
                  ? 'No opening that you answer for was on their list, or is possible for them.'
                  : wishes
                      .map(({ openingId, why }) => `“${titleOf(openingId)}”: ${wordsOf(why, allocation)}.`)
                      .join(' ')}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
