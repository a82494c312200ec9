import { MultiSelect, Radio, SegmentedControl, Select } from '@mantine/core';
import { useId } from 'react';
import { interactionOf, isInteraction, partsOf } from '#core/synthesis/moderatorTerms';
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
    return <ModeratorFields {...props} />;
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

/** Moderators, and which two of them may depend on each other. */
function ModeratorFields({ data, specification, onSet }: TabFieldsProps) {
  const words = specification.moderators;
  const alone = words.filter(word => !isInteraction(word));
  const interactions = words.filter(isInteraction);
  const set = (next: readonly string[], together: readonly string[]) =>
    // An interaction goes with either of its moderators.
    onSet({ moderators: [...next, ...together.filter(word => partsOf(word).every(id => next.includes(id)))] });
  const nameOf = (id: string) => data.characteristics.find(one => one.id === id)?.name ?? id;
  const pairs = alone.flatMap((first, place) =>
    alone.slice(place + 1).map(second => {
      const reversed = interactionOf([second, first]);
      return {
        value: interactions.includes(reversed) ? reversed : interactionOf([first, second]),
        label: `${nameOf(first)} × ${nameOf(second)}`,
      };
    }),
  );
  // Other programs may have asked for one of three.
  const unlisted = interactions
    .filter(word => !pairs.some(({ value }) => value === word))
    .map(value => ({ value, label: partsOf(value).map(nameOf).join(' × ') }));
  return (
    <>
      <MultiSelect
        label="Moderators"
        placeholder={alone.length === 0 ? 'Choose one' : ''}
        data={data.characteristics.map(({ id, name }) => ({ value: id, label: name }))}
        value={alone}
        maxValues={6}
        clearable
        onChange={next => set(next, interactions)}
      />
      {pairs.length + unlisted.length > 0 && (
        <MultiSelect
          label="Interactions"
          description="Does the effect of one depend on the other? Each needs ten more studies."
          placeholder={interactions.length === 0 ? 'None' : ''}
          data={[...pairs, ...unlisted]}
          value={interactions}
          maxValues={6}
          clearable
          onChange={next => set(alone, next)}
        />
      )}
    </>
  );
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
        {data.hasArmKinds && planned.length > 0 && <p className={styles.hint}>Set in the protocol</p>}
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
