import { SegmentedControl } from '@mantine/core';
import { IconDownload, IconPlus } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { MenuButton } from '../../parts/MenuButton.tsx';
import { Note } from '../../parts/Note.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { useAddress } from '../../parts/useAddress.ts';
import { usePhone } from '../../parts/usePhone.ts';
import { ReportTabs } from '../reporting/ReportTabs.tsx';
import { ArrangeDialog } from './ArrangeDialog.tsx';
import styles from './Findings.module.css';
import { FindingsTable } from './FindingsTable.tsx';
import { OutcomeCards } from './OutcomeCards.tsx';
import { ProfileTable } from './ProfileTable.tsx';
import { useFindings } from './useCertainty.ts';

const MOST = 7;

/** The result on one page: absolute beside relative effects, how sure one is, and in plain words. */
export function FindingsPage() {
  const { reviewId = '' } = useParams({ strict: false });
  const [view, setView] = useAddress('view', 'table');
  const [isArranging, setIsArranging] = useState(false);
  const isPhone = usePhone();
  const query = useFindings(reviewId);
  if (query.isPending) return <Loading shape="table" />;
  if (query.isError) {
    return (
      <ErrorNote
        problem={query.error}
        safe="The data are stored; the table is worked out from them each time."
        onRetry={() => void query.refetch()}
      />
    );
  }
  const findings = query.data;
  const { outcomes, intervention, comparator, may, footnotes, notes } = findings;
  const stale = outcomes.filter(one => one.stale.length > 0);
  const kind = view === 'profile' ? 'evidence-profile' : 'summary-of-findings';
  const download = (extension: string) => ({
    name: extension === 'docx' ? 'Word (DOCX)' : extension === 'html' ? 'Page (HTML)' : 'Table (CSV)',
    onClick: () => window.location.assign(`/api/reviews/${reviewId}/findings-files/${kind}.${extension}`),
  });
  return (
    <>
      <ReportTabs reviewId={reviewId} />
      <PageHead
        title="Summary of findings"
        line={`${intervention} against ${comparator}. ${outcomes.length} of at most ${MOST} outcomes, each row bound to its analysis.`}
        actions={
          <>
            <SegmentedControl
              aria-label="Which table"
              data={[
                { value: 'table', label: 'Table' },
                { value: 'profile', label: 'Evidence profile' },
              ]}
              value={view === 'profile' ? 'profile' : 'table'}
              onChange={setView}
            />
            <ActionButton
              icon={<IconPlus stroke={1.75} />}
              because={may.arrange}
              becauseAt="tip"
              onClick={() => setIsArranging(true)}
            >
              Arrange outcomes
            </ActionButton>
            <MenuButton
              kind="primary"
              icon={<IconDownload stroke={1.75} />}
              deeds={['docx', 'html', 'csv'].map(download)}
            >
              Download
            </MenuButton>
          </>
        }
      />
      {stale.length > 0 && (
        <Note
          kind="warn"
          claim={stale.length === 1 ? 'One row is out of date.' : `${stale.length} rows are out of date.`}
        >
          {stale.map(one => `${one.outcomeName}: ${one.stale.join(' ')}`).join(' ')}
        </Note>
      )}
      {outcomes.length === 0 ? (
        <EmptyState drawing="table" title="The result on one page">
          First name an outcome and extract its numbers. Each outcome then has a row here, bound to its analysis.
        </EmptyState>
      ) : view === 'profile' ? (
        <ProfileTable findings={findings} />
      ) : isPhone ? (
        <OutcomeCards reviewId={reviewId} findings={findings} />
      ) : (
        <FindingsTable reviewId={reviewId} findings={findings} />
      )}
      {(footnotes.length > 0 || notes.length > 0) && (
        <div className={styles.footnotes}>
          {footnotes.map(({ letter, text }) => (
            <p key={letter}>
              <strong className={styles.letter}>{letter}</strong> {text}
            </p>
          ))}
          {notes.map(note => (
            <p key={note}>
              <em>{note}</em>
            </p>
          ))}
        </div>
      )}
      {isArranging && <ArrangeDialog reviewId={reviewId} findings={findings} onClose={() => setIsArranging(false)} />}
    </>
  );
}
