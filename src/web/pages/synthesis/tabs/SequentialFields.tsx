import { Checkbox, NumberInput, Select } from '@mantine/core';
import { decimalText } from '#core/reporting/numbers';
import { controlRiskOf, deviationOf } from '#core/synthesis/sequential/plannedFromStudies';
import type { SequentialKind } from '#core/synthesis/sequential/sequentialAnalysis';
import type { OutcomeData } from '../plan.ts';
import { ADJUSTED_FOR, type TypedPlan } from '../sequentialPlan.ts';
import styles from './SequentialPart.module.css';

/** What a protocol names before anybody looks. */
export function SequentialFields({
  kind,
  data,
  typed,
  onType,
}: {
  kind: SequentialKind;
  data: OutcomeData;
  typed: TypedPlan;
  onType: (part: Partial<TypedPlan>) => void;
}) {
  const isRisk = kind === 'risk';
  const unit = data.outcome.unit ? `, ${data.outcome.unit}` : '';
  const numbers = data.studies.map(study => study.numbers);
  const found = isRisk ? controlRiskOf(numbers) : deviationOf(numbers);
  const own = found.estimable ? (isRisk ? decimalText(100 * found.value, 1) : decimalText(found.value, 2)) : '';
  const fields = [
    {
      key: 'effect',
      label: isRisk
        ? `Relative ${data.outcome.isLowerBetter ? 'reduction' : 'increase'}, %`
        : `Difference to find${unit}`,
      description: isRisk ? 'Worth finding. 20 % is custom, not a law.' : 'The smallest that matters to patients.',
      placeholder: '',
    },
    {
      key: 'usual',
      label: isRisk ? `Risk, ${data.armNames.second}, %` : `Standard deviation${unit}`,
      description: own ? `Empty: ${own}, as in the data.` : 'Not in the data: type it.',
      placeholder: own,
    },
    { key: 'alpha', label: 'Alpha, %', description: 'Finding what isn’t there, both sides.', placeholder: '' },
    { key: 'power', label: 'Power, %', description: 'Finding what is there.', placeholder: '' },
  ] as const;
  return (
    <div className={styles.fields}>
      {fields.map(({ key, label, description, placeholder }) => (
        <NumberInput
          key={key}
          label={label}
          description={description}
          placeholder={placeholder}
          value={typed[key] === '' ? '' : Number(typed[key])}
          min={0}
          hideControls
          onChange={value => onType({ [key]: String(value) })}
        />
      ))}
      <Select
        label="Size enlarged for"
        description="Trials that differ need more people."
        data={ADJUSTED_FOR.map(one => ({ ...one }))}
        value={typed.adjustedFor}
        allowDeselect={false}
        onChange={value => {
          const chosen = ADJUSTED_FOR.find(one => one.value === value);
          if (chosen) onType({ adjustedFor: chosen.value });
        }}
      />
      {typed.adjustedFor === 'own' && (
        <NumberInput
          label="That share, %"
          description="As the protocol names it."
          value={typed.share === '' ? '' : Number(typed.share)}
          min={0}
          max={99}
          hideControls
          onChange={value => onType({ share: String(value) })}
        />
      )}
      <Checkbox
        className={styles.tick}
        label="Boundaries for giving up"
        description="Below them the effect to find is hardly there."
        checked={typed.hasFutility}
        onChange={event => onType({ hasFutility: event.currentTarget.checked })}
      />
    </div>
  );
}
