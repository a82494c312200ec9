import { Checkbox, Radio, SegmentedControl, Select, Tabs, TextInput, Tooltip } from '@mantine/core';
import { IconAlertCircle, IconCopy, IconHistory, IconTrash } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { JobProgress } from '../../parts/JobProgress.tsx';
import { MenuButton } from '../../parts/MenuButton.tsx';
import { SaveState } from '../../parts/SaveState.tsx';
import { toast } from '../../parts/toast.ts';
import styles from './Gallery.module.css';
import { GalleryCell } from './GalleryCell.tsx';

const ConfirmDialog = lazy(() =>
  import('../../parts/ConfirmDialog.tsx').then(module => ({ default: module.ConfirmDialog })),
);

/** Began forty-four seconds ago, so that the pace gives the twenty seconds of the look. */
const RUNNING = {
  state: 'running',
  doneCount: 420,
  totalCount: 612,
  sentence: '',
  isCancelRequested: false,
  startedAt: new Date(Date.now() - 44_000).toISOString(),
} as const;

const nothing = () => toast({ text: 'Here nothing happens' });

export function GalleryForms() {
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <GalleryCell name="Save state">
        <div className={styles.row}>
          <SaveState saving="saved" />
          <SaveState saving="saving" />
        </div>
        <SaveState saving={{ waiting: 3 }} />
      </GalleryCell>
      <GalleryCell name="Fields and their errors">
        <div className={styles.fields}>
          <TextInput
            label="Records for each person"
            defaultValue="0"
            error="Give at least 1 record, or leave the person out."
            rightSection={<IconAlertCircle size={18} stroke={1.75} color="var(--exclude-text)" />}
          />
          <TextInput
            label={
              <>
                Due <span className="muted">optional</span>
              </>
            }
            defaultValue="2 Dec 2026"
            description="In the time zone of each person."
          />
          <Select label="Measure" data={['Risk ratio', 'Odds ratio']} defaultValue="Risk ratio" />
        </div>
      </GalleryCell>
      <GalleryCell name="Job">
        <JobProgress
          name="Fetching from PubMed"
          job={RUNNING}
          onStop={() => toast({ text: 'Fetching stopped, 420 records kept' })}
        />
      </GalleryCell>
      <GalleryCell name="Tabs and switches">
        <Tabs defaultValue="forest">
          <Tabs.List>
            <Tabs.Tab value="forest">Forest plot</Tabs.Tab>
            <Tabs.Tab value="heterogeneity">Heterogeneity</Tabs.Tab>
            <Tabs.Tab value="subgroups">Subgroups</Tabs.Tab>
          </Tabs.List>
        </Tabs>
        <div className={styles.row} style={{ marginTop: 12 }}>
          <SegmentedControl data={['Random', 'Fixed']} aria-label="Model" />
          <Checkbox label="on" defaultChecked />
          <Checkbox label="off" />
          <Radio label="one" defaultChecked />
        </div>
      </GalleryCell>
      <GalleryCell name="Message, dialog, menu, tooltip">
        <div className={styles.row}>
          <ActionButton
            onClick={() =>
              toast({
                text: 'Import undone, 121 records taken out',
                undo: { word: 'Bring back', deed: () => toast({ text: '121 records are back' }) },
              })
            }
          >
            Undo the import
          </ActionButton>
          <ActionButton onClick={() => setIsAsking(true)}>Agree version 3</ActionButton>
          <MenuButton
            label="More"
            deeds={[
              { name: 'Copy the search string', icon: <IconCopy size={16} stroke={1.75} />, onClick: nothing },
              { name: 'Versions', icon: <IconHistory size={16} stroke={1.75} />, onClick: nothing },
              { name: 'Export', because: 'There is nothing to export yet', onClick: nothing },
              { name: 'Remove', icon: <IconTrash size={16} stroke={1.75} />, isDangerous: true, onClick: nothing },
            ]}
          />
          <Tooltip label="I² is the share of the scatter that chance does not explain.">
            <button type="button" className={styles.plain}>
              I²
            </button>
          </Tooltip>
        </div>
        {isAsking && (
          <Suspense fallback={null}>
            <ConfirmDialog
              title="Agree version 3 of the question?"
              verb="Agree version 3"
              onConfirm={() => setIsAsking(false)}
              onClose={() => setIsAsking(false)}
            >
              From then on each change needs a reason, which is printed in the report. 954 records are screened against
              it.
            </ConfirmDialog>
          </Suspense>
        )}
      </GalleryCell>
    </>
  );
}
