import { Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { QuestionChange } from '#core/protocol/compareQuestions';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { Note } from '../../parts/Note.tsx';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import { counted } from '../../words/counted.ts';
import { ChangeList } from './ChangeList.tsx';
import styles from './SaveVersionDialog.module.css';

export interface SaveVersionDialogProps {
  readonly version: number;
  readonly changes: readonly QuestionChange[];
  readonly isStringChanged: boolean;
  /** Mistakes in the string; it may be saved with them, since it belongs to its author. */
  readonly mistakes: number;
  /** Screening has begun: the change needs its reason. */
  readonly needsReason: boolean;
  readonly isWorking: boolean;
  readonly problem: unknown;
  readonly onSave: (reason: string) => void;
  readonly onClose: () => void;
}

/** A version binds the team: what it changes, and why. */
export function SaveVersionDialog(props: SaveVersionDialogProps) {
  const [reason, setReason] = useState('');
  const errors = useFieldErrors(props.problem, ['reason']);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!props.isWorking) props.onSave(reason);
  };
  return (
    <Dialog title={`Save version ${props.version} of the question?`} onClose={props.onClose}>
      <form ref={errors.form} className={styles.form} onSubmit={send} noValidate>
        <FormProblem problem={props.problem} errors={errors} />
        {props.version > 1 && <ChangeList changes={props.changes} isStringChanged={props.isStringChanged} />}
        {props.mistakes > 0 && (
          <Note kind="warn" claim={`The string has ${counted(props.mistakes, 'mistake')}.`}>
            It is saved as it is. PubMed may read it otherwise than it looks.
          </Note>
        )}
        <Textarea
          label={props.needsReason ? 'Why' : 'Why, optional'}
          name="reason"
          description={
            props.needsReason
              ? 'Screening has begun, so the report must say why the question changed.'
              : props.version > 1
                ? 'Stands beside the version, and in the report as an amendment to the protocol.'
                : 'Stands beside the version.'
          }
          autosize
          minRows={2}
          maxLength={1000}
          value={reason}
          error={errors.of('reason')}
          onChange={event => setReason(event.target.value)}
        />
        <div className={styles.buttons}>
          <ActionButton onClick={props.onClose}>Not yet</ActionButton>
          <ActionButton type="submit" kind="primary" isWorking={props.isWorking}>
            {`Save version ${props.version}`}
          </ActionButton>
        </div>
      </form>
    </Dialog>
  );
}
