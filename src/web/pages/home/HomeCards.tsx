import { Link } from '@tanstack/react-router';
import { count } from '../../words/count.ts';
import styles from './HomeCards.module.css';
import { stoodStill } from './paceWords.ts';
import type { HomeTeams, HomeWatch } from './useHomeParts.ts';
import type { HomeReply } from './waiting.tsx';

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** Where is work stuck? A card for each kind that is not zero, for who leads. */
export function HomeCards({
  home,
  teams,
  watch,
}: {
  home: HomeReply;
  teams: HomeTeams | undefined;
  watch: HomeWatch | undefined;
}) {
  const conflicts = sum(home.reviews.map(review => review.openConflicts ?? 0));
  const firstConflict = home.reviews.find(review => (review.openConflicts ?? 0) > 0);
  const toAnswer = sum(home.seatsToFill.map(seat => seat.toAnswer));
  const firstSeat = home.seatsToFill.find(seat => seat.toAnswer > 0);
  const seats = sum(home.seatsToFill.map(seat => seat.seatsLeft));
  const still = (teams?.workloads ?? []).filter(load => stoodStill(load, Date.now()) !== null);
  const alarmed = (watch?.reviews ?? []).filter(review => review.retractions !== null);
  const alarms = sum(alarmed.map(review => review.retractions?.open ?? 0));
  const first = alarmed.find(review => review.retractions?.isIncluded) ?? alarmed[0];
  const cards = [
    {
      name: conflicts === 1 ? 'open conflict' : 'open conflicts',
      value: conflicts,
      to: `/reviews/${firstConflict?.reviewId ?? ''}/conflicts`,
    },
    {
      name: toAnswer === 1 ? 'application to answer' : 'applications to answer',
      value: toAnswer,
      to: `/openings/${firstSeat?.openingId ?? ''}/applicants`,
    },
    {
      name: still.length === 1 ? 'person’s work stands still' : 'people’s work stands still',
      value: still.length,
      to: `/reviews/${still[0]?.reviewId ?? ''}/team`,
    },
    {
      name: `${alarms === 1 ? 'new retraction' : 'new retractions'}${first?.retractions?.isIncluded ? ', of an included report' : ''}`,
      value: alarms,
      to: `/reviews/${first?.reviewId ?? ''}`,
    },
    { name: seats === 1 ? 'seat to fill' : 'seats to fill', value: seats, to: '/projects' },
  ].filter(card => card.value > 0);
  if (cards.length < 2) return null;
  return (
    <ul className={styles.cards}>
      {cards.map(card => (
        <li key={card.name}>
          <Link to={card.to} className={styles.card}>
            <span className={styles.figure}>{count(card.value)}</span>
            <span className={styles.name}>{card.name}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
