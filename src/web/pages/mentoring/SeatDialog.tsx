import { Checkbox, NumberInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import { MENTOR_TASKS, type MentorTask } from '#core/people/vocabulary';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import styles from './Mentoring.module.css';
import { MENTOR_WORDS } from './mentorWords.ts';
import { type Mentoring, useSaveSeat } from './useMentoring.ts';

const MOST = 12;

/** What one offers as a mentor, and for how many. */
export function SeatDialog({ seat, onClose }: { seat: Mentoring['seat']; onClose: () => void }) {
  const [tasks, setTasks] = useState<readonly MentorTask[]>(seat?.tasks ?? []);
  const [capacity, setCapacity] = useState(seat?.capacity ?? 2);
  const [about, setAbout] = useState(seat?.about ?? '');
  const save = useSaveSeat();
  const errors = useFieldErrors(save.error, ['capacity', 'about']);
  return (
    <Dialog title="What you offer as a mentor" onClose={onClose}>
      <form
        ref={errors.form}
        className={styles.dialog}
        onSubmit={event => {
          event.preventDefault();
          save.mutate({ tasks: [...tasks], capacity, about }, { onSuccess: onClose });
        }}
      >
        <FormProblem problem={save.error} errors={errors} />
        <Checkbox.Group
          label="As"
          value={[...tasks]}
          onChange={next => setTasks(MENTOR_TASKS.filter(task => next.includes(task)))}
        >
          {MENTOR_TASKS.map(task => (
            <Checkbox
              key={task}
              value={task}
              mt={8}
              label={`${MENTOR_WORDS[task].name}: ${MENTOR_WORDS[task].isFor}`}
            />
          ))}
        </Checkbox.Group>
        <NumberInput
          label="For how many at once"
          description="0 takes nobody new; who you have stays."
          name="capacity"
          min={0}
          max={MOST}
          value={capacity}
          error={errors.of('capacity')}
          onChange={next => setCapacity(typeof next === 'number' ? next : capacity)}
        />
        <Textarea
          label="About it"
          description="Whoever looks for a mentor reads it."
          name="about"
          autosize
          minRows={3}
          maxLength={2000}
          value={about}
          error={errors.of('about')}
          onChange={event => setAbout(event.currentTarget.value)}
        />
        <div className={styles.buttons}>
          <ActionButton onClick={onClose}>Leave it</ActionButton>
          <ActionButton type="submit" kind="primary" isWorking={save.isPending}>
            Save
          </ActionButton>
        </div>
      </form>
    </Dialog>
  );
}
