import { IconArrowRight, IconFlask, IconSearch, IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { CallProblem } from '../../CallProblem.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { AnswerSentence } from '../../parts/AnswerSentence.tsx';
import { type Column, DataTable } from '../../parts/DataTable.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { NextCard } from '../../parts/NextCard.tsx';
import { NineParts } from '../../parts/NineParts.tsx';
import { Note } from '../../parts/Note.tsx';
import { OfAll } from '../../parts/OfAll.tsx';
import { ProgressBar } from '../../parts/ProgressBar.tsx';
import { Section } from '../../parts/Section.tsx';
import { SelectionBar } from '../../parts/SelectionBar.tsx';
import { Stepper } from '../../parts/Stepper.tsx';
import styles from './Gallery.module.css';

interface Work {
  readonly person: string;
  readonly done: number;
  readonly of: number;
  readonly stages: readonly number[];
}

const WORK: readonly Work[] = [
  { person: 'Amara Okafor', done: 36, of: 400, stages: [1, 1, 1, 0.55, 0.2, 0, 0, 0, 0] },
  { person: 'Farid Rahimi', done: 251, of: 400, stages: [1, 1, 1, 1, 1, 0.8, 0.3, 0, 0] },
  { person: 'Jonas Brandt', done: 310, of: 354, stages: [1, 1, 1, 1, 1, 1, 1, 1, 0.66] },
];

const COLUMNS: readonly Column<Work>[] = [
  { key: 'person', head: 'Person', cell: work => work.person, phone: 'title' },
  {
    key: 'bar',
    head: 'Given and done',
    width: '140px',
    phone: 'below',
    cell: work => <ProgressBar done={work.done} of={work.of} label={work.person} />,
  },
  { key: 'done', head: '', align: 'end', phone: 'end', cell: work => <OfAll done={work.done} of={work.of} /> },
  {
    key: 'nine',
    head: 'Review',
    phone: 'hidden',
    cell: work => <NineParts shares={work.stages} label="nine stages" />,
  },
];

const SILENT = new CallProblem({
  status: 502,
  type: 'about:blank',
  title: 'PubMed stopped answering after 420 records',
  detail: 'It asked us to wait three times, last at 11:04. Pooled tries again by itself at 11:20.',
  requestId: '7f3a-91c2',
  fields: [],
});

export function GalleryStates() {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  return (
    <div className={styles.stack}>
      <Stepper
        steps={[
          { name: 'Question', state: 'done', figure: 'v3', unit: 'agreed 2 Nov' },
          { name: 'Search', state: 'done', figure: '1,243', unit: 'records, 4 sources' },
          { name: 'Duplicates', state: 'done', figure: '283', unit: 'removed' },
          { name: 'Screening', state: 'under-way', share: 0.54, figure: '512', unit: 'of 954 records' },
          { name: 'Full text', state: 'open', figure: '41', unit: 'reports ready' },
          { name: 'Extraction', state: 'waiting', figure: '–', unit: 'after full text' },
          { name: 'Risk of bias', state: 'waiting', figure: '–', unit: 'after full text' },
          { name: 'Synthesis', state: 'waiting', figure: '–', unit: 'needs 2 studies' },
          { name: 'Report', state: 'waiting', figure: '–', unit: 'from the data' },
        ]}
      />
      <NextCard
        title="Settle 12 conflicts"
        line="Two screeners differ on these records. Until you decide, 12 records can’t move to full text. About 15 min."
        action={
          <ActionButton kind="primary" size="large" after={<IconArrowRight stroke={1.75} />}>
            Settle conflicts
          </ActionButton>
        }
      />
      <AnswerSentence claim="Leaving out one study changes little.">
        The ratio stays between 0.44 and 0.54; this does not show that the studies agree.
      </AnswerSentence>
      <Note kind="warn" claim="Humans[mh] loses new records.">
        About 9 % aren’t indexed yet.
      </Note>
      <Section title="Workloads" hint="most open work first">
        <DataTable
          label="Workloads"
          columns={COLUMNS}
          rows={WORK}
          rowKey={work => work.person}
          selected={selected}
          onSelect={setSelected}
        />
        <SelectionBar
          selected={selected.size}
          all={WORK.length}
          onSelectAll={() => setSelected(new Set(WORK.map(work => work.person)))}
          onClose={() => setSelected(new Set())}
        >
          <ActionButton kind="primary" size="small">
            Open in screening
          </ActionButton>
        </SelectionBar>
      </Section>
      <ErrorNote
        problem={SILENT}
        safe="The 420 records are stored once each. Nothing was lost or written twice."
        missing="192 records, from number 421 on."
        canDo="Wait, try now, or keep 420 for the moment and fetch the rest later."
        onRetry={() => setSelected(new Set())}
        actions={<ActionButton>Keep 420 for now</ActionButton>}
      />
      <EmptyState
        drawing="records"
        title="There are no records to screen yet"
        ways={[
          {
            icon: <IconSearch stroke={1.75} />,
            title: 'Search PubMed now',
            line: 'Your search string is ready. PubMed counts 612 records; fetching takes about a minute.',
            action: <ActionButton kind="primary">Fetch 612 records</ActionButton>,
          },
          {
            icon: <IconUpload stroke={1.75} />,
            title: 'Upload a file',
            line: 'RIS, NBIB, PubMed XML, EndNote, BibTeX or CSV. You see what was read before anything is stored.',
            action: <ActionButton>Choose a file</ActionButton>,
          },
          {
            icon: <IconFlask stroke={1.75} />,
            title: 'Try it with the practice set',
            line: '30 records with known answers, to learn the keys. You can delete them afterwards.',
            action: <ActionButton>Add 30 records</ActionButton>,
          },
        ]}
      >
        Screening begins when records are in and duplicates are settled. Your question is agreed, so the search comes
        next.
      </EmptyState>
    </div>
  );
}
