import { NumberInput, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import { kindOfOutcome } from '#core/extraction/kinds/outcomeKinds';
import { OUTCOME_KINDS, type OutcomeKind } from '#core/extraction/vocabulary';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import { kindWords, type Outcome, type OutcomeBody } from './extraction.ts';
import styles from './Rows.module.css';
import { useOutcomeDeeds } from './useExtraction.ts';

const isOf =
  (...takes: readonly string[]) =>
  (kind: OutcomeKind) =>
    takes.includes(kindOfOutcome(kind).takes);

/** The kinds by what they compare. */
const KIND_GROUPS = [
  { group: 'Groups compared', items: OUTCOME_KINDS.filter(isOf('arms', 'estimate')) },
  { group: 'Nothing compared', items: OUTCOME_KINDS.filter(isOf('whole')) },
  { group: 'With a model of its own', items: OUTCOME_KINDS.filter(isOf('own-model')) },
].map(({ group, items }) => ({ group, items: items.map(value => ({ value, label: kindWords(value) })) }));

/** What was measured, when, as which numbers, and which way is good. */
export function OutcomeDialog({
  reviewId,
  outcome,
  position,
  onClose,
}: {
  reviewId: string;
  outcome: Outcome | null;
  position: number;
  onClose: () => void;
}) {
  const { add, change } = useOutcomeDeeds(reviewId);
  const deed = outcome ? change : add;
  const errors = useFieldErrors(deed.error, ['name', 'timepoint', 'kind', 'unit']);
  const betterId = useId();
  const [fields, setFields] = useState<OutcomeBody>(
    outcome ?? { name: '', timepoint: '', kind: 'dichotomous', unit: '', isLowerBetter: true, position },
  );
  const unitOf = kindOfOutcome(fields.kind).unit;
  const set = (part: Partial<OutcomeBody>) => setFields(before => ({ ...before, ...part }));
  const send = () => {
    const { name, timepoint, kind, unit, isLowerBetter, windowFromDays, windowToDays } = fields;
    const body = {
      name,
      timepoint,
      kind,
      unit: unitOf === null ? '' : (unit ?? ''),
      isLowerBetter,
      position,
      windowFromDays,
      windowToDays,
    };
    if (outcome) change.mutate({ outcomeId: outcome.outcomeId, body }, { onSuccess: onClose });
    else add.mutate(body, { onSuccess: onClose });
  };
  return (
    <Dialog title={outcome ? 'Change the outcome' : 'Add an outcome'} onClose={onClose}>
      <form
        ref={errors.form}
        className={styles.form}
        onSubmit={event => {
          event.preventDefault();
          send();
        }}
      >
        <FormProblem problem={deed.error} errors={errors} />
        <TextInput
          label="Name"
          name="name"
          maxLength={200}
          value={fields.name}
          error={errors.of('name')}
          onChange={event => set({ name: event.currentTarget.value })}
        />
        <Select
          label="Numbers"
          name="kind"
          description={kindOfOutcome(fields.kind).about}
          data={KIND_GROUPS}
          allowDeselect={false}
          maxDropdownHeight={300}
          value={fields.kind}
          error={errors.of('kind')}
          comboboxProps={{ withinPortal: false }}
          onChange={next => {
            const kind = OUTCOME_KINDS.find((word): word is OutcomeKind => word === next);
            if (kind) set({ kind });
          }}
        />
        <TextInput
          label="Timepoint"
          name="timepoint"
          description="Optional: “6 months”, “end of follow-up”"
          maxLength={100}
          value={fields.timepoint ?? ''}
          error={errors.of('timepoint')}
          onChange={event => set({ timepoint: event.currentTarget.value })}
        />
        <div className={styles.twins}>
          <NumberInput
            label="Counts from day"
            name="windowFromDays"
            hideControls
            min={0}
            placeholder="any"
            value={fields.windowFromDays ?? ''}
            onChange={next => set({ windowFromDays: typeof next === 'number' ? next : null })}
          />
          <NumberInput
            label="To day"
            name="windowToDays"
            hideControls
            min={0}
            placeholder="any"
            value={fields.windowToDays ?? ''}
            onChange={next => set({ windowToDays: typeof next === 'number' ? next : null })}
          />
        </div>
        {unitOf !== null && (
          <TextInput
            label="Unit"
            name="unit"
            description={unitOf}
            maxLength={60}
            value={fields.unit ?? ''}
            error={errors.of('unit')}
            onChange={event => set({ unit: event.currentTarget.value })}
          />
        )}
        <div>
          <p id={betterId} className={styles.label}>
            Which way is good?
          </p>
          <SegmentedControl
            fullWidth
            aria-labelledby={betterId}
            data={[
              { value: 'lower', label: 'Lower is better' },
              { value: 'higher', label: 'Higher is better' },
            ]}
            value={fields.isLowerBetter ? 'lower' : 'higher'}
            onChange={next => set({ isLowerBetter: next === 'lower' })}
          />
        </div>
        <div className={styles.buttons}>
          <ActionButton onClick={onClose}>Not now</ActionButton>
          <ActionButton kind="primary" type="submit" isWorking={deed.isPending}>
            {outcome ? 'Save the outcome' : 'Add the outcome'}
          </ActionButton>
        </div>
      </form>
    </Dialog>
  );
}
