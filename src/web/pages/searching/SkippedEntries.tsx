import { type Column, DataTable } from '../../parts/DataTable.tsx';
import { LinkButton } from '../../parts/LinkButton.tsx';
import { Section } from '../../parts/Section.tsx';
import { saveFile } from '../../parts/saveFile.ts';
import { count } from '../../words/count.ts';
import type { ImportStanding } from './imports.ts';
import styles from './SkippedEntries.module.css';

type Report = NonNullable<ImportStanding['report']>;
type Skipped = Report['skippedEntries'][number];

const COLUMNS: readonly Column<Skipped>[] = [
  { key: 'line', head: 'Line', align: 'end', width: '88px', phone: 'second', cell: ({ line }) => count(line) },
  { key: 'reason', head: 'Why', phone: 'title', cell: ({ reason }) => reason },
  {
    key: 'text',
    head: 'What the file says',
    phone: 'below',
    cell: ({ text }) => text && <code className={styles.said}>{text}</code>,
  },
];

/** What was not taken, each with its line in the file and the reason. */
export function SkippedEntries({ report, fileName }: { report: Report; fileName: string }) {
  const { skipped, skippedEntries } = report;
  if (skipped === 0) return null;
  const download = () => {
    const lines = skippedEntries.map(({ line, reason, text = '' }) => `${line}\t${reason}\t${text}`);
    saveFile(
      new Blob([`line\twhy\twhat the file says\n${lines.join('\n')}\n`], { type: 'text/plain' }),
      `skipped in ${fileName}.txt`,
    );
  };
  const unnamed = skipped - skippedEntries.length;
  return (
    <Section
      title="Skipped, with the line in your file"
      aside={<LinkButton onClick={download}>{`Download the ${count(skippedEntries.length)} as text`}</LinkButton>}
    >
      <DataTable
        label="Skipped entries"
        columns={COLUMNS}
        rows={skippedEntries}
        rowKey={({ line, reason }) => `${line} ${reason}`}
      />
      {unnamed > 0 && <p className="muted">{count(unnamed)} more were skipped; the first ones are named here.</p>}
    </Section>
  );
}
