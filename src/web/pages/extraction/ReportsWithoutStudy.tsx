import { ActionButton } from '../../parts/ActionButton.tsx';
import { Section } from '../../parts/Section.tsx';
import type { ReportWithoutStudy } from './extraction.ts';
import styles from './Rows.module.css';

/** Included reports that nobody has linked to a study yet. */
export function ReportsWithoutStudy({
  reports,
  because,
  onAdd,
}: {
  reports: readonly ReportWithoutStudy[];
  because: string | null;
  onAdd: (report: ReportWithoutStudy) => void;
}) {
  return (
    <Section title="Included reports without a study" hint="each becomes a study, or another report of one">
      <ul className={styles.rows}>
        {reports.map(report => (
          <li key={report.recordId} className={styles.row}>
            <div className={styles.words}>
              <p className="serif">{report.title}</p>
              <p className={styles.second}>{report.citation}</p>
            </div>
            <ActionButton
              size="small"
              because={because}
              becauseAt="tip"
              label={`Add study ${report.suggestedLabel}`}
              onClick={() => onAdd(report)}
            >
              Add study
            </ActionButton>
          </li>
        ))}
      </ul>
    </Section>
  );
}
