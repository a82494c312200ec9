import { Link } from '@tanstack/react-router';
import { StageMark, type StageState } from './StageMark.tsx';
import styles from './Stepper.module.css';

export interface Step {
  readonly name: string;
  readonly state: StageState;
  /** 0 to 1, of a stage under way. */
  readonly share?: number;
  /** One count ("1,243", "v3"), a dash before there is any. */
  readonly figure: string;
  /** One unit, or what the stage waits for. */
  readonly unit: string;
  readonly to?: string;
}

/** The nine marks of a review: where it stands, and what each stage waits for. Upright on the phone. */
export function Stepper({ steps, label = 'Stages of the review' }: { steps: readonly Step[]; label?: string }) {
  return (
    <ol className={styles.steps} aria-label={label}>
      {steps.map(step => (
        <li key={step.name} className={styles.step} data-state={step.state}>
          <span className={styles.way}>
            <StageMark state={step.state} share={step.share ?? 0} />
            <span className={styles.line}>
              {step.state === 'under-way' && <span style={{ width: `${Math.round((step.share ?? 0) * 100)}%` }} />}
            </span>
          </span>
          <span className={styles.name}>{step.to ? <Link to={step.to}>{step.name}</Link> : step.name}</span>
          <span className={styles.count}>{step.figure}</span>
          <span className={styles.unit}>{step.unit}</span>
        </li>
      ))}
    </ol>
  );
}
