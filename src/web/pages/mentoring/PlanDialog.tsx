import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import styles from './Mentoring.module.css';
import { type CheckIn, usePlan } from './useMentoring.ts';

/** Day, hour and place of one check-in. The hour is the reader's own; the other one sees it in theirs. */
export function PlanDialog({ checkIn, onClose }: { checkIn: CheckIn; onClose: () => void }) {
  const [onDay, setDay] = useState(checkIn.onDay);
  const [hour, setHour] = useState(checkIn.startsAt ? hourOf(new Date(checkIn.startsAt)) : '');
  const [place, setPlace] = useState(checkIn.place);
  const plan = usePlan(checkIn.checkInId);
  const errors = useFieldErrors(plan.error, ['onDay', 'startsAt', 'place']);
  return (
    <Dialog title="When and where you meet" onClose={onClose}>
      <form
        ref={errors.form}
        className={styles.dialog}
        onSubmit={event => {
          event.preventDefault();
          const startsAt = hour === '' ? null : new Date(`${onDay}T${hour}`).toISOString();
          plan.mutate({ onDay, startsAt, place }, { onSuccess: onClose });
        }}
      >
        <FormProblem problem={plan.error} errors={errors} />
        <TextInput
          type="date"
          label="Day"
          name="onDay"
          required
          value={onDay}
          error={errors.of('onDay')}
          onChange={event => setDay(event.currentTarget.value)}
        />
        <TextInput
          type="time"
          label="Hour, in your time"
          name="startsAt"
          value={hour}
          error={errors.of('startsAt')}
          onChange={event => setHour(event.currentTarget.value)}
        />
        <TextInput
          label="Place"
          description="A link or a room"
          name="place"
          maxLength={300}
          value={place}
          error={errors.of('place')}
          onChange={event => setPlace(event.currentTarget.value)}
        />
        <div className={styles.buttons}>
          <ActionButton onClick={onClose}>Leave it</ActionButton>
          <ActionButton type="submit" kind="primary" isWorking={plan.isPending}>
            Save
          </ActionButton>
        </div>
      </form>
    </Dialog>
  );
}

function hourOf(when: Date): string {
  return `${String(when.getHours()).padStart(2, '0')}:${String(when.getMinutes()).padStart(2, '0')}`;
}
