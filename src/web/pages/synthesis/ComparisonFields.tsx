import { MultiSelect } from '@mantine/core';
import type { Specification } from '#core/synthesis/specification';
import { LinkButton } from '../../parts/LinkButton.tsx';
import type { OutcomeData } from './plan.ts';
import styles from './SettingsPanel.module.css';

/** Which treatments are compared, by the names of arms. Several on one side are combined within each study. */
export function ComparisonFields({
  data,
  comparison,
  onChange,
}: {
  data: OutcomeData;
  comparison: Specification['comparison'];
  onChange: (comparison: Specification['comparison']) => void;
}) {
  if (!comparison) {
    const [first = '', second = ''] = data.treatments;
    return (
      <div>
        <p className={styles.label}>Comparison</p>
        <p className={styles.hint}>Intervention against comparator, as each arm was extracted.</p>
        <LinkButton onClick={() => onChange({ first: [first], second: [second] })}>Compare by treatment</LinkButton>
      </div>
    );
  }
  const set = (part: Partial<NonNullable<Specification['comparison']>>) => {
    const next = { ...comparison, ...part };
    // A side without a treatment compares nothing: the last one stays.
    if (next.first.length > 0 && next.second.length > 0) onChange(next);
  };
  return (
    <div className={styles.fields}>
      <MultiSelect
        label="Treatment"
        data={data.treatments.filter(name => !comparison.second.includes(name))}
        value={[...comparison.first]}
        onChange={first => set({ first })}
      />
      <MultiSelect
        label="Against"
        data={data.treatments.filter(name => !comparison.first.includes(name))}
        value={[...comparison.second]}
        onChange={second => set({ second })}
      />
      {data.hasArmKinds && <LinkButton onClick={() => onChange(null)}>Back to the kinds of arms</LinkButton>}
    </div>
  );
}
