import { Checkbox, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { addLabel, getRemarks, listLabels, putLabel, takeLabel } from '#contract/remarks';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import styles from './NoteDialog.module.css';

/** Labels on the record at hand: one's own ticks; what others put on opens with their decisions. */
export function LabelDialog({
  reviewId,
  recordId,
  onClose,
}: {
  reviewId: string;
  recordId: string;
  onClose: () => void;
}) {
  const queries = useQueryClient();
  const labels = useQuery({
    queryKey: ['reviews', reviewId, 'labels'],
    queryFn: ({ signal }) => call(listLabels, { params: { reviewId }, signal }),
  });
  const remarks = useQuery({
    queryKey: ['reviews', reviewId, 'remarks', recordId],
    queryFn: ({ signal }) => call(getRemarks, { params: { reviewId, recordId }, signal }),
  });
  const [name, setName] = useState('');
  const [isOwn, setIsOwn] = useState(true);
  const refresh = () => queries.invalidateQueries({ queryKey: ['reviews', reviewId] });
  const tick = useMutation({
    mutationFn: ({ labelId, isOn }: { labelId: string; isOn: boolean }) =>
      call(isOn ? putLabel : takeLabel, { params: { reviewId, recordId, labelId } }),
    onSuccess: refresh,
  });
  const add = useMutation({
    mutationFn: async () => {
      const { id } = await call(addLabel, {
        params: { reviewId },
        body: { name: name.trim(), tint: 'blue', audience: isOwn ? 'own' : 'shared' },
      });
      await call(putLabel, { params: { reviewId, recordId, labelId: id } });
    },
    onSuccess: async () => {
      setName('');
      await refresh();
    },
  });
  const errors = useFieldErrors(add.error, ['name']);
  const mine = new Set(remarks.data?.labels.filter(one => one.isMine).map(one => one.labelId));
  return (
    <Dialog title="Labels on this record" onClose={onClose}>
      {labels.isError && <ErrorNote problem={labels.error} onRetry={() => void labels.refetch()} />}
      {(labels.isPending || remarks.isPending) && <Loading shape="lines" rows={3} />}
      <div className={styles.form}>
        {labels.data?.labels.map(label => (
          <Checkbox
            key={label.labelId}
            label={label.audience === 'own' ? `${label.name} (only for me)` : label.name}
            checked={mine.has(label.labelId)}
            disabled={labels.data.may.annotate !== null}
            onChange={event => tick.mutate({ labelId: label.labelId, isOn: event.currentTarget.checked })}
          />
        ))}
        <form
          ref={errors.form}
          className={styles.form}
          onSubmit={event => {
            event.preventDefault();
            if (name.trim() !== '' && !add.isPending) add.mutate();
          }}
        >
          <FormProblem problem={add.error ?? tick.error} errors={errors} />
          <TextInput
            label="A new label"
            name="name"
            maxLength={40}
            error={errors.of('name')}
            value={name}
            onChange={event => setName(event.currentTarget.value)}
          />
          <Checkbox label="Only for me" checked={isOwn} onChange={event => setIsOwn(event.currentTarget.checked)} />
          <p className="muted">Others see what you label when they may see your decisions, not before.</p>
          <ActionButton
            type="submit"
            isWorking={add.isPending}
            because={labels.data?.may.annotate ?? (name.trim() === '' ? 'Write a name first.' : null)}
          >
            Make it and put it on
          </ActionButton>
        </form>
      </div>
    </Dialog>
  );
}
