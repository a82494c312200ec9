import { SegmentedControl, Switch, Textarea } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { MENTOR_TASKS, type MentorTask } from '#core/people/vocabulary';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { toast } from '../../parts/toast.ts';
import { counted } from '../../words/counted.ts';
import styles from './Mentoring.module.css';
import { MENTOR_WORDS } from './mentorWords.ts';
import { useAsk, useMentors } from './useMentoring.ts';

/** Who has room for a task, nearest first with the reasons; a like path counts only at one's own wish. */
export function FindMentor({ onClose }: { onClose: () => void }) {
  const [task, setTask] = useState<MentorTask>('faculty');
  const [likePath, setLikePath] = useState(false);
  const [note, setNote] = useState('');
  const { data, error } = useMentors(task, likePath);
  const ask = useAsk();
  return (
    <Dialog title="Ask for a mentor" place="side" onClose={onClose}>
      <div className={styles.dialog}>
        <SegmentedControl
          aria-label="What for"
          data={MENTOR_TASKS.map(value => ({ value, label: MENTOR_WORDS[value].name }))}
          value={task}
          onChange={next => setTask(MENTOR_TASKS.find(one => one === next) ?? task)}
        />
        <p className={styles.quiet}>For {MENTOR_WORDS[task].isFor}. Nearest to your topics first.</p>
        <Switch
          label="Prefer a path like mine"
          checked={likePath}
          onChange={event => setLikePath(event.currentTarget.checked)}
        />
        <p className={styles.quiet}>
          School, language, visa: as far as mentors have shared it. Only you see that you chose it.
        </p>
        <Textarea
          label="What you write to them"
          description="Optional"
          autosize
          minRows={2}
          maxLength={2000}
          value={note}
          onChange={event => setNote(event.currentTarget.value)}
        />
        {(error ?? ask.error) && <ErrorNote problem={error ?? ask.error} />}
        {!data && !error && <Loading shape="lines" rows={3} />}
        {data?.mentors.length === 0 && (
          <p className={styles.quiet}>
            Nobody offers this yet. A word to your lead may help: anybody can be a mentor here.
          </p>
        )}
        <ul className={styles.mentors}>
          {data?.mentors.map(({ person, headline, about, free, reasons, may }) => (
            <li key={person.personId}>
              <div>
                <Link to="/people/$personId" params={{ personId: person.personId }}>
                  {person.name}
                </Link>
                {headline && <p className={styles.quiet}>{headline}</p>}
                {about && <p>{about}</p>}
                <p className={styles.quiet}>{[...reasons, `room for ${counted(free, 'mentee')}`].join('; ')}</p>
              </div>
              <ActionButton
                size="small"
                because={may.ask}
                becauseAt="tip"
                label={`Ask ${person.name}`}
                isWorking={ask.isPending}
                onClick={() =>
                  ask.mutate(
                    { mentorId: person.personId, task, note },
                    {
                      onSuccess: () => {
                        toast({ text: `${person.name} is asked` });
                        onClose();
                      },
                    },
                  )
                }
              >
                Ask
              </ActionButton>
            </li>
          ))}
        </ul>
        <ActionButton onClick={onClose}>Close</ActionButton>
      </div>
    </Dialog>
  );
}
