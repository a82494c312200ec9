import { findTool } from '#core/appraisal/appraisalTools';
import { DataTable } from '../../parts/DataTable.tsx';
import { Section } from '../../parts/Section.tsx';
import { counted } from '../../words/counted.ts';
import type { AppraisalList } from './appraisal.ts';

/** How far two blind assessors agreed before they talked, domain by domain. */
export function AgreementTab({ list }: { list: AppraisalList }) {
  if (list.agreement.length === 0) {
    return <p className="muted">Nothing to compare yet: no appraisal was finished by two people.</p>;
  }
  return list.agreement.map(({ tool, variant, appraisals, domains }) => (
    <Section
      key={`${tool} ${variant}`}
      title={findTool(tool, variant)?.offered.name ?? tool}
      hint={`${counted(appraisals, 'appraisal')} that two people finished, before they talked`}
    >
      <DataTable
        label="Agreement by domain"
        rows={domains}
        rowKey={row => row.id}
        columns={[
          { key: 'domain', head: 'Domain', phone: 'title', cell: row => row.name },
          {
            key: 'share',
            head: 'Same judgement',
            align: 'end',
            cell: row => (row.shareAgreed === null ? '–' : `${Math.round(row.shareAgreed * 100)} %`),
          },
          {
            key: 'kappa',
            head: 'Cohen’s κ (95 % CI)',
            align: 'end',
            phone: 'end',
            cell: row =>
              row.kappa === null
                ? `not estimable: ${row.because}`
                : `${row.kappa.toFixed(2)} (${row.interval?.lower.toFixed(2)} to ${row.interval?.upper.toFixed(2)})`,
          },
        ]}
      />
    </Section>
  ));
}
