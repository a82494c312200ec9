import { Select } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { exportReportFile, type REPORT_FILES } from '#contract/manuscript';
import { REFERENCE_STYLE_NAMES, REFERENCE_STYLES, type ReferenceStyle } from '#core/reporting/references/referenceText';
import { addressOf } from '../../call.ts';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { MenuButton } from '../../parts/MenuButton.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { useAddress } from '../../parts/useAddress.ts';
import styles from './ReportTables.module.css';
import { ReportTabs } from './ReportTabs.tsx';
import { TextTableView } from './TextTableView.tsx';
import { useReportTables } from './useManuscript.ts';

const TABLES = [
  { value: 'characteristics', label: 'Included studies' },
  { value: 'excluded', label: 'Excluded reports' },
  { value: 'searches', label: 'Searches' },
  { value: 'references', label: 'References' },
] as const;
type TableName = (typeof TABLES)[number]['value'];

type ReportFile = (typeof REPORT_FILES)[number];

/** The tables of the report, each made from the data, with the references in a named style. */
export function ReportTablesPage() {
  const { reviewId = '' } = useParams({ strict: false });
  const [wanted, setWanted] = useAddress('table', 'characteristics');
  const [styleName, setStyle] = useAddress('style', 'vancouver');
  const style: ReferenceStyle = REFERENCE_STYLES.find(one => one === styleName) ?? 'vancouver';
  const query = useReportTables(reviewId, style);
  const name: TableName = TABLES.find(one => one.value === wanted)?.value ?? 'characteristics';
  const file = (reportFile: ReportFile, word: string) => ({
    name: word,
    onClick: () =>
      window.location.assign(addressOf(exportReportFile, { params: { reviewId, reportFile }, query: { style } })),
  });
  const files =
    name === 'references'
      ? [file('references.txt', 'List (TXT)')]
      : [file(`${name}.docx`, 'Word (DOCX)'), file(`${name}.csv`, 'Table (CSV)')];
  return (
    <>
      <ReportTabs reviewId={reviewId} />
      <PageHead
        title="Tables of the report"
        line="Made from the data each time; nothing here is typed."
        actions={
          <>
            <Select
              aria-label="Style of references"
              w={190}
              allowDeselect={false}
              data={REFERENCE_STYLES.map(value => ({ value, label: REFERENCE_STYLE_NAMES[value] }))}
              value={style}
              onChange={next => setStyle(next ?? 'vancouver')}
            />
            <MenuButton kind="primary" icon={<IconDownload stroke={1.75} />} deeds={files}>
              Download
            </MenuButton>
          </>
        }
      />
      <div className={styles.choice} role="tablist" aria-label="Which table">
        {TABLES.map(({ value, label }) => (
          <button
            key={value}
            type="button"
            role="tab"
            aria-selected={value === name}
            className={styles.tab}
            onClick={() => setWanted(value)}
          >
            {label}
          </button>
        ))}
      </div>
      {query.isPending ? (
        <Loading shape="table" />
      ) : query.isError ? (
        <ErrorNote problem={query.error} safe="The data are stored." onRetry={() => void query.refetch()} />
      ) : name === 'references' ? (
        query.data.references.length === 0 ? (
          <EmptyState drawing="table" title="No report is included yet">
            References appear here as reports are included at full text.
          </EmptyState>
        ) : (
          <ol className={styles.references}>
            {query.data.references.map(({ recordId, text }) => (
              <li key={recordId}>{text}</li>
            ))}
          </ol>
        )
      ) : (
        <TextTableView table={query.data[name]} />
      )}
    </>
  );
}
