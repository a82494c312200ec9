import { MultiSelect, Radio, SegmentedControl, Select } from '@mantine/core';
import { useId } from 'react';
import type { Specification } from '#core/synthesis/specification';
import type { Characteristic, OutcomeData } from './plan.ts';
import styles from './SettingsPanel.module.css';

interface TabFieldsProps {
  readonly tab: string;
  readonly data: OutcomeData;
  readonly specification: Specification;
  readonly onSet: (part: Partial<Specification>) => void;
}

/** Settings that only the open tab reads, above those of the model. */
export function TabFields(props: TabFieldsProps) {
  const { tab, data } = props;
  const isWithout = data.characteristics.length === 0;
  if (tab === 'subgroups' && !isWithout) return <SubgroupFields {...props} />;
  if (tab === 'meta-regression' && !isWithout) {
    return (
      <MultiSelect
        label="Moderators"
        placeholder={props.specification.moderators.length === 0 ? 'Choose one' : ''}
        data={data.characteristics.map(({ id, name }) => ({ value: id, label: name }))}
        value={[...props.specification.moderators]}
        maxValues={6}
        clearable
        onChange={moderators => props.onSet({ moderators })}
      />
    );
  }
  if (tab === 'network') {
    return (
      <Select
        label="Reference"
        description="The treatment that the others are compared with."
        placeholder="The one of most studies"
        clearable
        data={[...data.treatments]}
        value={props.specification.reference}
        onChange={reference => props.onSet({ reference })}
      />
    );
  }
  return null;
}

function SubgroupFields({ data, specification, onSet }: TabFieldsProps) {
  const { subgroups } = specification;
  const varianceId = useId();
  const planned = data.characteristics.filter(({ isPlanned }) => isPlanned);
  const exploratory = data.characteristics.filter(({ isPlanned }) => !isPlanned);
  const option = ({ id, name, kind }: Characteristic) => (
    <Radio key={id} value={id} label={kind === 'number' ? `${name} (a number: better as meta-regression)` : name} />
  );
  return (
    <>
      <Radio.Group
        label="Divide by"
        value={subgroups?.by ?? ''}
        onChange={by => onSet({ subgroups: { by, tauSquared: subgroups?.tauSquared ?? 'common' } })}
      >
        {planned.length > 0 && <p className={styles.hint}>Set in the protocol</p>}
        <div className={styles.options}>{planned.map(option)}</div>
        {exploratory.length > 0 && <p className={styles.hint}>Exploratory</p>}
        <div className={styles.options}>{exploratory.map(option)}</div>
      </Radio.Group>
      {subgroups && (
        <div>
          <p id={varianceId} className={styles.label}>
            Variance between studies
          </p>
          <SegmentedControl
            fullWidth
            aria-labelledby={varianceId}
            data={[
              { value: 'common', label: 'Common' },
              { value: 'separate', label: 'Separate' },
            ]}
            value={subgroups.tauSquared}
            onChange={next =>
              onSet({ subgroups: { ...subgroups, tauSquared: next === 'separate' ? 'separate' : 'common' } })
            }
          />
          <p className={styles.hint}>
            {subgroups.tauSquared === 'common'
              ? 'Common: small groups borrow from the others.'
              : 'Separate: each group stands for itself; with few studies that is unsure.'}
          </p>
        </div>
      )}
      <hr className={styles.rule} />
    </>
  );
}
