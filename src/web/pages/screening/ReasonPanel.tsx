import { IconBlockquote, IconX } from '@tabler/icons-react';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { IconButton } from '../../parts/IconButton.tsx';
import { useReportFiles } from '../../parts/pdf/reportFiles.ts';
import panelStyles from './CriteriaPanel.module.css';
import { CriteriaList } from './CriteriaPanel.tsx';
import { firstAuthors } from './firstAuthors.ts';
import { ReasonList } from './ReasonList.tsx';
import styles from './ReasonPanel.module.css';
import { doiAddress, pubmedAddress } from './recordAddresses.ts';
import type { MyScreening } from './useMyScreening.ts';
import type { Source } from './usePassage.ts';
import type { RecordToScreen } from './useQueue.ts';
import type { Reason } from './useReason.ts';

export interface ReasonPanelProps {
  readonly reviewId: string;
  readonly reason: Reason;
  readonly mine: MyScreening;
  readonly source: Source;
  readonly record: RecordToScreen | null;
  /** Over the page the panel hides the decision buttons and brings its own. */
  readonly isSheet: boolean;
  readonly onExclude: () => void;
  readonly onClose: () => void;
}

/** Beside a report: what it is, the reasons to exclude it, the passage that the decision rests on, and all criteria. */
export function ReasonPanel(props: ReasonPanelProps) {
  const { reviewId, reason, mine, source, record, isSheet, onExclude, onClose } = props;
  // Without a PDF the record itself stands beside the panel, title and all.
  const hasFile = (useReportFiles(reviewId, record?.recordId ?? null).data?.files.length ?? 0) > 0;
  return (
    <aside aria-label="Reasons and criteria" className={styles.panel}>
      <div className={styles.head}>
        {record && hasFile && <ReportHead record={record} />}
        {!hasFile && <h2 className={panelStyles.title}>Exclude this report?</h2>}
        <IconButton label="Close the reasons" icon={<IconX size={18} stroke={1.75} />} onClick={onClose} />
      </div>
      <div>
        <ReasonList
          reasons={reason.reasons}
          chosenId={reason.chosenId}
          onChoose={reason.choose}
          isMissing={reason.isMissing}
        />
        {source.passage.quote !== '' && <KeptPassage source={source} />}
        {isSheet && (
          <div className={styles.deed}>
            <ActionButton
              kind="primary"
              size="large"
              isWide
              because={reason.chosen ? null : 'Choose the reason first.'}
              onClick={onExclude}
            >
              Exclude for this reason
            </ActionButton>
          </div>
        )}
      </div>
      <div>
        <h2 className={panelStyles.title}>Criteria</h2>
        <CriteriaList criteria={mine.criteria} />
      </div>
    </aside>
  );
}

function ReportHead({ record }: { record: RecordToScreen }) {
  const { title, authorsText, journal, year, pmid, doi } = record;
  return (
    <div className={styles.report}>
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.facts}>
        {[firstAuthors(authorsText), journal, year].filter(Boolean).join(' · ')}
        {pmid && (
          <>
            {' · '}
            <a href={pubmedAddress(pmid)} target="_blank" rel="noreferrer">
              PMID {pmid}
            </a>
          </>
        )}
        {doi && (
          <>
            {' · '}
            <a href={doiAddress(doi)} target="_blank" rel="noreferrer">
              DOI
            </a>
          </>
        )}
      </p>
    </div>
  );
}

function KeptPassage({ source }: { source: Source }) {
  const { quote, page } = source.passage;
  return (
    <section aria-label="Kept with your decision" className={styles.passage}>
      <IconBlockquote size={18} stroke={1.75} aria-hidden="true" />
      <div>
        <p>
          <q>{quote}</q> {page !== null && <span className="muted">p. {page}</span>}
        </p>
        <p className={styles.hint}>kept with your decision, for the table of excluded reports</p>
      </div>
      <IconButton label="Keep no passage" icon={<IconX size={16} stroke={1.75} />} onClick={source.clear} />
    </section>
  );
}
