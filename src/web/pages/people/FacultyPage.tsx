import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReplyOf } from '#contract/endpoint';
import { findFaculty, planOutreach } from '#contract/outreach';
import { CallProblem } from '../../CallProblem.ts';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Badge } from '../../parts/Badge.tsx';
import { type Column, DataTable } from '../../parts/DataTable.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { Note } from '../../parts/Note.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { Section } from '../../parts/Section.tsx';
import { count } from '../../words/count.ts';
import { day } from '../../words/day.ts';
import { OutreachDialog } from './OutreachDialog.tsx';
import styles from './Works.module.css';

type Reply = ReplyOf<typeof findFaculty>;
type Author = Reply['authors'][number];
export type Logged = Reply['outreach'][number];

const STATE_WORDS = {
  planned: 'To write to',
  contacted: 'Contacted',
  answered: 'Answered',
  declined: 'Declined',
} as const;
const STATE_KINDS = { planned: 'neutral', contacted: 'info', answered: 'include', declined: 'fact' } as const;

/** Who works on this, among the authors of the records found; a letter to start from; and whom the team has written to. */
export function FacultyPage() {
  const { reviewId = '' } = useParams({ strict: false });
  const [open, setOpen] = useState<string | null>(null);
  const queries = useQueryClient();
  const found = useQuery({
    queryKey: ['reviews', reviewId, 'faculty'],
    queryFn: ({ signal }) => call(findFaculty, { params: { reviewId }, signal }),
  });
  const planning = useMutation({
    mutationFn: ({ authorKey, name, affiliation, letter }: Author) =>
      call(planOutreach, { params: { reviewId }, body: { authorKey, name, affiliation, letter } }),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['reviews', reviewId, 'faculty'] });
      setOpen(id);
    },
  });
  if (found.isPending) return <Loading shape="table" />;
  if (found.isError) {
    if (found.error instanceof CallProblem && found.error.status === 403)
      return (
        <>
          <PageHead title="Who works on this" />
          <Note kind="info" claim="For leads.">
            {found.error.message}
          </Note>
        </>
      );
    return <ErrorNote problem={found.error} onRetry={() => void found.refetch()} />;
  }
  const { authors, outreach, read } = found.data;
  const listed = new Set(outreach.map(one => one.authorKey));
  const opened = outreach.find(one => one.outreachId === open);
  return (
    <>
      <PageHead
        title="Who works on this"
        line={`Counted among ${count(read)} records found, included or not. Names are not merged: look before you write.`}
      />
      {planning.isError && <ErrorNote problem={planning.error} safe="The list is as it was." />}
      {outreach.length > 0 && (
        <Section title="Letters" hint={String(outreach.length)}>
          <DataTable
            label="Letters"
            rows={outreach}
            rowKey={one => one.outreachId}
            isMarked={one => one.isDue}
            columns={logColumns(setOpen)}
          />
        </Section>
      )}
      <Section title="Most records on the topic">
        <DataTable
          label="Authors"
          rows={authors}
          rowKey={author => author.authorKey}
          columns={authorColumns(listed, author => planning.mutate(author))}
          empty={
            <EmptyState drawing="search" title="No records yet">
              Search PubMed or import files first; their authors are counted here.
            </EmptyState>
          }
        />
      </Section>
      {opened && <OutreachDialog reviewId={reviewId} outreach={opened} onClose={() => setOpen(null)} />}
    </>
  );
}

function logColumns(open: (id: string) => void): readonly Column<Logged>[] {
  return [
    { key: 'name', head: 'Name', phone: 'title', cell: one => one.name },
    {
      key: 'affiliation',
      head: 'Works at',
      phone: 'below',
      cell: one => <span className={styles.second}>{one.affiliation || '–'}</span>,
    },
    {
      key: 'when',
      head: 'When',
      phone: 'second',
      cell: one =>
        [one.contactedOn && `written ${day(one.contactedOn)}`, one.remindOn && `remind ${day(one.remindOn)}`]
          .filter(Boolean)
          .join(' · ') || '–',
    },
    {
      key: 'state',
      head: 'State',
      phone: 'second',
      cell: one => (
        <>
          <Badge kind={STATE_KINDS[one.state]}>{STATE_WORDS[one.state]}</Badge>{' '}
          {one.isDue && <Badge kind="warn">due</Badge>}
        </>
      ),
    },
    {
      key: 'deed',
      head: '',
      align: 'end',
      phone: 'end',
      cell: one => (
        <ActionButton size="small" onClick={() => open(one.outreachId)} label={`Open the letter to ${one.name}`}>
          Open
        </ActionButton>
      ),
    },
  ];
}

function authorColumns(listed: ReadonlySet<string>, plan: (author: Author) => void): readonly Column<Author>[] {
  return [
    {
      key: 'name',
      head: 'Author',
      phone: 'title',
      cell: author => (
        <span className={styles.publicationWords}>
          <span>{author.name}</span>
          <span className={styles.second}>{author.affiliation || 'no affiliation in these records'}</span>
        </span>
      ),
    },
    { key: 'topics', head: 'Topics', phone: 'below', cell: author => author.topics.join(', ') || '–' },
    { key: 'records', head: 'Records', align: 'end', phone: 'second', cell: author => count(author.records) },
    {
      key: 'years',
      head: 'Years',
      align: 'end',
      phone: 'second',
      cell: author =>
        author.lastYear === null
          ? '–'
          : author.firstYear === author.lastYear
            ? author.lastYear
            : `${author.firstYear}–${author.lastYear}`,
    },
    {
      key: 'deed',
      head: '',
      align: 'end',
      phone: 'end',
      cell: author =>
        listed.has(author.authorKey) ? (
          <span className="muted">on the list</span>
        ) : (
          <ActionButton size="small" onClick={() => plan(author)} label={`Write to ${author.name}`}>
            Write
          </ActionButton>
        ),
    },
  ];
}
