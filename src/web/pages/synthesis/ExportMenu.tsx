import { IconDownload } from '@tabler/icons-react';
import { MenuButton } from '../../parts/MenuButton.tsx';
import { exportFiles } from './exportFiles.ts';
import type { Result } from './liveAnalysis.ts';
import type { OutcomeData, Plan } from './plan.ts';

/** Files of what is on the page, made here from the very numbers that are shown. */
export function ExportMenu(props: {
  plan: Plan;
  result: Result;
  data: OutcomeData;
  isStale: boolean;
  hasBias: boolean;
}) {
  return (
    <MenuButton icon={<IconDownload stroke={1.75} />} deeds={exportFiles(props)}>
      Export
    </MenuButton>
  );
}
