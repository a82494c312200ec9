import { useQuery } from '@tanstack/react-query';
import { getExtractionAgreement } from '#contract/sheets';
import { call } from '../../../call.ts';
import { DataTable } from '../../../parts/DataTable.tsx';
import { Section } from '../../../parts/Section.tsx';
import { counted } from '../../../words/counted.ts';

/** How far blind extractors agreed, field by field, before anything was settled. */
export function AgreementSection({ reviewId }: { reviewId: string }) {
  const agreement = useQuery({
    queryKey: ['reviews', reviewId, 'extraction-agreement'],
    queryFn: ({ signal }) => call(getExtractionAgreement, { params: { reviewId }, signal }),
  });
  if (!agreement.data || agreement.data.studies === 0) return null;
  const { studies, fields } = agreement.data;
  return (
    <Section
      title="Agreement of the extractors"
      hint={`${counted(studies, 'study', 'studies')} that both have finished, before anything was settled`}
    >
      <DataTable
        label="Agreement by field"
        rows={fields}
        rowKey={row => row.group}
        columns={[
          { key: 'field', head: 'Field or outcome', phone: 'title', cell: row => row.label },
          { key: 'agreed', head: 'The same', align: 'end', cell: row => `${row.agreed} of ${row.asked}` },
          {
            key: 'share',
            head: 'Share',
            align: 'end',
            phone: 'end',
            cell: row => `${Math.round((row.agreed / row.asked) * 100)} %`,
          },
          {
            key: 'kappa',
            head: 'Kappa',
            align: 'end',
            phone: 'hidden',
            cell: row => (row.kappa === null ? '–' : row.kappa.toFixed(2)),
          },
        ]}
      />
    </Section>
  );
}
