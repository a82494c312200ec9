import { IconX } from '@tabler/icons-react';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { IconButton } from '../../parts/IconButton.tsx';
import panelStyles from './CriteriaPanel.module.css';
import { CriteriaList } from './CriteriaPanel.tsx';
import { ReasonList } from './ReasonList.tsx';
import styles from './ScreeningPage.module.css';
import type { MyScreening } from './useMyScreening.ts';
import type { Reason } from './useReason.ts';

export interface ReasonPanelProps {
  readonly reason: Reason;
  readonly mine: MyScreening;
  /** Over the page the panel hides the decision buttons and brings its own. */
  readonly isSheet: boolean;
  readonly onExclude: () => void;
  readonly onClose: () => void;
}

/** Beside a report: the reasons to exclude it, and below them all criteria. */
export function ReasonPanel({ reason, mine, isSheet, onExclude, onClose }: ReasonPanelProps) {
  return (
    <aside aria-label="Reasons and criteria" className={styles.fullTextPanel}>
      <div>
        <div className={panelStyles.head}>
          <h2 className={panelStyles.title}>Exclude this report?</h2>
          <IconButton label="Close the reasons" icon={<IconX size={18} stroke={1.75} />} onClick={onClose} />
        </div>
        <ReasonList
          reasons={reason.reasons}
          chosenId={reason.chosenId}
          onChoose={reason.choose}
          isMissing={reason.isMissing}
        />
        {isSheet && (
          <div className={styles.sheetDeed}>
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
