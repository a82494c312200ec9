import { Select } from '@mantine/core';
import { skipToken, useQuery } from '@tanstack/react-query';
import { getAnalysisVersion, listAnalysisVersions } from '#contract/synthesis';
import { whatChanged } from '#core/synthesis/whatChanged';
import { call } from '../../../call.ts';
import { type Column, DataTable } from '../../../parts/DataTable.tsx';
import { ErrorNote } from '../../../parts/ErrorNote.tsx';
import { Loading } from '../../../parts/Loading.tsx';
import { Section } from '../../../parts/Section.tsx';
import { useAddress } from '../../../parts/useAddress.ts';
import { since } from '../../../words/since.ts';
import { ChangesList } from '../ChangesList.tsx';
import { type ComparedRow, versionRows } from '../versionRows.ts';

/** Every version of the analysis, and any two of them side by side. */
export function VersionsPart({
  reviewId,
  analysisId,
  isRatio,
}: {
  reviewId: string;
  analysisId: string;
  isRatio: boolean;
}) {
  const list = useQuery({
    queryKey: ['reviews', reviewId, 'analyses', analysisId, 'versions'],
    queryFn: ({ signal }) => call(listAnalysisVersions, { params: { reviewId, analysisId }, signal }),
  });
  const versions = list.data?.versions ?? [];
  const [latest, before] = versions.map(one => String(one.version));
  const [left, setLeft] = useAddress('left', before ?? '');
  const [right, setRight] = useAddress('right', latest ?? '');
  if (list.isError)
    return <ErrorNote problem={list.error} safe="Nothing was changed." onRetry={() => void list.refetch()} />;
  if (!list.data) return <Loading shape="table" />;
  const choices = versions.map(one => ({
    value: String(one.version),
    label: `Version ${one.version}, ${since(one.madeAt)} by ${one.madeByName}`,
  }));
  return (
    <Section title="Versions of this analysis" hint="Each time it is saved or computed again, the one before is kept.">
      {versions.length < 2 ? (
        <p className="muted">
          This is version 1. A change or new data make the next one, and then both can be compared.
        </p>
      ) : (
        <>
          <div style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(240px, 1fr))', gap: 16 }}>
            <Select label="Left" data={choices} value={left} onChange={next => next && setLeft(next)} />
            <Select label="Right" data={choices} value={right} onChange={next => next && setRight(next)} />
          </div>
          <Comparison reviewId={reviewId} analysisId={analysisId} left={left} right={right} isRatio={isRatio} />
        </>
      )}
    </Section>
  );
}

function Comparison(props: { reviewId: string; analysisId: string; left: string; right: string; isRatio: boolean }) {
  const left = useVersion(props, props.left);
  const right = useVersion(props, props.right);
  if (!left.data || !right.data) return <Loading shape="table" />;
  const columns: readonly Column<ComparedRow>[] = [
    { key: 'name', head: '', phone: 'title', cell: row => row.name, width: '28%' },
    { key: 'left', head: `Version ${left.data.version}`, cell: row => row.left },
    {
      key: 'right',
      head: `Version ${right.data.version}`,
      phone: 'end',
      cell: row => (row.isSame ? <span className="muted">{row.right}</span> : <b>{row.right}</b>),
    },
  ];
  const changes = left.data.studies && right.data.studies ? whatChanged(left.data.studies, right.data.studies) : null;
  return (
    <>
      <DataTable
        label="Two versions side by side"
        columns={columns}
        rows={versionRows(left.data, right.data, props.isRatio)}
        rowKey={row => row.name}
        isMarked={row => !row.isSame}
      />
      <h3 style={{ font: 'var(--type-section)', margin: '16px 0 8px' }}>Numbers that differ</h3>
      {changes === null ? (
        <p className="muted">The numbers behind one of these versions weren’t kept.</p>
      ) : changes.length === 0 ? (
        <p className="muted">None: both were computed from the same numbers.</p>
      ) : (
        <ChangesList changes={changes} />
      )}
    </>
  );
}

function useVersion({ reviewId, analysisId }: { reviewId: string; analysisId: string }, version: string) {
  return useQuery({
    queryKey: ['reviews', reviewId, 'analyses', analysisId, 'versions', version],
    queryFn:
      version === ''
        ? skipToken
        : ({ signal }) =>
            call(getAnalysisVersion, { params: { reviewId, analysisId, version: Number(version) }, signal }),
  });
}
