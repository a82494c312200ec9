import { SegmentedControl } from '@mantine/core';
import type { ScreeningMode, Stage } from '#core/vocabulary';
import styles from './ModeFields.module.css';

export type Modes = Readonly<Record<Stage, ScreeningMode>>;

const STAGES_HERE = [
  { stage: 'title-and-abstract', name: 'Titles and abstracts' },
  { stage: 'full-text', name: 'Full texts' },
] as const;

const CHOICES = [
  { value: 'double', label: 'Two, blind' },
  { value: 'single', label: 'One' },
];

/** How many people screen each record of a stage. */
export function ModeFields({ modes, onChange }: { modes: Modes; onChange: (modes: Modes) => void }) {
  return (
    <fieldset className={styles.fields}>
      <legend className={styles.legend}>Screeners for each record</legend>
      {STAGES_HERE.map(({ stage, name }) => (
        <div key={stage} className={styles.row}>
          <span id={`mode-${stage}`}>{name}</span>
          <SegmentedControl
            aria-labelledby={`mode-${stage}`}
            data={CHOICES}
            value={modes[stage]}
            onChange={value => onChange({ ...modes, [stage]: value === 'single' ? 'single' : 'double' })}
          />
        </div>
      ))}
      <p className={styles.hint}>
        With two, neither sees what the other chose until both have decided. PRISMA asks you to report it.
      </p>
    </fieldset>
  );
}
