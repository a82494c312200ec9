import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { listOpenings } from '#contract/openings';
import { call } from '../../call.ts';
import { Fit } from '../../parts/Fit.tsx';
import { fitLevel } from '../../parts/fitLevel.ts';
import { counted } from '../../words/counted.ts';
import styles from './Welcome.module.css';

const SHOWN = 3;

/** What the answers so far already open; it changes with every one of them. */
export function WelcomeOpenings() {
  const found = useQuery({
    queryKey: ['openings', 'all', { text: '', state: 'open' }],
    queryFn: ({ signal }) => call(listOpenings, { query: { text: '', state: 'open' }, signal }),
  });
  const all = found.data?.openings ?? [];
  const fitting = all.filter(
    opening => opening.fit !== null && opening.fit.excludedBecause === null && opening.fit.fit !== 'possible',
  );
  return (
    <>
      <h2 className={styles.sideTitle}>What this already opens</h2>
      <p className={styles.second}>Changes with every answer.</p>
      <p className={styles.figure}>{counted(fitting.length, 'opening')}</p>
      <p className={styles.second}>
        {fitting.length === 0
          ? `of ${all.length} fit so far; three words on your topics help most`
          : 'fit your topics, roles and hours'}
      </p>
      <ul>
        {fitting.slice(0, SHOWN).map(opening => (
          <li key={opening.openingId} className={styles.found}>
            <span className={styles.foundHead}>
              <Link to="/openings/$openingId" params={{ openingId: opening.openingId }}>
                {opening.title}
              </Link>
              {opening.fit && <Fit level={fitLevel(opening.fit)} />}
            </span>
            <span className={styles.foundProject}>{opening.projectTitle}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
