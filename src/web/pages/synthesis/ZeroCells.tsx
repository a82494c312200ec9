import { NumberInput } from '@mantine/core';
import type { AnalysisSpec } from '#core/synthesis/analysisSpec';
import { ZERO_CHOICES } from './choices.ts';
import { Pick } from './Pick.tsx';
import styles from './SettingsPanel.module.css';

/** What is added to a study's counts when one of them is zero, and where. */
export function ZeroCells({
  spec,
  onChange,
}: {
  spec: AnalysisSpec;
  onChange: (zeroCells: AnalysisSpec['zeroCells']) => void;
}) {
  const { add, to } = spec.zeroCells;
  return (
    <div className={styles.pair}>
      <Pick label="Zero cells" choices={ZERO_CHOICES} value={to} onPick={next => onChange({ add, to: next })} />
      <NumberInput
        label="Add"
        aria-label="Add to each cell"
        min={0}
        max={1}
        step={0.5}
        decimalScale={2}
        disabled={to === 'none'}
        value={add}
        onChange={next => typeof next === 'number' && next >= 0 && next <= 1 && onChange({ add: next, to })}
      />
    </div>
  );
}
