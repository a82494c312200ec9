import { Checkbox, SegmentedControl, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import { ActionButton } from '../../../parts/ActionButton.tsx';
import { Dialog } from '../../../parts/Dialog.tsx';
import { FormProblem } from '../../../parts/FormProblem.tsx';
import { useFieldErrors } from '../../../parts/useFieldErrors.ts';
import styles from './Characteristics.module.css';
import type { Characteristic } from './characteristic.ts';
import { type CharacteristicBody, useCharacteristicDeeds } from './useCharacteristicDeeds.ts';

/** What a characteristic is called, whether it is a number or a word, and whether the protocol named it. */
export function CharacteristicDialog({
  reviewId,
  characteristic,
  position,
  onClose,
}: {
  reviewId: string;
  characteristic: Characteristic | null;
  position: number;
  onClose: () => void;
}) {
  const { add, change, remove } = useCharacteristicDeeds(reviewId);
  const deed = characteristic ? change : add;
  const problem = deed.error ?? remove.error;
  const errors = useFieldErrors(problem, ['name', 'kind', 'unit']);
  const kindId = useId();
  const [fields, setFields] = useState<CharacteristicBody>(
    characteristic ?? { name: '', kind: 'number', unit: '', isPlanned: false, position },
  );
  const set = (part: Partial<CharacteristicBody>) => setFields(before => ({ ...before, ...part }));
  const send = () => {
    const { name, kind, unit, isPlanned } = fields;
    const body = {
      name,
      kind,
      unit: kind === 'number' ? unit : '',
      isPlanned,
      position: characteristic?.position ?? position,
    };
    if (characteristic) {
      change.mutate({ characteristicId: characteristic.characteristicId, body }, { onSuccess: onClose });
    } else add.mutate(body, { onSuccess: onClose });
  };
  return (
    <Dialog title={characteristic ? `Change ${characteristic.name}` : 'Add a characteristic'} onClose={onClose}>
      <form
        ref={errors.form}
        className={styles.form}
        onSubmit={event => {
          event.preventDefault();
          send();
        }}
      >
        <FormProblem problem={problem} errors={errors} />
        <TextInput
          label="Name"
          name="name"
          description="“Absolute latitude”, “Way of allocation”"
          maxLength={120}
          value={fields.name}
          error={errors.of('name')}
          onChange={event => set({ name: event.currentTarget.value })}
        />
        <div>
          <p id={kindId} className={styles.label}>
            It is
          </p>
          <SegmentedControl
            fullWidth
            aria-labelledby={kindId}
            data={[
              { value: 'number', label: 'A number' },
              { value: 'category', label: 'A word' },
            ]}
            value={fields.kind}
            onChange={next => set({ kind: next === 'category' ? 'category' : 'number' })}
          />
        </div>
        {fields.kind === 'number' && (
          <TextInput
            label="Unit"
            name="unit"
            description="Optional: “°”, “mg”, “years”"
            maxLength={60}
            value={fields.unit ?? ''}
            error={errors.of('unit')}
            onChange={event => set({ unit: event.currentTarget.value })}
          />
        )}
        <Checkbox
          label="Named in the protocol"
          description="Analyses by any other characteristic are marked exploratory."
          checked={fields.isPlanned ?? false}
          onChange={event => set({ isPlanned: event.currentTarget.checked })}
        />
        <div className={styles.buttons}>
          {characteristic && (
            <ActionButton
              kind="quiet"
              isWorking={remove.isPending}
              onClick={() => remove.mutate(characteristic.characteristicId, { onSuccess: onClose })}
            >
              Remove with its values
            </ActionButton>
          )}
          <ActionButton onClick={onClose}>Not now</ActionButton>
          <ActionButton kind="primary" type="submit" isWorking={deed.isPending}>
            {characteristic ? 'Save the change' : 'Add the characteristic'}
          </ActionButton>
        </div>
      </form>
    </Dialog>
  );
}
