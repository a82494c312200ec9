import { Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { LinkButton } from '../../parts/LinkButton.tsx';
import { Section } from '../../parts/Section.tsx';
import { TickBox } from '../../parts/TickBox.tsx';
import { toast } from '../../parts/toast.ts';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import { day } from '../../words/day.ts';
import styles from './Mentoring.module.css';
import { type Goal, useAddGoal, useChangeGoal, useRemoveGoal } from './useMentoring.ts';

/** One's own goals by their days; reached ones are struck through. */
export function Goals({ goals }: { goals: readonly Goal[] }) {
  const [isNew, setNew] = useState(false);
  const change = useChangeGoal();
  const remove = useRemoveGoal();
  const add = useAddGoal();
  const today = new Date().toISOString().slice(0, 10);
  return (
    <aside>
      <Section title="Goals" aside={<LinkButton onClick={() => setNew(true)}>New goal</LinkButton>}>
        {(change.error ?? remove.error) && <ErrorNote problem={change.error ?? remove.error} />}
        {goals.length === 0 && (
          <p className={styles.quiet}>Protocol registered, abstract sent, an exam: with a day, so that it comes.</p>
        )}
        <ul className={styles.plain}>
          {goals.map(({ goalId, text, dueOn, isShared, reachedAt }) => (
            <li key={goalId} data-done={reachedAt !== null || undefined}>
              <TickBox
                label={`Reached: ${text}`}
                isTicked={reachedAt !== null}
                onToggle={() => change.mutate({ goalId, body: { isReached: reachedAt === null } })}
              />
              <span className={styles.first}>
                {text}
                <span className={styles.quiet}>
                  {!isShared && 'yours alone '}
                  <LinkButton
                    label={`Remove the goal ${text}`}
                    onClick={() =>
                      remove.mutate(goalId, {
                        onSuccess: () =>
                          toast({
                            text: 'Goal removed',
                            undo: { word: 'Bring it back', deed: () => add.mutate({ text, dueOn, isShared }) },
                          }),
                      })
                    }
                  >
                    Remove
                  </LinkButton>
                </span>
              </span>
              {dueOn && (
                <span className={styles.due} data-late={(reachedAt === null && dueOn < today) || undefined}>
                  {day(dueOn, 'short')}
                </span>
              )}
            </li>
          ))}
        </ul>
      </Section>
      {isNew && <NewGoal onClose={() => setNew(false)} />}
    </aside>
  );
}

function NewGoal({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState('');
  const [dueOn, setDue] = useState('');
  const [isShared, setShared] = useState(true);
  const add = useAddGoal();
  const errors = useFieldErrors(add.error, ['text', 'dueOn']);
  return (
    <Dialog title="A goal" onClose={onClose}>
      <form
        ref={errors.form}
        className={styles.dialog}
        onSubmit={event => {
          event.preventDefault();
          add.mutate({ text, dueOn: dueOn || null, isShared }, { onSuccess: onClose });
        }}
      >
        <FormProblem problem={add.error} errors={errors} />
        <TextInput
          label="What you want to reach"
          name="text"
          maxLength={300}
          value={text}
          error={errors.of('text')}
          onChange={event => setText(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label="By"
          name="dueOn"
          value={dueOn}
          error={errors.of('dueOn')}
          onChange={event => setDue(event.currentTarget.value)}
        />
        <Switch
          label="My mentors may see it"
          checked={isShared}
          onChange={event => setShared(event.currentTarget.checked)}
        />
        <div className={styles.buttons}>
          <ActionButton onClick={onClose}>Leave it</ActionButton>
          <ActionButton type="submit" kind="primary" isWorking={add.isPending}>
            Set the goal
          </ActionButton>
        </div>
      </form>
    </Dialog>
  );
}
