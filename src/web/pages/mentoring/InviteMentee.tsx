import { NumberInput, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { CHECK_IN_RHYTHMS, type CheckInRhythm, type MentorTask } from '#core/people/vocabulary';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { toast } from '../../parts/toast.ts';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import styles from './Mentoring.module.css';
import { MENTOR_WORDS, RHYTHM_WORDS } from './mentorWords.ts';
import { useInvitable, useInviteMentee } from './useMentoring.ts';

const MOST_WEEKS = 13;

/** A mentor asks somebody whom they know here to be their mentee. */
export function InviteMentee({ tasks, onClose }: { tasks: readonly MentorTask[]; onClose: () => void }) {
  const known = useInvitable();
  const people = known.data?.people ?? [];
  const [menteeId, setMentee] = useState<string | null>(null);
  const [task, setTask] = useState<MentorTask>(tasks[0] ?? 'peer');
  const [rhythm, setRhythm] = useState<CheckInRhythm>(usualRhythm(task));
  const [everyWeeks, setWeeks] = useState(2);
  const [note, setNote] = useState('');
  const invite = useInviteMentee();
  const errors = useFieldErrors(invite.error, ['menteeId', 'everyWeeks', 'note']);
  return (
    <Dialog title="Invite a mentee" onClose={onClose}>
      <form
        ref={errors.form}
        className={styles.dialog}
        onSubmit={event => {
          event.preventDefault();
          const name = people.find(one => one.personId === menteeId)?.name ?? '';
          if (menteeId === null) return;
          invite.mutate(
            { menteeId, task, note, rhythm, everyWeeks },
            {
              onSuccess: () => {
                toast({ text: `${name} is invited` });
                onClose();
              },
            },
          );
        }}
      >
        {known.error && <ErrorNote problem={known.error} />}
        <FormProblem problem={invite.error} errors={errors} />
        <Select
          label="Whom"
          description="People of your projects, applications, mentorships and communities."
          name="menteeId"
          placeholder="Choose a name"
          searchable
          required
          withAsterisk={false}
          comboboxProps={{ withinPortal: false }}
          nothingFoundMessage="Nobody of that name. Somebody else may ask you: they find you under Ask for a mentor."
          error={errors.of('menteeId')}
          data={people.map(one => ({
            value: one.personId,
            label: one.headline ? `${one.name} · ${one.headline}` : one.name,
          }))}
          value={menteeId}
          onChange={setMentee}
        />
        <Select
          label="As their"
          comboboxProps={{ withinPortal: false }}
          data={tasks.map(value => ({ value, label: `${MENTOR_WORDS[value].name}: ${MENTOR_WORDS[value].isFor}` }))}
          value={task}
          allowDeselect={false}
          onChange={next => {
            const chosen = tasks.find(one => one === next) ?? task;
            setTask(chosen);
            setRhythm(usualRhythm(chosen));
          }}
        />
        <Select
          label="Check-ins"
          description="They choose the first day when they accept."
          comboboxProps={{ withinPortal: false }}
          data={CHECK_IN_RHYTHMS.map(value => ({ value, label: RHYTHM_WORDS[value] }))}
          value={rhythm}
          allowDeselect={false}
          onChange={next => setRhythm(CHECK_IN_RHYTHMS.find(one => one === next) ?? rhythm)}
        />
        {rhythm === 'own' && (
          <NumberInput
            label="Weeks between two"
            name="everyWeeks"
            min={1}
            max={MOST_WEEKS}
            value={everyWeeks}
            error={errors.of('everyWeeks')}
            onChange={next => setWeeks(typeof next === 'number' ? next : everyWeeks)}
          />
        )}
        <Textarea
          label={
            <>
              What you write to them <span className="muted">optional</span>
            </>
          }
          name="note"
          autosize
          minRows={3}
          maxLength={2000}
          value={note}
          error={errors.of('note')}
          onChange={event => setNote(event.currentTarget.value)}
        />
        <div className={styles.buttons}>
          <ActionButton onClick={onClose}>Not yet</ActionButton>
          <ActionButton
            type="submit"
            kind="primary"
            because={menteeId === null ? 'Choose whom you invite' : null}
            isWorking={invite.isPending}
          >
            Invite them
          </ActionButton>
        </div>
      </form>
    </Dialog>
  );
}

/** Faculty meet in months 1, 3 and 6; the others weekly at first. */
function usualRhythm(task: MentorTask): CheckInRhythm {
  return task === 'faculty' ? 'months-1-3-6' : 'weekly-then-monthly';
}
