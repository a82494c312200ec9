import { IconFileSpreadsheet, IconForms, IconListDetails, IconPlus, IconTable, IconUsers } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Badge } from '../../parts/Badge.tsx';
import { type Column, DataTable } from '../../parts/DataTable.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { OfAll } from '../../parts/OfAll.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { Section } from '../../parts/Section.tsx';
import { counted } from '../../words/counted.ts';
import { AddStudyDialog } from './AddStudyDialog.tsx';
import { type Extraction, hasNumbers, type ReportWithoutStudy, type Study } from './extraction.ts';
import { OutcomeDialog } from './OutcomeDialog.tsx';
import { Outcomes } from './Outcomes.tsx';
import { ReportsWithoutStudy } from './ReportsWithoutStudy.tsx';
import { AgreementSection } from './sheet/AgreementSection.tsx';
import { MODE_WORDS } from './sheet/caseWords.ts';
import { ModeDialog } from './sheet/ModeDialog.tsx';
import { StateBadge } from './sheet/StateBadge.tsx';

/** All studies with how much of each is extracted; outcomes; reports that tell of no study yet. */
export function StudyList({ reviewId, extraction }: { reviewId: string; extraction: Extraction }) {
  const { studies, outcomes, reportsWithoutStudy, may } = extraction;
  const [adding, setAdding] = useState<ReportWithoutStudy | 'blank' | null>(null);
  const [isAddingOutcome, setIsAddingOutcome] = useState(false);
  const [isSettingMode, setIsSettingMode] = useState(false);
  const isEmpty = studies.length === 0 && outcomes.length === 0;
  const addStudy = (
    <ActionButton
      kind="primary"
      icon={<IconPlus stroke={1.75} />}
      because={may.extract}
      onClick={() => setAdding(reportsWithoutStudy[0] ?? 'blank')}
    >
      Add a study
    </ActionButton>
  );
  const formLink = (
    <ActionButton to="/reviews/$reviewId/extraction/form" params={{ reviewId }} icon={<IconForms stroke={1.75} />}>
      Form
    </ActionButton>
  );
  const tablesLink = (
    <ActionButton
      to="/reviews/$reviewId/extraction/spreadsheet"
      params={{ reviewId }}
      icon={<IconFileSpreadsheet stroke={1.75} />}
    >
      Spreadsheet
    </ActionButton>
  );
  const mode = MODE_WORDS[extraction.mode].name.toLowerCase();
  const waiting = reportsWithoutStudy.length > 0 ? `${counted(reportsWithoutStudy.length, 'report')} to link` : null;
  const line = [counted(studies.length, 'study', 'studies'), counted(outcomes.length, 'outcome'), waiting, mode];
  return (
    <>
      <PageHead
        title="Extraction"
        line={line.filter(Boolean).join(' · ')}
        actions={
          <>
            {formLink}
            {!isEmpty && tablesLink}
            {!isEmpty && addStudy}
          </>
        }
      />
      {isEmpty ? (
        <EmptyState
          drawing="table"
          title="Here numbers come out of reports"
          ways={[
            {
              icon: <IconListDetails size={20} stroke={1.75} />,
              title: 'Name an outcome',
              line: 'What was measured, when, and whether it was counted or measured.',
              action: (
                <ActionButton kind="primary" because={may.extract} onClick={() => setIsAddingOutcome(true)}>
                  Add an outcome
                </ActionButton>
              ),
            },
            {
              icon: <IconTable size={20} stroke={1.75} />,
              title: 'Add a study',
              line:
                reportsWithoutStudy.length > 0
                  ? `${counted(reportsWithoutStudy.length, 'included report')} ${reportsWithoutStudy.length === 1 ? 'waits' : 'wait'} below.`
                  : 'Included reports appear here after full-text screening; a study can be added before that.',
              action: (
                <ActionButton because={may.extract} onClick={() => setAdding(reportsWithoutStudy[0] ?? 'blank')}>
                  Add a study
                </ActionButton>
              ),
            },
          ]}
        >
          A study may have many reports. For each outcome, type what its arms reported and where you found it; the
          effect is drawn while you type.
        </EmptyState>
      ) : (
        <>
          <Section
            title="Studies"
            hint={studies.length === 0 ? undefined : 'in the order of their years'}
            aside={
              <ActionButton
                size="small"
                because={may.setMode}
                becauseAt="tip"
                icon={<IconUsers stroke={1.75} />}
                onClick={() => setIsSettingMode(true)}
              >
                How they are extracted
              </ActionButton>
            }
          >
            <DataTable
              label="Studies"
              columns={columnsFor(reviewId, extraction)}
              rows={studies}
              rowKey={row => row.studyId}
              empty={<p className="muted">No study yet. Add one, from an included report or by hand.</p>}
            />
          </Section>
          <AgreementSection reviewId={reviewId} />
          <Outcomes reviewId={reviewId} extraction={extraction} onAdd={() => setIsAddingOutcome(true)} />
        </>
      )}
      {reportsWithoutStudy.length > 0 && (
        <ReportsWithoutStudy reports={reportsWithoutStudy} because={may.extract} onAdd={setAdding} />
      )}
      {adding && (
        <AddStudyDialog
          reviewId={reviewId}
          report={adding === 'blank' ? null : adding}
          reports={reportsWithoutStudy}
          onClose={() => setAdding(null)}
        />
      )}
      {isSettingMode && (
        <ModeDialog reviewId={reviewId} extraction={extraction} onClose={() => setIsSettingMode(false)} />
      )}
      {isAddingOutcome && (
        <OutcomeDialog
          reviewId={reviewId}
          outcome={null}
          position={outcomes.length}
          onClose={() => setIsAddingOutcome(false)}
        />
      )}
    </>
  );
}

function columnsFor(reviewId: string, { outcomes }: Extraction): readonly Column<Study>[] {
  return [
    {
      key: 'study',
      head: 'Study',
      phone: 'title',
      cell: study => (
        <Link to="/reviews/$reviewId/extraction" params={{ reviewId }} search={{ study: study.studyId }}>
          {study.label}
        </Link>
      ),
    },
    { key: 'state', head: 'Extraction', cell: study => <StateBadge study={study} /> },
    { key: 'arms', head: 'Arms', cell: study => study.arms.map(arm => arm.name).join(', ') },
    {
      key: 'reports',
      head: 'Reports',
      align: 'end',
      phone: 'hidden',
      cell: study => (study.reports.length === 0 ? <Badge kind="warn">No report linked</Badge> : study.reports.length),
    },
    {
      key: 'outcomes',
      head: 'Outcomes with numbers',
      align: 'end',
      phone: 'end',
      cell: study => (
        <OfAll done={outcomes.filter(outcome => hasNumbers(study, outcome.outcomeId)).length} of={outcomes.length} />
      ),
    },
  ];
}
