import { FileInput, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { createPracticeSet } from '#contract/practice';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { toast } from '../../parts/toast.ts';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import { useReviews } from '../../queries/useReviews.ts';
import styles from './Practice.module.css';

const TABLE = 'table';

/** Where the records come from, what is wanted of them, and how many: for a team, or (administrators) for everybody. */
export function MakePracticeDialog({ forReviewId, onClose }: { forReviewId: string | null; onClose: () => void }) {
  const queries = useQueryClient();
  const reviews = useReviews().data?.reviews.filter(review => review.roles.includes('lead')) ?? [];
  const [source, setSource] = useState(TABLE);
  const [file, setFile] = useState<File | null>(null);
  const [texts, setTexts] = useState({ name: '', includeWhen: '', excludeWhen: '' });
  const [count, setCount] = useState(50);
  const [included, setIncluded] = useState<number | null>(null);
  const make = useMutation({
    mutationFn: async () =>
      call(createPracticeSet, {
        body: {
          ...texts,
          forReviewId,
          from:
            source === TABLE
              ? { kind: 'table', text: (await file?.text()) ?? '' }
              : { kind: 'finished-review', reviewId: source },
          count,
          included,
          // Another set of the same records draws others.
          seed: Date.now() % 2 ** 31,
        },
      }),
    onSuccess: async () => {
      toast({ text: 'The practice set is made' });
      onClose();
      await queries.invalidateQueries({ queryKey: ['practice'] });
      if (forReviewId) await queries.invalidateQueries({ queryKey: ['reviews', forReviewId] });
    },
  });
  const errors = useFieldErrors(make.error, ['name', 'includeWhen', 'excludeWhen', 'count', 'included', 'from']);
  const set = (field: keyof typeof texts) => (event: { currentTarget: { value: string } }) =>
    setTexts({ ...texts, [field]: event.currentTarget.value });
  return (
    <Dialog title="Make a practice set" onClose={onClose}>
      <form
        ref={errors.form}
        className={styles.form}
        noValidate
        onSubmit={event => {
          event.preventDefault();
          if (!make.isPending) make.mutate();
        }}
      >
        <FormProblem problem={make.error} errors={errors} />
        <p className="muted">
          {forReviewId
            ? 'For the team of this review. You see what each of them showed, and they are told so before they begin.'
            : 'For everybody here. Nobody sees a result that is not shared.'}
        </p>
        <TextInput label="Name" name="name" error={errors.of('name')} value={texts.name} onChange={set('name')} />
        <Select
          label="Records from"
          name="from"
          description={source === TABLE ? undefined : 'Title and abstract must be closed there: its answers are known.'}
          value={source}
          onChange={next => setSource(next ?? TABLE)}
          allowDeselect={false}
          error={source === TABLE ? undefined : errors.of('from')}
          data={[
            { value: TABLE, label: 'A labelled table (CSV)' },
            ...reviews.map(review => ({ value: review.reviewId, label: review.title })),
          ]}
        />
        {source === TABLE && (
          <FileInput
            label="Table"
            description="Columns title, abstract, and label_included with 1 or 0."
            accept=".csv,.tsv,.txt"
            placeholder="Choose a file"
            value={file}
            onChange={setFile}
            error={errors.of('from')}
          />
        )}
        <Textarea
          label="Include"
          name="includeWhen"
          description="One criterion a line"
          autosize
          minRows={2}
          error={errors.of('includeWhen')}
          value={texts.includeWhen}
          onChange={set('includeWhen')}
        />
        <Textarea
          label="Exclude (optional)"
          name="excludeWhen"
          autosize
          minRows={2}
          error={errors.of('excludeWhen')}
          value={texts.excludeWhen}
          onChange={set('excludeWhen')}
        />
        <NumberInput
          label="Records"
          name="count"
          min={4}
          max={200}
          allowDecimal={false}
          error={errors.of('count')}
          value={count}
          onChange={value => {
            if (typeof value === 'number') setCount(value);
          }}
        />
        <NumberInput
          label="Of these eligible (optional)"
          name="included"
          description="Twenty or more make the interval of the sensitivity useful. Empty: up to two in five."
          min={1}
          max={199}
          allowDecimal={false}
          error={errors.of('included')}
          value={included ?? ''}
          onChange={value => setIncluded(typeof value === 'number' ? value : null)}
        />
        <ActionButton
          kind="primary"
          type="submit"
          isWorking={make.isPending}
          because={source === TABLE && !file ? 'Choose a table first.' : null}
        >
          Make the practice set
        </ActionButton>
      </form>
    </Dialog>
  );
}
