import { Radio, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { setRetrieval } from '#contract/screening';
import { RETRIEVAL_STATES, type RetrievalState } from '#core/vocabulary';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import styles from './NoteDialog.module.css';
import type { RecordToScreen } from './useQueue.ts';

type Retrieval = NonNullable<RecordToScreen['retrieval']>;

const WORDS: Readonly<Record<RetrievalState, string>> = {
  sought: 'Still sought',
  retrieved: 'Retrieved: somebody has it, or it is at the address below',
  'not-retrieved': 'Not retrieved: it can’t be had',
};

export interface RetrievalDialogProps {
  readonly reviewId: string;
  readonly record: { readonly recordId: string; readonly title: string };
  readonly retrieval: Retrieval | null;
  readonly onSaved: (retrieval: Retrieval) => void;
  readonly onClose: () => void;
}

/** Says where a report's full text is, or why it could not be had; the flow diagram counts both. */
export function RetrievalDialog({ reviewId, record, retrieval, onSaved, onClose }: RetrievalDialogProps) {
  const queries = useQueryClient();
  const [state, setState] = useState<RetrievalState>(retrieval?.state ?? 'sought');
  const [url, setUrl] = useState(retrieval?.url ?? '');
  const [reason, setReason] = useState(retrieval?.notRetrievedReason ?? '');
  const next: Retrieval = {
    state,
    url: url.trim() === '' ? null : url.trim(),
    notRetrievedReason: state === 'not-retrieved' ? reason.trim() || null : null,
  };
  const saving = useMutation({
    mutationFn: () => call(setRetrieval, { params: { reviewId, recordId: record.recordId }, body: next }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['reviews', reviewId] });
      onSaved(next);
      onClose();
    },
  });
  const errors = useFieldErrors(saving.error, ['url', 'notRetrievedReason']);
  return (
    <Dialog title="Where is the full text?" onClose={onClose}>
      <form
        ref={errors.form}
        className={styles.form}
        noValidate
        onSubmit={event => {
          event.preventDefault();
          saving.mutate();
        }}
      >
        <p className="muted">{record.title}</p>
        <FormProblem problem={saving.error} errors={errors} />
        <Radio.Group
          label="State"
          value={state}
          onChange={value => setState(RETRIEVAL_STATES.find(one => one === value) ?? 'sought')}
        >
          <div className={styles.choices}>
            {RETRIEVAL_STATES.map(one => (
              <Radio key={one} value={one} label={WORDS[one]} />
            ))}
          </div>
        </Radio.Group>
        <TextInput
          name="url"
          type="url"
          inputMode="url"
          label="Address (optional)"
          placeholder="https://"
          description="For the whole team. Link to what everybody in the team may open."
          error={errors.of('url')}
          value={url}
          onChange={event => {
            setUrl(event.currentTarget.value);
            if (state === 'sought' && event.currentTarget.value.trim() !== '') setState('retrieved');
          }}
        />
        {state === 'not-retrieved' && (
          <Textarea
            name="notRetrievedReason"
            label="Why it can’t be had"
            description="It stands in the report’s list: no library has it, the authors did not answer."
            error={errors.of('notRetrievedReason')}
            autosize
            minRows={2}
            maxLength={500}
            value={reason}
            onChange={event => setReason(event.currentTarget.value)}
          />
        )}
        <ActionButton kind="primary" type="submit" isWorking={saving.isPending}>
          Save
        </ActionButton>
      </form>
    </Dialog>
  );
}
