import { type TabPage, TabPages } from '../../parts/TabPages.tsx';
import styles from './AnalysisPage.module.css';
import { AccuracyTab } from './tabs/AccuracyTab.tsx';
import { DoseTab } from './tabs/DoseTab.tsx';
import { ForestTab } from './tabs/ForestTab.tsx';
import { HeterogeneityTab } from './tabs/HeterogeneityTab.tsx';
import { NetworkTab } from './tabs/NetworkTab.tsx';
import { RegressionTab } from './tabs/RegressionTab.tsx';
import { SensitivityTab } from './tabs/SensitivityTab.tsx';
import { SmallStudyTab } from './tabs/SmallStudyTab.tsx';
import { StudiesTab } from './tabs/StudiesTab.tsx';
import { SubgroupsTab } from './tabs/SubgroupsTab.tsx';
import type { TabProps } from './tabs/TabProps.ts';

export interface AnalysisTabsProps extends TabProps {
  /** Null for a table that belongs to no review. */
  readonly reviewId: string | null;
  readonly tab: string;
  readonly onTab: (tab: string) => void;
  /** Further tabs at the end. */
  readonly more?: TabPage;
}

/** The figure that answers the question comes first. */
function firstTabs(props: TabProps) {
  const { kind } = props.data.outcome;
  const forest = <ForestTab {...props} />;
  if (kind === 'accuracy') {
    return [
      { value: 'forest', label: 'Accuracy', panel: <AccuracyTab {...props} /> },
      { value: 'effects', label: 'Odds ratios', panel: forest },
    ];
  }
  if (kind === 'dose-response') {
    return [
      { value: 'forest', label: 'Dose and response', panel: <DoseTab {...props} /> },
      { value: 'effects', label: 'Slopes', panel: forest },
    ];
  }
  return [{ value: 'forest', label: 'Forest plot', panel: forest }];
}

/** The tabs of an analysis, each drawn only while it is open. */
export function AnalysisTabs({ reviewId, tab, onTab, more, ...props }: AnalysisTabsProps) {
  const hasNetwork = props.data.treatments.length > 2;
  const tabs = [
    ...firstTabs(props),
    ...(hasNetwork ? [{ value: 'network', label: 'Network', panel: <NetworkTab {...props} /> }] : []),
    { value: 'heterogeneity', label: 'Heterogeneity', panel: <HeterogeneityTab {...props} /> },
    { value: 'subgroups', label: 'Subgroups', panel: <SubgroupsTab {...props} reviewId={reviewId} /> },
    { value: 'sensitivity', label: 'Sensitivity', panel: <SensitivityTab {...props} reviewId={reviewId} /> },
    { value: 'small-study', label: 'Small-study effects', panel: <SmallStudyTab {...props} /> },
    { value: 'meta-regression', label: 'Meta-regression', panel: <RegressionTab {...props} reviewId={reviewId} /> },
    { value: 'studies', label: 'Studies', panel: <StudiesTab {...props} reviewId={reviewId} /> },
    ...(more ? [more] : []),
  ];
  return <TabPages pages={tabs} shown={tab} onShow={onTab} className={styles.tabs} />;
}
