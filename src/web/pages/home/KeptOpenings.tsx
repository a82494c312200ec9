import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { listCohorts } from '#contract/cohorts';
import { listAlerts } from '#contract/openingAlerts';
import { call } from '../../call.ts';
import { Section } from '../../parts/Section.tsx';
import { counted } from '../../words/counted.ts';
import { day } from '../../words/day.ts';
import styles from './Home.module.css';

/** What is new in the searches that one keeps, and cohorts in which one may still rank. */
export function KeptOpenings() {
  const alerts = useQuery({ queryKey: ['opening-alerts'], queryFn: ({ signal }) => call(listAlerts, { signal }) });
  const cohorts = useQuery({ queryKey: ['cohorts'], queryFn: ({ signal }) => call(listCohorts, { signal }) });
  const fresh = (alerts.data?.alerts ?? []).filter(alert => alert.fresh > 0);
  const ranking = (cohorts.data?.cohorts ?? []).filter(cohort => cohort.state === 'ranking');
  if (fresh.length === 0 && ranking.length === 0) return null;
  return (
    <Section title="New for you" aside={<Link to="/openings">Openings</Link>}>
      <ul className={styles.seats}>
        {fresh.map(alert => (
          <li key={alert.alertId}>
            <div className={styles.rowWords}>
              <Link to="/openings" className={styles.seatTitle}>
                {alert.name}
              </Link>
              <p className={styles.rowLine}>{counted(alert.fresh, 'new opening')}</p>
            </div>
          </li>
        ))}
        {ranking.map(cohort => (
          <li key={cohort.cohortId}>
            <div className={styles.rowWords}>
              <Link to="/cohorts/$cohortId" params={{ cohortId: cohort.cohortId }} className={styles.seatTitle}>
                {cohort.name}
              </Link>
              <p className={styles.rowLine}>rank until {day(cohort.ranksUntil)}</p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
