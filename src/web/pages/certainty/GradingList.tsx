import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { CERTAINTY_WORDS } from '#core/certainty/grading';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Badge } from '../../parts/Badge.tsx';
import { DataTable } from '../../parts/DataTable.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { LinkButton } from '../../parts/LinkButton.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { Section } from '../../parts/Section.tsx';
import styles from './Certainty.module.css';
import { CertaintyCircles } from './CertaintyCircles.tsx';
import { ThresholdDialog } from './ThresholdDialog.tsx';
import type { GradingList as List } from './useCertainty.ts';

/** Every analysis with its certainty, and the smallest differences that matter. */
export function GradingList({ reviewId, list }: { reviewId: string; list: List }) {
  const { analyses, thresholds, may } = list;
  const [setting, setSetting] = useState<List['thresholds'][number] | null>(null);
  const agreed = analyses.filter(one => one.isAgreed).length;
  const next = analyses.find(one => !one.isAgreed);
  if (analyses.length === 0 && thresholds.length === 0) {
    return (
      <>
        <PageHead title="Certainty" line="Nothing to grade yet" />
        <EmptyState drawing="table" title="How sure can one be of each result?">
          First an outcome and an analysis of it. Then five reasons to rate down and three to rate up, each with what
          the data say about it.
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <PageHead
        title="Certainty"
        line={`${agreed} of ${analyses.length} ${analyses.length === 1 ? 'result' : 'results'} agreed`}
        actions={
          next && (
            <ActionButton
              kind="primary"
              because={may.grade}
              to="/reviews/$reviewId/certainty"
              params={{ reviewId }}
              search={{ analysis: next.analysisId }}
            >
              Grade {next.name}
            </ActionButton>
          )
        }
      />
      <Section title="Results">
        <DataTable
          label="Certainty of results"
          rows={analyses}
          rowKey={one => one.analysisId}
          empty={<p className="muted">No analysis yet: pool an outcome first.</p>}
          columns={[
            {
              key: 'name',
              head: 'Analysis',
              phone: 'title',
              cell: one => (
                <Link to="/reviews/$reviewId/certainty" params={{ reviewId }} search={{ analysis: one.analysisId }}>
                  {one.name}
                </Link>
              ),
            },
            { key: 'outcome', head: 'Outcome', cell: one => one.outcomeName },
            { key: 'result', head: 'Result', cell: one => one.result ?? 'not estimable' },
            {
              key: 'certainty',
              head: 'Certainty',
              phone: 'end',
              cell: one =>
                one.certainty === null ? (
                  <span className="muted">not graded</span>
                ) : (
                  <span className={styles.level}>
                    <CertaintyCircles level={one.certainty} /> {CERTAINTY_WORDS[one.certainty]}
                  </span>
                ),
            },
            {
              key: 'state',
              head: 'Where it stands',
              cell: one =>
                one.stale.length > 0 ? (
                  <Badge kind="warn">out of date</Badge>
                ) : one.isAgreed ? (
                  <Badge kind="include">agreed</Badge>
                ) : (
                  <Badge kind="neutral">open</Badge>
                ),
            },
          ]}
        />
      </Section>
      <Section title="Smallest difference that matters" hint="set in the protocol, before the results are known">
        <DataTable
          label="Smallest differences that matter"
          rows={thresholds}
          rowKey={one => one.outcomeId}
          columns={[
            { key: 'outcome', head: 'Outcome', phone: 'title', cell: one => one.outcomeName },
            {
              key: 'value',
              head: 'Difference',
              cell: one => (one.value === null ? <span className="muted">not set</span> : `${one.value} ${one.unit}`),
            },
            {
              key: 'when',
              head: 'Set',
              cell: one =>
                one.isBeforehand === null ? (
                  '–'
                ) : one.isBeforehand ? (
                  <Badge kind="include">before any analysis</Badge>
                ) : (
                  <Badge kind="warn">after an analysis was computed</Badge>
                ),
            },
            { key: 'why', head: 'Why', phone: 'hidden', cell: one => one.reason || '–' },
            {
              key: 'change',
              head: <span className="for-screen-readers">Change</span>,
              align: 'end',
              phone: 'end',
              cell: one =>
                may.setThresholds === null && (
                  <LinkButton onClick={() => setSetting(one)} label={`Set the difference for ${one.outcomeName}`}>
                    {one.value === null ? 'Set it' : 'Change'}
                  </LinkButton>
                ),
            },
          ]}
        />
      </Section>
      {setting && <ThresholdDialog reviewId={reviewId} threshold={setting} onClose={() => setSetting(null)} />}
    </>
  );
}
