import { Tabs } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconFileText } from '@tabler/icons-react';
import { useIsMutating } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Note } from '../../parts/Note.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import type { ReadingDesk } from '../../parts/reading/useReading.ts';
import { SaveState } from '../../parts/SaveState.tsx';
import { useAddress } from '../../parts/useAddress.ts';
import { counted } from '../../words/counted.ts';
import { ArmsTab } from './ArmsTab.tsx';
import type { Study } from './extraction.ts';
import { OutcomesTab } from './OutcomesTab.tsx';
import styles from './StudyForm.module.css';
import type { StudyPageProps, TellTrouble } from './StudyPage.tsx';
import { StudyTab } from './StudyTab.tsx';
import { CaseBar } from './sheet/CaseBar.tsx';
import { CompareTab } from './sheet/CompareTab.tsx';
import { SheetTab } from './sheet/SheetTab.tsx';

/** What a study's arms reported, what the form asks, its arms, and which reports tell of it. */
export function StudyForm({ reviewId, extraction, study, desk }: StudyPageProps & { desk: ReadingDesk }) {
  const { studies } = extraction;
  const [tab, setTab] = useAddress('tab', 'outcomes');
  const place = studies.findIndex(one => one.studyId === study.studyId);
  const isSaving = useIsMutating({ mutationKey: ['extraction', reviewId] }) > 0;
  const [unsaved, setUnsaved] = useState<ReadonlySet<string>>(new Set());
  const tellTrouble = useCallback<TellTrouble>((where, isUnsaved) => {
    setUnsaved(before => {
      if (before.has(where) === isUnsaved) return before;
      const after = new Set(before);
      if (isUnsaved) after.add(where);
      else after.delete(where);
      return after;
    });
  }, []);
  return (
    <>
      <PageHead
        title={study.label}
        line={`Study ${place + 1} of ${studies.length} · ${counted(study.reports.length, 'report')}`}
        actions={
          <span className={styles.state}>
            {desk.isWide && desk.recordId !== null && !desk.isOpen && (
              <ActionButton icon={<IconFileText stroke={1.75} />} onClick={desk.open}>
                Read the report
              </ActionButton>
            )}
            {unsaved.size > 0 ? (
              <span className={styles.unsaved} role="status">
                Not saved yet: the marked fields
              </span>
            ) : (
              study.may.fill === null && <SaveState saving={isSaving ? 'saving' : 'saved'} />
            )}
          </span>
        }
      />
      {study.may.fill !== null && (study.mine === 'none' || study.state === 'settled') && (
        <div className={styles.note}>
          <Note kind="info" claim="You can read, not change.">
            {study.may.fill}
          </Note>
        </div>
      )}
      <CaseBar reviewId={reviewId} study={study} onCompare={() => setTab('compare')} />
      <Tabs value={tab} onChange={next => setTab(next ?? 'outcomes')} className={styles.tabs}>
        <Tabs.List>
          <Tabs.Tab value="outcomes">Outcomes</Tabs.Tab>
          <Tabs.Tab value="form">Form</Tabs.Tab>
          <Tabs.Tab value="arms">Arms</Tabs.Tab>
          {(study.state === 'to-settle' || study.state === 'settled') && <Tabs.Tab value="compare">Compare</Tabs.Tab>}
          <Tabs.Tab value="study">Study and reports</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="outcomes">
          <OutcomesTab reviewId={reviewId} extraction={extraction} study={study} tellTrouble={tellTrouble} />
        </Tabs.Panel>
        <Tabs.Panel value="form">
          {tab === 'form' && <SheetTab reviewId={reviewId} study={study} tellTrouble={tellTrouble} />}
        </Tabs.Panel>
        <Tabs.Panel value="arms">
          <ArmsTab reviewId={reviewId} study={study} tellTrouble={tellTrouble} />
        </Tabs.Panel>
        <Tabs.Panel value="compare">{tab === 'compare' && <CompareTab reviewId={reviewId} study={study} />}</Tabs.Panel>
        <Tabs.Panel value="study">
          <StudyTab reviewId={reviewId} extraction={extraction} study={study} />
        </Tabs.Panel>
      </Tabs>
      <nav className={styles.foot} aria-label="Other studies">
        <ActionButton to="/reviews/$reviewId/extraction" params={{ reviewId }}>
          All studies
        </ActionButton>
        <OtherStudy reviewId={reviewId} study={studies[place - 1]} icon={<IconArrowLeft stroke={1.75} />} />
        <OtherStudy reviewId={reviewId} study={studies[place + 1]} icon={<IconArrowRight stroke={1.75} />} />
      </nav>
    </>
  );
}

function OtherStudy({ reviewId, study, icon }: { reviewId: string; study: Study | undefined; icon: React.ReactNode }) {
  if (!study) return null;
  return (
    <ActionButton
      icon={icon}
      to="/reviews/$reviewId/extraction"
      params={{ reviewId }}
      search={{ study: study.studyId }}
    >
      {study.label}
    </ActionButton>
  );
}
