import { TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { createCohort, listCohorts } from '#contract/cohorts';
import type { ReplyOf } from '#contract/endpoint';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Badge } from '../../parts/Badge.tsx';
import { type Column, DataTable } from '../../parts/DataTable.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { Section } from '../../parts/Section.tsx';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import { count } from '../../words/count.ts';
import { day } from '../../words/day.ts';
import styles from './Cohort.module.css';

type Row = ReplyOf<typeof listCohorts>['cohorts'][number];

const COLUMNS: readonly Column<Row>[] = [
  {
    key: 'name',
    head: 'Cohort',
    phone: 'title',
    cell: row => (
      <Link to="/cohorts/$cohortId" params={{ cohortId: row.cohortId }} className={styles.name}>
        {row.name}
      </Link>
    ),
  },
  { key: 'people', head: 'People', align: 'end', phone: 'second', cell: row => count(row.people) },
  { key: 'openings', head: 'Openings', align: 'end', phone: 'hidden', cell: row => count(row.openings) },
  { key: 'until', head: 'Ranks until', phone: 'second', cell: row => day(row.ranksUntil) },
  {
    key: 'state',
    head: 'State',
    align: 'end',
    phone: 'end',
    cell: row => (
      <Badge kind={row.state === 'settled' ? 'include' : 'neutral'}>
        {row.state === 'settled' ? 'Settled' : 'Ranking'}
      </Badge>
    ),
  },
];

/** People placed in several openings at once: the cohorts that one has to do with, and the way to begin one. */
export function Cohorts() {
  const cohorts = useQuery({ queryKey: ['cohorts'], queryFn: ({ signal }) => call(listCohorts, { signal }) });
  if (cohorts.isPending) return <Loading shape="table" />;
  if (cohorts.isError) return <ErrorNote problem={cohorts.error} onRetry={() => void cohorts.refetch()} />;
  return (
    <>
      <PageHead title="Cohorts" line="Many people and many seats, placed at once from the wishes of both sides." />
      <DataTable
        label="Cohorts"
        columns={COLUMNS}
        rows={cohorts.data.cohorts}
        rowKey={row => row.cohortId}
        empty={
          <EmptyState drawing="people" title="You are in no cohort yet">
            Whoever begins one hands its link to leads, who put their openings in, and to people, who rank them. Until
            the deadline both sides may change their lists; nobody reads those of others.
          </EmptyState>
        }
      />
      <Section title="Begin a cohort">
        <NewCohort />
      </Section>
    </>
  );
}

function NewCohort() {
  const [name, setName] = useState('');
  const [until, setUntil] = useState('');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const making = useMutation({
    // To the end of that day, by the clock of whoever begins it.
    mutationFn: () =>
      call(createCohort, { body: { name, ranksUntil: until ? new Date(`${until}T23:59:59`).toISOString() : '' } }),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['cohorts'] });
      await navigate({ to: '/cohorts/$cohortId', params: { cohortId: id } });
    },
  });
  const errors = useFieldErrors(making.error, ['name', 'ranksUntil']);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!making.isPending) making.mutate();
  };
  return (
    <form ref={errors.form} className={styles.begin} onSubmit={send} noValidate>
      <FormProblem problem={making.error} errors={errors} />
      <TextInput
        label="Name"
        name="name"
        placeholder="IMG research group, spring"
        value={name}
        error={errors.of('name')}
        onChange={event => setName(event.target.value)}
      />
      <TextInput
        label="Both sides rank until"
        name="ranksUntil"
        type="date"
        value={until}
        error={errors.of('ranksUntil') && 'Choose the last day for ranking.'}
        onChange={event => setUntil(event.target.value)}
      />
      <ActionButton type="submit" kind="primary" isWorking={making.isPending}>
        Begin the cohort
      </ActionButton>
    </form>
  );
}
