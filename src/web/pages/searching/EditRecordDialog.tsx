import { Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { ReplyOf } from '#contract/endpoint';
import { editRecord, type getRecordEdits, lookUpRecord } from '#contract/records';
import { EDITED_FIELDS, type EditedField } from '#core/vocabulary';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { Note } from '../../parts/Note.tsx';
import { toast } from '../../parts/toast.ts';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import styles from './EditRecordDialog.module.css';

const LABELS: Readonly<Record<EditedField, string>> = {
  title: 'Title',
  abstract: 'Abstract',
  authors: 'Authors, with semicolons between them',
  year: 'Year',
  journal: 'Journal',
  volume: 'Volume',
  issue: 'Issue',
  pages: 'Pages',
  doi: 'DOI',
  pmid: 'PMID',
};
const LONG: readonly EditedField[] = ['title', 'abstract', 'authors'];

/** The record's fields to put right by hand, or by what PubMed says of its PMID or DOI. */
export function EditRecordDialog({
  reviewId,
  recordId,
  fields,
  onClose,
}: {
  reviewId: string;
  recordId: string;
  fields: ReplyOf<typeof getRecordEdits>['fields'];
  onClose: () => void;
}) {
  const [typed, setTyped] = useState(fields);
  const [isFromPubmed, setIsFromPubmed] = useState(false);
  const queries = useQueryClient();
  const looking = useMutation({
    mutationFn: () => call(lookUpRecord, { params: { reviewId, recordId } }),
    onSuccess: ({ changes }) => {
      if (changes.length === 0) return;
      setTyped(before => ({ ...before, ...Object.fromEntries(changes.map(({ field, after }) => [field, after])) }));
      setIsFromPubmed(true);
    },
  });
  const saving = useMutation({
    mutationFn: () => {
      const changed = EDITED_FIELDS.filter(field => typed[field].trim() !== fields[field]);
      return call(editRecord, {
        params: { reviewId, recordId },
        body: {
          fields: Object.fromEntries(changed.map(field => [field, typed[field]])),
          origin: isFromPubmed ? 'pubmed' : 'typed',
        },
      });
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['reviews', reviewId] });
      toast({ text: 'The record is put right' });
      onClose();
    },
  });
  const errors = useFieldErrors(saving.error, [...EDITED_FIELDS]);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!saving.isPending) saving.mutate();
  };
  return (
    <Dialog title="Put the record right" place="side" onClose={onClose}>
      <form ref={errors.form} className={styles.form} onSubmit={send} noValidate>
        <FormProblem problem={saving.error} errors={errors} />
        <ActionButton
          size="small"
          isWorking={looking.isPending}
          because={fields.pmid === '' && fields.doi === '' ? 'The record has neither PMID nor DOI to ask with.' : null}
          onClick={() => looking.mutate()}
        >
          Ask PubMed
        </ActionButton>
        {looking.error && (
          <Note kind="error" claim="PubMed didn’t answer.">
            {looking.error.message}
          </Note>
        )}
        {looking.data && <Answer answer={looking.data} />}
        {EDITED_FIELDS.map(field => {
          const shared = {
            name: field,
            label: LABELS[field],
            value: typed[field],
            error: errors.of(field),
            onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [field]: event.target.value }),
          };
          return LONG.includes(field) ? (
            <Textarea key={field} {...shared} autosize minRows={field === 'abstract' ? 5 : 2} maxRows={14} />
          ) : (
            <TextInput key={field} {...shared} />
          );
        })}
        <p className="muted">What each field said before is kept, with your name and the day.</p>
        <div className={styles.buttons}>
          <ActionButton onClick={onClose}>Not now</ActionButton>
          <ActionButton type="submit" kind="primary" isWorking={saving.isPending}>
            Save the record
          </ActionButton>
        </div>
      </form>
    </Dialog>
  );
}

function Answer({ answer: { found, changes } }: { answer: ReplyOf<typeof lookUpRecord> }) {
  if (!found) {
    return (
      <Note kind="info" claim="PubMed has no such record.">
        Nothing was changed. Type what is missing.
      </Note>
    );
  }
  if (changes.length === 0) {
    return (
      <Note kind="info" claim="PubMed says the same.">
        Nothing was changed.
      </Note>
    );
  }
  return (
    <Note kind="info" claim={`Filled in from PubMed: ${changes.map(({ field }) => field).join(', ')}.`}>
      Look it through; it is stored when you save.
    </Note>
  );
}
