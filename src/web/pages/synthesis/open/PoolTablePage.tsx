import { IconAdjustmentsHorizontal, IconTable } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { readTable } from '#core/synthesis/table/readTable';
import { Brand } from '../../../layouts/Brand.tsx';
import { ActionButton } from '../../../parts/ActionButton.tsx';
import { LinkButton } from '../../../parts/LinkButton.tsx';
import { Note } from '../../../parts/Note.tsx';
import { PageHead } from '../../../parts/PageHead.tsx';
import { PageWithPanel } from '../../../parts/PageWithPanel.tsx';
import { useAddress } from '../../../parts/useAddress.ts';
import { useNarrow } from '../../../parts/useNarrow.ts';
import { counted } from '../../../words/counted.ts';
import { AnalysisTabs } from '../AnalysisTabs.tsx';
import { ExportMenu } from '../ExportMenu.tsx';
import { HeavyState } from '../heavy/HeavyState.tsx';
import { comparedData, type Plan } from '../plan.ts';
import { SentencesDialog } from '../SentencesDialog.tsx';
import { SettingsPanel } from '../SettingsPanel.tsx';
import { useResult } from '../useResult.ts';
import { openData, openPlan } from './openData.ts';
import { NOTHING_PASTED, type OpenState, unpackState } from './openState.ts';
import { PasteTable } from './PasteTable.tsx';
import styles from './PoolTable.module.css';
import { ShareDeeds } from './ShareDeeds.tsx';

/** Pools a pasted table. Nothing of it leaves the browser: the page computes with the core that the server uses. */
export function PoolTablePage() {
  const [state, setState] = useState<OpenState>(NOTHING_PASTED);
  const [isEditing, setIsEditing] = useState(true);
  useEffect(() => {
    void unpackState(window.location.hash).then(found => {
      if (!found) return;
      setState(found);
      setIsEditing(false);
    });
  }, []);
  const set = (part: Partial<OpenState>) => setState(before => ({ ...before, ...part }));
  const isPooled = !isEditing && state.text.trim() !== '';
  return (
    <div className={styles.page}>
      <header className={styles.bar}>
        <Brand to="/" />
        <Link to="/sign-in">Sign in</Link>
      </header>
      <main id="content" className={styles.main}>
        {isPooled ? (
          <PooledTable state={state} onChange={set} onEdit={() => setIsEditing(true)} />
        ) : (
          <PasteTable
            state={state}
            onChange={set}
            onOpen={setState}
            onPool={() => {
              setIsEditing(false);
              window.scrollTo(0, 0);
            }}
          />
        )}
      </main>
    </div>
  );
}

function PooledTable({
  state,
  onChange,
  onEdit,
}: {
  state: OpenState;
  onChange: (part: Partial<OpenState>) => void;
  onEdit: () => void;
}) {
  const shown = useDeferredValue(state);
  const table = useMemo(() => readTable(shown.text, shown.reading), [shown.text, shown.reading]);
  const whole = useMemo(() => openData(table, shown), [table, shown]);
  const plan = useMemo(() => openPlan(table, shown), [table, shown]);
  const { comparison } = plan.specification;
  const data = useMemo(() => comparedData(whole, comparison), [whole, comparison]);
  const { result, progress, problem } = useResult(plan, data);
  const [tab, setTab] = useAddress('tab', 'forest');
  const isNarrow = useNarrow();
  const [isPanelOpen, setIsPanelOpen] = useState(false);
  const [areSentencesOpen, setAreSentencesOpen] = useState(false);
  const change = ({ specification, leftOut }: Plan) => onChange({ choices: specification, leftOut });
  return (
    <PageWithPanel
      panel={
        <SettingsPanel
          isOpen={!isNarrow || isPanelOpen}
          onClose={() => setIsPanelOpen(false)}
          data={whole}
          plan={openPlan(table, state)}
          tab={tab}
          hasBias={false}
          onBias={() => undefined}
          onChange={change}
          foot={
            <>
              <ShareDeeds state={state} />
              {result && (
                <LinkButton onClick={() => setAreSentencesOpen(true)}>Sentences for Methods and Results</LinkButton>
              )}
            </>
          }
        />
      }
    >
      <PageHead
        title={state.title}
        line={`${counted(table.studies.length, 'study', 'studies')}, computed on this device; nothing was sent`}
        actions={
          <>
            <ActionButton icon={<IconTable stroke={1.75} />} onClick={onEdit}>
              Change the table
            </ActionButton>
            {isNarrow && (
              <ActionButton icon={<IconAdjustmentsHorizontal stroke={1.75} />} onClick={() => setIsPanelOpen(true)}>
                Settings
              </ActionButton>
            )}
            {result && <ExportMenu plan={plan} result={result} data={data} isStale={false} hasBias={false} />}
          </>
        }
      />
      {table.problems.length > 0 && (
        <Note
          kind="warn"
          claim={`${counted(new Set(table.problems.map(({ line }) => line)).size, 'row')} could not be read.`}
          action={
            <ActionButton size="small" onClick={onEdit}>
              Look at them
            </ActionButton>
          }
        >
          They are not pooled.
        </Note>
      )}
      {result ? (
        <AnalysisTabs
          reviewId={null}
          tab={tab}
          onTab={setTab}
          result={result}
          data={data}
          plan={plan}
          name={state.title}
          isStale={false}
          hasBias={false}
          onChange={change}
          onSettings={isNarrow ? () => setIsPanelOpen(true) : null}
        />
      ) : (
        <HeavyState word="The pooled effect" progress={progress} problem={problem} isWholePage />
      )}
      {areSentencesOpen && result && (
        <SentencesDialog plan={plan} data={data} result={result} onClose={() => setAreSentencesOpen(false)} />
      )}
    </PageWithPanel>
  );
}
