import { Checkbox, TextInput } from '@mantine/core';
import { IconBookmark } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { keepFilter } from '#contract/keptFilters';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { toast } from '../../parts/toast.ts';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import styles from './KeepSearch.module.css';
import { useKeptFilters } from './useKeptFilters.ts';
import { askedFilters, countFilters, type RecordFilters } from './useRecordFilters.ts';

/** Keeps the words and filters of the list under a name, for oneself or for the team. */
export function KeepSearch({ reviewId, filters }: { reviewId: string; filters: RecordFilters }) {
  const [isOpen, setIsOpen] = useState(false);
  const { data } = useKeptFilters(reviewId);
  const isNothing = filters.text === '' && countFilters(filters) === 0;
  return (
    <>
      <ActionButton
        icon={<IconBookmark stroke={1.75} />}
        because={data?.may.keep ?? (isNothing ? 'Look for words or set a filter first.' : null)}
        becauseAt="tip"
        onClick={() => setIsOpen(true)}
      >
        Keep this search
      </ActionButton>
      {isOpen && <KeepDialog reviewId={reviewId} filters={filters} onClose={() => setIsOpen(false)} />}
    </>
  );
}

function KeepDialog({ reviewId, filters, onClose }: { reviewId: string; filters: RecordFilters; onClose: () => void }) {
  const queries = useQueryClient();
  const [name, setName] = useState(filters.text.slice(0, 60));
  const [isShared, setIsShared] = useState(false);
  const keep = useMutation({
    mutationFn: () =>
      call(keepFilter, {
        params: { reviewId },
        body: { name, audience: isShared ? 'shared' : 'own', asked: askedFilters(filters) },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['reviews', reviewId, 'kept-filters'] });
      toast({ text: 'Kept. It stands above the filters.' });
      onClose();
    },
  });
  const errors = useFieldErrors(keep.error, ['name']);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!keep.isPending) keep.mutate();
  };
  return (
    <Dialog title="Keep this search" onClose={onClose}>
      <form ref={errors.form} className={styles.form} onSubmit={send} noValidate>
        <FormProblem problem={keep.error} errors={errors} />
        <TextInput
          label="Name"
          name="name"
          maxLength={60}
          value={name}
          error={errors.of('name')}
          onChange={event => setName(event.target.value)}
        />
        <Checkbox
          label="Share it with the team"
          checked={isShared}
          onChange={event => setIsShared(event.currentTarget.checked)}
        />
        <p className={styles.hint}>The team sees its name; what it finds is what each of them may see.</p>
        <div className={styles.buttons}>
          <ActionButton onClick={onClose}>Not now</ActionButton>
          <ActionButton type="submit" kind="primary" isWorking={keep.isPending}>
            Keep it
          </ActionButton>
        </div>
      </form>
    </Dialog>
  );
}
