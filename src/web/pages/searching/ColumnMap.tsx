import { Select } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { getImportTable, mapImportColumns } from '#contract/searching';
import type { CsvField } from '#core/searching/csv/columns';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { LinkButton } from '../../parts/LinkButton.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { Section } from '../../parts/Section.tsx';
import styles from './ColumnMap.module.css';
import { FIELD_NAMES, fieldNamed } from './fieldNames.ts';
import type { ImportStanding } from './imports.ts';

type Mapping = Partial<Record<CsvField, string>>;

/** Which column of a table holds what: guessed by the headers, changed by the person, and remembered for the next one. */
export function ColumnMap({ reviewId, standing }: { reviewId: string; standing: ImportStanding }) {
  const { importId, report, isMapped } = standing;
  const [isOpen, setOpen] = useState(report?.read === 0);
  const { data: table, error } = useQuery({
    queryKey: ['reviews', reviewId, 'imports', importId, 'table', isMapped],
    queryFn: ({ signal }) => call(getImportTable, { params: { reviewId, importId }, signal }),
    enabled: isOpen,
  });
  return (
    <Section
      title="Columns of the table"
      hint={isMapped ? 'as you said' : report?.read === 0 ? 'none of them is known' : 'guessed by their headers'}
      aside={
        <LinkButton onClick={() => setOpen(!isOpen)}>{isOpen ? 'Close' : 'See and change what holds what'}</LinkButton>
      }
    >
      {isOpen && error && <ErrorNote problem={error} />}
      {isOpen && !table && !error && <Loading />}
      {isOpen && table && (
        <Mapper
          key={JSON.stringify(table.columns)}
          reviewId={reviewId}
          importId={importId}
          headers={table.headers}
          rows={table.rows}
          guessed={table.columns}
          because={standing.may.change}
          isUnread={report?.read === 0}
        />
      )}
    </Section>
  );
}

function Mapper({
  reviewId,
  importId,
  headers,
  rows,
  guessed,
  because,
  isUnread,
}: {
  reviewId: string;
  importId: string;
  headers: readonly string[];
  rows: readonly (readonly string[])[];
  guessed: Mapping;
  because: string | null;
  isUnread: boolean;
}) {
  const [mapping, setMapping] = useState<Mapping>(guessed);
  const queries = useQueryClient();
  const saving = useMutation({
    mutationFn: () => call(mapImportColumns, { params: { reviewId, importId }, body: { columns: mapping } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['reviews', reviewId, 'imports'] }),
  });
  const choose = (header: string, field: CsvField | null) => {
    const others = Object.entries(mapping).filter(([known, column]) => column !== header && known !== field);
    setMapping({ ...Object.fromEntries(others), ...(field && { [field]: header }) });
  };
  const columns = headers.map((header, index) => ({ header, index, name: header || `Column ${index + 1}` }));
  const isSame = JSON.stringify(mapping) === JSON.stringify(guessed);
  return (
    <>
      {saving.error && <ErrorNote problem={saving.error} safe="The file is as it was read." />}
      <ul className={styles.columns}>
        {columns.map(({ header, index, name }) => (
          <li key={name}>
            <div className={styles.column}>
              <strong>{name}</strong>
              <p className={styles.samples}>{samplesOf(rows, index)}</p>
            </div>
            <Select
              aria-label={`${name} holds`}
              placeholder="kept under its own name"
              data={FIELD_NAMES.map(([value, label]) => ({ value, label }))}
              value={FIELD_NAMES.find(([field]) => mapping[field] === header)?.[0] ?? null}
              clearable
              searchable
              disabled={header === ''}
              onChange={value => choose(header, fieldNamed(value))}
            />
          </li>
        ))}
      </ul>
      <div className={styles.foot}>
        <ActionButton
          kind={isUnread ? 'primary' : 'secondary'}
          isWorking={saving.isPending}
          because={because ?? (isSame ? 'This is how it was read.' : null)}
          onClick={() => saving.mutate()}
        >
          Read it again like this
        </ActionButton>
        <span className="muted">The next table with these columns is read the same way.</span>
      </div>
    </>
  );
}

function samplesOf(rows: readonly (readonly string[])[], index: number): string {
  const samples = rows.flatMap(row => row[index] || []).slice(0, 2);
  return samples.length > 0 ? samples.join(' · ') : 'empty in the first rows';
}
