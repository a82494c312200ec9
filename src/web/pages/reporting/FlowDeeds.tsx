import { IconDownload, IconSnowflake } from '@tabler/icons-react';
import { useState } from 'react';
import { getFlowSnapshot } from '#contract/flowSnapshots';
import { exportReportFile } from '#contract/manuscript';
import { getFlowFigure } from '#contract/reporting';
import { addressOf } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { LinkButton } from '../../parts/LinkButton.tsx';
import { MenuButton } from '../../parts/MenuButton.tsx';
import { Section } from '../../parts/Section.tsx';
import { day } from '../../words/day.ts';
import { EarlierVersionDialog } from './EarlierVersionDialog.tsx';
import { FlowFileDialog } from './FlowFileDialog.tsx';
import styles from './ReportPage.module.css';
import { useFlowSnapshots, useFreezeFlow } from './useFlow.ts';

const go = (address: string) => window.location.assign(address);

/** Take the diagram along. */
export function FlowDownload({ reviewId }: { reviewId: string }) {
  const figure = (palette: 'print' | 'black-and-white') =>
    go(addressOf(getFlowFigure, { params: { reviewId }, query: { palette } }));
  return (
    <MenuButton
      kind="primary"
      icon={<IconDownload stroke={1.75} />}
      deeds={[
        { name: 'Diagram (SVG)', onClick: () => figure('print') },
        { name: 'Diagram, black and white (SVG)', onClick: () => figure('black-and-white') },
        {
          name: 'Numbers for PRISMA2020 (CSV)',
          onClick: () => go(addressOf(exportReportFile, { params: { reviewId, reportFile: 'flow.csv' } })),
        },
      ]}
    >
      Download
    </MenuButton>
  );
}

/** Keeps the diagram with its date. */
export function FreezeFlow({ reviewId }: { reviewId: string }) {
  const snapshots = useFlowSnapshots(reviewId);
  const freeze = useFreezeFlow(reviewId);
  return (
    <ActionButton
      icon={<IconSnowflake stroke={1.75} />}
      because={freeze.error?.message ?? snapshots.data?.may.freeze ?? null}
      becauseAt="tip"
      isWorking={freeze.isPending}
      onClick={() => freeze.mutate()}
    >
      Freeze a dated copy
    </ActionButton>
  );
}

/** Frozen copies, what an update builds on, and reading somebody's file. */
export function FlowCopies({
  reviewId,
  earlier,
}: {
  reviewId: string;
  earlier: { studies: number; reports: number } | null;
}) {
  const snapshots = useFlowSnapshots(reviewId);
  const [open, setOpen] = useState<'earlier' | 'file' | null>(null);
  const rows = snapshots.data?.snapshots ?? [];
  return (
    <Section title="Copies and versions">
      <ul className={styles.files}>
        {rows.map(({ snapshotId, number, frozenAt, byName, isToday }) => (
          <li key={snapshotId} className={styles.file}>
            <div className={styles.fileWords}>
              <p className={styles.fileName}>
                Copy {number}, {day(frozenAt)}
              </p>
              <p className={styles.fileLine}>
                Frozen by {byName}. {isToday ? 'Its numbers are those of today.' : 'The numbers have changed since.'}
              </p>
            </div>
            <ActionButton
              size="small"
              icon={<IconDownload stroke={1.75} />}
              label={`Download copy ${number}`}
              href={addressOf(getFlowSnapshot, { params: { reviewId, snapshotId }, query: { palette: 'print' } })}
              download={`flow-${number}.svg`}
            >
              Download
            </ActionButton>
          </li>
        ))}
        <li className={styles.file}>
          <div className={styles.fileWords}>
            <p className={styles.fileName}>
              {earlier ? 'This review updates an earlier version' : 'This is a new review'}
            </p>
            <p className={styles.fileLine}>
              {earlier
                ? `It included ${earlier.studies} studies with ${earlier.reports} reports.`
                : 'The diagram of an update has a column for the earlier version.'}
            </p>
          </div>
          <ActionButton
            size="small"
            because={snapshots.data?.may.setEarlier ?? null}
            becauseAt="tip"
            onClick={() => setOpen('earlier')}
          >
            {earlier ? 'Change' : 'It is an update'}
          </ActionButton>
        </li>
      </ul>
      <p className={styles.words}>
        Have a file of the PRISMA2020 package?{' '}
        <LinkButton onClick={() => setOpen('file')}>Read it and check its sums</LinkButton>
      </p>
      {open === 'earlier' && (
        <EarlierVersionDialog reviewId={reviewId} earlier={earlier} onClose={() => setOpen(null)} />
      )}
      {open === 'file' && <FlowFileDialog onClose={() => setOpen(null)} />}
    </Section>
  );
}
