import { Link } from '@tanstack/react-router';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { FitReasons } from '../../parts/FitReasons.tsx';
import { Section } from '../../parts/Section.tsx';
import { counted } from '../../words/counted.ts';
import { day } from '../../words/day.ts';
import styles from './Home.module.css';
import type { HomeReply } from './waiting.tsx';

/** Up to three openings that fit best, each with its reasons. */
export function SuggestedOpenings({ openings }: { openings: HomeReply['suggestedOpenings'] }) {
  return (
    <Section title="Suggested openings" aside={<Link to="/openings">All openings</Link>}>
      <ul className={styles.openings}>
        {openings.map(opening => (
          <li key={opening.openingId}>
            <div className={styles.opening}>
              <div className={styles.rowWords}>
                <Link to="/openings/$openingId" params={{ openingId: opening.openingId }} className={styles.plain}>
                  {opening.title}
                </Link>
                <p className={styles.rowLine}>{opening.projectTitle}</p>
              </div>
              <p className={styles.by}>
                {opening.closesOn && <strong>by {day(opening.closesOn)}</strong>}
                <span>{counted(opening.seatsLeft, 'seat')} left</span>
              </p>
              <span className={styles.view}>
                <ActionButton size="small" to={`/openings/${opening.openingId}`} label={`View ${opening.title}`}>
                  View
                </ActionButton>
              </span>
            </div>
            {opening.fit && <FitReasons fit={opening.fit} />}
          </li>
        ))}
      </ul>
    </Section>
  );
}
