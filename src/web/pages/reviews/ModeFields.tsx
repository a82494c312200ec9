import { NumberInput, SegmentedControl } from '@mantine/core';
import type { ScreeningMode, Stage } from '#core/vocabulary';
import styles from './ModeFields.module.css';

/** How a stage is screened, as the form holds it. */
export interface StageMode {
  readonly mode: ScreeningMode;
  readonly sharePercent: number;
}
export type Modes = Readonly<Record<Stage, StageMode>>;

export const USUAL_MODES: Modes = {
  'title-and-abstract': { mode: 'double', sharePercent: 10 },
  'full-text': { mode: 'double', sharePercent: 10 },
};

const STAGES_HERE = [
  { stage: 'title-and-abstract', name: 'Titles and abstracts', unit: 'records' },
  { stage: 'full-text', name: 'Full texts', unit: 'reports' },
] as const;

const CHOICES: readonly { value: ScreeningMode; label: string }[] = [
  { value: 'double', label: 'Two, blind' },
  { value: 'share', label: 'Two for a share' },
  { value: 'single', label: 'One' },
];

/** How many people screen each record of a stage. */
export function ModeFields({ modes, onChange }: { modes: Modes; onChange: (modes: Modes) => void }) {
  const change = (stage: Stage, part: Partial<StageMode>) =>
    onChange({ ...modes, [stage]: { ...modes[stage], ...part } });
  return (
    <fieldset className={styles.fields}>
      <legend className={styles.legend}>Screeners for each record</legend>
      {STAGES_HERE.map(({ stage, name, unit }) => (
        <div key={stage} className={styles.stage}>
          <div className={styles.row}>
            <span id={`mode-${stage}`}>{name}</span>
            <SegmentedControl
              aria-labelledby={`mode-${stage}`}
              data={[...CHOICES]}
              value={modes[stage].mode}
              onChange={value => change(stage, { mode: CHOICES.find(one => one.value === value)?.value ?? 'double' })}
            />
          </div>
          {modes[stage].mode === 'share' && (
            <NumberInput
              label="Share with a second person"
              description={`Drawn by lot: about so many of a hundred ${unit}. Nobody is told which.`}
              suffix=" %"
              min={1}
              max={99}
              clampBehavior="strict"
              allowDecimal={false}
              value={modes[stage].sharePercent}
              onChange={value => {
                if (typeof value === 'number' && value >= 1 && value <= 99) change(stage, { sharePercent: value });
              }}
            />
          )}
        </div>
      ))}
      <p className={styles.hint}>
        With two, neither sees what the other chose until both have decided. PRISMA asks you to report it.
      </p>
    </fieldset>
  );
}

/** The form's modes as the server takes them. */
export function modesBody(modes: Modes) {
  return {
    titleAndAbstractMode: modes['title-and-abstract'].mode,
    titleAndAbstractSharePercent: modes['title-and-abstract'].sharePercent,
    fullTextMode: modes['full-text'].mode,
    fullTextSharePercent: modes['full-text'].sharePercent,
  };
}
