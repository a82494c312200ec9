import { count } from '../../words/count.ts';
import type { ImportStanding } from './imports.ts';
import styles from './ReportCounts.module.css';

/** What was read, in six counts. A colour stands only beside what somebody should look at. */
export function ReportCounts({
  report,
  isImported = false,
}: {
  report: NonNullable<ImportStanding['report']>;
  isImported?: boolean;
}) {
  const counts = [
    { name: 'entries read', n: report.read + report.skipped },
    { name: isImported ? 'imported' : 'ready to import', n: report.read },
    { name: 'skipped', n: report.skipped, look: 'wrong' },
    { name: 'without abstract', n: report.withoutAbstract, look: 'warn' },
    { name: 'without DOI or PMID', n: report.withoutIdentifier, look: 'warn' },
    { name: 'twice in this file', n: report.repeatedInFile },
  ];
  return (
    <dl className={styles.counts}>
      {counts.map(({ name, n, look }) => (
        <div key={name} data-look={n > 0 ? look : undefined}>
          <dd>{count(n)}</dd>
          <dt>{name}</dt>
        </div>
      ))}
    </dl>
  );
}
