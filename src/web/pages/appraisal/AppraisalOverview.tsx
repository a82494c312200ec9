import { Tabs } from '@mantine/core';
import { IconPlus, IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { useAddress } from '../../parts/useAddress.ts';
import { count } from '../../words/count.ts';
import { AgreementTab } from './AgreementTab.tsx';
import type { AppraisalList } from './appraisal.ts';
import { PlanDialog } from './PlanDialog.tsx';
import { PlotsTab } from './PlotsTab.tsx';
import { ResultsTab } from './ResultsTab.tsx';

/** All that is to be judged, how far it is, the figures of what is settled, and how far people agreed. */
export function AppraisalOverview({ reviewId, list }: { reviewId: string; list: AppraisalList }) {
  const { appraisals, may } = list;
  const [tab, setTab] = useAddress('tab', 'results');
  const [isPlanning, setIsPlanning] = useState(false);
  const settled = appraisals.filter(one => one.state === 'settled').length;
  const toSettle = may.settle === null ? appraisals.filter(one => one.state === 'to-settle') : [];
  const next = appraisals.find(one => one.waitsForMe && one.mine === 'begun') ?? appraisals.find(one => one.waitsForMe);
  const plan = (kind: 'primary' | 'secondary') => (
    <ActionButton
      kind={kind}
      icon={<IconPlus stroke={1.75} />}
      because={may.plan}
      becauseAt="tip"
      onClick={() => setIsPlanning(true)}
    >
      {appraisals.length === 0 ? 'Choose the tool' : 'Plan more'}
    </ActionButton>
  );
  const dialog = isPlanning && <PlanDialog reviewId={reviewId} onClose={() => setIsPlanning(false)} />;
  if (appraisals.length === 0) {
    return (
      <>
        <PageHead title="Risk of bias" line="Nothing is planned yet" />
        <EmptyState
          drawing="table"
          title="How far can each result be trusted?"
          ways={[
            {
              icon: <IconShieldCheck size={20} stroke={1.75} />,
              title: 'Choose the tool',
              line: 'RoB 2 for randomised trials, ROBINS-I or the Newcastle–Ottawa Scale for others, QUADAS-2 for accuracy.',
              action: plan('primary'),
            },
          ]}
        >
          Two people answer the tool’s questions, each with quotes from the report and hidden from the other. Then they
          agree, and the judgement goes into the plots, the forest plot and the certainty.
        </EmptyState>
        {dialog}
      </>
    );
  }
  const waiting = appraisals.filter(one => one.waitsForMe).length;
  const line = [
    `${count(settled)} of ${count(appraisals.length)} settled`,
    waiting > 0 && `${count(waiting)} ${waiting === 1 ? 'waits' : 'wait'} for you`,
    toSettle.length > 0 && `${count(toSettle.length)} to agree on`,
  ];
  return (
    <>
      <PageHead
        title="Risk of bias"
        line={line.filter(Boolean).join(' · ')}
        actions={
          <>
            {may.plan === null && plan('secondary')}
            {next ? (
              <ActionButton
                kind="primary"
                to="/reviews/$reviewId/risk-of-bias"
                params={{ reviewId }}
                search={{ appraisal: next.appraisalId }}
              >
                {next.mine === 'begun' ? `Go on with ${next.studyLabel}` : `Judge ${next.studyLabel}`}
              </ActionButton>
            ) : (
              toSettle[0] && (
                <ActionButton
                  kind="primary"
                  to="/reviews/$reviewId/risk-of-bias"
                  params={{ reviewId }}
                  search={{ appraisal: toSettle[0].appraisalId }}
                >
                  Agree on {toSettle[0].studyLabel}
                </ActionButton>
              )
            )}
          </>
        }
      />
      <Tabs value={tab} onChange={value => setTab(value ?? 'results')}>
        <Tabs.List>
          <Tabs.Tab value="results">Results</Tabs.Tab>
          <Tabs.Tab value="plots">Plots</Tabs.Tab>
          <Tabs.Tab value="agreement">Agreement</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="results" pt={20}>
          <ResultsTab reviewId={reviewId} list={list} />
        </Tabs.Panel>
        <Tabs.Panel value="plots">
          <PlotsTab reviewId={reviewId} list={list} />
        </Tabs.Panel>
        <Tabs.Panel value="agreement" pt={20}>
          <AgreementTab list={list} />
        </Tabs.Panel>
      </Tabs>
      {dialog}
    </>
  );
}
