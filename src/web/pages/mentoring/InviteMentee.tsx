import { Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { MentorTask } from '#core/people/vocabulary';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { toast } from '../../parts/toast.ts';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import styles from './Mentoring.module.css';
import { MENTOR_WORDS, usualRhythm } from './mentorWords.ts';
import { type Rhythm, RhythmFields } from './RhythmFields.tsx';
import { useInvitable, useInviteMentee } from './useMentoring.ts';

/** A mentor asks somebody whom they know here to be their mentee. */
export function InviteMentee({ tasks, onClose }: { tasks: readonly MentorTask[]; onClose: () => void }) {
  const known = useInvitable();
  const people = known.data?.people ?? [];
  const [menteeId, setMentee] = useState<string | null>(null);
  const [task, setTask] = useState<MentorTask>(tasks[0] ?? 'peer');
  const [meeting, setMeeting] = useState<Rhythm>({ rhythm: usualRhythm(task), everyWeeks: 2 });
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
            { menteeId, task, note, ...meeting },
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
            setMeeting({ ...meeting, rhythm: usualRhythm(chosen) });
          }}
        />
        <RhythmFields
          value={meeting}
          onChange={setMeeting}
          description="They choose the first day when they accept."
          weeksError={errors.of('everyWeeks')}
        />
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
