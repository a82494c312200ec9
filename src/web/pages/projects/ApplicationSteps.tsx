import type { ReplyOf } from '#contract/endpoint';
import type { listMyApplications } from '#contract/openings';
import styles from './ApplicationSteps.module.css';

type Application = ReplyOf<typeof listMyApplications>['applications'][number];

const STEPS = ['Sent', 'Seen', 'Offered', 'In the team'] as const;

function reached({ state, seenAt }: Pick<Application, 'state' | 'seenAt'>): number {
  if (state === 'accepted') return 4;
  if (state === 'offered') return 3;
  return seenAt === null ? 1 : 2;
}

/** How far an application has come, of four steps. One that ended shows none. */
export function ApplicationSteps({ application }: { application: Pick<Application, 'state' | 'seenAt'> }) {
  if (application.state === 'declined' || application.state === 'withdrawn')
    return <span className="muted">ended</span>;
  const steps = reached(application);
  return (
    <span className={styles.steps} role="img" aria-label={`${STEPS[steps - 1]}: step ${steps} of 4`}>
      {STEPS.map((step, place) => (
        <span key={step} data-done={place < steps || undefined} />
      ))}
    </span>
  );
}
