import { Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { describeSearch } from '#contract/searching';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { LinkButton } from '../../parts/LinkButton.tsx';
import { Section } from '../../parts/Section.tsx';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import { count } from '../../words/count.ts';
import { day } from '../../words/day.ts';
import type { ImportStanding } from './imports.ts';
import styles from './SearchReport.module.css';

const FIELDS = ['platform', 'ranOn', 'strategy', 'limits', 'filters', 'peerReview', 'remarks'] as const;
type Field = (typeof FIELDS)[number];

/** What PRISMA-S will say of a search, field by field; what is missing is named, for a librarian would ask. */
export function SearchReport({ reviewId, standing }: { reviewId: string; standing: ImportStanding }) {
  const [isOpen, setOpen] = useState(false);
  const { source, may, recordCount, state } = standing;
  const rows: readonly (readonly [string, string | null])[] = [
    ['Source and platform', [source.name, source.platform].filter(Boolean).join(', ')],
    ['Searched on', day(source.ranOn)],
    ['Records found', source.countFound === null ? null : count(source.countFound)],
    ['Records taken', state === 'imported' ? count(recordCount) : null],
    ['Strategy as run', source.strategy ? 'kept, word for word' : null],
    ['Limits', source.limits],
    ['Published filters', source.filters],
    ['Peer review', source.peerReview],
    ['Remarks', source.remarks],
  ];
  return (
    <Section
      title="In the report"
      hint="PRISMA-S"
      aside={may.change === null && <LinkButton onClick={() => setOpen(true)}>Change</LinkButton>}
    >
      <dl className={styles.rows}>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value ?? <span className="muted">not stated</span>}</dd>
          </div>
        ))}
      </dl>
      {isOpen && <ReportForm reviewId={reviewId} standing={standing} onClose={() => setOpen(false)} />}
    </Section>
  );
}

function ReportForm({
  reviewId,
  standing,
  onClose,
}: {
  reviewId: string;
  standing: ImportStanding;
  onClose: () => void;
}) {
  const { source, searchId, fileName } = standing;
  const isOurs = fileName === null;
  const [values, setValues] = useState<Record<Field, string>>({
    platform: source.platform ?? '',
    ranOn: source.ranOn,
    strategy: source.strategy ?? '',
    limits: source.limits ?? '',
    filters: source.filters ?? '',
    peerReview: source.peerReview ?? '',
    remarks: source.remarks ?? '',
  });
  const queries = useQueryClient();
  const saving = useMutation({
    mutationFn: () => {
      const { ranOn, strategy, ...rest } = values;
      const texts = Object.fromEntries(Object.entries(rest).map(([name, text]) => [name, text.trim() || null]));
      const own = isOurs ? {} : { strategy: strategy.trim() || null, ...(ranOn && { ranOn }) };
      return call(describeSearch, { params: { reviewId, searchId }, body: { ...texts, ...own } });
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['reviews', reviewId, 'imports'] });
      onClose();
    },
  });
  const errors = useFieldErrors(saving.error, [...FIELDS]);
  const send = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate();
  };
  const field = (name: Field) => ({
    name,
    value: values[name],
    error: errors.of(name),
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setValues(before => ({ ...before, [name]: value }));
    },
  });
  return (
    <Dialog title="What the report says of this search" onClose={onClose} place="side">
      <form ref={errors.form} className={styles.form} onSubmit={send} noValidate>
        <FormProblem problem={saving.error} errors={errors} />
        <TextInput label="Platform" placeholder="Ovid" {...field('platform')} />
        {!isOurs && <TextInput label="Searched on" type="date" {...field('ranOn')} />}
        {!isOurs && (
          <Textarea label="Strategy, exactly as it was run" autosize minRows={3} maxRows={12} {...field('strategy')} />
        )}
        <Textarea label="Limits, with the reason, or “none”" autosize minRows={1} {...field('limits')} />
        <Textarea label="Published filters, cited" autosize minRows={1} {...field('filters')} />
        <Textarea
          label="Peer review of the strategy"
          placeholder="PRESS, by a second librarian, before it was run"
          autosize
          minRows={1}
          {...field('peerReview')}
        />
        <Textarea
          label="Remarks"
          description="Prior work used again, people asked, how sites were browsed"
          autosize
          minRows={2}
          {...field('remarks')}
        />
        <div className={styles.foot}>
          <ActionButton onClick={onClose}>Leave it</ActionButton>
          <ActionButton type="submit" kind="primary" isWorking={saving.isPending}>
            Save
          </ActionButton>
        </div>
      </form>
    </Dialog>
  );
}
