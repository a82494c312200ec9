import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReplyOf } from '#contract/endpoint';
import { listOpenings } from '#contract/openings';
import { call } from '../../call.ts';
import { Fit } from '../../parts/Fit.tsx';
import { fitLevel } from '../../parts/fitLevel.ts';
import { counted } from '../../words/counted.ts';
import { useOwnProfile } from './useOwnProfile.ts';
import styles from './Welcome.module.css';

const SHOWN = 3;

/** What the answers so far already open; it changes with every one of them. */
export function WelcomeOpenings() {
  const found = useQuery({
    queryKey: ['openings', 'all', { text: '', state: 'open' }],
    queryFn: ({ signal }) => call(listOpenings, { query: { text: '', state: 'open' }, signal }),
  });
  const isNamed = (useOwnProfile().data?.topics.length ?? 0) > 0;
  const all = found.data?.openings ?? [];
  const eligible = all.filter(opening => opening.fit !== null && opening.fit.excludedBecause === null);
  const fitting = eligible.filter(opening => opening.fit?.fit !== 'possible');
  const shown = fitting.length > 0 ? fitting : eligible.filter(sharesTopic);
  return (
    <>
      <h2 className={styles.sideTitle}>What this already opens</h2>
      <p className={styles.second}>Changes with every answer.</p>
      <p className={styles.figure}>{counted(fitting.length, 'opening')}</p>
      <p className={styles.second}>{fitting.length > 0 ? 'fit your topics, roles and hours' : none()}</p>
      <ul>
        {shown.slice(0, SHOWN).map(opening => (
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

  /** Why there is none: nothing was said yet, nothing is near, or what is near fits in part only. */
  function none(): string {
    if (!isNamed) return `of ${all.length} fit so far; three words on your topics help most`;
    if (shown.length > 0) return `of ${all.length} fit well so far; nearest to your topics:`;
    return `of ${all.length} are on your topics today; a search that you keep tells you when one comes`;
  }
}

function sharesTopic({ fit }: ReplyOf<typeof listOpenings>['openings'][number]): boolean {
  return fit?.reasons.some(({ kind }) => kind === 'shared-term' || kind === 'mesh') ?? false;
}
